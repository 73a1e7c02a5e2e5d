"""Consent to the collection and processing of personal data: its contents, its state on a day, its withdrawal.

The contents are those of article 8(4) of the Law on personal data; terms of law come from resources/law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app import law
from desktop_app.domain.checks import EARLIEST_CASE, LONGEST_LINE, problem_of_length
from desktop_app.domain.tidy import tidied
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

LONGEST_TERM: Final = timedelta(days=75 * 366)
LONGEST_TEXT: Final = 2_000
TERM_OF_STOPPING: Final = "pd.8.7"
LIMITATION: Final = "gk.178.1"
WITHOUT_NORM: Final = "pd.9.5"


class How(StrEnum):
    """How a consent was given; WITHOUT is the ground of law when it could not be obtained (article 9(5))."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    RECORDED = "recorded"
    WITHOUT = "without"


class Data(StrEnum):
    """What is collected about a person."""

    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    CITIZENSHIP = "citizenship"
    IIN = "iin"
    CONTACTS = "contacts"
    DOCUMENTS = "documents"
    STAY = "stay"
    WORK = "work"
    WAGES = "wages"
    HEALTH = "health"
    PICTURES = "pictures"
    EVENTS = "events"


class Aim(StrEnum):
    """What the data are collected for."""

    LEGAL_AID = "legal_aid"
    CLAIMS = "claims"
    CONTACT = "contact"
    REFERRAL = "referral"
    STATISTICS = "statistics"


USUAL_DATA: Final = (Data.NAME, Data.BIRTH, Data.SEX, Data.CITIZENSHIP, Data.IIN, Data.CONTACTS, Data.WORK, Data.WAGES)
USUAL_AIMS: Final = (Aim.LEGAL_AID, Aim.CLAIMS, Aim.CONTACT, Aim.STATISTICS)


@dataclass(frozen=True)
class Consent:
    """A consent as it was given. `version` names the printed text, empty for a text that is not the program's.

    `until` is the last day, None until the aims are reached. `data` and `aims` are codes, with `other_data` and
    `other_aims` in the centre's words. `countries` are ISO 3166-1 alpha-2 codes; `language` is the one it was read in.
    """

    how: How
    given_on: date
    until: date | None
    language: str
    version: str = ""
    data: tuple[str, ...] = USUAL_DATA
    other_data: str = ""
    aims: tuple[str, ...] = USUAL_AIMS
    other_aims: str = ""
    third_parties: bool = False
    recipients: str = ""
    cross_border: bool = False
    countries: tuple[str, ...] = ()
    open_sources: bool = False
    note: str = ""


@dataclass(frozen=True)
class Withdrawal:
    """That a consent was withdrawn by notice of `on`, and why, in the person's words."""

    on: date
    reason: str = ""


@dataclass(frozen=True)
class StoredConsent:
    """A consent in the file, and what became of it: stopped, or refused with reasons (article 8(2) and 8(7))."""

    id: int
    person_id: int
    consent: Consent
    recorded_by: str
    withdrawn: Withdrawal | None = None
    stopped_on: date | None = None
    refused_on: date | None = None
    refusal: str = ""

    def valid_on(self, day: date) -> bool:
        """Whether processing rests on this consent on `day`; a refused withdrawal rests on the law, not on it."""
        given = self.consent
        if given.how is How.WITHOUT or day < given.given_on or (given.until is not None and day > given.until):
            return False
        return self.withdrawn is None or day < self.withdrawn.on

    @property
    def is_open(self) -> bool:
        """Whether it was withdrawn and nothing was decided yet."""
        return self.withdrawn is not None and self.stopped_on is None and self.refused_on is None


class State(StrEnum):
    """What a person's consents come to on a day."""

    NONE = "none"
    VALID = "valid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    REFUSED = "refused"
    BY_LAW = "by_law"


@dataclass(frozen=True)
class Standing:
    """The state of a person's consents, and the day that belongs to it: valid until, expired on, stop by, and so on."""

    state: State
    day: date | None = None


@dataclass(frozen=True)
class ConsentPage:
    """Everything about the consents of a person; `language` is the one they read."""

    person_id: int
    standing: Standing
    consents: tuple[StoredConsent, ...]
    language: str
    proposed: Consent


@dataclass(frozen=True)
class PersonStanding:
    """What the page of a person says of their data: consents, a mark for erasure, or that they were erased."""

    standing: Standing
    erase_from: date | None = None
    anonymised_on: date | None = None


