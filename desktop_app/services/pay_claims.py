"""Money beyond wages: hours, deductions and leave of the workers of a case, and what is owed for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desktop_app import settings
from desktop_app.db import models, rows_of_pay
from desktop_app.db.queries import Session
from desktop_app.db.queries import crew as crew_queries
from desktop_app.db.queries import pay_claims as queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.complaints import WorkerWages
from desktop_app.domain.money import NOTHING
from desktop_app.domain.pay_checks import problems_of_pay
from desktop_app.domain.pay_claims import PayClaims, WorkerPay, count
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied
from desktop_app.domain.wages import WageCalculation, calculate
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, crew, sealed
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile


@dataclass(frozen=True)
class PayCard:
    """What the file knows of one worker: `wages` carry the money received, so that nothing is claimed twice."""

    pay: WorkerPay
    wages: WorkerWages | None
    claims: PayClaims


@dataclass(frozen=True)
class WorkerTotals:
    """Everything one worker is owed on a day, in tenge. `worker_id` is the place in the case.

    `wages` are the arrears with their penalty (None without a wage complaint), `claims` all other sums.
    """

    worker_id: int
    wages: WageCalculation | None
    claims: PayClaims

    @property
    def total(self) -> Decimal:
        """Arrears, other sums and penalties together."""
        return (NOTHING if self.wages is None else self.wages.total) + self.claims.total


def known(file: OpenFile, case_id: int) -> dict[int, WorkerPay]:
    """Hours, deductions and leave as they were typed, by the worker's id; workers of whom nothing is known left out."""
    with access.reading(file, Action.COUNT_WAGES, "case", case_id) as session:
        return queries.pay_of(session, case_id, sealed.words(file, session, case_id))


def read(file: OpenFile, case_id: int) -> dict[int, PayCard]:
    """Hours, deductions, leave and what they come to today, for every worker of the case."""
    with access.reading(file, Action.COUNT_WAGES, "case", case_id) as session:
        return cards(file, session, case_id, settings.today())


def save(file: OpenFile, case_id: int, worker_ids: tuple[int, ...], pay: WorkerPay) -> Saved:
    """Put these hours, deductions and leave in place of what was there, the same for all these workers.

    Raises InvalidInput with the problems as `hours[2].overtime`; then nothing is written.
    """
    today = settings.today()
    pay = _tidied(pay)
    with access.writing(file, Action.RECORD_PAY, "case", case_id) as session:
        stored_case(session, case_id)
        crew_by_id = {worker.id: worker for worker in crew_queries.workers(session, case_id)}
        if not worker_ids or not set(worker_ids) <= set(crew_by_id):
            message = Message(N_("This worker is not in the crew of the case."))
            raise InvalidInput((Problem("workers", message),))
        written: list[models.Base] = []
        for worker_id in dict.fromkeys(worker_ids):
            refuse(problems_of_pay(pay, crew.with_money(crew_by_id[worker_id]), today))
            queries.forget_pay(session, worker_id)
            written += _rows(worker_id, pay)
        session.add_all(written)
        session.flush()
        sealed.settle(file, session, case_id, written=written)
    return Saved(case_id, frozenset({Kind.CASE, Kind.MONEY}))


def counted(file: OpenFile, case_id: int, counted_to: date) -> dict[int, PayClaims]:
    """What is owed beyond wages to a day, by the worker's id in the case, for every worker."""
    with access.reading(file, Action.COUNT_WAGES, "case", case_id) as session:
        return {worker_id: card.claims for worker_id, card in cards(file, session, case_id, counted_to).items()}


def totals(file: OpenFile, case_id: int, counted_to: date) -> tuple[WorkerTotals, ...]:
    """Everything each worker of the case is owed to a day, in the order of the crew. AppError as `calculate`."""
    with access.reading(file, Action.COUNT_WAGES, "case", case_id) as session:
        found = cards(file, session, case_id, counted_to)
    return tuple(
        WorkerTotals(worker_id, None if card.wages is None else calculate(card.wages, counted_to), card.claims)
        for worker_id, card in found.items()
    )


def problems(pay: WorkerPay, wages: WorkerWages | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with hours, deductions and leave, without writing them."""
    return problems_of_pay(_tidied(pay), wages, today)


def cards(file: OpenFile, session: Session, case_id: int, counted_to: date) -> dict[int, PayCard]:
    """As `read`, within a transaction that is open already, counted to a day."""
    known = queries.pay_of(session, case_id, sealed.words(file, session, case_id))
    found = {}
    for worker in crew_queries.workers(session, case_id):
        pay, wages = known.get(worker.id, WorkerPay()), crew.with_money(worker)
        found[worker.id] = PayCard(pay, wages, _count(pay, wages, counted_to))
    return found


def _count(pay: WorkerPay, wages: WorkerWages | None, counted_to: date) -> PayClaims:
    """The claims of one worker; what cannot be counted is said instead and hides nobody else's."""
    try:
        return count(pay, wages, counted_to)
    except AppError as error:
        nothing = count(WorkerPay(), None, counted_to)
        return replace(nothing, warnings=(error.message,))


def _tidied(pay: WorkerPay) -> WorkerPay:
    hours = tuple(replace(row, month=row.month.replace(day=1)) for row in pay.hours)
    kept_back = tuple(replace(tidied(row), month=row.month.replace(day=1)) for row in pay.deductions)
    return WorkerPay(hours, kept_back, pay.leave)


def _rows(worker_id: int, pay: WorkerPay) -> list[models.Base]:
    made: list[models.Base] = [
        models.HoursMonth(case_worker_id=worker_id, **rows_of_pay.columns_of_hours(row)) for row in pay.hours
    ]
    made += [
        models.Deduction(case_worker_id=worker_id, **rows_of_pay.columns_of_deduction(row)) for row in pay.deductions
    ]
    if pay.leave is not None:
        made.append(models.LeaveClaim(case_worker_id=worker_id, **rows_of_pay.columns_of_leave(pay.leave)))
    return made
