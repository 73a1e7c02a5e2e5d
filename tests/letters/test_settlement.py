from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Signature, Words
from desktop_app.letters.claim_totals import debt, debt_of
from desktop_app.letters.stories.settlement import MOST_INSTALMENTS, plan
from desktop_app.services.letter_facts import nothing_owed
from tests.letters import at_employer, bodies, claims
from tests.letters.blocks_alike import alike, words_of
from tests.letters.samples import settlement

LETTER = catalogue.LETTERS["settlement"]
EN = LetterLanguage.EN
FIRST = "2026-12-31"


def agreement(size: int = 1, more: tuple[int, ...] = (), count: str = "4", **said: str) -> LetterFacts:
    answers = bodies.said(first=said.pop("first", FIRST), count=count, **said)
    return at_employer.facts("settlement", EN, at_employer.crew(size), more=more, answers=answers)


def promised(*amounts: str) -> LetterFacts:
    made = date(2026, 11, 20)
    promises = tuple(
        Instalment(made, date(2027, month, 10), Decimal(amount)) for month, amount in enumerate(amounts, start=1)
    )
    return at_employer.facts("settlement", EN, at_employer.crew(1), promises={1: promises[::-1]})


def text(facts: LetterFacts) -> str:
    return words_of(LETTER.story(facts, for_language("en"))).replace("\u00a0", " ")


def test_equal_parts_come_once_a_month_and_the_last_takes_the_remainder() -> None:
    parts = plan(agreement())
    assert [part.due_on for part in parts] == [
        date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31),
    ]  # fmt: skip
    assert [str(part.amount) for part in parts] == ["236299.01", "236299.01", "236299.01", "236299.03"]


@given(count=st.integers(1, MOST_INSTALMENTS), more=st.booleans())
def test_the_parts_agree_with_the_debt_to_the_tiyn(count: int, more: bool) -> None:
    facts = agreement(2, (1,) if more else (), str(count))
    for worker in facts.workers:
        mine = [part.amount for part in plan(facts) if part.worker is worker]
        assert sum(mine) == debt_of(facts, worker).total
        assert all(amount > 0 for amount in mine)
    assert sum(part.amount for part in plan(facts)) == debt(facts).total


def test_instalments_that_were_promised_are_taken_in_the_order_of_their_days() -> None:
    facts = promised("400000", "545196.06")
    assert [(part.due_on, part.amount) for part in plan(facts)] == [
        (date(2027, 1, 10), Decimal(400_000)),
        (date(2027, 2, 10), Decimal("545196.06")),
    ]
    assert catalogue.lacking(facts) == ()


def test_instalments_that_do_not_add_up_stop_the_agreement() -> None:
    (problem,) = catalogue.lacking(promised("400000", "500000"))
    assert problem.field == "answers.first"
    assert "945" in str(problem.message.params["owed"])


def test_instalments_are_compared_worker_by_worker() -> None:
    made, due = date(2026, 11, 20), date(2027, 1, 10)
    uneven = {place: (Instalment(made, due, Decimal(amount)),) for place, amount in ((1, 945_197), (2, "945195.12"))}
    facts = at_employer.facts("settlement", EN, at_employer.crew(2), promises=uneven)
    assert sum(part.amount for part in plan(facts)) == debt(facts).total
    found = catalogue.lacking(facts)
    assert [problem.field for problem in found] == ["answers.first"] * 2
    assert [problem.message.params["name"] for problem in found] == list(claims.NAMES[:2])


@pytest.mark.parametrize("count", ["0", "61", "2.5"])
def test_a_number_of_instalments_that_is_none_stops_the_agreement(count: str) -> None:
    assert "answers.count" in [problem.field for problem in catalogue.lacking(agreement(count=count))]


def test_without_a_debt_or_a_plan_there_is_no_agreement() -> None:
    facts = agreement()
    free = tuple(replace(each, calculation=nothing_owed(claims.ON)) for each in facts.workers)
    with pytest.raises(AppError, match="Nothing is owed"):
        text(replace(facts, workers=free))
    for case in (facts.told, None):
        with pytest.raises(AppError, match="instalments are not known"):
            text(replace(facts, told=case, answers={}))


