"""The one register of the tables that hang on a case, on a worker in it or on a person, and of their free texts.

Sealing, erasing and deleting work from it, so that a table that stands here is neither left readable behind a seal nor
left over when its case is gone. A test finds tables that hang on a case and are missing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, cast

from sqlalchemy import ColumnElement, CursorResult, Table, delete, inspect, select, update
from sqlalchemy.orm import Session

from desktop_app.db import models
from desktop_app.db.models import Base, CaseWorker

Words = Callable[[str, int, str, str], str]
"""What a free text says: by table, id, column and the text that is stored; behind a seal another one stands."""

Kept = dict[str, str]
"""Free texts behind a seal, by "table:id:column"."""


class Hung(NamedTuple):
    """A table, the column that names what it hangs on, and the columns that people write freely."""

    model: type[Base]
    by: str
    texts: tuple[str, ...] = ()

    @property
    def table(self) -> Table:
        """The table."""
        return cast("Table", self.model.__table__)


ON_CASE: Final = (
    Hung(models.Referral, "case_id", ("aim", "note")),
    Hung(models.Deadline, "case_id", ("note", "answer_note", "removed_why")),
    Hung(models.Outcome, "case_id", ("evidence",)),
    Hung(models.Satisfaction, "case_id", ("comment",)),
    Hung(models.ContractCheck, "case_id", ("answers", "note")),
    Hung(models.Readiness, "case_id", ("answers",)),
    Hung(models.CaseParty, "case_id", ("note",)),
    Hung(models.LetterDraft, "case_id", ("request",)),
    Hung(models.LetterSending, "case_id", ("proof", "their_number")),
    Hung(models.IncomingPaper, "case_id", ("sender", "their_number", "about")),
    Hung(models.Complaint, "case_id", ("answers", "note")),
)
ON_WORKER: Final = (
    Hung(models.HeldDocument, "case_worker_id", ("number", "held_by", "place")),
    Hung(models.Screening, "case_worker_id", ("note",)),
    Hung(models.HoursMonth, "case_worker_id"),
    Hung(models.Deduction, "case_worker_id", ("reason",)),
    Hung(models.LeaveClaim, "case_worker_id"),
    Hung(models.Instalment, "case_worker_id", ("note",)),
    Hung(models.ComplaintWorker, "case_worker_id"),
)
ON_PERSON: Final = (
    Hung(models.Paper, "person_id", ("number", "employer", "note")),
    Hung(models.Stay, "person_id", ("note",)),
    Hung(models.WorkRight, "person_id", ("answers", "fine_note")),
)
ENQUIRY: Final = Hung(models.Enquiry, "case_id", ("caller", "phone", "question", "answer"))
"""What was asked before a case was opened. It goes on counting when the case is deleted, without its words."""

PLACE: Final = Hung(models.CaseWorker, "case_id", ("occupation",))
"""A worker’s place in the crew. It is erased and deleted with the worker; its words go behind a seal with the rest."""

_ALL: Final = {hung.table.name: hung for hung in (*ON_CASE, *ON_WORKER, *ON_PERSON, ENQUIRY, PLACE)}
_EMPTY: Final = {"answers": "{}", "request": "{}"}
_PERSONAL: Final = frozenset(hung.table.name for hung in ON_PERSON)


def absorb(session: Session, case_id: int, people: Iterable[int], kept: Kept, written: Iterable[Base] = ()) -> None:
    """Move free texts of a case and of these people to `kept`; of rows in `written` the empty ones too.

    What `kept` holds of rows of the case that are gone is dropped, and of written rows of a person who by now stands in
    another case too: those stay readable, like the name.
    """
    written = tuple(written)
    full = {id(row) for row in written}
    alive: set[str] = set()
    own = [*_rows(session, case_id, PLACE), *_rows_of_people(session, people)]
    for hung, row in own:
        prefix = f"{hung.table.name}:{_id(row)}:"
        alive.add(prefix)
        for column in hung.texts:
            text, empty = getattr(row, column), _EMPTY.get(column, "")
            if text != empty or id(row) in full:
                kept[prefix + column] = text
                setattr(row, column, empty)
    personal = tuple(f"{name}:" for name in _PERSONAL)
    for name in [name for name in kept if not name.startswith(personal)]:
        if name[: name.rindex(":") + 1] not in alive:
            del kept[name]
    stray = tuple(f"{row.__tablename__}:{_id(row)}:" for row in written if row.__tablename__ in _PERSONAL)
    for name in [name for name in kept if stray and name.startswith(stray)]:
        if name[: name.rindex(":") + 1] not in alive:
            del kept[name]
    session.flush()


def restore(session: Session, kept: Kept) -> None:
    """Put free texts back where they stood."""
    for name, text in kept.items():
        table, row_id, column = name.split(":")
        row = session.get(_ALL[table].model, int(row_id))
        if row is not None:
            setattr(row, column, text)
    session.flush()


def words(kept: Kept) -> Words:
    """How free texts are read: those in `kept`, else what is stored."""

    def said(table: str, row_id: int, column: str, stored: str) -> str:
        return kept.get(f"{table}:{row_id}:{column}", stored)

    return said


def texts_of_case(session: Session, case_id: int, said: Words) -> tuple[str, ...]:
    """Every free text of a case beside its own columns."""
    found = (
        said(hung.table.name, _id(row), column, getattr(row, column))
        for hung, row in _rows(session, case_id)
        for column in hung.texts
    )
    return tuple(text for text in found if text not in ("", "{}"))


def forget_texts(session: Session, case_id: int) -> None:
    """Empty every free text of a case."""
    for hung, row in _rows(session, case_id):
        _empty(hung, row)
    session.flush()


def forget_places(session: Session, places: ColumnElement[bool]) -> None:
    """Empty every free text about these places in crews."""
    ids = list(session.scalars(select(CaseWorker.id).where(places)))
    for hung in (*ON_WORKER, *ON_CASE):
        column = getattr(hung.model, "case_worker_id", None)
        if hung.texts and column is not None:
            for row in session.scalars(select(hung.model).where(column.in_(ids))):
                _empty(hung, row)
    session.flush()


def forget_person(session: Session, person_id: int) -> None:
    """Take out the papers, stays and answers of a person: no summary needs them."""
    for hung in ON_PERSON:
        column = getattr(hung.model, hung.by)
        session.execute(delete(hung.model).where(column == person_id), execution_options=_UNSYNCHRONISED)


def delete_of_case(session: Session, case_id: int) -> None:
    """Take out every row that hangs on a case or on a worker in it; the enquiry it came from stays without words."""
    workers = select(CaseWorker.id).where(CaseWorker.case_id == case_id)
    emptied: dict[str, Any] = dict.fromkeys(ENQUIRY.texts, "")
    session.execute(
        update(models.Enquiry).where(models.Enquiry.case_id == case_id).values(case_id=None, **emptied),
        execution_options=_UNSYNCHRONISED,
    )
    # A step names the step before it.
    session.execute(
        update(models.Deadline).where(models.Deadline.case_id == case_id).values(after_id=None),
        execution_options=_UNSYNCHRONISED,
    )
    for hung in (*ON_CASE[:-1], *ON_WORKER, ON_CASE[-1]):
        column = getattr(hung.model, hung.by)
        about = column == case_id if hung.by == "case_id" else column.in_(workers)
        session.execute(delete(hung.model).where(about), execution_options=_UNSYNCHRONISED)


def delete_of_people(session: Session, people: Iterable[int]) -> int:
    """Take out what hangs on these people; how many rows it was."""
    count = 0
    for hung in ON_PERSON:
        gone = session.execute(
            delete(hung.model).where(getattr(hung.model, hung.by).in_(list(people))), execution_options=_UNSYNCHRONISED
        )
        count += gone.rowcount if isinstance(gone, CursorResult) else 0
    return count


_UNSYNCHRONISED: Final = {"synchronize_session": False}


def _rows(session: Session, case_id: int, *more: Hung) -> Iterator[tuple[Hung, Any]]:
    workers = select(CaseWorker.id).where(CaseWorker.case_id == case_id)
    for hung in (*ON_CASE, *ON_WORKER, ENQUIRY, *more):
        if hung.texts:
            column = getattr(hung.model, hung.by)
            about = column == case_id if hung.by == "case_id" else column.in_(workers)
            for row in session.scalars(select(hung.model).where(about)).all():
                yield hung, row


def _rows_of_people(session: Session, people: Iterable[int]) -> Iterator[tuple[Hung, Any]]:
    ids = list(people)
    for hung in ON_PERSON:
        for row in session.scalars(select(hung.model).where(getattr(hung.model, hung.by).in_(ids))).all():
            yield hung, row


def _id(row: Any) -> int:
    return int(inspect(row).identity[0])


def _empty(hung: Hung, row: Any) -> None:
    for column in hung.texts:
        setattr(row, column, _EMPTY.get(column, ""))
