"""Backups on screen: the words in the status line, the bar, the panel, the stick."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.db import disk
from desktop_app.db.disk import ReadBack
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.services import backups, centre
from desktop_app.services.files import OpenFile
from desktop_app.ui.backups.panel import BackupsPanel
from desktop_app.ui.backups.stick import StickDialog
from desktop_app.ui.backups.watch import BackupWatch
from desktop_app.ui.context import Context
from desktop_app.ui.settings.screen import Screen
from desktop_app.ui.workspace import Workspace
from tests import factories

FAR = "2036-01-01"


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> BackupsPanel:
    made = BackupsPanel(context)
    qtbot.addWidget(made)
    made.refresh()
    return made


@pytest.fixture
def watch(context: Context, qtbot: QtBot) -> BackupWatch:
    made = BackupWatch(context)
    qtbot.addWidget(made)
    made.refresh()
    return made


def spoil(path: Path) -> None:
    with path.open("r+b") as worn:
        worn.seek(9000)
        worn.write(b"worn out")


def only_backup(file: OpenFile) -> Path:
    (found,) = backups.listing(file.path.parent / "Backups")
    return backups.path_of(found)


def test_the_status_line_says_when_the_last_good_backup_was_made(watch: BackupWatch, file: OpenFile) -> None:
    assert watch.label.text() == "No backup yet"
    watch.make_now()
    assert watch.label.text().startswith("Last good backup: today ")
    assert watch.isHidden()


def test_after_a_week_the_bar_warns_until_a_backup_is_made(
    watch: BackupWatch, file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, FAR)
    watch.refresh()
    assert not watch.isHidden()
    assert "more than a week" in watch.note.label.text()
    assert watch.label.property("tone") == "danger"
    watch.make_now()
    assert watch.isHidden()
    assert watch.label.property("tone") == ""


def test_a_damaged_newest_backup_is_told_by_name(
    watch: BackupWatch, file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.make_now()
    first = only_backup(file)
    spoil(first)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, (settings.today() + timedelta(days=9)).isoformat())
    watch.look_after()
    assert "none is good" in watch.note.label.text()
    watch.make_now()
    assert watch.isHidden()


def test_the_clock_makes_a_backup_only_when_something_changed(watch: BackupWatch, file: OpenFile) -> None:
    centre.save(file, factories.CENTRE)
    watch.make_due()
    watch.make_due()
    only_backup(file)


def test_nothing_runs_behind_the_lock(watch: BackupWatch, context: Context, file: OpenFile) -> None:
    centre.save(file, factories.CENTRE)
    context.background.hold()
    watch.make_due()
    watch.look_after()
    context.background.release()
    assert backups.listing(file.path.parent / "Backups") == ()


def test_a_backup_that_cannot_be_made_by_itself_is_told_in_the_bar(watch: BackupWatch, file: OpenFile) -> None:
    (file.path.parent / "Backups").write_text("a file in the way")
    centre.save(file, factories.CENTRE)
    watch.make_due()
    assert not watch.isHidden()
    assert "no backup was made" in watch.note.label.text()
    watch.refresh()
    assert not watch.isHidden()  # it is told until one was made


def test_the_words_open_the_dialog(context: Context, qtbot: QtBot, file: OpenFile) -> None:
    workspace = Workspace(context)
    qtbot.addWidget(workspace)
    dialog = workspace.show_backups()
    dialog.panel.make()
    assert len(dialog.panel.table.rows) == 1
    assert workspace.backups.label.text().startswith("Last good backup")
    dialog.accept()


def test_the_panel_makes_lists_and_checks(panel: BackupsPanel, file: OpenFile) -> None:
    assert not panel.check_button.isEnabled()
    panel.make()
    assert panel.state.text().startswith("Last good backup: today")
    panel.table.select_row(0)
    panel.check()
    assert "it is good" in panel.note.label.text()
    spoil(only_backup(file))
    panel.check()
    assert "is damaged" in panel.note.label.text()
    assert panel.state.text() == "No backup yet"


def test_what_the_folder_refuses_is_told_in_the_panel(panel: BackupsPanel, file: OpenFile) -> None:
    (file.path.parent / "Backups").write_text("a file in the way")
    panel.make()
    assert "no backup was made" in panel.note.label.text()
    assert panel.make_button.isEnabled()


def test_other_places_are_chosen_and_dropped(panel: BackupsPanel, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    panel.use_first(first)
    panel.use_second(second)
    assert str(first) in panel.first.text()
    assert str(second) in panel.second.text()
    panel.stop_second.click()
    assert "no second place" in panel.second.text()
    assert settings.Preferences.read().backup_folder == str(first)
    panel.make()
    assert len(list(first.glob("*.tirek"))) == 1


def test_strangers_in_the_folder_are_shown_as_such(panel: BackupsPanel, file: OpenFile) -> None:
    panel.make()
    (file.path.parent / "Backups" / "foreign.tirek").write_bytes(b"x")
    panel.refresh()
    assert sorted(row.is_own for row in panel.table.rows) == [False, True]
    foreign = next(at for at, row in enumerate(panel.table.rows) if not row.is_own)
    panel.table.select_row(foreign)
    panel.check()
    assert "another file" in panel.note.label.text()


@pytest.mark.parametrize(("from_disk", "told"), [(True, "safe to remove now"), (False, "eject the stick")])
def test_the_stick_is_safe_only_after_it_was_read_back(
    context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_disk: bool, told: str
) -> None:
    read_back = disk.read_back

    def read(path: Path) -> ReadBack:
        return read_back(path)._replace(from_disk=from_disk)

    monkeypatch.setattr(disk, "read_back", read)
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog = StickDialog(context, ())
    qtbot.addWidget(dialog)
    assert not dialog.button.isEnabled()
    dialog.use(stick)
    dialog.copy()
    assert told in dialog.note.label.text()
    assert dialog.note.property("tone") == ("good" if from_disk else "warn")
    assert len(list(stick.glob("*.tirek"))) == 1


def test_a_stick_that_is_pulled_out_is_told(
    context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = StickDialog(context, ())
    qtbot.addWidget(dialog)
    dialog.use(tmp_path / "gone")
    dialog.copy()
    assert "is not there" in dialog.note.label.text()
    assert dialog.button.isEnabled()


def test_a_stick_dialog_stays_while_it_writes(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = StickDialog(context, ())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._wait(writes=True)
    dialog.reject()
    assert dialog.isVisible()
    dialog._wait(writes=False)
    dialog.reject()
    assert not dialog.isVisible()


def test_the_settings_have_a_tab_of_backups(context: Context, qtbot: QtBot) -> None:
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.refresh()
    titles = [screen.tabs.tabText(at) for at in range(screen.tabs.count())]
    assert titles[screen.tabs.indexOf(screen.backups)] == "Backups"
    assert screen.backups.state.text() == "No backup yet"


def test_an_unforeseen_refusal_of_the_check_is_told(
    panel: BackupsPanel, monkeypatch: pytest.MonkeyPatch, file: OpenFile
) -> None:
    panel.make()
    panel.table.select_row(0)

    def refuse(*_arguments: Any) -> None:
        raise AppError(N_("The disk does not answer."))

    monkeypatch.setattr(backups, "check", refuse)
    panel.check()
    assert "does not answer" in panel.note.label.text()
