"""Whether a paper that somebody shows was made here: its number and check code are typed."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.letters import STATES
from desktop_app.domain.posting import Checked
from desktop_app.i18n import N_, _
from desktop_app.services import letter_sending
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters.letter_names import kind_name
from desktop_app.ui.privacy.form_dialog import FormDialog

_NOT_OURS: Final = N_("No letter of this file has this number.")
_OTHER: Final = N_(
    "The number is ours, but the code is not the one of this letter. Check what was typed. If it is typed right, the "
    "paper is not the one that we made."
)
_OURS: Final = N_("The number and the code are ours. What the letter is about is open to colleagues of its case.")


class CodeDialog(FormDialog):
    """Stays open, so that the next paper can be checked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Check a paper"), columns=2, size=(620, 0))
        self.checked: Checked | None = None
        told = N_("Type the outgoing number and the check code as they are printed in the paper.")
        self.inside.insertWidget(0, PlainLabel(told, self, role="muted", wrap=True))
        self.form.add("number", N_("Number of the letter"), TextField(self))
        self.form.add("code", N_("Check code"), TextField(self))
        self.open_button = LinkButton(N_("Open the letter"), self, icon="file-text")
        self.open_button.hide()
        self.inside.insertWidget(3, self.open_button)
        self.open_button.clicked.connect(self._on_open)
        self.cancel.set_text(N_("Close"))
        self.add_save(N_("Check it"), icon="search")
        self.form.focus_first()

    def save(self) -> None:
        """Look whether it is ours."""
        typed = self.typed()
        if typed is None:
            return
        self._context.background.run(
            letter_sending.check,
            self._context.file,
            typed["number"],
            typed["code"],
            owner=self,
            on_done=self._on_checked,
            on_error=self.on_refused,
        )

    def _on_checked(self, checked: Checked) -> None:
        self.checked = checked
        self.open_button.setVisible(checked.letter_id is not None)
        self.note.show_text(_said(checked), "good" if checked.matches else "warn")
        self.note.label.texts.redraw(partial(self._write, checked))
        self.fit()

    def _write(self, checked: Checked) -> None:
        self.note.label.setText(_said(checked))

    def _on_open(self) -> None:
        if self.checked is not None and self.checked.letter_id is not None:
            self._context.bus.open_requested.emit("letter", self.checked.letter_id)
            self.accept()


def _said(checked: Checked) -> str:
    if not checked.known:
        return _(_NOT_OURS)
    if not checked.matches:
        return _(_OTHER)
    if checked.state is None:
        return _(_OURS)
    told = {"kind": kind_name(checked.kind), "day": day(checked.on), "state": _(STATES[checked.state])}
    return _("This paper is ours: %(kind)s, %(day)s. State: %(state)s.", **told)
