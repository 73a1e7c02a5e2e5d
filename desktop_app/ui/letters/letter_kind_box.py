"""The choice of a letter: what fits the case first, then every kind under whom it goes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPaintEvent, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.letters.letter_names import grouped_kinds

_MOST_SEEN: Final = 24
_ROOM: Final = 404
_BESIDE: Final = 24


class KindBox(ChoiceBox):
    """One kind of letter; the headings between the kinds can be neither chosen nor reached by keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._advised: tuple[str, ...] = ()
        super().__init__(self._grouped, parent)
        self.setMaxVisibleItems(_MOST_SEEN)

    def advise(self, kinds: Sequence[str]) -> None:
        """Offer these kinds first; what is chosen stays."""
        self._advised = tuple(kinds)
        self.renew()

    @property
    def is_cut(self) -> bool:
        """Whether the name that is chosen is longer than the box; the list that opens shows it whole."""
        return self.fontMetrics().horizontalAdvance(self.currentText()) > _ROOM

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list as wide as its longest name."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _BESIDE)
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box; a name that is too long ends with …"""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        right = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, right, _ROOM)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def renew(self) -> None:
        """Ask for the choices again and keep the code that is chosen."""
        chosen = self.currentData()
        super().renew()
        model = self.model()
        if not isinstance(model, QStandardItemModel):
            return
        bold = QFont(self.font())
        bold.setBold(True)
        for at in range(model.rowCount()):
            if not self.itemData(at):
                model.item(at).setFlags(Qt.ItemFlag.NoItemFlags)
                model.item(at).setFont(bold)
        if not self.currentData():
            first = next((at for at in range(self.count()) if self.itemData(at)), 0)
            self.blockSignals(True)
            self.setCurrentIndex(max(self.findData(chosen), first) if chosen else first)
            self.blockSignals(False)

    def _grouped(self) -> list[tuple[str, str]]:
        return grouped_kinds(self._advised)
