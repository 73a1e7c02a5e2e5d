"""The workers a letter speaks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.wages import WageCalculation
from desktop_app.i18n import _
from desktop_app.ui.common import blur
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import money

_ROW: Final = 28
_MOST_SEEN: Final = 6
_STATES: Final = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class CrewList(QListWidget):
    """The crew with what each is owed; Space chooses. `changed()`: somebody was chosen or not any more."""

    changed = Signal()

    def __init__(self, card: CaseCard, counted: Mapping[int, WageCalculation], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._counted = card.workers, counted
        self._touched = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for worker in card.workers:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, worker.id)
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(flags)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setFixedHeight(min(max(len(card.workers), 2), _MOST_SEEN) * _ROW + 4)
        if card.workers:
            self.setCurrentRow(0)
        Texts(self).redraw(self._write)
        self.itemChanged.connect(self._on_item_changed)

    @property
    def anybody_is_owed(self) -> bool:
        """Whether a letter about wages can be made at all."""
        return any(counted.total > 0 for counted in self._counted.values())

    def chosen(self) -> tuple[int, ...]:
        """The places in the case of those that are chosen."""
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self._items() if _is_checked(item))

    def propose(self, *, only_owed: bool, concerned: Collection[int] = ()) -> None:
        """Choose those who are owed something, or those whom the complaints of the letter concern, or everybody.

        Unless the user has chosen already.
        """
        if self._touched:
            return
        everybody = {worker.id for worker in self._workers}
        owed = {worker_id for worker_id, counted in self._counted.items() if counted.total > 0}
        self._choose(owed if only_owed else everybody.intersection(concerned) or everybody)

    def choose(self, worker_ids: tuple[int, ...]) -> None:
        """Choose these and no others."""
        self._touched = True
        self._choose(set(worker_ids))
        self.changed.emit()

    def draft(self) -> Any:
        """The places that are chosen."""
        return list(self.chosen())

    def take_draft(self, content: Any) -> None:
        """Choose these and no others."""
        if isinstance(content, list):
            self.choose(tuple(each for each in content if isinstance(each, int)))

    def _choose(self, worker_ids: set[int]) -> None:
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(_STATES[item.data(Qt.ItemDataRole.UserRole) in worker_ids])
        self.blockSignals(False)

    def _write(self) -> None:
        self.blockSignals(True)
        for at, worker in enumerate(self._workers):
            counted = self._counted.get(worker.id)
            owed = money(counted.total) if counted is not None else _("no wages logged")
            self.item(at).setText(f"{blur.name(worker.person.full_name)} · {owed}")
        self.blockSignals(False)

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self._touched = True
        self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(at) for at in range(self.count())]


def _is_checked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
