"""How letters left and what came in: rows of both."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import Case, Deadline, IncomingPaper, Letter, LetterSending
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.cases import ids_matching, is_narrowing
from desktop_app.db.queries.deletion import next_number
from desktop_app.domain import steps
from desktop_app.domain.posting import IncomingRow, NewIncoming, Sent, Way

WordsOf = Callable[[int], Words]
"""How the free texts of a case are read, by its id."""

_NUMBER: Final = re.compile(r"(?:[^/\s]{1,20}/)?[0-9]{4}/[0-9]{0,9}")
_BEHIND: Final = ":"


def add_sending(session: Session, letter: Letter, told: Sent, noted_by: int) -> LetterSending:
    """Note that a letter left, within a transaction; the row with its id. The first day stays in the letter."""
    row = LetterSending(
        letter_id=letter.id,
        case_id=letter.case_id,
        on_day=told.on,
        way=told.way.value,
        proof=told.proof,
        their_number=told.their_number,
        noted_by=noted_by,
    )
    session.add(row)
    letter.sent_on = told.on if letter.sent_on is None else min(letter.sent_on, told.on)
    session.flush()
    return row


def sendings(session: Session, letter_id: int, said: Words) -> tuple[Sent, ...]:
    """Every time a letter left, oldest first."""
    rows = session.scalars(
        select(LetterSending)
        .where(LetterSending.letter_id == letter_id)
        .order_by(LetterSending.on_day, LetterSending.id)
    )
    return tuple(_sent(row, said) for row in rows)


def waiting(session: Session, letter_id: int) -> Deadline | None:
    """The open date by which a letter is to be answered, the soonest; None when none is waited for."""
    return session.scalars(
        select(Deadline)
        .where(
            Deadline.letter_id == letter_id,
            Deadline.rule.in_(steps.waited_for()),
            Deadline.done_on.is_(None),
            Deadline.removed_on.is_(None),
        )
        .order_by(Deadline.due_on, Deadline.id)
        .limit(1)
    ).first()


def copy_of(session: Session, letter_id: int) -> int | None:
    """The reading copy of a letter, None when there is none."""
    return session.scalar(select(Letter.id).where(Letter.copy_of == letter_id).order_by(Letter.id).limit(1))


def next_incoming(session: Session, year: int) -> int:
    """The next incoming number of a year; call it in the transaction that takes it."""
    greatest = select(func.max(IncomingPaper.sequence)).where(IncomingPaper.year == year)
    return next_number(session, "incoming", year, greatest)


def add_incoming(session: Session, told: NewIncoming, code: str, noted_by: int) -> IncomingPaper:
    """Keep an incoming paper under the next number of its year, within a transaction; the row with its id."""
    year = told.received_on.year
    sequence = next_incoming(session, year)
    row = IncomingPaper(
        case_id=told.case_id,
        letter_id=told.letter_id,
        number="/".join(part for part in (code, str(year), str(sequence)) if part),
        year=year,
        sequence=sequence,
        answer=told.answer,
        noted_by=noted_by,
    )
    write(row, told)
    session.add(row)
    session.flush()
    return row


def write(row: IncomingPaper, told: NewIncoming) -> None:
    """Put what was typed of an incoming paper into its row: not its number, letter and answer."""
    row.received_on, row.sender, row.their_number = told.received_on, told.sender, told.their_number
    row.their_date, row.about, row.attachment_id = told.their_date, told.about, told.attachment_id


def incoming(
    session: Session, who: Viewer, text: str, after_id: int | None, limit: int, words_of: WordsOf
) -> tuple[IncomingRow, ...]:
    """Incoming papers newest first; those whose number begins with `text`, or whose case it may mean."""
    rows = papers().where(access.cases_for(who)).order_by(IncomingPaper.id.desc()).limit(limit)
    number = text.strip()
    if _NUMBER.fullmatch(number):
        rows = rows.where(numbered(IncomingPaper, number))
    elif is_narrowing(text):
        rows = rows.where(IncomingPaper.case_id.in_(ids_matching(session, text)))
    if after_id is not None:
        rows = rows.where(IncomingPaper.id < after_id)
    return tuple(paper(row, words_of) for row in session.execute(rows))


def incoming_of(
    session: Session, words_of: WordsOf, *, case_id: int | None = None, letter_id: int | None = None
) -> tuple[IncomingRow, ...]:
    """The incoming papers of a case, or those that answer a letter, newest first."""
    about = IncomingPaper.case_id == case_id if letter_id is None else IncomingPaper.letter_id == letter_id
    return tuple(
        paper(row, words_of) for row in session.execute(papers().where(about).order_by(IncomingPaper.id.desc()))
    )


def is_number(text: str) -> bool:
    """Whether a text is the beginning of a number of a letter or incoming paper."""
    return _NUMBER.fullmatch(text.strip()) is not None


def numbered(table: type[Letter | IncomingPaper], number: str) -> ColumnElement[bool]:
    """The condition that a number begins so; one without the code of the centre stands for the number of the year."""
    *_code, year, sequence = number.split("/")
    same = and_(table.year == int(year), table.sequence == int(sequence)) if sequence else table.year == int(year)
    return or_(table.number == number, table.number.between(number + "0", number + _BEHIND), same)


def papers() -> Select[*tuple[Any, ...]]:
    """Incoming papers with their case and letter, to be narrowed; `paper` reads a row."""
    return (
        select(IncomingPaper, Case.number, Letter.number, Case.sealed.is_not(None))
        .join(Case, Case.id == IncomingPaper.case_id)
        .outerjoin(Letter, Letter.id == IncomingPaper.letter_id)
    )


def paper(found: Any, words_of: WordsOf) -> IncomingRow:
    """A row of `papers` with its free texts."""
    row: IncomingPaper = found[0]
    said = words_of(row.case_id) if found[3] else None

    def text(column: str) -> str:
        stored: str = getattr(row, column)
        return stored if said is None else said("incoming_paper", row.id, column, stored)

    return IncomingRow(
        id=row.id,
        number=row.number,
        received_on=row.received_on,
        sender=text("sender"),
        their_number=text("their_number"),
        their_date=row.their_date,
        about=text("about"),
        answer=row.answer,
        case_id=row.case_id,
        case_number=found[1],
        letter_id=row.letter_id,
        letter=found[2] or "",
        attachment_id=row.attachment_id,
    )


def _sent(row: LetterSending, said: Words) -> Sent:
    def text(column: str) -> str:
        return said("letter_sending", row.id, column, getattr(row, column))

    return Sent(row.on_day, Way(row.way), text("proof"), text("their_number"))
