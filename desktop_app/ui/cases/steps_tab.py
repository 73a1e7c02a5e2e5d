"""The dates of a case: terms, answers, steps; claim readiness; results and closing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.wages import WageCalculation
from desktop_app.ui.cases.readiness_panel import ReadinessPanel
from desktop_app.ui.clocks.closing_panel import ClosingPanel
from desktop_app.ui.clocks.panel import ClocksPanel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context


class StepsTab(QWidget):
    """The tab on the page of a case."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case_id: int | None = None
        self.clocks = ClocksPanel(context, self)
        self.readiness = ReadinessPanel(context, self)
        self.closing = ClosingPanel(context, self)
        inside = QVBoxLayout()
        inside.setSpacing(24)
        inside.addWidget(self.clocks, 3)
        inside.addWidget(self.readiness)
        inside.addWidget(self.closing, 2)
        self.area = scrolling(inside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.area)

    def show_case(self, card: CaseCard, _counted: dict[int, WageCalculation]) -> None:
        """Show what belongs to this case; another case is read from its dates on."""
        if card.id != self._case_id:
            self.area.verticalScrollBar().setValue(0)
        self._case_id = card.id
        self.clocks.show_case(card)
        self.readiness.show_case(card)
        self.closing.show_case(card)
