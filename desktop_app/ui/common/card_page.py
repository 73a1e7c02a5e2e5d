"""A card: a form that is saved as a whole, and the cases below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context

CaseLine = tuple[int, str, Any]
"""Case id, case number, and what else is known of the case."""
_LONGEST_TITLE: Final = 100


class CardPage(Page):
    """`left()`: back to the list. What is typed stays until it is saved or undone.

    A subclass says how its record is read, shown, typed and saved, and of which `kind` it is (ui/pages).
    """

    left = Signal()
    kind: ClassVar[str]

    def __init__(
        self, context: Context, form: Form, columns: Sequence[Column[CaseLine]], parent: QWidget | None, *, title: str
    ) -> None:
        # Problems beside the fields make the form higher than a low window.
        super().__init__(title, parent, scrolls=True)
        self._context = context
        self.item_id = 0
        self._loading = False
        self._touched = False
        self._typed = 0
        self.form = form
        self.cases = Table[CaseLine](columns, self, empty=EmptyHint(N_("No cases yet.")))
        self.cases.setMinimumHeight(160)
        self.back_button = Button(N_("Back to the list"), self, icon="arrow-left")
        self.undo_button = Button(N_("Undo what was typed"), self, icon="rotate-ccw")
        self.save_button = PrimaryButton(N_("Save"), self, icon="save", shortcut="Ctrl+S")
        for button in (self.back_button, self.undo_button, self.save_button):
            self.add_action(button)
        # A name of two hundred letters must not widen the window.
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.over_cases = QHBoxLayout()
        self.over_cases.addWidget(PlainLabel(N_("Cases"), self, role="heading"))
        self.over_cases.addStretch()
        self.content.addWidget(form)
        self.content.addLayout(self.over_cases)
        self.content.addWidget(self.cases, 1)
        self._connect()
        self._mark(touched=False)

    @property
    def touched(self) -> bool:
        """Whether something typed is not saved."""
        return self._touched

    def show_item(self, item_id: int) -> None:
        """Show a record; what was typed for another one is dropped."""
        if item_id != self.item_id:
            self._mark(touched=False)
        self.item_id = item_id
        self.read()
        self.form.focus_first()

    def read(self) -> None:
        """Read the record again, unless something is being typed."""
        if self.item_id and not self._touched:
            self._context.background.run(
                self.read_call(), self._context.file, self.item_id, owner=self, on_done=self._on_read
            )

    def read_call(self) -> Callable[..., Any]:
        """The service that reads the card."""
        raise NotImplementedError

    def save_call(self) -> Callable[..., Saved]:
        """The service that saves the record."""
        raise NotImplementedError

    def record(self) -> Any:
        """The record as typed. InvalidInput when a field makes no sense."""
        raise NotImplementedError

    def show_card(self, card: Any) -> None:
        """Show a card in the form."""
        raise NotImplementedError

    def show_name(self, name: str) -> None:
        """Name the card after its record; the whole of a long name stands in its field."""
        self.title.show_name(name if len(name) <= _LONGEST_TITLE else f"{name[:_LONGEST_TITLE]}…")

    def save(self) -> None:
        """Save the record, or say beside the fields what is wrong."""
        self.form.clear_problems()
        try:
            record = self.record()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self._context.background.run(
            self.save_call(),
            self._context.file,
            self.item_id,
            record,
            owner=self,
            on_done=partial(self._on_saved, self._typed),
            on_error=self._on_error,
            label=Message(N_("Saving …")),
        )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.undo_button.clicked.connect(self._on_undo)
        self.save_button.clicked.connect(self.save)
        self.form.changed.connect(self._on_typed)
        self.cases.opened.connect(self._on_case_opened)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.left)

    def _on_read(self, card: Any) -> None:
        if card.id != self.item_id or self._touched:
            return
        self._loading = True
        self.form.clear_problems()
        self.show_card(card)
        self.cases.set_rows(card.cases)
        self._loading = False
        self._mark(touched=False)
        name = f"{self.kind}:{self.item_id}"
        announce(self._context.bus, Drafted(self, name, unsaved=self._is_touched, form=self.form))

    def _is_touched(self) -> bool:
        return self._touched

    def _on_saved(self, typed: int, saved: Saved) -> None:
        # What was typed while the record was being saved is not saved yet.
        if typed == self._typed and saved.id == self.item_id:
            self._mark(touched=False)
        self._context.bus.said.emit(Message(N_("Saved.")))

    def _on_error(self, error: AppError) -> None:
        self.form.show_error(error)

    def _on_typed(self) -> None:
        if not self._loading:
            self._typed += 1
            self._mark(touched=True)

    def _on_undo(self) -> None:
        self._mark(touched=False)
        self.read()

    def _on_case_opened(self, line: CaseLine) -> None:
        self._context.bus.open_requested.emit("case", line[0])

    def _mark(self, *, touched: bool) -> None:
        self._touched = touched
        self.save_button.setEnabled(touched)
        self.undo_button.setEnabled(touched)
