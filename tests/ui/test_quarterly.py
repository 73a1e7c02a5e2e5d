"""The quarterly check on the page of the log, and the note on the start page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.centre import Role
from desktop_app.domain.quarterly import PARTS, STATES
from desktop_app.i18n import for_language
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import languages
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.logbook.screen import Screen
from desktop_app.ui.quarterly.due_note import TAB, DueNote
from tests import factories


@pytest.fixture
def manager(file: OpenFile, background: InlineBackground, bus: Bus) -> Context:
    return Context(factories.colleague(file, Role.MANAGER), background, bus)


@pytest.fixture
def screen(manager: Context, qtbot: QtBot) -> Screen:
    shown = Screen(manager)
    qtbot.addWidget(shown)
    manager.bus.data_changed.connect(shown.refresh)
    shown.show()
    shown.refresh()
    shown.open_item(TAB)
    return shown


def _texts(screen: Screen) -> set[str]:
    return {label.text() for label in screen.quarterly.findChildren(PlainLabel) if label.text()}


def test_every_part_is_shown_by_word(screen: Screen) -> None:
    assert screen.tabs.currentWidget() is screen.quarterly
    texts = _texts(screen)
    assert set(PARTS.values()) <= texts
    assert texts & set(STATES.values())
    assert "No good backup of this file was found." in texts


def test_it_follows_the_language(screen: Screen) -> None:
    languages.use("kk")
    assert for_language("kk")("No check was finished yet.") in _texts(screen)
    languages.use("en")


def test_it_is_finished(screen: Screen) -> None:
    assert screen.quarterly.done.isVisible()
    screen.quarterly.finish()
    assert any(text.startswith("Last finished on") for text in _texts(screen))


def test_others_look_but_do_not_finish(file: OpenFile, background: InlineBackground, bus: Bus, qtbot: QtBot) -> None:
    shown = Screen(Context(factories.colleague(file, Role.STAFF), background, bus))
    qtbot.addWidget(shown)
    shown.show()
    shown.open_item(TAB)
    assert shown.tabs.currentWidget() is shown.quarterly
    assert not shown.quarterly.done.isVisible()


def test_the_start_page_says_that_it_is_due(
    manager: Context, screen: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = DueNote(manager)
    qtbot.addWidget(note)
    note.refresh()
    assert note.isHidden()
    monkeypatch.setenv("TIREK_TODAY", "2027-06-01")
    note.refresh()
    assert not note.isHidden()
    with qtbot.waitSignal(manager.bus.open_requested) as asked:
        note.button.click()
    assert asked.args == ["log", TAB]
    screen.quarterly.finish()
    note.refresh()
    assert note.isHidden()


def test_who_cannot_finish_it_is_not_told(file: OpenFile, background: InlineBackground, bus: Bus, qtbot: QtBot) -> None:
    note = DueNote(Context(factories.colleague(file, Role.LAWYER), background, bus))
    qtbot.addWidget(note)
    note.refresh()
    assert note.isHidden()
