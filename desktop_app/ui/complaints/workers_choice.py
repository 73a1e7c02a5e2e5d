"""Whom a complaint is about: some workers of the case, or none chosen for the whole crew."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.i18n import N_, _
from desktop_app.ui.common import blur
from desktop_app.ui.common.check_list import CheckList
from desktop_app.ui.common.labels import PlainLabel


class WorkersChoice(QWidget):
    """The crew as a list that is ticked with Space; it is not shown for a crew of one."""

    changed = Signal()

    def __init__(self, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers = tuple(worker for worker in card.workers)
        title = PlainLabel(N_("Workers it is about (Space chooses)"), self, role="field")
        self.list = CheckList(self._choices, self, lines=4)
        title.setBuddy(self.list)
        title.texts.redraw(self._name_list)
        hint = PlainLabel(N_("Nobody chosen means the whole crew."), self, role="hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (title, self.list, hint):
            column.addWidget(part)
        self.list.changed.connect(self.changed)
        self.setVisible(len(self._workers) > 1)

    def value(self) -> tuple[int, ...]:
        """The places in the case of the workers that are chosen."""
        return tuple(int(code) for code in self.list.value())

    def set_value(self, worker_ids: tuple[int, ...]) -> None:
        """Choose these workers."""
        self.list.set_value(worker_ids)

    def draft(self) -> Any:
        """Who is chosen."""
        return list(self.list.value())

    def take_draft(self, content: Any) -> None:
        """Choose again who was chosen, as far as they are in the crew."""
        if isinstance(content, list):
            self.list.set_value(content)

    def _choices(self) -> list[tuple[str, str]]:
        return [(str(worker.id), blur.name(worker.person.full_name)) for worker in self._workers]

    def _name_list(self) -> None:
        self.list.setAccessibleName(_("Workers it is about (Space chooses)"))
