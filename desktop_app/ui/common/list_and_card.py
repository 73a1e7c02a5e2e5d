"""A list and the card of one of its rows, in one place."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common.card_page import CardPage
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.record_list import RecordListPage


class ListAndCard(QWidget):
    """Shows the list or the card; asks before what was typed on the card is dropped."""

    def __init__(self, records: RecordListPage[Any], card: CardPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.card = records, card
        self._wanted = 0
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(records)
        self._stack.addWidget(card)
        records.opened.connect(self.open_item)
        card.left.connect(self._show_list)

    def refresh(self) -> None:
        """Read again what is shown; what is being typed stays."""
        self.list.refresh()
        # Reading a card is logged as looking at it.
        if self._stack.currentWidget() is self.card:
            self.card.read()

    def open_item(self, item_id: int, /) -> None:
        """Show the card of a record; 0 is the list."""
        if item_id == 0:
            self._show_list()
        elif item_id != self.card.item_id and self.card.touched:
            self._wanted = item_id
            ask(
                self,
                N_("Not everything is saved"),
                Message(N_("What was typed on the other card is not saved yet.")),
                N_("Leave without saving"),
                self._on_left,
                loses=True,
            )
        else:
            self.card.show_item(item_id)
            self._stack.setCurrentWidget(self.card)

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return self.card.touched

    def _on_left(self) -> None:
        self.card.show_item(self._wanted)
        self._stack.setCurrentWidget(self.card)

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus()