def standing(consents: Iterable[StoredConsent], today: date) -> Standing:
    """The state of a person's consents, newest first: a valid one counts before all others, an open withdrawal next."""
    newest = sorted(consents, key=lambda each: (each.consent.given_on, each.id), reverse=True)
    valid = [each for each in newest if each.valid_on(today)]
    if valid:
        endless = any(each.consent.until is None for each in valid)
        return Standing(State.VALID, None if endless else max(each.consent.until or date.max for each in valid))
    waiting = next((each for each in newest if each.is_open), None)
    if waiting is not None and waiting.withdrawn is not None:
        return Standing(State.WITHDRAWN, stop_by(waiting.withdrawn.on))
    if not newest:
        return Standing(State.NONE)
    last = newest[0]
    if last.stopped_on is not None:
        return Standing(State.STOPPED, last.stopped_on)
    if last.refused_on is not None:
        return Standing(State.REFUSED, last.refused_on)
    if last.consent.how is How.WITHOUT:
        return Standing(State.BY_LAW, last.consent.given_on)
    return Standing(State.EXPIRED, last.consent.until)


def stop_by(withdrawn_on: date) -> date:
    """The last day on which processing stops, or a reasoned refusal is given, after a withdrawal."""
    return law.add_working_days(withdrawn_on, int(law.fact(TERM_OF_STOPPING).number))


def proposed(today: date, years: int, language: str) -> Consent:
    """A consent as the form begins: on paper, from today, for the term the centre has set."""
    return Consent(How.PAPER, today, years_after(today, years), language, law.consent_text().version)


def years_after(day: date, years: int) -> date:
    """The same day some years later; the first of March for a day the year lacks."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def tidied_consent(consent: Consent) -> Consent:
    """The consent with tidied texts; what belongs to an answer "no" is left out."""
    tidy = tidied(consent)
    return replace(
        tidy,
        recipients=tidy.recipients if consent.third_parties else "",
        countries=consent.countries if consent.cross_border else (),
    )


def problems(consent: Consent, today: date) -> tuple[Problem, ...]:
    """What is wrong with a consent before it is kept."""
    found = [*_problems_of_days(consent, today), *_problems_of_texts(consent)]
    if not consent.language:
        found.append(Problem("language", Message(N_("Choose the language in which the person read or heard it."))))
    if consent.how is How.WITHOUT:
        if not consent.note:
            message = N_("Write why the consent could not be obtained.")
            found.append(Problem("note", Message(message)))
        return tuple(found)
    if not consent.data and not consent.other_data:
        found.append(Problem("data", Message(N_("Choose at least one kind of data: the law asks for their list."))))
    if not consent.aims and not consent.other_aims:
        found.append(Problem("aims", Message(N_("Choose at least one aim."))))
    if consent.third_parties and not consent.recipients:
        found.append(Problem("recipients", Message(N_("Name to whom the data may be given."))))
    if consent.cross_border and not consent.countries:
        found.append(Problem("countries", Message(N_("Name the countries."))))
    return tuple(found)


def warnings(consent: Consent) -> tuple[Message, ...]:
    """What is allowed but should be thought over: a term shorter than the general limitation period."""
    if consent.how is How.WITHOUT or consent.until is None:
        return ()
    least = years_after(consent.given_on, int(law.fact(LIMITATION).number))
    if consent.until >= least:
        return ()
    text = N_(
        "The consent ends before the limitation period (%(years)s years, to be checked by the lawyer): "
        "data that a claim needs would have to be destroyed earlier. Consider a term until %(day)s or later."
    )
    return (Message(text, {"years": int(law.fact(LIMITATION).number), "day": f"{least:%d.%m.%Y}"}),)


def problems_of_withdrawal(stored: StoredConsent, withdrawal: Withdrawal, today: date) -> Iterator[Problem]:
    """What is wrong with a withdrawal."""
    if withdrawal.on > today:
        yield Problem("on", Message(N_("The date is in the future.")))
    elif withdrawal.on < stored.consent.given_on:
        yield Problem("on", Message(N_("The consent was given later than this day.")))
    yield from problem_of_length("reason", withdrawal.reason, LONGEST_TEXT)


def _problems_of_days(consent: Consent, today: date) -> Iterator[Problem]:
    if consent.given_on > today:
        yield Problem("given_on", Message(N_("The date is in the future.")))
    elif consent.given_on < EARLIEST_CASE:
        yield Problem("given_on", Message(N_("The date is too long ago. Check the year.")))
    if consent.until is not None and consent.until < consent.given_on:
        yield Problem("until", Message(N_("The consent would end before it was given.")))
    elif consent.until is not None and consent.until - consent.given_on > LONGEST_TERM:
        yield Problem("until", Message(N_("This day is too far away. Check the year.")))


def _problems_of_texts(consent: Consent) -> Iterator[Problem]:
    for name in ("recipients", "other_data", "other_aims"):
        yield from problem_of_length(name, getattr(consent, name), LONGEST_LINE)
    yield from problem_of_length("note", consent.note, LONGEST_TEXT)
