"""The dates of a case: setting one, counting a term of the law, noting that it was kept, taking it away."""

from __future__ import annotations

from typing import Any, Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import clocks as queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.clocks import (
    DeadlineRow,
    Done,
    NewDeadline,
    problems_of_deadline,
    problems_of_done,
    problems_of_reason,
)
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied, tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

KINDS: Final = frozenset({Kind.DEADLINE, Kind.CASE})
_GONE: Final = N_("This date is not in the case any more. Open the case again.")
_OVER: Final = N_("This date is over already. Open the case again to see what was noted.")


def listing(file: OpenFile, case_id: int) -> tuple[DeadlineRow, ...]:
    """Every date of a case: the open ones first, the soonest on top."""
    with access.reading(file, Action.VIEW_CLOCKS, "case", case_id) as session:
        return queries.of_case(session, case_id, _as_stored)


def add(file: OpenFile, case_id: int, new: NewDeadline) -> Saved:
    """Put a date on the clock of a case; the id of the date. Raises InvalidInput."""
    new = tidied(new)
    refuse(problems_of_deadline(new))
    with access.writing(file, Action.SET_CLOCK, "case", case_id) as session:
        _check_worker(session, case_id, new.worker_id)
        row = queries.add_deadline(session, case_id, new, file.staff.id)
        sealed.settle(file, session, case_id)
        return Saved(row.id, KINDS)


def done(file: OpenFile, case_id: int, deadline_id: int, told: Done) -> Saved:
    """Note that a date was kept, with its answer. Raises InvalidInput, AppError when it is over already."""
    told = tidied(told)
    refuse(problems_of_done(told, settings.today()))
    with access.writing(file, Action.SET_CLOCK, "case", case_id) as session:
        row = _open_row(session, case_id, deadline_id)
        row.done_on, row.answer, row.answer_note = told.on, told.answer, told.note
        queries.refresh_next(session, case_id)
        sealed.settle(file, session, case_id)
    return Saved(deadline_id, KINDS)


def remove(file: OpenFile, case_id: int, deadline_id: int, reason: str) -> Saved:
    """Take a date away and keep why. Raises InvalidInput without a reason, AppError when it is over already."""
    reason = tidy_line(reason)
    refuse(problems_of_reason(reason))
    with access.writing(file, Action.REMOVE_CLOCK, "case", case_id) as session:
        row = _open_row(session, case_id, deadline_id)
        row.removed_on, row.removed_why = settings.today(), reason
        queries.refresh_next(session, case_id)
        sealed.settle(file, session, case_id)
    return Saved(deadline_id, KINDS)


def _open_row(session: Session, case_id: int, deadline_id: int) -> models.Deadline:
    row = queries.one(session, case_id, deadline_id)
    if row is None:
        raise AppError(_GONE)
    if row.done_on is not None or row.removed_on is not None:
        raise AppError(_OVER)
    return row


def _check_worker(session: Session, case_id: int, worker_id: int | None) -> None:
    if worker_id is not None and worker_id not in crew_queries.worker_ids(session, case_id):
        raise InvalidInput((Problem("worker_id", Message(N_("This worker is not in the crew of the case."))),))


def _as_stored(_table: str, _row_id: int, _column: str, stored: Any) -> Any:
    return stored
