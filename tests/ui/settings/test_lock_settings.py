from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.centre import Role
from desktop_app.domain.file_settings import FileSettings
from desktop_app.errors import AppError
from desktop_app.services import settings_of_file
from desktop_app.services.files import OpenFile
from desktop_app.ui.context import Context
from desktop_app.ui.settings.lock_settings import LockSettings


@pytest.fixture
def settings(qtbot: QtBot, context: Context) -> LockSettings:
    made = LockSettings(context)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def test_the_usual_is_five_minutes(settings: LockSettings) -> None:
    assert settings.form.value("idle_minutes") == "5"
    assert settings.form.value("hide_names") == "no"


def test_from_one_to_thirty_minutes_can_be_chosen(settings: LockSettings) -> None:
    box = settings.form.field("idle_minutes").entry
    assert [box.itemText(at) for at in (0, 29)] == ["1 minute", "30 minutes"]  # type: ignore[attr-defined]  # a choice
    assert box.count() == 30  # type: ignore[attr-defined]  # a choice


def test_a_choice_is_stored_at_once_and_leaves_the_rest_alone(settings: LockSettings, file: OpenFile) -> None:
    settings_of_file.save(file, FileSettings(retention_years=7))
    settings.refresh()
    settings.form.set_values(idle_minutes=12)
    settings.form.set_values(hide_names="yes")
    settings.form.set_values(allow_capture="no")
    assert settings_of_file.read(file) == FileSettings(
        idle_minutes=12, hide_names=True, allow_capture=False, retention_years=7
    )


def test_showing_them_stores_nothing(settings: LockSettings, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr(settings_of_file, "save", fail)
    settings.refresh()


def test_what_is_refused_is_said_and_taken_back(settings: LockSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise AppError("The disk is full.")

    monkeypatch.setattr(settings_of_file, "save", full)
    settings.form.set_values(idle_minutes=12)
    assert settings.form.value("idle_minutes") == "5"
    assert "full" in settings.form.note.label.text()


def test_others_see_them_but_cannot_change_them(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    other = replace(context, file=replace(file, staff=replace(file.staff, role=Role.LAWYER)))
    made = LockSettings(other)
    qtbot.addWidget(made)
    made.refresh()
    assert not made.form.isEnabled()
    assert made.form.value("idle_minutes") == "5"
