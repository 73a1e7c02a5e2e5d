"""What goes to the printer with the letters of today, before it goes."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.letters import LetterRow
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services.letter_printing import OfToday
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.letters import letter_state
from desktop_app.ui.letters.letter_names import kind_name, language_name

_SIZE: Final = (820, 560)
_COUNT: Final = N_(
    "Letters: %(letters)s, cases: %(cases)s. They are printed one after the other as one document; reading copies are "
    "left out."
)
_SHUT: Final = N_(
    "Not printed: %(numbers)s. Your role does not include printing them, or your key does not open their sealed case."
)
_NONE_OF_THEM: Final = N_("Of the letters of today there is none that you may print.")


class TodaysDialog(Dialog):
    """The letters that go, those that cannot and why; accepted when they are to be printed."""

    def __init__(self, parent: QWidget, told: OfToday, paper: Message) -> None:
        super().__init__(parent, N_("Print the letters of today"), width=760)
        self.count = PlainLabel(parent=self, wrap=True)
        cases = len({row.case_id for row in told.letters})
        self.count.set_text(_COUNT, letters=len(told.letters), cases=cases)
        self.table = Table[LetterRow](_columns(), self, empty=EmptyHint(_NONE_OF_THEM))
        self.table.setMinimumHeight(180)
        self.table.set_rows(told.letters)
        self.shut = Note(self, tone="warn")
        numbers = ", ".join(row.number for row in told.shut)
        self.shut.show_message(Message(_SHUT, {"numbers": numbers}) if numbers else None)
        warning = Note(self)
        warning.show_message(paper)
        for part in (self.count, self.table, self.shut, warning):
            self.body.addWidget(part, 1 if part is self.table else 0)
        self.add_cancel()
        self.print_button = PrimaryButton(N_("Choose the printer"), self, icon="printer")
        self.print_button.setEnabled(bool(told.letters))
        warning.setVisible(bool(told.letters))
        self.add_button(self.print_button, self.accept)
        # Enter prints: in the list, where no line opens, it would do nothing.
        self.print_button.setFocus()
        self.resize(*_SIZE)


def _columns() -> tuple[Column[LetterRow], ...]:
    return (
        Column(N_("Number"), _number, width=75),
        Column(N_("Case"), _case, width=90),
        Column(N_("Letter"), _kind, width=130, stretch=True),
        Column(N_("Language"), _language, width=80),
        Column(N_("Addressee"), letter_state.addressee, width=130, stretch=True, personal=True),
        Column(N_("About whom"), letter_state.workers, width=90, stretch=True, personal=True),
    )


def _number(row: LetterRow) -> str:
    return row.number


def _case(row: LetterRow) -> str:
    return row.case_number


def _kind(row: LetterRow) -> str:
    return kind_name(row.kind)


def _language(row: LetterRow) -> str:
    return language_name(row.language)
