"""A line of the answer whether somebody may work, and how the tables of such lines are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.work_right import Regime
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact


class Part(StrEnum):
    """Where a line stands in the answer."""

    DATES = "dates"
    LIMITS = "limits"
    RIGHTS = "rights"
    RISKS = "risks"


PARTS: Final = {
    Part.DATES: N_("Dates"),
    Part.LIMITS: N_("What to keep in mind"),
    Part.RIGHTS: N_("Rights"),
    Part.RISKS: N_("Risks"),
}


@dataclass(frozen=True)
class Line:
    """One line of the answer. `rests_on` are its norms and values; `day` the date it names; `tone` as of a note."""

    part: Part
    message: Message
    rests_on: tuple[Fact, ...]
    day: date | None = None
    tone: str = "info"


@dataclass(frozen=True)
class Stated:
    """A line of the table: for whom it holds, its words, its norms, and the dated values its words name."""

    part: Part
    regimes: frozenset[Regime]
    text: str
    norms: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    tone: str = "info"
