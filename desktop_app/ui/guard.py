"""Watches over an open file: locks it when nobody works, and leaves one whole file behind at every pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.changes import Kind
from desktop_app.domain.file_settings import FileSettings
from desktop_app.errors import AppError
from desktop_app.services import settings_of_file
from desktop_app.ui.clipboard import ClipboardWatch
from desktop_app.ui.common import blur, screen_capture
from desktop_app.ui.idle import IdleWatch
from desktop_app.ui.sign_in import lock_calls

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.context import Context


class Guard(QObject):
    """`lock_wanted`: nobody did anything for as long as the file allows."""

    lock_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._owner = context, parent
        self._begun = False
        self.clipboard = ClipboardWatch(self)
        self.idle = IdleWatch(self)
        self.idle.left.connect(self.lock_wanted)
        self.idle.quiet.connect(self._on_quiet)
        context.bus.data_changed.connect(self._on_data_changed)

    def start(self) -> None:
        """Begin to watch, by what the centre has set for its file."""
        self.idle.start()
        self._read()

    def leave(self) -> None:
        """Watch no more: the window is locked, or the file is about to be closed."""
        self.idle.stop()
        self.clipboard.clear()

    def _read(self) -> None:
        context = self._context
        context.background.run(settings_of_file.read, context.file, owner=self._owner, on_done=self._on_read)

    def _on_read(self, read: FileSettings) -> None:
        self.idle.set_minutes(read.idle_minutes)
        screen_capture.allow(read.allow_capture)
        if not self._begun:
            self._begun = True
            blur.hide_names(read.hide_names)

    def _on_data_changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.CENTRE in kinds:
            self._read()

    def _on_quiet(self) -> None:
        context = self._context
        if not context.background.holds:
            context.background.run(lock_calls.checkpoint, context.file, owner=self._owner, on_error=self._on_not_folded)

    def _on_not_folded(self, error: AppError) -> None:
        """Everything is saved all the same; a full disk is told when something is saved next."""
        del error
