"""The standing texts of letters that the employer reads: each keyed sentence can be worded by the centre."""

from __future__ import annotations

import importlib
from dataclasses import replace

import pytest

from desktop_app.domain.addressees import AT_EMPLOYER
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.standing_texts import problems_of_text
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Words
from tests.letters.blocks_alike import alike, words_of

KINDS = [letter.id for letter in catalogue.LETTERS.values() if letter.addressee in AT_EMPLOYER]


def sample(kind: str, language: LetterLanguage = LetterLanguage.EN) -> LetterFacts:
    facts: LetterFacts = importlib.import_module(f"tests.letters.samples.{kind}").facts(language)
    return facts


def used(facts: LetterFacts) -> set[str]:
    story = catalogue.LETTERS[facts.kind].story(facts, for_language("en"))
    return {block.key for block in story if isinstance(block, Words) and block.key}


@pytest.mark.parametrize("kind", KINDS)
def test_every_keyed_sentence_is_a_standing_text_of_its_letter(kind: str) -> None:
    known = {text.key for text in catalogue.LETTERS[kind].texts}
    assert used(sample(kind)) <= known
    assert len(known) == len(catalogue.LETTERS[kind].texts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_centres_own_words_stand_in_their_place(kind: str) -> None:
    facts = sample(kind)
    for key in sorted(used(facts)):
        own = replace(facts, wording={(key, "en"): "Own words of the centre."})
        assert "Own words of the centre." in words_of(catalogue.LETTERS[kind].story(own, for_language("en")))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_the_programs_own_words_pass_the_check_that_the_centres_must_pass(kind: str, code: str) -> None:
    for text in catalogue.LETTERS[kind].texts:
        shipped = text.shipped(for_language(code))
        assert list(problems_of_text(shipped, text.placeholders)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_have_the_same_blocks(kind: str) -> None:
    alike(sample(kind, LetterLanguage.KK_RU))


@pytest.mark.parametrize("kind", KINDS)
def test_what_somebody_typed_is_text_and_nothing_else(kind: str) -> None:
    facts = sample(kind)
    name = "<b>Бұзық</b> %(day)s {norm} &amp;"
    first = replace(facts.workers[0], person=replace(facts.workers[0].person, full_name=name))
    facts = replace(facts, workers=(first, *facts.workers[1:]), site=name)
    assert name in words_of(catalogue.LETTERS[kind].story(facts, for_language("en")))
    assert catalogue.render(facts).startswith(b"%PDF-")
