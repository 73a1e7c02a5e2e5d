"""A window on a real file: everything at once on the test's own thread, passwords at little cost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.db.vault import Cost
from desktop_app.domain.centre import NewFile
from desktop_app.i18n import set_language
from desktop_app.services import files
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import theme
from desktop_app.ui.main_window import MainWindow
from tests import factories
from tests.e2e.desk import Desk


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    theme.load_fonts()
    theme.dress("light")


@pytest.fixture(autouse=True)
def _language(qapp: QApplication, _fonts: None) -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Penalties and proposed dates must not change with the calendar."""
    monkeypatch.setenv("TIREK_TODAY", "2026-09-21")


@pytest.fixture
def bus() -> Bus:
    """What the pages tell each other."""
    return Bus()


@pytest.fixture
def window(qtbot: QtBot, bus: Bus, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window, in front, before anything is opened."""
    create, sign_in = files.create_file, files.sign_in

    def cheap_create(path: Path, new: NewFile, code: str, cost: Cost = factories.CHEAP) -> OpenFile:
        return create(path, new, code, cost)

    def cheap_sign_in(path: Path, login: str, password: str, cost: Cost = factories.CHEAP) -> OpenFile:
        return sign_in(path, login, password, cost)

    monkeypatch.setattr(files, "create_file", cheap_create)
    monkeypatch.setattr(files, "sign_in", cheap_sign_in)
    background = InlineBackground(bus)
    background.broken.connect(_raise)
    made = MainWindow(background, bus, remembers=False)
    made.resize(1280, 800)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    """A new file, signed in."""
    opened = factories.open_file(tmp_path)
    yield opened
    factories.close_file(opened)


@pytest.fixture
def desk(window: MainWindow, bus: Bus, qtbot: QtBot, file: OpenFile) -> Iterator[Desk]:
    """The window with this file open, and hands to type with."""
    window.enter(file)
    yield Desk(window, bus, qtbot)
    window.hide()  # a form that nobody sees asks nothing any more
    if window.workspace is not None:  # the file is closed under the window, which goes later
        window.workspace.drafts.stop()


def _raise(error: BaseException) -> None:
    raise error
