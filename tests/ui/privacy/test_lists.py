"""The screen of personal data: duties, the register, terms of storage, erasures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.cases import CaseCard, NewWorker
from desktop_app.domain.centre import Role
from desktop_app.domain.duties import DutyKind
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.people import Person
from desktop_app.services import holds, people, settings_of_file, transfers
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.screen import SETTINGS_TAB, Screen
from desktop_app.ui.settings.screen import Screen as SettingsScreen
from tests import factories
from tests.services.erased import close
from tests.services.situations import TODAY, opened
from tests.ui.privacy.second import second as _second


@pytest.fixture
def screen(qtbot: QtBot, context: Context, bus: Bus, file: OpenFile) -> Screen:
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    bus.data_changed.connect(made.refresh)
    return made


def test_empty_lists_say_what_they_are_for(screen: Screen, file: OpenFile) -> None:
    settings_of_file.save(file, FileSettings(retention_years=3, responsible_id=1, data_list_on=TODAY, policy_on=TODAY))
    screen.refresh()
    for at in range(screen.tabs.count()):
        screen.tabs.setCurrentIndex(at)
        tab: Any = screen.tabs.widget(at)
        assert tab.table.rows == ()
        assert tab.table._stack.currentIndex() == 1


def test_duties_open_what_they_are_about(screen: Screen, bus: Bus, card: CaseCard) -> None:
    asked: list[tuple[str, int]] = []
    bus.open_requested.connect(lambda kind, item: asked.append((kind, item)))
    screen.refresh()
    rows = screen.duties.table.rows
    assert [row.kind for row in rows][:4] == [
        DutyKind.RESPONSIBLE, DutyKind.DATA_LIST, DutyKind.POLICY, DutyKind.TERM,
    ]  # fmt: skip
    assert "25" in screen.duties.ground.text()
    for row in (rows[0], rows[4]):
        screen.duties.table.opened.emit(row)
    assert asked == [("settings", 3), ("person", card.workers[0].person_id)]


def test_the_register_is_read_by_period_and_exported_with_a_second_colleague(
    screen: Screen, file: OpenFile, card: CaseCard, tmp_path: Path
) -> None:
    from tests.services.test_transfers import agreed, sent

    agreed(file, card)
    transfers.record(file, sent(card))
    screen.tabs.setCurrentWidget(screen.register)
    assert len(screen.register.table.rows) == 2
    screen.register.form.set_values(first=TODAY, last=date(2026, 11, 1))
    screen.register.refresh()
    assert screen.register.form.field("last").problem
    screen.register.form.set_values(first=None, last=None)
    screen.register.refresh()
    dialog = screen.register.export()
    assert not dialog.form.field("password").isEnabled()
    dialog.form.set_values(named=True)
    assert dialog.form.field("password").isEnabled()
    dialog.write(tmp_path / "register.xlsx")
    assert not (tmp_path / "register.xlsx").exists()
    assert dialog.form.field("password").problem
    _second(dialog)
    dialog.write(tmp_path / "register.xlsx")
    assert (tmp_path / "register.xlsx").exists()


def test_names_are_taken_out_of_what_is_not_held(
    screen: Screen, file: OpenFile, card: CaseCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.retention is not None
    screen.tabs.setCurrentWidget(screen.retention)
    assert "not set" in screen.retention.note.label.text()
    settings_of_file.save(file, FileSettings(retention_years=3))
    held = opened(file, NewWorker(Person("Али Вали")))
    for case_id in (card.id, held.id):
        close(file, case_id)
    holds.set_hold(file, held.id, date(2030, 1, 1), "court")
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2029-11-21")
    screen.refresh()
    assert screen.retention.ask() is None
    screen.retention.all_button.click()
    dialog = screen.retention.ask()
    assert dialog is not None
    _second(dialog)
    dialog.button.click()
    assert [row.case_id for row in screen.retention.table.rows] == [held.id]
    assert people.card(file, card.workers[0].person_id).person.full_name == f"— {card.number}"


def test_the_certificate_is_saved_from_the_list(screen: Screen, file: OpenFile, tmp_path: Path) -> None:
    with file.db.write("test", file.staff.id) as session:
        from desktop_app.db import models

        session.add(
            models.Erasure(
                code="2026-AAAAAA", on_day=TODAY, kind="case", people=0, cases=1, attachments=0, letters=0,
                reason="", done_by=1, approved_by=2,
            )
        )  # fmt: skip
    screen.tabs.setCurrentWidget(screen.records)
    screen.records.table.select_row(0)
    screen.records.write(1, tmp_path / "certificate.pdf")
    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF")


def test_staff_see_neither_terms_nor_export(
    qtbot: QtBot, file: OpenFile, background: InlineBackground, bus: Bus
) -> None:
    made = Screen(Context(factories.colleague(file, Role.STAFF), background, bus))
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    assert made.retention is None
    made.tabs.setCurrentWidget(made.register)
    assert not made.register.export_button.isVisible()
    made.tabs.setCurrentWidget(made.records)
    assert not made.records.save_button.isVisible()


def test_papers_that_are_missing_lead_to_their_settings(qtbot: QtBot, context: Context) -> None:
    settings_screen = SettingsScreen(context)
    qtbot.addWidget(settings_screen)
    settings_screen.open_item(SETTINGS_TAB)
    assert settings_screen.tabs.currentWidget() is settings_screen.privacy
