"""The employer: a company, a sole trader, a household, or a foreman without papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EmployerKind(StrEnum):
    """Who the worker worked for."""

    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    HOUSEHOLD = "household"
    FOREMAN = "foreman"


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
class EmployerCard:
    """An employer with its cases, newest first: (case id, case number, number of workers)."""

    id: int
    employer: Employer
    cases: tuple[tuple[int, str, int], ...]
