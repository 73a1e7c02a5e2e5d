"""The workers of a case with their wages and money."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop_app.db.models import CaseWorker, MoneyEntry, Person, WagePayment, WagePeriod, WageTerms
from desktop_app.db.rows import payment_of, period_of, person_of, terms_of
from desktop_app.domain import cases, complaints
from desktop_app.domain.money import from_tiyn


def workers(session: Session, case_id: int) -> tuple[cases.CaseWorker, ...]:
    """The crew in the order it was entered."""
    rows = session.execute(
        select(
            CaseWorker.id,
            CaseWorker.person_id,
            CaseWorker.occupation,
            Person.full_name,
            Person.birth,
            Person.sex,
            Person.citizenship,
            Person.phone,
            Person.iin,
            Person.language,
        )
        .join(Person, Person.id == CaseWorker.person_id)
        .where(CaseWorker.case_id == case_id)
        .order_by(CaseWorker.position)
    ).all()
    wages = _wages(session, case_id)
    money = _money(session, case_id)
    return tuple(
        cases.CaseWorker(row.id, row.person_id, person_of(row), row.occupation, wages.get(row.id), tuple(money[row.id]))
        for row in rows
    )


def worker_ids(session: Session, case_id: int) -> frozenset[int]:
    """The ids of the workers' places in the case."""
    return frozenset(session.scalars(select(CaseWorker.id).where(CaseWorker.case_id == case_id)))


def _wages(session: Session, case_id: int) -> dict[int, complaints.WorkerWages]:
    terms = _of_case(case_id, WageTerms.case_worker_id, *_TERMS)
    found = {worker: terms_of(*columns) for worker, *columns in session.execute(terms)}
    if not found:
        return {}
    periods: dict[int, list[complaints.WagePeriod]] = defaultdict(list)
    for worker, *columns in session.execute(
        _of_case(case_id, WagePeriod.case_worker_id, *_PERIOD).order_by(WagePeriod.id)
    ):
        periods[worker].append(period_of(*columns))
    payments: dict[int, list[complaints.WagePayment]] = defaultdict(list)
    for worker, *columns in session.execute(
        _of_case(case_id, WagePayment.case_worker_id, *_PAYMENT).order_by(WagePayment.id)
    ):
        payments[worker].append(payment_of(*columns))
    return {
        worker: complaints.WorkerWages(agreed, tuple(periods[worker]), tuple(payments[worker]))
        for worker, agreed in found.items()
    }


_TERMS = (WageTerms.basis, WageTerms.rate_tiyn, WageTerms.pay_day, WageTerms.ended_on)
_PERIOD = (
    WagePeriod.month,
    WagePeriod.quantity,
    WagePeriod.says_tiyn,
    WagePeriod.paper_tiyn,
    WagePeriod.admits_tiyn,
    WagePeriod.due_on,
)
_PAYMENT = (WagePayment.paid_on, WagePayment.amount_tiyn, WagePayment.month, WagePayment.evidence)


def _money(session: Session, case_id: int) -> dict[int, list[cases.MoneyEntry]]:
    columns = (MoneyEntry.kind, MoneyEntry.amount_tiyn, MoneyEntry.on_day, MoneyEntry.note)
    select_all = _of_case(case_id, MoneyEntry.case_worker_id, *columns).order_by(MoneyEntry.on_day, MoneyEntry.id)
    found: dict[int, list[cases.MoneyEntry]] = defaultdict(list)
    for worker, kind, amount, on_day, note in session.execute(select_all):
        found[worker].append(cases.MoneyEntry(worker, cases.MoneyKind(kind), from_tiyn(amount), on_day, note))
    return found


def _of_case(case_id: int, worker: InstrumentedAttribute[int], *columns: InstrumentedAttribute[Any]) -> Select[Any]:
    """Rows of a table that hangs on the workers of the case, the worker's id first."""
    return select(worker, *columns).join(CaseWorker, CaseWorker.id == worker).where(CaseWorker.case_id == case_id)


def forget_wages(session: Session, worker_id: int) -> None:
    """Take a worker's wage story out, before a new one is put in its place."""
    for table in (WageTerms, WagePeriod, WagePayment):
        session.execute(delete(table).where(table.case_worker_id == worker_id))
