"""The list of exhibits: numbers, sheets from and to, what proves what, and what has no pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.answers import Answer
from desktop_app.domain.case_told import CaseTold
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid
from desktop_app.letters.stories import exhibit_list
from tests.letters.reading import letter
from tests.letters.samples import exhibit_list as sample

EN = LetterLanguage.EN


def rows(facts: LetterFacts) -> list[tuple[str, ...]]:
    grid = next(each for each in exhibit_list.story(facts, for_language("en")) if isinstance(each, Grid))
    return list(grid.rows)


def left_out(text: str) -> LetterFacts:
    return replace(sample.facts(EN), answers={"leave_out": Answer(text)})


def test_sheets_are_counted_through() -> None:
    assert [(row[0], row[1], row[5], row[6]) for row in rows(sample.facts(EN))] == [
        ("1", "Еңбек шарты.pdf", "1–4", "4"),
        ("2", "табель.tiff", "5–7", "3"),
        ("3", "рұқсатнама.jpg", "8", "1"),
        ("4", "дауыстық хабар.ogg", "no pages to count", "–"),
    ]
    text = letter(sample.facts(EN))
    assert "In all: 4 exhibits, 8 sheets." in text
    assert "are handed over on a carrier" in text
    assert "отработанные смены за март–май 2025 года" in text


def test_what_is_left_out_moves_the_rest_up() -> None:
    facts = left_out("1, 4")
    assert catalogue.lacking(facts) == ()
    assert [(row[0], row[5]) for row in rows(facts)] == [("1", "1–3"), ("2", "4")]
    assert "carrier" not in letter(facts)


@pytest.mark.parametrize("text", ["5", "0", "x", "1-3", "1, all", "1000000"])
def test_what_is_no_number_of_the_list_stops_it(text: str) -> None:
    assert [problem.field for problem in catalogue.lacking(left_out(text))] == ["answers.leave_out"]


def test_an_empty_list_is_not_made() -> None:
    for facts in (replace(sample.facts(EN), told=None), left_out("1,2,3,4")):
        with pytest.raises(AppError, match="no attachments"):
            exhibit_list.story(facts, for_language("en"))


@given(st.lists(st.one_of(st.none(), st.integers(0, 40)), min_size=1, max_size=30))
def test_no_sheet_is_counted_twice_or_left_out(pages: list[int | None]) -> None:
    exhibits = [replace(sample.EXHIBITS[0], pages=each) for each in pages]
    found = exhibit_list.placed(exhibits)
    sheets = [sheet for each in found if each.first and each.last for sheet in range(each.first, each.last + 1)]
    assert sheets == list(range(1, sum(each or 0 for each in pages) + 1))
    assert [each.number for each in found] == list(range(1, len(pages) + 1))


def test_marks_in_a_note_are_words() -> None:
    exhibit = replace(sample.EXHIBITS[0], name="<b>a</b>&amp;.pdf", note="=1+1\n<para>x</para>")
    told = CaseTold(sample.EXHIBITS[0].added_on, exhibits=(exhibit,))
    text = letter(replace(sample.facts(EN), told=told))
    assert "<b>a</b>&amp;.pdf" in text
    assert "=1+1 <para>x</para>" in text


def test_a_name_that_paper_cannot_show_does_not_stop_the_list() -> None:
    exhibit = replace(sample.EXHIBITS[0], name="фото 😀 шарт.jpg")
    told = CaseTold(sample.EXHIBITS[0].added_on, exhibits=(exhibit,))
    assert "фото ? шарт.jpg" in letter(replace(sample.facts(EN), told=told))


def test_every_language_has_the_same_blocks() -> None:
    shapes = [
        [
            (type(block).__name__, getattr(block, "style", ""))
            for block in exhibit_list.story(sample.facts(EN), for_language(code))
        ]
        for code in ("kk", "ru", "en")
    ]
    assert shapes[0] == shapes[1] == shapes[2]
