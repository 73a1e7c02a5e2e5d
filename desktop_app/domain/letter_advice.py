"""Which letters fit what a case holds: offered first, never the only ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.complaint_kinds import ComplaintKind

_PAY: Final = ("employer_claim", "pay_documents", "commission_application", "inspection_complaint", "court_claim")
_FORCE: Final = ("police_forced_labour", "social_services", "prosecutor_complaint")

ADVICE: Final[dict[ComplaintKind, tuple[str, ...]]] = {
    ComplaintKind.WAGE_ARREARS: _PAY,
    ComplaintKind.OVERTIME: ("breach_notice", "pay_documents", "inspection_complaint"),
    ComplaintKind.DEDUCTIONS: ("breach_notice", "pay_documents", "inspection_complaint"),
    ComplaintKind.DISMISSAL: ("commission_application", "pay_documents", "inspection_complaint", "court_claim"),
    ComplaintKind.NO_CONTRACT: ("breach_notice", "inspection_complaint"),
    # The inspection is told of breaches; a contract that is only checked is none yet.
    ComplaintKind.CONTRACT_CHECK: ("breach_notice",),
    ComplaintKind.WITHHELD_DOCUMENTS: ("documents_return", "police_documents", "consulate_request"),
    ComplaintKind.VIOLENCE: _FORCE,
    ComplaintKind.MOVEMENT: _FORCE,
    ComplaintKind.DEBT_BONDAGE: _FORCE,
    ComplaintKind.DECEPTION: _FORCE,
    ComplaintKind.OFFICIALS: ("prosecutor_complaint", "ombudsman_appeal"),
    ComplaintKind.DISCRIMINATION: ("inspection_complaint", "ombudsman_appeal"),
    ComplaintKind.INJURY: ("inspection_complaint",),
    ComplaintKind.HOUSING: ("akimat_appeal", "inspection_complaint"),
    ComplaintKind.SCHOOLING: ("akimat_appeal", "partner_referral"),
    ComplaintKind.HEALTH: ("akimat_appeal", "partner_referral"),
    ComplaintKind.STAY: ("consulate_request", "partner_referral"),
}
"""Ids of letters by the kind of complaint, the first to be made first. Those of no catalogue are passed over."""


def advised(complaints: Iterable[ComplaintKind], known: Iterable[str], *, owed: bool) -> tuple[str, ...]:
    """Ids of the letters of `known` that fit these complaints, each once; `owed`: wages are owed on the day."""
    kinds = [ComplaintKind.WAGE_ARREARS] if owed else []
    wanted = [letter for kind in (*kinds, *complaints) for letter in ADVICE.get(kind, ())]
    offered = frozenset(known)
    return tuple(letter for letter in dict.fromkeys(wanted) if letter in offered)
