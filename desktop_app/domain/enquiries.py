"""Enquiries: a question answered at once, by phone or at the desk, without a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from desktop_app.domain.cases import Channel
from desktop_app.domain.checks import (
    EARLIEST_CASE,
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_PHONE,
    problem_of_length,
)
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS
from desktop_app.domain.names import alike, skeleton
from desktop_app.domain.people import Sex
from desktop_app.domain.tidy import tidied, tidy_text
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

MAY_WORK: Final = "may_work"
"""The topic of situation 8: may this person work for this employer?"""

SERVICES: Final = "services"

TOPICS: Final[dict[str, str]] = {
    MAY_WORK: N_("May they work?"),
    SERVICES: N_("Where to find help or a service"),
    **{str(kind): name for kind, name in COMPLAINT_KINDS.items()},
}
"""What enquiries are about: two of their own, then the kinds of complaint, all as codes with their names."""

SHORTEST_TAIL: Final = 7
"""Fewer digits of a phone are shared by strangers."""

_LEAST_LIKENESS: Final = 0.87


@dataclass(frozen=True)
class Enquiry:
    """Who asked what, and what was answered. The caller may stay unnamed.

    `language` is the one that was spoken (a code of privacy_names.READING), `topic` a code of TOPICS, `citizenship` an
    ISO 3166-1 alpha-2 code, `region` an ISO 3166-2 code; what nobody asked stays empty.
    """

    on: date
    channel: Channel
    language: str = ""
    topic: str = ""
    question: str = ""
    answer: str = ""
    caller: str = ""
    phone: str = ""
    sex: Sex = Sex.UNKNOWN
    citizenship: str = ""
    region: str = ""


class EnquiryRow(NamedTuple):
    """A line of the list. `case_number` is empty while it is no case."""

    id: int
    on: date
    channel: Channel
    language: str
    topic: str
    caller: str
    phone: str
    question: str
    answer: str
    case_id: int | None
    case_number: str


@dataclass(frozen=True)
class EnquiryCard:
    """One enquiry as it was logged. `version` guards against overwriting a colleague's change."""

    id: int
    version: int
    enquiry: Enquiry
    logged_by: str
    case_id: int | None = None
    case_number: str = ""


@dataclass(frozen=True)
class EnquiryFilter:
    """Which enquiries the list shows: of the days `first` to `last`, below the row `after_id`, newest first."""

    text: str = ""
    topic: str = ""
    first: date | None = None
    last: date | None = None
    after_id: int | None = None
    limit: int = 200


@dataclass(frozen=True)
class EnquiryCounts:
    """How many enquiries a period had: (code, number) pairs, the most frequent first. Cases are not among them."""

    total: int
    became_cases: int
    by_topic: tuple[tuple[str, int], ...]
    by_channel: tuple[tuple[str, int], ...]
    by_language: tuple[tuple[str, int], ...]


class SameAs(StrEnum):
    """Why an earlier enquiry or a person of the file may be the same caller."""

    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True)
class Caller:
    """Somebody who may have called before: an enquiry or a person of the file, by name and last digits of the phone.

    `tail` are the digits backwards, without codes of country and trunk (db.search.phone_tail).
    """

    kind: str
    id: int
    name: str
    tail: str
    said: str = ""
    """What tells them apart on screen: the day and topic of an enquiry, the citizenship of a person."""


@dataclass(frozen=True)
class Repeat:
    """A caller who may be the same, and why. Never more than a hint: nothing is merged by it."""

    caller: Caller
    reasons: tuple[SameAs, ...]


def tidied_enquiry(enquiry: Enquiry) -> Enquiry:
    """The enquiry with tidied texts; question and answer keep their lines."""
    return replace(tidied(enquiry), question=tidy_text(enquiry.question), answer=tidy_text(enquiry.answer))


def problems(enquiry: Enquiry, today: date) -> tuple[Problem, ...]:
    """What is wrong with an enquiry before it is kept: only the day, the channel and the question are a must."""
    return tuple(_problems(enquiry, today))


def repeats(name: str, tail: str, known: Iterable[Caller], most: int = 5) -> tuple[Repeat, ...]:
    """Who of `known` may be the caller: the same phone first, then a like name in any script, at most `most`.

    A phone counts from its last seven digits on; the shorter number must be the end of the longer one. Names are
    compared when they share a skeleton and both have two words: half of Central Asia is called Alisher.
    """
    heard = _skeletons(name)
    found = [Repeat(caller, reasons) for caller in known if (reasons := _reasons(name, heard, tail, caller))]
    found.sort(key=_surest_first)
    return tuple(found[:most])


def same_phone(one: str, other: str) -> bool:
    """Whether two phones, as their digits backwards, end alike over at least seven digits."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SHORTEST_TAIL and longer.startswith(shorter)


def _reasons(name: str, heard: frozenset[str], tail: str, caller: Caller) -> tuple[SameAs, ...]:
    found = []
    if same_phone(tail, caller.tail):
        found.append(SameAs.PHONE)
    if len(heard) > 1 and _like_names(name, heard, caller.name):
        found.append(SameAs.NAME)
    return tuple(found)


def _like_names(name: str, heard: frozenset[str], other: str) -> bool:
    known = _skeletons(other)
    if len(known) < 2 or not heard & known:
        return False
    like = alike(name, other)
    return like.same_person_likely and like.score >= _LEAST_LIKENESS


def _skeletons(name: str) -> frozenset[str]:
    return frozenset(skeleton(name).split())


def _surest_first(repeat: Repeat) -> tuple[bool, int, str, int]:
    caller = repeat.caller
    return SameAs.PHONE not in repeat.reasons, -len(repeat.reasons), caller.kind, -caller.id


def _problems(enquiry: Enquiry, today: date) -> Iterator[Problem]:
    if enquiry.on > today:
        yield Problem("on", Message(N_("The date is in the future.")))
    elif enquiry.on < EARLIEST_CASE:
        yield Problem("on", Message(N_("The date is too long ago. Check the year.")))
    if not enquiry.question and not enquiry.topic:
        yield Problem("question", Message(N_("Write what was asked, or choose a topic.")))
    if enquiry.topic and enquiry.topic not in TOPICS:
        yield Problem("topic", Message(N_("Choose a topic from the list.")))
    yield from problem_of_length("caller", enquiry.caller, LONGEST_NAME)
    yield from problem_of_length("phone", enquiry.phone, LONGEST_PHONE)
    yield from problem_of_length("question", enquiry.question, LONGEST_NOTE)
    yield from problem_of_length("answer", enquiry.answer, LONGEST_NOTE)
    for name in ("language", "citizenship", "region"):
        yield from problem_of_length(name, getattr(enquiry, name), LONGEST_LINE)
