"""A worker as a person: name, birth date as far as known, citizenship, how to reach them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.dates import PartialDate


class Sex(StrEnum):
    """As stated by the person or their document."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Person:
    """A person as entered. `citizenship` is an ISO 3166-1 alpha-2 code, empty when unknown.

    `phone_safe` is "yes" when the worker may be called on `phone` without harm, "no" when not, empty when nobody asked;
    `safe_contact` says how to reach them instead.
    """

    full_name: str
    birth: PartialDate | None = None
    sex: Sex = Sex.UNKNOWN
    citizenship: str = ""
    phone: str = ""
    iin: str = ""
    language: str = ""
    phone_safe: str = ""
    safe_contact: str = ""


class PersonRow(NamedTuple):
    """A line of the people list. `score` (0 to 1) is set by a search: how alike the name is."""

    id: int
    full_name: str
    birth: PartialDate | None
    sex: Sex
    citizenship: str
    phone: str
    cases: int
    score: float | None = None
    phone_safe: str = ""


@dataclass(frozen=True)
class PersonCard:
    """A person with the cases they are in, newest first: (case id, case number, employer name)."""

    id: int
    person: Person
    cases: tuple[tuple[int, str, str], ...]
