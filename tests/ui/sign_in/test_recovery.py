"""The three ways back, each explained and led to its end, by keyboard too."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.errors import CannotOpen
from desktop_app.services import files, keys
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.sign_in.recovery import RecoveryScreen
from tests import factories
from tests.factories import CHEAP, CODE, LOGIN

WORDS = "another row of five words"
RECOVER, RECOVER_WITH_SHEETS = files.recover, files.recover_with_sheets


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return factories.closed_file(tmp_path)


@pytest.fixture
def screen(qtbot: QtBot, background: InlineBackground, path: Path, monkeypatch: pytest.MonkeyPatch) -> RecoveryScreen:
    for name in ("recover", "recover_with_sheets"):
        monkeypatch.setattr(files, name, partial(getattr(files, name), cost=CHEAP))
    made = RecoveryScreen(background, path)
    qtbot.addWidget(made)
    made.show()
    return made


def _opened(screen: RecoveryScreen) -> list[OpenFile]:
    opened: list[OpenFile] = []
    screen.opened.connect(opened.append)
    return opened


def _write_down(screen: RecoveryScreen) -> None:
    """Type everything back that is asked for."""
    for _ in screen.papers.papers:
        screen.button.click()
        screen.papers.typed.set_value(screen.papers.paper.asked())
        screen.button.click()


def _type_code(screen: RecoveryScreen, code: str = CODE) -> None:
    screen.form.set_values(code=code, login=LOGIN, new_password=WORDS, again=WORDS)
    screen.button.click()


def test_by_the_code_a_new_code_is_written_down_and_counts(screen: RecoveryScreen, path: Path) -> None:
    opened = _opened(screen)
    _type_code(screen)
    assert not opened
    fresh = screen.papers.paper.code
    _write_down(screen)
    assert opened[0].staff.login == LOGIN
    files.close(opened[0])
    with pytest.raises(CannotOpen):
        RECOVER(path, CODE, LOGIN, WORDS, CHEAP)
    files.close(RECOVER(path, fresh, LOGIN, WORDS, CHEAP))


def test_by_two_sheets_new_sheets_are_written_down_and_count(screen: RecoveryScreen, path: Path) -> None:
    file = factories.sign_in(path)
    sheets = keys.new_sheets()
    keys.make_sheets(file, sheets)
    files.close(file)
    opened = _opened(screen)
    screen.ways["sheets"].click()
    assert not screen.form.field("code").isVisibleTo(screen)
    screen.form.set_values(first_sheet=sheets[2], second_sheet=sheets[0], login=LOGIN, new_password=WORDS, again=WORDS)
    screen.button.click()
    fresh = tuple(paper.code for paper in screen.papers.papers)
    assert len(fresh) == 3
    _write_down(screen)
    files.close(opened[0])
    with pytest.raises(CannotOpen):
        RECOVER_WITH_SHEETS(path, sheets[:2], LOGIN, WORDS, CHEAP)
    files.close(RECOVER_WITH_SHEETS(path, fresh[1:], LOGIN, WORDS, CHEAP))


def test_who_writes_it_down_later_keeps_the_old_code(screen: RecoveryScreen, path: Path) -> None:
    opened = _opened(screen)
    _type_code(screen)
    screen.later.click()
    assert keys.recovery(opened[0]).code.used_on is not None
    files.close(opened[0])
    files.close(RECOVER(path, CODE, LOGIN, WORDS, CHEAP))


def test_the_first_way_needs_no_paper(screen: RecoveryScreen) -> None:
    screen.ways["help"].click()
    assert not screen.form.isVisibleTo(screen)
    assert not screen.button.isVisibleTo(screen)
    assert "administrator" in screen._about.text()


def test_what_was_typed_stays_when_the_way_is_changed(screen: RecoveryScreen) -> None:
    screen.form.set_values(code="half a co", login=LOGIN)
    for way in ("help", "sheets", "code"):
        screen.ways[way].click()
    assert (screen.form.value("code"), screen.form.value("login")) == ("half a co", LOGIN)


@pytest.mark.parametrize(
    ("way", "typed", "fields"),
    [
        ("code", {}, {"code", "login"}),
        ("code", {"code": CODE, "login": LOGIN, "new_password": WORDS}, {"again"}),
        ("code", {"code": CODE, "login": LOGIN, "new_password": "short", "again": "short"}, {"new_password"}),
        ("sheets", {}, {"first_sheet", "second_sheet", "login"}),
        (
            "sheets",
            {"first_sheet": "x", "second_sheet": "y", "login": LOGIN, "new_password": WORDS, "again": WORDS},
            {"first_sheet", "second_sheet"},
        ),
    ],
    ids=["nothing", "once", "weak", "no sheets", "slips"],
)
def test_each_slip_stands_beside_its_field(
    screen: RecoveryScreen, way: str, typed: dict[str, str], fields: set[str]
) -> None:
    screen.ways[way].click()
    screen.form.set_values(**typed)
    screen.recover()
    names = ("code", "first_sheet", "second_sheet", "login", "new_password", "again")
    assert {name for name in names if screen.form.field(name).problem} == fields


def test_a_wrong_code_is_said_and_after_many_one_waits(screen: RecoveryScreen) -> None:
    for _ in range(5):
        _type_code(screen, files.new_recovery_code())
        assert "not the recovery code" in screen.form.note.label.text()
    _type_code(screen, CODE)
    assert screen.wait_line.waits
    assert screen.form.value("code") == CODE


def test_it_can_be_done_by_keys_alone(screen: RecoveryScreen, qtbot: QtBot) -> None:
    opened = _opened(screen)
    screen.form.set_values(code=CODE, login=LOGIN, new_password=WORDS, again=WORDS)
    again = screen.form.field("again").entry
    qtbot.keyClick(again, Qt.Key.Key_Return)
    qtbot.keyClick(screen.button, Qt.Key.Key_Return)
    assert screen.papers.is_typing
    screen.papers.typed.set_value(screen.papers.paper.asked())
    qtbot.keyClick(screen.papers.typed, Qt.Key.Key_Return)
    files.close(opened[0])


def test_closing_the_window_over_the_papers_closes_the_file(screen: RecoveryScreen, path: Path) -> None:
    _type_code(screen)
    screen._close_file()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    files.close(factories.sign_in(path, password=WORDS))
