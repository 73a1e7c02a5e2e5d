"""The directory: bodies, consulates, partners and services, as the program ships them and as the centre keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.centre import Trilingual
from desktop_app.domain.checks import LONGEST_LINE, LONGEST_NOTE, LONGEST_PHONE, problem_of_length
from desktop_app.domain.names import fold
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, sort_key


class EntryKind(StrEnum):
    """What an entry of the directory is, in the order of the list."""

    HOTLINE = "hotline"
    LABOUR_INSPECTION = "labour_inspection"
    POLICE = "police"
    MIGRATION_SERVICE = "migration_service"
    PROSECUTOR = "prosecutor"
    COURT = "court"
    AKIMAT = "akimat"
    OMBUDSMAN = "ombudsman"
    STATE_BODY = "state_body"
    CONSULATE = "consulate"
    TRADE_UNION = "trade_union"
    PARTNER = "partner"
    LEGAL_AID = "legal_aid"
    SHELTER = "shelter"
    CLINIC = "clinic"
    SCHOOL = "school"
    LANGUAGE_COURSE = "language_course"
    OTHER_SERVICE = "other_service"


ENTRY_KINDS: Final = {
    EntryKind.HOTLINE: N_("Number to call"),
    EntryKind.LABOUR_INSPECTION: N_("State labour inspection"),
    EntryKind.POLICE: N_("Police"),
    EntryKind.MIGRATION_SERVICE: N_("Migration service"),
    EntryKind.PROSECUTOR: N_("Prosecutor’s office"),
    EntryKind.COURT: N_("Court"),
    EntryKind.AKIMAT: N_("Akimat"),
    EntryKind.OMBUDSMAN: N_("Human rights body"),
    EntryKind.STATE_BODY: N_("Another state body"),
    EntryKind.CONSULATE: N_("Consulate"),
    EntryKind.TRADE_UNION: N_("Trade union"),
    EntryKind.PARTNER: N_("Partner organisation"),
    EntryKind.LEGAL_AID: N_("Legal aid"),
    EntryKind.SHELTER: N_("Shelter"),
    EntryKind.CLINIC: N_("Clinic"),
    EntryKind.SCHOOL: N_("School"),
    EntryKind.LANGUAGE_COURSE: N_("Language course"),
    EntryKind.OTHER_SERVICE: N_("Another service"),
}

_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_REGION: Final = re.compile(r"KZ-[0-9]{2}")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True)
class Entry:
    """A body, consulate, partner or service. `region` is an ISO 3166-2 code, empty for the whole country.

    `country` is the state of a consulate or of an organisation abroad, ISO 3166-1 alpha-2. `languages` says in words
    which ones are spoken there.
    """

    kind: EntryKind
    name: Trilingual
    region: str = ""
    country: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    languages: str = ""
    note: str = ""


@dataclass(frozen=True)
class ShippedEntry:
    """An entry that comes with the program. `key` never changes; `source` and `confidence` (V or S) vouch for it."""

    key: str
    entry: Entry
    source: str
    confidence: str


@dataclass(frozen=True)
class EntryCard:
    """An entry of the file. `source` and `confidence` are those of a shipped one whose facts the centre left alone.

    `checked_on` and `checked_by`: when somebody at the centre found all of it right, and who.
    """

    id: int
    entry: Entry
    shipped: bool = False
    source: str = ""
    confidence: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    active: bool = True
    referrals: int = 0


@dataclass(frozen=True)
class DirectoryFilter:
    """Which entries the list shows. With a `region` those of the whole country come too."""

    text: str = ""
    kind: EntryKind | None = None
    region: str = ""
    country: str = ""
    inactive: bool = False


def matches(entry: Entry, text: str) -> bool:
    """Whether every typed word begins a word of the names, the address or the note, in any script; or it is a phone."""
    words = fold(text[:LONGEST_LINE]).split()
    told = " ".join((entry.name.kk, entry.name.ru, entry.name.en, entry.address, entry.phone, entry.email, entry.note))
    known = f" {fold(told[:1000])}"
    digits = re.sub(r"\D", "", text)
    by_phone = len(digits) > 2 and not any(map(str.isalpha, text)) and digits in re.sub(r"\D", "", entry.phone)
    return by_phone or all(f" {word}" in known for word in words)


def in_order(cards: Iterable[EntryCard], language: str) -> tuple[EntryCard, ...]:
    """Entries by kind, then those of a region before those of the whole country, then by name."""
    kinds = list(ENTRY_KINDS)

    def place(card: EntryCard) -> tuple[int, bool, str, str, int]:
        entry = card.entry
        name = sort_key(entry.name.within(language))
        return kinds.index(entry.kind), not entry.region, entry.region, name, card.id

    return tuple(sorted(cards, key=place))


def same_facts(one: Entry, other: Entry) -> bool:
    """Whether what a source vouches for is the same: kind, names, place and phone."""
    return (one.kind, one.name, one.region, one.country, one.phone) == (
        other.kind,
        other.name,
        other.region,
        other.country,
        other.phone,
    )


def not_verified(card: EntryCard) -> bool:
    """Whether there is no way yet to reach it that anybody at the centre has found right."""
    return card.checked_on is None and not card.entry.phone


def problems(entry: Entry) -> tuple[Problem, ...]:
    """What is wrong with an entry before it is kept: it needs a name in one language at least."""
    return tuple(_problems(entry))


def _problems(entry: Entry) -> Iterator[Problem]:
    if not entry.name.within("ru"):
        yield Problem("name", Message(N_("Type the name in one language at least.")))
    for code in ("kk", "ru", "en"):
        yield from problem_of_length(f"name.{code}", getattr(entry.name, code), LONGEST_LINE)
    if entry.region and not _REGION.fullmatch(entry.region):
        yield Problem("region", Message(N_("Choose a region from the list.")))
    if entry.country and not _COUNTRY.fullmatch(entry.country):
        yield Problem("country", Message(N_("Choose a country from the list.")))
    if entry.kind is EntryKind.CONSULATE and not entry.country:
        yield Problem("country", Message(N_("Choose the country of the consulate.")))
    if entry.email and not _EMAIL.fullmatch(entry.email):
        yield Problem("email", Message(N_("This is no e-mail address. Check how it is written.")))
    yield from problem_of_length("phone", entry.phone, LONGEST_PHONE)
    for name in ("address", "email", "hours", "languages"):
        yield from problem_of_length(name, getattr(entry, name), LONGEST_LINE)
    yield from problem_of_length("note", entry.note, LONGEST_NOTE)
