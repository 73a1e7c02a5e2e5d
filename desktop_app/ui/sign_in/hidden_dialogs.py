"""Dialogs behind the lock: those that were open, and those that want to open while it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.ui.common.dialogs import OVER_LOCK


class HiddenDialogs(QObject):
    """Hides every dialog of a window from now on, until `give_back` or `drop`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._hidden = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
        for dialog in self._hidden:
            dialog.hide()
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """An answer that comes late may want to show a dialog: it waits for the unlocking."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog) and not watched.property(OVER_LOCK):
            self._hidden.append(watched)
            QTimer.singleShot(0, watched, watched.hide)
        return super().eventFilter(watched, event)

    def give_back(self) -> None:
        """Show what was hidden."""
        self._stop()
        for dialog in self._hidden:
            dialog.show()

    def drop(self) -> None:
        """Close what was hidden for good."""
        self._stop()
        for dialog in self._hidden:
            dialog.close()

    def _stop(self) -> None:
        if self._application is not None:
            self._application.removeEventFilter(self)
        self.deleteLater()
