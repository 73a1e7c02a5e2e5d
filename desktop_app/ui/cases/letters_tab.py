"""The letters of a case: drafts to go on with, what was made and how far it has come; below, what came in."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letter_json import DraftRow
from desktop_app.domain.letters import LetterRow
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import Message
from desktop_app.i18n import N_, _
from desktop_app.services import letter_drafts
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_calls, letter_state
from desktop_app.ui.letters.case_incoming import CaseIncoming
from desktop_app.ui.letters.letter_calls import OfCase
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.letter_names import kind_name, language_name

CaseLetter = DraftRow | LetterRow
"""A line of the list: drafts first, then letters, each newest first."""

_EMPTY: Final = N_(
    "No letters yet. Letters to the employer, to offices and to the worker are made from what the case holds."
)
_GOES: Final = N_("The draft of the letter and everything written in it go for good. Letters that were made stay.")


class LettersTab(QWidget):
    """Enter opens a letter or goes on with a draft; Del removes a draft."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._counted: dict[int, WageCalculation] = {}
        make = Button(N_("Make a letter"), self, icon="file-text")
        make.clicked.connect(self.make)
        self.table = Table[CaseLetter](_columns(), self, empty=EmptyHint(_EMPTY, make))
        self.open_button = Button(N_("Open the letter"), self, icon="eye")
        self.remove_button = Button(N_("Remove the draft"), self, icon="trash-2")
        self.incoming = CaseIncoming(context, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.open_button, self.remove_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self.parts.addWidget(self.table)
        self.parts.addWidget(self.incoming)
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(12)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 1)
        column.addWidget(self.parts, 1)
        self._connect()

    def show_case(self, card: CaseCard, counted: dict[int, WageCalculation]) -> None:
        """Show the letters of a case."""
        if self._card is not None and self._card.id != card.id:
            self.table.set_rows(())
            self.incoming.show_papers(card.id, ())
        self._card, self._counted = card, counted
        within_reach(self._context.bus, _form(card), self, self._on_letter_wanted)
        self._context.background.run(
            letter_calls.of_case, self._context.file, card.id, owner=self, on_done=self._on_read
        )

    def make(self) -> LetterDialog | None:
        """Begin a letter of this case."""
        return self._begin()

    def go_on(self, draft_id: int) -> LetterDialog | None:
        """Go on with a kept draft."""
        return self._begin(draft_id)

    def remove(self) -> Dialog | None:
        """Ask whether the chosen draft is to go."""
        row = self.table.current()
        if not isinstance(row, DraftRow):
            return None
        gone = partial(self._remove, row.id)
        return ask(self, N_("Remove the draft?"), Message(_GOES), N_("Remove the draft"), gone, loses=True)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._on_open)
        self.remove_button.clicked.connect(self.remove)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        remove = QShortcut(QKeySequence("Del"), self.table.view)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove)
        self._on_chosen()

    def _begin(self, draft_id: int | None = None) -> LetterDialog | None:
        if self._card is None:
            return None
        dialog = LetterDialog(self._context, self._card, self._counted, self, draft_id=draft_id)
        dialog.open()
        return dialog

    def _on_read(self, told: OfCase) -> None:
        if self._card is not None and told.case_id == self._card.id:
            self.table.set_rows((*told.drafts, *told.letters))
            self.incoming.show_papers(told.case_id, told.papers)

    def _on_letter_wanted(self, name: str) -> None:
        draft = name.rpartition(":")[2]
        self._begin(int(draft) if draft.isdecimal() else None)

    def _on_open(self) -> None:
        row = self.table.current()
        if row is not None:
            self._on_opened(row)

    def _on_opened(self, row: CaseLetter) -> None:
        if isinstance(row, DraftRow):
            self._begin(row.id)
        else:
            self._context.bus.open_requested.emit("letter", row.id)

    def _on_chosen(self) -> None:
        row = self.table.current()
        self.open_button.setEnabled(row is not None)
        self.remove_button.setEnabled(isinstance(row, DraftRow))
        for button in (self.open_button, self.remove_button):
            button.setVisible(bool(self.table.rows))

    def _remove(self, draft_id: int) -> None:
        self._context.background.run(letter_drafts.remove, self._context.file, draft_id, owner=self)


def _form(card: CaseCard) -> str:
    return f"case:{card.id}:letter"


def _columns() -> tuple[Column[CaseLetter], ...]:
    return (
        Column(N_("Number"), _number, width=75),
        Column(N_("Letter"), _kind, width=140, stretch=True),
        Column(N_("About whom"), letter_state.workers, width=80, stretch=True, personal=True),
        Column(N_("Language"), _language, width=76),
        Column(N_("Day"), _day, width=88),
        Column(N_("State"), _state, width=168, mark=_mark),
        Column(N_("Answer by"), _due, width=90),
    )


def _number(row: CaseLetter) -> str:
    return row.number if isinstance(row, LetterRow) else ""


def _kind(row: CaseLetter) -> str:
    return kind_name(row.kind)


def _language(row: CaseLetter) -> str:
    return language_name(row.language)


def _day(row: CaseLetter) -> str:
    return day(row.on if isinstance(row, LetterRow) else row.changed_on)


def _state(row: CaseLetter) -> str:
    return letter_state.text(row) if isinstance(row, LetterRow) else _("Draft of %(name)s", name=row.changed_by)


def _mark(row: CaseLetter) -> tuple[str, str] | None:
    return letter_state.mark(row) if isinstance(row, LetterRow) else ("pencil", "accent")


def _due(row: CaseLetter) -> str:
    return letter_state.due(row) if isinstance(row, LetterRow) else ""
