"""The lines of the log, paged by number, and what they say about one case or one month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, literal, select, union_all
from sqlalchemy.orm import Session

from desktop_app.db import audit
from desktop_app.db.models import Attachment, AuditLine, Case, CaseWorker, Letter, Staff
from desktop_app.domain.centre import Role
from desktop_app.domain.log_actions import REFUSED, Group, actions_of
from desktop_app.domain.logbook import Colleague, LogFilter, LogHead, LogLine, check_word, moment, went_back

_LINE: Final = AuditLine.__table__.c
_AT_ONCE: Final = 500
# Of these anybody's lines are met soon; for the others the index of actions is shorter.
_COMMON: Final = (None, Group.LOOKED, Group.CHANGED)
# "refused:" and everything that begins with it, by the index of actions.
_IS_REFUSED: Final = and_(_LINE.action >= REFUSED, _LINE.action < REFUSED[:-1] + chr(ord(REFUSED[-1]) + 1))

Row = Any


def head(session: Session) -> LogHead:
    """The end of the log, to be noted outside the file."""
    last = audit.head(session)
    return LogHead(last.seq, check_word(last.chain))


def word_at(session: Session, seq: int) -> str:
    """The check word of one line, empty when there is no such line."""
    chain = session.scalar(select(_LINE.chain).where(_LINE.seq == seq))
    return check_word(chain) if isinstance(chain, bytes) else ""


def page(session: Session, wanted: LogFilter, case_id: int | None = None) -> tuple[LogLine, ...]:
    """A page of lines, newest first. `case_id` is the case of the filter."""
    seqs = [row.seq for row in session.execute(_numbers(session, wanted, case_id))]
    return tuple(_lines(session, seqs))


def every(session: Session, wanted: LogFilter, case_id: int | None = None) -> Iterator[LogLine]:
    """All lines of the filter, oldest first, read some thousands at a time."""
    if (wanted.staff_id, wanted.group, case_id) == (None, None, None):
        return _all_lines(session, _within(session, wanted))
    return _all_lines(session, [_LINE.seq.in_(_numbers(session, wanted, case_id, newest_first=False))])


def every_about(session: Session, wanted: LogFilter, things: Mapping[str, Iterable[int]]) -> Iterator[LogLine]:
    """All lines about these things within the days of the filter, oldest first."""
    seqs = select(about(things).subquery().c.seq)
    return _all_lines(session, [_LINE.seq.in_(seqs), *_within(session, wanted)])


def case_id(session: Session, number: str) -> int | None:
    """The id of the case with this number; the log names numbers to everybody who may read it."""
    return session.scalar(select(Case.id).where(Case.number == number))


def case_number(session: Session, case_id: int) -> str | None:
    """The number of a case."""
    return session.scalar(select(Case.number).where(Case.id == case_id))


def colleagues(session: Session) -> dict[int, Colleague]:
    """Everybody of the staff, also those who left, by id."""
    rows = session.execute(select(Staff.id, Staff.full_name, Staff.role, Staff.active).order_by(Staff.id))
    return {row.id: Colleague(row.full_name, Role(row.role), row.active) for row in rows}


def bounds(session: Session, first: date | None, last: date | None) -> tuple[int, int] | None:
    """The lowest and the highest number of lines of these days; None when there are none."""
    low, high = session.execute(
        select(func.min(_LINE.seq), func.max(_LINE.seq)).where(*on_days(first, last, indexed=True))
    ).one()
    return None if low is None else (low, high)


def times(session: Session, seqs: Iterable[int]) -> dict[int, Any]:
    """The time of each of these lines by its number."""
    found = {}
    remaining = iter(seqs)
    while some := list(islice(remaining, _AT_ONCE)):
        for row in session.execute(select(_LINE.seq, _LINE.at).where(_LINE.seq.in_(some))):
            found[row.seq] = moment(row.at)
    return found


def last_of(session: Session, action: str) -> Any:
    """The time of the newest line of an action, None when there is none."""
    seq = session.scalar(select(func.max(_LINE.seq)).where(_LINE.action == action))
    return None if seq is None else times(session, [seq])[seq]


def last_by_person(session: Session, action: str) -> dict[int, Any]:
    """The time of the newest line of an action by whom it tells of."""
    newest = select(func.max(_LINE.seq)).where(_LINE.action == action).group_by(_LINE.staff_id)
    rows = session.execute(select(_LINE.staff_id, _LINE.at).where(_LINE.seq.in_(newest)))
    return {row.staff_id: moment(row.at) for row in rows if row.staff_id is not None}


def things_of_case(session: Session, case_id: int) -> dict[str, list[int]]:
    """What belongs to a case in the log: itself, its letters, attachments and people."""
    return {
        "case": [case_id],
        "letter": list(session.scalars(select(Letter.id).where(Letter.case_id == case_id))),
        "attachment": list(session.scalars(select(Attachment.id).where(Attachment.case_id == case_id))),
        "person": list(session.scalars(select(CaseWorker.person_id).where(CaseWorker.case_id == case_id))),
    }


def about(things: Mapping[str, Iterable[int]]) -> Select[Any]:
    """The lines about these things, each by the index of things."""
    parts = [
        select(_LINE.seq, _LINE.staff_id, _LINE.action, _LINE.at).where(_LINE.entity == kind, _LINE.entity_id.in_(ids))
        for kind, ids in things.items()
        if ids
    ]
    found = union_all(*parts).subquery()
    return select(found)


def _numbers(session: Session, wanted: LogFilter, case_id: int | None, *, newest_first: bool = True) -> Any:
    """The numbers of a page. Each filter is asked by its own index, and the rest is looked at in its order."""
    where = _within(session, wanted)
    order = _LINE.seq.desc() if newest_first else _LINE.seq
    limit = wanted.limit if newest_first else None
    if case_id is not None:
        found = about(things_of_case(session, case_id)).subquery()
        lines = select(_LINE.seq).where(_LINE.seq.in_(select(found.c.seq)), *where, *_of_group(wanted.group))
        if wanted.staff_id is not None:
            lines = lines.where(_LINE.staff_id == wanted.staff_id)
        return lines.order_by(order).limit(limit)
    if wanted.staff_id is not None:
        if wanted.group in _COMMON:
            actions = _of_group(wanted.group, indexed=False)
            lines = select(_LINE.seq).where(_LINE.staff_id == wanted.staff_id, *where, *actions)
            return lines.order_by(order).limit(limit)
        where.append(_unindexed(_LINE.staff_id) == str(wanted.staff_id))
    if wanted.group is Group.REFUSED:
        return select(_LINE.seq).where(_IS_REFUSED, *where).order_by(order).limit(limit)
    if wanted.group is None:
        return select(_LINE.seq).where(*where).order_by(order).limit(limit)
    each = [
        select(select(_LINE.seq).where(_LINE.action == action, *where).order_by(order).limit(limit).subquery().c.seq)
        for action in actions_of(wanted.group)
    ]
    together = union_all(*each).subquery().c.seq
    return select(together).order_by(together.desc() if newest_first else together).limit(limit)


def _within(session: Session, wanted: LogFilter) -> list[ColumnElement[bool]]:
    """The days of the filter as a range of numbers, and exactly; below the line that was read last."""
    where: list[ColumnElement[bool]] = []
    if wanted.first or wanted.last:
        found = bounds(session, wanted.first, wanted.last)
        low, high = found or (1, 0)
        where += [_LINE.seq.between(low, high), *on_days(wanted.first, wanted.last)]
    if wanted.before is not None:
        where.append(_LINE.seq < wanted.before)
    return where


def on_days(first: date | None, last: date | None, *, indexed: bool = False) -> Iterator[ColumnElement[bool]]:
    """The condition that lines are of these local days, which their times begin with."""
    at = _LINE.at if indexed else _unindexed(_LINE.at)
    if first is not None:
        yield at >= first.isoformat()
    if last is not None:
        yield at < (last + timedelta(days=1)).isoformat()


def _of_group(group: Group | None, *, indexed: bool = True) -> Iterator[ColumnElement[bool]]:
    action = _LINE.action if indexed else _unindexed(_LINE.action)
    if group is Group.REFUSED:
        yield func.substr(action, 1, len(REFUSED)) == REFUSED
    elif group is not None:
        yield action.in_(actions_of(group))


def _unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as text, without its index, whose order is not that of the numbers."""
    return literal("").op("||")(column)


