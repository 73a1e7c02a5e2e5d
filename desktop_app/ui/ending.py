"""The program is told to end: by a signal, by the end of the session, or by its own last window."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNALS: Final = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class Ending(QObject):
    """Calls `end` on the window's thread when a signal asks for it, and `rest` when the session is about to end.

    `rest` must be done when it returns: the system may not wait any longer. A session that goes on after all finds the
    window locked.
    """

    def __init__(self, application: QGuiApplication, end: Callable[[], None], rest: Callable[[], None]) -> None:
        super().__init__(application)
        self._end, self._rest = end, rest
        # Python hears a signal only between two of its own steps; a byte through this pair wakes Qt to take one.
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._mouth.setblocking(False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, _nothing)
            for name in _SIGNALS
            if (number := getattr(signal, name, None)) is not None
        }
        application.commitDataRequest.connect(self._on_session_ends)

    def stop(self) -> None:
        """Hear no more: the signals do again what they did before."""
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

    def _on_signal(self) -> None:
        try:
            self._ear.recv(64)
        except BlockingIOError:
            return
        self._end()

    def _on_session_ends(self, _manager: QSessionManager) -> None:
        self._rest()


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """The byte does it all."""
