"""The application for a court order: the ground is the lawyer's, the sums are accrued and not disputed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.centre import Role
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid
from desktop_app.letters.stories import court_order
from tests.letters import claims
from tests.letters.reading import letter
from tests.letters.samples import court_order as sample
from tests.letters.samples.court_claim import told

EN = LetterLanguage.EN


def order(**new: Any) -> LetterFacts:
    return replace(sample.facts(EN), **new)


def answered(**answers: str | tuple[str, ...]) -> LetterFacts:
    facts = sample.facts(EN)
    return replace(facts, answers={**facts.answers, **{name: Answer(value) for name, value in answers.items()}})


def lacking(facts: LetterFacts) -> list[str]:
    return [problem.field for problem in catalogue.lacking(facts)]


def test_without_a_ground_the_strip_says_who_fills_it_in() -> None:
    empty = answered(ground="")
    assert lacking(empty) == ["answers.ground"]
    assert "wages are not among the demands for a court order" in letter(empty)
    assert "a notary’s writ of execution serves for accrued wages" in letter(empty)
    assert "Ground for the court order" not in letter(empty)


def test_the_lawyers_ground_stands_as_typed() -> None:
    facts = answered(ground="норма по тексту кодекса.")
    assert lacking(facts) == []
    text = letter(facts)
    assert "Ground for the court order: норма по тексту кодекса." in text
    assert "NOT TO BE FILED" not in text


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_the_program_names_no_provision_for_an_order(code: str) -> None:
    text = " ".join(
        getattr(block, "text", "")
        for block in court_order.story(replace(answered(ground=""), language=LetterLanguage(code)), for_language(code))
    )
    keys = {fact.key for fact in court_order.grounds(sample.facts(EN))}
    assert keys == {"lc.113.1", "gpk.148.2"}
    assert not re.search(r"\b13[4-9]\b|\b14[0-2]\b", text)
    assert "668" not in text, "the exemption speaks of claims alone"


@pytest.mark.parametrize("answer", ["yes", "no", "unknown", ""])
def test_that_nobody_disputes_is_said_only_when_it_is_so(answer: str) -> None:
    assert ("The sum is not disputed." in letter(answered(undisputed=answer))) is (answer == "yes")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"accrued": ()}, "answers.accrued"),
        ({"undisputed": ""}, "answers.undisputed"),
        ({"undisputed": "no"}, "answers.undisputed"),
        ({"undisputed": "unknown"}, "answers.undisputed"),
        ({"signed_by": "attorney"}, "answers.attorney"),
    ],
    ids=["papers", "unsaid", "disputed", "unknown", "attorney"],
)
def test_what_belongs_to_a_claim_stops_it(answers: dict[str, Any], field: str) -> None:
    assert lacking(answered(**answers)) == [field]


def test_a_lawyer_signs_it() -> None:
    assert lacking(order(signer=replace(claims.SIGNER, role=Role.MANAGER))) == ["signer_id"]


@pytest.mark.parametrize("field", ["address", "bin_iin"])
def test_the_debtor_is_named_in_full(field: str) -> None:
    assert lacking(order(employer=replace(claims.COMPANY, **{field: ""}))) == [f"employer.{field}"]


def test_it_asks_for_wages_without_penalty() -> None:
    text = letter(order())
    assert "Sum to be recovered: 516,000.00 ₸" in text
    assert "not paid: 516,000.00 ₸ (five hundred and sixteen thousand tenge)." in text
    assert "enalty" not in text
    assert "That the wages were accrued is shown by: pay slip; certificate of the employer on the pay." in text


def test_a_crew_has_its_months_in_one_table() -> None:
    one = sample.facts(EN).workers[0]
    paid = replace(claims.worker(claims.NAMES[1], claims.shifts("0")), worker_id=3)
    crew = (one, replace(one, worker_id=2))
    text = letter(order(workers=crew, told=told(crew, ())))
    assert "to each of the workers as in the table, together 1,032,000.00 ₸" in text
    assert "Recovering parties: named in the table below" in text
    assert lacking(order(workers=(*crew, paid))) == ["worker_ids"]
    with pytest.raises(AppError, match="Nothing is owed"):
        letter(order(workers=(paid,)))
    grid = next(each for each in court_order.story(order(workers=crew), for_language("en")) if isinstance(each, Grid))
    assert len(grid.rows) == 5
    assert grid.groups == {0, 2}


def test_months_that_were_paid_are_left_out() -> None:
    wages = claims.shifts("26", "24", payments=claims.PAID_IN_PARTS.payments[:1])
    worker = replace(claims.worker(claims.NAMES[1], wages), worker_id=1)
    grid = next(
        each for each in court_order.story(order(workers=(worker,)), for_language("en")) if isinstance(each, Grid)
    )
    assert [row[2:] for row in grid.rows[:-1]] == [
        ("03.2025", "260,000.00", "10.04.2025", "60,000.00", "200,000.00"),
        ("04.2025", "240,000.00", "08.05.2025", "0.00", "240,000.00"),
    ]


def test_it_survives_a_case_that_tells_nothing() -> None:
    assert "516,000.00" in letter(order(told=None))


@pytest.mark.parametrize("size", [1, 2])
def test_both_languages_have_the_same_blocks(size: int) -> None:
    facts = order(workers=sample.facts(EN).workers * size)
    shapes = [
        [(type(block).__name__, getattr(block, "style", "")) for block in court_order.story(facts, for_language(code))]
        for code in ("kk", "ru", "en")
    ]
    assert shapes[0] == shapes[1] == shapes[2]
