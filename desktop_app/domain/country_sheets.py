"""A sheet of one citizenship: days without a visa, registration, agreements, and where its consulates are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.stays import StayLimits
from desktop_app.domain.work_facts import WorkFacts, stay_limits
from desktop_app.domain.work_lines import valued
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.law import Fact, fact
from desktop_app.law.countries import Citizenship, citizenship, not_in_force, treaties

_UNKNOWN: Final = N_("The program knows nothing of this citizenship yet. Ask the migration police or the consulate.")


@dataclass(frozen=True)
class Consulate:
    """A consulate as the directory of the centre has it; names in three languages."""

    name_kk: str
    name_ru: str
    name_en: str
    address: str
    phone: str
    hours: str
    checked_on: date | None

    def name(self, lang: str) -> str:
        """The name in a language, in another where it has none."""
        names = {"kk": self.name_kk, "ru": self.name_ru, "en": self.name_en}
        return names[lang] or self.name_ru or self.name_kk or self.name_en


@dataclass(frozen=True)
class CountrySheet:
    """What is known of a citizenship.

    `registration`: the norms of registration, those of the union first where they apply. `agreements` are with this
    country; `treaties` are those Kazakhstan has ratified for everybody, whose force with this country was not
    established; `not_in_force` those it has not.
    """

    country: Citizenship
    limits: StayLimits
    registration: tuple[Fact, ...]
    agreements: tuple[Fact, ...]
    treaties: tuple[Fact, ...]
    not_in_force: tuple[Fact, ...]
    consulates: tuple[Consulate, ...]

    @property
    def stay(self) -> tuple[Fact, ...]:
        """What the days of a stay rest on."""
        country = self.country
        return tuple(each for each in (country.stay, country.stay_norm, country.no_work) if each is not None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of law in the sheet."""
        return (*self.stay, *self.registration, *self.agreements, *self.treaties, *self.not_in_force)


def sheet(code: str, today: date, consulates: tuple[Consulate, ...] = ()) -> CountrySheet:
    """The sheet of a country by its ISO 3166-1 alpha-2 code. AppError when it is not in the table."""
    known = citizenship(code)
    if known is None:
        raise AppError(
            N_("The program knows nothing of this citizenship yet. Ask the migration police or the consulate.")
        )
    registration = [fact("mig.6.5"), fact("order.923"), valued("registration.days", today)]
    if known.eaeu:
        registration = [fact("eaeu.97.6"), valued("eaeu.registration_days", today), *registration]
    if known.stay_norm is not None:
        registration.append(known.stay_norm)
    return CountrySheet(
        known,
        stay_limits(WorkFacts(citizenship=code), today),
        tuple(registration),
        known.agreements,
        treaties(),
        not_in_force(),
        consulates,
    )
