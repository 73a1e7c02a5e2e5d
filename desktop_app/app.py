"""The only place that builds: preferences, language, looks, worker and window; or the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import settings
from desktop_app.db import memory
from desktop_app.i18n import LANGUAGES

_FRAME = 40
"""What a window's title bar takes at most, in pixels."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.background import Background
    from desktop_app.ui.main_window import MainWindow


def main(arguments: Sequence[str]) -> int:
    """Without a command the window opens, on `--file` if it is given; else the command runs. The exit code."""
    memory.keep_to_ourselves()
    match list(arguments):
        case []:
            return open_window()
        case ["--file", name]:
            return open_window(_path(name))
        case [option] if option.startswith("--file="):
            return open_window(_path(option.removeprefix("--file=")))
    from desktop_app import cli

    return cli.main(arguments, draw_screens)


def open_window(path: Path | None = None) -> int:
    """Open the window on a file: the one named, else of TIREK_FILE, else the last one, else the default."""
    from desktop_app.ui.ending import Ending
    from desktop_app.ui.garbage import GarbageCollection

    application, window = build(path)
    collection = GarbageCollection(application)
    ending = Ending(application, window.end, window.rest)
    window.show()
    code = application.exec()
    ending.stop()
    del collection
    return code


def build(path: Path | None = None) -> tuple[QApplication, MainWindow]:
    """The application and its window, not shown yet. Nothing heavy is loaded before the window's first paint."""
    from PySide6.QtCore import QSize

    from desktop_app.ui.background import Background
    from desktop_app.ui.bus import Bus
    from desktop_app.ui.main_window import MainWindow

    preferences = settings.Preferences.read()
    application = _dressed(preferences)
    bus = Bus(application)
    background = Background(bus, application)
    window = MainWindow(background, bus)
    application.aboutToQuit.connect(window.end)
    room = application.primaryScreen().availableGeometry()
    window.resize(QSize(*preferences.window).boundedTo(room.size() - QSize(0, _FRAME)))
    window.move(room.topLeft())
    window.begin(path or _usual_file(preferences))
    window.painted.connect(partial(_after_first_paint, background, window))
    return application, window


def _after_first_paint(background: Background, window: MainWindow) -> None:
    """Everything that can wait until there is something to look at."""
    from PySide6.QtGui import QIcon

    from desktop_app import log
    from desktop_app.ui import windows_session
    from desktop_app.ui.common import languages, theme
    from desktop_app.ui.messages import Faults
    from desktop_app.ui.system_events import SystemEvents
    from desktop_app.ui.warmer import Warmer

    faults = Faults()
    sys.excepthook = faults.hook
    background.broken.connect(faults.show)
    log.start()
    window.setWindowIcon(QIcon(str(settings.resources_dir() / "style" / "tirek.svg")))
    languages.use_words_of_qt()
    theme.follow_system()
    events = SystemEvents(window)
    events.left.connect(window.lock)
    events.start()
    windows_session.listen(window)
    Warmer(background, window).start()


def draw_screens(file: Path, login: str, password: str, folder: Path, language: str) -> None:
    """Sign in and save a picture of every screen in `folder`, without a display (for the demonstration)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The offscreen plugin tells of every size it cannot pass on to a window system.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    application = _dressed(settings.Preferences(language=language, theme="light"))
    from desktop_app.ui.pictures import Album

    Album(folder, language).draw(file, login, password)
    del application


def _dressed(preferences: settings.Preferences) -> QApplication:
    from PySide6.QtWidgets import QApplication

    from desktop_app.i18n import set_language
    from desktop_app.ui.common import theme

    application = QApplication.instance() or QApplication(["tirek", "-style", "fusion"])
    if not isinstance(application, QApplication):
        raise TypeError
    application.setApplicationName("Tirek")
    application.setDesktopFileName("tirek")
    theme.load_fonts()
    theme.dress(preferences.theme)
    set_language(_language(preferences))
    return application


def _language(preferences: settings.Preferences) -> str:
    """The language chosen on this computer, else the system's, else Kazakh."""
    from PySide6.QtCore import QLocale

    wanted = os.environ.get("TIREK_LANG") or preferences.language or QLocale.system().name()[:2]
    return wanted if wanted in LANGUAGES else "kk"


def _usual_file(preferences: settings.Preferences) -> Path:
    named = os.environ.get("TIREK_FILE") or preferences.last_file
    return _path(named) if named else settings.default_file()


def _path(name: str) -> Path:
    return Path(name).expanduser().absolute()
