from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.common import languages
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table

Row = tuple[str, str]
COLUMNS: tuple[Column[Row], ...] = (
    Column("Case", lambda row: row[0]),
    Column("Employer", lambda row: row[1], stretch=True),
)


def _table(qtbot: QtBot, rows: int = 3) -> Table[Row]:
    table = Table(COLUMNS, empty=EmptyHint("Nothing found. Try fewer letters, or another spelling."))
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.set_rows([(f"2026-{number:04d}", "<b>Құрылыс</b>") for number in range(rows)])
    table.show()
    return table


def test_enter_and_double_click_open_the_row(qtbot: QtBot) -> None:
    table = _table(qtbot)
    opened: list[Row] = []
    table.opened.connect(opened.append)
    table.select_row(1)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened == [("2026-0001", "<b>Құрылыс</b>")]


def test_cells_and_tool_tips_are_plain_text(qtbot: QtBot) -> None:
    table = _table(qtbot)
    model = table.view.model()
    index = model.index(0, 1)
    assert index.data() == "<b>Құрылыс</b>"
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == "<b>Құрылыс</b>"


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    table = _table(qtbot, rows=0)
    assert not table.view.isVisible()
    table.set_rows([("1", "2")])
    assert table.view.isVisible()


def test_headings_and_cells_follow_the_language(qtbot: QtBot) -> None:
    table = _table(qtbot)
    languages.use("ru")
    assert table.view.model().headerData(0, Qt.Orientation.Horizontal) == "Дело"


def test_reading_again_keeps_the_place(qtbot: QtBot) -> None:
    table = _table(qtbot, rows=100)
    table.select_row(60)
    scrolled = table.view.verticalScrollBar().value()
    table.set_rows(table.rows)
    assert table.current() == ("2026-0060", "<b>Құрылыс</b>")
    assert table.view.verticalScrollBar().value() == scrolled


def test_nearing_the_end_asks_for_more(qtbot: QtBot) -> None:
    table = _table(qtbot, rows=200)
    with qtbot.waitSignal(table.end_neared):
        table.view.scrollToBottom()
    table.append([("last", "")])
    assert table.rows[-1] == ("last", "")


def test_columns_fill_the_width_and_titles_are_whole(qtbot: QtBot) -> None:
    table = _table(qtbot)
    header = table.view.horizontalHeader()
    assert sum(header.sectionSize(at) for at in range(2)) >= table.view.viewport().width() - 4
    for code in ("kk", "ru", "en"):
        languages.use(code)
        assert all(header.sectionSize(at) >= header.sectionSizeHint(at) for at in range(2))


def test_tab_goes_past_an_empty_list(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    above, table, below = QLineEdit(page), Table(COLUMNS, page, empty=EmptyHint("Nothing here.")), QLineEdit(page)
    column = QVBoxLayout(page)
    for part in (above, table, below):
        column.addWidget(part)
    table.set_rows([])
    page.show()
    above.setFocus()
    qtbot.keyClick(above, Qt.Key.Key_Tab)
    assert page.focusWidget() is below


def test_a_list_that_was_empty_takes_the_keyboard_once_it_has_rows(qtbot: QtBot) -> None:
    table = _table(qtbot, rows=0)
    table.setFocus()
    table.set_rows([("2026-0001", "x")])
    assert table.window().focusWidget() is table.view
    table.set_rows([])
    table.set_rows([("2026-0001", "x")])
    table.setFocus()
    assert table.window().focusWidget() is table.view


def test_a_list_reached_by_tab_shows_where_its_cursor_is(qtbot: QtBot) -> None:
    # Otherwise Enter opens a row that nobody sees, and the first Down leaves the first row out.
    table = _table(qtbot)
    qtbot.waitExposed(table)
    table.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.view.hasFocus)
    assert table.selected() == (("2026-0000", "<b>Құрылыс</b>"),)
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert table.selected() == (("2026-0001", "<b>Құрылыс</b>"),)


def test_a_list_of_many_reached_by_tab_selects_nothing_by_itself(qtbot: QtBot) -> None:
    table = Table(COLUMNS, several=True)
    qtbot.addWidget(table)
    table.set_rows([("1", "2")])
    table.show()
    table.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.view.hasFocus)
    assert table.selected() == ()
