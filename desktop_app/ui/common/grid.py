"""A table that is typed into, cell after cell, by keyboard alone if one likes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import Message
from desktop_app.i18n import N_, _, interface
from desktop_app.ui.common.column_widths import Need, widths
from desktop_app.ui.common.grid_cells import CellEditors
from desktop_app.ui.common.grid_rows import GridColumn, GridRow, GridRows, draft_of_rows, rows_of_draft
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.texts import Texts

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 34
_PROBLEM: Final = N_("Row %(row)d, %(column)s: %(problem)s")


class EditGrid(QWidget):
    """Rows of text cells with the problem of a cell said above the table.

    `changed`: a cell was typed into or a row went. `editing(row, key, QLineEdit)`: a cell is being typed into, for
    suggestions. `pasted(text)`: several cells were pasted. `chosen()`: the cursor moved.
    """

    changed = Signal()
    edited = Signal(object, str)
    editing = Signal(object, str, object)
    pasted = Signal(str)
    chosen = Signal()

    def __init__(
        self, columns: Sequence[GridColumn], parent: QWidget | None = None, *, grows: bool = True, lines: int = 6
    ) -> None:
        super().__init__(parent)
        self.rows_model = GridRows(self, grows=grows)
        self.rows_model.columns = tuple(columns)
        self.view = _View(self)
        self.view.setModel(self.rows_model)
        self._delegate = CellEditors(self.rows_model, self)
        self._delegate.editing.connect(self.editing)
        self._delegate.ended_by_enter.connect(self.view.go_down)
        self.view.setItemDelegate(self._delegate)
        self.problem_line = PlainLabel(parent=self, wrap=True)
        self.problem_line.setProperty("tone", "danger")
        self.problem_line.hide()
        self._problem: tuple[int, GridColumn, Message] | None = None
        self._least, self._most = lines, lines * 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.problem_line)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.texts = Texts(self)
        self.texts.redraw(self._in_language)
        self._connect()
        self._fit()

    @property
    def rows(self) -> list[GridRow]:
        """The rows that hold anything, top down."""
        return [row for row in self.rows_model.rows if not row.empty]

    def set_rows(self, rows: Iterable[GridRow]) -> None:
        """Show these rows."""
        self.rows_model.replace(rows)
        self._renew()

    def add_rows(self, rows: Iterable[GridRow]) -> None:
        """Add rows below those that hold anything."""
        self.set_rows([*self.rows, *rows])
        self.changed.emit()

    def set_columns(self, columns: Sequence[GridColumn]) -> None:
        """Show these columns; no text is lost."""
        self.rows_model.set_columns(columns)
        self._renew()

    def remove_current(self) -> None:
        """Take out the row the cursor is on."""
        at = self.view.currentIndex().row()
        if 0 <= at < len(self.rows_model.rows) and not self.rows_model.rows[at].empty:
            self.rows_model.remove(at)
            self._renew()
            self.changed.emit()

    def problems(self) -> list[tuple[int, GridColumn, Message]]:
        """Every cell that makes no sense: (row from 0 among the filled ones, column, why)."""
        model = self.rows_model
        return [
            (at, column, message)
            for at, row in enumerate(self.rows)
            for column in model.columns
            if (message := model.problem(row, column)) is not None
        ]

    def tell(self, problems: Iterable[tuple[int, str, Message]]) -> None:
        """Show problems that a service found in cells (row, key, why), the first of each cell; an unknown key goes to
        the first column."""
        keys = [column.key for column in self.rows_model.columns]
        rows = self.rows_model.rows
        for at, key, message in problems:
            if at < len(rows):
                rows[at].told.setdefault(key if key in keys else keys[0], message)
        self.redraw()

    def forget_told(self) -> None:
        """Forget the problems that a service found."""
        for row in self.rows_model.rows:
            row.told.clear()
        self.redraw()

    def go_to(self, at: int, key: str) -> None:
        """Put the cursor on a cell."""
        keys = [column.key for column in self.rows_model.columns]
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.setCurrentIndex(self.rows_model.index(at, keys.index(key) if key in keys else 0))

    def redraw(self) -> None:
        """Draw all rows anew after they were changed from outside."""
        model = self.rows_model
        model.fill_up()
        if model.rows and model.columns:
            model.dataChanged.emit(model.index(0, 0), model.index(len(model.rows) - 1, len(model.columns) - 1))
        self._fit()
        self._show_problem()

    def fill_down(self) -> None:
        """Write the cell under the cursor into all filled rows below it."""
        index = self.view.currentIndex()
        model = self.rows_model
        if not index.isValid():
            return
        column, text = model.columns[index.column()], model.data(index, Qt.ItemDataRole.EditRole)
        for at in range(index.row() + 1, len(self.rows)):
            if not column.fixed and column.key not in model.rows[at].locked:
                model.set_text(at, column, text)

    def draft(self) -> Any:
        """The rows as texts, with what is being typed into a cell right now."""
        return draft_of_rows(self.rows_model.rows, self._delegate.typing_now(), self._kept_item)

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave: all rows anew or, where rows are fixed, the texts of those still there."""
        rows = rows_of_draft(content)
        if self.rows_model.grows:
            for row in rows:
                self._take_item(row, row.item)
            self.set_rows(rows)
        else:
            there = {row.item: row for row in self.rows_model.rows}
            for row in rows:
                there.get(row.item, row).texts |= row.texts
            self.redraw()
        self.changed.emit()

    def _kept_item(self, row: GridRow) -> Any:
        """What a row stands for, as a value of JSON."""
        return row.item

    def _take_item(self, row: GridRow, item: Any) -> None:
        """Let a row stand again for what `_kept_item` gave."""
        row.item = item

    def _connect(self) -> None:
        self.rows_model.edited.connect(self._on_edited)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.worked_on.connect(self.rows_model.show_row)
        self.view.left_out.connect(self._leave)
        self.view.resized.connect(self._place)
        self.view.paste_requested.connect(self._on_paste_requested)
        self.view.remove_requested.connect(self.remove_current)
        self.view.fill_requested.connect(self.fill_down)
        self.view.clear_requested.connect(self._on_clear_requested)

    def _on_edited(self, row: GridRow, key: str) -> None:
        self._fit()
        self._show_problem()
        self.edited.emit(row, key)
        self.changed.emit()

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_problem()
        self.chosen.emit()

    def _on_clear_requested(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and self.rows_model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.rows_model.setData(index, "")

    def _on_paste_requested(self) -> None:
        text = QGuiApplication.clipboard().text()
        index = self.view.currentIndex()
        if "\n" in text.strip() or "\t" in text.strip():
            self.pasted.emit(text)
        elif index.isValid() and self.rows_model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.rows_model.setData(index, text.strip())

    def _leave(self, forward: bool) -> None:
        self.view.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.view.setTabKeyNavigation(True)

    def _show_problem(self) -> None:
        """The problem under the cursor, or else the first of all."""
        found = self.problems()
        here = self.view.currentIndex()
        columns = self.rows_model.columns
        own = [each for each in found if each[0] == here.row() and each[1] is columns[here.column()]]
        self._problem = next(iter(own or found), None)
        self._write_problem()

    def _write_problem(self) -> None:
        self.problem_line.setVisible(self._problem is not None)
        if self._problem is not None:
            at, column, message = self._problem
            told = {"row": at + 1, "column": column.name(), "problem": message.text(interface())}
            self.problem_line.setText(_(_PROBLEM, **told))

    def _in_language(self) -> None:
        self.rows_model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.rows_model.columns) - 1)
        self._place()
        self.view.viewport().update()
        self._write_problem()

    def _renew(self) -> None:
        self._place()
        self._fit()
        self._show_problem()

    def _place(self) -> None:
        """Titles stay whole; the stretching columns share what is left over."""
        header, columns = self.view.horizontalHeader(), self.rows_model.columns
        least = [max(column.width, header.sectionSizeHint(at)) for at, column in enumerate(columns)]
        needs = [Need(width, width, column.stretch) for width, column in zip(least, columns, strict=True)]
        for at, width in enumerate(widths(needs, self.view.viewport().width())):
            header.resizeSection(at, width)

    def _fit(self) -> None:
        """As high as its rows, within bounds, so that the page and not the table scrolls."""
        lines = min(max(len(self.rows_model.rows), self._least), self._most)
        bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(self.view.horizontalHeader().sizeHint().height() + lines * ROW_HEIGHT + bar)


