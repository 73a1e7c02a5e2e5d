"""What stands between a case and a letter: the warnings, and the tick that they were talked over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.warning_rules import Weight
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.protection import calls
from desktop_app.ui.protection.calls import Warned
from desktop_app.ui.protection.warnings_panel import WarningsPanel, stops
from desktop_app.ui.protection.wording import cares_text, stops_text

_TICK_FIRST = N_("Talk it over with the worker first, then tick the box. No letter was made.")
_SIZE = (820, 620)


class WarningsDialog(Dialog):
    """The warnings of a case in full."""

    def __init__(self, warned: Warned, card: CaseCard, parent: QWidget) -> None:
        super().__init__(parent, N_("Before a letter leaves"), width=_SIZE[0])
        self.panel = WarningsPanel(self)
        self.panel.heading.hide()
        self.panel.show_warnings(warned.warnings, card, warned.norms)
        inside = QVBoxLayout()
        inside.addWidget(self.panel)
        inside.addStretch()
        self.body.addWidget(scrolling(inside, self))
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        self.resize(_SIZE[0], min(_SIZE[1], max(parent.window().height() - 24, 320)))


class LetterCheck(QWidget):
    """The heads of the warnings before a letter, all of them one key away; hidden when there are none."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._card = context, card
        self._warned: Warned | None = None
        self._stops = 0
        self._kind = ""
        self.stop, self.care = Note(self, tone="danger"), Note(self, tone="warn")
        self.read_button = LinkButton(N_("Read the warnings …"), self, icon="info")
        self.tick = QCheckBox(self)
        Texts(self.tick).set(self.tick.setText, N_("I have talked this over with the worker"))
        self.logged = PlainLabel(N_("The tick is written into the log with your name."), self, role="hint", wrap=True)
        self.problem = Note(self, tone="danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stop)
        column.addWidget(self.care)
        column.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.tick, self.logged, self.problem):
            column.addWidget(part)
        self.tick.toggled.connect(self._on_ticked)
        self.read_button.clicked.connect(self.show_all)
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

    def show_all(self) -> WarningsDialog | None:
        """Show the warnings in full, with what to do and the norms."""
        if self._warned is None:
            return None
        dialog = WarningsDialog(self._warned, self._card, self)
        dialog.open()
        return dialog

    def _on_read(self, kind: str, warned: Warned) -> None:
        if kind != self._kind:
            return
        self._warned, self._stops = warned, stops(warned.warnings)
        self.tick.setChecked(False)
        for part in (self.tick, self.logged):
            part.setVisible(self._stops > 0)
        self.problem.hide()
        self.stop.label.texts.redraw(self._write)
        self.setVisible(any(each.weight is not Weight.KNOW for each in warned.warnings))

    def _write(self) -> None:
        found = self._warned.warnings if self._warned is not None else ()
        self.stop.show_text(stops_text([each for each in found if each.weight is Weight.STOP], self._card))
        self.care.show_text(cares_text([each for each in found if each.weight is Weight.CAREFUL]))

    def _on_ticked(self, _is_ticked: bool) -> None:
        self.problem.hide()
