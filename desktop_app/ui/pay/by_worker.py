"""Claimed, awarded and received, worker by worker, with what is still owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app.domain.cases import CaseCard, CaseWorker, MoneyKind
from desktop_app.domain.money import NOTHING
from desktop_app.domain.wages import WageCalculation
from desktop_app.i18n import N_
from desktop_app.services.pay_claims import PayCard
from desktop_app.ui.common.table import Column
from desktop_app.ui.common.wording import day, money


@dataclass(frozen=True)
class WorkerMoney:
    """One worker's sums in tenge; `last` is the day money last came."""

    name: str
    arrears: Decimal
    beyond: Decimal
    claimed: Decimal
    awarded: Decimal
    received: Decimal
    last: date | None


def rows_by_worker(
    card: CaseCard, counted: dict[int, WageCalculation], other: dict[int, PayCard]
) -> tuple[WorkerMoney, ...]:
    """The crew with its sums, in the order of the case."""
    return tuple(_row(worker, counted.get(worker.id), other.get(worker.id)) for worker in card.workers)


def columns_by_worker() -> tuple[Column[WorkerMoney], ...]:
    """The columns of that table."""
    return (
        Column(N_("Worker"), _name, width=150, stretch=True, personal=True),
        Column(N_("Arrears of wages"), _arrears, width=110, number=True),
        Column(N_("Beyond the wages"), _beyond, width=110, number=True),
        Column(N_("Claimed"), _claimed, width=100, number=True),
        Column(N_("Awarded"), _awarded, width=100, number=True),
        Column(N_("Received"), _received, width=100, number=True),
        Column(N_("Last received on"), _last, width=110),
    )


def _row(worker: CaseWorker, counted: WageCalculation | None, other: PayCard | None) -> WorkerMoney:
    sums = dict.fromkeys(MoneyKind, NOTHING)
    for entry in worker.money:
        sums[entry.kind] += entry.amount
    days = [entry.on for entry in worker.money if entry.kind is MoneyKind.RECEIVED]
    return WorkerMoney(
        worker.person.full_name,
        NOTHING if counted is None else counted.arrears,
        NOTHING if other is None else other.claims.amount - other.claims.set_off,
        sums[MoneyKind.CLAIMED],
        sums[MoneyKind.AWARDED],
        sums[MoneyKind.RECEIVED],
        max(days, default=None),
    )


def _name(row: WorkerMoney) -> str:
    return row.name


def _arrears(row: WorkerMoney) -> str:
    return _sum(row.arrears)


def _beyond(row: WorkerMoney) -> str:
    return _sum(row.beyond)


def _claimed(row: WorkerMoney) -> str:
    return _sum(row.claimed)


def _awarded(row: WorkerMoney) -> str:
    return _sum(row.awarded)


def _received(row: WorkerMoney) -> str:
    return _sum(row.received)


def _last(row: WorkerMoney) -> str:
    return day(row.last)


def _sum(amount: Decimal) -> str:
    return money(amount) if amount else ""
