"""What floats above the window goes behind the lock: dialogs that were open, those that come late, and open lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from desktop_app.ui.common.behind_lock import LOCKED, OVER_LOCK, WAITS

_MOST_POPUPS: Final = 50
_FLOATS: Final = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class HiddenDialogs:
    """Hides every dialog of the program from now on, until `give_back` or `drop`.

    A question of the system's own (which file to open) is closed: it cannot be hidden for sure, and nothing is lost.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        window.setProperty(LOCKED, True)
        _close_popups()
        self._hidden = tuple(_open_dialogs(window))
        for dialog in self._hidden:
            if isinstance(dialog, QFileDialog):
                dialog.reject()
            else:
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
        late = [each for each in self._window.findChildren(QDialog) if each not in self._hidden]
        for dialog in (*self._hidden, *late):
            if shiboken6.isValid(dialog) and dialog.property(WAITS):
                dialog.setProperty(WAITS, False)
                yield dialog


def _open_dialogs(window: QWidget) -> Iterator[QDialog]:
    """Those of the window, parents first, then those that belong to no window."""
    own = window.findChildren(QDialog)
    others = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each not in own]
    return (each for each in (*own, *others) if each.isVisible() and not each.property(OVER_LOCK))


def _close_popups() -> None:
    """Menus, opened choices, suggestions and tool tips lie above every window and may show names."""
    for _round in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    for widget in QApplication.topLevelWidgets():
        # Qt lets a tool tip stay for a third of a second when it is asked to go.
        if widget.isVisible() and widget.windowType() in _FLOATS:
            widget.hide()
