from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.addressees import NOBODY
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.samples import consulate_request as sample

EN = LetterLanguage.EN


def text(facts: LetterFacts) -> str:
    return "\n".join(catalogue.texts_of(facts)).replace("\u00a0", " ")


def answered(facts: LetterFacts, **answers: str | tuple[str, ...]) -> LetterFacts:
    return replace(facts, answers={**facts.answers, **bodies.said(**answers)})


def fields(facts: LetterFacts) -> list[str]:
    return [problem.field for problem in catalogue.lacking(facts)]


def test_it_names_the_documents_the_steps_and_what_is_asked() -> None:
    read = text(sample.facts(EN))
    assert "Юсупов Равшан Каримович\tPassport\t400000001\t05.03.2025" in read
    assert "answered on 06.11.2026, No. ЗТ-2026-0456" in read
    assert "АЛМ/2026/12\t16.10.2026\tnone yet" in read
    assert "1. to issue a certificate of return" in read
    assert "4. to inform our centre of the result by 4 December 2026." in read
    assert "with consent of 20 November 2026 to their transfer abroad" in read
    assert "article 16(3)" in read


def test_who_keeps_the_documents_and_how_workers_are_reached_is_not_told() -> None:
    read = text(sample.facts(EN))
    for secret in ("Бейсенов", "701 555", claims.PHONE, claims.IIN, "run out", "31.05.2026"):
        assert secret not in read


@pytest.mark.parametrize(
    ("country", "norm"),
    [("TJ", "article 3(4) of the agreement between Kazakhstan and Tajikistan"),
     ("BY", "article 3 of the agreement between Kazakhstan and Belarus"), ("UZ", "")],
)  # fmt: skip
def test_the_agreement_is_cited_only_for_its_citizens(country: str, norm: str) -> None:
    facts = sample.facts(EN)
    read = text(replace(facts, workers=sample.of(country, *facts.workers)))
    assert ("A certificate of return is named" in read) is bool(norm)
    assert norm in read
    assert "A certificate of return is named" not in text(answered(facts, asks=("passport",)))


def test_relatives_and_the_way_home_stand_only_where_they_are_asked_for() -> None:
    read = text(answered(sample.facts(EN), asks=("identity",)))
    assert "Зулфия" not in read
    assert "Wished day of return" not in read
    assert "Зулфия" in text(sample.facts(EN))


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"consent": "no"}, "answers.consent"),
        ({"consent": "unknown"}, "answers.consent"),
        ({"consent": ""}, "answers.consent"),
        ({"consent_on": ""}, "answers.consent_on"),
        ({"consent_on": "2026-11-22"}, "answers.consent_on"),
    ],
    ids=range(5),
)
def test_it_is_not_final_without_consent_of_a_day(answers: dict[str, str], field: str) -> None:
    assert field in fields(answered(sample.facts(EN), **answers))


def test_what_a_consulate_sends_back_is_named_before() -> None:
    facts = sample.facts(EN)
    assert fields(facts) == []
    assert "addressee" in fields(replace(facts, addressee=NOBODY))
    first, *others = facts.workers
    unknown = replace(first, person=replace(first.person, birth=None))
    assert "worker_ids" in fields(replace(facts, workers=(unknown, *others)))
    foreign = replace(first, person=replace(first.person, citizenship="KG"))
    assert "worker_ids" in fields(replace(facts, workers=(foreign, *others)))
    nothing = replace(facts, told=bodies.told(facts.workers))
    assert "answers.lost" in fields(nothing)
    assert fields(answered(nothing, lost="паспорт, май 2026 года")) == []


def test_a_document_that_came_back_is_not_asked_for() -> None:
    facts = sample.facts(EN)
    back = tuple(replace(bodies.passport(place, f"4{place}"), returned_on=date(2026, 11, 1)) for place in (1, 2))
    told = bodies.told(facts.workers, bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1, 2), back))
    assert "have not been returned" not in text(replace(facts, told=told))


def test_one_worker_and_many_open_it_differently() -> None:
    facts = sample.facts(EN)
    assert "A citizen of your state has turned" in text(replace(facts, workers=facts.workers[:1]))
    assert "Citizens of your state have turned" in text(facts)
    assert "Тўраев" not in text(replace(facts, workers=facts.workers[:1]))


def test_letters_that_were_not_sent_are_no_steps() -> None:
    facts = sample.facts(EN)
    waiting = replace(bodies.CLAIM, sent_on=None)
    assert "steps have been taken" not in text(replace(facts, told=bodies.told(facts.workers, earlier=(waiting,))))


@pytest.mark.parametrize("lacks", ["case", "asks"])
def test_an_empty_request_is_never_made(lacks: str) -> None:
    facts = sample.facts(EN)
    with pytest.raises(AppError):
        catalogue.texts_of(replace(facts, told=None) if lacks == "case" else replace(facts, answers={}))


def test_every_language_has_the_same_blocks() -> None:
    facts, story = sample.facts(EN), catalogue.LETTERS["consulate_request"].story
    shapes = [[type(block) for block in story(facts, for_language(code))] for code in ("kk", "ru", "en")]
    assert shapes[0] == shapes[1] == shapes[2]
