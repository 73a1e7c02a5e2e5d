"""The dates of a case: setting one, counting a term of the law, noting that it was kept, taking it away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import clocks as queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.domain import steps
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.clocks import (
    PROMISED,
    DeadlineKind,
    DeadlineRow,
    Done,
    NewDeadline,
    problems_of_deadline,
    problems_of_done,
    problems_of_reason,
)
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.limitation import Rule, as_deadline, term
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied, tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

KINDS: Final = frozenset({Kind.DEADLINE, Kind.CASE})
_COMMISSION: Final = "commission.decision"
_GRANTED: Final = "granted"
_GONE: Final = N_("This date is not in the case any more. Open the case again.")
_OVER: Final = N_("This date is over already. Open the case again to see what was noted.")


def listing(file: OpenFile, case_id: int) -> tuple[DeadlineRow, ...]:
    """Every date of a case: the open ones first, the soonest on top."""
    with access.reading(file, Action.VIEW_CLOCKS, "case", case_id) as session:
        return queries.of_case(session, case_id, sealed.words(file, session, case_id))


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
    """Note that a date was kept, with its answer; the steps that follow from the answer appear.

    Raises InvalidInput, AppError when the date is over already.
    """
    told = tidied(told)
    with access.writing(file, Action.SET_CLOCK, "case", case_id) as session:
        row = _open_row(session, case_id, deadline_id)
        refuse(problems_of_done(told, settings.today(), steps.answers_of(row.rule)))
        keep(session, row, told, file.staff.id)
        sealed.settle(file, session, case_id)
    return Saved(deadline_id, KINDS | {Kind.LETTER})


def keep(session: Session, row: models.Deadline, told: Done, by: int, letter_id: int | None = None) -> None:
    """Note within a transaction that an open date was kept; the steps that follow appear.

    What follows belongs to the letter of `letter_id`, by default to that of the date itself; a letter whose answer was
    waited for has one then, unless it is an interim one.
    """
    row.done_on, row.answer, row.answer_note = told.on, told.answer, told.note
    for new in _following(session, row, told):
        queries.add_deadline(session, row.case_id, replace(new, letter_id=letter_id or new.letter_id), by)
    if row.letter_id is not None and row.rule in steps.waited_for() and told.answer != steps.SILENT:
        letter = session.get_one(models.Letter, row.letter_id)
        if letter.answered_on is None and not steps.is_interim(told.answer):
            letter.answered_on = told.on
    queries.refresh_next(session, row.case_id)


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


def start_for_letter(session: Session, letter: models.Letter, demanded: date, made_by: int) -> None:
    """Put the date that a letter starts on the clock, within the transaction that makes it.

    `demanded` is the day after the date the letter demands: it counts where no law sets the term. A letter whose answer
    is counted from its sending starts nothing yet.
    """
    told = steps.of_letter(letter.kind)
    if told is not None and not told.when_sent:
        new = replace(steps.begin(told.step, steps.Former.on(letter.on_day)), letter_id=letter.id)
        new = replace(new, due_on=demanded) if steps.is_practice(told.step) else new
        queries.add_deadline(session, letter.case_id, new, made_by)


def promise_for_letter(session: Session, letter: models.Letter, worker_id: int | None, made_by: int) -> None:
    """Put the day by which a letter promises a worker (None: several) to hear from us on the clock, as above.

    One day for the whole case is one date, and who was promised another day again is told by that day: a letter made
    anew, and one for each of a crew, make no second date.
    """
    open_ones = [row for row in queries.open_of_case(session, letter.case_id) if row.rule == PROMISED]
    same_day = [row for row in open_ones if row.due_on == letter.pay_by]
    own = [row for row in open_ones if row.case_worker_id == worker_id]
    if same_day:
        if same_day[0].case_worker_id != worker_id:
            same_day[0].case_worker_id = None
        return
    if own:
        own[0].due_on, own[0].started_on, own[0].letter_id = letter.pay_by, letter.on_day, letter.id
        queries.refresh_next(session, letter.case_id)
        return
    new = NewDeadline(
        DeadlineKind.STEP, letter.pay_by, PROMISED, letter.on_day, worker_id=worker_id, letter_id=letter.id
    )
    queries.add_deadline(session, letter.case_id, new, made_by)


def begin_for_letter(session: Session, letter: models.Letter, step: str, on: date, made_by: int) -> None:
    """Put the date by which a letter that left `on` a day is to be answered on the clock, within a transaction."""
    new = replace(steps.begin(step, steps.Former.on(on)), letter_id=letter.id)
    queries.add_deadline(session, letter.case_id, new, made_by)


def _open_row(session: Session, case_id: int, deadline_id: int) -> models.Deadline:
    row = queries.one(session, case_id, deadline_id)
    if row is None:
        raise AppError(_GONE)
    if row.done_on is not None or row.removed_on is not None:
        raise AppError(_OVER)
    return row


def _following(session: Session, row: models.Deadline, told: Done) -> Iterator[NewDeadline]:
    """What appears with an answer: the steps of the chain, and the term to go to court about a dismissal."""
    about: dict[str, Any] = {"worker_id": row.case_worker_id, "letter_id": row.letter_id, "after_id": row.id}
    direct = session.get_one(models.Case, row.case_id).employer_kind == EmployerKind.HOUSEHOLD.value
    for new in steps.following(row.rule, told.answer, told.on, row.started_on, row.due_on, direct=direct):
        yield replace(new, **about)
    if row.rule == _COMMISSION and told.answer != _GRANTED:
        dismissals = queries.of_rule(session, row.case_id, (Rule.DISMISSAL_COMMISSION.value,))
        if any(each.case_worker_id == row.case_worker_id for each in dismissals):
            # No decision by its last day: to be safe the term runs from that day, whenever the silence was noted.
            since = min(told.on, row.due_on) if told.answer == steps.SILENT else told.on
            counted = term(Rule.DISMISSAL_COURT, since, settings.today())
            yield replace(as_deadline(counted), **about)


def _check_worker(session: Session, case_id: int, worker_id: int | None) -> None:
    if worker_id is not None and worker_id not in crew_queries.worker_ids(session, case_id):
        raise InvalidInput((Problem("worker_id", Message(N_("This worker is not in the crew of the case."))),))
