"""Terms by article 160 on the clock of a case: those typed, those of unpaid months, and the days they did not run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import clocks as queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import Status
from desktop_app.domain.changes import Saved
from desktop_app.domain.checks import LONGEST_LINE, problem_of_length, refuse
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.limitation import (
    SUSPENSION,
    Rule,
    Suspended,
    Suspension,
    as_deadline,
    earliest,
    is_term,
    term,
    way_of,
)
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied
from desktop_app.domain.wages import calculate
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_, interface
from desktop_app.services import access, crew, sealed
from desktop_app.services.clocks import KINDS
from desktop_app.services.files import OpenFile

_NEEDS_NONE = N_("A domestic worker’s dispute goes to court without a commission, so its terms do not wait for one.")


@dataclass(frozen=True)
class NewTerm:
    """A term to be counted from `started_on`; `worker_id` is a place in the crew, None for the whole case."""

    rule: Rule
    started_on: date
    worker_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class NewSuspension:
    """Days on which terms of the case did not run. `last` None: it goes on; then days up to today are counted."""

    why: Suspended
    first: date
    last: date | None = None
    note: str = ""


def add(file: OpenFile, case_id: int, new: NewTerm) -> Saved:
    """Count a term and put it on the clock; the id of the date. Raises InvalidInput."""
    new = tidied(new)
    refuse(_problems(new.started_on, "started_on", new.note))
    with access.writing(file, Action.SET_CLOCK, "case", case_id) as session:
        if new.worker_id is not None and new.worker_id not in crew_queries.worker_ids(session, case_id):
            raise InvalidInput((Problem("worker_id", Message(N_("This worker is not in the crew of the case."))),))
        counted = term(new.rule, new.started_on, settings.today(), _suspensions(session, case_id))
        row = queries.add_deadline(session, case_id, as_deadline(counted, new.worker_id, new.note), file.staff.id)
        sealed.settle(file, session, case_id)
        return Saved(row.id, KINDS)


def suspend(file: OpenFile, case_id: int, new: NewSuspension) -> Saved:
    """Note days on which the terms of a case did not run, and move its open terms on. Raises InvalidInput."""
    new, today = tidied(new), settings.today()
    last = new.last or today
    found = list(_problems(new.first, "first", new.note))
    if last < new.first or last > today:
        found.append(Problem("last", Message(N_("The last day lies between the first day and today."))))
    refuse(tuple(found))
    noted = NewDeadline(
        DeadlineKind.SUSPENSION,
        last,
        rule=SUSPENSION + new.why.value,
        started_on=new.first,
        latest_on=new.last,
        note=new.note,
    )
    with access.writing(file, Action.SET_CLOCK, "case", case_id) as session:
        case = session.get(models.Case, case_id)
        household = case is not None and case.employer_kind == EmployerKind.HOUSEHOLD.value
        if new.why is Suspended.NO_COMMISSION and household:
            refuse((Problem("why", Message(_NEEDS_NONE)),))
        row = queries.add_deadline(session, case_id, noted, file.staff.id)
        row.done_on = today
        recount(session, case_id, today)
        sealed.settle(file, session, case_id)
        return Saved(row.id, KINDS)


def unsuspend(file: OpenFile, case_id: int, deadline_id: int, reason: str) -> Saved:
    """Take a suspension back, with the reason, and count the open terms without it. Raises InvalidInput."""
    reason = reason.strip()
    if not reason:
        raise InvalidInput((Problem("reason", Message(N_("Say why the date is removed: the reason is kept."))),))
    refuse(tuple(problem_of_length("reason", reason, LONGEST_LINE)))
    with access.writing(file, Action.REMOVE_CLOCK, "case", case_id) as session:
        row = queries.one(session, case_id, deadline_id)
        if row is not None and row.kind == DeadlineKind.SUSPENSION.value:
            row.removed_on, row.removed_why = settings.today(), reason
        recount(session, case_id, settings.today())
        sealed.settle(file, session, case_id)
    return Saved(deadline_id, KINDS)


def recount(session: Session, case_id: int, today: date) -> None:
    """Count every open term of a case again: for days on which it did not run, and by the law of today."""
    suspensions = _suspensions(session, case_id)
    for row in queries.open_of_case(session, case_id):
        if is_term(row.rule) and row.started_on is not None:
            counted = as_deadline(term(Rule(row.rule), row.started_on, today, suspensions))
            row.due_on, row.latest_on = counted.due_on, counted.latest_on
    queries.refresh_next(session, case_id)


def follow_wages(session: Session, case_id: int, today: date, made_by: int) -> None:
    """Let the terms of a case follow its unpaid months: one for each day on which pay was due and is owed.

    A term that somebody noted as kept or took away does not come back; one whose month is paid goes. A closed case
    has no dates.
    """
    case = session.get(models.Case, case_id)
    if case is None or case.status != Status.OPEN.value:
        return
    owed = _due_days(session, case_id, today)
    known = queries.of_rule(session, case_id, (Rule.WAGES.value,))
    gone = [row.id for row in known if _is_open(row) and row.started_on not in owed]
    queries.drop(session, gone)
    suspensions = _suspensions(session, case_id)
    for started_on in sorted(owed - {row.started_on for row in known}):
        counted = term(Rule.WAGES, started_on, today, suspensions)
        queries.add_deadline(session, case_id, as_deadline(counted), made_by)
    queries.refresh_next(session, case_id)


def follow_dismissal(session: Session, case_id: int, new: NewComplaint, made_by: int) -> None:
    """Start the term for reinstatement when a dismissal is written down; the one that runs already stays.

    It counts from the day the copy of the order was handed over; where none was, from the last day of work, to be safe.
    """
    if new.kind is not ComplaintKind.DISMISSAL:
        return
    order, last = (_day_of(new.answers.get(name)) for name in ("order_on", "last_day"))
    started_on = order or last
    if started_on is None or started_on < earliest():
        return
    case = session.get_one(models.Case, case_id)
    rule = way_of(EmployerKind(case.employer_kind))
    note = "" if order else interface()(N_("No order was handed over: counted from the last day of work, to be safe."))
    known = {(row.case_worker_id, row.started_on) for row in queries.of_rule(session, case_id, (rule.value,))}
    counted = term(rule, started_on, settings.today(), _suspensions(session, case_id))
    for worker_id in new.worker_ids or (None,):
        if (worker_id, started_on) not in known:
            queries.add_deadline(session, case_id, as_deadline(counted, worker_id, note), made_by)


def _day_of(answer: Answer | None) -> date | None:
    return date.fromisoformat(answer.text) if answer is not None and answer.text else None


def _due_days(session: Session, case_id: int, today: date) -> set[date]:
    days: set[date] = set()
    for worker in crew_queries.workers(session, case_id):
        wages = crew.with_money(worker)
        if wages is not None:
            days |= {month.due_on for month in calculate(wages, today).months if month.owed > 0}
    return {day for day in days if day >= earliest()}


def _suspensions(session: Session, case_id: int) -> tuple[Suspension, ...]:
    rows = queries.of_kind(session, case_id, DeadlineKind.SUSPENSION)
    return tuple(
        Suspension(row.started_on, row.due_on, Suspended(row.rule.removeprefix(SUSPENSION)))
        for row in rows
        if row.removed_on is None and row.started_on is not None
    )


def _is_open(row: models.Deadline) -> bool:
    return row.done_on is None and row.removed_on is None


def _problems(first: date, field: str, note: str) -> tuple[Problem, ...]:
    found = list(problem_of_length("note", note, LONGEST_LINE))
    if first > settings.today():
        found.append(Problem(field, Message(N_("This day has not come yet."))))
    if first < earliest():
        text = N_("Terms are counted from %(day)s on. This day is earlier: ask the lawyer to count by hand.")
        found.append(Problem(field, Message(text, {"day": f"{earliest():%d.%m.%Y}"})))
    return tuple(found)
