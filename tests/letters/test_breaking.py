"""Long words are broken by syllables, only where they are wider than their column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop_app.letters.breaking import SOFT, softened, syllables
from desktop_app.letters.fonts import REGULAR, register
from desktop_app.letters.setting import paragraph

WORDS = {
    "мұнарашыларымыздың": "мұ-на-ра-шы-ла-ры-мыз-дың",
    "жауапкершілігі": "жа-уап-кер-ші-лі-гі",
    "өкілеттіктеріміз": "өкі-лет-тік-те-рі-міз",
    "ответственность": "от-ветст-вен-ность",
    "задолженность": "за-дол-жен-ность",
    "Toshpo‘latovich": "Tosh-po‘-la-to-vich",
    "объявление": "объ-яв-ле-ние",
    "майор": "ма-йор",
    "статья": "ста-тья",
    "ЖШС": "ЖШС",
    "он": "он",
}


@pytest.mark.parametrize(("word", "parts"), WORDS.items(), ids=list(WORDS))
def test_a_word_is_broken_between_syllables(word: str, parts: str) -> None:
    assert "-".join(syllables(word)) == parts


@given(st.text(alphabet="аәиыоұбғкқлмнрстщьъй‘ʻaeiobcd", max_size=40))
def test_no_letter_is_lost_and_no_part_is_too_short(word: str) -> None:
    parts = syllables(word)
    assert "".join(parts) == word
    assert len(parts) == 1 or all(len(part) >= 2 for part in parts)


@given(st.text(max_size=80))
def test_only_soft_hyphens_are_added(text: str) -> None:
    register()
    plain = text.replace(SOFT, "")
    assert softened(plain, REGULAR, 8.3, 40).replace(SOFT, "") == plain


def test_a_word_that_fits_stays_as_it_is() -> None:
    register()
    word = "мұнарашыларымыздың"
    wide = stringWidth(word, REGULAR, 8.3)
    assert softened(f"а {word}\n{word}", REGULAR, 8.3, wide) == f"а {word}\n{word}"
    assert softened(f"а {word}\n{word}", REGULAR, 8.3, wide - 1).count(SOFT) == 14


def test_a_number_tied_to_a_long_word_is_broken_in_the_word_and_not_anywhere() -> None:
    register()
    style = ParagraphStyle("narrow", fontName=REGULAR, fontSize=8.3)
    told = paragraph("2020–2022 жылдардағы жинақталған көшірме", style, 75)
    shown = "".join(frag.text for frag in told.frags)
    assert "2020–2022\u00a0" in shown
    assert "жыл" + SOFT + "дар" + SOFT + "да" + SOFT + "ғы" in shown


@pytest.mark.parametrize("name", ["ЖСН", "БСН", "ИИН", "БИН", "IIN", "BIN"])
def test_an_identification_number_stays_with_its_name(name: str) -> None:
    register()
    style = ParagraphStyle("line", fontName=REGULAR, fontSize=10)
    shown = "".join(frag.text for frag in paragraph(f"A B, {name} 880520300123; {name} жоқ.", style).frags)
    assert f"{name}\u00a0880520300123" in shown
    assert f"{name} жоқ" in shown


def test_what_has_no_syllables_is_left_to_be_broken_anywhere() -> None:
    register()
    for text in ("123456789012345678901234567890", "Ж" * 60, "а" * 200):
        assert SOFT not in softened(text, REGULAR, 8.3, 40)
