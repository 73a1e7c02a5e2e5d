"""A promise in another currency: what it is in tenge at the rate of a day, and whose rate that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app import law
from desktop_app.domain.complaints import TENGE, WageTerms
from desktop_app.domain.exact import tenge
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact

CURRENCIES: Final = {
    TENGE: N_("Tenge"),
    "USD": N_("US dollar"),
    "EUR": N_("Euro"),
    "RUB": N_("Russian rouble"),
    "UZS": N_("Uzbek som"),
    "KGS": N_("Kyrgyz som"),
    "TJS": N_("Tajik somoni"),
    "TMT": N_("Turkmen manat"),
    "CNY": N_("Chinese yuan"),
    "TRY": N_("Turkish lira"),
    "AED": N_("UAE dirham"),
    "BYN": N_("Belarusian rouble"),
    "AMD": N_("Armenian dram"),
    "AZN": N_("Azerbaijani manat"),
    "GEL": N_("Georgian lari"),
}
"""The currencies promises are made in, by ISO 4217 code."""


@dataclass(frozen=True)
class InTenge:
    """`amount` of `currency` as `tenge`, rounded half up once; `rate` tenge for one unit on the day `on`."""

    amount: Decimal
    currency: str
    rate: Decimal
    on: date
    source: str
    tenge: Decimal
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


def in_tenge(amount: Decimal, terms: WageTerms) -> InTenge | None:
    """A sum of the promise in tenge by the terms' own rate; None when the promise was in tenge or no rate is known.

    Wages are set and paid in the national currency (Labour Code, article 113, item 1). No source says the rate of
    which day counts, so the day is the user's and is marked for the lawyer.
    """
    if terms.currency == TENGE or terms.exchange_rate is None or terms.exchange_on is None:
        return None
    sum_in_tenge = tenge(Fraction(amount) * Fraction(terms.exchange_rate))
    message = Message(
        N_(
            "The pay was promised in %(currency)s and is counted in tenge at the rate of %(day)s. Which day’s rate "
            "counts is to be checked by the lawyer."
        ),
        {"currency": terms.currency, "day": f"{terms.exchange_on:%d.%m.%Y}"},
    )
    return InTenge(
        amount,
        terms.currency,
        terms.exchange_rate,
        terms.exchange_on,
        terms.exchange_source,
        sum_in_tenge,
        (law.fact("lc.113.1"),),
        (message,),
    )
