"""One value or norm in full: its source, its history, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain import law_values
from desktop_app.domain.law_book import LawBook
from desktop_app.domain.law_norms import Norm, Standing
from desktop_app.domain.permissions import Action
from desktop_app.i18n import N_, _, interface
from desktop_app.ui.common import wording
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.law import words

NARROW, WIDE = 280, 360


class FactCard(QWidget):
    """The card at the side. `confirmed`, `adding`, `withdrawing`: its buttons were pressed."""

    confirming = Signal()
    adding = Signal()
    withdrawing = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._book: LawBook | None = None
        self._norm: Norm | None = None
        self.name = PlainLabel(parent=self, role="heading", wrap=True)
        self.state = Note(self, tone="info")
        self.source = PlainLabel(parent=self, wrap=True)
        self.used = PlainLabel(parent=self, role="muted", wrap=True)
        self.rows = PlainLabel(parent=self, wrap=True)
        self.history = PlainLabel(parent=self, role="hint", wrap=True)
        self.confirm_button = Button(words.CONFIRM, self, icon="check")
        self.add_button = Button(N_("Add a value …"), self, icon="plus")
        self.withdraw_button = Button(N_("Withdraw the value …"), self, icon="rotate-ccw")
        self.confirm_button.clicked.connect(self.confirming)
        self.add_button.clicked.connect(self.adding)
        self.withdraw_button.clicked.connect(self.withdrawing)
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self._arrange()
        Texts(self).redraw(self._write)

    def show_norm(self, book: LawBook, norm: Norm | None) -> None:
        """Show a fact out of the book, or nothing."""
        self._book, self._norm = book, norm
        self._write()

    def take_focus(self, _norm: Norm) -> None:
        """Go from the list to the first thing that can be done, for who works with the keyboard."""
        buttons = (self.confirm_button, self.add_button, self.withdraw_button)
        first = next((button for button in buttons if button.isVisible() and button.isEnabled()), self.area)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(12)
        for part in (self.name, self.state, self.source, self.used, self.rows, self.history):
            inside.addWidget(part)
        inside.addStretch()
        self.area: QScrollArea = scrolling(inside, self)
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.area, 1)
        for button in (self.confirm_button, self.add_button, self.withdraw_button):
            column.addWidget(button)

    def _write(self) -> None:
        norm, book = self._norm, self._book
        shown = norm is not None and book is not None
        for part in (self.source, self.used, self.rows, self.history):
            part.setVisible(shown)
        if norm is None or book is None:
            self.name.setText(_("Choose a line to see its source."))
            self.state.hide()
            for button in (self.confirm_button, self.add_button, self.withdraw_button):
                button.hide()
            return
        fact = norm.fact
        self.name.show_text(words.title(norm))
        self.state.show_text(words.state_in_full(norm), words.mark(norm)[1])
        self.source.show_text(words.source(fact))
        self.used.show_text(words.used(fact))
        self._write_rows(book, norm)
        self._write_history(book, norm)
        self._write_buttons(book, norm)

    def _write_rows(self, book: LawBook, norm: Norm) -> None:
        """The values of all days, the newest first."""
        rows = book.rows(norm.fact.key) if norm.fact.effective_from else ()
        lines = [_("%(value)s from %(day)s", value=words.value(row), day=words.first_day(row)) for row in rows]
        self.rows.setVisible(len(lines) > 1)
        self.rows.show_text("\n".join((_("Values by their first day:"), *lines)))

    def _write_history(self, book: LawBook, norm: Norm) -> None:
        events = book.history(norm.fact)
        lines = [f"{wording.day(event.on)} · {event.told.text(interface())}" for event in events]
        lines += words.replaced(norm.fact)
        nothing = _("The centre has not confirmed or changed it yet.")
        self.history.show_text("\n".join((_("History:"), *lines)) if lines else nothing)

    def _write_buttons(self, book: LawBook, norm: Norm) -> None:
        adds = self._context.may(Action.ADD_LAW_VALUE)
        rows = [row.fact for row in reversed(book.rows(norm.fact.key))]
        self.confirm_button.setVisible(self._context.may(Action.CONFIRM_LAW))
        # A value past its range may be confirmed anew: that it still holds on a later day.
        again = norm.standing in (Standing.OUTDATED, Standing.STALE) and norm.confirmed_on != settings.today()
        self.confirm_button.setEnabled(again or not norm.confirmed_by)
        self.add_button.setVisible(adds and norm.fact.effective_from is not None and law_values.may_be_typed(rows))
        self.withdraw_button.setVisible(adds and book.added(norm.fact) is not None)
