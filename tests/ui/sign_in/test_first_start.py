from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.db.vault import Cost
from desktop_app.i18n import language
from desktop_app.services import files
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.common import languages
from desktop_app.ui.sign_in.first_start import FirstStart
from tests import factories


@pytest.fixture
def start(qtbot: QtBot, background: InlineBackground, monkeypatch: pytest.MonkeyPatch) -> FirstStart:
    create = files.create_file

    def cheaply(path: Path, new: object, code: str, sheets: tuple[str, ...] = ()) -> OpenFile:
        return create(path, new, code, factories.CHEAP, sheets)  # type: ignore[arg-type]  # handed through as it came

    monkeypatch.setattr(files, "create_file", cheaply)
    screen = FirstStart(background)
    qtbot.addWidget(screen)
    return screen


def _to_the_code(start: FirstStart, path: Path) -> None:
    start.go_on()
    start.centre_step.set_values(**{"name.kk": "Орталық", "name.ru": "Центр"})
    start.go_on()
    start.user_step.set_values(
        full_name="Айгүл Оспанова", login="aigul", password=factories.PASSWORD, again=factories.PASSWORD
    )
    start.go_on()
    start.place_step.set_values(path=str(path))
    start.go_on()


def test_it_leads_to_a_file_that_opens_with_password_and_with_code(start: FirstStart, tmp_path: Path) -> None:
    opened: list[OpenFile] = []
    start.opened.connect(opened.append)
    path = tmp_path / "centre.tirek"
    _to_the_code(start, path)
    code = start.code_step.code
    assert files.check_recovery_code(code)
    start.go_on()
    assert not path.exists(), "nothing is written before the code was typed back"
    start.type_back_step.typed.set_value(f" {code.lower().replace('-', ' ')} ")
    start.go_on()
    assert not path.exists(), "sheets are offered first"
    start.go_on()
    assert opened[0].staff.full_name == "Айгүл Оспанова"
    files.close(opened[0])
    files.close(factories.sign_in(path))
    cost = Cost(memory=64, passes=1, lanes=1)
    files.close(files.recover(path, code, "aigul", "another row of five words", cost))


def test_a_wrong_code_makes_nothing_and_stays(start: FirstStart, tmp_path: Path) -> None:
    path = tmp_path / "centre.tirek"
    _to_the_code(start, path)
    start.go_on()
    start.type_back_step.typed.set_value("AAAA-BBBB")
    start.go_on()
    assert start.step == 5
    assert start.type_back_step.field("code").problem
    assert not path.exists()


def test_each_step_says_what_is_missing_beside_its_field(start: FirstStart, tmp_path: Path) -> None:
    start.go_on()
    start.centre_step.set_values(bin="123456789012")
    start.go_on()
    assert start.step == 1
    assert start.centre_step.field("name.kk").problem
    assert start.centre_step.field("bin").problem
    start.centre_step.set_values(**{"name.en": "Centre", "bin": ""})
    start.go_on()
    start.user_step.set_values(full_name="", login="", password="short", again="other")
    start.go_on()
    assert start.step == 2
    assert start.user_step.field("again").problem
    start.user_step.set_values(again="short")
    start.go_on()
    assert start.step == 2
    assert all(start.user_step.field(name).problem for name in ("full_name", "login", "password"))


def test_a_file_that_exists_is_never_overwritten(start: FirstStart, tmp_path: Path) -> None:
    path = tmp_path / "centre.tirek"
    path.write_bytes(b"something else")
    _to_the_code(start, path)
    assert start.step == 3
    assert "already there" in start.place_step.note.label.text()
    assert path.read_bytes() == b"something else"


def test_going_back_and_changing_the_language_keeps_what_was_typed(start: FirstStart, tmp_path: Path) -> None:
    _to_the_code(start, tmp_path / "centre.tirek")
    code = start.code_step.code
    for _step in range(4):
        start.go_back()
    assert start.step == 0
    start.language_step.buttons["ru"].click()
    assert language() == "ru"
    assert start.step == 1
    assert start.centre_step.value("name.kk") == "Орталық"
    for _step in range(3):
        start.go_on()
    assert start.code_step.code == code, "the code on the paper stays valid"


def test_the_chosen_language_becomes_that_of_the_centre(start: FirstStart) -> None:
    languages.use("ru")
    assert start.new_file().language == "ru"


def test_a_place_without_suffix_gets_it_and_a_relative_one_is_refused(start: FirstStart, tmp_path: Path) -> None:
    start.place_step.set_values(path=str(tmp_path / "centre"))
    assert start.place_step.path() == tmp_path / "centre.tirek"
    start.place_step.set_values(path="centre")
    assert start.place_step.problems_here()


