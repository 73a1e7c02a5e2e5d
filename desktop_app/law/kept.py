"""One value or norm, and what is known of where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from typing import Final

from desktop_app.law.folder import read

_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")


class Origin(StrEnum):
    """How a fact came into the program: with it, with a signed update, or typed by the centre."""

    SHIPPED = "shipped"
    UPDATE = "update"
    CENTRE = "centre"


@dataclass(frozen=True)
class Titles:
    """The name of a value, the citation of a norm, or another wording in three languages."""

    kk: str
    ru: str
    en: str

    def in_language(self, lang: str) -> str:
        """The wording in kk or ru, else the English one."""
        return {"kk": self.kk, "ru": self.ru}.get(lang, self.en)


@dataclass(frozen=True)
class Fact:
    """One value or norm. `value` is text as the source gives it (empty for a norm without a number).

    `effective_from` is the first day it applies, None for a norm; `confirmed_until` the last day for
    which the source vouches, None when the source gives no end. `source` and `edition` (the day the source
    was checked, or what is known of the age of the text) are English; `source_in` and `edition_in` are
    for people. `confidence` is V, V-old or S. A fact that was not shipped says who brought it (a colleague, or the
    name of the key an update was signed with) and when; `said` is its source in three languages, if it brought them.
    """

    key: str
    value: str
    effective_from: date | None
    confirmed_until: date | None
    title: Titles
    source: str
    edition: str
    confidence: str
    origin: Origin = Origin.SHIPPED
    brought_by: str = ""
    brought_on: date | None = None
    said: Titles | None = None

    @cached_property
    def id(self) -> str:
        """What names a fact for good: its key and, for a dated value, its first day."""
        return f"{self.key}@{self.effective_from}" if self.effective_from else self.key

    @cached_property
    def content(self) -> str:
        """What a lawyer confirms; when any of it changes, the confirmation no longer fits."""
        return "\x1f".join((self.value, str(self.confirmed_until), self.source, self.edition))

    @property
    def number(self) -> Decimal:
        """The value as a number (percent a year, tenge, a coefficient or days, as the title says)."""
        return Decimal(self.value)

    def source_in(self, lang: str) -> str:
        """The source named in kk, ru or en."""
        return self.said.in_language(lang) if self.said else _said(self.source, lang)

    def edition_in(self, lang: str) -> str:
        """The edition told in kk, ru or en, a day as dd.mm.yyyy."""
        day = _iso(self.edition)
        return f"{day:%d.%m.%Y}" if day else _said(self.edition, lang)

    @cached_property
    def edition_day(self) -> date | None:
        """The last day on which the text may have been as it was read; None when nobody knows."""
        return _iso(self.edition) or _iso(_edition_days().get(self.edition, "")) or _end_of_year(self.edition)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _end_of_year(text: str) -> date | None:
    """The end of the last year a text names: the text was not read later."""
    years = _YEAR.findall(text)
    return date(int(years[-1]), 12, 31) if years else None


def _said(english: str, lang: str) -> str:
    """A source or edition in another language; as it was written where nobody has said it otherwise."""
    return _sources().get(english, {}).get(lang, english)


@cache
def _sources() -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = read("sources.json")
    return told


@cache
def _edition_days() -> dict[str, str]:
    told: dict[str, str] = read("editions.json")
    return told
