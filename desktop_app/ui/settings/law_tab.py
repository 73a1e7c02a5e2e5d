"""The law the program works with: every value with its source, and who of the centre has checked it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.letters import Norm
from desktop_app.domain.permissions import Action
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, language, sort_key
from desktop_app.ui.common import wording
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.domain.changes import Saved
    from desktop_app.services.files import OpenFile

Line = tuple[str, Norm]
_SHOWN: Final = {
    "open": N_("To be checked by the lawyer"),
    "all": N_("All values and rules"),
}
_CONFIDENCE: Final = {
    "V": N_("read in the text of the law"),
    "V-old": N_("read in an older edition"),
    "S": N_("from a secondary source"),
}


class LawTab(QWidget):
    """A list with a filter; below it, the chosen line in full and the button by which a lawyer confirms it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[Line, ...] = ()
        self.text = TextField(self, placeholder=N_("Search in the law"))
        self.shown = ChoiceBox(named(_SHOWN), self)
        self.shown.setMinimumContentsLength(26)
        self.shown.set_value("all")
        columns: tuple[Column[Line], ...] = (
            Column(N_("Rule or value"), _title, stretch=True),
            Column(N_("Value"), _value, number=True, width=88),
            Column(N_("In force from"), _first_day, width=112),
            Column(N_("Vouched until"), _last_day, width=112),
            Column(N_("State"), _state, mark=_mark, width=200),
        )
        self.table = Table(columns, self, empty=EmptyHint(N_("No line of the law fits this filter.")))
        # Citations of one code begin alike: their ends tell them apart.
        self.table.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.detail = PlainLabel(parent=self, wrap=True)
        self.detail.setMinimumHeight(64)
        self.button = Button(N_("I have read the source: confirm"), self, icon="check")
        self.button.setVisible(context.may(Action.CONFIRM_LAW))
        self.button.clicked.connect(self.confirm)
        self._arrange()
        self.text.changed.connect(self._filter)
        self.shown.changed.connect(self._filter)
        self.table.chosen.connect(self._on_chosen)
        Texts(self).redraw(self._write_detail)

    def refresh(self) -> None:
        """Read the law and its confirmations anew."""
        self._context.background.run(_norms, self._context.file, owner=self, on_done=self._on_read)

    def confirm(self) -> None:
        """Record that the lawyer has read the source of the chosen line."""
        line = self.table.current()
        if line is not None:
            self.button.setEnabled(False)
            self._context.background.run(_confirm, self._context.file, line[0], owner=self, on_done=self._on_confirmed)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 2)
        row.addWidget(self.shown, 1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.detail, 1)
        below.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _on_read(self, norms: dict[str, Norm]) -> None:
        self._lines = tuple(sorted(norms.items(), key=_order))
        self._filter()

    def _filter(self) -> None:
        wanted = sort_key(self.text.value())
        only_open = self.shown.value() == "open"
        self.table.set_rows(
            [
                line
                for line in self._lines
                if not (only_open and line[1].settled) and (not wanted or wanted in sort_key(_words(line)))
            ]
        )

    def _on_chosen(self) -> None:
        line = self.table.current()
        self.button.setEnabled(line is not None and not line[1].confirmed_by)
        self._write_detail()

    def _write_detail(self) -> None:
        line = self.table.current()
        if line is None:
            self.detail.setText(_("Choose a line to see its source."))
            return
        fact = line[1].fact
        self.detail.setText(
            "\n".join(
                (
                    getattr(fact.title, language()),
                    _("Source: %(source)s", source=fact.source),
                    _("Edition: %(edition)s", edition=fact.edition) + " · " + _(_CONFIDENCE[fact.confidence]),
                )
            )
        )

    def _on_confirmed(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The line of the law was confirmed.")))


def _order(line: Line) -> tuple[bool, str, int]:
    """Rules first, then values with the newest of each on top."""
    fact = line[1].fact
    return fact.effective_from is not None, fact.key, -fact.effective_from.toordinal() if fact.effective_from else 0


def _words(line: Line) -> str:
    return f"{_title(line)} {line[0]} {line[1].fact.source} {line[1].fact.value}"


def _title(line: Line) -> str:
    return str(getattr(line[1].fact.title, language()))


def _value(line: Line) -> str:
    value = line[1].fact.value
    return value if language() == "en" else value.replace(".", ",")


def _first_day(line: Line) -> str:
    return wording.day(line[1].fact.effective_from)


def _last_day(line: Line) -> str:
    return wording.day(line[1].fact.confirmed_until)


def _state(line: Line) -> str:
    norm = line[1]
    if norm.confirmed_by:
        return _("confirmed by %(name)s, %(date)s", name=norm.confirmed_by, date=wording.day(norm.confirmed_on))
    state = _CONFIDENCE["V"] if norm.settled else N_("to be checked")
    return _(state)


def _mark(line: Line) -> tuple[str, str]:
    return ("circle-check", "good") if line[1].settled else ("triangle-alert", "warn")


def _norms(file: OpenFile) -> dict[str, Norm]:
    from desktop_app.services import law

    return law.norms(file)


def _confirm(file: OpenFile, key: str) -> Saved:
    from desktop_app.services import law

    return law.confirm(file, key)
