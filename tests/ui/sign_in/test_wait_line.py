"""After too many wrong tries a line counts down, and what was typed stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.errors import AppError, MustWait
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.common import languages
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.sign_in.screen import SignInScreen
from desktop_app.ui.sign_in.wait_line import WaitLine
from tests import factories


@pytest.fixture
def elapsed(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds since the wait began; the last one counts."""
    told = [0.0]

    def seconds(_line: WaitLine) -> float:
        return told[-1]

    monkeypatch.setattr(WaitLine, "_elapsed", seconds)
    return told


@pytest.fixture
def line(qtbot: QtBot, elapsed: list[float]) -> WaitLine:
    button = Button("", None)
    qtbot.addWidget(button)
    made = WaitLine(button)
    qtbot.addWidget(made)
    made.button_of_test = button  # type: ignore[attr-defined]  # keeps it alive
    return made


def test_it_counts_down_and_gives_the_button_back(line: WaitLine, elapsed: list[float], qtbot: QtBot) -> None:
    assert line.isHidden()
    assert line.takes(MustWait(90))
    assert not line._button.isEnabled()
    for seconds, shown in ((0.0, "1:30"), (29.2, "1:01"), (30.0, "1:00"), (89.5, "0:01")):
        elapsed.append(seconds)
        line._on_tick()
        assert line.text().endswith(f"in {shown}.")
    with qtbot.waitSignal(line.over):
        elapsed.append(90.0)
        line._on_tick()
    assert line.isHidden()
    assert line._button.isEnabled()
    assert not line.waits


def test_other_errors_are_not_its_business(line: WaitLine) -> None:
    assert not line.takes(AppError("x"))
    assert line.isHidden()
    line.stop()


def test_it_speaks_the_language_of_the_screen(line: WaitLine) -> None:
    line.begin(30)
    before = line.text()
    languages.use("kk")
    assert line.isHidden() is False
    languages.use("en")
    assert line.text() == before


def test_the_sign_in_screen_keeps_what_was_typed(
    qtbot: QtBot, background: InlineBackground, tmp_path: Path, elapsed: list[float]
) -> None:
    path = factories.closed_file(tmp_path)
    screen = SignInScreen(background, path)
    qtbot.addWidget(screen)
    screen.login.set_value(factories.LOGIN)
    screen.password.set_value("wrong but long enough")
    for _ in range(5):
        screen.sign_in()
        assert "login or the password" in screen.form.note.label.text()
    screen.sign_in()
    assert screen.wait_line.text().endswith("in 0:30.")
    assert not screen.form.note.isVisibleTo(screen)
    assert (screen.login.value(), screen.password.value()) == (factories.LOGIN, "wrong but long enough")
    assert not screen.button.isEnabled()
    qtbot.keyClick(screen.password, Qt.Key.Key_Return)
    assert screen.wait_line.waits
    elapsed.append(30.0)
    screen.wait_line._on_tick()
    assert screen.button.isEnabled()
    screen.sign_in()
    assert screen.wait_line.waits, "the file itself says how long"


def test_another_file_may_be_tried_at_once(qtbot: QtBot, background: InlineBackground, tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    screen = SignInScreen(background, path)
    qtbot.addWidget(screen)
    screen.wait_line.begin(30)
    screen.show_file(path)
    assert screen.button.isEnabled()
    assert screen.wait_line.isHidden()
