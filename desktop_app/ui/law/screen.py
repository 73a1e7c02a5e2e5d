"""The law screen: every value and rule with its source, edition and confidence, and what the centre made of it."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.law_book import LawBook
from desktop_app.domain.law_norms import Norm
from desktop_app.domain.permissions import Action
from desktop_app.errors import Message
from desktop_app.i18n import N_, sort_key
from desktop_app.services import law
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context
from desktop_app.ui.law import words
from desktop_app.ui.law.fact_card import FactCard
from desktop_app.ui.law.filter_row import FilterRow
from desktop_app.ui.law.keys_dialog import KeysDialog
from desktop_app.ui.law.update_dialog import UpdateDialog, choose_update
from desktop_app.ui.law.value_dialog import ValueDialog

DRAFT: Final = "law:0:value"
_PARTS: Final = re.compile(r"\d+|\D+")


class Screen(Page):
    """The list with its filter, and the card of the chosen line at its side."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Law"), parent)
        self._context = context
        self._book = LawBook({})
        self.keys_button = Button(N_("Trusted keys and updates …"), self, icon="key-round")
        self.update_button = Button(N_("Install an update …"), self, icon="download")
        self.update_button.setVisible(context.may(Action.INSTALL_LAW))
        self.filter = FilterRow(self)
        self.table = Table(_columns(days=False), self, empty=EmptyHint(N_("No line of the law fits this filter.")))
        # Citations of one code begin alike: their ends tell them apart.
        self.table.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.card = FactCard(context, self)
        self._arrange()
        self.keys_button.clicked.connect(self.show_keys)
        self.update_button.clicked.connect(self.choose_update)
        self.filter.changed.connect(self._filter)
        self.filter.shown.changed.connect(self._on_shown)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.card.take_focus)
        self.card.confirming.connect(self.confirm)
        self.card.adding.connect(self.add_value)
        self.card.withdrawing.connect(self.ask_to_withdraw)

    def refresh(self) -> None:
        """Read the law and what the centre made of it."""
        self._context.background.run(law.book, self._context.file, owner=self, on_done=self._on_read)

    def open_item(self, item_id: int) -> None:
        """There is one list; a draft of an added value is opened from it."""

    def confirm(self) -> None:
        """Record that the lawyer has read the source of the chosen line."""
        norm = self.table.current()
        if norm is not None:
            self.card.confirm_button.setEnabled(False)
            context = self._context
            context.background.run(law.confirm, context.file, norm.fact.id, owner=self, on_done=self._on_confirmed)

    def add_value(self) -> ValueDialog | None:
        """Ask for another value of the chosen line."""
        norm = self.table.current()
        return self._value_dialog(norm) if norm is not None else None

    def ask_to_withdraw(self) -> Dialog | None:
        """Ask whether the value added by hand shall count no more."""
        norm = self.table.current()
        added = self._book.added(norm.fact) if norm is not None else None
        if added is None:
            return None
        said = Message(
            N_(
                "The value %(value)s counts no more, and what came with the program or an update stands here again. It "
                "stays in the history. Sums that are counted from now on may change."
            ),
            {"value": words.written(added.value)},
        )
        return ask(self, N_("Withdraw the value"), said, N_("Withdraw"), partial(self._withdraw, added.id))

    def show_keys(self) -> KeysDialog:
        """Show the trusted keys and the installed updates."""
        dialog = KeysDialog(self._context, self._book, self)
        dialog.open()
        return dialog

    def choose_update(self) -> None:
        """Ask for the file of an update, then show what it would change."""
        choose_update(self._context, self, self.show_update)

    def show_update(self, dialog: UpdateDialog) -> None:
        """Show what an update would change."""
        dialog.open()

    def _arrange(self) -> None:
        self.add_action(self.keys_button)
        self.add_action(self.update_button)
        self.content.addWidget(self.filter)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.table, 3)
        row.addWidget(self.card, 2)
        self.content.addLayout(row, 1)

    def _value_dialog(self, norm: Norm) -> ValueDialog:
        dialog = ValueDialog(self._context, norm, self)
        dialog.open()
        return dialog

    def _withdraw(self, value_id: int) -> None:
        context = self._context
        context.background.run(law.withdraw, context.file, value_id, owner=self, on_done=self._on_withdrawn)

    def _on_read(self, book: LawBook) -> None:
        self._book = book
        self._filter()
        within_reach(self._context.bus, DRAFT, self, self._on_draft_wanted)

    def _filter(self) -> None:
        chosen = self.table.current()
        rows = sorted((norm for norm in self._book.norms.values() if self.filter.fits(norm, self._book)), key=_order)
        self.table.set_rows(rows)
        ids = [norm.fact.id for norm in rows]
        if chosen is not None and chosen.fact.id in ids:
            self.table.select_row(ids.index(chosen.fact.id))
        elif rows and self.table.current() is None:
            self.table.select_row(0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.card.show_norm(self._book, self.table.current())

    def _on_shown(self) -> None:
        """Earlier values are told apart by their days."""
        self.table.set_columns(_columns(days=self.filter.shown.value() != "now"))

    def _on_draft_wanted(self, name: str) -> None:
        rows = self._book.rows(name.rpartition(":")[2])
        if rows and self._context.may(Action.ADD_LAW_VALUE):
            self._value_dialog(rows[0])

    def _on_confirmed(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The line of the law was confirmed.")))

    def _on_withdrawn(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The value is withdrawn.")))


def _order(norm: Norm) -> tuple[bool, list[tuple[int, str]], int]:
    """Values by name, the newest of each on top, then the rules by act and article as people count them."""
    fact = norm.fact
    if fact.effective_from is not None:
        return False, [(0, sort_key(words.title(norm))), (0, fact.key)], -fact.effective_from.toordinal()
    parts = [(int(part) if part.isdigit() else 0, part) for part in _PARTS.findall(fact.key)]
    return True, parts, 0


def _columns(*, days: bool) -> tuple[Column[Norm], ...]:
    article = words.value_of_day if days else words.value_or_article
    return (
        Column(N_("Rule or value"), words.title, stretch=True),
        Column(N_("Value or article"), article, width=80),
        Column(N_("State"), words.state, mark=words.mark, width=146),
    )
