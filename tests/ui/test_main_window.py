from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.db.vault import Cost
from desktop_app.errors import AppError, Message
from desktop_app.i18n import language
from desktop_app.services import files
from desktop_app.services.files import OpenFile
from desktop_app.settings import Preferences
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common.dialogs import ask, tell
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings.screen import Screen as SettingsScreen
from desktop_app.ui.sign_in.first_start import FirstStart
from desktop_app.ui.sign_in.lock import LockScreen
from desktop_app.ui.sign_in.recovery import RecoveryScreen
from desktop_app.ui.sign_in.screen import SignInScreen
from desktop_app.ui.workspace import Workspace
from tests import factories


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return factories.closed_file(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    sign_in, recover = files.sign_in, files.recover

    def cheap_sign_in(path: Path, login: str, password: str, cost: Cost = factories.CHEAP) -> OpenFile:
        return sign_in(path, login, password, cost)

    def cheap_recover(path: Path, code: str, login: str, password: str) -> OpenFile:
        return recover(path, code, login, password, factories.CHEAP)

    monkeypatch.setattr(files, "sign_in", cheap_sign_in)
    monkeypatch.setattr(files, "recover", cheap_recover)
    made = MainWindow(background, bus)
    qtbot.addWidget(made)
    return made


def _sign_in(window: MainWindow, path: Path, password: str = factories.PASSWORD) -> None:
    window.show_sign_in(path)
    screen = window.shown
    assert isinstance(screen, SignInScreen)
    screen.login.set_value(factories.LOGIN)
    screen.password.set_value(password)
    screen.sign_in()


def _workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    assert window.shown is window.workspace
    return window.workspace


def _settings(window: MainWindow) -> SettingsScreen:
    screen = _workspace(window).page("settings")
    assert isinstance(screen, SettingsScreen)
    return screen


def test_a_place_that_cannot_be_looked_at_is_told_at_the_sign_in(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    window.begin(path)
    assert isinstance(window.shown, SignInScreen)
    _sign_in(window, path)
    assert isinstance(window.shown, SignInScreen)
    assert "too long" in window.shown.form.note.label.text()


def test_without_a_file_it_begins_with_the_first_start(window: MainWindow, tmp_path: Path) -> None:
    window.begin(tmp_path / "none.tirek")
    assert isinstance(window.shown, FirstStart)


def test_signing_in_opens_the_start_page_and_remembers_the_file(window: MainWindow, path: Path) -> None:
    window.begin(path)
    _sign_in(window, path)
    _workspace(window)
    assert Preferences.read().last_file == str(path)
    window.sign_out()


def test_nothing_typed_is_asked_for_beside_the_field(window: MainWindow, path: Path) -> None:
    window.show_sign_in(path)
    screen = window.shown
    assert isinstance(screen, SignInScreen)
    screen.sign_in()
    assert screen.form.field("login").problem
    assert screen.form.field("password").problem


def test_each_reason_why_a_file_does_not_open_has_its_own_sentence(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    said = []
    other = tmp_path / "other.tirek"
    other.write_bytes(b"a letter" * 5000)
    in_use = factories.open_file(tmp_path, "in_use.tirek")
    for file, password in ((path, "wrong password"), (other, "x"), (in_use.path, "x"), (tmp_path / "gone.tirek", "x")):
        _sign_in(window, file, password)
        screen = window.shown
        assert isinstance(screen, SignInScreen)
        said.append(screen.form.note.label.text())
        assert screen.password.value() == password, "nothing typed is lost"
        assert screen.button.isEnabled()
    factories.close_file(in_use)
    assert all(said)
    assert len(set(said)) == len(said)


def test_signing_out_closes_the_file_for_the_next(window: MainWindow, path: Path) -> None:
    _sign_in(window, path)
    window.sign_out()
    assert isinstance(window.shown, SignInScreen)
    _sign_in(window, path)
    _workspace(window)
    window.sign_out()


def test_a_forgotten_password_is_replaced_with_the_recovery_code(window: MainWindow, path: Path) -> None:
    window.show_recovery(path)
    screen = window.shown
    assert isinstance(screen, RecoveryScreen)
    screen.form.set_values(code=factories.CODE, login="aigul", new_password="short", again="short")
    screen.recover()
    assert screen.form.field("new_password").problem
    screen.form.set_values(new_password="another row of five words", again="another row of five words")
    screen.recover()
    screen.later.click()
    _workspace(window)
    window.sign_out()
    _sign_in(window, path, "another row of five words")
    _workspace(window)
    window.sign_out()


def test_a_wrong_recovery_code_is_refused_and_kept(window: MainWindow, path: Path) -> None:
    window.show_recovery(path)
    screen = window.shown
    assert isinstance(screen, RecoveryScreen)
    words = "another row of five words"
    screen.form.set_values(code=files.new_recovery_code(), login="aigul", new_password=words, again=words)
    screen.recover()
    assert screen.form.note.label.text()
    assert screen.form.value("new_password") == words


def test_the_lock_hides_everything_and_gives_it_back_as_it_was(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.show()
    _sign_in(window, path)
    settings = _settings(window)
    settings.centre.form.set_values(**{"name.en": "half typ"})
    dialog = tell(window, "Settings", Message("Cases"))
    window.lock()
    lock = window.shown
    assert isinstance(lock, LockScreen)
    assert not settings.isVisible()
    assert not dialog.isVisible()
    lock.password.set_value("wrong")
    lock.unlock()
    assert lock.form.note.label.text()
    assert window.shown is lock
    lock.password.set_value(factories.PASSWORD)
    lock.unlock()
    assert _workspace(window).isVisible()
    assert dialog.isVisible()
    assert settings.centre.form.value("name.en") == "half typ"
    dialog.close()
    window.sign_out()


def test_a_dialog_that_comes_late_waits_behind_the_lock(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.show()
    _sign_in(window, path)
    window.lock()
    dialog = tell(window, "Settings", Message("Cases"))
    qtbot.waitUntil(lambda: not dialog.isVisible())
    lock = window.shown
    assert isinstance(lock, LockScreen)
    lock.password.set_value(factories.PASSWORD)
    lock.unlock()
    assert dialog.isVisible()
    dialog.close()
    window.sign_out()


def test_signing_out_from_the_lock_still_asks_before_losing(
    window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show()
    _sign_in(window, path)
    # A page whose typing is kept as no draft.
    monkeypatch.setattr(_settings(window), "unsaved", lambda: True)
    window.lock()
    lock = window.shown
    assert isinstance(lock, LockScreen)
    lock.sign_out_requested.emit()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].accept()
    assert isinstance(window.shown, SignInScreen)


def test_f1_lists_the_keys(window: MainWindow, path: Path) -> None:
    window.show()
    _sign_in(window, path)
    dialog = _workspace(window).show_keys()
    texts = {label.text() for label in dialog.findChildren(PlainLabel)}
    assert {"Ctrl+K", "F12", "New case"} <= texts
    dialog.close()
    window.sign_out()


def test_behind_the_lock_no_shortcut_reaches_the_pages(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.show()
    _sign_in(window, path)
    window.lock()
    lock = window.shown
    qtbot.keySequence(window, "Ctrl+8")
    qtbot.keySequence(window, "Ctrl+K")
    assert window.shown is lock
    window.lock()
    assert window.shown is lock
    window.sign_out()


def test_the_language_changes_at_once_and_keeps_what_is_typed(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    _sign_in(window, path)
    settings = _settings(window)
    settings.centre.form.set_values(**{"name.en": "half typ"})
    workspace = _workspace(window)
    workspace.bar.languages.press("ru")
    assert language() == "ru"
    assert settings.title.text() == "Настройки"
    assert settings.centre.form.value("name.en") == "half typ"
    assert Preferences.read().language == "ru"
    window.sign_out()


def test_leaving_asks_when_something_typed_would_be_lost(window: MainWindow, path: Path) -> None:
    _sign_in(window, path)
    _settings(window).centre.form.set_values(**{"name.en": "half typ"})
    _workspace(window).sign_out_requested.emit()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 1
    dialogs[0].reject()
    _workspace(window)
    _workspace(window).sign_out_requested.emit()
    window.findChildren(QDialog)[-1].accept()
    assert isinstance(window.shown, SignInScreen)


def test_closing_the_window_closes_the_file(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.show()
    _sign_in(window, path)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    factories.close_file(factories.sign_in(path))


def test_a_file_that_cannot_be_closed_cleanly_is_said_before_the_window_goes(
    window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: OpenFile, _typed: object) -> None:
        factories.close_file(file)
        raise AppError("The disk is full.")

    window.show()
    _sign_in(window, path)
    monkeypatch.setattr("desktop_app.ui.sign_in.lock_calls.close", fail)
    window.close()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    assert window.isVisible()
    dialogs[0].accept()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_title_says_nothing_of_what_is_on_screen(window: MainWindow, path: Path) -> None:
    _sign_in(window, path)
    assert window.windowTitle() == "Tirek"
    window.sign_out()


def test_the_first_paint_is_told_once(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.begin(path)
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted):
        window.repaint()


def test_the_lock_key_is_heard_in_an_open_dialog(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.show()
    _sign_in(window, path)
    dialog = tell(_workspace(window), "Lock", Message("Told"))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F12)
    assert isinstance(window.lock_screen, LockScreen)
    assert not dialog.isVisible()


def test_a_page_takes_the_focus_when_it_is_shown(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.show()
    _sign_in(window, path)
    workspace = _workspace(window)
    for number in range(7):
        screen = workspace.show_page(number)
        focused = window.focusWidget()
        assert focused is not None
        assert screen.isAncestorOf(focused), number


def test_enter_never_throws_away_what_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    lost: list[bool] = []
    dialog = ask(window, "Not everything is saved", Message("Told"), "Leave", lambda: lost.append(True), loses=True)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert not lost
