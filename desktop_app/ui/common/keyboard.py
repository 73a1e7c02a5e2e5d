"""What can be known of the keyboard while a password is typed blindly: its layout, and whether Caps Lock is on.

Windows tells both. Elsewhere they are read off the letters that come: input methods often name no language. There is
no keypad on screen for digits, though the number row of the Kazakh layout types letters: no code of this program is of
digits alone, and a keypad could be watched over the shoulder.
"""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

SHORT_NAMES: Final = {"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}
"""The layouts as the task bar of the system writes them, the same in every language."""

_KAZAKH: Final = frozenset("әғқңөұүһі")
_LANGUAGES: Final = {
    QLocale.Language.Kazakh: "kk",
    QLocale.Language.Russian: "ru",
    QLocale.Language.English: "en",
}
_VK_CAPITAL: Final = 0x14


def layout_of_letter(letter: str) -> str:
    """The layout that types this letter: kk, ru or en; empty when it is none, or may be another."""
    small = letter.casefold()
    if len(small) != 1:
        return ""
    if small in _KAZAKH:
        return "kk"
    if "\u0400" <= small <= "\u052f":
        return "ru"
    return "en" if "a" <= small <= "z" else ""


def layout_of_system() -> str:
    """The layout as the system tells it, empty where it does not."""
    return _LANGUAGES.get(QGuiApplication.inputMethod().locale().language(), "")


def layout_after(before: str, letter: str) -> str:
    """What the layout is known to be once this letter was typed: Russian letters are on the Kazakh layout as well."""
    typed = layout_of_letter(letter)
    return before if typed == "ru" and before == "kk" else typed or before


def caps_by_letter(letter: str, *, shift: bool) -> bool | None:
    """Whether Caps Lock must be on, from a letter and the Shift key; None when the letter does not say."""
    if letter.lower() == letter.upper():
        return None
    return letter.isupper() != shift


def caps_by_state(state: int) -> bool:
    """Whether Caps Lock is on, from what Windows says of the key (GetKeyState)."""
    return bool(state & 1)


def caps_of_system() -> bool | None:
    """Whether Caps Lock is on, None where the system does not tell."""
    if sys.platform == "win32":
        import ctypes

        return caps_by_state(ctypes.windll.user32.GetKeyState(_VK_CAPITAL))
    return None
