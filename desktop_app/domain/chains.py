"""The employers of a case as a chain, and signs that two employers of the file are one.

A worker is hired by a foreman, who was sent by a broker, who works for a contractor of a customer. The same foreman
comes back under a new company: the signs only show it, nothing is ever merged by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.checks import LONGEST_LINE, placed, problem_of_length, problems_of_employer
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.names import alike, fold, skeleton
from desktop_app.errors import Problem
from desktop_app.i18n import N_


class Part(StrEnum):
    """The part of an employer in the chain of a case, from the one who wanted the work to the one on the site."""

    CUSTOMER = "customer"
    GENERAL_CONTRACTOR = "general_contractor"
    CONTRACTOR = "contractor"
    SUBCONTRACTOR = "subcontractor"
    BROKER = "broker"
    FOREMAN = "foreman"


PARTS: Final = {
    Part.CUSTOMER: N_("Customer of the works"),
    Part.GENERAL_CONTRACTOR: N_("General contractor"),
    Part.CONTRACTOR: N_("Contractor"),
    Part.SUBCONTRACTOR: N_("Subcontractor"),
    Part.BROKER: N_("Intermediary"),
    Part.FOREMAN: N_("Foreman"),
}
"""What the parts are called, in the order of the chain."""


@dataclass(frozen=True)
class NewParty:
    """An employer to be put into the chain of a case: one of the file (`employer_id`) or a new one."""

    part: Part
    employer: Employer
    employer_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class PartyCard:
    """A place in the chain. `id` is 0 and `part` None for the employer whom the case is against."""

    id: int
    employer_id: int
    employer: Employer
    part: Part | None
    note: str = ""


class Sign(StrEnum):
    """What two employers have in common."""

    NUMBER = "number"
    PHONE = "phone"
    ADDRESS = "address"
    HEAD = "head"
    FOREMAN = "foreman"


SIGNS: Final = {
    Sign.NUMBER: N_("the same BIN or IIN"),
    Sign.PHONE: N_("the same phone"),
    Sign.ADDRESS: N_("the same address"),
    Sign.HEAD: N_("the same head or contact person"),
    Sign.FOREMAN: N_("the head of one bears the name of the other"),
}

_PERSONS: Final = frozenset({EmployerKind.FOREMAN, EmployerKind.HOUSEHOLD, EmployerKind.SOLE_TRADER})
# As domain.names.fold leaves them: what stands before the name of somebody who trades or leads, in three languages.
_TITLES: Final = frozenset(["baswi", "brigadir", "direktor", "foreman", "ip", "jk", "kh", "prorab", "wk"])
# As fold leaves them: street, house, office, flat, town, district, region and their short forms, in three languages.
_PARTS_OF_ADDRESSES: Final = frozenset(
    [
        "ave",
        "avenue",
        "citi",
        "d",
        "dan",
        "dangili",
        "dom",
        "flat",
        "g",
        "gorod",
        "house",
        "ikwamaudani",
        "k",
        "kalasi",
        "kense",
        "kow",
        "kowesi",
        "kv",
        "mikroraon",
        "mkr",
        "n",
        "obl",
        "oblast",
        "oblisi",
        "of",
        "ofice",
        "ofis",
        "pater",
        "pr",
        "prosp",
        "prospekt",
        "r",
        "regon",
        "st",
        "str",
        "stret",
        "ui",
        "ul",
        "ulitsa",
    ]
)
_LEAST_PHONE: Final = 7
_LEAST_ADDRESS: Final = 2


@dataclass(frozen=True)
class Known:
    """An employer of the file with the last digits of its phone, backwards (db.search.phone_tail)."""

    id: int
    employer: Employer
    tail: str
    cases: int = 0


@dataclass(frozen=True)
class PerhapsSame:
    """Another employer of the file that may be the same, and what both have in common."""

    id: int
    name: str
    bin_iin: str
    cases: int
    signs: tuple[Sign, ...]


def signs(one: Known, other: Known) -> tuple[Sign, ...]:
    """What two employers have in common, in the order of how much it says. Either order gives the same answer."""
    return tuple(_signs(one, other))


def perhaps_same(one: Known, others: Iterable[Known]) -> tuple[PerhapsSame, ...]:
    """Which of the others may be the same employer under another name or number; most in common first."""
    found = [
        PerhapsSame(other.id, other.employer.name, other.employer.bin_iin, other.cases, shared)
        for other in others
        if other.id != one.id and (shared := signs(one, other))
    ]
    found.sort(key=_most_first)
    return tuple(found)


def place_of(address: str) -> frozenset[str]:
    """The telling words of an address in any script, without street, house, office, town and the like."""
    return frozenset(fold(address.replace("№", " ")).split()) - _PARTS_OF_ADDRESSES


def problems(party: NewParty) -> tuple[Problem, ...]:
    """What is wrong with a place in the chain; of an employer that is in the file already, nothing."""
    found = [*problem_of_length("note", party.note, LONGEST_LINE)]
    if party.employer_id is None:
        found += placed(problems_of_employer(party.employer), "employer")
    return tuple(found)


def in_order(parties: Iterable[PartyCard]) -> tuple[PartyCard, ...]:
    """The chain from the customer down; the employer whom the case is against stands first."""
    return tuple(sorted(parties, key=_place))


def _place(party: PartyCard) -> tuple[int, int]:
    return -1 if party.part is None else list(PARTS).index(party.part), party.id


def _signs(one: Known, other: Known) -> Iterator[Sign]:
    ours, theirs = one.employer, other.employer
    if ours.bin_iin and ours.bin_iin == theirs.bin_iin:
        yield Sign.NUMBER
    shorter, longer = sorted((one.tail, other.tail), key=len)
    if len(shorter) >= _LEAST_PHONE and longer.startswith(shorter):
        yield Sign.PHONE
    if _same_place(ours.address, theirs.address):
        yield Sign.ADDRESS
    if _same_person(ours.head_name, theirs.head_name):
        yield Sign.HEAD
    if _leads(ours, theirs) or _leads(theirs, ours) or _are_one(ours, theirs):
        yield Sign.FOREMAN


def _same_place(one: str, other: str) -> bool:
    """An address must have a number and two more words: a town alone is shared by thousands."""
    ours = place_of(one)
    numbered = any(mark.isdigit() for word in ours for mark in word)
    return numbered and len(ours) > _LEAST_ADDRESS and ours == place_of(other)


def _leads(one: Employer, other: Employer) -> bool:
    """Whether a person who is an employer bears the name of the head of the other."""
    return one.kind in _PERSONS and _same_person(one.name, other.head_name)


def _are_one(one: Employer, other: Employer) -> bool:
    """Two people in the file as employers with one name."""
    return one.kind in _PERSONS and other.kind in _PERSONS and _same_person(one.name, other.name)


def _same_person(one: str, other: str) -> bool:
    """Two words of a name at least, alike in any script: skeletons first, because they cost little."""
    ours, theirs = _name(one), _name(other)
    if min(len(ours), len(theirs)) < 2 or not _skeletons(ours) & _skeletons(theirs):
        return False
    return alike(" ".join(ours), " ".join(theirs)).same_person_likely


def _name(text: str) -> tuple[str, ...]:
    return tuple(word for word in fold(text).split() if word not in _TITLES)


def _skeletons(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(skeleton(" ".join(words)).split())


def _most_first(each: PerhapsSame) -> tuple[int, int, str, int]:
    return -len(each.signs), min(list(Sign).index(sign) for sign in each.signs), each.name, each.id
