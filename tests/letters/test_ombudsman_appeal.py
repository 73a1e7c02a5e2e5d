from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.addressees import NOBODY
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.samples import ombudsman_appeal as sample

EN = LetterLanguage.EN


def text(facts: LetterFacts) -> str:
    return "\n".join(catalogue.texts_of(facts)).replace("\u00a0", " ")


def answered(facts: LetterFacts, **answers: str | tuple[str, ...]) -> LetterFacts:
    return replace(facts, answers={**facts.answers, **bodies.said(**answers)})


def test_it_tells_rights_facts_bodies_and_requests() -> None:
    read = text(sample.facts(EN))
    assert "– to pay for work" in read
    assert "– Withheld documents, since: 05.03.2025" in read
    assert "Управление полиции Турксибского района города Алматы\tАЛМ/2026/12\t16.10.2026\tnone yet" in read
    assert "1. to consider the appeal" in read
    assert "2. проверить, почему" in read
    assert "3. to inform the applicants of the result" in read


def test_neither_a_term_nor_a_norm_is_claimed_of_a_body_whose_law_was_not_read() -> None:
    read = text(sample.facts(EN))
    assert "working days" not in read
    assert "Administrative Procedural" not in read


def test_bodies_that_let_a_term_of_the_law_pass_are_asked_why() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    read = text(replace(facts, told=replace(facts.told, earlier=(bodies.TO_INSPECTION, bodies.TO_POLICE))))
    assert "16.10.2026\tno answer; it was due by 09.11.2026" in read
    assert "3. to ask the bodies that did not answer in time" in read


def test_what_tells_the_right_to_stay_is_left_out() -> None:
    read = text(sample.facts(EN))
    assert "Stay, registration and permits" not in read
    for secret in ("+7 701", "Бейсенов", "Иванов", claims.PHONE, "AA 000000"):
        assert secret not in read


def test_bodies_and_sums_stand_only_where_there_are_some() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    read = text(replace(facts, told=replace(facts.told, earlier=(), owed={})))
    assert "written to before" not in read
    assert "that did not answer in time" not in read
    assert "the employer owes" not in read
    in_time = replace(facts, told=replace(facts.told, earlier=(bodies.ANSWERED,)))
    assert "written to before" in text(in_time)
    assert "that did not answer in time" not in text(in_time)


def test_only_complaints_of_the_applicants_are_told() -> None:
    facts = sample.facts(EN)
    read = text(replace(facts, workers=facts.workers[4:]))
    assert "Wage arrears" in read
    assert "Withheld documents" not in read


@pytest.mark.parametrize("name", ["rights", "breach"])
def test_it_is_not_final_without_a_right_and_its_breach(name: str) -> None:
    facts = sample.facts(EN)
    assert catalogue.lacking(facts) == ()
    left = {key: value for key, value in facts.answers.items() if key != name}
    assert f"answers.{name}" in [problem.field for problem in catalogue.lacking(replace(facts, answers=left))]


def test_an_attorney_needs_the_power_of_attorney() -> None:
    facts = answered(sample.facts(EN), signed_by="attorney")
    assert "answers.attorney" in [problem.field for problem in catalogue.lacking(facts)]
    assert "addressee" in [problem.field for problem in catalogue.lacking(replace(facts, addressee=NOBODY))]


@pytest.mark.parametrize("lacks", ["case", "right", "everything"])
def test_an_empty_appeal_is_never_made(lacks: str) -> None:
    facts = sample.facts(EN)
    made = {
        "case": replace(facts, told=None),
        "right": replace(facts, answers=bodies.said(breach="что-то")),
        "everything": replace(facts, told=bodies.told(facts.workers), answers=bodies.said(rights=("pay",))),
    }
    with pytest.raises(AppError):
        catalogue.texts_of(made[lacks])


@pytest.mark.parametrize("workers", [1, 5])
def test_every_language_has_the_same_blocks(workers: int) -> None:
    facts, story = sample.facts(EN), catalogue.LETTERS["ombudsman_appeal"].story
    facts = replace(facts, workers=facts.workers[:workers])
    shapes = [[type(block) for block in story(facts, for_language(code))] for code in ("kk", "ru", "en")]
    assert shapes[0] == shapes[1] == shapes[2]


def test_a_complaint_without_a_day_is_named_alone() -> None:
    facts = sample.facts(EN)
    complaint = replace(bodies.complaint(ComplaintKind.DISCRIMINATION, (1,)), since=None)
    assert "– Discrimination\n" in text(replace(facts, told=bodies.told(facts.workers, complaint)))


def test_a_letter_to_nobody_of_the_directory_went_to_the_employer() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    at_employer = replace(bodies.CLAIM, addressee="")
    read = text(replace(facts, told=replace(facts.told, earlier=(at_employer,))))
    assert f"1\t{claims.COMPANY.name}\tАЛМ/2026/9" in read
