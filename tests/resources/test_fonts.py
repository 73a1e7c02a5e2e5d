"""Every font that a letter or the window uses has every letter of the five languages."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from desktop_app.settings import resources_dir

FONTS = sorted((resources_dir() / "fonts").glob("*.ttf"))
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LETTERS = {
    "English and digits": "abcdefghijklmnopqrstuvwxyz0123456789",
    "Kazakh": RUSSIAN + "әғқңөұүһі",
    "Kyrgyz": RUSSIAN + "ңөү",
    "Tajik": RUSSIAN + "ғӣқӯҳҷ",
    "Uzbek, Cyrillic": RUSSIAN + "ўқғҳ",
    "Uzbek, Latin": "abdefghijklmnopqrstuvxyz\u02bb\u02bc\u2018\u2019'",
    "Turkmen": "abçdeäfghijžklmnňoöprsştuüwyýz",
    "signs": "₸№«»„“”‘’–—…•·×§°%/\\()[]+-=<>&@*",
    "blanks": " \u00a0\u202f\u2009\u2011",
}


def test_the_faces_of_letters_and_window_are_there() -> None:
    assert {font.stem for font in FONTS} >= {
        "NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSerif-BoldItalic",
        "NotoSans-Regular", "NotoSans-Bold",
    }  # fmt: skip


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_font_has_every_letter(font: object) -> None:
    glyphs = TTFontFile(str(font)).charToGlyph
    missing = {
        language: [f"{letter} U+{ord(letter):04X}" for letter in letters + letters.upper() if ord(letter) not in glyphs]
        for language, letters in LETTERS.items()
    }
    assert {language: letters for language, letters in missing.items() if letters} == {}


def test_the_licence_lies_beside_the_fonts() -> None:
    text = (resources_dir() / "fonts" / "OFL.txt").read_text("utf-8")
    assert "Copyright" in text
    assert "SIL OPEN FONT LICENSE" in text
