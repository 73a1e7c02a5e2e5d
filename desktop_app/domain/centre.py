"""The centre that keeps the file, and the people who work in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


@dataclass(frozen=True)
class Trilingual:
    """The same words in Kazakh, Russian and English; any may be empty."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    def within(self, language: str) -> str:
        """The words in `language` (kk, ru, en), or the first language that has any."""
        wanted = {"kk": self.kk, "ru": self.ru, "en": self.en}[language]
        return wanted or self.kk or self.ru or self.en


NO_WORDS: Final = Trilingual()


@dataclass(frozen=True)
class Centre:
    """The centre as its letterhead shows it. `region` is an ISO 3166-2 code (KZ-75).

    `code` is a short mark that begins the numbers of its letters (TM/2026/17), empty for numbers without one.
    """

    name: Trilingual
    address: Trilingual = NO_WORDS
    bin: str = ""
    letterhead: Trilingual = NO_WORDS
    region: str = ""
    code: str = ""


class Role(StrEnum):
    """What a member of staff does in the centre."""

    STAFF = "staff"
    LAWYER = "lawyer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class StaffMember:
    """A person who works at the centre and signs in with `login`."""

    id: int
    login: str
    full_name: str
    role: Role
    active: bool = True


@dataclass(frozen=True)
class NewStaffMember:
    """A member of staff to be added, with their first password."""

    login: str
    full_name: str
    role: Role
    password: str = field(repr=False)


@dataclass(frozen=True)
class NewFile:
    """Everything the first start asks for: the centre and its first user, an administrator."""

    language: str
    centre: Centre
    first_user: NewStaffMember
