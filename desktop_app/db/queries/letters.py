"""The list of letters, and one letter as it was made."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, func, literal_column, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import Case, CaseWorker, Deadline, IncomingPaper, Letter, LetterSending, Person
from desktop_app.db.queries import access, posting
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.cases import ids_matching, is_narrowing
from desktop_app.db.queries.deletion import next_number
from desktop_app.domain import steps
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.cases import Status
from desktop_app.domain.letters import LetterLanguage, LetterRow, State
from desktop_app.domain.posting import Shown, Wanted

_OF_YEAR: Final = re.compile(r"(?:[^/\s]{1,20}/)?([0-9]{4})/([0-9]{1,9})")
_CODE: Final = re.compile(r"[0-9A-Fa-f]{16}")
_DUE: Final = (
    select(func.min(Deadline.due_on))
    .where(
        Deadline.letter_id == Letter.id,
        Deadline.done_on.is_(None),
        Deadline.removed_on.is_(None),
        Deadline.rule.in_(steps.waited_for()),
    )
    .correlate(Letter)
    .scalar_subquery()
)
"""The day the answer to a letter is due, None when none is waited for."""

_FIRST: Final = func.coalesce(
    select(Person.full_name)
    .join(CaseWorker, CaseWorker.person_id == Person.id)
    # Read as a number, a list of ids is the first of them.
    .where(CaseWorker.id == cast(Letter.worker_ids, Integer), CaseWorker.case_id == Letter.case_id)
    .correlate(Letter)
    .scalar_subquery(),
    case((Letter.workers == Case.workers, Case.first_worker), else_=""),
)
"""The first worker a letter speaks for; of letters of before only the whole crew is known."""

_NO_CODE: Final[ColumnElement[str]] = literal_column("''")
"""Written out and not bound: an index of letters with a code answers no other question."""


def page(
    session: Session,
    who: Viewer,
    text: str,
    after_id: int | None,
    limit: int,
    *,
    wanted: Wanted | None = None,
    today: date = date.max,
) -> tuple[LetterRow, ...]:
    """Letters newest first; those whose number begins with `text`, whose check code it is, or whose case it may mean.

    Of them those that are `wanted`; `today` decides what is overdue.
    """
    rows = _rows().where(access.cases_for(who)).order_by(Letter.id.desc()).limit(limit)
    if wanted is not None:
        rows = rows.where(*_wanted(wanted, today))
    number, code = text.strip(), "".join(text.split())
    if _CODE.fullmatch(code):
        rows = rows.where(Letter.code == code.upper())
    elif posting.is_number(number):
        rows = rows.where(posting.numbered(Letter, number))
    elif is_narrowing(text):
        rows = rows.where(Letter.case_id.in_(ids_matching(session, text)))
    if after_id is not None:
        rows = rows.where(Letter.id < after_id)
    return tuple(_row(row) for row in session.execute(rows))


def of_case(session: Session, case_id: int) -> tuple[LetterRow, ...]:
    """The letters of a case, newest first."""
    rows = _rows().where(Letter.case_id == case_id).order_by(Letter.id.desc())
    return tuple(_row(row) for row in session.execute(rows))


def of_ids(session: Session, letter_ids: Collection[int]) -> tuple[LetterRow, ...]:
    """The lines of these letters in the order they were made."""
    return tuple(_row(row) for row in session.execute(_rows().where(Letter.id.in_(letter_ids)).order_by(Letter.id)))


def row(session: Session, letter_id: int) -> LetterRow | None:
    """One line of the list."""
    found = session.execute(_rows().where(Letter.id == letter_id)).one_or_none()
    return None if found is None else _row(found)


def pdf(session: Session, letter_id: int) -> tuple[bytes, str] | None:
    """The letter byte for byte, and the hash it was stored with."""
    found = session.execute(select(Letter.pdf, Letter.sha256).where(Letter.id == letter_id)).one_or_none()
    return None if found is None else (found[0], found[1])


def earlier(session: Session, case_id: int, said: Words) -> tuple[EarlierLetter, ...]:
    """The numbered letters of a case, oldest first, with when and how they left and what came back."""
    sent = {
        row.letter_id: said("letter_sending", row.id, "their_number", row.their_number)
        for row in session.scalars(
            select(LetterSending).where(LetterSending.case_id == case_id).order_by(LetterSending.id)
        )
    }
    came = {
        row.letter_id: said("incoming_paper", row.id, "their_number", row.their_number)
        for row in session.scalars(
            select(IncomingPaper).where(IncomingPaper.case_id == case_id).order_by(IncomingPaper.id)
        )
        if row.letter_id is not None
    }
    rows = session.execute(
        select(
            Letter.id, Letter.number, Letter.kind, Letter.addressee, Letter.on_day, Letter.sent_on, _DUE,
            Letter.answered_on, Letter.addressee_kind, Letter.worker_ids,
        )
        .where(Letter.case_id == case_id, Letter.copy_of.is_(None))
        .order_by(Letter.id)
    )  # fmt: skip
    return tuple(
        EarlierLetter(*row[:7], came.get(row[0], sent.get(row[0], "")), row[7], AddresseeKind(row[8]), _ids(row[9]))
        for row in rows
    )


def _ids(text: str) -> frozenset[int]:
    return frozenset(map(int, text.split(","))) if text else frozenset()


def latest_day(session: Session, year: int) -> date | None:
    """The latest day that a numbered letter of a year bears."""
    return session.scalar(select(func.max(Letter.on_day)).where(Letter.year == year))


def next_sequence(session: Session, year: int) -> int:
    """The next outgoing number of a year; call it in the transaction that takes it."""
    return next_number(session, "letter", year, select(func.max(Letter.sequence)).where(Letter.year == year))


def with_number(session: Session, number: str) -> Letter | None:
    """The letter of this number, None when there is none."""
    return session.scalars(select(Letter).where(Letter.number == number)).one_or_none()


def meant(session: Session, who: Viewer, number: str) -> Letter | None:
    """The letter that `who` may see and a number means, with or without the code of the centre; None for no letter."""
    same = Letter.number == number
    if found := _OF_YEAR.fullmatch(number):
        same = or_(same, and_(Letter.year == int(found[1]), Letter.sequence == int(found[2])))
    rows = select(Letter).join(Case, Case.id == Letter.case_id).where(same, access.cases_for(who))
    return session.scalars(rows.order_by((Letter.number == number).desc()).limit(1)).first()


def unsent(session: Session, who: Viewer, before: date) -> int:
    """How many letters to others were made before a day, in open cases, and have not left yet.

    Of letters made before the program noted how they leave nothing can be said: they have no check code.
    """
    return (
        session.scalar(
            select(func.count(Letter.id))
            .join(Case, Case.id == Letter.case_id)
            .where(
                access.cases_for(who),
                Case.status.concat("") == Status.OPEN.value,
                Letter.on_day < before,
                Letter.code != _NO_CODE,
                Letter.addressee_kind != AddresseeKind.WORKER.value,
                *_wanted(Wanted(state=Shown.READY), before),
            )
        )
        or 0
    )


def _wanted(wanted: Wanted, today: date) -> tuple[ColumnElement[bool], ...]:
    kind = () if wanted.addressee is None else (Letter.addressee_kind == wanted.addressee.value,)
    sent, waits = Letter.sent_on.is_not(None), Letter.answered_on.is_(None)
    # Papers for the file and reading copies go nowhere.
    goes = (Letter.copy_of.is_(None), Letter.addressee_kind != AddresseeKind.FILE.value)
    states: dict[Shown, tuple[ColumnElement[bool], ...]] = {
        Shown.ANY: (),
        Shown.READY: (*goes, ~sent, waits),
        Shown.WAITING: (sent, waits, today <= _DUE),
        Shown.OVERDUE: (sent, waits, today > _DUE),
        Shown.ANSWERED: (~waits,),
    }
    return (*kind, *states[wanted.state])


def _rows() -> Select[*tuple[Any, ...]]:
    return select(
        Letter.id,
        Letter.number,
        Letter.kind,
        Letter.language,
        Letter.on_day,
        Letter.case_id,
        Case.number,
        Case.employer_name,
        Letter.workers,
        Letter.addressee_kind,
        Letter.addressee,
        Letter.sent_on,
        _DUE,
        Letter.answered_on,
        Letter.copy_of,
        Letter.code,
        Case.workers,
        _FIRST,
    ).join(Case, Case.id == Letter.case_id)


def _row(row: Any) -> LetterRow:
    return LetterRow(
        id=row[0],
        number=row[1],
        kind=row[2],
        language=LetterLanguage(row[3]),
        on=row[4],
        case_id=row[5],
        case_number=row[6],
        employer=row[7],
        workers=row[8],
        state=State.ANSWERED if row[13] else State.SENT if row[11] else State.FINAL,
        addressee_kind=AddresseeKind(row[9]),
        addressee=row[10],
        sent_on=row[11],
        due_on=row[12],
        answered_on=row[13],
        copy_of=row[14],
        code=row[15],
        crew=row[16],
        first_worker=row[17],
    )
