"""The three languages: words, dates, money, amounts in words and order of names."""

from __future__ import annotations

from desktop_app.i18n.amount_words import amount_in_words
from desktop_app.i18n.catalogue import (
    LANGUAGES,
    N_,
    Translator,
    _,
    for_language,
    interface,
    language,
    ngettext,
    pgettext,
    set_language,
)
from desktop_app.i18n.collation import sort_key
from desktop_app.i18n.countries import countries, country_name, find_country
from desktop_app.i18n.days import format_date, format_month, format_partial, parse_day, parse_partial
from desktop_app.i18n.numbers import format_money, format_number, parse_amount

__all__ = [
    "LANGUAGES",
    "N_",
    "Translator",
    "_",
    "amount_in_words",
    "countries",
    "country_name",
    "find_country",
    "for_language",
    "format_date",
    "format_money",
    "format_month",
    "format_number",
    "format_partial",
    "interface",
    "language",
    "ngettext",
    "parse_amount",
    "parse_day",
    "parse_partial",
    "pgettext",
    "set_language",
    "sort_key",
]
