"""Who may see a case, from its page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.services import access, cases, files, sealed, staff
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.access_dialog import AccessDialog
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from tests import factories
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.fit import cut_texts


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenFile:
    """The file of a lawyer, with a colleague."""
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    admin = factories.open_file(tmp_path)
    staff.add(admin, NewStaffMember("lawyer", "Сәуле & Ко", Role.LAWYER, factories.PASSWORD))
    files.close(admin)
    return factories.sign_in(admin.path, "lawyer")


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


@pytest.fixture(autouse=True)
def _closed(file: OpenFile) -> object:
    yield
    files.close(file)


def shown(screen: Screen) -> AccessDialog:
    screen.case.access.click()
    return next(each for each in screen.findChildren(AccessDialog) if each.isVisible())


def test_a_case_is_restricted_and_given_to_a_colleague(screen: Screen, file: OpenFile) -> None:
    assert screen.case.access.accessibleName() == "Open to the centre"
    dialog = shown(screen)
    dialog.access.set_value("restricted")
    box = dialog._boxes[1]
    assert "Айгүл" in box.text()
    box.setChecked(True)
    dialog.save_button.click()
    assert access.card(file, 1).restricted
    assert access.card(file, 1).given == (1,)
    assert screen.case.access.accessibleName() == "Restricted"
    languages.use("kk")
    assert screen.case.access.accessibleName() != "Restricted"


def test_a_case_is_sealed_and_read_on_its_page(screen: Screen, file: OpenFile) -> None:
    dialog = shown(screen)
    dialog.seal_button.click()
    question = next(each for each in dialog.findChildren(Dialog) if each.isVisible())
    next(button for button in question.findChildren(QPushButton) if button.text() == "Seal the case").click()
    assert cases.card(file, 1).sealed
    assert screen.case.access.accessibleName() == "Sealed"
    assert screen.case.workers.table.rows[0].name == "Юсупов Равшан"
    dialog = shown(screen)
    dialog.seal_button.click()
    question = next(each for each in dialog.findChildren(Dialog) if each.isVisible())
    next(button for button in question.findChildren(QPushButton) if button.text() == "Take the seal off").click()
    assert not cases.card(file, 1).sealed


def test_a_refusal_is_said_in_the_dialog(screen: Screen, file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed.seal_case(file, 1)
    member = replace(file.staff, id=1, role=Role.LAWYER)
    theirs = replace(file, staff=member)
    monkeypatch.setattr(screen.case, "_context", replace(screen.case._context, file=theirs))
    screen.case.read()
    dialog = shown(screen)
    dialog.access.set_value("restricted")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "role" in dialog.note.label.text() or "open only" in dialog.note.label.text()


def test_the_dialog_grows_when_the_colleagues_come_after_it_is_open(
    qtbot: QtBot, screen: Screen, file: OpenFile
) -> None:
    dialog = shown(screen)
    before = dialog.height()
    colleague = staff.listing(file)[0]
    many = tuple(replace(colleague, id=100 + at) for at in range(8))
    dialog._on_read((access.card(file, 1), many))
    qtbot.waitUntil(lambda: dialog.height() > before)
    QApplication.processEvents()
    assert dialog.access.height() >= dialog.access.sizeHint().height()
    assert cut_texts(dialog) == []
