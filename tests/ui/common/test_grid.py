import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.code_names import SEXES
from desktop_app.errors import Message
from desktop_app.i18n import N_, set_language
from desktop_app.imports.crew_cells import read_country, read_quantity, read_sum
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn, GridRow
from desktop_app.ui.common.wording import named

COLUMNS = (
    GridColumn("name", N_("Full name"), stretch=True),
    GridColumn("citizenship", N_("Citizenship"), read=read_country),
    GridColumn("sex", N_("Sex"), choices=named(SEXES)),
    GridColumn("quantity", N_("Quantity"), read=read_quantity, number=True),
)


@pytest.fixture
def grid(qtbot: QtBot) -> EditGrid:
    made = EditGrid(COLUMNS)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    return made


def editor_of(grid: EditGrid) -> QLineEdit:
    return next(field for field in grid.view.findChildren(QLineEdit) if field.isVisible())


def type_into(qtbot: QtBot, grid: EditGrid, at: int, column: int, text: str) -> None:
    """Type into a cell by keyboard."""
    grid.view.setCurrentIndex(grid.rows_model.index(at, column))
    qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    editor_of(grid).setText(text)
    qtbot.keyClick(editor_of(grid), Qt.Key.Key_Return)


def test_rows_are_typed_by_keyboard_and_the_next_row_is_always_there(qtbot, grid):
    type_into(qtbot, grid, 0, 0, "Юсупов Гулом")
    assert [row.texts["name"] for row in grid.rows] == ["Юсупов Гулом"]
    assert grid.rows_model.rowCount() == 2


def test_a_cell_that_makes_no_sense_keeps_its_text_and_says_why(qtbot, grid):
    type_into(qtbot, grid, 0, 3, "много")
    assert grid.rows[0].texts["quantity"] == "много"
    assert [(at, column.key) for at, column, _why in grid.problems()] == [(0, "quantity")]
    assert "Row 1, Quantity: This is not a number" in grid.problem_line.text()
    assert grid.problem_line.isVisible()
    type_into(qtbot, grid, 0, 3, "26")
    assert not grid.problems()
    assert not grid.problem_line.isVisible()


def test_a_problem_that_was_told_goes_when_the_cell_is_typed_over(qtbot, grid):
    grid.set_rows([GridRow({"name": "A"})])
    grid.tell([(0, "nothing like it", Message("Type the name."))])
    assert [column.key for _at, column, _why in grid.problems()] == ["name"]
    type_into(qtbot, grid, 0, 0, "B")
    assert not grid.problems()


def test_a_cell_is_copied_to_all_rows_below(grid):
    grid.set_rows([GridRow({"name": name, "quantity": "1"}) for name in "ABC"])
    grid.rows[2].locked = frozenset({"quantity"})
    grid.rows_model.set_text(0, COLUMNS[3], "26")
    grid.view.setCurrentIndex(grid.rows_model.index(0, 3))
    grid.fill_down()
    assert [row.texts["quantity"] for row in grid.rows] == ["26", "26", "1"]


def test_delete_clears_a_cell_and_with_ctrl_the_row(qtbot, grid):
    grid.set_rows([GridRow({"name": "A"}), GridRow({"name": "B"})])
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete)
    assert [row.texts["name"] for row in grid.rows] == ["B"]
    grid.view.setCurrentIndex(grid.rows_model.index(1, 0))
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert not grid.rows


def test_several_pasted_cells_are_handed_over_and_one_is_typed(qtbot, grid):
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    QApplication.clipboard().setText("A\tB\nC\tD")
    with qtbot.waitSignal(grid.pasted) as pasted:
        qtbot.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args == ["A\tB\nC\tD"]
    QApplication.clipboard().setText(" Юсупов ")
    qtbot.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert grid.rows[0].texts["name"] == "Юсупов"


def test_a_text_too_long_for_a_cell_is_refused_whole(grid):
    grid.set_rows([GridRow({"name": "A"})])
    grid.rows_model.set_text(0, COLUMNS[0], "x" * 1_000_000)
    assert grid.rows[0].texts["name"] == "A"
    assert "too long" in grid.problem_line.text()


def test_tab_leaves_the_grid_behind_the_last_row(qtbot, grid):
    grid.set_rows([GridRow({"name": "A"})])
    with qtbot.waitSignal(grid.view.left_out):
        grid.view.setCurrentIndex(grid.rows_model.index(1, 0))
        qtbot.keyClick(grid.view, Qt.Key.Key_Tab)


def test_texts_stay_when_columns_change_and_titles_follow_the_language(grid):
    grid.set_rows([GridRow({"name": "A", "quantity": "26", "sex": "female"})])
    grid.set_columns(COLUMNS[:1])
    grid.set_columns(COLUMNS)
    assert grid.rows[0].texts["quantity"] == "26"
    set_language("ru")
    assert grid.rows_model.headerData(0, Qt.Orientation.Horizontal) != "Full name"
    assert grid.rows_model.index(0, 2).data() != "Female"


def test_numbers_are_written_tidily_where_they_make_sense(grid):
    column = GridColumn("rate", N_("Rate"), read=read_sum, write=str)
    grid.set_columns((column,))
    grid.rows_model.set_text(0, column, "10 000 тг")
    assert grid.rows[0].texts["rate"] == "10000.00"
    grid.rows_model.set_text(0, column, "1e18")
    assert grid.rows[0].texts["rate"] == "1e18"


def test_enter_goes_down_and_tab_skips_what_cannot_be_typed(qtbot, grid):
    grid.set_rows([GridRow({"name": "A"}, locked=frozenset({"citizenship", "sex"})), GridRow({"name": "B"})])
    type_into(qtbot, grid, 0, 0, "C")
    assert (grid.view.currentIndex().row(), grid.view.currentIndex().column()) == (1, 0)
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    qtbot.keyClick(grid.view, Qt.Key.Key_Tab)
    assert grid.view.currentIndex().column() == 3
    qtbot.keyClick(grid.view, Qt.Key.Key_Backtab)
    assert grid.view.currentIndex().column() == 0
