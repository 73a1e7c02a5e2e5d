"""The employer: a company, a sole trader, a household, or a foreman without papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final


class EmployerKind(StrEnum):
    """Who the worker worked for."""

    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    HOUSEHOLD = "household"
    FOREMAN = "foreman"


PRIVATE: Final = frozenset({EmployerKind.HOUSEHOLD, EmployerKind.FOREMAN})
"""Employers who are private persons: fines for breaches of labour law name officials and businesses, not them."""


@dataclass(frozen=True)
class Employer:
    """An employer as entered. `bin_iin`: BIN of a company, IIN of a person, empty when not known."""

    name: str
    kind: EmployerKind
    bin_iin: str = ""
    address: str = ""
    phone: str = ""
    head_name: str = ""


@dataclass(frozen=True)
class EmployerRow:
    """A line of the employers list. `owed` is in tenge, over open cases; `score` as for people."""

    id: int
    name: str
    kind: EmployerKind
    bin_iin: str
    cases: int
    score: float | None = None


@dataclass(frozen=True)
class EmployerCase:
    """A case of an employer. `part` is its part in the chain (chains.Part), empty when the case is against it.

    `owed`, `awarded` and `received` are in tenge over the whole crew; `unanswered` counts letters to this employer
    whose term has passed without an answer.
    """

    workers: int
    open: bool
    opened_on: date
    part: str = ""
    owed: Decimal = Decimal(0)
    awarded: Decimal = Decimal(0)
    received: Decimal = Decimal(0)
    unanswered: int = 0


@dataclass(frozen=True)
class Unanswered:
    """A letter to the employer that waits for an answer since its term passed."""

    letter_id: int
    number: str
    case_id: int
    due_on: date


@dataclass(frozen=True)
class EmployerCard:
    """An employer with all its cases, newest first: (case id, case number, what is known of the case).

    `owed` (open cases), `awarded` and `received` are tenge over the cases against it, not those where it is only a part
    of the chain.
    """

    id: int
    employer: Employer
    cases: tuple[tuple[int, str, EmployerCase], ...]
    owed: Decimal = Decimal(0)
    awarded: Decimal = Decimal(0)
    received: Decimal = Decimal(0)
    unanswered: tuple[Unanswered, ...] = ()
