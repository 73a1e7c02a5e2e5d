"""The nineteen kinds of complaint that a centre meets, and the groups in which they are offered."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from desktop_app.i18n import N_


class ComplaintKind(StrEnum):
    """What a complaint is about; the value is what the file stores."""

    WAGE_ARREARS = "wage_arrears"
    WITHHELD_DOCUMENTS = "withheld_documents"
    CONTRACT_CHECK = "contract_check"
    NO_CONTRACT = "no_contract"
    OVERTIME = "overtime"
    DEDUCTIONS = "deductions"
    DISMISSAL = "dismissal"
    INJURY = "injury"
    HOUSING = "housing"
    VIOLENCE = "violence"
    MOVEMENT = "movement"
    DEBT_BONDAGE = "debt_bondage"
    OFFICIALS = "officials"
    DISCRIMINATION = "discrimination"
    STAY = "stay"
    HEALTH = "health"
    SCHOOLING = "schooling"
    DECEPTION = "deception"
    OTHER = "other"


COMPLAINT_KINDS: Final = {
    ComplaintKind.WAGE_ARREARS: N_("Wage arrears"),
    ComplaintKind.OVERTIME: N_("Overtime, rest and leave"),
    ComplaintKind.DEDUCTIONS: N_("Unlawful deductions"),
    ComplaintKind.DISMISSAL: N_("Dismissal"),
    ComplaintKind.NO_CONTRACT: N_("No written contract"),
    ComplaintKind.CONTRACT_CHECK: N_("Contract check"),
    ComplaintKind.WITHHELD_DOCUMENTS: N_("Withheld documents"),
    ComplaintKind.STAY: N_("Stay, registration and permits"),
    ComplaintKind.VIOLENCE: N_("Violence or threats"),
    ComplaintKind.MOVEMENT: N_("Restriction of movement"),
    ComplaintKind.DEBT_BONDAGE: N_("Debt bondage"),
    ComplaintKind.OFFICIALS: N_("Extortion or detention by officials"),
    ComplaintKind.DECEPTION: N_("Deception by an intermediary"),
    ComplaintKind.DISCRIMINATION: N_("Discrimination"),
    ComplaintKind.INJURY: N_("Injury or unsafe work"),
    ComplaintKind.HOUSING: N_("Housing"),
    ComplaintKind.HEALTH: N_("Health care"),
    ComplaintKind.SCHOOLING: N_("Children’s schooling"),
    ComplaintKind.OTHER: N_("Another complaint"),
}
"""What each kind is called, in the order in which the kinds are offered."""

KIND_GROUPS: Final = (
    (
        N_("Pay and contract"),
        (
            ComplaintKind.WAGE_ARREARS,
            ComplaintKind.OVERTIME,
            ComplaintKind.DEDUCTIONS,
            ComplaintKind.DISMISSAL,
            ComplaintKind.NO_CONTRACT,
            ComplaintKind.CONTRACT_CHECK,
        ),
    ),
    (N_("Documents and stay"), (ComplaintKind.WITHHELD_DOCUMENTS, ComplaintKind.STAY)),
    (
        N_("Force, fear and deceit"),
        (
            ComplaintKind.VIOLENCE,
            ComplaintKind.MOVEMENT,
            ComplaintKind.DEBT_BONDAGE,
            ComplaintKind.OFFICIALS,
            ComplaintKind.DECEPTION,
            ComplaintKind.DISCRIMINATION,
        ),
    ),
    (
        N_("Safety, housing, health, school"),
        (ComplaintKind.INJURY, ComplaintKind.HOUSING, ComplaintKind.HEALTH, ComplaintKind.SCHOOLING),
    ),
    (N_("Other"), (ComplaintKind.OTHER,)),
)
"""The kinds in the groups of the kind chooser."""
