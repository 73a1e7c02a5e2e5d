"""The left rail: the pages of the program, Ctrl+1 to Ctrl+9, then Ctrl+0 and Ctrl+Shift+1 onwards."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.pages import PAGES, PageName

_LEAST_WIDTH: Final = 168
_DIGITS: Final = 10


class Rail(QFrame):
    """One button a page that the role includes. `chosen(number)` counts from 0."""

    chosen = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(4)
        for number, page in enumerate(PAGES):
            button = _RailButton(page, number, self)
            button.setVisible(page.needs is None or context.may(page.needs))
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch()
        self._group.idClicked.connect(self.chosen)

    def show_page(self, number: int) -> None:
        """Mark the page that is on screen."""
        self._group.button(number).setChecked(True)


class _RailButton(QToolButton):
    def __init__(self, page: PageName, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = page.title
        self._keys = QKeySequence(_keys(number))
        self.setObjectName(f"rail_{page.folder}")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        set_icon(self, page.icon)
        Texts(self).redraw(self._write)

    def _write(self) -> None:
        self.setText(_(self._title))
        self.setToolTip(f"{_(self._title)} ({self._keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        self.setShortcut(self._keys)


def _keys(number: int) -> str:
    """The shortcut of a page, counted from 0."""
    return f"Ctrl+{(number + 1) % 10}" if number < _DIGITS else f"Ctrl+Shift+{number - _DIGITS + 1}"
