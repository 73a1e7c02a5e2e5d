"""Instalments that employers promise: writing them down, taking one back, and whether they were kept."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from desktop_app import settings
from desktop_app.db import models, rows_of_pay
from desktop_app.db.queries import Session
from desktop_app.db.queries import clocks as clock_queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.db.queries import pay_claims as queries
from desktop_app.domain.cases import CaseWorker, MoneyKind
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import LONGEST_LINE, problem_of_length, refuse
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.instalments import Instalment, Instalments, InstalmentState, Promise, Receipt, instalments
from desktop_app.domain.pay_checks import problems_of_instalments
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied, tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile

_KINDS = frozenset({Kind.MONEY, Kind.CASE, Kind.DEADLINE})


def promise(file: OpenFile, case_id: int, worker_ids: tuple[int, ...], promised: tuple[Instalment, ...]) -> Saved:
    """Write down what was promised, the same to each of these workers; each day becomes one date of the case.

    Raises InvalidInput with the problems as `instalments[1].due_on`; then nothing is written.
    """
    today = settings.today()
    promised = tuple(tidied(each) for each in promised)
    with access.writing(file, Action.RECORD_PAY, "case", case_id) as session:
        stored_case(session, case_id)
        if not worker_ids or not set(worker_ids) <= crew_queries.worker_ids(session, case_id):
            raise InvalidInput((Problem("workers", Message(N_("This worker is not in the crew of the case."))),))
        if not promised:
            raise InvalidInput((Problem("instalments", Message(N_("Type at least one sum with its day."))),))
        refuse(problems_of_instalments(promised, today))
        rows = [
            models.Instalment(case_worker_id=worker_id, **rows_of_pay.columns_of_instalment(each))
            for worker_id in dict.fromkeys(worker_ids)
            for each in promised
        ]
        session.add_all(rows)
        session.flush()
        _put_on_the_clock(session, case_id, rows, file.staff.id)
        settle_dates(session, case_id, today)
        sealed.settle(file, session, case_id, written=rows)
    return Saved(case_id, _KINDS)


def take_back(file: OpenFile, case_id: int, instalment_id: int, reason: str) -> Saved:
    """Take a promise out that was written down wrongly; its date stays with the reason.

    Raises InvalidInput without a reason, AppError when the promise is gone.
    """
    reason = tidy_line(reason)
    with access.writing(file, Action.RECORD_PAY, "case", case_id) as session:
        found = tuple(problem_of_length("reason", reason, LONGEST_LINE))
        refuse(found if reason else (Problem("reason", Message(N_("Say why it is taken out."))),))
        row = queries.instalment(session, case_id, instalment_id)
        if row is None:
            raise AppError(N_("This promise is not in the case any more. Open the case again."))
        other = queries.another_on_that_day(session, case_id, row)
        for day in queries.deadlines_of_instalments(session, case_id):
            if day.instalment_id != row.id:
                continue
            day.instalment_id = other
            if other is None and day.done_on is None and day.removed_on is None:
                day.removed_on, day.removed_why = settings.today(), reason
        session.flush()
        session.delete(row)
        session.flush()
        settle_dates(session, case_id, settings.today())
        clock_queries.refresh_next(session, case_id)
        sealed.settle(file, session, case_id)
    return Saved(case_id, _KINDS)


def states(file: OpenFile, case_id: int) -> dict[int, Instalments]:
    """What became of the promises by today, by the worker's id in the case; workers without promises are left out."""
    with access.reading(file, Action.COUNT_WAGES, "case", case_id) as session:
        promised = queries.instalments_of(session, case_id, sealed.words(file, session, case_id))
        return _states(crew_queries.workers(session, case_id), promised, settings.today())


def settle_dates(session: Session, case_id: int, today: date) -> None:
    """Close the days on which every promise was kept, within the transaction that records the money."""
    open_dates = [
        row
        for row in queries.deadlines_of_instalments(session, case_id)
        if row.done_on is None and row.removed_on is None
    ]
    if not open_dates:
        return
    promised = queries.instalments_of(session, case_id, _stored)
    by_day: dict[date, list[InstalmentState]] = defaultdict(list)
    for found in _states(crew_queries.workers(session, case_id), promised, today).values():
        for each in found.states:
            by_day[each.instalment.due_on].append(each)
    for row in open_dates:
        full_on = [each.full_on for each in by_day[row.due_on] if each.full_on is not None]
        if full_on and all(each.state is Promise.KEPT for each in by_day[row.due_on]):
            row.done_on = max(full_on)
    clock_queries.refresh_next(session, case_id)


def _states(
    workers: tuple[CaseWorker, ...], promised: dict[int, tuple[Instalment, ...]], today: date
) -> dict[int, Instalments]:
    return {
        worker.id: instalments(promised[worker.id], _receipts(worker), today)
        for worker in workers
        if worker.id in promised
    }


def _receipts(worker: CaseWorker) -> list[Receipt]:
    return [Receipt(entry.on, entry.amount) for entry in worker.money if entry.kind is MoneyKind.RECEIVED]


def _put_on_the_clock(session: Session, case_id: int, rows: list[models.Instalment], made_by: int) -> None:
    """One date for each day promised, of the worker where it is one worker's alone."""
    there = {
        row.due_on: row
        for row in queries.deadlines_of_instalments(session, case_id)
        if row.done_on is None and row.removed_on is None
    }
    for row in rows:
        known = there.get(row.due_on)
        if known is None:
            there[row.due_on] = clock_queries.add_deadline(session, case_id, _date_of(row), made_by)
        elif known.case_worker_id != row.case_worker_id:
            known.case_worker_id = None
    session.flush()


def _date_of(row: models.Instalment) -> NewDeadline:
    return NewDeadline(
        DeadlineKind.INSTALMENT,
        row.due_on,
        started_on=row.promised_on,
        worker_id=row.case_worker_id,
        instalment_id=row.id,
    )


def _stored(_table: str, _row_id: int, _column: str, text: str) -> str:
    """Sums and days are enough here: texts are left as they are stored."""
    return text
