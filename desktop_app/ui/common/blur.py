"""Hidden names: whoever looks over the shoulder, or at a shared screen, reads no name, phone, number or note.

What is marked as personal is written as dots: the text itself is not in the widget then, neither for the screen nor for
a screen reader. A row or a picture shows itself while the mouse button (or Space) is held on it; a field, and the row
of a table that is typed into, from the first key or click until the cursor leaves it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

COVER: Final = "••••••"
"""The same for every text: its length would tell something too."""


class _Names:
    """Whether names are hidden; one answer for the whole program."""

    hidden = False


def names_hidden() -> bool:
    """Whether names are hidden now."""
    return _Names.hidden


def hide_names(hidden: bool) -> None:
    """Hide names or show them again: every widget writes its texts anew, as for another language."""
    if _Names.hidden == hidden:
        return
    _Names.hidden = hidden
    for window in QApplication.topLevelWidgets():
        QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def name(text: str) -> str:
    """A name, number or note as it may be shown now."""
    return COVER if _Names.hidden and text else text
