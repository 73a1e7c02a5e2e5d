"""Dialogs behind the lock: those that were open, and those that want to open while it holds."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.ui.common.behind_lock import LOCKED, WAITS


class HiddenDialogs:
    """Hides every dialog of a window from now on, until `give_back` or `drop`."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        window.setProperty(LOCKED, True)
        for dialog in [each for each in window.findChildren(QDialog) if each.isVisible()]:
            dialog.setProperty(WAITS, True)
            dialog.hide()

    def give_back(self) -> None:
        """Show what was hidden."""
        for dialog in self._no_longer_waiting():
            dialog.show()

    def drop(self) -> None:
        """Close what was hidden for good."""
        for dialog in self._no_longer_waiting():
            dialog.close()

    def _no_longer_waiting(self) -> Iterator[QDialog]:
        self._window.setProperty(LOCKED, False)
        for dialog in [each for each in self._window.findChildren(QDialog) if each.property(WAITS)]:
            dialog.setProperty(WAITS, False)
            yield dialog
