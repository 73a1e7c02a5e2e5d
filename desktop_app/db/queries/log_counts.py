"""What the log says in numbers: who saw a case and who could, and what was done in a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import AuditLine, Staff
from desktop_app.db.queries import access, log
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.centre import Role
from desktop_app.domain.log_actions import ASKING, LEAVING, VIEWS, is_refused
from desktop_app.domain.logbook import Colleague, MaySee, Seen, moment, went_back
from desktop_app.domain.permissions import Action, Relation, may

_LINE: Final = AuditLine.__table__.c


@dataclass
class Tally:
    """What one person did with one case, counted: views, changes, taken out, refused, first and last line."""

    views: int = 0
    changes: int = 0
    taken: int = 0
    refused: int = 0
    first: int = 0
    last: int = 0

    def add(self, action: str, lines: int, first: int, last: int) -> None:
        """Count `lines` lines of an action, numbered between `first` and `last`."""
        if action in ASKING:
            return
        if is_refused(action):
            self.refused += lines
        elif action in VIEWS:
            self.views += lines
        elif action in LEAVING:
            self.taken += lines
        else:
            self.changes += lines
        self.first = min(self.first or first, first)
        self.last = max(self.last, last)

    @property
    def empty(self) -> bool:
        """Whether nothing was counted."""
        return not self.last


Tallies = dict[int | None, Tally]


def seen(session: Session, case_id: int) -> tuple[Seen, ...]:
    """Who did what with a case, with its letters, attachments and people; who did so last comes first."""
    lines = log.about(log.things_of_case(session, case_id)).subquery().c
    rows = session.execute(
        select(lines.staff_id, lines.action, func.count(), func.min(lines.seq), func.max(lines.seq)).group_by(
            lines.staff_id, lines.action
        )
    )
    tallies: Tallies = {}
    for staff_id, action, count, first, last in rows:
        tallies.setdefault(staff_id, Tally()).add(str(action), count, first, last)
    return tuple(told(tallies, log.colleagues(session), log.times(session, ends([tallies]))))


def told(tallies: Tallies, colleagues: dict[int, Colleague], at: dict[int, Any]) -> Iterable[Seen]:
    """Tallies by person with names and times (`at`, by number of the line), the latest first."""
    counted = {who: tally for who, tally in tallies.items() if not tally.empty}
    for who, tally in sorted(counted.items(), key=_by_last, reverse=True):
        colleague = colleagues.get(who or 0)
        yield Seen(
            name=colleague.name if colleague else "",
            role=colleague.role if colleague else None,
            active=bool(colleague and colleague.active),
            views=tally.views,
            changes=tally.changes,
            taken=tally.taken,
            refused=tally.refused,
            first=at.get(tally.first),
            last=at.get(tally.last),
        )


def ends(tallies: Iterable[Tallies]) -> set[int]:
    """The numbers of the first and last lines of tallies, whose times will be told."""
    every = (tally for each in tallies for tally in each.values() if not tally.empty)
    return {seq for tally in every for seq in (tally.first, tally.last)}


def may_see(session: Session, case_id: int) -> tuple[MaySee, ...]:
    """Who could open a case now, and why."""
    found = []
    rows = session.execute(select(Staff.id, Staff.full_name, Staff.role).where(Staff.active).order_by(Staff.id))
    for staff_id, name, role in rows.all():
        viewer = Viewer(staff_id, Role(role))
        why = access.relation(session, viewer, "case", case_id)
        if why is not None and may(viewer.role, Action.VIEW_CASE, why):
            found.append(MaySee(name, viewer.role, why))
    return tuple(sorted(found, key=_by_relation))


@dataclass(frozen=True)
class Month:
    """A month of the log in numbers; lines `first` to `last`, 0 when there are none."""

    lines: int
    first: int
    last: int
    refused: int
    clock_back: int
    by_action: tuple[tuple[str, int], ...]
    by_person: tuple[tuple[str, Role | None, int], ...]


def month(session: Session, first_day: date) -> Month:
    """What was done in the month that begins with `first_day`, by action and by person, most first."""
    last_day = (first_day + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    found = log.bounds(session, first_day, last_day)
    if found is None:
        return Month(0, 0, 0, 0, 0, (), ())
    days = (_LINE.at >= first_day.isoformat(), _LINE.at < (last_day + timedelta(days=1)).isoformat())
    by_action: Counter[str] = Counter()
    by_person: Counter[int | None] = Counter()
    rows = session.execute(
        select(_LINE.staff_id, _LINE.action, func.count()).where(*days).group_by(_LINE.staff_id, _LINE.action)
    )
    for staff_id, action, count in rows:
        by_action[str(action)] += count
        by_person[staff_id] += count
    staff = log.colleagues(session)
    return Month(
        lines=by_action.total(),
        first=found[0],
        last=found[1],
        refused=sum(count for action, count in by_action.items() if is_refused(action)),
        clock_back=clock_slips(session, *found),
        by_action=tuple(by_action.most_common()),
        by_person=tuple(
            (staff[who].name, staff[who].role, count) if who in staff else ("", None, count)
            for who, count in by_person.most_common()
        ),
    )


def clock_slips(session: Session, first: int, last: int) -> int:
    """How many of these lines stand behind a line whose clock was later by more than a slip."""
    before: Any = None
    slips = 0
    rows = session.execute(select(_LINE.at).where(_LINE.seq.between(max(first - 1, 1), last)).order_by(_LINE.seq))
    for number, (at,) in enumerate(rows):
        now = moment(at)
        slips += (number > 0 or first == 1) and went_back(now, before)
        before = now
    return slips


def _by_last(item: tuple[int | None, Tally]) -> int:
    return item[1].last


_RELATIONS: Final = (Relation.OWN, Relation.ASSIGNED, Relation.CENTRE, Relation.NONE)


def _by_relation(one: MaySee) -> int:
    return _RELATIONS.index(one.why)
