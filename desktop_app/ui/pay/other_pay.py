"""Hours, deductions and leave of the worker who is chosen: read with the case, kept while they are typed, saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.complaints import WorkerWages
from desktop_app.domain.letters import Norm
from desktop_app.domain.pay_claims import WorkerPay
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import law, pay_claims
from desktop_app.services.files import OpenFile
from desktop_app.ui.context import Context
from desktop_app.ui.pay.pay_editor import PayEditor

_NOT_SAVED = Message(N_("Nothing was saved yet. See what is marked below."))


class OtherPay(QWidget):
    """`refused(Message)`: it could not be saved, and why; the cells say the rest."""

    refused = Signal(object)

    def __init__(
        self, context: Context, wages: Callable[[], WorkerWages | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self._worker_id = 0
        self._known: dict[int, WorkerPay] = {}
        self.touched = False
        self.editor = PayEditor(context, wages, self)
        self.editor.changed.connect(self._on_typed)
        self.editor.result.norms.confirmed.connect(self._on_confirmed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)

    def read(self, case_id: int) -> None:
        """Read the hours, deductions and leave of the crew; what is being typed stays."""
        self._case_id = case_id
        self._context.background.run(
            _read, self._context.file, case_id, owner=self, on_done=partial(self._on_read, case_id)
        )

    def show_worker(self, worker_id: int) -> None:
        """Show another worker; drops what was typed."""
        self._worker_id, self.touched = worker_id, False
        self._show()

    def forget(self) -> None:
        """Drop what was typed for another case."""
        self.touched = False
        self._worker_id, self._known = 0, {}

    def save(self, worker_ids: tuple[int, ...]) -> None:
        """Save what was typed for these workers, or say what is wrong with it."""
        self.editor.hours.forget_told()
        self.editor.deductions.forget_told()
        try:
            pay = self.editor.pay()
        except InvalidInput as error:
            self._show_problems(error.problems)
            return
        self._context.background.run(
            pay_claims.save,
            self._context.file,
            self._case_id,
            worker_ids,
            pay,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Saving overtime, deductions, leave …")),
        )

    def _show(self) -> None:
        self.editor.show_pay(self._known.get(self._worker_id, WorkerPay()))

    def _on_read(self, case_id: int, found: tuple[dict[int, WorkerPay], dict[str, Norm]]) -> None:
        if case_id == self._case_id:
            self._known, self.editor.norms = found
            if self.touched:
                self.editor.count()
            else:
                self._show()

    def _on_confirmed(self) -> None:
        """A norm was confirmed: its mark goes."""
        self.read(self._case_id)

    def _on_typed(self) -> None:
        self.touched = True

    def _on_saved(self, _saved: Saved) -> None:
        self.touched = False
        self._context.bus.said.emit(Message(N_("Overtime, deductions and leave are saved.")))

    def _on_error(self, error: AppError) -> None:
        self._show_problems(error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        loose = [each for each in problems if not each.field]
        self.refused.emit(loose[0].message if loose else _NOT_SAVED)
        self.editor.show_problems(each for each in problems if each.field)


def _read(file: OpenFile, case_id: int) -> tuple[dict[int, WorkerPay], dict[str, Norm]]:
    return pay_claims.known(file, case_id), law.norms(file)
