"""A sentence with a sign before it and a quieter line below: a finding, or an item of a list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.labels import PlainLabel

Writes = Callable[[], str]
"""Writes a text in the language of the interface each time it is asked."""


class MarkedLine(QWidget):
    """`says` writes the sentence, `more` what stands below it; nothing for no text."""

    def __init__(self, sign: tuple[str, str], says: Writes, more: Writes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = PlainLabel(parent=self)
        set_icon(mark, *sign)
        self.text = PlainLabel(parent=self, wrap=True)
        self.hint = PlainLabel(parent=self, role="hint", wrap=True)
        self.text.texts.set_text(self.text.setText, says)
        self.hint.texts.redraw(partial(self._write_hint, more))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _write_hint(self, more: Writes) -> None:
        text = more()
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
