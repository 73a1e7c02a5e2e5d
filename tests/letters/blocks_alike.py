"""What a story says as one text, and whether the Kazakh and the Russian one have the same blocks."""

from __future__ import annotations

import re

from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Story, Words
from desktop_app.letters.editing import text_of


def words_of(story: Story) -> str:
    """Everything a story says, plain blanks between the words."""
    return re.sub(r"\s+", " ", text_of(story))


def alike(facts: LetterFacts) -> None:
    """Assert that both languages have the same kinds of blocks, styles, marks, keys and sizes of tables."""
    told = catalogue.LETTERS[facts.kind].story
    kazakh, russian = (told(facts, for_language(code)) for code in ("kk", "ru"))
    assert [type(block) for block in kazakh] == [type(block) for block in russian]
    for left, right in zip(kazakh, russian, strict=True):
        if isinstance(left, Words) and isinstance(right, Words):
            assert (left.style, left.mark, left.key) == (right.style, right.mark, right.key)
        if isinstance(left, Grid) and isinstance(right, Grid):
            assert (len(left.columns), len(left.rows), left.groups) == (
                len(right.columns),
                len(right.rows),
                right.groups,
            )
