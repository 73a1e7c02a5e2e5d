"""Writing down a breach, that it was notified, and making its papers."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.breaches import Breach, NewBreach, PackRequest
from desktop_app.domain.changes import Saved
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_, language
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import breach_calls as calls
from desktop_app.ui.logbook.month_dialog import LANGUAGES

_LOOK_BACK: Final = timedelta(days=30)


class _FormDialog(Dialog):
    """A form whose problems stand beside its fields; `button` does what the dialog is for."""

    button: Button

    def __init__(self, context: Context, parent: QWidget | None, title: str, told: str) -> None:
        super().__init__(parent, title, width=600)
        self._context = context
        self.form = Form(self, columns=2)
        self.body.addWidget(PlainLabel(told, self, role="muted", wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch()
        self.add_cancel()

    def _values(self) -> dict[str, Any] | None:
        try:
            return self.form.values()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return None

    def _run(self, call: Any, *arguments: Any, said: Message, label: Message | None = None) -> None:
        self.button.setEnabled(False)
        self._context.background.run(
            call,
            self._context.file,
            *arguments,
            owner=self,
            on_done=partial(self._on_done, said),
            on_error=self._on_refused,
            label=label,
        )

    def _on_done(self, said: Message, _saved: Saved) -> None:
        self._context.bus.said.emit(said)
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


class BreachDialog(_FormDialog):
    """When it was found and what happened; fields named as in NewBreach."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            parent,
            N_("Write down a breach"),
            N_(
                "A breach is any access to personal data that should not have been: a lost stick, a stolen computer, "
                "a stranger at the desk, a look without need. Write down what is known now; more can follow on paper."
            ),
        )
        now = settings.now()
        self.form.add("found_on", N_("Day it was found"), DateField(self))
        self.form.add("found_time", N_("Time it was found"), TextField(self, placeholder="14:05"))
        described = NoteField(self, lines=6)
        hint = N_("Name no worker: cases stand by their numbers.")
        self.form.add("described", N_("What happened"), described, hint=hint, span=2)
        self.form.set_values(found_on=now.date(), found_time=f"{now:%H:%M}")
        self.button = self.add_button(PrimaryButton(N_("Write down"), self), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Store the breach."""
        typed = self._values()
        if typed is not None:
            self._run(calls.record, NewBreach(**typed), said=Message(N_("The breach is in the register.")))


class NoticeDialog(_FormDialog):
    """The day on which the authorised body was notified."""

    def __init__(self, context: Context, breach: Breach, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            parent,
            N_("The authorised body was notified"),
            N_("Write down the day on which the notice was sent. Keep its copy and the proof of sending on paper."),
        )
        self._breach = breach
        self.form.add("on", N_("Day of the notice"), DateField(self))
        self.form.set_values(on=settings.today())
        self.button = self.add_button(PrimaryButton(N_("Write down"), self), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Store the day."""
        typed = self._values()
        if typed is not None:
            said = Message(N_("The notice is in the register."))
            self._run(calls.notified, self._breach.id, typed["on"], said=said)


class PackDialog(_FormDialog):
    """Which days and cases the papers look at; fields named as in PackRequest."""

    def __init__(self, context: Context, breach: Breach, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            parent,
            N_("Papers about the breach"),
            N_(
                "One workbook: the facts with the last day of the notice, a draft of the notice, which data are "
                "concerned, who saw which case, who could see it, and the lines of the log. No worker is named. The "
                "workbook leaves the protected file: anyone who gets it can open it."
            ),
        )
        self._breach = breach
        day = breach.found_on or settings.today()
        self.form.add("first", N_("First day to look at"), DateField(self))
        self.form.add("last", N_("Last day to look at"), DateField(self))
        hint = N_("Case numbers with commas between them; empty for all cases.")
        self.form.add("cases", N_("Cases"), TextField(self), hint=hint, span=2)
        self.form.add("language", N_("Language of the papers"), ChoiceBox(named(LANGUAGES), self))
        self.form.set_values(first=day - _LOOK_BACK, last=day, language=language())
        self.button = self.add_button(PrimaryButton(N_("Save to Excel …"), self, icon="file-down"), self._on_save)
        self.form.focus_first()

    def save(self, path: Path) -> None:
        """Write the papers to `path`."""
        typed = self._values()
        if typed is None:
            return
        said = Message(N_("The papers are saved: %(path)s"), {"path": path})
        label = Message(N_("Gathering the papers …"))
        self._run(calls.make_pack, PackRequest(breach_id=self._breach.id, **typed), path, said=said, label=label)

    def _on_save(self) -> None:
        if self._values() is None:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        suggested = folder / f"breach_{self._breach.id}_{settings.today()}.xlsx"
        choose_to_save(self, N_("Save the papers"), suggested, ".xlsx", self.save)
