"""The restore dialog: nothing is replaced before somebody has looked inside and said yes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.db.vault import Cost
from desktop_app.i18n import set_language
from desktop_app.services import backups, files
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.backups.restore_dialog import RestoreDialog
from desktop_app.ui.backups.salvage_report import SalvageReport
from desktop_app.ui.common import languages
from desktop_app.ui.sign_in.first_start import FirstStart
from desktop_app.ui.sign_in.screen import SignInScreen
from tests import factories
from tests.services.exchanged import changed_file, name_in


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return changed_file(tmp_path)


@pytest.fixture
def dialog(live: Path, background: InlineBackground, qtbot: QtBot) -> RestoreDialog:
    made = RestoreDialog(background, live)
    qtbot.addWidget(made)
    made.show()
    return made


def typed(dialog: RestoreDialog, password: str = factories.PASSWORD) -> RestoreDialog:
    dialog.login.set_value(factories.LOGIN)
    dialog.password.setText(password)
    return dialog


def test_the_newest_backup_of_the_usual_folder_is_offered(dialog: RestoreDialog) -> None:
    assert len(dialog.table.rows) == 1
    assert dialog.table.current() is not None
    assert dialog.look_button.isEnabled()
    assert not dialog.put_button.isEnabled()


def test_looking_inside_says_what_is_there_and_changes_nothing(dialog: RestoreDialog, live: Path) -> None:
    before = live.read_bytes()
    typed(dialog).look()
    told = dialog.found.label.text()
    assert "Then: cases 0, people 0, letters 0." in told
    assert "No case, person or letter of the file in use is missing" in told
    assert dialog.put_button.isEnabled()
    assert live.read_bytes() == before


def test_without_login_or_password_nothing_is_opened(dialog: RestoreDialog) -> None:
    dialog.look()
    assert dialog.form.field("login").problem
    assert dialog.form.field("password").problem


def test_a_wrong_password_is_told_and_nothing_can_be_put_in_place(dialog: RestoreDialog) -> None:
    typed(dialog, "not the password").look()
    assert "does not open this backup" in dialog.found.label.text()
    assert not dialog.put_button.isEnabled()


def test_another_choice_must_be_looked_into_again(dialog: RestoreDialog) -> None:
    typed(dialog).look()
    dialog.login.set_value("dina")
    assert not dialog.put_button.isEnabled()
    assert dialog.found.isHidden()


def test_it_is_put_in_place_after_a_question_that_enter_cancels(
    dialog: RestoreDialog, live: Path, qtbot: QtBot
) -> None:
    typed(dialog).look()
    question = dialog.ask_to_put()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert name_in(live) == "Now"
    question = dialog.ask_to_put()
    with qtbot.waitSignal(dialog.restored) as restored:
        question.accept()
    assert restored.args == [live]
    assert name_in(live) == "Then"
    (aside,) = live.parent.glob("centre before restore *.tirek")
    assert name_in(aside) == "Now"
    assert aside.name in dialog.found.label.text().replace("\u200b", "")
    assert dialog.password.value() == ""


def test_a_damaged_backup_is_refused(dialog: RestoreDialog, live: Path) -> None:
    row = dialog.table.current()
    assert row is not None
    with backups.path_of(row).open("r+b") as worn:
        worn.seek(9000)
        worn.write(b"worn out")
    typed(dialog).look()
    assert "has damaged it" in dialog.found.label.text()
    assert not dialog.put_button.isEnabled()


def test_a_single_file_can_be_chosen(dialog: RestoreDialog, live: Path) -> None:
    other = live.parent / "stick"
    other.mkdir()
    row = dialog.table.current()
    assert row is not None
    copy = other / "by hand.tirek"
    copy.write_bytes(backups.path_of(row).read_bytes())
    dialog.show_file(copy)
    assert [backups.path_of(each) for each in dialog.table.rows] == [copy]
    typed(dialog).look()
    assert dialog.put_button.isEnabled()


def test_an_empty_folder_says_what_to_do(dialog: RestoreDialog, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    dialog.show_folder(tmp_path / "empty")
    assert not dialog.look_button.isEnabled()


def test_what_was_found_follows_the_language(dialog: RestoreDialog) -> None:
    typed(dialog).look()
    languages.use("ru")
    assert "Тогда" in dialog.found.label.text()
    set_language("en")


def test_the_sign_in_screen_leads_there_and_back(
    live: Path, background: InlineBackground, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in = files.sign_in

    def cheap(path: Path, login: str, password: str, _cost: Cost | None = None) -> files.OpenFile:
        return sign_in(path, login, password, factories.CHEAP)

    monkeypatch.setattr(files, "sign_in", cheap)
    live.unlink()
    screen = SignInScreen(background, live)
    qtbot.addWidget(screen)
    screen.login.set_value(factories.LOGIN)
    dialog = screen.restore()
    assert dialog.login.value() == factories.LOGIN
    typed(dialog).look()
    assert "nothing is replaced" in dialog.found.label.text()
    dialog.put()
    dialog.reject()
    screen.password.setText(factories.PASSWORD)
    with qtbot.waitSignal(screen.opened) as opened:
        screen.sign_in()
    files.close(opened.args[0])


def test_what_is_readable_of_a_damaged_file_is_saved_after_a_question(dialog: RestoreDialog, live: Path) -> None:
    with live.open("r+b") as damaged:
        damaged.seek(3000)
        damaged.write(b"damage")
    assert dialog.ask_to_salvage() is None
    question = typed(dialog).ask_to_salvage()
    assert question is not None
    question.accept()
    (report,) = dialog.findChildren(SalvageReport)
    assert "Nothing that the program keeps was lost." in report.report.text()
    assert name_in(live) == "Now"
    assert "The former file is now" in dialog.found.label.text()
    report.accept()


def test_a_file_that_cannot_be_saved_is_told(dialog: RestoreDialog, live: Path) -> None:
    live.unlink()
    typed(dialog).salvage()
    assert "does not exist" in dialog.found.label.text()


def test_the_first_start_offers_a_backup_too(background: InlineBackground, qtbot: QtBot, tmp_path: Path) -> None:
    screen = FirstStart(background, path=tmp_path / "centre.tirek")
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.restore_requested) as asked:
        screen.language_step.restore_requested.emit()
    assert asked.args == [tmp_path / "centre.tirek"]
