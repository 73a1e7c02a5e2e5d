"""A breach of the security of personal data: the register, and what its papers hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from desktop_app.domain.centre import Centre, Role
from desktop_app.domain.logbook import LogHead, Seen
from desktop_app.errors import Message, Problem
from desktop_app.i18n import LANGUAGES, N_

LONGEST: Final = 20_000
MOST_CASES: Final = 500
_TIME: Final = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


@dataclass(frozen=True)
class NewBreach:
    """A breach to be written down: the local day and time (14:05) it was found, and what happened."""

    found_on: date | None
    found_time: str
    described: str


@dataclass(frozen=True)
class Breach:
    """A line of the register. `notify_by` is the last day of the notice as the law kept here has it.

    `notified_at` is None while the authorised body was not notified.
    """

    id: int
    found_at: datetime | None
    described: str
    notified_at: datetime | None
    recorded_by: str
    notify_by: date | None

    @property
    def found_on(self) -> date | None:
        """The local day on which it was found."""
        return self.found_at.date() if self.found_at else None


@dataclass(frozen=True)
class PackRequest:
    """The papers about a breach: days of the log to look at, and case numbers in `cases` (empty: all)."""

    breach_id: int
    first: date | None
    last: date | None
    cases: str
    language: str

    @property
    def numbers(self) -> tuple[str, ...]:
        """The case numbers, each once."""
        return tuple(dict.fromkeys(re.findall(r"[^\s,;]+", self.cases)))


@dataclass(frozen=True)
class Categories:
    """How many people, and how many entries of each kind of data, the looked-at cases hold."""

    cases: int = 0
    sealed: int = 0
    people: int = 0
    births: int = 0
    citizenships: int = 0
    phones: int = 0
    iins: int = 0
    wages: int = 0
    money: int = 0
    letters: int = 0
    attachments: int = 0
    consents: int = 0


@dataclass(frozen=True)
class CaseReach:
    """Who can open a case now. `access` is centre, restricted or sealed."""

    number: str
    opened_on: date
    access: str
    responsible: str
    could_open: tuple[str, ...]


@dataclass(frozen=True)
class CaseSeen:
    """What one colleague did with one case within the days of the papers."""

    number: str
    seen: Seen


@dataclass(frozen=True)
class PackFacts:
    """What stands on the first sheets. `responsible` answers for personal data, empty when nobody was appointed."""

    centre: Centre
    breach: Breach
    request: PackRequest
    made_at: datetime
    made_by: str
    made_by_role: Role
    responsible: str
    head: LogHead
    first_broken: int | None
    categories: Categories
    law_citation: str
    law_source: str
    law_days: int


def problems_of_breach(new: NewBreach, now: datetime) -> Iterator[Problem]:
    """What is wrong with a breach to be written down."""
    if new.found_on is None:
        yield Problem("found_on", Message(N_("Type the day.")))
    if not _TIME.fullmatch(new.found_time.strip()):
        yield Problem("found_time", Message(N_("Type the time as hours and minutes, for example 14:05.")))
    elif new.found_on is not None and found_at(new, now) > now:
        yield Problem("found_on", Message(N_("The date is in the future. Check the year.")))
    if not new.described.strip():
        yield Problem("described", Message(N_("Say in a few sentences what happened.")))
    if len(new.described) > LONGEST:
        yield Problem("described", Message(N_("At most %(limit)s signs fit in here."), {"limit": LONGEST}))


def found_at(new: NewBreach, now: datetime) -> datetime:
    """The moment a breach was found, in the zone of `now`; the new breach must have no problems."""
    match = _TIME.fullmatch(new.found_time.strip())
    day = new.found_on
    if match is None or day is None:
        raise ValueError(new.found_time)
    return now.replace(
        year=day.year, month=day.month, day=day.day, hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0
    )


def problems_of_pack(wanted: PackRequest) -> Iterator[Problem]:
    """What is wrong with the papers as asked for."""
    for name in ("first", "last"):
        if getattr(wanted, name) is None:
            yield Problem(name, Message(N_("Type the day.")))
    if wanted.first is not None and wanted.last is not None and wanted.last < wanted.first:
        yield Problem("last", Message(N_("The period ends before it begins.")))
    if len(wanted.numbers) > MOST_CASES:
        yield Problem("cases", Message(N_("Name at most 500 cases, or leave this empty for all.")))
    if wanted.language not in LANGUAGES:
        yield Problem("language", Message(N_("Choose a language from the list.")))
