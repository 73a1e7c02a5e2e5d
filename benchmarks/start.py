"""Process start to first painted sign-in screen, against a bare PySide6 main window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.rows import Row, paired

TARGET = 1.5

# The floor: a main window with a splitter, a table, a tool bar and a menu, and nothing behind them.
_BARE = """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QSplitter, QTableWidget

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)

application = QApplication([])
window = Window()
splitter = QSplitter(Qt.Orientation.Horizontal)
splitter.addWidget(QTableWidget(20, 5))
splitter.addWidget(QLineEdit())
window.setCentralWidget(splitter)
window.addToolBar("Tools").addAction("Open")
window.menuBar().addMenu("File").addAction("Open")
window.resize(1280, 800)
window.show()
application.exec()
"""

_OURS = """
import sys
from pathlib import Path
from desktop_app import app
application, window = app.build(Path(sys.argv[1]))
window.painted.disconnect()
window.painted.connect(application.quit)
window.show()
application.exec()
"""


def measure(*, quick: bool) -> Iterable[Row]:
    """One row: both sides start a process of their own, offscreen, and end at the first paint."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "centre.tirek"
        file.touch()
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": folder,
            "TIREK_LANG": "kk",
            # Both sides start from compiled modules, as every start but the first does.
            "PYTHONPYCACHEPREFIX": folder,
            "PYTHONDONTWRITEBYTECODE": "",
        }
        yield paired(
            "start to painted sign-in",
            lambda: _run(_OURS, environment, str(file)),
            lambda: _run(_BARE, environment),
            runs=3 if quick else 15,
            target=TARGET,
            note="against a bare PySide6 window",
        )


def _run(program: str, environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", program, *arguments], env=environment, check=True, stderr=subprocess.DEVNULL)
