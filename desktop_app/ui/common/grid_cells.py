"""What one types into the cells of a grid with."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.common.grid_rows import GridRow, GridRows
from desktop_app.ui.common.text_field import TextField

Index = QModelIndex | QPersistentModelIndex


class CellEditors(QStyledItemDelegate):
    """Line edits for text and choice boxes for codes; Enter ends the typing (`ended_by_enter`), Tab goes on.

    `editing(row, key, QLineEdit)`: a cell is being typed into.
    """

    editing = Signal(object, str, object)
    ended_by_enter = Signal()

    def __init__(self, rows: GridRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._typing: tuple[GridRow, str, TextField] | None = None

    def typing_now(self) -> tuple[GridRow | None, str, str]:
        """The row, key and text so far of the cell that is being typed into; no row when none is."""
        if self._typing is None or not shiboken6.isValid(self._typing[2]) or self._typing[2].isHidden():
            return None, "", ""
        row, key, field = self._typing
        return row, key, field.text()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002, N802 - Qt's name
        """The field or the choice for a cell."""
        column = self._rows.columns[index.column()]
        if column.choices is not None:
            box = QComboBox(parent)
            for code, name in column.choices():
                box.addItem(name, code)
            box.activated.connect(self._on_activated)
            return box
        field = TextField(parent)
        field.setFrame(False)
        row = self._rows.rows[index.row()]
        self._typing = row, column.key, field
        self.editing.emit(row, column.key, field)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show what the cell holds, unless something was typed already."""
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(text), 0))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        """Take what was typed or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # noqa: N802 - Qt's name; Qt hands over the editor
        """Enter takes what was typed and goes down."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.ended_by_enter.emit()
            return True
        return super().eventFilter(editor, event)

    def _on_activated(self, _index: int) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
