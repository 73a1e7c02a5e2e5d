"""The ways back into the file, whether they were tried out, and the key of the file itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.permissions import Action
from desktop_app.domain.recovery import Way
from desktop_app.errors import Message
from desktop_app.i18n import N_, format_date, language
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.labels import Line, Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context
from desktop_app.ui.settings import key_calls
from desktop_app.ui.settings.papers_dialog import Codes, PapersDialog, code_dialog, sheets_dialog
from desktop_app.ui.settings.rehearsal_dialog import RehearsalDialog

_ABOUT_CODE = N_(
    "One paper that opens the file when a password is forgotten and no administrator is there. Whoever has it and the "
    "file can read everything: keep it under lock, away from this computer."
)
_ABOUT_SHEETS = N_(
    "Three papers, kept by three people. Any two of them together open the file; one alone tells nothing. They help "
    "when the code is lost, and nobody can open the file alone."
)
_ABOUT_KEY = N_(
    "All pages of the file are encrypted with one key, which passwords and papers only unlock. A new key helps when "
    "somebody who left may have kept the old one. Backups made before keep the old key and the old passwords."
)


class KeysTab(QWidget):
    """Recovery code, recovery sheets and the key of the file, each with what can be done about it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._minutes = 1
        self.code = _Section(N_("Recovery code"), _ABOUT_CODE, self)
        self.sheets = _Section(N_("Recovery sheets"), _ABOUT_SHEETS, self)
        self.key = _Section(N_("Key of the file"), _ABOUT_KEY, self)
        self._build_actions()
        inside = QVBoxLayout()
        inside.setSpacing(24)
        if not context.may(Action.MAKE_RECOVERY):
            words = N_("A manager or an administrator looks after these.")
            inside.addWidget(PlainLabel(words, self, role="muted", wrap=True))
        for section in (self.code, self.sheets, self.key):
            inside.addWidget(section)
            inside.addWidget(Line(self))
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(scrolling(inside, self))

    def refresh(self) -> None:
        """Read anew what there is."""
        self._context.background.run(key_calls.read_keys, self._context.file, owner=self, on_done=self._on_read)

    def make_code(self) -> None:
        """Lead to a new recovery code."""
        self._context.background.run(
            key_calls.new_code, self._context.file, owner=self, on_done=partial(self._on_new, code_dialog)
        )

    def make_sheets(self) -> None:
        """Lead to three new sheets."""
        self._context.background.run(
            key_calls.new_sheets, self._context.file, owner=self, on_done=partial(self._on_new, sheets_dialog)
        )

    def rehearse_code(self) -> RehearsalDialog:
        """Try the code out."""
        return self._rehearse(sheets=False)

    def rehearse_sheets(self) -> RehearsalDialog:
        """Try two of the sheets out."""
        return self._rehearse(sheets=True)

    def drop_sheets(self) -> Dialog:
        """Ask whether no sheets shall open the file any longer."""
        message = Message(
            N_("The three sheets will open the file no longer. The recovery code and passwords still do.")
        )
        return ask(self, N_("Give the sheets up"), message, N_("Give the sheets up"), self._drop, loses=True)

    def rekey(self) -> Dialog:
        """Ask whether the file shall have a new key."""
        words = N_(
            "The file gets a new key. It takes about %(minutes)d min, and nobody can work meanwhile. If the computer "
            "stops, the file opens all the same. Everybody keeps their password, and the papers stay valid."
        )
        message = Message(words, {"minutes": self._minutes})
        return ask(self, N_("A new key"), message, N_("Give the file a new key"), self._rekey)

    def _build_actions(self) -> None:
        may_make = self._context.may(Action.MAKE_RECOVERY)
        may_try = self._context.may(Action.REHEARSE_RECOVERY)
        self.code.add(N_("Make a new code …"), self.make_code, shown=may_make)
        self.code_trial = self.code.add(N_("Try it out …"), self.rehearse_code, shown=may_try)
        self.sheets.add(N_("Make three sheets …"), self.make_sheets, shown=may_make)
        self.sheets_trial = self.sheets.add(N_("Try two out …"), self.rehearse_sheets, shown=may_try)
        self.sheets_end = self.sheets.add(N_("Give the sheets up …"), self.drop_sheets, shown=may_make)
        self.key.add(N_("Give the file a new key …"), self.rekey, shown=self._context.may(Action.REKEY))

    def _rehearse(self, *, sheets: bool) -> RehearsalDialog:
        dialog = RehearsalDialog(self._context, self, sheets=sheets)
        dialog.opened.connect(self.refresh)
        dialog.open()
        return dialog

    def _on_read(self, read: key_calls.KeysRead) -> None:
        self._minutes = read.minutes
        self.code.show_way(read.recovery.code)
        self.sheets.show_way(read.recovery.sheets)
        self.code_trial.setEnabled(read.recovery.code.exists)
        for button in (self.sheets_trial, self.sheets_end):
            button.setEnabled(read.recovery.sheets.exists)

    def _on_new(self, dialog: Callable[[Context, Codes, QWidget], PapersDialog], codes: Codes) -> None:
        shown = dialog(self._context, codes, self)
        shown.made.connect(self._on_made)
        shown.open()

    def _on_made(self) -> None:
        self._context.bus.said.emit(Message(N_("The new papers count; the old ones no longer do. Destroy those.")))
        self.refresh()

    def _drop(self) -> None:
        self._context.background.run(key_calls.drop_sheets, self._context.file, owner=self, on_done=self._on_dropped)

    def _on_dropped(self, _nothing: object) -> None:
        self._context.bus.said.emit(Message(N_("The sheets no longer open the file. Destroy them.")))
        self.refresh()

    def _rekey(self) -> None:
        label = Message(N_("Giving the file a new key …"))
        self._context.background.run(
            key_calls.rekey, self._context.file, owner=self, on_done=self._on_rekeyed, label=label
        )

    def _on_rekeyed(self, _nothing: object) -> None:
        self._context.bus.said.emit(Message(N_("The file has a new key.")))


