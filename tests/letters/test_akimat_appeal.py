from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.addressees import NOBODY
from desktop_app.domain.centre import NO_WORDS
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.samples import akimat_appeal as sample

EN = LetterLanguage.EN


def text(facts: LetterFacts) -> str:
    return "\n".join(catalogue.texts_of(facts)).replace("\u00a0", " ")


def answered(facts: LetterFacts, **answers: str) -> LetterFacts:
    return replace(facts, answers={**facts.answers, **bodies.said(**answers)})


def housing(**answers: str) -> LetterFacts:
    facts = answered(sample.facts(EN), subject="housing", **answers)
    complaint = bodies.complaint(
        ComplaintKind.HOUSING, (1,), what=("crowded", "no_notice"), where="село Шелек, дом 3", people="9"
    )
    return replace(facts, told=bodies.told(facts.workers, complaint))


def test_school_rests_on_the_ground_of_the_family() -> None:
    read = text(sample.facts(EN))
    assert "about a place at school for children" in read
    assert "Number of children: 2." in read
    assert "article 15 of the Law" in read
    assert "article 98(8) of the Treaty" in read
    assert "article 8 of the Law of the Republic of Kazakhstan of 27 July 2007" not in read


@pytest.mark.parametrize(("basis", "said"), [("family", True), ("permanent", True), ("labour", False), ("", False)])
def test_where_the_law_is_silent_no_right_is_claimed(basis: str, said: bool) -> None:
    facts = sample.facts(EN)
    complaint = bodies.complaint(ComplaintKind.SCHOOLING, (1,), children="1", basis=basis)
    read = text(replace(facts, told=bodies.told(facts.workers, complaint)))
    assert ("article 8 of the Law of the Republic of Kazakhstan of 27 July 2007" in read) is said
    assert ("The right of the children to education" in read) is said


def test_neither_the_refusal_for_want_of_registration_nor_its_absence_is_told() -> None:
    assert "egistration" not in text(sample.facts(EN)).replace("of its registration", "")
    read = text(housing())
    assert "Living conditions: too many people." in read
    assert "register them" not in read


def test_a_permit_names_who_issues_it_and_no_employer_unless_asked() -> None:
    facts = answered(sample.facts(EN), subject="permit", asked="продлить разрешение")
    read = text(facts)
    assert "article 43-2" in read
    assert bodies.LANDOWNER.name not in read
    assert bodies.LANDOWNER.name in text(answered(facts, name_employer="yes"))


def test_what_is_asked_is_numbered_with_what_every_appeal_asks() -> None:
    read = text(sample.facts(EN)).splitlines()
    assert [line[:2] for line in read if line[:2] in ("1.", "2.", "3.", "4.")] == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize("name", ["subject", "asked"])
def test_it_is_not_final_without_subject_and_request(name: str) -> None:
    facts = sample.facts(EN)
    left = {key: value for key, value in facts.answers.items() if key != name}
    assert f"answers.{name}" in [problem.field for problem in catalogue.lacking(replace(facts, answers=left))]


def test_requisites_of_an_appeal_are_named() -> None:
    assert catalogue.lacking(sample.facts(EN)) == ()
    bare = replace(sample.facts(EN), addressee=NOBODY, centre=replace(claims.CENTRE, address=NO_WORDS))
    assert {problem.field for problem in catalogue.lacking(bare)} >= {"addressee", "centre.address"}


@pytest.mark.parametrize("change", ["no case", "no subject", "nothing known"])
def test_an_empty_appeal_is_never_made(change: str) -> None:
    facts = sample.facts(EN)
    if change == "no case":
        facts = replace(facts, told=None)
    elif change == "no subject":
        facts = replace(facts, answers={})
    else:
        facts = replace(facts, told=bodies.told(facts.workers), answers=bodies.said(subject="housing"))
    with pytest.raises(AppError):
        catalogue.texts_of(facts)


@pytest.mark.parametrize("subject", ["permit", "housing", "school"])
def test_every_language_has_the_same_blocks(subject: str) -> None:
    facts = answered(housing() if subject == "housing" else sample.facts(EN), subject=subject)
    story = catalogue.LETTERS["akimat_appeal"].story
    shapes = [[type(block) for block in story(facts, for_language(code))] for code in ("kk", "ru", "en")]
    assert shapes[0] == shapes[1] == shapes[2]


def test_one_applicant_is_named_in_a_line() -> None:
    facts = sample.facts(EN)
    read = text(replace(facts, workers=facts.workers[:1]))
    assert "Applicant: Абдыкадырова Гүлнара" in read
    assert "Нурбек" not in read


def test_the_day_of_the_former_appeal_stands_in_words() -> None:
    assert "turned to the akimat about this on 5 October 2026." in text(sample.facts(EN))
