"""The rows behind a table that is typed into: every cell keeps its text, readable or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError, Message
from desktop_app.i18n import _
from desktop_app.ui.common import blur, tokens
from desktop_app.ui.common.icons import icon
from desktop_app.ui.common.text_field import LONGEST_LINE, TOO_LONG
from desktop_app.ui.common.wording import Choices

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class GridColumn:
    """One column. `title` is a msgid, or `heading` writes the title itself.

    `read` turns the text of a cell into its value (AppError when it makes no sense) and `write` the value into tidy
    text. `choices` makes it a choice of codes: the text is the code, the name is shown. `personal`: hidden with names,
    but for the row the cursor is on (common/blur).
    """

    key: str
    title: str = ""
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] | None = None
    choices: Choices | None = None
    heading: Callable[[], str] | None = None
    width: int = 90
    stretch: bool = False
    number: bool = False
    fixed: bool = False
    personal: bool = False

    def name(self) -> str:
        """The title in the interface's language."""
        return self.heading() if self.heading else _(self.title)


@dataclass(eq=False)
class GridRow:
    """One row: `texts` by column key, also of columns that are not shown. `item` is what the row stands for.

    Cells of `locked` keys cannot be typed into. `told` are problems that a service found,
    `checked` what is known of the texts that stand here.
    """

    texts: dict[str, str] = field(default_factory=dict)
    item: Any = None
    locked: frozenset[str] = frozenset()
    told: dict[str, Message] = field(default_factory=dict)
    checked: dict[str, tuple[str, Message | None]] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was typed here."""
        return self.item is None and not any(text.strip() for text in self.texts.values())


class GridRows(QAbstractTableModel):
    """Rows of text cells; with `grows` an empty row is always there to type the next one into.

    `edited(row, key)` tells of every change by hand.
    """

    edited = Signal(object, str)

    def __init__(self, parent: QWidget, *, grows: bool = True) -> None:
        super().__init__(parent)
        self.columns: tuple[GridColumn, ...] = ()
        self.rows: list[GridRow] = []
        self.grows = grows
        self.shown_row = -1
        self.fill_up()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Which cells may be typed into."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.columns[index.column()]
        if column.fixed or column.key in self.rows[index.row()].locked:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, and how."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        text = row.texts.get(column.key, "")
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            hidden = column.personal and index.row() != self.shown_row
            return blur.name(_shown(column, text)) if hidden else _shown(column, text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and self.problem(row, column) is not None:
            return icon("circle-alert", "danger", 16)
        if role == Qt.ItemDataRole.ForegroundRole:
            if self.problem(row, column) is not None:
                return QBrush(QColor(tokens.colour("danger")))
            if column.key in row.locked or column.fixed:
                return QBrush(QColor(tokens.colour("muted")))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Take what was typed."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.set_text(index.row(), self.columns[index.column()], str(value or ""))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        """Titles above, numbers at the side."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        return None

    def problem(self, row: GridRow, column: GridColumn) -> Message | None:
        """Why this cell makes no sense, None when it does."""
        if column.key in row.told:
            return row.told[column.key]
        text = row.texts.get(column.key, "").strip()
        if not text or column.key in row.locked:
            return None
        known = row.checked.get(column.key)
        if known is None or known[0] != text:
            known = row.checked[column.key] = (text, _wrong(column, text))
        return known[1]

    def value(self, row: GridRow, key: str) -> Any:
        """What a cell says, None when it is empty or makes no sense."""
        text = row.texts.get(key, "").strip()
        column = next((column for column in self.columns if column.key == key), None)
        if not text or column is None:
            return None
        try:
            return column.read(text)
        except AppError:
            return None

    def set_text(self, at: int, column: GridColumn, text: str) -> None:
        """Write a cell as if it had been typed; what makes sense is written tidily."""
        row = self.rows[at]
        row.told.pop(column.key, None)
        if len(text) > LONGEST_LINE:
            row.told[column.key] = Message(TOO_LONG, {"limit": LONGEST_LINE})
        else:
            row.texts[column.key] = _tidy(column, text)
        self.fill_up()
        self._tell_changed(at)
        self.edited.emit(row, column.key)

    def set_columns(self, columns: Sequence[GridColumn]) -> None:
        """Show these columns; the texts of those that go stay in the rows."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def replace(self, rows: Iterable[GridRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.fill_up(announce=False)
        self.endResetModel()

    def remove(self, at: int) -> None:
        """Take a row out."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.rows[at]
        self.endRemoveRows()
        self.fill_up()

    def _tell_changed(self, at: int) -> None:
        """Draw a row anew."""
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def show_row(self, row: int) -> None:
        """Show the names of the row the cursor is on, even where names are hidden; -1 for none."""
        before, self.shown_row = self.shown_row, row
        for at in {before, row} & set(range(len(self.rows))) if self.columns else ():
            self._tell_changed(at)

    def fill_up(self, *, announce: bool = True) -> None:
        """See to it that there is an empty row to type into."""
        if not self.grows or (self.rows and self.rows[-1].empty):
            return
        if announce:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows))
        self.rows.append(GridRow())
        if announce:
            self.endInsertRows()


def draft_of_rows(
    rows: Iterable[GridRow], now: tuple[GridRow | None, str, str], kept_item: Callable[[GridRow], Any]
) -> list[Any]:
    """The filled rows as values of JSON; `now` is the row, key and text of the cell that is being typed into."""
    kept = []
    for row in rows:
        texts = {**row.texts, now[1]: now[2]} if row is now[0] else dict(row.texts)
        if row.item is not None or any(text.strip() for text in texts.values()):
            kept.append({"texts": texts, "item": kept_item(row)})
    return kept


def rows_of_draft(content: Any) -> list[GridRow]:
    """The rows of a draft that can be read, each with what its `item` was kept as."""
    rows = []
    for each in content if isinstance(content, list) else ():
        texts = each.get("texts") if isinstance(each, dict) else None
        if isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values()):
            rows.append(GridRow(texts, each.get("item")))
    return rows


def _shown(column: GridColumn, text: str) -> str:
    if column.choices is None:
        return " ".join(text.split("\n"))[:500]
    return next((name for code, name in column.choices() if code == text), text)


def _wrong(column: GridColumn, text: str) -> Message | None:
    try:
        column.read(text)
    except AppError as error:
        return error.message
    return None


def _tidy(column: GridColumn, text: str) -> str:
    if column.write is None or not text.strip():
        return text.strip()
    try:
        return column.write(column.read(text))
    except AppError:
        return text
