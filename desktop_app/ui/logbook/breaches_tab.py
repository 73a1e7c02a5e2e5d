"""The register of breaches: what was found, by when the body must be notified, and whether it was."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.breaches import Breach
from desktop_app.domain.log_words import short_moment
from desktop_app.i18n import N_, _, interface
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import breach_calls as calls
from desktop_app.ui.logbook.breach_dialogs import BreachDialog, NoticeDialog, PackDialog

D = TypeVar("D", bound=Dialog)


class BreachesTab(QWidget):
    """A list, and what can be done about the chosen line."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        empty = EmptyHint(N_("No breach was written down. When something happens, begin here: the term is short."))
        self.table = Table[Breach](_columns(), self, empty=empty)
        self.new_button = Button(N_("Write down a breach …"), self, icon="plus")
        self.pack_button = Button(N_("Make the papers …"), self, icon="file-down")
        self.notice_button = Button(N_("The body was notified …"), self, icon="check")
        self._build()
        self.new_button.clicked.connect(self.write_down)
        self.pack_button.clicked.connect(self.make_papers)
        self.notice_button.clicked.connect(self.note_notice)
        self.table.opened.connect(self.make_papers)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()

    def refresh(self) -> None:
        """Read the register."""
        self._context.background.run(calls.listing, self._context.file, owner=self, on_done=self._on_read)

    def write_down(self) -> BreachDialog:
        """Ask for a new breach."""
        return _opened(BreachDialog(self._context, self))

    def make_papers(self) -> PackDialog | None:
        """Ask what the papers of the chosen breach look at."""
        breach = self.table.current()
        return _opened(PackDialog(self._context, breach, self)) if breach else None

    def note_notice(self) -> NoticeDialog | None:
        """Ask for the day of the notice about the chosen breach."""
        breach = self.table.current()
        return _opened(NoticeDialog(self._context, breach, self)) if breach else None

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.new_button, self.pack_button, self.notice_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(
            PlainLabel(
                N_(
                    "The last day of the notice is counted by the law kept on the page “Law”. The lawyer checks it, "
                    "the addressee and the form."
                ),
                self,
                role="hint",
                wrap=True,
            )
        )

    def _on_read(self, rows: tuple[Breach, ...]) -> None:
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select_row(0)

    def _on_chosen(self) -> None:
        chosen = self.table.current() is not None
        self.pack_button.setEnabled(chosen)
        self.notice_button.setEnabled(chosen)


def _opened(dialog: D) -> D:
    dialog.open()
    return dialog


def _columns() -> tuple[Column[Breach], ...]:
    return (
        Column(N_("Found"), _found, width=140),
        Column(N_("What happened"), _described, stretch=True),
        Column(N_("Notify by"), _notify_by, width=110),
        Column(N_("Notice"), _notice, width=190, mark=_notice_mark),
        Column(N_("Written down by"), _recorded_by, width=150),
    )


def _found(row: Breach) -> str:
    return short_moment(row.found_at, interface())


def _described(row: Breach) -> str:
    return row.described


def _notify_by(row: Breach) -> str:
    return day(row.notify_by)


def _notice(row: Breach) -> str:
    if row.notified_at is not None:
        return _("sent on %(day)s", day=day(row.notified_at.date()))
    return _("overdue, not sent yet") if _overdue(row) else _("not sent yet")


def _notice_mark(row: Breach) -> tuple[str, str]:
    if row.notified_at is not None:
        return ("circle-check", "good")
    return ("circle-alert", "danger") if _overdue(row) else ("triangle-alert", "warn")


def _overdue(row: Breach) -> bool:
    return row.notify_by is not None and row.notify_by < settings.today()


def _recorded_by(row: Breach) -> str:
    return row.recorded_by
