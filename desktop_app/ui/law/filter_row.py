"""By what the list of the law is narrowed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.law_book import LawBook
from desktop_app.domain.law_names import ACTS, act_of
from desktop_app.domain.law_norms import Norm, Standing
from desktop_app.i18n import N_, sort_key
from desktop_app.law import Origin
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.wording import named
from desktop_app.ui.law import words

SHOWN: Final = {
    "now": N_("In use now"),
    "all": N_("Earlier values too"),
    "open": N_("To be checked by the lawyer"),
    "stale": N_("Not confirmed for 12 months"),
    "outdated": N_("Past the known range"),
    "centre": N_("Added by hand"),
    "update": N_("Came with an update"),
}


class FilterRow(QWidget):
    """A search box, an act and a state. `changed()`: the list is to be narrowed otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextField(self, placeholder=N_("Search in the law"))
        self.act = ChoiceBox(named(ACTS, empty=N_("All acts")), self)
        self.act.setMinimumContentsLength(18)
        self.shown = ChoiceBox(named(SHOWN), self)
        self.shown.setMinimumContentsLength(18)
        self.shown.set_value("now")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 2)
        row.addWidget(self.act, 1)
        row.addWidget(self.shown, 1)
        for field in (self.text, self.act, self.shown):
            field.changed.connect(self.changed)

    def fits(self, norm: Norm, book: LawBook) -> bool:
        """Whether a fact of the book is wanted."""
        wanted, act = sort_key(self.text.value()), self.act.value()
        if act and act_of(norm.fact) != act:
            return False
        return self._is_shown(norm, book) and (not wanted or wanted in words.searched(norm))

    def _is_shown(self, norm: Norm, book: LawBook) -> bool:
        match self.shown.value():
            case "now":
                return book.is_current(norm.fact)
            case "open":
                return not norm.settled
            case "stale":
                return norm.old
            case "outdated":
                return norm.standing is Standing.OUTDATED
            case "centre" | "update" as origin:
                return norm.fact.origin is Origin(origin)
        return True
