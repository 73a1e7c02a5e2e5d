"""One letter as it is kept in the file: its pages, how it left, what came back, and the keys for both."""

from __future__ import annotations

import textwrap
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.addressees import INSIDE, AddresseeKind
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters import incoming_opening, letter_calls, letter_state, printing, stored_calls
from desktop_app.ui.letters.letter_names import kind_name, language_name
from desktop_app.ui.letters.page_view import PageView
from desktop_app.ui.letters.sending_dialog import SendingDialog
from desktop_app.ui.letters.stored_calls import State, Stored
from desktop_app.ui.messages import show_error
from desktop_app.ui.privacy.transfer_dialog import offer_after_letter

_ZOOM: Final = 1.25
_LEAVES: Final = N_(
    "The copy is not protected any more: anyone who finds it can read the names in it. "
    "Keep it only as long as it is needed for printing or sending."
)


class LetterPage(Page):
    """`left()`: back to where it was asked for. `other_requested(id)`: its reading copy, or of a copy the letter."""

    left = Signal()
    other_requested = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Letter"), parent)
        self._context = context
        self.letter_id = 0
        self._state: State | None = None
        self.about = PlainLabel(parent=self, role="muted", wrap=True)
        self.state = Note(self)
        self.case_button = LinkButton(N_("Open the case"), self, icon="briefcase")
        self.back_button = Button(N_("Back to the list"), self, icon="arrow-left")
        self.save_button = PrimaryButton(N_("Save as PDF …"), self, icon="file-down", shortcut="Ctrl+S")
        self.sent_button = Button(N_("Note that it left …"), self, icon="mail", shortcut="Ctrl+E")
        self.answer_button = Button(N_("Register the answer …"), self, icon="inbox", shortcut="Ctrl+R")
        self.print_button = Button(N_("Print …"), self, icon="printer", shortcut="Ctrl+P")
        self.copy_button = LinkButton(N_("Reading copy"), self, icon="languages")
        self.view = PageView(self)
        self.words = Texts(self)
        self._build()
        self._connect()

    def show_letter(self, letter_id: int) -> None:
        """Read a letter of the file and show its pages."""
        self.letter_id = letter_id
        self._state = None
        self._show_keys()
        self.view.clear()
        self._context.background.run(
            stored_calls.stored,
            self._context.file,
            letter_id,
            _ZOOM,
            owner=self,
            on_done=self._on_read,
            on_error=self._on_refused,
            label=Message(N_("Reading the letter …")),
        )

    def show_way_back(self, *, to_list: bool) -> None:
        """Say on the button where it leads: to the list, or to where the letter was asked for."""
        self.back_button.set_text(N_("Back to the list") if to_list else N_("Back"))

    def read_state(self) -> None:
        """Read again how far the letter has come; its pages never change."""
        if self._state is not None:
            self._context.background.run(
                stored_calls.state, self._context.file, self.letter_id, owner=self, on_done=self._on_state
            )

    def note_sent(self) -> SendingDialog | None:
        """Ask how the letter left."""
        if self._state is None:
            return None
        dialog = SendingDialog(self._context, self._state.row, self)
        dialog.accepted.connect(self.read_state)
        dialog.open()
        return dialog

    def _build(self) -> None:
        for widget in (self.case_button, self.back_button, self.save_button):
            self.add_action(widget)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (self.sent_button, self.answer_button, self.print_button, self.copy_button):
            bar.addWidget(button)
        bar.addStretch()
        self.content.setSpacing(12)
        self.content.addWidget(self.about)
        self.content.addWidget(self.state)
        self.content.addLayout(bar)
        self.content.addWidget(self.view, 1)
        self._show_keys()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.case_button.clicked.connect(self._on_case)
        self.save_button.clicked.connect(self._on_save)
        self.sent_button.clicked.connect(self.note_sent)
        self.answer_button.clicked.connect(self._on_answer)
        self.print_button.clicked.connect(self._on_print)
        self.copy_button.clicked.connect(self._on_copy)

    def _on_read(self, answer: Stored) -> None:
        if answer.state.row.id != self.letter_id:
            return
        self.view.show_pages(answer.pages.drawn, answer.pages.more)
        self._on_state(answer.state)
        self.view.setFocus()
        bus = self._context.bus
        within_reach(bus, f"letter:{self.letter_id}:sending", self, self._on_sending_wanted)
        within_reach(bus, f"letter:{self.letter_id}:answer", self, self._on_answer_wanted)

    def _on_refused(self, error: AppError) -> None:
        self.left.emit()
        show_error(self, error)

    def _on_state(self, state: State) -> None:
        if state.row.id == self.letter_id:
            self._state = state
            self._show_keys()
            self.words.redraw(self._write)

    def _show_keys(self) -> None:
        """Only the keys that this letter has a use for."""
        row = None if self._state is None else self._state.row
        goes = row is not None and row.copy_of is None and row.addressee_kind is not AddresseeKind.FILE
        self.state.setVisible(row is not None)
        self.sent_button.setVisible(goes)
        self.answer_button.setVisible(goes and row is not None and row.addressee_kind not in INSIDE)
        self.copy_button.setVisible(self._other() is not None)
        for button in (self.print_button, self.save_button):
            button.setEnabled(row is not None)

    def _other(self) -> int | None:
        """The reading copy of the letter, or of a reading copy the letter."""
        if self._state is None:
            return None
        return self._state.row.copy_of or self._state.posted.copy_id

    def _write(self) -> None:
        if self._state is None:
            return
        row = self._state.row
        self.title.set_text(N_("Letter %(number)s"), number=row.number)
        to_whom = blur.name(letter_state.addressee(row))
        case = _("case %(number)s", number=row.case_number)
        whose = blur.name(letter_state.workers(row))
        parts = [kind_name(row.kind), language_name(row.language), day(row.on), to_whom, *filter(None, [whose]), case]
        if row.code:
            parts.append(_("check code %(code)s", code=" ".join(textwrap.wrap(row.code, 4))))
        self.about.setText(" · ".join(parts))
        self.state.show_text(*letter_state.told(row, self._state.posted))
        is_worker = row.addressee_kind is AddresseeKind.WORKER
        self.sent_button.set_text(N_("Note that it was given …") if is_worker else N_("Note that it left …"))
        self.copy_button.set_text(N_("The letter itself") if row.copy_of else N_("Reading copy"))

    def _on_case(self) -> None:
        if self._state is not None:
            self._context.bus.open_requested.emit("case", self._state.row.case_id)

    def _on_answer(self) -> None:
        if self._state is not None:
            incoming_opening.register(self._context, self, self._state.row.case_id, self.letter_id)

    def _on_print(self) -> None:
        if self._state is not None:
            printing.print_letter(self._context, self, self.letter_id)

    def _on_copy(self) -> None:
        other = self._other()
        if other is not None:
            self.other_requested.emit(other)

    def _on_sending_wanted(self, _name: str) -> None:
        self.note_sent()

    def _on_answer_wanted(self, name: str) -> None:
        incoming_opening.open_kept(self._context, self, name)

    def _on_save(self) -> None:
        if self._state is not None:
            ask(self, N_("A copy outside the protected file"), Message(_LEAVES), N_("Choose the place"), self._choose)

    def _choose(self) -> None:
        if self._state is None:
            return
        row = self._state.row
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        name = f"{row.number.replace('/', '-')}_{row.kind}_{row.language.replace('+', '-')}.pdf"
        choose_to_save(self, N_("Save the letter"), folder / name, ".pdf", partial(self._save, row.id))

    def _save(self, letter_id: int, path: Path) -> None:
        self._context.background.run(
            letter_calls.save_copy,
            self._context.file,
            letter_id,
            path,
            owner=self,
            on_done=partial(self._on_saved, letter_id),
        )

    def _on_saved(self, letter_id: int, path: Path) -> None:
        self._context.bus.said.emit(Message(N_("The copy is saved: %(path)s"), {"path": path}))
        offer_after_letter(self._context, self, letter_id)
