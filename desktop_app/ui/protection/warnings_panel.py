"""The warnings of a case: what may hurt its workers, what to do, on which norms it rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letters import Norm
from desktop_app.domain.warning_rules import Weight
from desktop_app.domain.warnings import CaseWarning
from desktop_app.i18n import N_
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.protection.wording import TONES, warning_text


class WarningsPanel(QWidget):
    """One note for each warning, the weightiest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: list[Note] = []
        self.heading = PlainLabel(N_("Before a letter leaves"), self, role="heading")
        self.none = PlainLabel(
            N_("Nothing speaks against a letter by what is written down. Ask the worker all the same."),
            self,
            role="muted",
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.none)

    def show_warnings(self, warnings: Iterable[CaseWarning], card: CaseCard, norms: Mapping[str, Norm]) -> None:
        """Show these warnings in place of those before."""
        self.forget()
        for warning in warnings:
            note = Note(self, tone=TONES[warning.weight])
            note.label.texts.redraw(partial(_write, note, warning, card, norms))
            self._column.addWidget(note)
            self._notes.append(note)
        self.none.setVisible(not self._notes)

    def forget(self) -> None:
        """Show nothing, not even that there is nothing."""
        for note in self._notes:
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self._notes = []
        self.none.hide()

    def texts(self) -> tuple[str, ...]:
        """What is shown, a text for each warning."""
        return tuple(note.label.text() for note in self._notes)


def stops(warnings: Iterable[CaseWarning]) -> int:
    """How many of these have to be talked over before a letter is made."""
    return sum(1 for each in warnings if each.weight is Weight.STOP)


def _write(note: Note, warning: CaseWarning, card: CaseCard, norms: Mapping[str, Norm]) -> None:
    note.show_text(warning_text(warning, card, norms), TONES[warning.weight])
