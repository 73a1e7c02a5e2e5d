"""The words of one paragraph, a field for each language of the letter."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.letter_editing import Place
from desktop_app.domain.letter_edits import Paragraph
from desktop_app.i18n import LANGUAGES
from desktop_app.ui.common.fields import NoteField
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.letters.letter_names import language_name

_LINES: Final = {1: 7, 2: 3}
"""How high the fields are when there is one of them, or two."""


class LetterWords(QWidget):
    """`typed(Paragraph, str)`: other words for a paragraph; `refused(Message)`: why a paste was not taken."""

    typed = Signal(object, str)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, NoteField] = {}
        self._titles: dict[str, PlainLabel] = {}
        self._shown: dict[str, Paragraph] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for code in LANGUAGES:
            self._add(code)
        self.show_place(None)

    def show_place(self, place: Place | None) -> None:
        """Show these words; a field that says the same keeps its cursor."""
        self._shown = {each.language: each for each in place.paragraphs} if place is not None else {}
        for code, field in self.fields.items():
            told = self._shown.get(code)
            field.setVisible(told is not None)
            lines = _LINES[min(max(len(self._shown), 1), 2)]
            field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 16)
            self._titles[code].setVisible(told is not None and len(self._shown) > 1)
            field.setEnabled(place is not None and not place.is_left_out)
            if told is not None and field.toPlainText() != told.text:
                field.blockSignals(True)
                field.setPlainText(told.text)
                field.blockSignals(False)

    def go(self) -> None:
        """Put the cursor into the first field."""
        for code in self._shown:
            if self.fields[code].isEnabled():
                self.fields[code].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add(self, code: str) -> None:
        title = PlainLabel(parent=self, role="field")
        title.texts.set_text(title.setText, partial(language_name, code))
        field = NoteField(self, personal=True)
        Texts(field).set_text(field.setAccessibleName, partial(language_name, code))
        field.changed.connect(partial(self._on_changed, code))
        field.refused.connect(self.refused)
        self._titles[code], self.fields[code] = title, field
        self._column.addWidget(title)
        self._column.addWidget(field)

    def _on_changed(self, code: str) -> None:
        if code in self._shown:
            self.typed.emit(self._shown[code], self.fields[code].toPlainText())
