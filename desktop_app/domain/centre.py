"""The centre that keeps the file, and the people who work in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_


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


LONGEST_CODE: Final = 8
MOST_BYTES_OF_LOGO: Final = 1024 * 1024
LOGO_SIDE: Final = 600
"""Pixels: a logo is kept no larger than a letterhead can show it."""


def example_number(code: str, year: int) -> str:
    """How the number of a letter looks with this mark."""
    return "/".join(part for part in (code.strip(), str(year), "17") if part)


def problems_of_code(code: str, field_name: str = "code") -> tuple[Problem, ...]:
    """Why a mark cannot begin the numbers of letters; an empty one is none."""
    if code and (not code.isalnum() or len(code) > LONGEST_CODE):
        message = N_("The mark has letters and digits only, %(most)s at most, without spaces and signs.")
        return (Problem(field_name, Message(message, {"most": LONGEST_CODE})),)
    return ()


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
