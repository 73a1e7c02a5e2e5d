from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Words
from tests.letters import at_employer, bodies
from tests.letters.blocks_alike import alike, words_of
from tests.letters.samples import pay_documents

LETTER = catalogue.LETTERS["pay_documents"]
ALL = ("slips", "certificate", "proof", "contract", "records", "orders")
NORMS = {"slips": "lc.113.2", "certificate": "lc.62.2", "proof": "lc.62", "contract": "lc.33", "records": "lc.79"}


def asked(
    *codes: str, size: int = 1, confirmed: bool = True, language: LetterLanguage = LetterLanguage.EN, **more: str
) -> LetterFacts:
    answers = bodies.said(asked=codes, **more) if codes else bodies.said(**more)
    return at_employer.facts("pay_documents", language, at_employer.crew(size), confirmed=confirmed, answers=answers)


def text(facts: LetterFacts) -> str:
    return words_of(LETTER.story(facts, for_language("en")))


def items(facts: LetterFacts) -> list[str]:
    story = LETTER.story(facts, for_language("en"))
    return [block.key for block in story if isinstance(block, Words) and block.style == "item"]


@pytest.mark.parametrize("code", NORMS)
def test_each_paper_is_asked_for_with_its_norm_alone(code: str) -> None:
    facts = asked(code, confirmed=False)
    assert items(facts) == [f"papers.{code}", "papers.why_not"]
    assert {fact.key for fact in LETTER.grounds(facts)} == {NORMS[code]}


def test_all_papers_are_numbered_in_the_order_of_the_form() -> None:
    facts = asked(*reversed(ALL), eaeu="yes")
    assert items(facts) == [*(f"papers.{code}" for code in ALL), "papers.eaeu", "papers.why_not"]


@pytest.mark.parametrize("code", ["certificate", "proof", "contract", "records", "orders"])
def test_a_norm_that_is_not_settled_is_marked(code: str) -> None:
    letter = text(asked(code, confirmed=False))
    assert "of the Republic of Kazakhstan*);" in letter
    assert "DRAFT" in letter
    assert "*" not in text(asked(code))


@pytest.mark.parametrize(("answer", "stands"), [("yes", True), ("no", False), ("unknown", False)])
def test_the_certificate_of_the_treaty_is_asked_for_when_the_lawyer_says_so(answer: str, stands: bool) -> None:
    facts = asked("slips", eaeu=answer)
    assert ("Treaty on the Eurasian Economic Union" in text(facts)) is stands
    assert ("eaeu.98.7" in {fact.key for fact in LETTER.grounds(facts)}) is stands


def test_the_treaty_alone_is_enough_to_ask_for() -> None:
    assert items(asked(eaeu="yes")) == ["papers.eaeu", "papers.why_not"]


def test_when_nothing_is_asked_for_there_is_no_letter() -> None:
    with pytest.raises(AppError, match="Choose what"):
        text(asked())
    assert [problem.field for problem in catalogue.lacking(asked())] == ["answers.asked"]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-03", "2026-10", "for the period: March 2026 – October 2026."),
        ("", "2026-10", "for the whole time of work."),
        ("", "", "for the whole time of work."),
    ],
)
def test_the_months_are_those_that_were_written_down(first: str, last: str, said: str) -> None:
    assert said in text(asked("slips", first=first, last=last))


def test_the_term_of_the_certificate_is_told_when_its_norm_is_settled() -> None:
    assert "within 5 working days of the request" in text(asked("certificate"))
    assert "working days" not in text(asked("certificate", confirmed=False))
    assert "working days" not in text(asked("slips"))


def test_a_crew_is_named_in_a_table_and_each_gets_papers_apart() -> None:
    story = LETTER.story(asked("slips", size=3), for_language("en"))
    table = next(block for block in story if isinstance(block, Grid))
    assert len(table.rows) == 3
    assert "for each worker named in the table apart" in text(asked("slips", size=3))
    assert "apart" not in text(asked("slips"))
    assert not [block for block in LETTER.story(asked("slips"), for_language("en")) if isinstance(block, Grid)]


def test_the_day_is_a_real_one() -> None:
    assert "not later than 1 December 2026:" in text(asked("slips")).replace("\u00a0", " ")


def test_the_case_need_know_nothing_else() -> None:
    assert text(replace(asked("slips"), told=None))


@pytest.mark.parametrize("size", [1, 3])
def test_both_languages_have_the_same_blocks(size: int) -> None:
    alike(pay_documents.facts(LetterLanguage.KK_RU))
    alike(asked(*ALL, size=size, eaeu="yes"))


def test_a_household_is_asked_for_no_orders() -> None:
    facts = asked("certificate", "orders")
    home = replace(facts, employer=replace(facts.employer, kind=EmployerKind.HOUSEHOLD))
    assert items(facts) == ["papers.certificate", "papers.orders", "papers.why_not"]
    assert items(home) == ["papers.certificate", "papers.why_not"]
    assert "lc.34" not in {fact.key for fact in LETTER.grounds(home)}
    assert "certify the copies" in text(facts)
    assert "certify the copies" not in text(home)
