"""The benchmark of letters compares like with like: everybody is given every word of the same letters."""

from __future__ import annotations

from html import unescape

import pytest

from benchmarks import letter_bare, letter_facts, letter_office, letter_typst
from desktop_app.domain.letters import LetterLanguage
from desktop_app.letters import catalogue, editing
from desktop_app.letters.blocks import Grid, Signature, Story
from tests.letters.reading import text_of


def words_of(story: Story) -> list[str]:
    """Every word of a letter, those of its tables and its places to sign among them."""
    said = [editing.text_of(story)]
    for block in story:
        if isinstance(block, Grid):
            said += [column.head for column in block.columns] + [cell for row in block.rows for cell in row]
        if isinstance(block, Signature):
            said += [block.position, block.name]
    return " ".join(said).split()


def squeezed(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def missing(story: Story, text: str) -> list[str]:
    shown = squeezed(text)
    return [word for word in words_of(story) if squeezed(word) not in shown]


@pytest.mark.parametrize("crew", [1, 3])
@pytest.mark.parametrize("language", letter_facts.LANGUAGES)
def test_everybody_prints_the_same_words(language: LetterLanguage, crew: int) -> None:
    facts = letter_facts.claims(language, 1, crew)[0]
    story = letter_facts.story(facts)
    assert len(words_of(story)) > 300
    assert missing(story, text_of(catalogue.render(facts))) == []
    assert missing(story, text_of(letter_bare.render(story))) == []
    assert missing(story, letter_typst.source(story).decode()) == []
    assert missing(story, unescape(letter_office.source([story]).decode())) == []


def test_no_two_letters_of_a_run_are_alike() -> None:
    made = [letter_facts.story(each) for each in letter_facts.claims(LetterLanguage.KK, 40)]
    assert len(set(made)) == 40
