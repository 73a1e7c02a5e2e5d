"""The four figures of the start page; each leads to what it counts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.i18n import format_number, language
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.texts import Texts


class Figure(QPushButton):
    """A number with its caption below; `tone` colours the number when it needs attention."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "figure")
        self.setAutoDefault(False)
        self.number = PlainLabel(parent=self, role="figure")
        self.caption = PlainLabel(caption, self, role="muted", wrap=True)
        for label in (self.number, self.caption):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.caption)
        self._texts = Texts(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the caption needs: a button does not ask what lies in it."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._column.heightForWidth(self.width()))

    def show_number(self, text: str, tone: str = "") -> None:
        """Show the number as written."""
        self.number.show_text(text)
        self.number.setProperty("tone", tone)
        self.number.style().polish(self.number)
        self._texts.redraw(self._name)

    def show_count(self, singular: str, plural: str, count: int, tone: str = "") -> None:
        """Show a whole number under a caption that agrees with it (two msgids, see gettext plural forms)."""
        self.caption.texts.set_count(self.caption.setText, singular, plural, count)
        self.show_number(format_number(count, language()), tone)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.caption.text()}: {self.number.text()}")
