"""The start page: what is due, what comes, and what nobody has dated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from desktop_app.domain.clocks import DeadlineKind


class TodayRow(NamedTuple):
    """A day of a case: its next step, a date under Steps, or both on the same day. `id` is the case.

    `kind` and `rule` are those of the date, None and empty for a next step alone; `latest_on` is the outer day of a
    term with two readings. `owed` is tenge of arrears by the worker's word.
    """

    id: int
    number: str
    employer: str
    workers: int
    owed: Decimal
    next_date: date
    next_step: str
    kind: DeadlineKind | None = None
    rule: str = ""
    latest_on: date | None = None


@dataclass(frozen=True)
class Today:
    """Rows that are due by today and those that come, soonest first, and what needs attention."""

    on: date
    due: tuple[TodayRow, ...]
    upcoming: tuple[TodayRow, ...]
    open_cases: int
    without_next_date: int
    owed: Decimal
    received_this_year: Decimal
