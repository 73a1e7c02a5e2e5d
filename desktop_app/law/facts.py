"""Dated values and norms as kept in resources/law."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from desktop_app.errors import N_, AppError, Message
from desktop_app.law.folder import read

_PAST_THE_TABLE = {
    "base_rate": N_(
        "The base rate is confirmed only up to %(day)s; the last known rate is used. "
        "Check with the National Bank whether it has changed."
    ),
    "minimum_wage": N_("The minimum wage is confirmed only up to %(day)s; the last known one is used."),
    "mrp": N_("The monthly calculation index is confirmed only up to %(day)s; the last known one is used."),
}
_PAST_ANY_TABLE = N_("A value of law used here is confirmed only up to %(day)s. Check whether it has changed.")


@dataclass(frozen=True)
class Titles:
    """The name of a value, or the citation of a norm, in three languages."""

    kk: str
    ru: str
    en: str


@dataclass(frozen=True)
class Fact:
    """One value or norm. `value` is text as the source gives it (empty for a norm without a number).

    `effective_from` is the first day it applies, None for a norm; `confirmed_until` the last day for
    which the source vouches, None when the source gives no end. `source` and `edition` (the day the source
    was checked, or what is known of the age of the text) are English; `source_in` and `edition_in` are
    for people. `confidence` is V, V-old or S.
    """

    key: str
    value: str
    effective_from: date | None
    confirmed_until: date | None
    title: Titles
    source: str
    edition: str
    confidence: str

    @property
    def number(self) -> Decimal:
        """The value as a number (percent a year, tenge, a coefficient or days, as the title says)."""
        return Decimal(self.value)

    def source_in(self, lang: str) -> str:
        """The source named in kk, ru or en."""
        return _said(self.source, lang)

    def edition_in(self, lang: str) -> str:
        """The edition told in kk, ru or en, a day as dd.mm.yyyy."""
        try:
            return f"{date.fromisoformat(self.edition):%d.%m.%Y}"
        except ValueError:
            return _said(self.edition, lang)


@dataclass(frozen=True)
class Dated:
    """The value in force on a day, with a warning when the day lies outside what the source confirms."""

    fact: Fact
    warnings: tuple[Message, ...] = ()


@cache
def facts() -> tuple[Fact, ...]:
    """Everything the program rests on: dated values by key and day, then the norms."""
    return (*(row for rows in _dated().values() for row in rows), *_norms().values())


def fact(key: str) -> Fact:
    """A norm by its key. Raises KeyError when no such norm is shipped (a fault of the program)."""
    return _norms()[key]


def value(key: str, on: date) -> Dated:
    """The value of `key` in force on `on`.

    Past the last confirmed day the last value is given with a warning. Raises AppError for a day
    before the first one, KeyError for an unknown key (a fault of the program).
    """
    rows = _dated()[key]
    place = bisect_right(rows, on, key=_first_day)
    if not place:
        raise AppError(
            N_("The law tables begin on %(first)s. %(day)s is earlier: ask the lawyer to count by hand."),
            first=f"{_first_day(rows[0]):%d.%m.%Y}",
            day=f"{on:%d.%m.%Y}",
        )
    current = rows[place - 1]
    if current.confirmed_until is None or on <= current.confirmed_until:
        return Dated(current)
    text = _PAST_THE_TABLE.get(key, _PAST_ANY_TABLE)
    return Dated(current, (Message(text, {"day": f"{current.confirmed_until:%d.%m.%Y}"}),))


def checked_until() -> date | None:
    """The day up to which every dated value in use was checked; a table that another one has replaced is over."""
    dated = _dated()
    rates = [row.value for row in dated["penalty.rate"]]
    replaced = set(rates) - {rates[-1]}
    latest = (rows[-1].confirmed_until for key, rows in dated.items() if key not in replaced)
    return min((day for day in latest if day is not None), default=None)


def _first_day(fact: Fact) -> date:
    return fact.effective_from or date.min


@cache
def _dated() -> dict[str, tuple[Fact, ...]]:
    """Every dated value, oldest first: those of rules.json, and the generated rows of the tables."""
    tables = read("values.json")
    return {
        key: tuple(_fact(key, rule["title"], row) for row in rule.get("rows") or tables[key])
        for key, rule in read("rules.json").items()
    }


@cache
def _norms() -> dict[str, Fact]:
    return {row["key"]: _fact(row["key"], row["title"], row) for row in read("norms.json")}


def _fact(key: str, title: dict[str, str], row: dict[str, str]) -> Fact:
    return Fact(
        key,
        row.get("value", ""),
        _date(row.get("effective_from")),
        _date(row.get("confirmed_until")),
        Titles(**title),
        row["source"],
        row["edition"],
        row["confidence"],
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _said(english: str, lang: str) -> str:
    """A source or edition in another language; English where nobody has written it."""
    return _sources().get(english, {}).get(lang, english)


@cache
def _sources() -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = read("sources.json")
    return told
