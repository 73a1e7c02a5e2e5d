"""The facts a standing text may name: each with what it means; a press puts it where the cursor stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.placeholder_names import name_of
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel


class FactList(QWidget):
    """`wanted(name)`: this fact is to be put in. Tab goes through them, Enter puts one in."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[LinkButton] = []
        self._title = PlainLabel(N_("Facts this text may name"), self, role="field")
        self._none = PlainLabel(N_("This text names no facts."), self, role="hint", wrap=True)
        self._rows: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._title, 0, 0, 1, 2)
        self._grid.addWidget(self._none, 1, 0, 1, 2)

    def show_facts(self, names: tuple[str, ...], *, may_change: bool) -> None:
        """Show these facts instead."""
        for row in self._rows:
            self._grid.removeWidget(row)
            row.deleteLater()
        self._rows, self.buttons = [], []
        self._none.setVisible(not names)
        for at, name in enumerate(names, start=2):
            button = LinkButton("", self)
            button.show_text(f"{{{name}}}")
            button.setEnabled(may_change)
            button.clicked.connect(partial(self._on_clicked, name))
            meaning = PlainLabel(name_of(name), self, role="hint", wrap=True)
            self._grid.addWidget(button, at, 0)
            self._grid.addWidget(meaning, at, 1)
            self.buttons.append(button)
            self._rows += [button, meaning]

    def _on_clicked(self, name: str) -> None:
        self.wanted.emit(name)
