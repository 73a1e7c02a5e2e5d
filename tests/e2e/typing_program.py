"""The program in a process of its own: signs in, types a letter every twentieth of a second and tells how many.

Arguments: the file of a case. It goes on until it is told to end, or is killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop_app import app
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.ending import Ending
from desktop_app.ui.main_window import MainWindow
from tests import factories

EVERY_MS = 50


class Typist(QObject):
    """Types into the note of the first case."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._letters = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._type)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._window.enter(factories.sign_in(self._path))
        assert self._window.workspace is not None
        screen = self._window.workspace.page("cases")
        assert isinstance(screen, Screen)
        screen.open_item(1)
        self._screen = screen
        self._timer.start()

    def _type(self) -> None:
        details = self._screen.case.details
        if not details.version or not self._window.isEnabled():  # the case is still being read, or the program ends
            return
        self._letters += 1
        details.form.set_values(note="x" * self._letters)
        sys.stdout.write(f"{self._letters}\n")
        sys.stdout.flush()


def main(path: Path) -> int:
    """Run as the program does, with a typist at the desk."""
    application, window = app.build(path)
    ending = Ending(application, window.end, window.rest)
    window.show()
    typist = Typist(window, path)
    code = application.exec()
    del typist
    ending.stop()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
