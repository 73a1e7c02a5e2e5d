"""A fact of law with what the centre's lawyer made of it: the one idea of how far it may be relied on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app import law
from desktop_app.i18n import N_
from desktop_app.law import Fact, Origin

CONFIDENCE: Final = {
    "V": N_("read in the text of the law"),
    "V-old": N_("read in an older edition"),
    "S": N_("from a secondary source"),
}
"""How sure a fact is, in words."""


class Standing(StrEnum):
    """How far a fact may be relied on today, the gravest first."""

    OUTDATED = "outdated"
    STALE = "stale"
    TO_CHECK = "to_check"
    READ = "read"
    CONFIRMED = "confirmed"


STANDINGS: Final[Mapping[Standing, str]] = {
    Standing.OUTDATED: N_("past its range"),
    Standing.STALE: N_("a year unconfirmed"),
    Standing.TO_CHECK: N_("to be checked"),
    Standing.READ: N_("read in the text"),
    Standing.CONFIRMED: N_("confirmed"),
}


@dataclass(frozen=True)
class Norm:
    """A fact of law something rests on. `confirmed_by`: the centre's lawyer and the day, if any.

    A norm that is neither verified in its text nor confirmed is marked "to be checked by the lawyer"; so is one that
    nobody confirmed for twelve months, or a value past the range its source vouches for.
    """

    fact: Fact
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def old(self) -> bool:
        """Whether nobody confirmed it for twelve months, and what was read is older too."""
        return law.stale(self.fact, self.confirmed_on)

    @property
    def settled(self) -> bool:
        """Whether it may be printed without a mark."""
        # What the centre typed is marked until its lawyer has confirmed it, too.
        read = self.fact.confidence == "V" and self.fact.origin is not Origin.CENTRE
        return not self.old and (read or bool(self.confirmed_by))

    @property
    def standing(self) -> Standing:
        """How far it may be relied on today."""
        if law.outdated(self.fact):
            return Standing.OUTDATED
        if self.old:
            return Standing.STALE
        if self.confirmed_by:
            return Standing.CONFIRMED
        return Standing.READ if self.settled else Standing.TO_CHECK
