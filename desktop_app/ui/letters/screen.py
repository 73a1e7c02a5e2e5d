"""The letters of the file: the list, and one letter as it was sent."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.domain.letters import LetterRow
from desktop_app.i18n import N_, ngettext
from desktop_app.services import letters
from desktop_app.ui.common.record_list import RecordListPage
from desktop_app.ui.common.table import Column
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters.letter_names import kind_name, language_name
from desktop_app.ui.letters.letter_page import LetterPage

_EMPTY: Final = N_("No letters here. A letter is made from a case: open the case and choose “Make a letter”.")


class Screen(QWidget):
    """The list and one letter in one place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RecordListPage[LetterRow](
            context,
            letters.page,
            _columns(),
            self,
            title=N_("Letters"),
            placeholder=N_("Number, case, employer or worker"),
            empty=_EMPTY,
        )
        self.letter = LetterPage(context, self)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.letter)
        self.list.opened.connect(self.open_item)
        self.letter.left.connect(self._show_list)
        QShortcut(QKeySequence("Esc"), self.letter).activated.connect(self._show_list)

    def refresh(self) -> None:
        """Read the list again."""
        self.list.refresh()

    def open_item(self, item_id: int, /) -> None:
        """Show a letter; 0 is the list."""
        if item_id == 0:
            self._show_list()
            return
        self.letter.show_letter(item_id)
        self._stack.setCurrentWidget(self.letter)

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus()


def _columns() -> tuple[Column[LetterRow], ...]:
    return (
        Column(N_("Number"), _number, width=110),
        Column(N_("Day"), _day, width=110),
        Column(N_("Letter"), _kind, width=200, stretch=True),
        Column(N_("Employer"), _employer, width=200, stretch=True, personal=True),
        Column(N_("Workers"), _workers, width=110),
        Column(N_("Language"), _language, width=150),
        Column(N_("Case"), _case, width=110),
    )


def _number(row: LetterRow) -> str:
    return row.number


def _day(row: LetterRow) -> str:
    return day(row.on)


def _kind(row: LetterRow) -> str:
    return kind_name(row.kind)


def _employer(row: LetterRow) -> str:
    return row.employer


def _workers(row: LetterRow) -> str:
    return ngettext("%(n)d worker", "%(n)d workers", row.workers)


def _language(row: LetterRow) -> str:
    return language_name(row.language)


def _case(row: LetterRow) -> str:
    return row.case_number
