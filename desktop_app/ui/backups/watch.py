"""The bar that warns when there is no good backup, and the clock that makes one every half hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.background import Call
from desktop_app.ui.backups import calls, words
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.labels import Note
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.services.backups import Done
    from desktop_app.ui.backups.calls import Turn

_EVERY_MS: Final = 30 * 60 * 1000
_SOON_MS: Final = 3_000
_WORKING: Final = Message(N_("Making a backup …"))
_OVERDUE: Final = N_("There has been no good backup for more than a week. Make one now.")
_DAMAGED: Final = N_(
    "The backup %(name)s was opened for its weekly check and is damaged. The one before it is good. Make a new one "
    "now, and do not trust that disk or stick."
)
_NONE_LEFT: Final = N_(
    "The backups were opened for their weekly check, and none is good. Your file is as it was. Make a new one now, in "
    "another folder or on another stick."
)


class LastBackup(LinkButton):
    """The words at the foot of the window: when the last good backup was made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._moment: datetime | None = None
        self._overdue = False
        Texts(self).redraw(self._write_status)

    def show_status(self, moment: datetime | None, *, overdue: bool) -> None:
        """Say when, and in red when that is too long ago."""
        self._moment, self._overdue = moment, overdue
        self._write_status()

    def _write_status(self) -> None:
        message = words.last_good(self._moment)
        self.set_text(message.msgid, **message.params)
        self.setProperty("tone", "danger" if self._overdue else "")
        set_icon(self, "circle-alert" if self._overdue else "save", "danger" if self._overdue else "muted")
        self.style().polish(self)


class BackupWatch(QWidget):
    """A bar above the pages, hidden while all is well. `label` belongs into the status line."""

    asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._failed = False
        self.label = LastBackup(self)
        self.label.clicked.connect(self.asked)
        self.note = Note(self, tone="danger")
        self.button = Button(N_("Make a backup now"), self)
        self.button.clicked.connect(self.make_now)
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.hide()
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self.make_due)
        self._clock.start()
        QTimer.singleShot(0, self, self.refresh)
        QTimer.singleShot(_SOON_MS, self, self.look_after)

    def look_after(self) -> None:
        """Tell when the last good backup was made; once a week open it."""
        if self._may_run():
            self._run(calls.look_after, None)

    def make_due(self) -> None:
        """Make a backup when something changed since the last one."""
        if self._may_run():
            self._run(calls.make_due, _WORKING)

    def refresh(self) -> None:
        """Tell anew when the last good backup was made."""
        if self._may_run():
            self._run(calls.status, None)

    def make_now(self) -> None:
        """Make a backup in the first place."""
        self.button.setEnabled(False)
        self._context.background.run(
            calls.make,
            self._context.file,
            owner=self,
            on_done=self._on_made,
            on_error=self._on_failed,
            label=_WORKING,
        )

    def _may_run(self) -> bool:
        return not self._context.background.holds

    def _run(self, call: Call, label: Message | None) -> None:
        self._context.background.run(
            call, self._context.file, owner=self, on_done=self._on_turn, on_error=self._on_failed, label=label
        )

    def _on_turn(self, turn: Turn) -> None:
        self.label.show_status(turn.status.last_good, overdue=turn.status.overdue)
        if turn.damaged:
            named = turn.status.last_good is not None
            self._warn(Message(_DAMAGED if named else _NONE_LEFT, {"name": turn.damaged[0].name}))
        elif turn.status.overdue:
            self._warn(Message(_OVERDUE))
        elif turn.made or not self._failed:
            self._calm()

    def _on_made(self, _done: Done) -> None:
        self.button.setEnabled(True)
        self._failed = False
        self._calm()
        self._context.bus.said.emit(Message(N_("The backup was made and opened again: it is good.")))
        self.refresh()

    def _on_failed(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self._warn(error.message)

    def _warn(self, message: Message) -> None:
        self._failed = True
        self.note.show_message(message)
        self.show()

    def _calm(self) -> None:
        self._failed = False
        self.hide()
