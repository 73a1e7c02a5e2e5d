"""Rows that are high without being long: a page may end within them, and a letter is drawn whatever stands in it."""

from __future__ import annotations

import pytest

from desktop_app.domain.letters import LetterLanguage
from desktop_app.letters import catalogue, page
from desktop_app.letters.blocks import Column, Grid, Sheet
from tests.letters import hostile
from tests.letters.reading import pages_of

FOOT = page.Footer("", lambda at, of: f"{at}/{of}")
COLUMNS = tuple(Column(name, 20) for name in ("One", "Two", "Three", "Four"))
CHAT = "\n".join(f"ab{number}." for number in range(100))


def drawn(grid: Grid, *, landscape: bool) -> str:
    stories = [(Sheet(landscape=landscape), grid)]
    return "".join(
        pages_of(page.render(stories, title="", language="+".join(("kk", "ru")[: len(stories)]), footer=FOOT))
    )


@pytest.mark.parametrize("landscape", [False, True])
def test_a_cell_of_very_many_short_lines_goes_on_below(landscape: bool) -> None:
    text = drawn(Grid(COLUMNS, (("1", CHAT, "", ""), ("2", "", "", ""))), landscape=landscape)
    assert all(line in text for line in CHAT.split("\n"))


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("lines", [6, 15])
def test_a_group_higher_than_a_page_is_parted(lines: int, landscape: bool) -> None:
    cell = "Ж" * 10 * lines
    rows = tuple((f"row{number}.", cell, cell, "") for number in range(12))
    text = drawn(Grid(COLUMNS, rows, groups=frozenset({0})), landscape=landscape)
    assert all(f"row{number}." in text for number in range(12))
    assert text.count("Ж") == 12 * 2 * len(cell)


@pytest.mark.parametrize("length", [100, 200, 280])
def test_a_high_row_stands_above_its_total(length: int) -> None:
    rows = (("row", "Ж" * length, "", ""), ("total", "Ж" * length, "", ""))
    text = drawn(Grid(COLUMNS, rows, total=True), landscape=True)
    assert text.count("Ж") == 2 * length


@pytest.mark.parametrize("kind", ["documents_return", "settlement", "exhibit_list"])
def test_fields_as_long_as_they_may_be_do_not_stop_a_letter(kind: str) -> None:
    facts = hostile.filled(hostile.base(kind, LetterLanguage.KK_RU), lambda _name: "Ж" * 300)
    assert "Ж" in "".join(pages_of(catalogue.render(facts)))
