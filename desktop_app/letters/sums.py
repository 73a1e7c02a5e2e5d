"""Sums, days and people as letters write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from desktop_app.domain.complaints import TENGE, PayBasis, WageTerms
from desktop_app.domain.exchange import in_tenge
from desktop_app.domain.people import Person
from desktop_app.i18n import N_, Translator, amount_in_words, format_date, format_money, format_number

_PAY: Final = {
    PayBasis.MONTHLY: N_("Pay as agreed: %(rate)s a month."),
    PayBasis.DAILY: N_("Pay as agreed: %(rate)s for a day or shift."),
    PayBasis.HOURLY: N_("Pay as agreed: %(rate)s an hour."),
    PayBasis.PIECE: N_("Pay as agreed: %(rate)s for a unit of work."),
    PayBasis.LUMP_SUM: N_("Pay as agreed: %(rate)s for the whole work."),
}
_NUMBER_BLANK: Final = re.compile(r"(?<=\d) ")


def money(amount: Decimal, tr: Translator) -> str:
    """A sum with its sign: 180 000,50 ₸."""
    return format_money(amount, tr.code)


def figures(amount: Decimal, tr: Translator) -> str:
    """A sum in a column whose head names tenge: 180 000,50."""
    return format_money(amount, tr.code, sign=False)


def in_words(amount: Decimal, tr: Translator) -> str:
    """A sum in words, as it stands in brackets behind the figures."""
    return amount_in_words(amount, tr.code)


def day(moment: date, tr: Translator) -> str:
    """A day written out, its numbers tied to the words behind them."""
    return _NUMBER_BLANK.sub("\u00a0", format_date(moment, tr.code, "long"))


def short_day(moment: date, tr: Translator) -> str:
    """A day in figures: 21.11.2026."""
    return format_date(moment, tr.code)


def short_month(month: date) -> str:
    """A month in figures, the same in every language: 03.2025."""
    return f"{month:%m.%Y}"


def span(months: tuple[date, ...]) -> str:
    """The first and the last of some months in figures: 03–05.2025, or 12.2025–01.2026 over a new year."""
    first, last = min(months), max(months)
    if first == last:
        return short_month(first)
    return f"{first:%m}–{short_month(last)}" if first.year == last.year else f"{short_month(first)}–{short_month(last)}"


def born(person: Person) -> str:
    """The year of birth, empty when it is not known."""
    return str(person.birth.year) if person.birth else ""


def named(person: Person, tr: Translator) -> str:
    """A worker's name with the year of birth where it is known: enough to tell, nothing more."""
    if not person.birth:
        return person.full_name
    return tr(N_("%(name)s, born in %(year)s"), name=person.full_name, year=born(person))


def pay(terms: WageTerms, tr: Translator) -> str:
    """How pay was agreed, as a sentence."""
    return tr(_PAY[terms.basis], rate=money(terms.rate, tr) if terms.currency == TENGE else _foreign(terms, tr))


def exchange(terms: WageTerms, tr: Translator) -> str:
    """At which rate, of which day and by whom a promise in another currency is counted; empty for tenge."""
    found = in_tenge(terms.rate, terms)
    if found is None:
        return ""
    return tr(
        N_(
            "Counted in tenge at the rate of %(day)s: %(rate)s ₸ for 1 %(currency)s, in all %(sum)s. "
            "Source: %(source)s."
        ),
        day=short_day(found.on, tr),
        rate=format_number(found.rate, tr.code),
        currency=found.currency,
        sum=money(found.tenge, tr),
        source=found.source,
    )


def _foreign(terms: WageTerms, tr: Translator) -> str:
    return f"{format_number(terms.rate, tr.code)}\u00a0{terms.currency}"


def reference(number: str, tr: Translator) -> str:
    """The outgoing number, or the word that the letter has none yet."""
    return number or tr(N_("draft"))
