"""Proposes six random words as a password, shown in full so that they can be written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.passwords import proposed_phrase
from desktop_app.i18n import N_, language
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.passwords import PasswordField

if TYPE_CHECKING:
    from desktop_app.ui.background import Background


class PhraseLink(QWidget):
    """Puts a phrase in the interface's language into a password field; the second field stays for typing it again.

    The phrase stands below in full until something else is typed.
    """

    def __init__(self, field: PasswordField, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._background = background
        self.link = LinkButton(N_("Propose a phrase"), self, icon="key-round")
        self.phrase = PlainLabel(parent=self, role="heading", wrap=True)
        self.phrase.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.phrase)
        self.link.clicked.connect(self.propose)
        field.changed.connect(self._on_typed)

    def propose(self) -> None:
        """Ask for a phrase; another one each time."""
        self._background.run(proposed_phrase, language(), owner=self, on_done=self._on_proposed)

    def _on_proposed(self, phrase: str) -> None:
        self.phrase.show_text(phrase)
        self._field.set_value(phrase)
        self._field.show_plainly()
        self.phrase.show()

    def _on_typed(self) -> None:
        if self._field.value() != self.phrase.text():
            self.phrase.hide()
