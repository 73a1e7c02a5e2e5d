"""A paper beside the log: does it still hold the line with this number and check word?"""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from desktop_app.domain.logbook import Comparison
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import calls

_HOLDS = N_("The log still holds line %(line)s as the paper has it, and all lines of the log fit.")
_HOLDS_BROKEN = N_(
    "The log still holds line %(line)s as the paper has it, but line %(broken)s does not fit. Tell the manager and the "
    "administrator, and keep the paper and the latest backups."
)
_NOT = N_(
    "The log does not hold line %(line)s as the paper has it. Check what was typed. If it is the same as on the paper, "
    "somebody shortened or rewrote the log, or this is an older copy of the file. The cases can still be read. Keep "
    "the paper and the latest backups, and tell the manager and the administrator."
)


class CompareDialog(Dialog):
    """Two fields and the answer below them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Compare with a paper"), width=560)
        self._context = context
        self.form = Form(self, columns=2)
        self.form.add("seq", N_("Number of the line"), TextField(self))
        self.form.add("word", N_("Check word"), TextField(self, placeholder="1a2b 3c4d 5e6f 7081"))
        self.answer = Note(self, tone="info")
        self.answer.hide()
        self.body.addWidget(
            PlainLabel(
                N_("Both stand on the monthly report, in the footer of a summary, and beside each backup."),
                self,
                role="muted",
                wrap=True,
            )
        )
        self.body.addWidget(self.form)
        self.body.addWidget(self.answer)
        self.body.addStretch()
        self.add_button(Button(N_("Close"), self), self.reject)
        self.button = self.add_button(PrimaryButton(N_("Compare"), self), self.compare)
        self.form.focus_first()

    def compare(self) -> None:
        """Ask the log."""
        typed = self.form.values()
        digits = re.sub(r"[\s\u00a0\u202f,.]", "", typed["seq"])
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
            problem = Message(N_("Type the number of the line as the paper has it."))
            self.form.show_problems((Problem("seq", problem),))
            return
        self.form.clear_problems()
        self.button.setEnabled(False)
        self._context.background.run(
            calls.compare,
            self._context.file,
            int(digits),
            typed["word"],
            owner=self,
            on_done=self._on_compared,
            on_error=self._on_refused,
            label=Message(N_("Checking the log …")),
        )

    def _on_compared(self, found: Comparison) -> None:
        self.button.setEnabled(True)
        told: dict[str, object] = {"line": found.seq, "broken": found.first_broken}
        if not found.holds:
            self.answer.show_message(Message(_NOT, told), "danger")
        elif found.first_broken is not None:
            self.answer.show_message(Message(_HOLDS_BROKEN, told), "danger")
        else:
            self.answer.show_message(Message(_HOLDS, told), "good")
        self.adjustSize()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.answer.hide()
        if isinstance(error, InvalidInput):
            self.form.show_problems(error.problems)
        else:
            self.form.show_error(error)