class _View(QTableView):
    """Tab goes from cell to cell and out at the ends; Enter types into a cell; Ctrl+V, Ctrl+D and Del do what they do
    in a spreadsheet."""

    worked_on = Signal(int)
    left_out = Signal(bool)
    resized = Signal()
    paste_requested = Signal()
    remove_requested = Signal()
    fill_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            (self.remove_requested if control else self.clear_requested).emit()
        elif control and event.key() == Qt.Key.Key_D:
            self.fill_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Tab and self._at_end(forward=True):
            self.left_out.emit(True)
        elif event.key() == Qt.Key.Key_Backtab and self._at_end(forward=False):
            self.left_out.emit(False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        self.worked_on.emit(self.currentIndex().row())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        super().keyReleaseEvent(event)
        self.worked_on.emit(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.worked_on.emit(-1)

    def go_down(self) -> None:
        """Put the cursor on the cell below."""
        here = self.currentIndex()
        if here.row() + 1 < self.model().rowCount():
            self.setCurrentIndex(here.siblingAtRow(here.row() + 1))

    def moveCursor(self, action: QAbstractItemView.CursorAction, keys: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802 - Qt's name
        """Tab skips cells that cannot be typed into."""
        forward = action == QAbstractItemView.CursorAction.MoveNext
        if not forward and action != QAbstractItemView.CursorAction.MovePrevious:
            return super().moveCursor(action, keys)
        model, width = self.model(), self.model().columnCount()
        here = self.currentIndex()
        cells = range(model.rowCount() * width)
        start = here.row() * width + here.column()
        for at in cells[start + 1 :] if forward else reversed(cells[:start]):
            index = model.index(at // width, at % width)
            if model.flags(index) & Qt.ItemFlag.ItemIsEditable:
                return index
        return here

    def _at_end(self, *, forward: bool) -> bool:
        index, model = self.currentIndex(), self.model()
        if not index.isValid():
            return True
        last = (model.rowCount() - 1, model.columnCount() - 1) if forward else (0, 0)
        empty_row = forward and index.row() == last[0] and not index.data() and index.column() == 0
        return (index.row(), index.column()) == last or empty_row
