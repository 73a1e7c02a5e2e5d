"""All rules of the contract check in the order of their parts, and what they find."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app.domain.answers import Answers
from desktop_app.domain.contract_check import Finding, check
from desktop_app.domain.contract_rules_deductions import DEDUCTIONS
from desktop_app.domain.contract_rules_papers import PAPERS
from desktop_app.domain.contract_rules_pay import PAY
from desktop_app.domain.contract_rules_permit import PERMIT
from desktop_app.domain.contract_rules_time import TIME

RULES: Final = (*PAY, *DEDUCTIONS, *TIME, *PAPERS, *PERMIT)


def findings(answers: Answers, on: date) -> tuple[Finding, ...]:
    """What is found about a contract with these answers, by the values of the day `on`; heaviest first."""
    return check(RULES, answers, on)
