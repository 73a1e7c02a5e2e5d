"""What to do when …: every message about the surroundings, searchable, in its three parts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain import environment
from desktop_app.domain.environment import GROUPS, Entry
from desktop_app.i18n import N_, _, interface, sort_key
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts


class MessagesDialog(Dialog):
    """A search line, the list, and the chosen message in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("What to do when …"), width=900)
        self.text = TextField(self, placeholder=N_("A word of the message"))
        columns: tuple[Column[Entry], ...] = (
            Column(N_("What happened"), _happened, stretch=True),
            Column(N_("Where"), _where, width=210),
        )
        self.table = Table(columns, self, empty=EmptyHint(N_("Nothing found. Try fewer words or another spelling.")))
        self.table.setMinimumHeight(260)
        self.happened = PlainLabel(parent=self, role="heading", wrap=True)
        self.safe = PlainLabel(parent=self, wrap=True)
        self.do = PlainLabel(parent=self, wrap=True)
        for widget in (self.text, self.table):
            self.body.addWidget(widget)
        for title, label in ((None, self.happened), (N_("What is safe"), self.safe), (N_("What to do"), self.do)):
            if title is not None:
                self.body.addWidget(PlainLabel(title, self, role="muted"))
            self.body.addWidget(label)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        self.resize(900, 640)
        self.text.changed.connect(self.search)
        self.table.chosen.connect(self._on_chosen)
        Texts(self).redraw(self.search)

    def search(self) -> None:
        """Show the messages that hold every word that was typed."""
        wanted = sort_key(self.text.value()).split()
        found = [entry for entry in environment.entries(interface()) if _holds(entry, wanted)]
        self.table.set_rows(found)
        if found:
            self.table.select_row(0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        entry = self.table.current() if self.table.rows else None
        self.happened.setText(entry.happened if entry else "")
        self.safe.setText(entry.safe if entry else "")
        self.do.setText(entry.do if entry else "")


def _holds(entry: Entry, wanted: list[str]) -> bool:
    words = sort_key(" ".join((entry.happened, entry.safe, entry.do, _(GROUPS[entry.group]))))
    return all(word in words for word in wanted)


def _happened(entry: Entry) -> str:
    return entry.happened


def _where(entry: Entry) -> str:
    return _(GROUPS[entry.group])
