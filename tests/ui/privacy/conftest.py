"""A manager's file with one case, the page of its first worker, and a window for dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.services import files, staff
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.context import Context
from desktop_app.ui.people.screen import PersonPage
from desktop_app.ui.people.screen import Screen as PeopleScreen
from tests import factories
from tests.services.situations import CLOCK, opened


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenFile]:
    """The file in the hands of a manager; the administrator approves."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    admin = factories.open_file(tmp_path)
    staff.add(admin, NewStaffMember("manager", "Сәуле Қайратқызы", Role.MANAGER, factories.PASSWORD))
    files.close(admin)
    opened_file = factories.sign_in(admin.path, "manager")
    yield opened_file
    files.close(opened_file)


@pytest.fixture
def card(file: OpenFile) -> CaseCard:
    return opened(file)


@pytest.fixture
def page(qtbot: QtBot, context: Context, bus: Bus, card: CaseCard) -> Iterator[PersonPage]:
    """The page of Yusupov."""
    screen = PeopleScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)
    screen.show()
    screen.open_item(card.workers[0].person_id)
    bus.data_changed.connect(screen.refresh)
    assert isinstance(screen.card, PersonPage)
    yield screen.card
    screen.hide()  # and the screen stays as long as its card


@pytest.fixture
def holder(qtbot: QtBot) -> Iterator[QWidget]:
    """A window for dialogs; it outlives them."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    yield made
    QApplication.processEvents()
