"""The wage complaint of a case: the crew at the left, the wages of the chosen worker at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard, NewWageComplaint
from desktop_app.domain.changes import Saved
from desktop_app.domain.complaints import WorkerWages
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, _
from desktop_app.services import complaints, crew
from desktop_app.ui.cases.wage_editor import WageEditor
from desktop_app.ui.cases.workers_tab import WorkerRow, worker_rows
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.drafts import Drafted, announce, within_reach
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import money
from desktop_app.ui.context import Context
from desktop_app.ui.pay.other_pay import OtherPay

_SAVES = {-1: N_("Save the wages"), 0: N_("Save the wages"), 1: N_("Save")}


class WagesTab(QWidget):
    """Several workers may be selected: what is typed can be saved for all of them at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self._shown: int | None = None
        self.touched = False
        self.table = Table[WorkerRow](_columns(), self, several=True)
        self.name = PlainLabel(parent=self, role="heading", wrap=True)
        self.note = Note(self, tone="danger")
        self.note.hide()
        self.editor = WageEditor(context, self)
        self.other = OtherPay(context, self._wages_now, self)
        self.parts = QTabWidget(self)
        self._areas: list[QScrollArea] = []
        self.save_button = PrimaryButton(N_("Save the wages"), self, icon="save", shortcut="Ctrl+S")
        self.same_button = Button(N_("Same for all selected"), self, icon="users")
        self._build()
        self.table.chosen.connect(self._on_chosen)
        self.editor.changed.connect(self._on_typed)
        self.other.refused.connect(self.note.show_message)
        self.parts.currentChanged.connect(self._on_part_chosen)
        self.texts = Texts(self)
        self.texts.redraw(self._name_parts)
        self.save_button.clicked.connect(self._on_save)
        self.same_button.clicked.connect(self._on_save_for_all)

    def show_case(self, card: CaseCard, counted: dict[int, WageCalculation]) -> None:
        """Show the crew of a case; wages that are being typed stay."""
        self._case_id = card.id
        selected = {row.worker.id for row in self.table.selected()}
        rows = worker_rows(card, counted)
        self.table.blockSignals(True)
        self.table.set_rows(rows)
        self.table.select_rows([at for at, row in enumerate(rows) if row.worker.id in selected] or [0])
        self.table.blockSignals(False)
        self._on_chosen()
        self.other.read(card.id)
        within_reach(self._context.bus, f"case:{card.id}:wages", self, self._on_wages_wanted)

    def show_wages_of(self, worker_id: int) -> None:
        """Show the wages of this worker, whatever part was looked at before."""
        self.parts.setCurrentIndex(0)
        self.show_worker(worker_id)

    def show_worker(self, worker_id: int) -> None:
        """Choose this worker."""
        for at, row in enumerate(self.table.rows):
            if row.worker.id == worker_id:
                self.table.select_rows([at])
                self.editor.terms.rate.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop what was typed for another case; the next one is shown from the top of its wages."""
        self.parts.setCurrentIndex(0)
        for area in self._areas:
            area.verticalScrollBar().setValue(0)
        self.touched = False
        self._shown = None
        self.other.forget()

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return self.touched or self.other.touched

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.save_button)
        head.addWidget(self.same_button)
        head.addStretch()
        for part in (self.editor, self.other):
            inside = QVBoxLayout()
            inside.addWidget(part)
            inside.addStretch()
            area = scrolling(inside, self)
            self._areas.append(area)
            inside.setContentsMargins(0, 12, 8, 0)
            self.parts.addTab(area, "")
        self.parts.setDocumentMode(True)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.name)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.parts, 1)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.table)
        parts.addWidget(right)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(1, 1)
        parts.setSizes([230, 820])
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 16, 0, 0)
        row.addWidget(parts)

    def _on_chosen(self) -> None:
        """Show the wages of the chosen worker, but first ask about what was typed for another."""
        selected = self.table.selected()
        self.same_button.setEnabled(len(selected) > 1)
        row = self.table.current()
        if row is None:
            return
        if self.unsaved():
            if self._shown is not None and row.worker.id != self._shown and len(selected) == 1:
                self._ask_before_leaving(row)
            return
        if self._shown != row.worker.id:
            self._shown = row.worker.id
            self.other.show_worker(row.worker.id)
        self.note.show_message(None)
        self.name.show_name(row.name)
        self.editor.show_wages(row.worker.wages)
        name = f"case:{self._case_id}:wages:{self._shown}"
        announce(self._context.bus, Drafted(self, name, unsaved=self.unsaved, wages=self.editor, pay=self.other.editor))

    def _ask_before_leaving(self, row: WorkerRow) -> None:
        old = next((each for each in self.table.rows if each.worker.id == self._shown), None)
        if old is None:
            return
        self.table.blockSignals(True)
        self.table.select_rows([self.table.rows.index(old)])
        self.table.blockSignals(False)
        message = Message(N_("The wages of %(name)s are not saved yet."), {"name": blur.name(old.name)})
        ask(
            self,
            N_("Not everything is saved"),
            message,
            N_("Leave without saving"),
            partial(self._on_left, row.worker.id),
            loses=True,
        )

    def _on_left(self, worker_id: int) -> None:
        self.touched = self.other.touched = False
        self.show_worker(worker_id)

    def _on_wages_wanted(self, name: str) -> None:
        worker_id = name.rpartition(":")[2]
        if worker_id.isdigit():
            self.show_worker(int(worker_id))

    def _on_typed(self) -> None:
        self.touched = True

    def _wages_now(self) -> WorkerWages | None:
        """The wages of the chosen worker with the money received: as they are being typed, else as the file knows."""
        row = next((each for each in self.table.rows if each.worker.id == self._shown), None)
        if row is None:
            return None
        if self.touched:
            try:
                return crew.with_money(replace(row.worker, wages=self.editor.wages()))
            except AppError:
                pass  # half typed: what the file knows counts until it can be read
        return crew.with_money(row.worker)

    def _on_part_chosen(self, at: int) -> None:
        if at and self.touched:
            self.other.editor.count()
        self._name_parts()

    def _name_parts(self) -> None:
        self.parts.setTabText(0, _("Wages"))
        self.parts.setTabText(1, _("Overtime, deductions, leave"))
        self.save_button.set_text(_SAVES[self.parts.currentIndex()])

    def _on_save(self) -> None:
        if self._shown is not None:
            self._save((self._shown,))

    def _on_save_for_all(self) -> None:
        self._save(tuple(row.worker.id for row in self.table.selected()))

    def _save(self, worker_ids: tuple[int, ...]) -> None:
        """Save the part that is shown, and the other one when it was typed into as well."""
        self.note.show_message(None)
        shown = self.parts.currentIndex()
        if shown == 0 or self.touched:
            self._save_wages(worker_ids)
        if shown == 1 or self.other.touched:
            self.other.save(worker_ids)

    def _save_wages(self, worker_ids: tuple[int, ...]) -> None:
        try:
            wages = self.editor.wages()
        except InvalidInput as error:
            self._show_problems(error.problems)
            return
        complaint = NewWageComplaint(self._case_id, tuple((worker_id, wages) for worker_id in worker_ids))
        self._context.background.run(
            complaints.log_wage_arrears,
            self._context.file,
            complaint,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Saving the wages …")),
        )

    def _on_saved(self, _saved: Saved) -> None:
        self.touched = False
        self._context.bus.said.emit(Message(N_("The wages are saved.")))

    def _on_error(self, error: AppError) -> None:
        problems = error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),)
        self._show_problems(tuple(Problem(each.field.partition("].")[2], each.message) for each in problems))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.note.show_message(Message(N_("Nothing was saved yet. See what is marked below.")))
        loose = [each for each in problems if not each.field]
        if loose:
            self.note.show_message(loose[0].message)
        self.editor.show_problems(each for each in problems if each.field)


def _columns() -> tuple[Column[WorkerRow], ...]:
    return (
        Column(N_("Worker"), _name, width=120, stretch=True, personal=True),
        Column(N_("Owed"), _owed, width=90, number=True),
    )


def _name(row: WorkerRow) -> str:
    return row.name


def _owed(row: WorkerRow) -> str:
    return money(row.counted.arrears) if row.counted is not None else ""
