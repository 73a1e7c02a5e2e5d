"""F12 locks whatever dialog is open: a modal dialog keeps its window's own shortcuts from being heard."""

from __future__ import annotations

from functools import partial
from typing import Final, Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

LOCK_KEY: Final = "F12"


@runtime_checkable
class Locks(Protocol):
    """A window that can be locked."""

    def lock(self) -> object:
        """Hide everything until the password is typed."""


def hear(dialog: QDialog) -> None:
    """Let the lock key in `dialog` lock the window it belongs to."""
    key = QShortcut(QKeySequence(LOCK_KEY), dialog)
    key.activated.connect(partial(_lock, dialog))


def _lock(dialog: QWidget) -> None:
    above = dialog.parentWidget()
    while above is not None and not isinstance(above, Locks):
        above = above.parentWidget()
    if above is not None:
        above.lock()
