"""The register of personal data given to others, by period, and as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.permissions import Action
from desktop_app.domain.transfers import RegisterFilter, TransferRow
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_, language
from desktop_app.services import transfers
from desktop_app.ui.background import Task
from desktop_app.ui.common.approval import add_approval, approval_of
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.fields import ChoiceBox, DateField
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day, named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy import wording
from desktop_app.ui.privacy.fields import YesNo
from desktop_app.ui.privacy.form_dialog import LANGUAGES, FormDialog

PAGE: Final = 200
_PAUSE_MS: Final = 250
_EMPTY: Final = N_("Nothing was given to others in this period. A transfer is noted on the page of a person.")


class RegisterTab(QWidget):
    """A period above, lines below, newest first; a line opens its person."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._wanted = RegisterFilter(limit=PAGE)
        self._more = False
        self.form = Form(self, columns=4)
        self.form.add("first", N_("First day"), DateField(self))
        self.form.add("last", N_("Last day"), DateField(self))
        self.export_button = Button(N_("Export to Excel …"), self, icon="file-down")
        self.export_button.setVisible(context.may(Action.EXPORT_TRANSFERS))
        self.table = Table[TransferRow](_columns(), self, empty=EmptyHint(_EMPTY))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.refresh)
        self.table.end_neared.connect(self._on_end_neared)
        self.table.opened.connect(self._on_opened)
        self.export_button.clicked.connect(self.export)

    def refresh(self) -> None:
        """Read the lines of the period anew; a day that is still being typed changes nothing."""
        self._pause.stop()
        try:
            days = self.form.values()
        except InvalidInput:
            return
        self._wanted = RegisterFilter(days["first"], days["last"], limit=PAGE)
        self._read(self._wanted, self._on_rows)

    def export(self) -> ExportRegisterDialog:
        """Ask how the register is to leave the file."""
        dialog = ExportRegisterDialog(self._context, self._wanted, self)
        dialog.open()
        return dialog

    def _read(self, wanted: RegisterFilter, on_done: Callable[[tuple[TransferRow, ...]], None]) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            transfers.register,
            self._context.file,
            wanted,
            owner=self,
            on_done=on_done,
            on_error=self._on_error,
            cancellable=True,
        )

    def _on_rows(self, rows: tuple[TransferRow, ...]) -> None:
        self.form.clear_problems()
        self._more = len(rows) >= PAGE
        self.table.set_rows(rows)

    def _on_more_rows(self, rows: tuple[TransferRow, ...]) -> None:
        self._more = len(rows) >= PAGE
        self.table.append(rows)

    def _on_error(self, error: AppError) -> None:
        self.table.set_rows(())
        self.form.clear_problems()
        for problem in error.problems if isinstance(error, InvalidInput) else ():
            self.form.field(problem.field).show_problem(problem.message)

    def _on_end_neared(self) -> None:
        if self._more and self.table.rows:
            self._more = False
            self._read(replace(self._wanted, after_id=self.table.rows[-1].id), self._on_more_rows)

    def _on_opened(self, row: TransferRow) -> None:
        self._context.bus.open_requested.emit("person", row.person_id)


class ExportRegisterDialog(FormDialog):
    """Language, with or without names; names need a second colleague."""

    def __init__(self, context: Context, wanted: RegisterFilter, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Export the register"), columns=1, size=(560, 0))
        self._wanted = wanted
        self.form.add("language", N_("Language of the workbook"), ChoiceBox(named(LANGUAGES), self))
        self.form.add("named", N_("With the names of people"), YesNo(self))
        before = set(self.form.values())
        add_approval(self.form)
        self._second = [name for name in self.form.values() if name not in before]
        self.form.set_values(language=language())
        self.form.changed.connect(self._on_changed)
        self.add_save(N_("Save as …"), icon="file-down")
        self.form.focus_first()
        self._on_changed()

    def save(self) -> None:
        """Ask where to save it."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        suggested = folder / f"register_{settings.today()}.xlsx"
        choose_to_save(self, N_("Save the register"), suggested, ".xlsx", self.write)

    def write(self, path: Path) -> None:
        """Write the workbook."""
        approval = approval_of(self.form) if self.form.value("named") else None
        told: dict[str, Any] = {"path": path}
        self.run(
            transfers.export,
            self._wanted,
            self.form.value("language"),
            path,
            approval,
            said=Message(N_("The register is saved: %(path)s"), told),
            label=Message(N_("Writing the workbook …")),
        )

    def _on_changed(self) -> None:
        with_names = bool(self.form.value("named"))
        for name in self._second:
            self.form.field(name).setEnabled(with_names)
        text = (
            N_("The workbook will name people and is not protected: a second colleague agrees to it.")
            if with_names
            else N_("Instead of names the workbook has numbers, which mean something in this workbook only.")
        )
        self.note.show_message(Message(text), "warn" if with_names else "info")
        self.fit()


def _columns() -> tuple[Column[TransferRow], ...]:
    return (
        Column(N_("Day"), _day, width=100),
        Column(N_("Person"), _person, width=160, stretch=True, personal=True),
        Column(N_("Given to"), wording.recipient, width=160, stretch=True),
        Column(N_("Country"), wording.country, width=110),
        Column(N_("Data"), wording.data, width=120, stretch=True),
        Column(N_("Ground"), wording.basis, width=140, stretch=True),
        Column(N_("Case"), _case, width=100),
    )


def _day(row: TransferRow) -> str:
    return day(row.on)


def _person(row: TransferRow) -> str:
    return row.person


def _case(row: TransferRow) -> str:
    return row.case_number
