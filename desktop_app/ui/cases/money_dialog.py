"""Recording money for some or all workers of a case in one go."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard, MoneyEntry, MoneyKind
from desktop_app.domain.changes import Saved
from desktop_app.domain.code_names import EVIDENCE, MONEY_KINDS
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.imports.crew_cells import read_sum
from desktop_app.services import money
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn, GridRow
from desktop_app.ui.common.typed_values import write_sum
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context


class MoneyDialog(Dialog):
    """Kind, day and note once; the amounts beside the workers' names. Empty amounts are left out."""

    def __init__(self, context: Context, card: CaseCard, counted: dict[int, WageCalculation], parent: QWidget) -> None:
        super().__init__(parent, N_("Record money"), width=720)
        self._context, self._card, self._counted = context, card, counted
        self._sent: tuple[int, ...] = ()
        self.form = Form(self, columns=2)
        self.form.add("kind", N_("What it is"), ChoiceBox(named(MONEY_KINDS), self))
        self.form.add("on", N_("Day"), DateField(self))
        self.form.add("evidence", N_("On whose word"), ChoiceBox(named(EVIDENCE, empty=N_("Not told")), self))
        self.form.add("note", N_("Note"), TextField(self, personal=True))
        self.form.set_values(kind=MoneyKind.RECEIVED, on=settings.today())
        self.grid = EditGrid(_columns(), self, grows=False, lines=5)
        self.grid.set_rows(GridRow({"name": worker.person.full_name}, item=worker.id) for worker in card.workers)
        self.arrears_button = LinkButton(N_("Fill in what is owed to each"), self, icon="coins")
        self.arrears_button.clicked.connect(self._on_fill)
        self.body.addWidget(self.form)
        self.body.addWidget(self.arrears_button)
        self.body.addWidget(self.grid, 1)
        self.add_cancel()
        self.add_button(PrimaryButton(N_("Record"), self, icon="save", shortcut="Ctrl+S"), self.save)
        self.grid.go_to(0, "amount")
        announce(context.bus, Drafted(self, f"case:{card.id}:money", form=self.form, amounts=self.grid))

    def save(self) -> None:
        """Record what was typed, or say what is wrong with it."""
        self.form.clear_problems()
        try:
            values = self.form.values()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        if self.grid.problems():
            return
        if values["on"] is None:
            self.form.show_problems((Problem("on", Message(N_("Type the day."))),))
            return
        entries = self._entries(values, values["on"])
        self._sent = tuple(entry.worker_id for entry in entries)
        self._context.background.run(
            money.record,
            self._context.file,
            self._card.id,
            entries,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Recording the money …")),
        )

    def _entries(self, values: dict[str, Any], on: date) -> tuple[MoneyEntry, ...]:
        evidence = Evidence(values["evidence"]) if values["evidence"] else None
        amounts = ((row.item, self.grid.rows_model.value(row, "amount")) for row in self.grid.rows)
        return tuple(
            MoneyEntry(worker_id, MoneyKind(values["kind"]), amount, on, values["note"], evidence)
            for worker_id, amount in amounts
            if amount is not None
        )

    def _on_fill(self) -> None:
        """What each worker is still owed, to be corrected by hand."""
        for row in self.grid.rows:
            counted = self._counted.get(row.item)
            if counted is not None and counted.arrears:
                row.texts["amount"] = write_sum(counted.arrears)
        self.grid.redraw()

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The money is recorded.")))
        self.accept()

    def _on_error(self, error: AppError) -> None:
        problems = error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),)
        of_form = []
        for problem in problems:
            place, _dot, field = problem.field.partition("].")
            if field == "amount":
                worker_id = self._sent[int(place.removeprefix("entries["))]
                at = next(at for at, row in enumerate(self.grid.rows) if row.item == worker_id)
                self.grid.tell([(at, "amount", problem.message)])
            else:
                of_form.append(Problem(field, problem.message))
        self.form.show_problems(of_form)


def _columns() -> tuple[GridColumn, ...]:
    return (
        GridColumn("name", N_("Worker"), width=240, stretch=True, fixed=True, personal=True),
        GridColumn("amount", N_("Amount, ₸"), read=read_sum, write=write_sum, width=180, number=True),
    )
