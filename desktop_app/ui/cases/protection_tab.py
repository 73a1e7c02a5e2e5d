"""What may hurt the workers: warnings, screening by the indicators of forced labour, referrals."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import Line, Note
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context
from desktop_app.ui.directory.referrals_panel import ReferralsPanel
from desktop_app.ui.protection import calls
from desktop_app.ui.protection.calls import Screened, Warned
from desktop_app.ui.protection.screening_panel import ScreeningPanel
from desktop_app.ui.protection.warnings_panel import WarningsPanel, stops


class ProtectionTab(QWidget):
    """`stops_told(int)`: how many warnings of the case ask to stop before a letter."""

    stops_told = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._is_read = False
        self._wanted = ""
        self.note = Note(self, tone="warn")
        self.note.hide()
        self.warnings = WarningsPanel(self)
        self.screening = ScreeningPanel(context, self)
        self.referrals = ReferralsPanel(context, self)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(16)
        self.inside.addWidget(self.warnings)
        self.inside.addWidget(Line(self))
        self.inside.addWidget(self.screening)
        self.inside.addWidget(Line(self))
        self.inside.addWidget(self.referrals)
        self.inside.addStretch()
        self.area = scrolling(self.inside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self.area, 1)

    def show_case(self, card: CaseCard, _counted: dict[int, WageCalculation]) -> None:
        """Read the warnings, which the head of the page tells too; the screening is read when somebody looks."""
        if self._card is None or self._card.id != card.id:
            # Nothing of the case before may stand here while this one is being read; what warns is read first.
            self.area.verticalScrollBar().setValue(0)
            self.warnings.forget()
            self.screening.show_screening(card.id, Screened((), {}))
            self.stops_told.emit(0)
        self._card, self._is_read = card, False
        self.referrals.show_case(card)
        within_reach(self._context.bus, f"case:{card.id}:screening", self, self._on_wanted)
        self._context.background.run(
            calls.warned,
            self._context.file,
            card.id,
            owner=self,
            on_done=partial(self._on_warned, card),
            on_error=self._on_error,
        )
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Looking at a screening is logged: it is read when somebody looks."""
        super().showEvent(event)
        if not self._is_read and self._card is not None:
            self._read()

    def _read(self) -> None:
        if self._card is None:
            return
        self._is_read = True
        self._context.background.run(
            calls.screened,
            self._context.file,
            self._card.id,
            owner=self,
            on_done=partial(self._on_screened, self._card.id),
            on_error=self._on_error,
            label=Message(N_("Reading the screening …")),
        )

    def _on_warned(self, card: CaseCard, warned: Warned) -> None:
        if self._card is None or card.id != self._card.id:
            return
        self.note.show_message(None)
        self.warnings.show_warnings(warned.warnings, card, warned.norms)
        self.stops_told.emit(stops(warned.warnings))

    def _on_screened(self, case_id: int, screened: Screened) -> None:
        if self._card is None or case_id != self._card.id:
            return
        self.screening.show_screening(case_id, screened)

        if self._wanted:
            self.screening.take_up(self._wanted)
            self._wanted = ""

    def _on_wanted(self, name: str) -> None:
        """Open the form of a draft as soon as the crew is known."""
        self._wanted = name
        self._read()

    def _on_error(self, error: AppError) -> None:
        self.note.show_message(error.message)
