"""Several of a list, chosen with Space."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.i18n import _
from desktop_app.ui.common.texts import Texts

_ROW: Final = 28


class CheckList(QListWidget):
    """Some of several things; Space chooses. `value` is the tuple of their codes in the order of the list."""

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self, choices: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None, *, lines: int = 6
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._lines = lines
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(self._on_item_changed)
        Texts(self).redraw(self.renew)

    def value(self) -> tuple[str, ...]:
        """The codes that are chosen."""
        items = [self.item(at) for at in range(self.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def set_value(self, value: Any) -> None:
        """Choose these codes and no others."""
        wanted = {str(code) for code in value or ()}
        self.blockSignals(True)
        for at in range(self.count()):
            item = self.item(at)
            chosen = item.data(Qt.ItemDataRole.UserRole) in wanted
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.changed.emit()

    def renew(self) -> None:
        """Ask for the choices again and keep what is chosen."""
        chosen = set(self.value())
        self.blockSignals(True)
        self.clear()
        for code, name in self._choices():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, str(code))
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if str(code) in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setFixedHeight(min(max(self.count(), 2), self._lines) * _ROW + 4)
        self.blockSignals(False)

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.changed.emit()


def listed(names: Mapping[Any, str]) -> Callable[[], list[tuple[str, str]]]:
    """The choices of a CheckList from a table of names."""

    def choices() -> list[tuple[str, str]]:
        return [(str(code), _(name)) for code, name in names.items()]

    return choices