class _Section(QWidget):
    """A heading, what it is, how it stands, and a row of buttons."""

    def __init__(self, title: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = PlainLabel(parent=self, wrap=True)
        self.note = Note(self, tone="warn")
        self.note.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, self, role="heading"))
        column.addWidget(PlainLabel(about, self, role="muted", wrap=True))
        column.addWidget(self.state)
        column.addWidget(self.note)
        column.addLayout(self._row)
        self.state.hide()
        self.setMaximumWidth(860)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Texts that break into more lines ask for more height; a scroll area does not ask them by itself."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def add(self, msgid: str, on_click: Callable[[], object], *, shown: bool) -> Button:
        """Add a button at the end of the row."""
        button = Button(msgid, self)
        button.clicked.connect(on_click)
        button.setVisible(shown)
        self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def show_way(self, way: Way) -> None:
        """Say since when there is this way, when it was tried out, and what should be done about it."""
        self.state.show()
        self.state.set_message(_state(way))
        self.note.show_message(_advice(way))


def _state(way: Way) -> Message:
    if not way.exists:
        return Message(N_("There are none."))
    if way.made_on is None:
        return Message(N_("There is one; the log does not tell since when."))
    told = {"made": _day(way.made_on), "tried": _day(way.rehearsed_on) if way.rehearsed_on else ""}
    if way.rehearsed_on is not None:
        return Message(N_("Made on %(made)s, last tried out on %(tried)s."), told)
    return Message(N_("Made on %(made)s, not tried out yet."), told)


def _advice(way: Way) -> Message | None:
    if not way.exists:
        return None
    if way.used_on is not None:
        words = N_("Somebody came back into the file with this on %(day)s. Make it anew, and destroy the old paper.")
        return Message(words, {"day": _day(way.used_on)})
    if not way.may_be_rekeyed:
        return Message(N_("This is from before the program was updated. Make it anew before the file gets a new key."))
    return None


def _day(day: date) -> str:
    return format_date(day, language())
