"""After signing in the start page tells of a place or a disk that can do the file harm, once and in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.db import ballast
from desktop_app.errors import AppError
from desktop_app.ui.context import Context
from desktop_app.ui.sign_in import calls
from desktop_app.ui.today.screen import Screen


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    made = Screen(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_shown_while_all_is_well(screen: Screen) -> None:
    screen.refresh()
    assert not screen.surroundings.isVisible()


def test_a_disk_that_is_nearly_full_is_told_once(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "free", lambda _path: 3_000_000)
    screen.refresh()
    screen.refresh()
    assert screen.surroundings.isVisible()
    assert len(screen.surroundings.notes) == 1
    assert "3 MB are free" in screen.surroundings.notes[0].label.text()


def test_the_step_of_the_place_refuses_a_folder_that_is_copied(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="copied by"):
        calls.check_place(tmp_path / "OneDrive" / "centre.tirek")
    assert not (tmp_path / "OneDrive").exists()
    calls.check_place(tmp_path / "centre.tirek")
