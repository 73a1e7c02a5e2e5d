"""The window's tests: English, light, everything at once on the test's own thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
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


@pytest.fixture(scope="session")
def _frozen(qapp: QApplication, _fonts: None) -> None:
    """What is imported by now is never looked through again when a test is swept out."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def _outlived(qapp: QApplication, _frozen: None) -> None:
    """What outlives a file of tests, caches and modules, is not looked through after each of the next tests.

    Only between two files: pytest holds the windows of a test until it has ended, and what is frozen stays for ever.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _swept(qapp: QApplication, _frozen: None) -> Iterator[None]:
    """Take the windows of a test apart when it is over: the next ones would grow slower with each of them.

    A main window leaves the collection of cycles to its own timer, which is gone with it.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


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
