"""What is said about a letter before it is made final: what stops it, what to think of, what the lawyer checks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, _
from desktop_app.services.letter_review import Examined
from desktop_app.ui.common.labels import Note
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.letters.norms_note import NormsNote
from desktop_app.ui.protection.letter_check import LetterCheck

_READY = N_("Nothing stops this letter.")


class LetterReview(QWidget):
    """`confirmed()`: a lawyer confirmed a norm, so the letter has one mark less."""

    confirmed = Signal()

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stop, self.note = Note(self, tone="danger"), Note(self, tone="warn")
        self.ready = Note(self, tone="good")
        self.norms = NormsNote(context, self)
        self.check = LetterCheck(context, card, self)
        self._examined = Examined((), (), ())
        inside = QVBoxLayout()
        inside.setSpacing(12)
        for part in (self.stop, self.note, self.ready, self.check, self.norms):
            inside.addWidget(part)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(scrolling(inside, self))
        self.norms.confirmed.connect(self.confirmed)
        self.ready.hide()
        Texts(self).redraw(self._write)

    @property
    def stops(self) -> int:
        """How many things stop the letter."""
        return len(self._examined.stops)

    @property
    def lines(self) -> int:
        """How many things are said in all; the warnings before a letter are one of them."""
        examined = self._examined
        said = len(examined.stops) + len(examined.notes) + len(examined.to_check)
        return said if self.check.isHidden() else said + 1

    def show_examined(self, examined: Examined) -> None:
        """Say what was found."""
        self._examined = examined
        self.norms.show_norms(examined.to_check)
        self._write()
        self.ready.show_message(None if examined.stops else Message(_READY))

    def show_refused(self) -> None:
        """Nothing can be said of a letter that cannot be drawn."""
        self._examined = Examined((), (), ())
        self.norms.show_norms(())
        self._write()
        self.ready.hide()

    def _write(self) -> None:
        self.stop.show_text(_lines(self._examined.stops))
        self.note.show_text(_lines(self._examined.notes))


def _lines(problems: Iterable[Problem]) -> str:
    return "\n".join(dict.fromkeys(problem.message.text(_) for problem in problems))
