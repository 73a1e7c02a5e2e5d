"""What is seen and what can be reached from the moment the window is locked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.domain.file_settings import FileSettings
from desktop_app.errors import AppError
from desktop_app.services import files, settings_of_file
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.details_tab import DetailsTab
from desktop_app.ui.cases.wage_editor import WageEditor
from desktop_app.ui.clipboard import ClipboardWatch
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.idle import IdleWatch
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages import PAGES
from desktop_app.ui.sign_in import lock_calls
from tests import factories
from tests.ui.cases.crew import log_case
from tests.ui.floating import FLOATING, dialog_classes, seen, stand_in
from tests.ui.forms_to_type_in import FORMS


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile) -> MainWindow:
    made = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(made)
    made.show()
    made.enter(file)
    return made


def unlock(window: MainWindow, password: str = factories.PASSWORD) -> None:
    lock = window.lock_screen
    assert lock is not None
    lock.password.set_value(password)
    lock.unlock()


def test_a_tool_tip_goes_too(window: MainWindow) -> None:
    QToolTip.showText(window.mapToGlobal(window.rect().center()), "Nodira", window)
    window.lock()
    assert seen(window) == []


def test_the_cursor_is_back_where_it_was(window: MainWindow, file: OpenFile) -> None:
    log_case(file)
    FORMS["case:1:details"](window.workspace)
    field = window.workspace.findChild(DetailsTab).form.field("note").entry
    field.setFocus()
    window.lock()
    unlock(window)
    assert window.focusWidget() is field


def test_of_a_cell_that_was_typed_into_the_table_has_the_cursor(window: MainWindow, file: OpenFile) -> None:
    log_case(file)
    FORMS["case:1:wages:2"](window.workspace)
    view = window.workspace.findChild(WageEditor).months.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    view.edit(view.currentIndex())
    assert window.focusWidget() is not view
    window.lock()
    unlock(window)
    assert window.focusWidget() is view


def test_the_screens_ask_for_nothing_and_hear_nothing_while_the_file_rests(
    window: MainWindow, background: InlineBackground, qtbot: QtBot
) -> None:
    heard: list[str] = []
    window.lock()
    assert background.holds
    background.run(lambda: heard.append("called"), owner=window)
    assert heard == []
    unlock(window, "wrong")
    assert background.holds
    unlock(window)
    assert not background.holds
    assert heard == ["called"]


def test_nothing_that_waited_is_done_in_the_name_of_the_next_person(
    window: MainWindow, background: InlineBackground
) -> None:
    heard: list[str] = []
    window.lock()
    background.run(lambda: heard.append("called"), owner=window)
    window.sign_out()
    assert not background.holds
    assert heard == []


@pytest.fixture
def clock(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock of the idle time of the window, in seconds."""
    now = [1_000.0]
    watch = window.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    monkeypatch.setattr(watch, "_clock", lambda: now[0])
    watch.start()
    return now