def test_a_folder_lost_after_the_code_is_said_and_the_code_kept(start: FirstStart, tmp_path: Path) -> None:
    _to_the_code(start, tmp_path / "place" / "centre.tirek")
    start.go_on()
    (tmp_path / "place").rmdir()
    (tmp_path / "place").write_text("not a folder", "utf-8")
    code = start.code_step.code
    start.type_back_step.typed.set_value(code)
    start.go_on()
    start.go_on()
    assert start.step == 6
    assert "centre.tirek" in start.sheets_step.note.label.text()
    assert start.code_step.code == code


def test_the_languages_keep_their_own_names_when_the_language_changes(start: FirstStart) -> None:
    languages.use("ru")
    assert {code: button.text() for code, button in start.language_step.buttons.items()} == languages.OWN_NAMES


def test_tab_follows_the_form(start: FirstStart) -> None:
    entries = [start.user_step.field(name).entry for name in ("full_name", "login", "password", "again")]
    chain = [entries[0]]
    while len(chain) < 40:
        chain.append(chain[-1].nextInFocusChain())
    assert [widget for widget in chain if widget in entries][:4] == entries


def test_enter_in_a_field_and_on_a_button_goes_on(start: FirstStart, qtbot: QtBot) -> None:
    start.show()
    start.go_on()
    start.centre_step.set_values(**{"name.kk": "Орталық"})
    entry = start.centre_step.field("name.kk").entry
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert start.step == 2
    qtbot.keyClick(start.back, Qt.Key.Key_Return)
    assert start.step == 1


def test_a_named_file_is_proposed(qtbot: QtBot, background: InlineBackground, tmp_path: Path) -> None:
    screen = FirstStart(background, path=tmp_path / "named.tirek")
    qtbot.addWidget(screen)
    assert screen.place_step.path() == tmp_path / "named.tirek"


def test_a_place_that_takes_no_file_is_refused_before_the_code(start: FirstStart, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    _to_the_code(start, tmp_path / "a file" / "centre.tirek")
    assert start.step == 3
    assert "centre.tirek" in start.place_step.note.label.text()
    start.go_back()
    start.go_on()
    assert not start.place_step.note.isVisibleTo(start.place_step)


def _to_the_sheets(start: FirstStart, path: Path) -> None:
    _to_the_code(start, path)
    start.go_on()
    start.type_back_step.typed.set_value(start.code_step.code)
    start.go_on()


def test_the_three_sheets_are_offered_and_written_down_one_after_the_other(start: FirstStart, tmp_path: Path) -> None:
    opened: list[OpenFile] = []
    start.opened.connect(opened.append)
    path = tmp_path / "centre.tirek"
    _to_the_sheets(start, path)
    assert (start.step, start.next.text()) == (6, "Make the file and sign in")
    start.sheets_step.wanted.setChecked(True)
    assert start.next.text() == "Next"
    start.go_on()
    sheets, papers = start.sheets_step.sheets, start.sheets_step.papers
    for number, sheet in enumerate(sheets, start=1):
        assert sheet.replace("-", "") in papers._code.text().replace("-", "").replace("\n", "")
        start.go_on()
        assert papers.is_typing
        assert papers._code.text() == "", "it is gone from the screen while it is typed back"
        papers.typed.set_value("AAAAA BBBBB")
        start.go_on()
        assert papers.form.field("typed").problem
        papers.typed.set_value(papers.paper.asked().lower())
        assert start.next.text() == ("Make the file and sign in" if number == 3 else "Next")
        assert not path.exists()
        start.go_on()
    files.close(opened[0])
    words = "another row of five words"
    files.close(files.recover_with_sheets(path, (sheets[2], sheets[0]), "aigul", words, factories.CHEAP))


def test_going_back_from_the_sheets_forgets_them(start: FirstStart, tmp_path: Path) -> None:
    _to_the_sheets(start, tmp_path / "centre.tirek")
    start.sheets_step.wanted.setChecked(True)
    start.go_on()
    before = start.sheets_step.sheets
    start.go_on()
    start.go_back()
    assert not start.sheets_step.papers.is_typing
    start.go_back()
    assert start.sheets_step.is_offer
    assert start.sheets_step.sheets == ()
    start.go_on()
    assert start.sheets_step.sheets != before
    start.go_back()
    start.go_back()
    assert start.step == 5


def test_a_phrase_is_proposed_and_typed_again(start: FirstStart) -> None:
    start.user_step.phrase.link.click()
    phrase = start.user_step.password.value()
    assert len(phrase.split(" ")) == 6
    assert start.user_step.password.echoMode() == start.user_step.password.EchoMode.Normal
    assert start.user_step.again.value() == ""
    assert start.user_step.phrase.phrase.text() == phrase, "it stands there in full, to be written down"
    start.user_step.password.set_value("something else")
    assert start.user_step.phrase.phrase.isHidden()
    assert start.user_step.problems_here()
    start.user_step.phrase.link.click()
    assert start.user_step.password.value() != phrase
