"""What the centre has decided about personal data: who answers for it, its papers, its terms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import law
from desktop_app.domain.centre import StaffMember
from desktop_app.domain.changes import Saved
from desktop_app.domain.consents import LIMITATION
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import settings_of_file, staff
from desktop_app.services.files import OpenFile
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context

_FIELDS: Final = ("responsible_id", "data_list_on", "policy_on", "retention_years", "consent_years")
_YEARS: Final = N_(
    "The terms are the decision of the centre’s lawyer. The general limitation period is %(years)s years (to be "
    "checked by the lawyer); a shorter term may destroy what a claim still needs."
)
_NO_NUMBER: Final = N_("Type a whole number of years.")


class PrivacyTab(QWidget):
    """Fields named as in domain FileSettings; `changed` while something typed is not saved."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._members: tuple[StaffMember, ...] = ()
        self._stored: FileSettings | None = None
        self._loading = False
        self.changed = False
        self.form = Form(self, columns=2)
        self.form.setMaximumWidth(760)
        self.responsible = ChoiceBox(self._choices, self)
        self.button = PrimaryButton(N_("Save"), self, icon="save", shortcut="Ctrl+S")
        self._build()
        self.form.changed.connect(self._on_changed)
        self.button.clicked.connect(self.save)

    def refresh(self) -> None:
        """Read the settings anew, unless they are being changed here."""
        if not self.changed:
            self._context.background.run(_read, self._context.file, owner=self, on_done=self._on_read)

    def save(self) -> None:
        """Save what was typed; the other settings of the file stay."""
        if self._stored is None:
            return
        self.form.clear_problems()
        try:
            wanted = replace(self._stored, **self._typed())
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self.button.setEnabled(False)
        self._context.background.run(
            _save, self._context.file, wanted, owner=self, on_done=self._on_saved, on_error=self._on_refused
        )

    def _build(self) -> None:
        form = self.form
        form.add("responsible_id", N_("Who answers for personal data"), self.responsible, span=2)
        form.add("data_list_on", N_("List of personal data approved on"), DateField(self))
        form.add("policy_on", N_("Policy on personal data approved on"), DateField(self))
        form.add("consent_years", N_("Term of a new consent, years"), TextField(self))
        form.add(
            "retention_years",
            N_("Closed cases keep their names for, years"),
            TextField(self),
            hint=N_("Empty: not decided yet."),
        )
        may = self._context.may(Action.CHANGE_SETTINGS)
        form.setEnabled(may)
        self.button.setVisible(may)
        self.button.setEnabled(False)
        note = Note(self)
        note.setMaximumWidth(760)
        note.show_message(Message(_YEARS, {"years": law.fact(LIMITATION).value}), "info")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(16)
        if not may:
            text = N_("Only a manager or an administrator changes these settings.")
            column.addWidget(PlainLabel(text, self, role="muted"))
        column.addWidget(form)
        column.addWidget(note)
        column.addLayout(row)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 16, 0, 0)
        outer.addWidget(scrolling(column, self))

    def _choices(self) -> list[tuple[str, str]]:
        return [("", ""), *((str(member.id), member.full_name) for member in self._members if member.active)]

    def _typed(self) -> dict[str, Any]:
        values = self.form.values()
        values["responsible_id"] = int(values["responsible_id"]) if values["responsible_id"] else None
        problems = []
        for name in ("retention_years", "consent_years"):
            text = values[name]
            if not text and name == "retention_years":
                values[name] = None
            elif text.isdecimal() and len(text) <= 3:
                values[name] = int(text)
            else:
                problems.append(Problem(name, Message(_NO_NUMBER)))
        if problems:
            raise InvalidInput(tuple(problems))
        return values

    def _on_read(self, answer: tuple[FileSettings, tuple[StaffMember, ...]]) -> None:
        if self.changed:
            return
        self._stored, self._members = answer
        self._loading = True
        self.responsible.renew()
        values = {name: getattr(self._stored, name) for name in _FIELDS}
        for name in ("retention_years", "consent_years"):
            values[name] = "" if values[name] is None else str(values[name])
        self.form.set_values(**values)
        self.form.clear_problems()
        self._loading = False
        self.button.setEnabled(False)

    def _on_changed(self) -> None:
        if not self._loading:
            self.changed = True
            self.button.setEnabled(True)

    def _on_saved(self, _saved: Saved) -> None:
        self.changed = False
        self._context.bus.said.emit(Message(N_("The settings on personal data are saved.")))

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


def _read(file: OpenFile) -> tuple[FileSettings, tuple[StaffMember, ...]]:
    return settings_of_file.read(file), staff.listing(file)


def _save(file: OpenFile, wanted: FileSettings) -> Saved:
    return settings_of_file.save(file, wanted)
