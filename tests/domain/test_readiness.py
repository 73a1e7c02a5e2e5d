"""The list before a claim goes to court: facts and answers in, state, norm and way to get it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.answers import Answer, FieldKind, problems_of_answers
from desktop_app.domain.contract_check import worded
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.limitation import Direct, Rule, term
from desktop_app.domain.readiness import Item, Known, State, counted
from desktop_app.domain.readiness_items import items
from desktop_app.domain.readiness_questions import QUESTIONS
from desktop_app.i18n import LANGUAGES, for_language

ON = date(2026, 11, 21)
READY, MISSING, UNKNOWN, NOT_NEEDED = State.READY, State.MISSING, State.UNKNOWN, State.NOT_NEEDED
COMPANY = Employer("ТОО «Құрылыс»", EmployerKind.COMPANY, "940140000385", "Алматы, Абай 1")
HOUSEHOLD = Employer("Асан Үсенов", EmployerKind.HOUSEHOLD)
KNOWN = Known(COMPANY, workers=2, unpriced=0, undated=0, term=term(Rule.WAGES, date(2026, 6, 10), ON), demanded=True)

Said = dict[str, str | tuple[str, ...]]

# What the file knows, what is answered, the item, its state, a norm it names ("" for none).
CASES: tuple[tuple[Known, Said, str, State, str], ...] = (
    (replace(KNOWN, employer=HOUSEHOLD), {}, "commission", NOT_NEEDED, "lc.159.1"),
    (replace(KNOWN, employer=HOUSEHOLD), {}, "commission", NOT_NEEDED, "lc.136"),
    (KNOWN, {"direct": "micro"}, "commission", NOT_NEEDED, "lc.159.1"),
    (KNOWN, {"direct": "small_non_profit"}, "commission", NOT_NEEDED, "lc.159.1"),
    (KNOWN, {"direct": "foreign_branch"}, "commission", NOT_NEEDED, "lc.159.1"),
    (KNOWN, {"direct": "head"}, "commission", NOT_NEEDED, "lc.159.1"),
    (KNOWN, {"direct": "no_contract"}, "commission", NOT_NEEDED, "npvs.1"),
    (replace(KNOWN, oral=True), {}, "commission", UNKNOWN, "npvs.1"),
    (replace(KNOWN, oral=True), {"direct": "no_contract"}, "commission", NOT_NEEDED, "npvs.1"),
    (replace(KNOWN, oral=True), {"direct": "no_reason", "commission": "decided"}, "commission", READY, "lc.159.1"),
    (KNOWN, {"commission": "decided"}, "commission", READY, "lc.159.1"),
    (KNOWN, {"commission": "applied"}, "commission", MISSING, "lc.159.5"),
    (KNOWN, {"commission": "applied", "commission_on": "2026-11-16"}, "commission", MISSING, "lc.159.4"),
    (KNOWN, {"commission": "none"}, "commission", UNKNOWN, "lc.160"),
    (KNOWN, {"commission": "not_applied"}, "commission", MISSING, "gpk.152.1.1"),
    (KNOWN, {}, "commission", UNKNOWN, "lc.159.1"),
    (KNOWN, {}, "term", READY, "lc.160"),
    (replace(KNOWN, term=term(Rule.WAGES, date(2025, 4, 10), ON)), {}, "term", UNKNOWN, "kc.81"),
    (replace(KNOWN, term=term(Rule.WAGES, date(2022, 4, 10), ON)), {}, "term", MISSING, "gk.179.2"),
    (replace(KNOWN, term=term(Rule.DISMISSAL_DIRECT, date(2026, 5, 10), ON)), {}, "term", UNKNOWN, "kc.88"),
    (replace(KNOWN, term=None), {}, "term", UNKNOWN, "lc.160"),
    (KNOWN, {}, "certificate", UNKNOWN, "lc.62"),
    (KNOWN, {"certificate": "no"}, "certificate", MISSING, "lc.62"),
    (KNOWN, {"certificate": "asked", "certificate_on": "2026-11-16"}, "certificate", MISSING, "lc.62"),
    (KNOWN, {"certificate": "have"}, "certificate", READY, "lc.62"),
    (replace(KNOWN, eaeu=True), {}, "certificate", UNKNOWN, "eaeu.98.7"),
    (KNOWN, {}, "slips", UNKNOWN, "lc.113.2"),
    (KNOWN, {"slips": "asked"}, "slips", MISSING, "lc.113.2"),
    (KNOWN, {"slips": "have"}, "slips", READY, "lc.113.2"),
    (replace(KNOWN, demanded=False), {"delivered": "yes"}, "demand", MISSING, ""),
    (KNOWN, {"delivered": "yes"}, "demand", READY, ""),
    (KNOWN, {"delivered": "no"}, "demand", MISSING, ""),
    (KNOWN, {}, "demand", UNKNOWN, ""),
    (KNOWN, {}, "address", READY, "gpk.148.2"),
    (replace(KNOWN, employer=replace(COMPANY, address="")), {}, "address", MISSING, "gpk.148.2"),
    (KNOWN, {}, "number", READY, "gpk.148.2"),
    (replace(KNOWN, employer=replace(COMPANY, bin_iin="")), {}, "number", MISSING, "gpk.148.2"),
    (replace(KNOWN, employer=HOUSEHOLD), {}, "number", UNKNOWN, "gpk.148.2"),
    (replace(KNOWN, undated=1), {"identity": "yes"}, "claimants", MISSING, "gpk.148.2"),
    (KNOWN, {"identity": "yes"}, "claimants", READY, "gpk.148.2"),
    (KNOWN, {"identity": "no"}, "claimants", MISSING, "gpk.148.2"),
    (KNOWN, {}, "claimants", UNKNOWN, "gpk.148.2"),
    (KNOWN, {"proofs": ("payroll",)}, "proofs", READY, "lc.35"),
    (replace(KNOWN, in_hand=True), {}, "proofs", READY, "lc.35"),
    (replace(KNOWN, oral=True), {}, "proofs", MISSING, "lc.35"),
    (KNOWN, {}, "proofs", UNKNOWN, "lc.35"),
    (KNOWN, {}, "calculation", READY, "gpk.149"),
    (replace(KNOWN, unpriced=1), {}, "calculation", MISSING, "gpk.149"),
    (KNOWN, {}, "jurisdiction", READY, "gpk.29"),
    (KNOWN, {"branch": "yes"}, "jurisdiction", READY, "gpk.30.3"),
    (KNOWN, {"claimed": "health"}, "jurisdiction", READY, "gpk.30.5"),
    (replace(KNOWN, employer=HOUSEHOLD), {}, "jurisdiction", MISSING, "gpk.29"),
    (KNOWN, {}, "fee", NOT_NEEDED, "tax.668.1"),
    (KNOWN, {"filed": "order"}, "fee", UNKNOWN, "tax.668.1"),
    (KNOWN, {"by": "worker"}, "power", NOT_NEEDED, ""),
    (KNOWN, {"by": "representative"}, "power", MISSING, ""),
    (KNOWN, {"by": "representative", "power": "yes"}, "power", READY, ""),
    (KNOWN, {}, "power", UNKNOWN, ""),
    (KNOWN, {"inspection": "yes"}, "inspection", NOT_NEEDED, "lc.160"),
)


def item_of(known: Known, said: Said, name: str) -> Item:
    answers = {key: Answer(value) for key, value in said.items()}
    assert problems_of_answers(QUESTIONS, answers, ON) == ()
    (item,) = [each for each in items(known, answers, ON) if each.name == name]
    return item


@pytest.mark.parametrize(
    ("known", "said", "name", "state", "norm"), CASES, ids=[f"{at}-{case[2]}" for at, case in enumerate(CASES)]
)
def test_facts_in_state_out(known: Known, said: Said, name: str, state: State, norm: str) -> None:
    item = item_of(known, said, name)
    assert item.state is state
    assert not norm or norm in item.norms
    for key in item.norms:
        assert law.fact(key).confidence in ("V", "V-old", "S")


@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{case[2]}" for at, case in enumerate(CASES)])
def test_what_is_missing_says_how_to_get_it(case: tuple[Known, Said, str, State, str]) -> None:
    known, said, name, state, _norm = case
    if state in (MISSING, UNKNOWN):
        assert item_of(known, said, name).how is not None


@pytest.mark.parametrize(
    ("said", "name", "sentence"),
    [
        ({"commission": "applied", "commission_on": "2026-11-16"}, "commission", "decides by 07.12.2026"),
        ({"commission": "applied", "commission_on": "2026-10-05"}, "commission", "was to decide by 27.10.2026"),
        ({"certificate": "asked", "certificate_on": "2026-11-16"}, "certificate", "by 23.11.2026"),
        ({}, "term", "ends on 10.06.2027"),
    ],
)
def test_days_are_counted_by_the_law(said: Said, name: str, sentence: str) -> None:
    assert sentence in worded(item_of(KNOWN, said, name).why, for_language("en"))


def test_an_order_is_not_said_to_be_free_of_duty() -> None:
    item = item_of(KNOWN, {"filed": "order"}, "fee")
    assert "doubt" in worded(item.why, for_language("en"))


def test_without_a_commission_the_program_says_that_the_way_is_not_settled() -> None:
    item = item_of(KNOWN, {"commission": "none"}, "commission")
    assert "not settled" in worded(item.why, for_language("en"))


def test_when_everything_is_there_everything_is_settled() -> None:
    said: Said = {
        "commission": "decided",
        "certificate": "have",
        "slips": "have",
        "delivered": "yes",
        "proofs": ("contract",),
        "identity": "yes",
        "by": "worker",
    }
    found = items(KNOWN, {name: Answer(value) for name, value in said.items()}, ON)
    assert counted(found) == (len(found), len(found))


def test_nothing_known_is_never_ready() -> None:
    nothing = Known(Employer("Танымайтын адам", EmployerKind.FOREMAN), workers=1, unpriced=1, undated=1)
    ready = {item.name for item in items(nothing, {}, ON) if item.state is READY}
    assert ready == set()


@pytest.mark.parametrize("direct", Direct)
def test_every_reason_has_its_own_sentence(direct: Direct) -> None:
    if direct is Direct.DOMESTIC:
        item = item_of(replace(KNOWN, employer=HOUSEHOLD), {}, "commission")
    else:
        item = item_of(KNOWN, {"direct": direct.value}, "commission")
    assert item.state is NOT_NEEDED


def _answers() -> st.SearchStrategy[dict[str, Answer]]:
    """Any answers to the questions with choices."""
    chosen = {
        question.name: st.sampled_from([Answer(code) for code, _name in question.offered])
        for question in QUESTIONS
        if question.offered and question.kind is not FieldKind.CHOICES
    }
    return st.fixed_dictionaries({}, optional=chosen)


@given(_answers(), st.booleans(), st.booleans(), st.sampled_from(LANGUAGES))
def test_any_answers_make_a_whole_list(answers: dict[str, Answer], oral: bool, eaeu: bool, lang: str) -> None:
    found = items(replace(KNOWN, oral=oral, eaeu=eaeu), answers, ON)
    assert len({item.name for item in found}) == len(found) == 14
    for item in found:
        assert "%(" not in worded(item.why, for_language(lang))
        assert item.how is None or "%(" not in worded(item.how, for_language(lang))
        assert item.facts is not None


@given(_answers())
def test_more_of_the_file_never_makes_more_missing(answers: dict[str, Answer]) -> None:
    poor = replace(KNOWN, employer=replace(COMPANY, address="", bin_iin=""), unpriced=2, undated=2, demanded=False)
    lacking = {item.name for item in items(poor, answers, ON) if item.state is MISSING}
    rich = {item.name for item in items(KNOWN, answers, ON) if item.state is MISSING}
    assert rich - lacking <= {"demand", "claimants"}
