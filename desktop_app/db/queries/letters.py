"""The list of letters, and one letter as it was made."""

from __future__ import annotations

import re
from typing import Any, Final

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, Letter
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.cases import ids_matching, is_narrowing
from desktop_app.db.queries.deletion import next_number
from desktop_app.domain.letters import LetterLanguage, LetterRow

_NUMBER: Final = re.compile(r"[0-9]{4}/[0-9]{0,9}")
_BEHIND: Final = ":"


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
    ).join(Case, Case.id == Letter.case_id)


def _row(row: Any) -> LetterRow:
    return LetterRow(row[0], row[1], row[2], LetterLanguage(row[3]), *row[4:9])
