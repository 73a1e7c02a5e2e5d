"""Deleting a case from its details."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseFilter
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.services import cases, files, staff
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.context import Context
from tests import factories
from tests.ui.cases.crew import TODAY, log_case


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenFile]:
    """The file in the hands of a manager."""
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    admin = factories.open_file(tmp_path)
    staff.add(admin, NewStaffMember("manager", "Сәуле", Role.MANAGER, factories.PASSWORD))
    files.close(admin)
    opened = factories.sign_in(admin.path, "manager")
    yield opened
    files.close(opened)


@pytest.fixture
def screen(qtbot: QtBot, file: OpenFile, background: InlineBackground, bus: Bus) -> Screen:
    log_case(file)
    made = Screen(Context(file, background, bus))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    made.open_item(1)
    bus.data_changed.connect(made.refresh)
    return made


def test_a_case_is_deleted_with_the_word_of_a_colleague(screen: Screen, file: OpenFile) -> None:
    screen.case.tabs.setCurrentWidget(screen.case.details)
    dialog = screen.case.details.ask_to_delete()
    assert dialog is not None
    dialog.button.click()
    assert dialog.form.field("reason").problem
    dialog.form.set_values(reason="екі рет", login=factories.LOGIN, password="wrong password here")
    dialog.button.click()
    assert "not the login and password" in dialog.form.field("password").problem
    assert dialog.form.value("reason") == "екі рет"
    dialog.form.set_values(password=factories.PASSWORD)
    dialog.button.click()
    assert cases.page(file, CaseFilter()) == ()
    assert screen.list.isVisible()
    assert not screen.list.table.rows


def test_staff_are_not_offered_to_delete(qtbot: QtBot, file: OpenFile, background: InlineBackground, bus: Bus) -> None:
    log_case(file)
    made = Screen(Context(factories.colleague(file, Role.STAFF), background, bus))
    qtbot.addWidget(made)
    made.show()
    made.open_item(1)
    made.case.tabs.setCurrentWidget(made.case.details)
    assert not made.case.details.delete_button.isVisible()