def test_the_debt_is_acknowledged_for_each_worker_and_all_together() -> None:
    facts = agreement(3, (1,))
    grids = [block for block in LETTER.story(facts, for_language("en")) if isinstance(block, Grid)]
    assert [row[-1] for row in grids[0].rows] == ["1,061,045.49", "945,196.06", "945,196.06", "2,951,437.61"]
    assert grids[1].rows[-1][-1] == "2,951,437.61"
    assert len(grids[1].rows) == 3 * 4 + 1
    assert "acknowledges that on 21 November 2026 it owes 2,951,437.61 ₸" in text(facts)


def test_a_missed_instalment_makes_all_due_and_nothing_is_waived() -> None:
    letter = text(agreement())
    assert "the whole rest of the debt falls due on the next day" in letter
    assert "article 113(3)" in letter
    assert "The worker waives nothing by this agreement" in letter
    assert "the penalty through the day of actual payment" in letter
    assert "The workers waive nothing by this agreement" in text(agreement(2))


def test_what_the_law_itself_takes_from_pay_is_not_promised_away() -> None:
    assert "but in the cases laid down by law or with the written consent of the worker" in text(agreement())


@pytest.mark.parametrize(("way", "said"), [("bank", "to the account"), ("cash", "in cash"), ("", "in cash")])
def test_how_it_is_paid(way: str, said: str) -> None:
    assert said in text(agreement(way=way))


def test_documents_are_returned_when_some_are_held() -> None:
    facts = agreement(2)
    assert "originals" not in text(facts)
    held = bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (2,), (bodies.passport(2, "AA 2"),))
    assert facts.told is not None
    facts = replace(facts, told=replace(facts.told, complaints=(held,)))
    assert "the workers’ documents not later than 21 November 2026" in text(facts)
    dated = replace(facts, answers={**facts.answers, **bodies.said(return_by="2026-11-25")})
    assert "the workers’ documents not later than 25 November 2026" in text(dated)


def test_both_sides_sign() -> None:
    one, many = agreement(), agreement(3)
    signed = [block for block in LETTER.story(one, for_language("en")) if isinstance(block, Signature)]
    assert [(block.position, block.name) for block in signed] == [
        ("For the employer", claims.COMPANY.name),
        ("Worker", claims.NAMES[0]),
    ]
    headed = replace(one, employer=replace(one.employer, head_name="Сағынова Мадина"))
    signed = [block for block in LETTER.story(headed, for_language("en")) if isinstance(block, Signature)]
    assert signed[0].name == "Сағынова Мадина"
    last = [block for block in LETTER.story(many, for_language("en")) if isinstance(block, Grid)][-1]
    assert [row[1] for row in last.rows] == list(claims.NAMES[:3])


def test_what_was_not_checked_of_the_law_is_said_in_a_paragraph_the_lawyer_can_take_out() -> None:
    story = LETTER.story(agreement(), for_language("en"))
    (note,) = [block for block in story if isinstance(block, Words) and block.key == "settlement.unchecked"]
    assert "mediation" in note.text
    assert note.key in [paragraph.key for paragraph in catalogue.paragraphs(agreement())]


@pytest.mark.parametrize("size", [1, 3])
def test_both_languages_have_the_same_blocks(size: int) -> None:
    alike(settlement.facts(LetterLanguage.KK_RU))
    alike(agreement(size, (1,)))


def test_a_company_signs_by_somebody_whose_powers_are_named() -> None:
    said = "Who signs for the employer (office, full name, ground of the powers): "
    facts = agreement()
    assert f"{said}____" in text(facts)
    assert f"{said}Ысқақов Бауыржан, ____" in text(
        replace(facts, employer=replace(facts.employer, head_name="Ысқақов Бауыржан"))
    )
    assert said not in text(replace(facts, employer=replace(facts.employer, kind=EmployerKind.HOUSEHOLD)))


def test_the_lawyer_is_told_to_look_how_it_is_enforced() -> None:
    assert "in which form the agreement can be enforced" in text(agreement())
