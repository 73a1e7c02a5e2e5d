"""Hidden names: what is marked as personal is nowhere on screen, nor told to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.common import blur, screen_capture
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.fields import NoteField, TextField
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn, GridRow
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.table import Column, Table

NAME = "Нодира Юсупова"


@dataclass(frozen=True)
class Row:
    name: str
    number: str


@pytest.fixture(autouse=True)
def _shown_again() -> Iterator[None]:
    yield
    blur.hide_names(False)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    window.resize(500, 300)
    window.show()


def test_a_label_hides_its_name_and_shows_it_again(window: QWidget) -> None:
    label = PlainLabel(parent=window)
    put(window, label)
    label.show_name(NAME)
    assert label.text() == NAME
    blur.hide_names(True)
    assert label.text() == blur.COVER
    label.show_name("Another")
    assert label.text() == blur.COVER
    label.show_text("No name")
    assert label.text() == "No name"
    label.show_name(NAME)
    blur.hide_names(False)
    assert label.text() == NAME


def test_a_link_tells_no_name_in_its_tip_either(window: QWidget) -> None:
    link = LinkButton("Employer", window)
    put(window, link)
    link.show_name(NAME)
    blur.hide_names(True)
    assert NAME not in (link.text(), link.toolTip(), link.accessibleName())
    blur.hide_names(False)
    assert link.accessibleName() == NAME


def test_a_field_shows_what_it_holds_only_to_who_types(window: QWidget, qtbot: QtBot) -> None:
    field, other = TextField(window, personal=True), TextField(window)
    put(window, field)
    put(window, other)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.set_value(NAME)
    blur.hide_names(True)
    other.setFocus()
    assert NAME not in field.displayText()
    assert field.value() == NAME
    field.setFocus()
    assert NAME not in field.displayText(), "a page that puts the cursor there shows nothing"
    qtbot.keyClick(field, Qt.Key.Key_End)
    assert field.displayText() == NAME
    other.setFocus()
    assert NAME not in field.displayText()
    blur.hide_names(False)
    assert field.echoMode() == QLineEdit.EchoMode.Normal


def test_a_note_is_drawn_as_dots(window: QWidget, qtbot: QtBot) -> None:
    field, other = NoteField(window, personal=True), TextField(window)
    put(window, field)
    put(window, other)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.set_value(NAME)
    other.setFocus()
    before = field.grab().toImage()
    blur.hide_names(True)
    assert field.covered
    assert field.grab().toImage() != before
    field.set_value("A much longer note about somebody else altogether")
    covered = field.grab().toImage()
    field.set_value(NAME)
    assert field.grab().toImage() == covered, "not even the length shows"
    field.setFocus()
    assert field.covered
    qtbot.keyClick(field, Qt.Key.Key_End)
    assert not field.covered
    other.setFocus()
    assert field.covered


def _table(window: QWidget) -> Table[Row]:
    columns = (
        Column[Row]("Name", lambda row: row.name, personal=True),
        Column[Row]("Number", lambda row: row.number),
    )
    table = Table(columns, window)
    put(window, table)
    table.set_rows([Row(NAME, "1"), Row("Second", "2")])
    return table


def _shown(table: Table[Row], row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = table.view.model()
    return [model.data(model.index(row, column), role) for column in range(2)]


def test_a_table_hides_the_columns_that_are_marked(window: QWidget) -> None:
    table = _table(window)
    before = table.grab().toImage()
    blur.hide_names(True)
    assert _shown(table, 0) == [blur.COVER, "1"]
    assert _shown(table, 0, Qt.ItemDataRole.ToolTipRole) == [blur.COVER, "1"]
    assert table.grab().toImage() != before
    blur.hide_names(False)
    assert _shown(table, 0) == [NAME, "1"]


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_row_shows_itself_while_it_is_held(window: QWidget, qtbot: QtBot, by: str) -> None:
    table = _table(window)
    table.select_row(0)
    blur.hide_names(True)
    view = table.view
    at = QPoint(10, view.rowViewportPosition(0) + 5)
    if by == "mouse":
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        qtbot.keyPress(view, Qt.Key.Key_Space)
    assert _shown(table, 0) == [NAME, "1"]
    assert _shown(table, 1) == [blur.COVER, "2"]
    if by == "mouse":
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert _shown(table, 0) == [blur.COVER, "1"]


def test_a_row_that_was_held_when_the_table_went_is_hidden(window: QWidget, qtbot: QtBot) -> None:
    table = _table(window)
    blur.hide_names(True)
    view = table.view
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, view.rowViewportPosition(0) + 5))
    window.hide()
    assert _shown(table, 0) == [blur.COVER, "1"]


def test_a_grid_shows_the_row_that_is_typed_into(window: QWidget, qtbot: QtBot) -> None:
    grid = EditGrid((GridColumn("name", "Name", personal=True), GridColumn("sum", "Sum")), window)
    other = TextField(window)
    put(window, grid)
    put(window, other)
    grid.set_rows([GridRow({"name": NAME, "sum": "1"}), GridRow({"name": "Second", "sum": "2"})])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    blur.hide_names(True)
    model = grid.rows_model

    def shown(row: int) -> str:
        return str(model.data(model.index(row, 0)))

    other.setFocus()
    assert (shown(0), shown(1)) == (blur.COVER, blur.COVER)
    grid.go_to(0, "sum")
    assert (shown(0), shown(1)) == (blur.COVER, blur.COVER)
    qtbot.keyClick(grid.view, Qt.Key.Key_Left)
    assert (shown(0), shown(1)) == (NAME, blur.COVER)
    qtbot.keyClick(grid.view, Qt.Key.Key_Down)
    assert (shown(0), shown(1)) == (blur.COVER, "Second")
    other.setFocus()
    assert (shown(0), shown(1)) == (blur.COVER, blur.COVER)
    assert [row.texts["name"] for row in grid.rows] == [NAME, "Second"], "what was typed is all there"


def test_an_empty_text_stays_empty() -> None:
    blur.hide_names(True)
    assert blur.name("") == ""
    assert blur.name("a") == blur.name(NAME)


def test_what_windows_is_asked_about_pictures_of_the_screen(qapp: QApplication, window: QWidget) -> None:
    assert screen_capture.affinity(allowed=True) == 0
    assert screen_capture.affinity(allowed=False) == 0x11
    window.show()
    screen_capture.allow(False)
    screen_capture.allow(True)
