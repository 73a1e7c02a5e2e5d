"""The list of letters, and one letter as it was made."""

from __future__ import annotations

import re
from typing import Any, Final

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import Case, Deadline, IncomingPaper, Letter, LetterSending
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.cases import ids_matching, is_narrowing
from desktop_app.db.queries.deletion import next_number
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.letters import LetterLanguage, LetterRow, State

_NUMBER: Final = re.compile(r"[0-9]{4}/[0-9]{0,9}")
_BEHIND: Final = ":"
_DUE: Final = (
    select(func.min(Deadline.due_on))
    .where(Deadline.letter_id == Letter.id, Deadline.done_on.is_(None), Deadline.removed_on.is_(None))
    .correlate(Letter)
    .scalar_subquery()
)
"""The day the answer to a letter is due, None when none is waited for."""


def page(session: Session, who: Viewer, text: str, after_id: int | None, limit: int) -> tuple[LetterRow, ...]:
    """Letters newest first; those whose number begins with `text`, or whose case it may mean."""
    rows = _rows().where(access.cases_for(who)).order_by(Letter.id.desc()).limit(limit)
    number = text.strip()
    if _NUMBER.fullmatch(number):
        rows = rows.where(or_(Letter.number == number, Letter.number.between(number + "0", number + _BEHIND)))
    elif is_narrowing(text):
        rows = rows.where(Letter.case_id.in_(ids_matching(session, text)))
    if after_id is not None:
        rows = rows.where(Letter.id < after_id)
    return tuple(_row(row) for row in session.execute(rows))


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
            Letter.answered_on,
        )
        .where(Letter.case_id == case_id, Letter.copy_of.is_(None))
        .order_by(Letter.id)
    )  # fmt: skip
    return tuple(
        EarlierLetter(*row[:7], their_number=came.get(row[0], sent.get(row[0], "")), answered_on=row[7]) for row in rows
    )


def next_sequence(session: Session, year: int) -> int:
    """The next outgoing number of a year; call it in the transaction that takes it."""
    return next_number(session, "letter", year, select(func.max(Letter.sequence)).where(Letter.year == year))


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
    )
