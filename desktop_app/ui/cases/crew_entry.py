"""Workers and their common pay, entered together: for a new case, and for more workers of an old one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.complaints import PayBasis
from desktop_app.domain.crew_pay import COUNTED, CrewPay, OwnPay, wages_of
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.imports.crew_cells import CrewLine, read_line
from desktop_app.ui.cases.crew_grid import CrewGrid, key_of_problem, new_worker
from desktop_app.ui.cases.paste_dialog import PasteDialog
from desktop_app.ui.cases.pay_form import CrewPayForm
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.drafts import put_text, within_reach
from desktop_app.ui.common.grid_rows import GridRow
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context

_KEYS: Final = N_(
    "Tab goes to the next cell, Enter down. Ctrl+V pastes a list, Ctrl+D copies a cell to all rows below, "
    "Ctrl+Del removes the row."
)
_WORKER: Final = re.compile(r"workers\[(\d+)\]\.?(.*)")


class CrewEntry(QWidget):
    """A crew grid with the form of common pay above it."""

    changed = Signal()

    def __init__(self, context: Context, name: str, parent: QWidget | None = None, *, lines: int = 6) -> None:
        """`name` is that of the form the crew belongs to (domain.drafts.FormName)."""
        super().__init__(parent)
        self._context = context
        self._paste_name = f"{name}:paste"
        self.note = Note(self, tone="danger")
        self.note.hide()
        self.with_pay = QCheckBox(self)
        self.with_pay.setChecked(True)
        self.pay = CrewPayForm(self)
        self.grid = CrewGrid(context, self, lines=lines)
        self.count = PlainLabel(parent=self, role="heading")
        self.texts = Texts(self)
        self.texts.set(self.with_pay.setText, N_("Log the unpaid wages of the crew now"))
        self._build()
        self._connect()
        self._on_crew_changed()
        within_reach(context.bus, self._paste_name, self, self._on_paste_wanted)

    def read(self) -> tuple[tuple[NewWorker, ...], tuple[Problem, ...]]:
        """The crew as typed, and every cell and field that makes no sense (`workers[3].birth`, `pay.first`).

        Workers whose pay cannot be read come without it, so that the rest can be checked all the same.
        """
        problems = [Problem(f"workers[{at}].{column.key}", message) for at, column, message in self.grid.problems()]
        pay: CrewPay | None = None
        if self.with_pay.isChecked():
            try:
                pay = self.pay.pay()
            except InvalidInput as error:
                problems += [Problem(f"pay.{each.field}", each.message) for each in error.problems]
        workers = []
        for at, row in enumerate(self.grid.rows):
            worker = new_worker(self.grid, row)
            try:
                workers.append(self._paid(worker, row, pay) if pay is not None else worker)
            except InvalidInput as error:
                workers.append(worker)
                problems += [Problem(f"workers[{at}].{each.field}", each.message) for each in error.problems]
        return tuple(workers), tuple(problems)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show problems of the crew and of its pay, each in its cell or beside its field."""
        of_pay: list[Problem] = []
        months, rows = self.pay.months(), self.grid.rows
        of_cells: list[tuple[int, str, Message]] = []
        for problem in problems:
            match = _WORKER.fullmatch(problem.field)
            if match is None:
                self._show_loose(problem, of_pay)
                continue
            at, field = int(match[1]), match[2]
            if field == "wages.rate" and not rows[at].texts.get("rate"):
                of_pay.append(Problem("rate", problem.message))
                continue
            if field.startswith("wages.terms") or field in ("wages.pay_day", "wages.ended_on"):
                of_pay.append(Problem(field.rpartition(".")[2], problem.message))
                continue
            key = key_of_problem(Problem(field, problem.message), months)
            of_cells.append((at, key, problem.message))
        self.grid.tell(of_cells)
        if of_pay:
            self.pay.show_problems(of_pay)
        elif of_cells:
            self.grid.go_to(*of_cells[0][:2])

    def clear_problems(self) -> None:
        """Forget the problems that were told."""
        self.note.show_message(None)
        self.pay.clear_problems()
        self.grid.forget_told()

    def draft(self) -> Any:
        """The crew and its pay as texts."""
        return {"with_pay": self.with_pay.isChecked(), "pay": self.pay.draft(), "crew": self.grid.draft()}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave."""
        if isinstance(content, dict):
            put_text(self.with_pay, content.get("with_pay"))
            self.pay.take_draft(content.get("pay"))
            self.grid.take_draft(content.get("crew"))

    def paste(self, text: str = "") -> PasteDialog:
        """Open the preview of a pasted list."""
        dialog = self._on_paste_wanted(self._paste_name)
        if text:
            dialog.show_text(text)
        else:
            dialog.paste()
        return dialog

    def _build(self) -> None:
        self.paste_button = Button(N_("Paste from a spreadsheet …"), self, icon="clipboard-paste")
        self.remove_button = LinkButton(N_("Remove the row"), self, icon="trash-2")
        self.fill_button = LinkButton(N_("Same in all rows below"), self, icon="copy")
        heading = QHBoxLayout()
        heading.addWidget(self.count)
        heading.addStretch()
        heading.addWidget(self.fill_button)
        heading.addWidget(self.remove_button)
        heading.addWidget(self.paste_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.with_pay)
        column.addWidget(self.pay)
        column.addLayout(heading)
        column.addWidget(self.note)
        column.addWidget(self.grid)
        column.addWidget(PlainLabel(_KEYS, self, role="hint", wrap=True))
        for before, after in pairwise((self.fill_button, self.remove_button, self.paste_button, self.grid.view)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.paste_button.clicked.connect(self._on_paste_clicked)
        self.remove_button.clicked.connect(self.grid.remove_current)
        self.fill_button.clicked.connect(self.grid.fill_down)
        self.grid.pasted.connect(self.paste)
        self.grid.changed.connect(self._on_crew_changed)
        self.with_pay.toggled.connect(self._on_pay_toggled)
        self.pay.changed.connect(self._on_pay_changed)

    def _paid(self, worker: NewWorker, row: GridRow, pay: CrewPay) -> NewWorker:
        read = read_line(self.grid.line(row), settings.today())
        return replace(worker, wages=wages_of(pay, OwnPay(read.rate, read.months, read.quantity, read.owed)))

    def _show_loose(self, problem: Problem, of_pay: list[Problem]) -> None:
        if problem.field.startswith("pay."):
            of_pay.append(Problem(problem.field.removeprefix("pay."), problem.message))
        else:
            self.note.show_message(problem.message)

    def _on_paste_wanted(self, name: str) -> PasteDialog:
        dialog = PasteDialog(self._context, name, self)
        dialog.taken.connect(self._on_taken)
        dialog.open()
        return dialog

    def _on_paste_clicked(self) -> None:
        self.paste()

    def _on_taken(self, lines: tuple[CrewLine, ...]) -> None:
        """Months that have columns of their own are the months of the crew, unless these were typed already."""
        months = sorted({month for line in lines for month in line.months})
        if months and not self.pay.months():
            self.pay.set_values(basis=PayBasis.DAILY, first=months[0], last=months[-1])
        elif any(line.counts for line in lines) and PayBasis(self.pay.basis.value()) not in COUNTED:
            self.pay.set_values(basis=PayBasis.DAILY)
        self.grid.add_lines(lines)
        self._on_pay_changed()
        self.note.show_message(
            Message(N_("The list was added. Cells marked in red are not clear yet.")) if self.grid.problems() else None,
            "warn",
        )

    def _on_pay_toggled(self, on: bool) -> None:
        self.pay.setVisible(on)
        self._on_pay_changed()

    def _on_pay_changed(self) -> None:
        counted = self.with_pay.isChecked() and PayBasis(self.pay.basis.value()) in COUNTED
        self.grid.show_months(self.pay.months() if counted else (), counted=counted)
        self.changed.emit()

    def _on_crew_changed(self) -> None:
        self.count.set_count("%(n)d worker", "%(n)d workers", len(self.grid.rows))
        self.changed.emit()
