"""Proposes six random words as a password, shown so that they can be written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain.passwords import proposed_phrase
from desktop_app.i18n import N_, language
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.passwords import PasswordField

if TYPE_CHECKING:
    from desktop_app.ui.background import Background


class PhraseLink(LinkButton):
    """Puts a phrase in the interface's language into a password field; the second field stays for typing it again."""

    def __init__(self, field: PasswordField, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(N_("Propose a phrase"), parent, icon="key-round")
        self._field = field
        self._background = background
        self.clicked.connect(self.propose)

    def propose(self) -> None:
        """Ask for a phrase; another one each time."""
        self._background.run(proposed_phrase, language(), owner=self, on_done=self._on_proposed)

    def _on_proposed(self, phrase: str) -> None:
        self._field.set_value(phrase)
        self._field.show_plainly()
        self._field.setFocus()
