"""The letters of the file: drafts, outgoing and incoming papers, and one letter as it was made."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QTabWidget, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letter_json import DraftRow
from desktop_app.domain.permissions import Action
from desktop_app.domain.posting import IncomingRow, Shown
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.letters import incoming_opening, printing, stored_calls
from desktop_app.ui.letters.code_dialog import CodeDialog
from desktop_app.ui.letters.incoming_opening import WhichDialog
from desktop_app.ui.letters.journal_dialog import JournalDialog
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.letter_lists import Drafts, Incoming, Outgoing
from desktop_app.ui.letters.letter_page import LetterPage

_TEXTS_TAB: Final = 7
"""The place of the texts among the tabs of the settings."""


class Screen(QWidget):
    """The lists and one letter in one place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lists = Page(N_("Letters"), self)
        self.drafts = Drafts(context, self)
        self.list = Outgoing(context, self)
        self.incoming = Incoming(context, self)
        self._from_elsewhere = False
        self.tabs = QTabWidget(self)
        self.letter = LetterPage(context, self)
        self._stack = QStackedLayout(self)
        self._build()
        self._connect()
        within_reach(context.bus, "letter:0:incoming", self, self._on_paper_wanted)

    def refresh(self) -> None:
        """Read the lists again, and how far the letter on screen has come."""
        for each in (self.drafts, self.list, self.incoming):
            each.refresh()
        if self._stack.currentWidget() is self.letter:
            self.letter.read_state()

    def open_item(self, item_id: int, /) -> None:
        """Show a letter that was asked for elsewhere; 0 is the list."""
        if item_id == 0:
            self._show_list()
        else:
            self._show_letter(item_id, from_elsewhere=True)

    def show_filter(self, wanted: Shown) -> None:
        """Show the outgoing letters in this state."""
        self._show_list()
        self.tabs.setCurrentWidget(self.list)
        self.list.show_state(wanted)

    def check(self) -> CodeDialog:
        """Ask for the number and the code of a paper."""
        dialog = CodeDialog(self._context, self)
        dialog.open()
        return dialog

    def make_journal(self) -> JournalDialog:
        """Ask which days the journal is made of."""
        dialog = JournalDialog(self._context, self)
        dialog.open()
        return dialog

    def register(self) -> WhichDialog:
        """Register a paper that came in: first, what it is about."""
        dialog = WhichDialog(self._context, self)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self.journal_button = LinkButton(N_("Journal …"), self, icon="table-2")
        self.print_button = LinkButton(N_("Print today’s"), self, icon="printer", shortcut="Ctrl+P")
        self.check_button = LinkButton(N_("Check a paper …"), self, icon="search")
        self.register_button = PrimaryButton(N_("Register a paper …"), self, icon="inbox", shortcut="Ctrl+R")
        self.lists.add_action(self.register_button)
        bar = QHBoxLayout()
        bar.setSpacing(16)
        self.texts_button = LinkButton(N_("Texts of letters"), self, icon="pencil")
        self.texts_button.setVisible(self._context.may(Action.VIEW_TEXTS))
        for button in (self.journal_button, self.print_button, self.check_button, self.texts_button):
            bar.addWidget(button)
        bar.addStretch()
        self.lists.content.setSpacing(8)
        self.lists.content.addLayout(bar)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for tab in (self.list, self.incoming, self.drafts):
            self.tabs.addTab(tab, "")
        self.lists.content.addWidget(self.tabs, 1)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.lists)
        self._stack.addWidget(self.letter)
        Texts(self).redraw(self._write_tabs)

    def _connect(self) -> None:
        self.list.opened.connect(self._on_letter)
        self.incoming.table.opened.connect(self._on_paper)
        self.drafts.table.opened.connect(self._on_draft)
        self.letter.left.connect(self._on_left)
        self.letter.other_requested.connect(self._on_other)
        self.check_button.clicked.connect(self.check)
        self.journal_button.clicked.connect(self.make_journal)
        self.print_button.clicked.connect(self._on_print)
        self.register_button.clicked.connect(self.register)
        self.texts_button.clicked.connect(self._on_texts)
        for at in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self.lists).activated.connect(partial(self._on_tab_key, at))
        QShortcut(QKeySequence("Esc"), self.letter).activated.connect(self._on_left)

    def _on_letter(self, letter_id: int) -> None:
        self._show_letter(letter_id, from_elsewhere=False)

    def _on_other(self, letter_id: int) -> None:
        self._show_letter(letter_id, from_elsewhere=self._from_elsewhere)

    def _show_letter(self, letter_id: int, *, from_elsewhere: bool) -> None:
        self._from_elsewhere = from_elsewhere
        self.letter.show_way_back(to_list=not from_elsewhere)
        self._stack.setCurrentWidget(self.letter)
        self.letter.show_letter(letter_id)

    def _on_left(self) -> None:
        """To the list, or to where the letter was asked for: the tab of its case."""
        asked_elsewhere = self._from_elsewhere
        self._show_list()
        if asked_elsewhere:
            self._context.bus.back_requested.emit()

    def _show_list(self) -> None:
        self._from_elsewhere = False
        self._stack.setCurrentWidget(self.lists)
        shown = self.tabs.currentWidget()
        if isinstance(shown, (Drafts, Incoming, Outgoing)):
            shown.table.setFocus()

    def _on_tab_key(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self._show_list()

    def _on_paper(self, row: IncomingRow) -> None:
        incoming_opening.correct(self._context, self, row.case_id, row.id)

    def _on_draft(self, row: DraftRow) -> None:
        self._context.background.run(
            stored_calls.case_of,
            self._context.file,
            row.case_id,
            owner=self,
            on_done=partial(self._go_on, row.id),
            label=Message(N_("Reading the draft …")),
        )

    def _go_on(self, draft_id: int, read: tuple[CaseCard, dict[int, WageCalculation]]) -> None:
        dialog = LetterDialog(self._context, *read, self, draft_id=draft_id)
        dialog.finished.connect(self.drafts.refresh)
        dialog.open()

    def _on_texts(self) -> None:
        self._context.bus.open_requested.emit("settings", _TEXTS_TAB)

    def _on_print(self) -> None:
        printing.print_todays(self._context, self)

    def _on_paper_wanted(self, name: str) -> None:
        incoming_opening.open_kept(self._context, self, name)

    def _write_tabs(self) -> None:
        for tab, title in ((self.drafts, N_("Drafts")), (self.list, N_("Outgoing")), (self.incoming, N_("Incoming"))):
            at = self.tabs.indexOf(tab)
            self.tabs.setTabText(at, _(title))
            self.tabs.setTabToolTip(at, f"{_(title)} (Alt+{at + 1})")
