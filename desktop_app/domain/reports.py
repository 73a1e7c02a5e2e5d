"""Rows of the summary for a period: counts and sums, never a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desktop_app.domain.centre import Trilingual
from desktop_app.domain.logbook import LogHead


@dataclass(frozen=True)
class SummaryRequest:
    """The period, both days included, and optional cuts. `language` is that of the workbook."""

    first: date
    last: date
    language: str
    region: str = ""
    sector: str = ""


@dataclass(frozen=True)
class CaseLine:
    """One case of the period without names. `owed`, `claimed`, `awarded`, `received` are tenge."""

    number: str
    opened_on: date
    status: str
    region: str
    sector: str
    channel: str
    employer_kind: str
    workers: int
    owed: Decimal
    claimed: Decimal
    awarded: Decimal
    received: Decimal


@dataclass(frozen=True)
class Count:
    """Workers under one value of a cut (a code such as 'female', '25-34', 'UZ', 'construction')."""

    code: str
    workers: int
    cases: int


@dataclass(frozen=True)
class MonthMoney:
    """Tenge claimed, awarded and received in one month (`month` is its first day)."""

    month: date
    claimed: Decimal
    awarded: Decimal
    received: Decimal


@dataclass(frozen=True)
class Tally:
    """How often a code was met: `count` things, `workers` they were about (None where none are), `amount` tenge."""

    code: str
    count: int
    workers: int | None = None
    amount: Decimal | None = None


@dataclass(frozen=True)
class HelpGiven:
    """What the centre did beside cases and money, by codes.

    Enquiries are counted apart from cases. Referrals, results and slips are those of the period whenever the case was
    opened; indicators and documents those of cases opened in it. `marks` are the satisfaction slips: "help" and
    "respect" with their number, and the average mark from 1 to 5 as `amount`.
    """

    enquiries_by_topic: tuple[Tally, ...] = ()
    enquiries_by_channel: tuple[Tally, ...] = ()
    enquiries_by_language: tuple[Tally, ...] = ()
    enquiries_by_citizenship: tuple[Tally, ...] = ()
    enquiries_made_cases: int = 0
    indicators: tuple[Tally, ...] = ()
    documents: tuple[Tally, ...] = ()
    referrals: tuple[Tally, ...] = ()
    referral_results: tuple[Tally, ...] = ()
    results: tuple[Tally, ...] = ()
    closings: tuple[Tally, ...] = ()
    marks: tuple[Tally, ...] = ()

    @property
    def enquiries(self) -> int:
        """How many enquiries there were."""
        return sum(each.count for each in self.enquiries_by_topic)


@dataclass(frozen=True)
class Summary:
    """All a summary shows. `made_at` is local time; the cuts count workers of cases opened in the period.

    `log_head` is the end of the log when the summary left the file, None while it is only looked at.
    """

    centre: Trilingual
    request: SummaryRequest
    made_at: datetime
    cases: tuple[CaseLine, ...]
    by_sex: tuple[Count, ...]
    by_age: tuple[Count, ...]
    by_citizenship: tuple[Count, ...]
    by_sector: tuple[Count, ...]
    by_region: tuple[Count, ...]
    by_violation: tuple[Count, ...]
    money: tuple[MonthMoney, ...]
    help: HelpGiven = HelpGiven()
    log_head: LogHead | None = None
