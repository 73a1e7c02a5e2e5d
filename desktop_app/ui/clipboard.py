"""What is copied out of the program does not stay in the clipboard: names, numbers and notes are what people copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS: Final = 15
HINTS: Final = {
    # Windows: no history of the clipboard, no other computer, no program that watches it.
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    # Klipper of KDE, and others that follow it: keep no history of this.
    "x-kde-passwordManagerHint": b"secret",
}
_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)

Owns = Callable[[QClipboard.Mode], bool]


class ClipboardWatch(QObject):
    """Marks what this program puts into the clipboard as secret, and takes it out again after fifteen seconds.

    What another program has put there meanwhile is left alone.
    """

    def __init__(self, parent: QObject | None = None, *, owns: Owns | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._owned
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        self._mark = QTimer(self, singleShot=True, interval=0)
        self._mark.timeout.connect(self._on_marking)
        self._clipboard.dataChanged.connect(self._on_changed)

    def clear(self) -> None:
        """Take out what is ours, at once: also what was only selected with the mouse (X11)."""
        self._timer.stop()
        self._mark.stop()
        for mode in _MODES:
            if self._owns(mode):
                self._clipboard.clear(mode)

    def _on_changed(self) -> None:
        ours = self._ours()
        if ours is None:
            self._timer.stop()
        elif _is_marked(ours):
            self._timer.start()
        else:
            self._mark.start()

    def _on_marking(self) -> None:
        """Put the same there again with the hints: a field of Qt's own copies without them."""
        ours = self._ours()
        if ours is not None and not _is_marked(ours):
            self._clipboard.setMimeData(marked(ours))

    def _ours(self) -> QMimeData | None:
        """What this program put there, None when it is somebody else's or nothing."""
        data = self._clipboard.mimeData() if self._owns(_MODES[0]) else None
        return data if data is not None and data.formats() else None

    def _owned(self, mode: QClipboard.Mode) -> bool:
        if mode == QClipboard.Mode.Clipboard:
            return self._clipboard.ownsClipboard()
        return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()


def marked(data: QMimeData) -> QMimeData:
    """The same data with the hints that ask other programs not to keep it."""
    made = QMimeData()
    for kind in data.formats():
        made.setData(kind, data.data(kind))
    for kind, value in HINTS.items():
        made.setData(kind, value)
    return made


def _is_marked(data: QMimeData) -> bool:
    return all(data.hasFormat(kind) for kind in HINTS)
