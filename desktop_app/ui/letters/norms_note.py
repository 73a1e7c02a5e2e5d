"""What the centre's lawyer has to read before a letter goes out, with the key that confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.law_norms import Norm
from desktop_app.domain.permissions import Action
from desktop_app.errors import Message
from desktop_app.i18n import N_, format_number, language
from desktop_app.law import Origin
from desktop_app.services import law
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.law import words


class NormsNote(QWidget):
    """The norms and values that are marked in the letter. `confirmed()`: a lawyer confirmed one of them."""

    confirmed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: list[QWidget] = []
        self.heading = PlainLabel(N_("To be checked by the lawyer before sending"), self, role="heading", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.heading)
        self.hide()

    def show_norms(self, norms: Sequence[Norm]) -> None:
        """Show these norms, each with its source."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(norm) for norm in norms]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(norms))

    def _line(self, norm: Norm) -> QWidget:
        line = QWidget(self)
        label = PlainLabel(parent=line, role="hint", wrap=True)
        label.texts.redraw(partial(_write, label, norm))
        row = QVBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(label)
        if self._context.may(Action.CONFIRM_LAW):
            button = LinkButton(N_("Confirm"), line, icon="check")
            button.clicked.connect(partial(self._on_confirm, law.fact_id(norm.fact)))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _on_confirm(self, fact_id: str) -> None:
        self._context.background.run(law.confirm, self._context.file, fact_id, owner=self, on_done=self._on_confirmed)

    def _on_confirmed(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The confirmation is recorded with your name.")))
        self.confirmed.emit()


def _write(label: PlainLabel, norm: Norm) -> None:
    lang = language()
    title = getattr(norm.fact.title, lang)
    source = ", ".join(filter(None, (norm.fact.source_in(lang), norm.fact.edition_in(lang))))
    # A value added by hand, or a rule that nobody has confirmed for a year, says so here too.
    why = words.state_in_full(norm) if norm.old or norm.fact.origin is not Origin.SHIPPED else ""
    label.setText(" · ".join(filter(None, (title, _value(norm.fact.value), source, why))))


def _value(text: str) -> str:
    """A value of law as the language writes it; what is no number stays."""
    try:
        return format_number(Decimal(text), language())
    except InvalidOperation:
        return text