def leave(window: MainWindow, clock: list[float], seconds: int = 303) -> None:
    """Let time pass in which nobody does anything."""
    watch = window.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    for _look in range(seconds // 3):
        clock[0] += 3
        watch.look()


@pytest.mark.parametrize("name", FLOATING)
def test_idleness_leaves_nothing_on_screen_whatever_floated_above_it(
    name: str, window: MainWindow, clock: list[float], qtbot: QtBot
) -> None:
    floating = FLOATING[name](window)
    qtbot.waitUntil(floating.isVisible)
    leave(window, clock)
    assert seen(window) == []
    unlock(window)
    assert window.lock_screen is None
    while isinstance(floating, QDialog):
        assert floating.isVisible() != isinstance(floating, QFileDialog), "what was open is given back"
        above = floating.parent()
        floating.close()
        floating = above


@pytest.mark.parametrize("name", FORMS)
def test_idleness_locks_a_form_that_is_being_typed_into(
    name: str, window: MainWindow, clock: list[float], file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-11-21")
    log_case(file)
    assert window.workspace is not None
    FORMS[name](window.workspace)
    leave(window, clock)
    assert seen(window) == []


@pytest.mark.parametrize("folder", [page.folder for page in PAGES])
def test_idleness_locks_every_page(folder: str, window: MainWindow, clock: list[float]) -> None:
    assert window.workspace is not None
    window.workspace.page(folder)
    leave(window, clock)
    assert seen(window) == []


@pytest.mark.parametrize("kind", dialog_classes(), ids=lambda kind: kind.__qualname__)
def test_no_dialog_keeps_itself_on_screen(kind: type[Dialog], window: MainWindow, clock: list[float]) -> None:
    assert not {"hide", "setVisible", "hideEvent", "exec", "event"} & set(vars(kind)), "the lock hides every dialog"
    dialog = stand_in(kind, window)
    leave(window, clock)
    assert not dialog.isVisible()
    assert seen(window) == []
    unlock(window)
    assert dialog.isVisible()
    QDialog.done(dialog, 0)


def test_the_minutes_are_those_of_the_file(window: MainWindow, clock: list[float], file: OpenFile, bus: Bus) -> None:
    bus.data_changed.emit(settings_of_file.save(file, FileSettings(idle_minutes=2)).kinds)
    leave(window, clock, 117)
    assert window.lock_screen is None
    leave(window, clock, 6)
    assert window.lock_screen is not None


def test_after_the_unlocking_the_minutes_begin_anew(window: MainWindow, clock: list[float]) -> None:
    leave(window, clock)
    clock[0] += 86_400
    unlock(window)
    leave(window, clock, 297)
    assert window.lock_screen is None
    leave(window, clock, 6)
    assert window.lock_screen is not None


def test_a_quiet_minute_folds_the_journal(window: MainWindow, clock: list[float], file: OpenFile) -> None:
    journal = file.path.with_name(file.path.name + "-wal")
    log_case(file)
    assert journal.stat().st_size
    leave(window, clock, 63)
    assert journal.stat().st_size == 0
    assert window.lock_screen is None


def test_the_lock_leaves_the_file_without_a_journal_and_without_its_key(window: MainWindow, file: OpenFile) -> None:
    log_case(file)
    window.lock()
    assert file.db.rests
    assert not file.path.with_name(file.path.name + "-wal").exists()
    with pytest.raises(AppError), file.db.read():
        pass
    unlock(window, "wrong")
    assert file.db.rests
    unlock(window)
    assert not file.db.rests


def test_a_file_that_could_not_rest_still_opens_for_one_password_only(
    window: MainWindow, file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: OpenFile) -> None:
        raise AppError("The disk is full.")

    monkeypatch.setattr(files, "rest", full)
    window.lock()
    lock = window.lock_screen
    assert lock is not None
    assert "full" in lock.form.note.label.text()
    assert not file.db.rests
    unlock(window, "wrong")
    assert window.lock_screen is lock
    unlock(window)
    assert window.lock_screen is None


def test_too_many_wrong_passwords_wait_at_the_lock_too(window: MainWindow) -> None:
    window.lock()
    lock = window.lock_screen
    assert lock is not None
    for _try in range(6):
        unlock(window, "wrong")
    assert lock.wait_line.waits
    assert not lock.button.isEnabled()
    unlock(window)
    assert window.lock_screen is lock


def test_the_end_of_the_session_finds_the_window_locked_and_the_file_at_rest(
    window: MainWindow, file: OpenFile
) -> None:
    window.rest()
    assert window.lock_screen is not None
    assert file.db.rests


def test_leaving_while_it_is_locked_closes_the_file(window: MainWindow, file: OpenFile, qtbot: QtBot) -> None:
    window.lock()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    factories.close_file(factories.sign_in(file.path))


@pytest.mark.parametrize("leaving", ["lock", "sign_out", "close"])
def test_nothing_stays_in_the_clipboard(
    leaving: str, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = window.findChild(ClipboardWatch)
    monkeypatch.setattr(watch, "_owns", lambda mode: mode == QClipboard.Mode.Clipboard)
    assert window.workspace is not None
    search = window.workspace.bar.search
    search.setText("Нодира Юсупова")
    search.selectAll()
    search.copy()
    assert QGuiApplication.clipboard().text() == "Нодира Юсупова"
    getattr(window, leaving)()
    assert QGuiApplication.clipboard().text() == ""
    qtbot.waitUntil(lambda: leaving != "close" or not window.isVisible())


def test_what_keeps_the_file_from_closing_is_said_over_the_lock(
    window: MainWindow, file: OpenFile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: OpenFile, _typed: object) -> None:
        factories.close_file(file)
        raise AppError("The disk is full.")

    monkeypatch.setattr(lock_calls, "close", fail)
    window.lock()
    window.close()
    (dialog,) = window.findChildren(QDialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and not dialog.property("waitsBehindLock"))
    dialog.accept()
    qtbot.waitUntil(lambda: not window.isVisible())
