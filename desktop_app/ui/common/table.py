"""Tables of frozen rows: lists that are read, chosen from and opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedLayout, QTableView, QWidget

from desktop_app.i18n import _
from desktop_app.ui.common import blur, tokens
from desktop_app.ui.common.column_widths import Need, widths
from desktop_app.ui.common.icons import icon
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.texts import plain_tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 34
_MEASURED_ROWS = 40
_WIDEST = 420
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column. `title` is a msgid; `text` writes the cell in the interface's language.

    `width` is in pixels at least (0: the title's); a column is as wide as its first rows need while there is room;
    `stretch` takes the space that is left over; `number` aligns to the right. `mark` gives (icon, tone) so that a
    state is told by shape and colour too. `personal`: names, phones, numbers, notes; hidden with them (common/blur).
    """

    title: str
    text: Callable[[R], str]
    width: int = 0
    stretch: bool = False
    number: bool = False
    mark: Callable[[R], tuple[str, str] | None] | None = None
    personal: bool = False


class _Rows(QAbstractTableModel, Generic[R]):
    """The rows as Qt asks for them."""

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[R] = []
        self.held = -1
        """The row that is held, and therefore shows its names."""

    def hold(self, row: int) -> None:
        """Show the names of this row, of none with -1."""
        before, self.held = self.held, row
        for at in {before, row} & set(range(len(self.rows))):
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            # One line a row, whatever was typed.
            text = " ".join(column.text(row).split("\n"))[:500]
            if column.personal and index.row() != self.held:
                text = blur.name(text)
            return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)
        mark = column.mark(row) if column.mark else None
        if mark is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(mark[0], mark[1], 16)
        return QBrush(QColor(tokens.colour(mark[1])))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.title) if column.title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        return None

    def replace(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[R]) -> None:
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.layoutChanged.emit()


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
    }
)


class Table(QWidget, Generic[R]):
    """A list of frozen rows with an empty state.

    `opened(row)`: Enter or a double click. `chosen()`: the selection changed. `end_neared()`: the user scrolls
    towards the last row, time to `append` the next page.
    """

    opened = Signal(object)
    chosen = Signal()
    end_neared = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QWidget | None = None,
        *,
        empty: EmptyHint | None = None,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        self._model: _Rows[R] = _Rows(columns, self)
        self.view = _View(self)
        self.view.setModel(self._model)
        _set_up(self.view, several=several)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.view)
        self._empty: QWidget = self.view if empty is None else empty
        if empty is not None:
            self._stack.addWidget(empty)
        self.setFocusProxy(self.view)
        self._needs: list[Need] = []
        self._measure()
        self.view.resized.connect(self._place_columns)
        self.view.entered_row.connect(self._on_entered)
        self.view.doubleClicked.connect(self._on_entered)
        self.view.held.connect(self._model.hold)
        self.view.selectionModel().selectionChanged.connect(self.chosen)
        self.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns of the same rows."""
        self._model.beginResetModel()
        self._model.columns = tuple(columns)
        self._model.endResetModel()
        self._measure()

    @property
    def rows(self) -> tuple[R, ...]:
        """All rows, top down."""
        return tuple(self._model.rows)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows instead of the old ones; keeps the place in the list."""
        at = self.view.currentIndex().row()
        scrolled = self.view.verticalScrollBar().value()
        self._model.replace(rows)
        self._measure()
        if 0 <= at < len(rows):
            self.view.setCurrentIndex(self._model.index(at, 0))
        self.view.verticalScrollBar().setValue(scrolled)
        self._show_list(bool(rows) or self._stack.count() == 1)
        self.chosen.emit()

    def _show_list(self, shown: bool) -> None:
        """Show the rows, or the hint instead."""
        waits = self.window().focusWidget() is self._empty
        self._stack.setCurrentIndex(0 if shown else 1)
        # A list that is hidden takes no keyboard: Tab would stop in front of it for good.
        self.setFocusProxy(self.view if shown else self._empty)
        if shown and waits:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def append(self, rows: Sequence[R]) -> None:
        """Add the next page below."""
        self._model.append(rows)

    def current(self) -> R | None:
        """The row the cursor is on."""
        at = self.view.currentIndex().row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    def selected(self) -> tuple[R, ...]:
        """The selected rows, top down."""
        indexes = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self._model.rows[at] for at in indexes)

    def select_row(self, at: int) -> None:
        """Put the cursor on a row."""
        self.view.setCurrentIndex(self._model.index(at, 0))

    def select_rows(self, places: Sequence[int]) -> None:
        """Select these rows, the cursor on the first of them."""
        chosen = QItemSelection()
        for at in places:
            chosen.select(self._model.index(at, 0), self._model.index(at, len(self._model.columns) - 1))
        flags = QItemSelectionModel.SelectionFlag
        if places:
            self.view.selectionModel().setCurrentIndex(self._model.index(places[0], 0), flags.NoUpdate)
        self.view.selectionModel().select(chosen, flags.ClearAndSelect)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write headings and cells in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self._measure()
        super().changeEvent(event)

    def _measure(self) -> None:
        """See what each column needs for its title and first rows, and share the width."""
        header, rows = self.view.horizontalHeader(), range(min(len(self._model.rows), _MEASURED_ROWS))
        self._needs = []
        for at, column in enumerate(self._model.columns):
            cells = max((self.view.sizeHintForIndex(self._model.index(row, at)).width() for row in rows), default=0)
            title = max(column.width, header.sectionSizeHint(at))
            whole = max(title, cells + 8)
            self._needs.append(Need(whole if column.number else title, min(whole, _WIDEST), column.stretch))
        self._place_columns()

    def _place_columns(self) -> None:
        header = self.view.horizontalHeader()
        for at, width in enumerate(widths(self._needs, self.view.viewport().width())):
            header.resizeSection(at, width)

    def _on_entered(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._model.rows):
            self.opened.emit(self._model.rows[index.row()])

    def _on_scrolled(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if bar.maximum() > 0 and value >= bar.maximum() - bar.pageStep():
            self.end_neared.emit()


class _View(QTableView):
    """A table view that Tab leaves and Enter opens."""

    entered_row = Signal(QModelIndex)
    resized = Signal()
    held = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        # Qt puts the cursor on the first row and shows it nowhere: Enter would open a row that nobody sees.
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._has_hidden_cursor():
            self.selectRow(self.currentIndex().row())

    def _has_hidden_cursor(self) -> bool:
        single = self.selectionMode() == QAbstractItemView.SelectionMode.SingleSelection
        return single and self.currentIndex().isValid() and not self.selectionModel().hasSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.held.emit(self.currentIndex().row())
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.held.emit(-1)
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        self.held.emit(self.indexAt(event.position().toPoint()).row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        self.held.emit(-1)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.held.emit(-1)


def _set_up(view: QTableView, *, several: bool) -> None:
    modes = QAbstractItemView.SelectionMode
    view.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setShowGrid(False)
    view.setIconSize(QSize(16, 16))
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setMinimumSectionSize(40)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
