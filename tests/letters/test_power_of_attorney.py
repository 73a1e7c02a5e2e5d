"""The draft of a power of attorney: whose, for what, until when, and what it does not give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.stories import power_of_attorney
from tests.letters import claims
from tests.letters.reading import letter, pages_of
from tests.letters.samples import power_of_attorney as sample

EN = LetterLanguage.EN


def answered(facts: LetterFacts | None = None, **answers: str | tuple[str, ...]) -> LetterFacts:
    facts = facts or sample.facts(EN)
    return replace(facts, answers={**facts.answers, **{name: Answer(value) for name, value in answers.items()}})


def lacking(facts: LetterFacts) -> list[str]:
    return [problem.field for problem in catalogue.lacking(facts)]


def test_a_complete_draft_says_all_of_it() -> None:
    facts = sample.facts(EN)
    assert lacking(facts) == []
    text = letter(facts)
    for said in (
        "Principal: Юсупов Равшан Каримович, date of birth: 12.03.1984, IIN 880520300123.",
        "Representative: Дина Маратқызы Әбенова.",
        "Place and day: Алматы, 21 November 2026.",
        "Also with the right to: 1. sign and bring a claim in court; 2. present a writ for enforcement",
        "The powers may not be passed on to another person.",
        "In force from 21 November 2026 until 20 November 2027, both included.",
        "The text was read aloud and understood: өзбек тілінде",
        "Attested by: ____",
        "Who attests this power of attorney is to be checked by the lawyer before it is signed.",
    ):
        assert said in text, said
    assert "It gives no right to settle" not in text


def test_no_special_powers_are_given_unseen() -> None:
    text = letter(answered(special=()))
    assert "It gives no right to settle, to withdraw a claim, to admit a counterclaim or to receive money." in text
    for power in ("conclude a settlement", "receive property and money", "Also with the right to"):
        assert power not in text


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"place": ""}, "answers.place"),
        ({"until": ""}, "answers.until"),
        ({"until": "2026-11-21"}, "answers.until"),
        ({"until": "2025-11-22"}, "answers.until"),
    ],
    ids=["place", "no-term", "same-day", "past"],
)
def test_a_missing_requisite_is_named(answers: dict[str, Any], field: str) -> None:
    assert lacking(answered(**answers)) == [field]
    assert letter(answered(**answers)), "a draft can be looked at before"


def test_a_named_representative_takes_the_place_of_the_signer() -> None:
    text = letter(answered(representative="Оспанов Ерлан", representative_id="ИИН 850101300123"))
    assert "Representative: Оспанов Ерлан, ИИН 850101300123." in text
    assert "Representative: Дина" not in text


def test_how_the_worker_is_reached_and_where_they_live_are_left_blank() -> None:
    text = letter(sample.facts(EN))
    assert "Address of the principal: ____" in text
    assert "Identity document of the principal: ____" in text
    assert claims.PHONE not in text


def test_several_principals_sign_in_a_table() -> None:
    text = letter(replace(sample.facts(EN), workers=claims.crew(3)))
    assert "we give the representative the right to:" in text
    for name in claims.NAMES[:3]:
        assert name in text
    unnamed = replace(claims.worker(), person=replace(claims.worker().person, full_name=" "))
    assert lacking(replace(sample.facts(EN), workers=(unnamed,))) == ["worker_ids"]


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize("special", [(), ("settle", "money")], ids=["plain", "special"])
def test_every_language_has_the_same_blocks(size: int, special: tuple[str, ...]) -> None:
    facts = answered(replace(sample.facts(EN), workers=claims.crew(size), on=date(2026, 11, 21)), special=special)
    shapes = [
        [
            (type(block).__name__, getattr(block, "style", ""))
            for block in power_of_attorney.story(facts, for_language(code))
        ]
        for code in ("kk", "ru", "en")
    ]
    assert shapes[0] == shapes[1] == shapes[2]


def test_whoever_read_it_aloud_signs_too() -> None:
    facts = sample.facts(EN)
    assert "Who read it aloud" in letter(facts)
    silent = {name: answer for name, answer in facts.answers.items() if name != "read_in"}
    assert "Who read it aloud" not in letter(replace(facts, answers=silent))


@pytest.mark.parametrize("language", [LetterLanguage.KK, LetterLanguage.RU, EN], ids=str)
def test_the_draft_of_one_worker_takes_one_page(language: LetterLanguage) -> None:
    assert len(pages_of(catalogue.render(sample.facts(language)))) == 1
