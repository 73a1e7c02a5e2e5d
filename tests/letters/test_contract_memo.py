"""The memo on a contract and the list before court: what they say and in which order, in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.case_papers import ReadyMemo
from desktop_app.domain.contract_check import WEIGHTS, Weight, worded
from desktop_app.domain.contract_questions import unanswered
from desktop_app.domain.contract_rules import findings
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.limitation import Rule, term
from desktop_app.domain.readiness import STATES, Known
from desktop_app.domain.readiness_items import items
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import claims
from tests.letters.contracts import LONG, ON, SITUATION_3, SITUATION_5, memo_facts
from tests.letters.reading import letter, pages_of

KK, RU, EN = LetterLanguage.KK, LetterLanguage.RU, LetterLanguage.EN
KK_RU = LetterLanguage.KK_RU
EACH = pytest.mark.parametrize("language", [KK, RU, EN])


def list_facts(language: LetterLanguage, *, confirmed: bool = False) -> LetterFacts:
    facts = claims.claim(language, confirmed=confirmed)
    known = Known(claims.COMPANY, 1, 0, 1, term(Rule.WAGES, ON.replace(year=2025), ON), eaeu=True)
    memo = ReadyMemo(items(known, {"commission": Answer("none")}, ON))
    return replace(facts, kind="readiness_list", readiness=memo)


@EACH
def test_every_finding_stands_in_the_memo_with_what_to_do(language: LetterLanguage) -> None:
    tr = for_language(language)
    text = letter(memo_facts(LONG, language))
    for finding in findings(LONG, ON):
        assert " ".join(worded(finding.message, tr).split()) in text
        assert " ".join(worded(finding.advice, tr).split()) in text


def test_two_languages_stand_beside_each_other() -> None:
    text = letter(memo_facts(SITUATION_5, KK_RU))
    for code in ("kk", "ru"):
        assert for_language(code)("MEMO ON A LABOUR CONTRACT").split()[0] in text
        assert for_language(code)("Answers") in text


def test_findings_stand_in_the_order_of_their_weight() -> None:
    text = letter(memo_facts(LONG, EN))
    present = {finding.weight for finding in findings(LONG, ON)}
    places = [text.index(f" {name} ") for weight, name in WEIGHTS.items() if weight in present]
    assert places == sorted(places)
    assert text.index("What to do next") > max(places)
    assert text.index("The law this rests on") > text.index("What to do next")
    assert text.index(" Answers ") > text.index("The law this rests on")


def test_a_norm_stands_with_its_source_and_edition() -> None:
    text = letter(memo_facts(SITUATION_3, EN))
    assert "article 103(2) of the Labour Code of the Republic of Kazakhstan*" in text
    assert "older copy read" in text
    assert "read in an older edition" in text
    assert "85,000" in text


def test_unconfirmed_it_is_a_draft_and_confirmed_it_is_none() -> None:
    assert "DRAFT" in letter(memo_facts(SITUATION_5, EN))
    confirmed = letter(memo_facts(SITUATION_5, EN, confirmed=True))
    assert "DRAFT" not in confirmed
    assert "*" not in confirmed


def test_what_is_to_be_checked_is_listed() -> None:
    keys = {norm.fact.key for norm in catalogue.to_check(memo_facts(SITUATION_5, EN))}
    assert {"lc.36", "lc.115", "lc.32.7", "probation.months"} <= keys
    assert "lc.113.1" not in keys


def test_answers_are_printed_in_words() -> None:
    text = letter(memo_facts(SITUATION_5, EN))
    assert "Is the passport a pledge or deposit? Yes" in text
    assert "The fine for leaving, tenge 200,000.00" in text


def test_a_clean_contract_says_so() -> None:
    text = letter(memo_facts({"pay": Answer("250000")}, EN))
    assert "nothing in this contract is against the law" in text
    assert "DRAFT" not in text


def test_what_protects_does_not_hide_that_nothing_is_wrong() -> None:
    answers = {"regime": Answer("eaeu")}
    assert [finding.weight for finding in findings(answers, ON)] == [Weight.GOOD]
    assert "nothing in this contract is against the law" in letter(memo_facts(answers, EN))


def test_a_crew_is_named_in_one_line() -> None:
    text = letter(memo_facts(SITUATION_5, EN, workers=14))
    assert "2 more" in text
    assert "All the crew signed one text." in text


@EACH
def test_the_same_facts_give_the_same_bytes(language: LetterLanguage) -> None:
    facts = memo_facts(SITUATION_3, language)
    assert catalogue.render(facts) == catalogue.render(facts)


@EACH
def test_pages_are_numbered_and_carry_the_number_of_the_memo(language: LetterLanguage) -> None:
    for page in pages_of(catalogue.render(memo_facts(LONG, language))):
        assert "2026/17" in page


@pytest.mark.parametrize("kind", ["contract_memo", "readiness_list"])
def test_without_what_it_is_made_from_it_says_where_to_make_it(kind: str) -> None:
    with pytest.raises(AppError, match="is made from"):
        catalogue.render(replace(claims.claim(EN), kind=kind))


@EACH
def test_the_list_says_state_why_and_how(language: LetterLanguage) -> None:
    facts = list_facts(language)
    assert facts.readiness is not None
    tr, text = for_language(language), letter(facts)
    for item in facts.readiness.items:
        assert " ".join(tr(item.title).split()) in text
        assert tr(STATES[item.state]) in text
        assert item.how is None or " ".join(worded(item.how, tr).split()) in text


def test_the_list_is_a_draft_while_norms_are_not_confirmed() -> None:
    assert "DRAFT" in letter(list_facts(EN))
    assert "DRAFT" not in letter(list_facts(EN, confirmed=True))


def test_what_was_not_asked_is_counted() -> None:
    few = {"form": Answer("paper"), "copy": Answer("unknown")}
    assert "copy" in unanswered(few)
    assert "form" not in unanswered(few)
    assert f"Questions without an answer: {len(unanswered(few))}." in letter(memo_facts(few, EN))
