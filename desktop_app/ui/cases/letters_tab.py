"""The letters of a case."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.wages import WageCalculation
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.letter_names import kind_name, language_name

CaseLetter = tuple[int, str, str, str, date]
"""Id, number, kind, language, day (domain.cases.CaseCard.letters)."""


class LettersTab(QWidget):
    """The list, newest first; Enter opens a letter."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._counted: dict[int, WageCalculation] = {}
        button = Button(N_("Make a letter"), self, icon="file-text")
        button.clicked.connect(self.make)
        hint = EmptyHint(N_("No letters yet. The claim to the employer is made from the wages of the crew."), button)
        self.table = Table[CaseLetter](_columns(), self, empty=hint)
        self.table.opened.connect(self._on_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.table)

    def show_case(self, card: CaseCard, counted: dict[int, WageCalculation]) -> None:
        """Show the letters of a case."""
        self._card, self._counted = card, counted
        within_reach(self._context.bus, f"case:{card.id}:letter", self, self._on_letter_wanted)
        self.table.set_rows(card.letters)

    def make(self) -> LetterDialog | None:
        """Begin a letter of this case."""
        if self._card is None:
            return None
        dialog = LetterDialog(self._context, self._card, self._counted, self)
        dialog.open()
        return dialog

    def _on_letter_wanted(self, _name: str) -> None:
        self.make()

    def _on_opened(self, letter: CaseLetter) -> None:
        self._context.bus.open_requested.emit("letter", letter[0])


def _columns() -> tuple[Column[CaseLetter], ...]:
    return (
        Column(N_("Number"), _number, width=120),
        Column(N_("Letter"), _kind, width=240, stretch=True),
        Column(N_("Language"), _language, width=180),
        Column(N_("Day"), _day, width=120),
    )


def _number(letter: CaseLetter) -> str:
    return letter[1]


def _kind(letter: CaseLetter) -> str:
    return kind_name(letter[2])


def _language(letter: CaseLetter) -> str:
    return language_name(letter[3])


def _day(letter: CaseLetter) -> str:
    return day(letter[4])
