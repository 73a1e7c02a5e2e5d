from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.addressees import NOBODY
from desktop_app.domain.centre import NO_WORDS
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.people import Sex
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.samples import partner_referral as sample

EN = LetterLanguage.EN
TOLD = {
    "name": "Турсунова Дилором",
    "birth": "Date of birth: 1995.",
    "sex": "Sex: Female.",
    "citizenship": "Citizenship: Uzbekistan.",
    "iin": "950520400123",
    "documents": "Passport AA 0000001",
    "work": "Серікбаева",
    "wages": "312,120.72",
    "events": "Violence or threats",
}
"""What only the consent to one kind of data lets into the letter."""


def text(facts: LetterFacts) -> str:
    return "\n".join(catalogue.texts_of(facts)).replace("\u00a0", " ")


def answered(facts: LetterFacts, **answers: str | tuple[str, ...]) -> LetterFacts:
    return replace(facts, answers={**facts.answers, **bodies.said(**answers)})


def whole() -> LetterFacts:
    """A case that holds everything a referral could tell."""
    facts = sample.facts(EN)
    assert facts.told is not None
    worker = facts.workers[0]
    worker = replace(worker, person=replace(worker.person, sex=Sex.FEMALE))
    papers = bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1,), (bodies.passport(1, "AA 0000001"),))
    stay = bodies.complaint(ComplaintKind.STAY, (1,), what=("expired",))
    told = replace(facts.told, complaints=(*facts.told.complaints, papers, stay))
    return replace(facts, workers=(worker,), told=told)


@settings(max_examples=60, deadline=None)
@given(allowed=st.sets(st.sampled_from(sorted(TOLD))))
def test_only_what_the_worker_allowed_is_told(allowed: set[str]) -> None:
    read = text(answered(whole(), data=tuple(sorted(allowed))))
    assert {name for name, words in TOLD.items() if words in read} == allowed
    assert ("The name is not given" in read) is ("name" not in allowed)


def test_the_stay_is_never_told() -> None:
    read = text(answered(whole(), data=tuple(TOLD)))
    assert "Stay" not in read
    assert claims.PHONE not in read


def test_the_partner_writes_to_the_centre_and_says_what_came_of_it() -> None:
    read = text(sample.facts(EN))
    assert "through our centre only: 050000, Almaty, Abay Avenue 10" in read
    assert "by 4 December 2026 whether you took the referral on" in read
    assert "with consent of 19 November 2026" in read
    assert "article 7(6)" in read


@pytest.mark.parametrize("consent", ["no", "unknown", ""])
def test_it_is_not_final_without_consent(consent: str) -> None:
    facts = answered(sample.facts(EN), consent=consent)
    assert "answers.consent" in [problem.field for problem in catalogue.lacking(facts)]


def test_requisites_are_named() -> None:
    facts = sample.facts(EN)
    assert catalogue.lacking(facts) == ()
    bare = replace(facts, addressee=NOBODY, centre=replace(claims.CENTRE, address=NO_WORDS), answers={})
    found = {problem.field for problem in catalogue.lacking(bare)}
    assert found >= {"addressee", "centre.address", "answers.aims", "answers.data", "answers.consent"}


def test_several_people_are_told_apart() -> None:
    facts = sample.facts(EN)
    other = replace(bodies.paid("Норматова Шахло", 1990, 2, "70000", 2), occupation="үй жұмыскері")
    read = text(replace(facts, workers=(*facts.workers, other)))
    assert "refers several people" in read
    assert read.index("Person 1") < read.index("Турсунова") < read.index("Person 2") < read.index("Норматова")


@pytest.mark.parametrize("lacks", ["case", "aims"])
def test_an_empty_referral_is_never_made(lacks: str) -> None:
    facts = sample.facts(EN)
    with pytest.raises(AppError):
        catalogue.texts_of(replace(facts, told=None) if lacks == "case" else replace(facts, answers={}))


def test_every_language_has_the_same_blocks() -> None:
    facts, story = answered(whole(), data=tuple(TOLD)), catalogue.LETTERS["partner_referral"].story
    shapes = [[type(block) for block in story(facts, for_language(code))] for code in ("kk", "ru", "en")]
    assert shapes[0] == shapes[1] == shapes[2]
