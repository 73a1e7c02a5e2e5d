"""What counts as work, and what the clock then says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import Message
from desktop_app.ui.common.dialogs import tell
from desktop_app.ui.common.fields import ChoiceBox, NoteField, TextField
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn
from desktop_app.ui.idle import IdleWatch, has_slept


class Clock:
    """Two clocks that only move when they are told to."""

    def __init__(self) -> None:
        self.timer = 1_000.0
        self.wall = 1_800_000_000.0

    def wait(self, seconds: float) -> None:
        self.timer += seconds
        self.wall += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(qapp: QApplication, clock: Clock) -> Iterator[IdleWatch]:
    made = IdleWatch(None, clock=lambda: clock.timer, wall=lambda: clock.wall)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def heard(watch: IdleWatch) -> list[str]:
    told: list[str] = []
    watch.left.connect(lambda: told.append("left"))
    watch.quiet.connect(lambda: told.append("quiet"))
    return told


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = (TextField(window), NoteField(window), ChoiceBox(lambda: [("a", "A"), ("b", "B")], window))
    for field in (*fields, EditGrid((GridColumn("name", "Name"), GridColumn("sum", "Sum")), window)):
        column.addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _look_for(watch: IdleWatch, clock: Clock, seconds: int) -> None:
    for _look in range(seconds // 3):
        clock.wait(3)
        watch.look()


def test_it_tells_once_after_the_minutes_that_were_set(watch: IdleWatch, clock: Clock, heard: list[str]) -> None:
    _look_for(watch, clock, 57)
    assert heard == []
    _look_for(watch, clock, 6)
    assert heard == ["quiet"]
    _look_for(watch, clock, 234)
    assert heard == ["quiet"]
    _look_for(watch, clock, 6)
    assert heard == ["quiet", "left"]
    _look_for(watch, clock, 600)
    assert heard == ["quiet", "left"]


@pytest.mark.parametrize("minutes", [1, 5, 30])
def test_an_administrator_sets_the_minutes(watch: IdleWatch, clock: Clock, heard: list[str], minutes: int) -> None:
    watch.set_minutes(minutes)
    _look_for(watch, clock, minutes * 60 - 6)
    assert "left" not in heard
    _look_for(watch, clock, 9)
    assert "left" in heard


def _type(qtbot: QtBot, form: QWidget, kind: type[QWidget], at: int) -> None:
    field = form.findChildren(kind)[0]
    field.setFocus()
    if isinstance(field, ChoiceBox):
        qtbot.keyClick(field, (Qt.Key.Key_Down, Qt.Key.Key_Up)[at % 2])
    else:
        qtbot.keyClick(field, "a")


@pytest.mark.parametrize("kind", [TextField, NoteField, ChoiceBox])
def test_typing_is_work(
    watch: IdleWatch, clock: Clock, heard: list[str], form: QWidget, qtbot: QtBot, kind: type[QWidget]
) -> None:
    for at in range(20):
        _type(qtbot, form, kind, at)
        _look_for(watch, clock, 30)
    assert heard == []


def test_going_through_a_table_is_work(
    watch: IdleWatch, clock: Clock, heard: list[str], form: QWidget, qtbot: QtBot
) -> None:
    view = form.findChildren(EditGrid)[0].view
    view.setFocus()
    for at in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Right if at % 2 else Qt.Key.Key_Left)
        _look_for(watch, clock, 30)
    assert heard == []


def test_typing_in_a_dialog_is_work_but_an_open_dialog_is_not(
    watch: IdleWatch, clock: Clock, heard: list[str], form: QWidget, qtbot: QtBot
) -> None:
    dialog = tell(form, "Cases", Message("Told"))
    field = QLineEdit(dialog)
    dialog.body.addWidget(field)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    for _key in range(20):
        qtbot.keyClick(field, "a")
        _look_for(watch, clock, 30)
    assert heard == []
    _look_for(watch, clock, 303)
    assert heard == ["quiet", "left"]
    dialog.close()


def test_work_in_another_program_is_none(watch: IdleWatch, clock: Clock, heard: list[str], form: QWidget) -> None:
    field = form.findChildren(TextField)[0]
    form.hide()
    for at in range(110):
        field.setText("a" * at)
        _look_for(watch, clock, 3)
    assert heard == ["quiet", "left"]


def test_after_the_unlocking_it_counts_anew(watch: IdleWatch, clock: Clock, heard: list[str]) -> None:
    _look_for(watch, clock, 303)
    watch.stir()
    _look_for(watch, clock, 297)
    assert heard.count("left") == 1
    _look_for(watch, clock, 6)
    assert heard.count("left") == 2


@pytest.mark.parametrize(
    ("by_timer", "by_wall", "slept"),
    [
        (3, 3, False),
        (20, 20, False),
        (3, 3_600, True),
        (3_600, 3_600, True),
        (3, -3_600, False),
        (3, 60, False),
        (3, 70, True),
    ],
    ids=str,
)
def test_sleep_is_told_from_a_slow_computer(by_timer: float, by_wall: float, slept: bool) -> None:
    assert has_slept(by_timer, by_wall) is slept


def test_a_computer_that_slept_locks_at_the_first_look(watch: IdleWatch, clock: Clock, heard: list[str]) -> None:
    _look_for(watch, clock, 6)
    clock.wall += 7_200
    watch.look()
    assert heard == ["left"]
