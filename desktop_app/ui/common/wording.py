"""How screens write codes, sums and days in the interface's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.domain.dates import PartialDate
from desktop_app.i18n import _, countries, format_date, format_money, format_partial, language

Choices = Callable[[], Sequence[tuple[str, str]]]


def named(names: Mapping[Any, str], *, empty: str = "") -> Choices:
    """The choices of a ChoiceBox from a table of domain.code_names; `empty` is the msgid of "none of them"."""

    def choices() -> list[tuple[str, str]]:
        first = [("", _(empty))] if empty else []
        return first + [(str(code), _(name)) for code, name in names.items()]

    return choices


def country_choices() -> list[tuple[str, str]]:
    """Every country by name, the usual ones first, and none."""
    return [("", ""), *countries(language())]


def region_choices() -> list[tuple[str, str]]:
    """The regions of Kazakhstan by name, and none."""
    from desktop_app import law

    return [("", ""), *((region.code, law.region_name(region.code, language())) for region in law.regions())]


def money(amount: Decimal | None) -> str:
    """Tenge with the sign, whole ones without decimals; empty for nothing known."""
    if amount is None:
        return ""
    text = format_money(amount, language())
    return text.replace(",00\u00a0", "\u00a0").replace(".00\u00a0", "\u00a0") if amount == int(amount) else text


def day(moment: date | None) -> str:
    """A day as 21.11.2026, empty for none."""
    return "" if moment is None else format_date(moment, language())


def partial_day(known: PartialDate | None) -> str:
    """A date as far as known, empty for none."""
    return "" if known is None else format_partial(known.year, known.month, known.day, language())
