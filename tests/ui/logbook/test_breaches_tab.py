"""The register of breaches: written down, its papers made, its notice noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.centre import Role
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.context import Context
from desktop_app.ui.logbook.breaches_tab import BreachesTab
from desktop_app.ui.logbook.screen import Screen
from tests import factories


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-11-20")


@pytest.fixture
def screen(file: OpenFile, background: InlineBackground, bus: Bus, qtbot: QtBot) -> Screen:
    shown = Screen(Context(factories.colleague(file, Role.MANAGER), background, bus))
    qtbot.addWidget(shown)
    bus.data_changed.connect(shown.refresh)
    shown.show()
    shown.refresh()
    return shown


def _tab(screen: Screen) -> BreachesTab:
    assert screen.breaches is not None
    return screen.breaches


def _write_down(screen: Screen) -> None:
    dialog = _tab(screen).write_down()
    dialog.form.set_values(described="A stick was lost")
    dialog.save()


def test_a_breach_is_written_down_with_its_term(screen: Screen) -> None:
    dialog = _tab(screen).write_down()
    dialog.save()
    assert dialog.form.field("described").problem
    dialog.form.set_values(described="A stick was lost", found_time="soon")
    dialog.save()
    assert dialog.form.field("found_time").problem
    dialog.form.set_values(found_time="00:00")
    dialog.save()
    (row,) = _tab(screen).table.rows
    assert str(row.notify_by) == "2026-11-23"
    model = _tab(screen).table.view.model()
    assert model.index(0, 3).data() == "not sent yet"


def test_a_term_that_has_passed_is_told_by_word_and_shape(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    _write_down(screen)
    monkeypatch.setenv("TIREK_TODAY", "2026-11-24")
    assert _tab(screen).table.view.model().index(0, 3).data() == "overdue, not sent yet"


def test_the_notice_is_noted(screen: Screen) -> None:
    assert _tab(screen).note_notice() is None
    _write_down(screen)
    dialog = _tab(screen).note_notice()
    assert dialog is not None
    dialog.form.field("on").entry.set_value(None)
    dialog.save()
    assert dialog.form.field("on").problem
    dialog.form.set_values(on=_tab(screen).table.rows[0].found_on)
    dialog.save()
    assert _tab(screen).table.view.model().index(0, 3).data() == "sent on 20.11.2026"


def test_the_papers_are_saved(screen: Screen, tmp_path: Path) -> None:
    assert _tab(screen).make_papers() is None
    _write_down(screen)
    dialog = _tab(screen).make_papers()
    assert dialog is not None
    dialog.form.set_values(cases="1999-0001")
    dialog.save(tmp_path / "papers.xlsx")
    assert "1999-0001" in dialog.form.field("cases").problem
    dialog.form.set_values(cases="", language="ru")
    dialog.save(tmp_path / "papers.xlsx")
    assert (tmp_path / "papers.xlsx").stat().st_size > 1000


def test_looking_again_adds_no_line(screen: Screen) -> None:
    screen.refresh()
    screen.refresh()
    assert [line.action for line in screen.lines.table.rows].count("view_log") == 1


@pytest.mark.parametrize("role", [Role.STAFF, Role.LAWYER])
def test_others_have_no_register(
    file: OpenFile, background: InlineBackground, bus: Bus, qtbot: QtBot, role: Role
) -> None:
    shown = Screen(Context(factories.colleague(file, role), background, bus))
    qtbot.addWidget(shown)
    assert shown.breaches is None
    assert shown.tabs.count() == 3
