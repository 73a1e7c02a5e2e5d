"""A dialog that wants to open while the screen is locked waits behind the lock.

Every dialog asks for itself. A filter on the whole application would also see widgets that Qt is still building; in
Python that ends the program.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

LOCKED: Final = "screenLocked"
"""The property of a window while its screen is locked."""

OVER_LOCK: Final = "overLock"
"""The property of a dialog that may be shown while the screen is locked."""

WAITS: Final = "waitsBehindLock"
"""The property of a dialog that is shown again when the screen is unlocked."""


def wait_if_locked(dialog: QDialog) -> None:
    """Hide a dialog that has just been shown, when a window it belongs to is locked; call it from showEvent."""
    if dialog.property(OVER_LOCK):
        return
    above = dialog.parentWidget()
    while above is not None:
        if above.property(LOCKED):
            dialog.setProperty(WAITS, True)
            QTimer.singleShot(0, dialog, partial(_hide, dialog))
            return
        above = above.parentWidget()


def show_over_lock(dialog: QDialog) -> None:
    """Let a dialog that was just opened be seen while the screen is locked: it says nothing of anybody."""
    dialog.setProperty(OVER_LOCK, True)
    dialog.setProperty(WAITS, False)


def _hide(dialog: QDialog) -> None:
    if dialog.property(WAITS):  # not unlocked in between
        dialog.hide()
