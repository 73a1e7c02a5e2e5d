"""The workers of a case with their wages and money."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, delete, select
from sqlalchemy.orm import Session

from desktop_app.db.models import CaseWorker, MoneyEntry, Person, WagePayment, WagePeriod, WageTerms
from desktop_app.db.rows import payment_of, period_of, person_of, terms_of
from desktop_app.domain import cases, complaints
from desktop_app.domain.money import from_tiyn

_CREW: Final = CaseWorker.__table__.c
_PEOPLE: Final = Person.__table__.c
_TERMS: Final = WageTerms.__table__.c
_PERIODS: Final = WagePeriod.__table__.c
_PAYMENTS: Final = WagePayment.__table__.c
_MONEY: Final = MoneyEntry.__table__.c

Rows = Select[*tuple[Any, ...]]


def _of_case(worker: ColumnElement[Any], *columns: ColumnElement[Any]) -> Rows:
    """Rows of a table that hangs on the workers of the case, the worker's id first."""
    hung = select(worker, *columns).join(CaseWorker.__table__, _CREW.id == worker)
    return hung.where(_CREW.case_id == bindparam("case"))


# Built once: building a statement costs more than the file needs to answer it.
_WORKERS: Final[Rows] = (
    select(
        _CREW.id,
        _CREW.person_id,
        _CREW.occupation,
        _CREW.lives_at_site,
        _PEOPLE.full_name,
        _PEOPLE.birth,
        _PEOPLE.sex,
        _PEOPLE.citizenship,
        _PEOPLE.phone,
        _PEOPLE.iin,
        _PEOPLE.language,
        _PEOPLE.phone_safe,
        _PEOPLE.safe_contact,
    )
    .join(Person.__table__, _PEOPLE.id == _CREW.person_id)
    .where(_CREW.case_id == bindparam("case"))
    .order_by(_CREW.position)
)
_ALL_TERMS: Final = _of_case(
    _TERMS.case_worker_id,
    _TERMS.basis,
    _TERMS.rate_tiyn,
    _TERMS.pay_day,
    _TERMS.ended_on,
    _TERMS.currency,
    _TERMS.exchange_rate,
    _TERMS.exchange_on,
    _TERMS.exchange_source,
    _TERMS.week_hours,
)
_ALL_PERIODS: Final = _of_case(
    _PERIODS.case_worker_id,
    _PERIODS.month,
    _PERIODS.quantity,
    _PERIODS.says_tiyn,
    _PERIODS.paper_tiyn,
    _PERIODS.admits_tiyn,
    _PERIODS.due_on,
).order_by(_PERIODS.id)
_ALL_PAYMENTS: Final = _of_case(
    _PAYMENTS.case_worker_id, _PAYMENTS.paid_on, _PAYMENTS.amount_tiyn, _PAYMENTS.month, _PAYMENTS.evidence
).order_by(_PAYMENTS.id)
_ALL_MONEY: Final = _of_case(
    _MONEY.case_worker_id, _MONEY.kind, _MONEY.amount_tiyn, _MONEY.on_day, _MONEY.note, _MONEY.evidence
).order_by(_MONEY.on_day, _MONEY.id)


def workers(session: Session, case_id: int) -> tuple[cases.CaseWorker, ...]:
    """The crew in the order it was entered."""
    file, case = session.connection(), {"case": case_id}
    rows = file.execute(_WORKERS, case).all()
    wages = _wages(session, case)
    money: dict[int, list[cases.MoneyEntry]] = defaultdict(list)
    for worker, kind, amount, on_day, note, word in file.execute(_ALL_MONEY, case):
        evidence = complaints.Evidence(word) if word else None
        money[worker].append(cases.MoneyEntry(worker, cases.MoneyKind(kind), from_tiyn(amount), on_day, note, evidence))
    return tuple(
        cases.CaseWorker(
            row.id,
            row.person_id,
            person_of(row),
            row.occupation,
            wages.get(row.id),
            tuple(money[row.id]),
            row.lives_at_site,
        )
        for row in rows
    )


def worker_ids(session: Session, case_id: int) -> frozenset[int]:
    """The ids of the workers' places in the case."""
    return frozenset(session.scalars(select(_CREW.id).where(_CREW.case_id == case_id)))


def _wages(session: Session, case: dict[str, int]) -> dict[int, complaints.WorkerWages]:
    file = session.connection()
    found = {row.case_worker_id: terms_of(row) for row in file.execute(_ALL_TERMS, case)}
    if not found:
        return {}
    periods: dict[int, list[complaints.WagePeriod]] = defaultdict(list)
    for worker, *columns in file.execute(_ALL_PERIODS, case):
        periods[worker].append(period_of(*columns))
    payments: dict[int, list[complaints.WagePayment]] = defaultdict(list)
    for worker, *columns in file.execute(_ALL_PAYMENTS, case):
        payments[worker].append(payment_of(*columns))
    return {
        worker: complaints.WorkerWages(agreed, tuple(periods[worker]), tuple(payments[worker]))
        for worker, agreed in found.items()
    }


def forget_wages(session: Session, worker_id: int) -> None:
    """Take a worker's wage story out, before a new one is put in its place. Nothing of it may be in the session."""
    for table in (WageTerms, WagePeriod, WagePayment):
        old = delete(table).where(table.case_worker_id == worker_id)
        # Compared with every object of the session, a crew of thousands would take minutes.
        session.execute(old, execution_options={"synchronize_session": False})
