"""The fonts of letters, and what they can show: a letter never loses a character silently."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.settings import resources_dir

REGULAR: Final = "TirekSerif"
BOLD: Final = "TirekSerif-Bold"
ITALIC: Final = "TirekSerif-Italic"

_FILES: Final = {REGULAR: "NotoSerif-Regular.ttf", BOLD: "NotoSerif-Bold.ttf", ITALIC: "NotoSerif-Italic.ttf"}
_CANNOT_SHOW: Final = N_("A letter cannot show the character %(character)s (%(code)s). Replace it with letters.")

# Blanks of other widths become the blank that does not break; the minus sign a dash that the font has.
_LIKE: Final = str.maketrans(
    {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2007": "\u00a0", "\u2212": "\u2013", "\t": " "}
)
# Marks that show nothing (direction, joining, byte order), and controls: Cf and Cc of Unicode.
_SILENT: Final = ("Cf", "Cc")
_NO_CHARACTERS: Final = ("Cn", "Co", "Cs")


@cache
def register() -> tuple[TTFont, ...]:
    """Make the fonts known to ReportLab, once."""
    fonts = tuple(TTFont(name, str(resources_dir() / "fonts" / file)) for name, file in _FILES.items())
    for font in fonts:
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
    return fonts


@cache
def _shown() -> frozenset[str]:
    """Characters that all faces have. Their tables end with a code that is no character and has no picture."""
    codes = (set(font.face.charToGlyph) for font in register())
    found = (chr(code) for code in set.intersection(*codes))
    return frozenset(each for each in found if unicodedata.category(each) not in _NO_CHARACTERS)


@cache
def _plain() -> frozenset[str]:
    """Characters that stand as they are, whatever stands beside them."""
    special = {chr(code) for code in _LIKE} | {"\r"}
    return frozenset(
        each
        for each in _shown() - special
        if unicodedata.category(each) not in (*_SILENT, "Mn", "Mc", "Me", "Zl", "Zp")
    ) | {"\n"}


def printable(text: str) -> str:
    """`text` as a letter prints it: composed letters, no invisible marks. AppError names what cannot be shown."""
    if _plain().issuperset(text):
        return text
    cleaned = _cleaned(text)
    for character in cleaned:
        if character not in _shown() and character != "\n":
            raise AppError(_CANNOT_SHOW, **_named(character))
    return cleaned


def unprintable(text: str) -> Message | None:
    """What is wrong with a text that a letter is to print, None when nothing is."""
    try:
        printable(text)
    except AppError as error:
        return error.message
    return None


def _cleaned(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).translate(_LIKE).splitlines()
    return "\n".join("".join(_seen(each) for each in line) for line in lines)


def _seen(character: str) -> str:
    """Nothing for a mark that shows nothing, a plain blank for a blank of any other width."""
    category = unicodedata.category(character)
    if category in _SILENT:
        return ""
    return " " if category == "Zs" and character != "\u00a0" else character


def _named(character: str) -> dict[str, object]:
    return {"character": character, "code": f"U+{ord(character):04X}"}
