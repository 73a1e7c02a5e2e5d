"""One standing text of letters: the program's words, the centre's own, and how a made-up letter looks with them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.permissions import Action
from desktop_app.domain.standing_texts import StandingText, missing
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import NoteField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters import text_calls
from desktop_app.ui.letters.letter_names import kind_name, language_name
from desktop_app.ui.letters.text_calls import Opened
from desktop_app.ui.letters.text_facts import FactList
from desktop_app.ui.letters.text_history import HistoryDialog
from desktop_app.ui.letters.text_trial import TextTrial

DRAFT: Final = "settings:7:text"
_OUTDATED: Final = N_(
    "The program’s own text changed after these words were written. Compare them; keep yours by saving them again."
)
_KEPT: Final = N_("Letters made from now on say these words.")
_RESET: Final = N_("Letters made from now on say the program’s own text.")
_PUT_BACK: Final = N_(
    "Letters made from now on say the program’s own text. Your words stay among the versions; letters that are made "
    "already do not change."
)


class TextEditor(QWidget):
    """`left()`: back to the list."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._opened: Opened | None = None
        self._may = context.may(Action.CHANGE_TEXTS)
        self.back_button = Button(N_("Back to the list"), self, icon="arrow-left")
        self.history_button = Button(N_("Versions …"), self, icon="history")
        self.reset_button = Button(N_("Put the program’s text back …"), self, icon="rotate-ccw")
        self.save_button = PrimaryButton(N_("Save"), self, icon="save", shortcut="Ctrl+S")
        self.about = PlainLabel(parent=self, role="muted", wrap=True)
        self.note = Note(self, tone="warn")
        self.shipped = PlainLabel(parent=self, wrap=True)
        self.form = Form(self, columns=1)
        self.field = NoteField(self.form, lines=7)
        self.form.add("text", N_("Words of the centre"), self.field)
        self.missing = Note(self, tone="warn")
        self.facts = FactList(self)
        self.others = PlainLabel(parent=self, role="muted", wrap=True)
        self.trial = TextTrial(context, self)
        self._build()
        self._connect()

    @property
    def changed(self) -> bool:
        """Whether words were typed that are not kept."""
        return self._opened is not None and self.field.value() != self._opened.text.own

    def open_text(self, key: str, language: str) -> None:
        """Read a text and show it."""
        context = self._context
        context.background.run(text_calls.opened, context.file, key, language, owner=self, on_done=self._on_opened)

    def save(self) -> None:
        """Keep the words for the letters made from now on."""
        words = self.field.value()
        if not words:
            self.ask_to_reset()
            return
        self._keep(words)

    def ask_to_reset(self) -> Dialog | None:
        """Ask whether the program's own text shall stand again."""
        if self._opened is None or not self._opened.text.own:
            return None
        title = N_("Put the program’s text back")
        return ask(self, title, Message(_PUT_BACK), N_("Put it back"), self._reset)

    def leave(self) -> None:
        """Back to the list, after a question when words would be lost."""
        if not self.changed:
            self._forget()
            return
        lost = Message(N_("Something that you typed is not saved yet and would be lost."))
        ask(self, N_("Not everything is saved"), lost, N_("Leave without saving"), self._forget, loses=True)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addStretch()
        for button in (self.history_button, self.reset_button, self.save_button):
            head.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(12)
        own = PlainLabel(N_("The program’s own text"), self, role="field")
        parts = (self.note, own, self.shipped, self.form, self.missing, self.facts, self.others)
        for part in parts:
            words.addWidget(part)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(scrolling(words, self), 1)
        row.addWidget(self.trial, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.about)
        tried = QHBoxLayout()
        tried.setSpacing(12)
        tried.addWidget(self.trial.title)
        tried.addWidget(self.trial.kind, 1)
        column.addLayout(tried)
        column.addLayout(row, 1)
        self.save_button.setVisible(self._may)
        self.reset_button.setVisible(self._may)
        self.field.setReadOnly(not self._may)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.leave)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave)
        self.history_button.clicked.connect(self.show_history)
        self.reset_button.clicked.connect(self.ask_to_reset)
        self.save_button.clicked.connect(self.save)
        self.form.changed.connect(self._on_changed)
        self.facts.wanted.connect(self._put_in)
        self.trial.accepted.connect(self._on_tried)
        self.trial.refused.connect(self._on_not_tried)
        self.about.texts.redraw(self._write)

    def show_history(self) -> HistoryDialog:
        """Show every version of the text."""
        versions = self._opened.history if self._opened is not None else ()
        dialog = HistoryDialog(versions, self._take if self._may else None, self)
        dialog.open()
        return dialog

    def _take(self, words: str) -> None:
        self._show_words(words)

    def _show_words(self, words: str) -> None:
        self.field.set_value(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def _put_in(self, name: str) -> None:
        self.field.insertPlainText(f"{{{name}}}")
        self.field.setFocus()

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        text = opened.text
        self.form.clear_problems()
        self.shipped.show_text(text.shipped)
        self._show_words(text.own)
        self.facts.show_facts(text.placeholders, may_change=self._may)
        self.note.show_message(Message(_OUTDATED) if text.is_outdated else None)
        self._on_changed()
        self._write()
        self.trial.show_text(text)
        form = Drafted(self, f"{DRAFT}:{text.key}:{text.language}", unsaved=self._is_changed, form=self.form)
        announce(self._context.bus, form)
        # Who opens a text came to word it: no way through the buttons first.
        (self.field if self._may else self.back_button).setFocus()

    def _is_changed(self) -> bool:
        return self.changed

    def _write(self) -> None:
        if self._opened is None:
            return
        text = self._opened.text
        parts = [kind_name(text.letters[0]), language_name(text.language)]
        if text.version:
            said = _(
                "version %(number)s of %(day)s, %(who)s",
                number=text.version,
                day=day(text.written_on),
                who=text.written_by,
            )
            parts.append(said)
        self.about.show_text(" · ".join(parts))
        self.others.show_text("\n\n".join(_in_words(each) for each in self._opened.others))

    def _on_changed(self) -> None:
        text = self._opened.text if self._opened is not None else None
        words = self.field.value()
        left_out = missing(words, text.placeholders) if text is not None and words else ()
        names = ", ".join(f"{{{name}}}" for name in left_out)
        said = Message(N_("These words leave out: %(names)s. Letters then do not say it."), {"names": names})
        self.missing.show_message(said if left_out else None)
        self.save_button.setEnabled(self.changed)
        self.reset_button.setEnabled(text is not None and bool(text.own))
        self.trial.try_words(words)

    def _on_tried(self) -> None:
        self.form.clear_problems()

    def _on_not_tried(self, error: AppError) -> None:
        if isinstance(error, InvalidInput):
            self.form.field("text").show_problem(error.problems[0].message)
            return
        self.trial.view.clear()
        self.form.show_error(error)

    def _reset(self) -> None:
        self._keep("")

    def _keep(self, words: str) -> None:
        if self._opened is None:
            return
        self.save_button.setEnabled(False)
        context = self._context
        context.background.run(
            text_calls.kept,
            context.file,
            self._opened.text,
            words,
            owner=self,
            on_done=partial(self._on_kept, _KEPT if words else _RESET),
            on_error=self._on_not_kept,
        )

    def _on_kept(self, said: str, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(said))
        if self._opened is not None:
            self.open_text(self._opened.text.key, self._opened.text.language)

    def _on_not_kept(self, error: AppError) -> None:
        self.save_button.setEnabled(True)
        self.form.show_error(error)

    def _forget(self) -> None:
        self._opened = None
        self.field.set_value("")
        self.trial.stop()
        self.left.emit()


def _in_words(text: StandingText) -> str:
    return f"{language_name(text.language)}: {text.own or text.shipped}"
