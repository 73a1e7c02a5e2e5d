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
    log_head: LogHead | None = None
