"""The quiet frame of everything before a file is open: the name of the program, the language, one narrow column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.languages import LanguageSwitch
from desktop_app.ui.common.page import scrolling


class Frame(QWidget):
    """One column of `width` pixels in the middle. Put widgets into `content`."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 400) -> None:
        super().__init__(parent)
        self.languages = LanguageSwitch(self)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 0)
        brand = PlainLabel(parent=self, role="heading")
        # The name of the program is the same in every language.
        brand.show_text("Tirek")
        top.addWidget(brand)
        top.addStretch()
        top.addWidget(self.languages)
        self.title = PlainLabel(title, self, role="title", wrap=True)
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        column = QWidget(self)
        column.setFixedWidth(width)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 24, 0, 24)
        inside.setSpacing(16)
        inside.addStretch(2)
        inside.addWidget(self.title)
        inside.addLayout(self.content)
        inside.addStretch(3)
        middle = QVBoxLayout()
        middle.addWidget(column, 1, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(top)
        outer.addWidget(scrolling(middle, self), 1)
