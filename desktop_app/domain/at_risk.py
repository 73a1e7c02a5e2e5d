"""The workers of a case as warnings see them: papers, fines, where they sleep, how they can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.standing import Sign
from desktop_app.i18n import N_


class WorkPermit(StrEnum):
    """What the papers written down say about the right to work on a day."""

    NOT_NEEDED = "not_needed"
    VALID = "valid"
    EXPIRED = "expired"
    ELSEWHERE = "elsewhere"
    NONE = "none"
    UNKNOWN = "unknown"


YES, NO = "yes", "no"
ASKED: Final = {"": N_("Nobody asked"), YES: N_("Yes"), NO: N_("No")}
"""The answers to “may be called on this phone” and “sleeps where they work”."""


@dataclass(frozen=True)
class AtRisk:
    """One worker. Texts are "yes", "no" or empty when nobody asked.

    `fined`: an administrative fine is written down as unpaid; `overstayed`: the papers of stay have run out. `kinds`
    are the complaints about them that stand, `held` the documents somebody keeps, `signs` what answers say outright.
    """

    worker_id: int
    citizenship: str = ""
    permit: WorkPermit = WorkPermit.UNKNOWN
    fined: str = ""
    overstayed: bool = False
    lives_at_site: str = ""
    phone: str = ""
    phone_safe: str = ""
    safe_contact: str = ""
    born: PartialDate | None = None
    kinds: frozenset[ComplaintKind] = frozenset()
    held: int = 0
    signs: frozenset[Sign] = frozenset()

    @property
    def works_without_permit(self) -> bool:
        """Whether by what is written down a permit is needed and missing."""
        return self.permit in (WorkPermit.NONE, WorkPermit.EXPIRED)


@dataclass(frozen=True)
class CaseAtRisk:
    """A case: its crew, whether it is sealed, whether only some colleagues may see it."""

    crew: tuple[AtRisk, ...]
    sealed: bool = False
    restricted: bool = False
