"""What an employer owes and paid over all its cases, what it did not answer, and who may be the same."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.chains import SIGNS, PerhapsSame
from desktop_app.domain.employers import EmployerCard
from desktop_app.i18n import N_, _, ngettext
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import day, money

_MOST: Final = 5


class Standing(QWidget):
    """`opened(kind, id)`: a letter that waits, or an employer that may be the same."""

    opened = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: EmployerCard | None = None
        self.sums = PlainLabel(parent=self, wrap=True)
        self.waiting = PlainLabel(N_("Letters without an answer"), self, role="heading")
        self.same = PlainLabel(N_("Perhaps the same employer"), self, role="heading")
        self.why = PlainLabel(
            N_("They share what stands beside the name. Two firms may share a phone or a house: compare, then decide."),
            self,
            role="hint",
            wrap=True,
        )
        self._letters, self._others = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sums)
        column.addWidget(self.waiting)
        column.addLayout(self._letters)
        column.addWidget(self.same)
        column.addWidget(self.why)
        column.addLayout(self._others)
        self.sums.texts.redraw(self._write)
        self.show_same(())

    def show_card(self, card: EmployerCard) -> None:
        """Show the sums and the letters of this employer."""
        self._card = card
        self._write()
        self._empty(self._letters)
        self.waiting.setVisible(bool(card.unanswered))
        for letter in card.unanswered[:_MOST]:
            link = LinkButton("", self, icon="file-text")
            text = partial(_waiting, letter.number, letter.due_on)
            link.texts.set_text(link.show_text, text)
            link.clicked.connect(partial(self._on_clicked, "case", letter.case_id))
            self._letters.addWidget(link)

    def show_same(self, found: tuple[PerhapsSame, ...]) -> None:
        """Show other employers that may be the same, each with what both have in common."""
        self._empty(self._others)
        for widget in (self.same, self.why):
            widget.setVisible(bool(found))
        for each in found[:_MOST]:
            link = LinkButton("", self, icon="building-2")
            link.texts.set_text(link.show_text, partial(in_common, each))
            link.clicked.connect(partial(self._on_clicked, "employer", each.id))
            self._others.addWidget(link)

    def _write(self) -> None:
        card = self._card
        if card is None:
            return
        sums = _(
            "Owed in open cases: %(owed)s. Awarded: %(awarded)s. Received: %(received)s.",
            owed=money(card.owed),
            awarded=money(card.awarded),
            received=money(card.received),
        )
        self.sums.setText(sums)

    def _empty(self, column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_clicked(self, kind: str, item_id: int, *_checked: Any) -> None:
        self.opened.emit(kind, item_id)


def in_common(each: PerhapsSame) -> str:
    """Another employer and what it has in common with this one."""
    signs = ", ".join(_(SIGNS[sign]) for sign in each.signs)
    cases = ngettext("%(n)d case", "%(n)d cases", each.cases)
    return " · ".join(filter(None, (blur.name(each.name), blur.name(each.bin_iin), cases, signs)))


def _waiting(number: str, due: date) -> str:
    return _("Letter %(number)s: the term ended on %(day)s", number=number, day=day(due))
