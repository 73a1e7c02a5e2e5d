"""How the screen is guarded, for everybody who opens this file: a choice is stored at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.file_settings import IDLE_MINUTES, FileSettings
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, ngettext
from desktop_app.services import settings_of_file
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context

_YES_NO: Final = {"yes": N_("Yes"), "no": N_("No")}


class LockSettings(QWidget):
    """Fields named as in domain FileSettings; who may not change them sees them all the same."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stored: FileSettings | None = None
        self._loading = False
        self.form = Form(self, columns=2)
        self.form.add("idle_minutes", N_("Lock when nobody works for"), ChoiceBox(_minutes, self))
        self.form.add("hide_names", N_("Begin with hidden names"), ChoiceBox(named(_YES_NO), self))
        self.form.add(
            "allow_capture",
            N_("Other programs may take pictures of the window"),
            ChoiceBox(named(_YES_NO), self),
            hint=N_("Only Windows can keep them from it."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(N_("The screen, for all who open this file"), self, role="heading"))
        may = context.may(Action.CHANGE_SETTINGS)
        self.form.setEnabled(may)
        if not may:
            text = N_("Only a manager or an administrator changes these settings.")
            column.addWidget(PlainLabel(text, self, role="muted", wrap=True))
        column.addWidget(self.form)
        self.form.changed.connect(self._on_chosen)

    def refresh(self) -> None:
        """Read the settings anew."""
        context = self._context
        context.background.run(settings_of_file.read, context.file, owner=self, on_done=self._on_read)

    def _on_read(self, read: FileSettings) -> None:
        self._stored = read
        self._loading = True
        self.form.set_values(
            idle_minutes=read.idle_minutes, hide_names=_word(read.hide_names), allow_capture=_word(read.allow_capture)
        )
        self._loading = False

    def _on_chosen(self) -> None:
        if self._loading or self._stored is None:
            return
        values = self.form.values()
        wanted = replace(
            self._stored,
            idle_minutes=int(values["idle_minutes"]),
            hide_names=values["hide_names"] == "yes",
            allow_capture=values["allow_capture"] == "yes",
        )
        context = self._context
        context.background.run(
            settings_of_file.save, context.file, wanted, owner=self, on_done=self._on_saved, on_error=self._on_refused
        )

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("Saved.")))

    def _on_refused(self, error: AppError) -> None:
        """Show again what holds, and say why it stays."""
        if self._stored is not None:
            self._on_read(self._stored)
        self.form.show_error(error)


def _minutes() -> list[tuple[str, str]]:
    return [(str(number), ngettext("%(n)d minute", "%(n)d minutes", number)) for number in IDLE_MINUTES]


def _word(yes: bool) -> str:
    return "yes" if yes else "no"