def _lines(session: Session, seqs: list[int]) -> Iterator[LogLine]:
    """These lines in this order, with their names."""
    rows = session.execute(_with_the_line_before().where(_LINE.seq.in_(seqs)))
    told: dict[int, Row] = {row.seq: row for row in rows}
    names = _names(session, told.values())
    return (_line(told[seq], names) for seq in seqs)


def _all_lines(session: Session, where: list[ColumnElement[bool]]) -> Iterator[LogLine]:
    """Lines under a condition, oldest first, as they are read; the names of all things are at hand."""
    names = _names(session, None)
    lines = _with_the_line_before().where(*where).order_by(_LINE.seq).execution_options(yield_per=_AT_ONCE)
    return (_line(row, names) for row in session.execute(lines))


def _with_the_line_before() -> Any:
    before = AuditLine.__table__.alias("before")
    return select(*_TOLD, before.c.at.label("before")).outerjoin(before, before.c.seq == _LINE.seq - 1)


def _line(row: Row, names: dict[str, dict[Any, str]]) -> LogLine:
    at = moment(row.at)
    return LogLine(
        row.seq,
        at,
        names["staff"].get(row.staff_id, ""),
        str(row.action),
        str(row.entity),
        row.entity_id,
        names.get(row.entity, {}).get(row.entity_id, ""),
        str(row.computer),
        went_back(at, moment(row.before)),
    )


_TOLD: Final = (
    _LINE.seq,
    _LINE.at,
    _LINE.staff_id,
    _LINE.action,
    _LINE.entity,
    _LINE.entity_id,
    _LINE.computer,
)


def _names(session: Session, rows: Iterable[Row] | None) -> dict[str, dict[Any, str]]:
    """What cases, letters and colleagues of these lines (None: all) are called, by kind and id."""
    named = {
        "case": (Case.id, select(Case.id, Case.number)),
        "letter": (Letter.id, select(Letter.id, Letter.number)),
        "attachment": (
            Attachment.id,
            select(Attachment.id, Case.number).join(Case, Case.id == Attachment.case_id),
        ),
    }
    told = None if rows is None else [(row.entity, row.entity_id) for row in rows]
    found = {"staff": {staff_id: each.name for staff_id, each in colleagues(session).items()}}
    for kind, (column, query) in named.items():
        if told is not None:
            query = query.where(column.in_({thing for entity, thing in told if entity == kind}))
        found[kind] = _pairs(session, query)
    return found


def _pairs(session: Session, query: Any) -> dict[Any, str]:
    return {key: str(name) for key, name in session.execute(query)}
