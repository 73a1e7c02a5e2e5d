"""The periods reports are asked for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from desktop_app.i18n import N_

PERIODS: Final = {
    "month": N_("This month"),
    "last_month": N_("Last month"),
    "quarter": N_("This quarter"),
    "last_quarter": N_("Last quarter"),
    "half_year": N_("This half-year"),
    "year": N_("This year"),
    "last_year": N_("Last year"),
    "own": N_("Other dates"),
}
_MONTHS: Final = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def bounds(period: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of a period around `today` (the whole of it); None for dates of one's own."""
    before = period.startswith("last_")
    length = _MONTHS.get(period.removeprefix("last_"))
    if length is None:
        return None
    first = date(today.year, (today.month - 1) // length * length + 1, 1)
    if before:
        return bounds(period.removeprefix("last_"), first - timedelta(days=1))
    last_month = first.month + length - 1
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])
