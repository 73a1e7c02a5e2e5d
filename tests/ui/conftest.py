"""The window's tests: English, light, everything at once on the test's own thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import set_language
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import theme
from desktop_app.ui.context import Context
from tests import factories


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    theme.load_fonts()
    theme.dress("light")


@pytest.fixture(autouse=True)
def _english(qapp: QApplication, _fonts: None) -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def background(bus: Bus) -> InlineBackground:
    made = InlineBackground(bus)
    made.broken.connect(_raise)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    opened = factories.open_file(tmp_path)
    yield opened
    factories.close_file(opened)


@pytest.fixture
def context(file: OpenFile, background: InlineBackground, bus: Bus) -> Context:
    return Context(file, background, bus)


def _raise(error: BaseException) -> None:
    raise error
