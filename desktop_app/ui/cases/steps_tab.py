"""The dates of a case: terms, answers, steps; claim readiness; results and closing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.wages import WageCalculation
from desktop_app.ui.context import Context


class StepsTab(QWidget):
    """The tab on the page of a case."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)

    def show_case(self, card: CaseCard, _counted: dict[int, WageCalculation]) -> None:
        """Show what belongs to this case."""
        self._card = card
