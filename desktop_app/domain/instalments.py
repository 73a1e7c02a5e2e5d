"""Instalments the employer promised: which were kept, by the money that was received."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from desktop_app.domain.complaints import Evidence
from desktop_app.domain.money import NOTHING
from desktop_app.domain.penalty import refuse_absurd
from desktop_app.errors import Message
from desktop_app.i18n import N_


class Promise(StrEnum):
    """What became of one instalment."""

    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"
    NOT_DUE = "not_due"


PROMISES: Final = {
    Promise.KEPT: N_("Kept"),
    Promise.PARTLY: N_("Partly kept"),
    Promise.BROKEN: N_("Broken"),
    Promise.NOT_DUE: N_("Not due yet"),
}


@dataclass(frozen=True)
class Instalment:
    """`amount` tenge promised on `promised_on` for the day `due_on`. `id` is None before it is stored."""

    promised_on: date
    due_on: date
    amount: Decimal
    evidence: Evidence = Evidence.SAYS
    note: str = ""
    id: int | None = None


@dataclass(frozen=True)
class Receipt:
    """Tenge that reached the worker on a day."""

    on: date
    amount: Decimal


@dataclass(frozen=True)
class InstalmentState:
    """One instalment as it stands: `received` of it by the day of counting, `missing` still.

    `full_on` is the day on which the last part came; later than due it was kept late, by `days_late`.
    """

    instalment: Instalment
    state: Promise
    received: Decimal
    missing: Decimal
    full_on: date | None
    days_late: int


@dataclass(frozen=True)
class Instalments:
    """Every instalment by its day. `overdue` tenge should have come by the day of counting and did not."""

    states: tuple[InstalmentState, ...]
    promised: Decimal
    received: Decimal
    overdue: Decimal
    beyond: Decimal
    next_due: date | None

    @property
    def broken(self) -> tuple[InstalmentState, ...]:
        """Those whose day has passed without the whole sum."""
        return tuple(each for each in self.states if each.state in (Promise.PARTLY, Promise.BROKEN))


def instalments(promised: Iterable[Instalment], received: Iterable[Receipt], today: date) -> Instalments:
    """What became of the promises by `today`, the day itself included.

    Money received counts from the day of the promise, for the earliest instalment that is not full; the order in which
    anything was typed changes nothing. Money beyond all promises is `beyond`. Raises InvalidInput for absurd sums.
    """
    open_ones = [_Open(each) for each in sorted(promised, key=_by_day)]
    beyond = NOTHING
    for receipt in sorted(received, key=_by_receipt):
        refuse_absurd(receipt.amount, "amount")
        if receipt.on > today:
            continue
        beyond += _spread(receipt, open_ones)
    states = tuple(each.state(today) for each in open_ones)
    unpaid = [each for each in states if each.missing]
    return Instalments(
        states=states,
        promised=sum((each.instalment.amount for each in states), NOTHING),
        received=sum((each.received for each in states), NOTHING),
        overdue=sum((each.missing for each in unpaid if each.state is not Promise.NOT_DUE), NOTHING),
        beyond=beyond,
        next_due=min((each.instalment.due_on for each in unpaid if each.state is Promise.NOT_DUE), default=None),
    )


def alert(found: Instalments) -> Message | None:
    """The sentence that says a promise was broken; None while all are kept."""
    broken = found.broken
    if not broken:
        return None
    first = broken[0].instalment
    text = N_("The employer broke a promise: the instalment of %(day)s did not come whole.")
    return Message(text, {"day": f"{first.due_on:%d.%m.%Y}"})


def equal_parts(total: Decimal, count: int) -> tuple[Decimal, ...]:
    """`total` tenge in `count` equal parts of whole tenge; the last one takes what does not divide."""
    part = Decimal(int(total) // count)
    return (*(part for _each in range(count - 1)), total - part * (count - 1))


class _Open:
    """An instalment while money is being counted against it."""

    def __init__(self, instalment: Instalment) -> None:
        refuse_absurd(instalment.amount, "amount")
        self.instalment = instalment
        self.received = NOTHING
        self.full_on: date | None = instalment.promised_on if not instalment.amount else None

    def take(self, receipt: Receipt, amount: Decimal) -> Decimal:
        """Count as much of `amount` as is still missing; what is left of it."""
        if receipt.on < self.instalment.promised_on:
            return amount
        part = min(amount, self.instalment.amount - self.received)
        self.received += part
        if part and self.received == self.instalment.amount:
            self.full_on = receipt.on
        return amount - part

    def state(self, today: date) -> InstalmentState:
        due = self.instalment.due_on
        missing = self.instalment.amount - self.received
        if not missing:
            kind = Promise.KEPT
        elif due >= today:
            kind = Promise.NOT_DUE
        else:
            kind = Promise.PARTLY if self.received else Promise.BROKEN
        late = max((self.full_on - due).days, 0) if self.full_on else max((today - due).days, 0)
        return InstalmentState(self.instalment, kind, self.received, missing, self.full_on, late)


def _spread(receipt: Receipt, open_ones: list[_Open]) -> Decimal:
    left = receipt.amount
    for each in open_ones:
        left = each.take(receipt, left)
    return left


def _by_day(each: Instalment) -> tuple[date, date, Decimal, int]:
    return each.due_on, each.promised_on, each.amount, each.id or 0


def _by_receipt(each: Receipt) -> tuple[date, Decimal]:
    return each.on, each.amount
