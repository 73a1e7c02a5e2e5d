"""What is found about deductions from pay and fines in a labour contract."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.contract_check import (
    Condition,
    Contract,
    Hit,
    Rule,
    Tenge,
    Weight,
    both,
    if_no,
    if_yes,
    more_than,
    unless,
)
from desktop_app.i18n import N_

_COUNT: Final = N_(
    "Log what was kept back as a complaint, with papers or photographs, and ask for the ground in writing."
)


def _fine_for_leaving(contract: Contract) -> Hit | None:
    fine = contract.number("fine_leaving_sum")
    return Hit({"fine": Tenge(fine)}) if contract.yes("fine_leaving") and fine else None


_LEAVING: Final = if_yes("fine_leaving")
_WITH_SUM: Final[Condition] = _fine_for_leaving

DEDUCTIONS: Final = (
    Rule(
        "deductions",
        Weight.UNLAWFUL,
        both(if_yes("deductions"), if_no("deductions_consent")),
        N_("Sums are deducted from pay without the worker’s written consent and outside the cases of the law."),
        _COUNT,
        ("lc.115",),
        ("koap.87.1",),
    ),
    Rule(
        "deductions",
        Weight.WORRYING,
        unless(if_no("deductions_consent"), unless(if_yes("deductions_consent"), if_yes("deductions"))),
        N_("Sums are deducted from pay, and nobody knows of the worker’s written consent."),
        _COUNT,
        ("lc.115",),
    ),
    Rule(
        "deductions.limit",
        Weight.UNLAWFUL,
        both(if_yes("deductions"), more_than("deductions_percent", "deduction.limit_percent")),
        N_("Up to %(said)s percent of pay is deducted. All deductions of a month together may be at most %(limit)s."),
        N_("Count what was kept back above the limit, and claim it with the wages."),
        ("lc.115.3",),
        ("koap.87.1",),
    ),
    Rule(
        "fines",
        Weight.UNLAWFUL,
        if_yes("fines"),
        N_(
            "There are fines for lateness, faults or damage. Nothing may be kept back except by a court or as the "
            "law names."
        ),
        _COUNT,
        ("lc.115",),
        ("koap.87.1",),
    ),
    Rule(
        "fine.leaving",
        Weight.UNLAWFUL,
        both(_LEAVING, _WITH_SUM),
        N_(
            "A fine of %(fine)s for leaving. A worker may leave after notice, and nothing may be kept back from pay "
            "except by a court or as the law names."
        ),
        N_(
            "Tell the worker that leaving after notice is a right. If a debt keeps the worker there, screen for "
            "forced labour."
        ),
        ("lc.56", "lc.115"),
        ("koap.87.1",),
    ),
    Rule(
        "fine.leaving",
        Weight.UNLAWFUL,
        unless(_WITH_SUM, _LEAVING),
        N_(
            "There is a fine for leaving. A worker may leave after notice, and nothing may be kept back from pay "
            "except by a court or as the law names."
        ),
        N_(
            "Tell the worker that leaving after notice is a right. If a debt keeps the worker there, screen for "
            "forced labour."
        ),
        ("lc.56", "lc.115"),
        ("koap.87.1",),
    ),
)
