"""Where an incoming paper belongs, and opening its dialog: by a number, from a letter, from a draft."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.context import Context
from desktop_app.ui.letters import incoming_calls
from desktop_app.ui.letters.incoming_calls import Begun
from desktop_app.ui.letters.incoming_dialog import IncomingDialog
from desktop_app.ui.privacy.form_dialog import FormDialog

_NO_NUMBER: Final = N_("Type the number of our letter or of the case.")


class WhichDialog(FormDialog):
    """Asks for the number of our letter or of the case that a paper is about."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Which letter or case?"), columns=1, size=(520, 0))
        self._page = parent
        hint = N_("As the paper names it: 2026/12 for a letter, 2026-0034 for a case")
        self.form.add("number", N_("Number of our letter or of the case"), TextField(self), hint=hint)
        self.add_save(N_("Go on"), icon="check")
        self.form.focus_first()

    def save(self) -> None:
        """Find it, then register the paper there."""
        typed = self.typed()
        if typed is None:
            return
        if not typed["number"]:
            self.form.show_problems((Problem("number", Message(_NO_NUMBER)),))
            self.fit()
            return
        self._context.background.run(
            incoming_calls.begin_with,
            self._context.file,
            typed["number"],
            owner=self,
            on_done=self._on_found,
            on_error=self.on_refused,
        )

    def _on_found(self, begun: Begun) -> None:
        self.accept()
        IncomingDialog(self._context, begun, self._page).open()


def register(context: Context, parent: QWidget, case_id: int, letter_id: int | None = None) -> None:
    """Register a paper of a case, the answer to a letter when one is told."""
    show = partial(_show, context, parent)
    context.background.run(incoming_calls.begin, context.file, case_id, letter_id, owner=parent, on_done=show)


def correct(context: Context, parent: QWidget, case_id: int, paper_id: int) -> None:
    """Correct what was typed of a paper."""
    show = partial(_show, context, parent)
    context.background.run(incoming_calls.again, context.file, case_id, paper_id, owner=parent, on_done=show)


def open_kept(context: Context, parent: QWidget, name: str) -> None:
    """Open the form of a draft again: letter:<id>:answer:<case> or letter:0:incoming:<case>[:<paper>]."""
    _kind, letter_id, part, *ids = name.split(":")
    numbers = [int(each) for each in ids if each.isdecimal()]
    if part == "answer" and numbers:
        register(context, parent, numbers[0], int(letter_id))
    elif len(numbers) > 1:
        correct(context, parent, numbers[0], numbers[1])
    elif numbers:
        register(context, parent, numbers[0])


def _show(context: Context, parent: QWidget, begun: Begun) -> None:
    IncomingDialog(context, begun, parent).open()
