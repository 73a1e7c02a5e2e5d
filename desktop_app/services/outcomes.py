"""How a case ended: recording results, closing with a reason, opening again, satisfaction slips."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import clocks as clock_queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.db.queries import outcomes as queries
from desktop_app.domain.cases import Status
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import LONGEST_LINE, problem_of_length, refuse
from desktop_app.domain.clocks import CASE_CLOSED, REOPENED, DeadlineKind, NewDeadline
from desktop_app.domain.outcomes import (
    Closing,
    ClosingState,
    NewOutcome,
    Slip,
    problems_of_closing,
    problems_of_outcome,
    problems_of_slip,
)
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied, tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, interface
from desktop_app.services import access, sealed, terms
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile

_KINDS: Final = frozenset({Kind.CASE})
_ENDED: Final = frozenset({Kind.CASE, Kind.DEADLINE})
_GONE: Final = N_("This result is not in the case any more. Open the case again.")
_CLOSED: Final = N_("This case is closed already.")
_OPEN: Final = N_("This case is open already.")


def state(file: OpenFile, case_id: int) -> ClosingState:
    """The results of a case, and what a closing would leave open."""
    with access.reading(file, Action.VIEW_CLOCKS, "case", case_id) as session:
        stored_case(session, case_id)
        return queries.state(session, case_id, sealed.words(file, session, case_id))


def record(file: OpenFile, case_id: int, new: NewOutcome) -> Saved:
    """Write down a result; its id. Raises InvalidInput."""
    new = tidied(new)
    refuse(problems_of_outcome(new, settings.today()))
    with access.writing(file, Action.RECORD_OUTCOME, "case", case_id) as session:
        row_id = _add(session, case_id, new)
        sealed.settle(file, session, case_id)
        return Saved(row_id, _KINDS)


def remove(file: OpenFile, case_id: int, outcome_id: int) -> Saved:
    """Take back a result that was written by mistake. AppError when it is gone or is all that the closing rests on."""
    with access.writing(file, Action.RECORD_OUTCOME, "case", case_id) as session:
        row = queries.outcome(session, case_id, outcome_id)
        if row is None:
            raise AppError(_GONE)
        words = sealed.words(file, session, case_id)
        if stored_case(session, case_id).closed_on and len(queries.of_case(session, case_id, words)) == 1:
            raise AppError(N_("A closed case keeps its last result. Open the case again first."))
        session.delete(row)
        session.flush()
        sealed.settle(file, session, case_id)
    return Saved(outcome_id, _KINDS)


def close(file: OpenFile, closing: Closing) -> Saved:
    """Close a case with its result and the reason. Raises InvalidInput when something stands in the way."""
    case_id = closing.case_id
    if closing.result is not None:
        closing = replace(closing, result=tidied(closing.result))
    with access.writing(file, Action.CLOSE_CASE, "case", case_id) as session:
        case = stored_case(session, case_id)
        if case.status == Status.CLOSED.value:
            raise AppError(_CLOSED)
        words = sealed.words(file, session, case_id)
        left = queries.state(session, case_id, words)
        refuse(problems_of_closing(closing, case.opened_on, settings.today(), left))
        if closing.result is not None:
            _add(session, case_id, closing.result)
        for row in clock_queries.open_of_case(session, case_id):
            row.removed_on, row.removed_why = settings.today(), interface()(N_("The case was closed."))
            row.answer = CASE_CLOSED
        case.version += 1
        case.status, case.closed_on, case.closed_why = Status.CLOSED.value, closing.on, closing.why.value
        clock_queries.refresh_next(session, case_id)
        sealed.settle(file, session, case_id)
    return Saved(case_id, _ENDED)


def reopen(file: OpenFile, case_id: int, reason: str, next_date: date) -> Saved:
    """Open a closed case again: why, which stays among its dates, and the day of the next step. Raises InvalidInput.

    The dates that went with the closing come back.
    """
    reason, today = tidy_line(reason), settings.today()
    found = list(problem_of_length("reason", reason, LONGEST_LINE))
    if not reason:
        found.append(Problem("reason", Message(N_("Say why the case is opened again: the reason is kept."))))
    if next_date < today:
        found.append(Problem("next_date", Message(N_("The next date lies ahead: today or later."))))
    refuse(tuple(found))
    with access.writing(file, Action.REOPEN_CASE, "case", case_id) as session:
        case = stored_case(session, case_id)
        if case.status == Status.OPEN.value:
            raise AppError(_OPEN)
        if case.anonymised_on is not None:
            raise AppError(N_("The names of this case were removed. Open a new case for the workers."))
        case.version += 1
        case.status, case.closed_on, case.closed_why = Status.OPEN.value, None, ""
        case.next_date = next_date
        why = NewDeadline(DeadlineKind.OTHER, today, rule=REOPENED, started_on=today, note=reason)
        clock_queries.add_deadline(session, case_id, why, file.staff.id).done_on = today
        clock_queries.take_up(session, case_id)
        terms.recount(session, case_id, today)
        terms.follow_wages(session, case_id, today, file.staff.id)
        sealed.settle(file, session, case_id)
    return Saved(case_id, _KINDS)


def add_slip(file: OpenFile, case_id: int, slip: Slip) -> Saved:
    """Write down a satisfaction slip; its id. Raises InvalidInput."""
    slip = replace(tidied(slip), comment=slip.comment.strip())
    refuse(problems_of_slip(slip, settings.today()))
    with access.writing(file, Action.RECORD_OUTCOME, "case", case_id) as session:
        row_id = queries.add_slip(session, case_id, slip).id
        sealed.settle(file, session, case_id)
        return Saved(row_id, _KINDS)


def marks(file: OpenFile, first: date, last: date) -> dict[str, dict[int, int]]:
    """How often each mark was given on slips of these days, by question ("help", "respect"): numbers only."""
    with access.reading(file, Action.VIEW_SUMMARY) as session:
        return queries.marks(session, access.viewer(file, session), first, last)


def _add(session: Session, case_id: int, new: NewOutcome) -> int:
    stored_case(session, case_id)
    if new.worker_id is not None and new.worker_id not in crew_queries.worker_ids(session, case_id):
        raise InvalidInput((Problem("worker_id", Message(N_("This worker is not in the crew of the case."))),))
    return queries.add_outcome(session, case_id, new).id
