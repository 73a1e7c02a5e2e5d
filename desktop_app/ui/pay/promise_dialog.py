"""Writing down what an employer promised to pay, part by part."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Saved
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.crew_pay import months_between
from desktop_app.domain.instalments import equal_parts
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, _
from desktop_app.services import instalments
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import AmountField, ChoiceBox, DateField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridRow
from desktop_app.ui.common.typed_values import write_sum
from desktop_app.ui.common.wording import day, named
from desktop_app.ui.context import Context
from desktop_app.ui.pay.fields import QuantityField
from desktop_app.ui.pay.pay_rows import plan_columns, plan_in

_ALL: Final = "all"
_MOST_PARTS: Final = 60


class PromiseDialog(Dialog):
    """Who promised what to whom and when; equal parts a month can be filled in at once."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget) -> None:
        super().__init__(parent, N_("Promise of payment"), width=760)
        self._context, self._card = context, card
        self.form = Form(self, columns=3)
        self.form.add("worker", N_("Promised to"), ChoiceBox(self._workers, self))
        self.form.add("promised_on", N_("Promised on"), DateField(self))
        self.form.add("evidence", N_("On whose word"), ChoiceBox(named(EVIDENCE), self))
        self.form.set_values(worker=_ALL, promised_on=settings.today(), evidence=Evidence.PAPER)
        self.parts = Form(self, columns=3)
        self.parts.add("total", N_("Together for each worker, ₸"), AmountField(self))
        self.parts.add("count", N_("Monthly parts"), QuantityField(self))
        self.parts.add("first", N_("First part on"), DateField(self))
        self.fill_button = Button(N_("Divide into equal parts"), self, icon="calendar-days")
        self.fill_button.clicked.connect(self._on_fill)
        self.grid = EditGrid(plan_columns(), self, lines=4)
        fill = QHBoxLayout()
        fill.addWidget(self.fill_button)
        fill.addStretch()
        self.body.addWidget(self.form)
        self.body.addWidget(self.parts)
        self.body.addLayout(fill)
        self.body.addWidget(self.grid)
        self.add_cancel()
        self.add_button(PrimaryButton(N_("Write down"), self, icon="save", shortcut="Ctrl+S"), self.save)
        announce(
            context.bus,
            Drafted(self, f"case:{card.id}:promise", form=self.form, parts=self.parts, plan=self.grid),
        )

    def save(self) -> None:
        """Write the promise down, or say what is wrong with it."""
        self.form.clear_problems()
        self.grid.forget_told()
        try:
            values = self.form.values()
            if self.grid.problems():
                return
            promised = plan_in(self.grid, values["promised_on"] or settings.today(), Evidence(values["evidence"]))
        except InvalidInput as error:
            self._show_problems(error.problems)
            return
        self._context.background.run(
            instalments.promise,
            self._context.file,
            self._card.id,
            self._chosen(values["worker"]),
            promised,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Writing the promise down …")),
        )

    def _workers(self) -> list[tuple[str, str]]:
        everybody = [(_ALL, _("Each worker of the case"))] if len(self._card.workers) > 1 else []
        return everybody + [(str(each.id), blur.name(each.person.full_name)) for each in self._card.workers]

    def _chosen(self, code: str) -> tuple[int, ...]:
        ids = tuple(worker.id for worker in self._card.workers)
        return (int(code),) if code.isdigit() else ids

    def _on_fill(self) -> None:
        """Fill in equal monthly parts; the last takes what does not divide."""
        self.parts.clear_problems()
        try:
            values = self.parts.values()
            count = _count(values["count"])
            total, first = _needed(values, "total"), _needed(values, "first")
        except InvalidInput as error:
            self.parts.show_problems(error.problems)
            return
        self.grid.set_rows(
            GridRow({"due_on": day(due), "amount": write_sum(amount)})
            for due, amount in zip(_days(first, count), equal_parts(total, count), strict=True)
        )
        self.grid.changed.emit()

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The promise is written down, and its days stand among the dates.")))
        self.accept()

    def _on_error(self, error: AppError) -> None:
        self._show_problems(error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        of_form = []
        for problem in problems:
            place, _bracket, rest = problem.field.partition("[")
            number, _end, key = rest.partition("].")
            if place == "instalments" and rest and key != "promised_on":
                self.grid.tell([(int(number), key, problem.message)])
            else:
                of_form.append(Problem(key or problem.field, problem.message))
        self.form.show_problems(of_form)


def _count(number: Decimal | None) -> int:
    if number is None or number != int(number) or not 1 <= number <= _MOST_PARTS:
        message = Message(N_("Type how many parts, from 1 to %(most)s."), {"most": _MOST_PARTS})
        raise InvalidInput((Problem("count", message),))
    return int(number)


def _needed(values: dict[str, Any], name: str) -> Any:
    if not values[name]:
        messages = {"total": N_("Type an amount above zero."), "first": N_("Type the day.")}
        raise InvalidInput((Problem(name, Message(messages[name])),))
    return values[name]


def _days(first: date, count: int) -> list[date]:
    """The same day of `count` months running, the last of a month where it is shorter."""
    last = first.year * 12 + first.month - 1 + count - 1
    months = months_between(first, date(last // 12, last % 12 + 1, 1))
    return [month.replace(day=min(first.day, monthrange(month.year, month.month)[1])) for month in months]
