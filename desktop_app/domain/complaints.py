"""The wage complaint: what was agreed, what fell due, what was paid, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

TENGE: Final = "KZT"


class PayBasis(StrEnum):
    """How pay was agreed."""

    MONTHLY = "monthly"
    DAILY = "daily"
    HOURLY = "hourly"
    PIECE = "piece"
    LUMP_SUM = "lump_sum"


class Evidence(StrEnum):
    """On whose word a figure stands: the worker says it, paper shows it, the employer admits it."""

    SAYS = "says"
    PAPER = "paper"
    ADMITS = "admits"


@dataclass(frozen=True)
class WageTerms:
    """Pay as agreed. `rate` is money of `currency` for a month, day or shift, hour, piece, or the whole work.

    `pay_day` is the agreed day of the following month, None when nothing was agreed (then the last
    day the law allows). `ended_on` is the last day of work; the final pay then falls due earlier.
    A promise in another currency (ISO 4217) carries `exchange_rate`, tenge for one unit of it on the day `exchange_on`
    by `exchange_source`. `week_hours` is the agreed week where it is shorter than the law's.
    """

    basis: PayBasis
    rate: Decimal
    pay_day: int | None = None
    ended_on: date | None = None
    currency: str = TENGE
    exchange_rate: Decimal | None = None
    exchange_on: date | None = None
    exchange_source: str = ""
    week_hours: Decimal | None = None

    @property
    def rate_in_tenge(self) -> Decimal:
        """The rate in tenge, exact; as agreed where the promise was in tenge."""
        if self.currency == TENGE or self.exchange_rate is None:
            return self.rate
        return self.rate * self.exchange_rate


@dataclass(frozen=True)
class WagePeriod:
    """One month of work. `month` is its first day; `quantity` counts days, shifts, hours or pieces.

    The three sums are tenge, each on its own word, None when that word says nothing. When all three
    are None the sum is rate x quantity, on the worker's word. `due_on` overrides the computed due date.
    """

    month: date
    quantity: Decimal | None = None
    says: Decimal | None = None
    paper: Decimal | None = None
    admits: Decimal | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class WagePayment:
    """A part payment in tenge. `month` names the month it was for; None goes to the oldest debt."""

    paid_on: date
    amount: Decimal
    month: date | None = None
    evidence: Evidence = Evidence.SAYS


@dataclass(frozen=True)
class WorkerWages:
    """One worker's wage story: terms, months of work, payments."""

    terms: WageTerms
    periods: tuple[WagePeriod, ...] = ()
    payments: tuple[WagePayment, ...] = ()
