"""Trusting a key and installing an update at the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.access import Approval
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.i18n import LANGUAGES, set_language
from desktop_app.services import law, law_updates, staff
from desktop_app.services.files import OpenFile
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.law.keys_dialog import KeysDialog
from desktop_app.ui.law.screen import Screen
from desktop_app.ui.law.update_dialog import UpdateDialog, look_at
from tests.law.signed import content, file_of, public_key, value
from tests.ui.fit import cut_texts

SECOND = Approval("dina", "seven small words in a row")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2026-11-21")


@pytest.fixture
def screen(qtbot: QtBot, context: Context, file: OpenFile) -> Screen:
    staff.add(file, NewStaffMember(SECOND.login, "Дина Әбенова", Role.LAWYER, SECOND.password))
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    return made


def update(folder: Path, told: dict[str, Any], seed: int = 1) -> Path:
    path = folder / "update.json"
    path.write_bytes(file_of(told, seed))
    return path


def seen(screen: Screen, context: Context, path: Path) -> UpdateDialog | None:
    dialogs: list[UpdateDialog] = []
    look_at(context, screen, dialogs.append, path)
    for dialog in dialogs:
        dialog.open()
    return dialogs[0] if dialogs else None


def trust(dialog: KeysDialog) -> None:
    asked = dialog.trust()
    asked.form.set_values(name="Tirek", public_key=public_key(), login=SECOND.login, password=SECOND.password)
    asked.save()


def test_a_key_is_trusted_by_two_and_removed_by_one(screen: Screen, file: OpenFile) -> None:
    dialog = screen.show_keys()
    assert not dialog.remove_button.isEnabled()
    trust(dialog)
    (key,) = dialog.keys.rows
    assert key.name == "Tirek"
    dialog.keys.select_row(0)
    question = dialog.ask_to_remove()
    assert question is not None
    question.accept()
    assert dialog.keys.rows[0].removed_on is not None
    assert not dialog.remove_button.isEnabled()


def test_what_is_wrong_with_a_key_stands_beside_its_field(screen: Screen, file: OpenFile) -> None:
    asked = screen.show_keys().trust()
    asked.form.set_values(name="Tirek", public_key="AAAA", login=SECOND.login, password=SECOND.password)
    asked.save()
    assert asked.form.field("public_key").problem
    asked.form.set_values(public_key=public_key(), password="wrong words here")
    asked.save()
    assert asked.form.field("password").problem
    assert law.book(file).keys == ()


def test_the_control_groups_are_shown_while_the_key_is_typed(screen: Screen) -> None:
    asked = screen.show_keys().trust()
    asked.key.set_value(public_key())
    assert law_updates.fingerprint(public_key()) in asked.form.field("public_key")._hint.text()
    asked.key.set_value(public_key()[:-3])
    assert "44" in asked.form.field("public_key")._hint.text()


def test_an_update_is_looked_at_then_installed(
    screen: Screen, context: Context, file: OpenFile, tmp_path: Path
) -> None:
    trust(screen.show_keys())
    law.confirm(file, "lc.113.3")
    dialog = seen(screen, context, update(tmp_path, content(values=[value()])))
    assert dialog is not None
    assert [change.fact.key for change in dialog.table.rows] == ["base_rate", "lc.113.3"]
    assert "1 confirmation of the lawyer falls" in dialog.warning.label.text()
    dialog.install()
    screen.refresh()
    screen.filter.shown.set_value("update")
    assert {norm.fact.key for norm in screen.table.rows} == {"base_rate", "lc.113.3"}
    screen.table.select_row(1)
    told = screen.card.history.text()
    assert "came with update 1 of Tirek" in told
    assert "Before that, with the program: Labour Code of 23.11.2015 No 414-V, art. 113(3), text read" in told
    assert "confirmed by Айгүл Оспанова as it was then; it has changed since" in told
    (installed,) = screen.show_keys().updates.rows
    assert installed.number == 1


def test_a_refused_update_says_why_and_changes_nothing(
    screen: Screen, context: Context, file: OpenFile, tmp_path: Path
) -> None:
    assert seen(screen, context, update(tmp_path, content())) is None
    told = [dialog for dialog in screen.window().findChildren(Dialog) if dialog.isVisible()]
    assert len(told) == 1
    assert law.book(file).updates == ()


def test_an_update_that_was_overtaken_says_so(screen: Screen, context: Context, file: OpenFile, tmp_path: Path) -> None:
    trust(screen.show_keys())
    first = seen(screen, context, update(tmp_path, content()))
    again = seen(screen, context, update(tmp_path, content()))
    assert first is not None
    assert again is not None
    first.install()
    again.install()
    assert "installed already" in again.refusal.label.text()
    assert again.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_cut_off(
    qtbot: QtBot, screen: Screen, context: Context, file: OpenFile, tmp_path: Path, language: str
) -> None:
    set_language(language)
    keys = KeysDialog(context, law.book(file), screen)
    keys.open()
    found = []
    asked = keys.trust()
    for dialog in (keys, asked):
        QApplication.processEvents()
        found += cut_texts(dialog)
    asked.form.set_values(name="Tirek", public_key=public_key(), login=SECOND.login, password=SECOND.password)
    asked.save()
    shown = seen(screen, context, update(tmp_path, content()))
    screen.table.select_row(0)
    added = screen.add_value()
    for each in (shown, added):
        assert each is not None
        QApplication.processEvents()
        found += cut_texts(each)
    assert not found, "\n".join(found)
