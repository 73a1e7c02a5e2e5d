"""The check code of a numbered letter: read back from the drawn page, never over anything, none on a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.units import mm

from desktop_app.domain.letters import LetterLanguage
from desktop_app.letters import catalogue, stamp
from desktop_app.letters.blocks import Sheet, Words
from desktop_app.letters.page import Footer, render
from tests.letters import claims, qr_reading
from tests.letters.reading import pages_of

NUMBER = "ТМ/2026/17"
SCALE = 4
_RIGHT = {False: 595.28 - 15 * mm, True: 841.89 - 20 * mm}


def read_back(pdf: bytes, size: int, *, lies: bool = False) -> tuple[tuple[bool, ...], ...]:
    """The square as a telephone would see it on the first page: its modules, sampled in their middle."""
    page: Any = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=SCALE, grayscale=True).to_pil()
    side = stamp.SIDE / size * SCALE
    left, top = (_RIGHT[lies] - stamp.SIDE) * SCALE, stamp.FROM_TOP * SCALE
    return tuple(
        tuple(
            picture.getpixel((int(left + (column + 0.5) * side), int(top + (row + 0.5) * side))) < 128
            for column in range(size)
        )
        for row in range(size)
    )


@pytest.mark.parametrize("language", LetterLanguage)
def test_the_square_on_the_page_says_number_day_and_code(language: LetterLanguage) -> None:
    facts = claims.claim(language, claims.crew(2), number=NUMBER)
    wanted = stamp.modules(stamp.payload(NUMBER, claims.ON, catalogue.code_of(facts)))
    seen = read_back(catalogue.render(facts), len(wanted))
    assert seen == wanted
    assert qr_reading.read(seen) == f"{NUMBER} 2026-11-21 {catalogue.code_of(facts)}"


@pytest.mark.parametrize("number", ["2026/17", "TM/2026/17", "АЛМ/2026/999", NUMBER, "2026/17 (en)"])
def test_the_square_can_be_read_by_others(number: str) -> None:
    """As the standard says, without the library that made it."""
    text = stamp.payload(number, date(2026, 11, 21), "0123456789ABCDEF")
    assert text == f"{number} 2026-11-21 0123456789ABCDEF"
    assert qr_reading.read(stamp.modules(text)) == text


def test_number_day_and_code_stand_beside_it_as_text() -> None:
    facts = claims.claim(LetterLanguage.KK_RU, number=NUMBER)
    code = catalogue.code_of(facts)
    first, *others = pages_of(catalogue.render(facts))
    grouped = " ".join(code[at : at + 4] for at in range(0, 16, 4))
    assert grouped in first
    assert "21.11.2026" in first
    assert not any(grouped in page for page in others)


def test_a_draft_has_none() -> None:
    facts = claims.claim(LetterLanguage.RU, number="")
    page: Any = pypdfium2.PdfDocument(catalogue.render(facts))[0]
    margin = page.render(scale=1, grayscale=True).to_pil().crop((0, 0, 595, int(18 * mm)))
    assert margin.getextrema() == (255, 255)


@pytest.mark.parametrize("language", LetterLanguage)
def test_nothing_comes_into_its_margin(language: LetterLanguage) -> None:
    """All that the draft draws begins below the square and the white around it."""
    centre = replace(claims.CENTRE, name=replace(claims.CENTRE.name, ru="Центр " * 30, kk="Орталық " * 30))
    facts = replace(claims.claim(language, claims.crew(3), number=""), centre=centre)
    for page in pypdfium2.PdfDocument(catalogue.render(facts)):
        top = page.get_size()[1]
        picture: Any = page.render(scale=1, grayscale=True).to_pil()
        assert picture.crop((0, 0, picture.width, int(18.5 * mm))).getextrema() == (255, 255), top


def test_a_first_page_that_lies_has_it_too_and_is_not_preceded_by_an_empty_one() -> None:
    def words(page: int, pages: int) -> str:
        return f"{page}/{pages}"

    footer = Footer("x", words, code="0123456789ABCDEF", number="2026/1", on=claims.ON)
    pdf = render([(Sheet(landscape=True), Words("Журнал"))], title="x", language="ru", footer=footer)
    assert len(pages_of(pdf)) == 1
    wanted = stamp.modules(stamp.payload("2026/1", claims.ON, "0123456789ABCDEF"))
    assert read_back(pdf, len(wanted), lies=True) == wanted


def test_a_reading_copy_carries_its_own_number() -> None:
    facts = replace(claims.claim(LetterLanguage.EN, number="2026/17 (en)"), copy_of="2026/17")
    assert "№ 2026/17 (en)" in pages_of(catalogue.render(facts))[0]
