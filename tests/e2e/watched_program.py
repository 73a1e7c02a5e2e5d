"""The program in a process of its own whose memory is looked into from outside, before and behind the lock.

Arguments: the file of a case, its key and identity never as they are: they are told masked on standard output. Each
line on standard input is the next step; each step is told when it is done.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from desktop_app import app
from desktop_app.services.files import OpenFile
from desktop_app.ui.main_window import MainWindow
from tests import factories

MASK = 0x5A


def masked(secret: bytes) -> bytes:
    """The secret, unlike itself."""
    return bytes(byte ^ MASK for byte in secret)


class Steps(QObject):
    """open, lock, leave: shows a case and a person, locks, signs out."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._file: OpenFile | None = None
        self._ready: Callable[[], bool] = bool
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_line)
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._on_timer)

    def _on_line(self) -> None:
        step = sys.stdin.readline().strip()
        getattr(self, f"_{step}")()
        self._timer.start()

    def _on_timer(self) -> None:
        if self._ready():
            self._timer.stop()
            gc.collect()
            sys.stdout.write("done\n")
            sys.stdout.flush()

    def _open(self) -> None:
        self._file = factories.sign_in(self._path)
        for secret in (bytes(self._file.keys._key), self._file.keys.identity):
            sys.stdout.write(masked(secret).hex() + "\n")
        self._window.enter(self._file)
        assert self._window.workspace is not None
        bus = self._window.workspace._context.bus
        bus.open_requested.emit("person", 1)
        bus.open_requested.emit("case", 1)
        QTimer.singleShot(1_500, self, self._opened)
        self._ready = lambda: self._is_open

    _is_open = False

    def _opened(self) -> None:
        self._is_open = True

    def _lock(self) -> None:
        file = self._file
        assert file is not None
        self._window.lock()
        self._ready = lambda: file.db.rests

    def _leave(self) -> None:
        file, self._file = self._file, None
        assert file is not None
        self._window.sign_out()
        self._ready = lambda: file.db.is_closed


def main(path: Path) -> int:
    """Run as the program does."""
    application, window = app.build(path)
    window.show()
    steps = Steps(window, path)
    code = application.exec()
    del steps
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
