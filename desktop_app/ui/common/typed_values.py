"""Months, quantities and sums as people type them and as cells and fields write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.domain.money import rounded
from desktop_app.errors import AppError
from desktop_app.i18n import N_, format_number, language, parse_partial


def read_month(text: str) -> date:
    """The first day of a month as typed: 03.2025 or in words. AppError says what to type."""
    try:
        year, month, _day = parse_partial(text)
    except AppError:
        month = None
    if month is None:
        raise AppError(N_("Type the month and the year, for example 03.2025."))
    return date(year, month, 1)


def write_month(month: date) -> str:
    """A month as 03.2025."""
    return f"{month:%m.%Y}"


def write_quantity(number: Any) -> str:
    """A number in the interface's language with the decimals it needs; empty for none."""
    if number is None:
        return ""
    exact = Decimal(number)
    return format_number(exact.to_integral_value() if exact == int(exact) else exact.normalize(), language())


def write_sum(amount: Any) -> str:
    """Tenge in the interface's language, whole ones without decimals, others with two; empty for none."""
    if amount is None:
        return ""
    exact = Decimal(amount)
    return format_number(exact.to_integral_value() if exact == int(exact) else rounded(exact), language())
