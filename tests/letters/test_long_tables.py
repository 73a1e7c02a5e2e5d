"""Tables of very many rows: page by page, nothing lost, heard from, and stopped in the middle."""

from __future__ import annotations

import re

import pytest

from desktop_app.errors import Cancelled
from desktop_app.letters import page
from desktop_app.letters.blocks import Column, Grid, Sheet, Words
from desktop_app.letters.long_tables import MANY
from tests.letters.reading import pages_of

COLUMNS = (Column("Number", 20), Column("Text", 60), Column("Sum", 20, "right"))
FOOT = page.Footer("", lambda at, of: f"{at}/{of}")


def rows(count: int, text: str = "Жалақы") -> tuple[tuple[str, ...], ...]:
    return tuple((f"row{number}.", f"{text} {number}", "1,00") for number in range(count))


def drawn(*grids: Grid, landscape: bool = True) -> list[str]:
    stories = [(Sheet(landscape=landscape), Words("Head", "heading"), grid) for grid in grids]
    return pages_of(page.render(stories, title="", language="+".join(("kk", "ru")[: len(stories)]), footer=FOOT))


def numbers(pages: list[str]) -> list[int]:
    return [int(each) for text in pages for each in re.findall(r"row(\d+)\.", text)]


@pytest.mark.parametrize("count", [1, MANY, MANY + 1, 3 * MANY + 7])
def test_every_row_stands_once_and_in_order(count: int) -> None:
    pages = drawn(Grid(COLUMNS, rows(count)))
    assert numbers(pages) == list(range(count))
    assert all("Number" in text for text in pages)


def test_a_page_is_filled() -> None:
    pages = drawn(Grid(COLUMNS, rows(4 * MANY)), landscape=False)
    assert {len(numbers([text])) for text in pages[1:-1]} == {len(numbers([pages[1]]))}
    assert len(numbers([pages[1]])) > 40


@pytest.mark.parametrize("length", [20, 170])
def test_a_row_higher_than_its_page_goes_on_below(length: int) -> None:
    text = "жалақысының " * length
    pages = drawn(Grid(COLUMNS, rows(MANY + 2, text)))
    found = numbers(pages)
    assert sorted(set(found)) == list(range(MANY + 2))
    assert sum(text.count("жалақысының") for text in pages) == length * (MANY + 2)


@pytest.mark.parametrize("at", [0, 3, 30])
def test_a_lone_row_of_many_pages_goes_on_below_among_short_ones(at: int) -> None:
    many = list(rows(MANY + 2))
    many[at] = (many[at][0], "жалақысының " * 700, "1,00")
    pages = drawn(Grid(COLUMNS, tuple(many)))
    assert sorted(set(numbers(pages))) == list(range(MANY + 2))
    assert sum(text.count("жалақысының") for text in pages) == 700


def test_two_languages_stand_in_one_cell() -> None:
    pages = drawn(Grid(COLUMNS, rows(MANY + 5, "Төлем")), Grid(COLUMNS, rows(MANY + 5, "Выплата")))
    assert numbers(pages) == list(range(MANY + 5))
    assert all("Төлем" in text and "Выплата" in text for text in pages)


def test_whoever_waits_hears_how_far_it_is() -> None:
    heard: list[int] = []
    drawn(Grid(COLUMNS, rows(3 * MANY), told=heard.append))
    assert heard == sorted(set(heard))
    assert heard[0] < MANY
    assert heard[-1] == 3 * MANY


def test_whoever_waits_may_stop_it() -> None:
    heard: list[int] = []

    def stop(done: int) -> None:
        heard.append(done)
        raise Cancelled

    with pytest.raises(Cancelled):
        drawn(Grid(COLUMNS, rows(3 * MANY), told=stop))
    assert len(heard) == 1


def test_a_cell_is_set_once_for_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.platypus import Paragraph

    count = 0
    set_lines = Paragraph.breakLines

    def counted(self: Paragraph, widths: list[float]) -> object:
        nonlocal count
        count += 1
        return set_lines(self, widths)

    monkeypatch.setattr(Paragraph, "breakLines", counted)
    drawn(Grid(COLUMNS, rows(2 * MANY, "Жұмыс берушіге жалақы туралы наразылық, " * 4)))
    assert count < 2 * MANY + 20
