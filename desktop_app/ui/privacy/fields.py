"""Fields of the forms on personal data: several of a list, countries by name, yes or no."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.errors import AppError
from desktop_app.i18n import N_, _, country_name, find_country, language
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import named

_ROW: Final = 28
_YES, _NO = "yes", "no"
_ANSWERS: Final = {_NO: N_("No"), _YES: N_("Yes")}
_APART: Final = re.compile(r"[,;\n]")


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


class CountriesField(TextField):
    """Countries by name in any of the three languages, with commas between them. `value` is a tuple of codes."""

    def value(self) -> tuple[str, ...]:
        """The codes. AppError names what is no country."""
        codes = []
        for part in filter(None, map(str.strip, _APART.split(self.text()))):
            code = find_country(part)
            if not code:
                raise AppError(N_("“%(name)s” is no country the program knows. Check how it is written."), name=part)
            codes.append(code)
        return tuple(dict.fromkeys(codes))

    def set_value(self, value: Any) -> None:
        """Show countries by their codes."""
        self.setText(", ".join(country_name(code, language()) for code in value or ()))
        self.setCursorPosition(0)


class YesNo(ChoiceBox):
    """Yes or no; `value` is a bool."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(named(_ANSWERS), parent)

    def value(self) -> Any:
        """Whether the answer is yes."""
        return self.currentData() == _YES

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        self.setCurrentIndex(self.findData(_YES if value else _NO))


def listed(names: Any) -> Callable[[], list[tuple[str, str]]]:
    """The choices of a CheckList from a table of names."""

    def choices() -> list[tuple[str, str]]:
        return [(str(code), _(name)) for code, name in names.items()]

    return choices
