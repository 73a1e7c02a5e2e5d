"""Made-up contract checks for tests: a short one, and one where nearly everything is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.answers import Answer, Answers
from desktop_app.domain.case_papers import ContractMemo
from desktop_app.domain.contract_rules import findings
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims

ON = date(2026, 11, 21)
SITUATION_3: Answers = {
    "form": Answer("paper"),
    "employer": Answer("household"),
    "regime": Answer("labour_immigrant"),
    "permit": Answer("yes"),
    "permit_until": Answer("2027-02-10"),
    "pay_basis": Answer("monthly"),
    "pay": Answer("60000"),
    "week_hours": Answer("40"),
}
SITUATION_5: Answers = {
    "form": Answer("paper"),
    "called": Answer("labour"),
    "employer": Answer("company"),
    "regime": Answer("eaeu"),
    "pay_when": Answer("monthly"),
    "pay_day": Answer("15"),
    "probation": Answer("6"),
    "fine_leaving": Answer("yes"),
    "fine_leaving_sum": Answer("200000"),
    "pledge": Answer("yes"),
}
LONG: Answers = {
    **SITUATION_5,
    **{f"names_{place}": Answer("no") for place in range(1, 14)},
    "hazardous": Answer("yes"),
    "regime": Answer("employer_permit"),
    "permit": Answer("no"),
    "permit_employer": Answer("no"),
    "insurance": Answer("no"),
    "pay": Answer("60000"),
    "week_hours": Answer("60"),
    "day_off": Answer("no"),
    "leave_days": Answer("14"),
    "deductions": Answer("yes"),
    "deductions_consent": Answer("no"),
    "deductions_percent": Answer("70"),
    "unpaid": Answer(("overtime", "nights", "days_off")),
    "fines": Answer("yes"),
    "changes_alone": Answer("yes"),
    "no_leaving": Answer("yes"),
    "dismissal_at_will": Answer("yes"),
    "copy": Answer("no"),
    "signed": Answer("no"),
    "esutd": Answer("no"),
    "language": Answer("no"),
    "originals": Answer("yes"),
    "undertaking": Answer("no"),
    "before": Answer("yes"),
}


def memo_facts(answers: Answers, language: LetterLanguage, *, confirmed: bool = False, workers: int = 1) -> LetterFacts:
    """The facts of a memo on these answers about some workers."""
    facts = replace(claims.claim(language, claims.crew(workers), confirmed=confirmed), kind="contract_memo")
    memo = ContractMemo(ON, "Дина Маратқызы Әбенова", answers, findings(answers, ON), for_all=workers > 1)
    return replace(facts, contract=memo)
