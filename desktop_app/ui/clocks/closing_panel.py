"""How a case ended: its results, the closing with its reason, the satisfaction slip."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard, Status
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.outcomes import CLOSED_WHY, RESULTS, ClosedWhy, ClosingState, StoredOutcome
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, ngettext
from desktop_app.services import outcomes
from desktop_app.ui.clocks.closing_dialogs import CloseDialog, ReopenDialog, ResultDialog, SlipDialog
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day, money
from desktop_app.ui.context import Context

_LEAST_HEIGHT = 140
_EMPTY = N_("No result yet. Write down what was achieved, or that nothing was: summaries count it.")


class ClosingPanel(QWidget):
    """The results, and the keys that record one, close the case or open it again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._state: ClosingState | None = None
        self.said = PlainLabel(parent=self, role="muted", wrap=True)
        self.result_button = Button(N_("Record a result …"), self, icon="plus")
        self.remove_button = Button(N_("Take the result back …"), self, icon="trash-2")
        self.slip_button = Button(N_("Satisfaction slip …"), self, icon="clipboard-list")
        self.close_button = Button(N_("Close the case …"), self, icon="circle-check")
        self.reopen_button = Button(N_("Open the case again …"), self, icon="rotate-ccw")
        self.table = Table[StoredOutcome](self._columns(), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self._build()
        self.result_button.clicked.connect(self.record)
        self.remove_button.clicked.connect(self.take_back)
        self.slip_button.clicked.connect(self.slip)
        self.close_button.clicked.connect(self.close_case)
        self.reopen_button.clicked.connect(self.reopen)
        self.table.chosen.connect(self._write)
        Texts(self).redraw(self._write)

    def show_case(self, card: CaseCard) -> None:
        """Read the results of a case."""
        if self._card is None or self._card.id != card.id:
            self._state = None
            self.table.set_rows(())
        self._card = card
        for part, call in (("result", self.record), ("slip", self.slip)):
            within_reach(self._context.bus, f"case:{card.id}:{part}", self, call)
        self._context.background.run(
            outcomes.state, self._context.file, card.id, owner=self, on_done=self._on_read, on_error=self._on_error
        )

    def record(self, _name: str = "") -> Dialog | None:
        """Ask for a result."""
        return None if self._card is None else self._shown(ResultDialog(self._context, self._card, self))

    def slip(self, _name: str = "") -> Dialog | None:
        """Ask for the marks of a slip."""
        return None if self._card is None else self._shown(SlipDialog(self._context, self._card, self))

    def close_case(self, _name: str = "") -> Dialog | None:
        """Ask for the reason, and say what the closing leaves open."""
        if self._card is None or self._state is None or self._card.status is Status.CLOSED:
            return None
        return self._shown(CloseDialog(self._context, self._card, self._state, self))

    def reopen(self, _name: str = "") -> Dialog | None:
        """Ask why the case is opened again."""
        if self._card is None or self._card.status is Status.OPEN:
            return None
        return self._shown(ReopenDialog(self._context, self._card, self))

    def take_back(self) -> Dialog | None:
        """Ask before a result is taken back."""
        row = self.table.current()
        if row is None or self._card is None:
            return None
        text = Message(
            N_("The result “%(result)s” is taken back. The log keeps that it was."), {"result": _result(row)}
        )
        take_back = partial(self._take_back, self._card.id, row.id)
        return ask(self, N_("Take the result back"), text, N_("Take it back"), take_back, loses=True)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(PlainLabel(N_("Result and closing"), self, role="heading"))
        bar.addStretch()
        for button in (self.result_button, self.close_button, self.reopen_button):
            bar.addWidget(button)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self.remove_button)
        keys.addWidget(self.slip_button)
        keys.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(keys)

    def _shown(self, dialog: Dialog) -> Dialog:
        dialog.open()
        return dialog

    def _on_read(self, state: ClosingState) -> None:
        self._state = state
        self.table.set_rows(state.results)
        self._write()
        if self._card is not None:
            for part, call in (("closing", self.close_case), ("reopening", self.reopen)):
                within_reach(self._context.bus, f"case:{self._card.id}:{part}", self, call)

    def _on_error(self, _error: object) -> None:
        """The case is gone or closed to us: its page says so."""

    def _take_back(self, case_id: int, outcome_id: int) -> None:
        self._context.background.run(outcomes.remove, self._context.file, case_id, outcome_id, owner=self)

    def _write(self) -> None:
        card, state = self._card, self._state
        is_open = card is None or card.status is Status.OPEN
        self.close_button.setVisible(is_open)
        self.reopen_button.setVisible(not is_open)
        self.close_button.setEnabled(state is not None)
        self.remove_button.setEnabled(self.table.current() is not None)
        lines = []
        if not is_open and state is not None and state.closed_on is not None:
            lines.append(_("Closed on %(day)s: %(why)s.", day=day(state.closed_on), why=_why(state.closed_why)))
        if state is not None and state.slips:
            lines.append(ngettext("%(n)s satisfaction slip.", "%(n)s satisfaction slips.", state.slips))
        self.said.setVisible(bool(lines))
        self.said.setText("\n".join(lines))

    def _columns(self) -> tuple[Column[StoredOutcome], ...]:
        return (
            Column(N_("Day"), _day, width=110),
            Column(N_("Result"), _result, width=200, stretch=True, mark=_mark),
            Column(N_("Sum"), _amount, width=100, number=True),
            Column(N_("For"), self._worker, width=110, personal=True),
            Column(N_("Known from"), _word, width=120),
            Column(N_("Evidence"), _evidence, width=110, stretch=True, personal=True),
        )

    def _worker(self, row: StoredOutcome) -> str:
        workers = self._card.workers if self._card is not None else ()
        return next((each.person.full_name for each in workers if each.id == row.worker_id), "")


def _why(code: str) -> str:
    return _(CLOSED_WHY[ClosedWhy(code)]) if code else _("no reason was noted")


def _day(row: StoredOutcome) -> str:
    return day(row.on)


def _result(row: StoredOutcome) -> str:
    return _(RESULTS[row.code])


def _mark(_row: StoredOutcome) -> tuple[str, str]:
    return ("circle-check", "text")


def _amount(row: StoredOutcome) -> str:
    return money(row.amount)


def _word(row: StoredOutcome) -> str:
    return _(EVIDENCE[row.word])


def _evidence(row: StoredOutcome) -> str:
    return row.evidence
