"""What the page does with too much: long words in narrow cells, rows higher than a page, signatures, pictures."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.units import mm

from desktop_app.letters import drawing
from desktop_app.letters.blocks import Block, Column, Grid, Picture, Signature, Story, Words
from desktop_app.letters.page import Footer, render
from tests.letters.reading import pages_of

LINE = "Қазақстан Республикасының еңбек заңнамасына сәйкес жалақы айына кемінде бір рет төленеді. "
SIGNED = (Signature("Заңгер", "Дина Әбенова"), Signature("Өкіл", "Равшан Юсупов"))


def drawn(*stories: Story) -> bytes:
    def page(at: int, of: int) -> str:
        return f"{at}/{of}"

    return render(stories, title="x", language="+".join(("kk", "ru")[: len(stories)]), footer=Footer("foot", page))


def grid(*cells: str, align: Any = "left", rows: int = 1) -> Grid:
    columns = tuple(Column(f"№ {at}", 30, align) for at in range(len(cells)))
    return Grid(columns, (cells,) * rows)


def ink_right_of(pdf: bytes, millimetres: float) -> bool:
    """Whether anything stands right of this line on the first page."""
    page: Any = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=2, grayscale=True).to_pil()
    return bool(picture.crop((int(millimetres * mm * 2) + 2, 0, picture.width, picture.height)).getextrema()[0] < 128)


@pytest.mark.parametrize("align", ["left", "right", "centre"])
@pytest.mark.parametrize("word", ["мұнарашыларымыздікінен", "9" * 60, "Ж" * 60])
def test_no_word_runs_out_of_its_cell(align: Any, word: str) -> None:
    pdf = drawn((grid(*("x",) * 5, word, align=align),))
    assert not ink_right_of(pdf, 30 + 165)
    assert word[:3] in pages_of(pdf)[0]


def test_a_line_a_little_too_wide_is_set_smaller_and_not_broken() -> None:
    pdf = drawn((grid(*("x",) * 8, "123 456 789,00", align="right"),))
    assert "123 456 789,00" in pages_of(pdf)[0].replace("\xa0", " ")


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    pages = pages_of(drawn((grid("x", LINE * 120),)))
    assert len(pages) > 2
    assert all("№ 1" in page for page in pages)


def test_a_table_repeats_its_head_on_every_page() -> None:
    pages = pages_of(drawn((grid("x", LINE, rows=200),)))
    assert len(pages) > 5
    assert all("№ 1" in page for page in pages)


@pytest.mark.parametrize("lines", range(30, 64, 1))
@pytest.mark.parametrize("halves", [1, 2])
def test_signatures_are_never_alone_below_a_paragraph(lines: int, halves: int) -> None:
    body: Story = (*(Words("а", "annex_fact") for _ in range(lines)), Words(LINE * 3, "body"), *SIGNED)
    pages = pages_of(drawn(*(body,) * halves))
    signed = next(page for page in pages if "Дина" in page)
    assert "Қазақстан" in signed or "төленеді" in signed
    assert "Равшан" in signed


@pytest.mark.parametrize("rows", range(20, 60, 3))
def test_signatures_are_never_alone_below_a_table(rows: int) -> None:
    body: tuple[Block, ...] = (grid("x", "y" * 9, rows=rows), *SIGNED)
    signed = next(page for page in pages_of(drawn(body)) if "Дина" in page)
    assert "yyyyyyyyy" in signed
    assert "Равшан" in signed


@pytest.mark.parametrize("lines", range(24, 60))
@pytest.mark.parametrize("halves", [1, 2])
def test_a_heading_is_never_alone_above_its_table(lines: int, halves: int) -> None:
    table = Grid((Column("№", 10), Column("Қолы", 60)), (("1", "\n"), ("2", "\n"), ("3", "\n")))
    body: Story = (*(Words("а", "annex_fact") for _ in range(lines)), Words("ҚОЛДАРЫ", "section"), table)
    pages = pages_of(drawn(*(body,) * halves))
    headed = next(page for page in pages if "ҚОЛДАРЫ" in page)
    assert all(sign in headed.split("ҚОЛДАРЫ")[-1] for sign in ("№", "1", "2", "3"))


def test_a_signature_below_a_very_long_paragraph_takes_its_last_lines() -> None:
    pages = pages_of(drawn((Words(LINE * 90, "body"), *SIGNED)))
    assert "төленеді" in pages[-1]
    assert "Дина" in pages[-1]


def picture(width: int, height: int) -> bytes:
    held = BytesIO()
    Image.new("RGB", (width, height), "black").save(held, "PNG")
    return held.getvalue()


@pytest.mark.parametrize(
    ("pixels", "wanted"),
    [
        ((600, 100), (60, 10)),
        ((100, 600), (3, 18)),
        ((600, 600), (18, 18)),
        ((20, 10), (5.3, 2.6)),
    ],
    ids=["wide", "high", "square", "small"],
)
def test_a_picture_keeps_its_shape_and_its_box_and_is_not_blown_up(
    pixels: tuple[int, int], wanted: tuple[float, float]
) -> None:
    (flowable,) = drawing.flowables([(Picture(picture(*pixels)),)])
    size = flowable.wrap(500, 800)
    assert [round(each / mm, 1) for each in size] == list(wanted)


@pytest.mark.parametrize("content", [b"", b"no picture", picture(60, 60)[:70]], ids=["empty", "text", "cut"])
def test_a_broken_picture_never_stops_a_letter(content: bytes) -> None:
    assert "Центр" in pages_of(drawn((Picture(content), Words("Центр"))))[0]
