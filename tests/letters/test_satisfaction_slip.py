"""The satisfaction slip: it names nobody, and one page does in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.outcomes import AGAIN, BEST_MARK
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid
from desktop_app.letters.fonts import unprintable
from desktop_app.letters.stories import satisfaction_slip
from tests.letters import claims
from tests.letters.reading import letter, pages_of
from tests.letters.samples.satisfaction_slip import facts

EN = LetterLanguage.EN


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_it_names_nobody_and_takes_one_page(language: LetterLanguage) -> None:
    made = replace(facts(language), number="2026/17", workers=claims.crew(3))
    pages = pages_of(catalogue.render(made))
    assert len(pages) == 1
    told = pages[0]
    for name in (*claims.NAMES, claims.SIGNER.full_name, claims.COMPANY.name, made.case_number, made.number):
        assert name not in told


def test_the_number_of_the_case_stands_on_it_only_when_chosen() -> None:
    made = facts(EN)
    assert made.case_number not in letter(replace(made, answers={"with_number": Answer("no")}))
    assert made.case_number in letter(replace(made, answers={"with_number": Answer("yes")}))


def test_side_by_side_it_speaks_three_languages() -> None:
    text = letter(facts(LetterLanguage.KK_RU))
    for code in ("kk", "ru", "en"):
        assert for_language(code)("Did we help you?") in text
    assert "Not sure" in text


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_there_is_an_empty_box_for_every_answer_and_no_glyph_for_it(code: str) -> None:
    grids = [block for block in satisfaction_slip.story(facts(EN), for_language(code)) if isinstance(block, Grid)]
    assert [len(grid.columns) for grid in grids] == [BEST_MARK, BEST_MARK, len(AGAIN), 1]
    assert not [cell for grid in grids for row in grid.rows for cell in row if cell.strip()]
    assert unprintable("\N{WHITE SQUARE}") is not None  # when a font gets it, boxes can be drawn in the line


def test_it_needs_nothing_of_the_case() -> None:
    assert letter(replace(facts(EN), told=None, workers=()))
