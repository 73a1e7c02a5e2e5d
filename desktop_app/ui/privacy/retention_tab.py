"""Closed cases whose term of storage has ended, and taking their names out."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.permissions import Action
from desktop_app.domain.retention import RetentionPage, RetentionRow
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, format_number, language
from desktop_app.services import retention
from desktop_app.ui.common.approval import add_approval, approval_of
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import EmptyHint, Note
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

_EMPTY: Final = N_("No closed case has reached the end of its term.")
_NO_TERM: Final = N_(
    "The term of storage is not set. The centre’s lawyer decides for how many years closed cases keep their names, not "
    "shorter than the limitation period and the term of the consents. Set it in the settings, under Data."
)
_TERM: Final = N_("Closed cases keep their names for this many years: %(years)s. To be checked by the centre’s lawyer.")

_ENQUIRIES: Final = N_(
    "Closed cases keep their names for this many years: %(years)s. To be checked by the centre’s lawyer. Enquiries of "
    "the same age that became no case lose names, phones and words at the same time: %(enquiries)s."
)


class RetentionTab(QWidget):
    """Several cases can be chosen; a manager takes their names out with a second colleague."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._enquiries = 0
        self.note = Note(self)
        self.table = Table[RetentionRow](_columns(), self, empty=EmptyHint(_EMPTY), several=True)
        self.all_button = Button(N_("Choose all that are not held"), self, icon="check")
        self.run_button = Button(N_("Take the names out …"), self, icon="trash-2")
        may = context.may(Action.RUN_RETENTION)
        self.all_button.setVisible(may)
        self.run_button.setVisible(may)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.all_button)
        row.addWidget(self.run_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self.all_button.clicked.connect(self._on_all)
        self.run_button.clicked.connect(self.ask)
        self._on_chosen()

    def refresh(self) -> None:
        """Read the list anew."""
        self._context.background.run(retention.page, self._context.file, owner=self, on_done=self._on_read)

    def ask(self) -> RetentionDialog | None:
        """Ask for the second colleague."""
        rows = self._free()
        if not rows and not self._enquiries:
            return None
        dialog = RetentionDialog(self._context, rows, self._enquiries, self)
        dialog.open()
        return dialog

    def _free(self) -> tuple[RetentionRow, ...]:
        today = settings.today()
        return tuple(row for row in self.table.selected() if not row.is_held(today))

    def _on_read(self, page: RetentionPage) -> None:
        if page.years is None:
            self.note.show_message(Message(_NO_TERM), "warn")
        else:
            told = {"years": page.years, "enquiries": format_number(page.enquiries, language())}
            self.note.show_message(Message(_ENQUIRIES if page.enquiries else _TERM, told), "info")
        self._enquiries = page.enquiries
        self.table.set_rows(page.rows)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.all_button.setEnabled(bool(self.table.rows))
        self.run_button.setEnabled(bool(self._free()) or self._enquiries > 0)

    def _on_all(self) -> None:
        today = settings.today()
        self.table.select_rows([at for at, row in enumerate(self.table.rows) if not row.is_held(today)])

    def _on_opened(self, row: RetentionRow) -> None:
        self._context.bus.open_requested.emit("case", row.case_id)


class RetentionDialog(FormDialog):
    """What goes, and the second colleague."""

    def __init__(
        self, context: Context, rows: tuple[RetentionRow, ...], enquiries: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, N_("Take the names out"), columns=1, size=(600, 0))
        self._rows = rows
        text = N_(
            "Cases chosen: %(count)s. Enquiries of that age: %(enquiries)s. Names, phones, notes, attachments and the "
            "texts of letters go for good; numbers for summaries stay. Somebody who stands in another case keeps "
            "their name there. Backups made before still hold the data until their turn to go comes."
        )
        told = {"count": format_number(len(rows), language()), "enquiries": format_number(enquiries, language())}
        self.note.show_message(Message(text, told), "warn")
        add_approval(self.form)
        self.add_save(N_("Take the names out"), icon="trash-2", loses=True)

    def save(self) -> None:
        """Take the names out."""
        if self.typed() is None:
            return
        self.run(
            retention.run,
            tuple(row.case_id for row in self._rows),
            approval_of(self.form),
            said=Message(N_("The names are out. The certificate is under Erasures.")),
            label=Message(N_("Taking the names out …")),
        )


def _columns() -> tuple[Column[RetentionRow], ...]:
    return (
        Column(N_("Case"), _number, width=120),
        Column(N_("Closed"), _closed, width=120),
        Column(N_("Term ended"), _ended, width=120),
        Column(N_("Workers"), _workers, width=90, number=True),
        Column(N_("Legal hold"), _hold, width=220, stretch=True, mark=_mark),
    )


def _number(row: RetentionRow) -> str:
    return row.number


def _closed(row: RetentionRow) -> str:
    return day(row.closed_on)


def _ended(row: RetentionRow) -> str:
    return day(row.ended_on)


def _workers(row: RetentionRow) -> str:
    return format_number(row.workers, language())


def _hold(row: RetentionRow) -> str:
    if row.hold_until is None:
        return ""
    return _("until %(day)s: %(reason)s", day=day(row.hold_until), reason=row.hold_reason)


def _mark(row: RetentionRow) -> tuple[str, str] | None:
    return ("lock", "warn") if row.is_held(settings.today()) else None
