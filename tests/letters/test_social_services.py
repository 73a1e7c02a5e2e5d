from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.addressees import NOBODY
from desktop_app.domain.centre import NO_WORDS
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.reading import pages_of
from tests.letters.samples import social_services as sample

EN = LetterLanguage.EN


def text(facts: LetterFacts) -> str:
    return "\n".join(catalogue.texts_of(facts)).replace("\u00a0", " ")


def answered(facts: LetterFacts, **answers: str | tuple[str, ...]) -> LetterFacts:
    return replace(facts, answers={**facts.answers, **bodies.said(**answers)})


def fields(facts: LetterFacts) -> list[str]:
    return [problem.field for problem in catalogue.lacking(facts)]


def test_it_tells_who_what_is_needed_and_on_what_law() -> None:
    read = text(sample.facts(EN))
    assert "Абдыкадырова Гүлнара\t1990" in read
    assert "– a safe place to live" in read
    assert "– medical help" not in read
    assert "Children, by year of birth: 2015." in read
    for article in ("133(1)", "139(2)", "140(2)", "134(1)"):
        assert f"article {article} of the Social Code" in read
    assert "by 24 November 2026" in read


def test_nobody_is_called_anything_and_no_complaint_is_told() -> None:
    read = text(sample.facts(EN)).casefold()
    for label in ("victim", "trafficking", "forced labour", "indicator", "exploitation", "debt", "шелек", "оразов"):
        assert label not in read
    for secret in ("соседке", "900", claims.PHONE, claims.IIN):
        assert secret not in read


@pytest.mark.parametrize("urgent", ["yes", "no", "unknown"])
def test_help_that_does_not_wait_is_cited_only_when_it_is_so(urgent: str) -> None:
    facts = answered(sample.facts(EN), urgent=urgent)
    read, keys = text(facts), {fact.key for fact in catalogue.LETTERS["social_services"].grounds(facts)}
    assert ("article 141(1)" in read) is ("sc.141.1" in keys) is (urgent == "yes")
    assert ("article 133(2)" in read) is (urgent == "yes")


def test_a_provider_applies_on_behalf_and_then_the_person_does_not_sign() -> None:
    own, behalf = sample.facts(EN), answered(sample.facts(EN), applies="provider")
    assert "article 139(3)" not in text(own)
    assert "article 139(3)" in text(behalf)
    assert "Signatures of the applicants" in text(own)
    assert "Applicant\tАбдыкадырова" in text(replace(own, workers=own.workers[:1]))
    assert "Applicant" not in text(behalf)
    assert "Signatures of" not in text(behalf)


def test_sixty_people_sign_on_pages_that_break() -> None:
    facts = sample.facts(EN)
    crew = tuple(replace(facts.workers[0], worker_id=place) for place in range(1, 61))
    assert len(pages_of(catalogue.render(replace(facts, workers=crew)))) > 3


@pytest.mark.parametrize("consent", ["no", "unknown", ""])
def test_it_is_not_final_without_consent(consent: str) -> None:
    assert "answers.consent" in fields(answered(sample.facts(EN), consent=consent))


def test_requisites_are_named() -> None:
    facts = sample.facts(EN)
    assert fields(facts) == []
    assert "addressee" in fields(replace(facts, addressee=NOBODY))
    assert "centre.address" in fields(replace(facts, centre=replace(claims.CENTRE, address=NO_WORDS)))
    assert "answers.consent_on" in fields(answered(facts, consent_on=""))
    assert {"answers.needs", "answers.applies"} <= set(fields(replace(facts, answers={})))


def test_children_stand_only_when_help_for_a_child_is_asked_for() -> None:
    assert "2015" not in text(answered(sample.facts(EN), needs=("food",)))


@pytest.mark.parametrize("lacks", ["case", "needs"])
def test_an_empty_application_is_never_made(lacks: str) -> None:
    facts = sample.facts(EN)
    with pytest.raises(AppError):
        catalogue.texts_of(replace(facts, told=None) if lacks == "case" else replace(facts, answers={}))


@pytest.mark.parametrize("workers", [1, 2])
def test_every_language_has_the_same_blocks(workers: int) -> None:
    facts, story = sample.facts(EN), catalogue.LETTERS["social_services"].story
    facts = replace(facts, workers=facts.workers[:workers])
    shapes = [[type(block) for block in story(facts, for_language(code))] for code in ("kk", "ru", "en")]
    assert shapes[0] == shapes[1] == shapes[2]
    assert ("each of:" in text(facts)) is (workers == 2)


def test_a_norm_that_is_not_settled_is_marked() -> None:
    facts = sample.facts(EN)
    norm = facts.norms["sc.139.2"]
    weak = replace(norm, fact=replace(norm.fact, confidence="S"), confirmed_by="", confirmed_on=None)
    marked = replace(facts, norms={**facts.norms, "sc.139.2": weak})
    assert "article 139(2) of the Social Code of the Republic of Kazakhstan*" in text(marked)
    assert "DRAFT." in text(marked)
    assert "*" not in text(facts)
