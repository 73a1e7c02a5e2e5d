"""What stands between a case and a letter: the warnings, and the tick that they were talked over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.warning_rules import Weight
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.protection import calls
from desktop_app.ui.protection.calls import Warned
from desktop_app.ui.protection.warnings_panel import WarningsPanel, stops

_TICK_FIRST = N_("Talk it over with the worker first, then tick the box. No letter was made.")


class LetterCheck(QWidget):
    """The warnings that ask to stop or to take care before a letter; hidden when there are none."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._card = context, card
        self._stops = 0
        self._kind = ""
        self.panel = WarningsPanel(self)
        self.tick = QCheckBox(self)
        Texts(self.tick).set(self.tick.setText, N_("I have talked this over with the worker"))
        self.logged = PlainLabel(N_("The tick is written into the log with your name."), self, role="hint", wrap=True)
        self.problem = Note(self, tone="danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.panel, self.tick, self.logged, self.problem):
            column.addWidget(part)
        self.tick.toggled.connect(self._on_ticked)
        self.problem.hide()
        self.hide()

    @property
    def talked_over(self) -> bool:
        """Whether somebody ticked that the warnings were talked over."""
        return self._stops > 0 and self.tick.isChecked()

    def read(self, kind: str) -> None:
        """Read the warnings before a letter of this kind; a tick for other warnings does not count."""
        if kind == self._kind:
            return
        self._kind = kind
        self._context.background.run(
            calls.warned,
            self._context.file,
            self._card.id,
            kind,
            owner=self,
            on_done=partial(self._on_read, kind),
        )

    def allows(self) -> bool:
        """Whether the letter may be made; when not, says why and goes to the box."""
        if not self._stops or self.tick.isChecked():
            return True
        self.problem.show_message(Message(_TICK_FIRST))
        self.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _on_read(self, kind: str, warned: Warned) -> None:
        if kind != self._kind:
            return
        shown = tuple(each for each in warned.warnings if each.weight is not Weight.KNOW)
        self._stops = stops(shown)
        self.panel.show_warnings(shown, self._card, warned.norms)
        self.tick.setChecked(False)
        for part in (self.tick, self.logged):
            part.setVisible(self._stops > 0)
        self.problem.hide()
        self.setVisible(bool(shown))

    def _on_ticked(self, _is_ticked: bool) -> None:
        self.problem.hide()
