"""Making a letter: what it says, in whose words, what stops it; a look at it before it is numbered for good."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services.cases import StaleChange
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_calls import Begun, Made
from desktop_app.ui.letters.letter_making import MakingBar
from desktop_app.ui.letters.letter_preview import LetterPreview
from desktop_app.ui.letters.letter_tabs import LetterTabs

_PAUSE_MS: Final = 300
_SIZE: Final = (1220, 740)
_LEAST_WIDTH: Final = 900
_LEFT: Final = 476
_MADE: Final = frozenset({Kind.LETTER, Kind.CASE, Kind.MONEY, Kind.DEADLINE})

_FINAL: Final = N_("It gets the next outgoing number and cannot be changed any more.")
_ALL_FINAL: Final = N_("Letters to be made: %(count)s. Each gets its own number; they cannot be changed any more.")


class LetterDialog(Dialog):
    """At the left what the letter says, at the right how it looks.

    `draft_id`: a kept draft to go on with; `kind`: the kind of letter to begin with.
    """

    def __init__(
        self,
        context: Context,
        card: CaseCard,
        counted: dict[int, WageCalculation],
        parent: QWidget,
        *,
        draft_id: int | None = None,
        kind: str = "",
    ) -> None:
        super().__init__(parent, N_("New letter"), width=_LEAST_WIDTH)
        self._context, self._card = context, card
        self._draft_id, self._version = draft_id, 0
        self._has_begun = False
        self.tabs = LetterTabs(context, card, counted, self, kind)
        self.letter, self.text, self.review = self.tabs.letter, self.tabs.text, self.tabs.review
        self.form, self.crew = self.letter.fields, self.letter.crew
        self.note, self.norms, self.check = self.review.note, self.review.norms, self.review.check
        self.view = LetterPreview(context, self)
        self.making = MakingBar(context, self)
        self.told = PlainLabel(parent=self, role="hint", wrap=True)
        self.told.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._build_buttons()
        self._connect()
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 24), min(_SIZE[1], window.height() - 24))

    def ask_to_make(self) -> Dialog | None:
        """Ask once, then make the letter final; None when something must be mended first."""
        wanted = self.tabs.ready(as_examined=not self._pause.isActive())
        if wanted is None:
            return None
        told = Message(_FINAL)
        if wanted.apart:
            told = Message(_ALL_FINAL, {"count": len(wanted.request.worker_ids)})
        return ask(self, N_("Make the letter final?"), told, N_("Make final"), self.make)

    def make(self) -> None:
        """Make the letter, or one for each worker, and keep it under the next number."""
        wanted = self.tabs.ready(as_examined=not self._pause.isActive())
        if wanted is None:
            return
        self._pause.stop()
        self.view.drop()
        self._set_working(True)
        self.making.begin(wanted, self._draft_id, self._version)

    def keep(self) -> None:
        """Keep what stands here as a draft of the case, and go on."""
        self.letter.clear_problems()
        try:
            wanted = self.tabs.wanted(for_draft=True)
        except InvalidInput as error:
            self.tabs.show_error(error)
            return
        # Until the answer tells the id of the draft, a second keeping would make another one, and the letter leave it.
        self._set_keeping(True)
        self._context.background.run(
            letter_calls.keep,
            self._context.file,
            wanted,
            self._draft_id,
            self._version,
            owner=self,
            on_done=self._on_kept,
            on_error=self._on_not_kept,
        )

    def draw(self) -> None:
        """Draw the letter as it would be now."""
        self._pause.stop()
        if not self.isVisible() or self.making.is_working:
            return
        self.check.read(self.form.value("kind"))
        try:
            wanted = self.tabs.wanted()
        except InvalidInput as error:
            self.view.cannot(error, self.form.value("kind"))
            return
        self.view.draw(wanted)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask what the form offers, and draw."""
        super().showEvent(event)
        if not self._has_begun:
            self._context.background.run(
                letter_calls.begin,
                self._context.file,
                self._card,
                self._draft_id,
                owner=self,
                on_done=self._on_begun,
                on_error=self._on_not_begun,
            )

    def leave(self) -> None:
        """While letters are being made, wish to stop; else close, asking first when something would be lost."""
        if self.making.is_working:
            self.making.stop()
        else:
            super().leave()

    def done(self, result: int) -> None:
        """Nobody waits for a drawing any more."""
        self._pause.stop()
        self.view.drop()
        super().done(result)

    def _build(self) -> None:
        left = QWidget(self)
        left.setFixedWidth(_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.making)
        self.body.addWidget(self.told)

    def _build_buttons(self) -> None:
        self.add_cancel()
        self.draw_button = self.add_button(Button(N_("Draw again"), self, icon="eye", shortcut="F5"), self.draw)
        keep = Button(N_("Keep as draft"), self, icon="save", shortcut="Ctrl+D")
        self.keep_button = self.add_button(keep, self.keep)
        make = PrimaryButton(N_("Make final"), self, icon="file-text", shortcut="Ctrl+S")
        self.make_button = self.add_button(make, self.ask_to_make)
        # A numbered letter cannot be taken back: Enter in a field must not make it.
        self.make_button.setDefault(False)
        self.make_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.letter.changed.connect(self._pause.start)
        self.text.changed.connect(self._pause.start)
        for part in (self.letter, self.text):
            part.changed.connect(self.told.hide)
        self.review.confirmed.connect(self.draw)
        self.view.drawn.connect(self.tabs.show_drawn)
        self.view.refused.connect(self.tabs.show_refused)
        self.making.made.connect(self._on_made)
        self.making.failed.connect(self._on_not_made)
        self._pause.timeout.connect(self.draw)

    def _set_working(self, working: bool) -> None:
        for part in (self.tabs, self.draw_button, self.keep_button, self.make_button):
            part.setEnabled(not working)

    def _set_keeping(self, keeping: bool) -> None:
        for button in (self.keep_button, self.make_button):
            button.setEnabled(not keeping)

    def _on_begun(self, begun: Begun) -> None:
        self._has_begun = True
        self.letter.begin(begun, self._context.file.staff.id)
        if begun.kept is not None:
            self._version = begun.kept.row.version
            self.letter.show_wanted(begun.kept.wanted)
            self.text.take_edits(begun.kept.wanted.request.edits)
        self._announce()
        self.draw()

    def _on_not_begun(self, error: AppError) -> None:
        self.view.say(error.message)

    def _announce(self) -> None:
        name = f"case:{self._card.id}:letter" + (f":{self._draft_id}" if self._draft_id is not None else "")
        form = Drafted(self, name, form=self.form, crew=self.crew, more=self.letter, text=self.text)
        announce(self._context.bus, form)

    def _on_kept(self, saved: Saved) -> None:
        self._set_keeping(False)
        self._version = self._version + 1 if self._draft_id == saved.id else 1
        self._draft_id = saved.id
        self._announce()
        self._tell(Message(N_("The draft is kept with the case.")))

    def _tell(self, message: Message) -> None:
        """Say it here too: the line below the window is behind this dialog. It goes when something is typed."""
        self._context.bus.said.emit(message)
        self.told.set_message(message)
        self.told.show()

    def _on_not_kept(self, error: AppError) -> None:
        self._set_keeping(False)
        self._show_refused(error)

    def _show_refused(self, error: AppError) -> None:
        if isinstance(error, StaleChange):
            # What a colleague wrote stays theirs: the next keeping makes a draft of its own.
            self._draft_id, self._version = None, 0
        self.tabs.show_error(error)

    def _on_made(self, made: Made | None) -> None:
        self._set_working(False)
        bus = self._context.bus
        if made is None:
            self._tell(Message(N_("Cancelled: no letter was made.")))
            return
        numbers = {"first": made.first.number, "last": made.last.number}
        one, many = N_("The letter is made and kept in the file."), N_("The letters %(first)s to %(last)s are made.")
        bus.said.emit(Message(one) if made.count == 1 else Message(many, numbers))
        self.accept()
        bus.data_changed.emit(_MADE)
        bus.open_requested.emit("letter", made.first.id if made.count == 1 else 0)

    def _on_not_made(self, error: AppError) -> None:
        self._set_working(False)
        self._show_refused(error)
