"""The enquiries of a period with their search, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.code_names import CHANNELS
from desktop_app.domain.enquiries import TOPICS, EnquiryFilter, EnquiryRow
from desktop_app.domain.privacy_names import READING
from desktop_app.i18n import N_, _
from desktop_app.services import enquiries
from desktop_app.ui.background import Task
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day, named
from desktop_app.ui.context import Context
from desktop_app.ui.enquiries.numbers_dialog import NumbersDialog
from desktop_app.ui.summaries.periods import PERIODS, bounds

PAGE: Final = 200
_PAUSE_MS: Final = 200
_LONGEST_TEXT: Final = 300
_ALL: Final = "all"
_PERIODS: Final = {_ALL: N_("All days"), **{code: name for code, name in PERIODS.items() if code != "own"}}
_EMPTY: Final = N_("No enquiries here. Type the question above and press Ctrl+S: a name is not needed.")
_NOT_FOUND: Final = N_("Nothing found. Try fewer words, another topic or a longer period.")


class EnquiryList(QWidget):
    """`opened(id)`: Enter or a double click on a row."""

    opened = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._more = False
        self.text = TextField(self, placeholder=N_("Name, phone or words"))
        self.topic = ChoiceBox(named(TOPICS, empty=N_("All topics")), self)
        self.period = ChoiceBox(named(_PERIODS), self)
        self.numbers_button = LinkButton(N_("Numbers of the period …"), self, icon="chart-column")
        self.hint = EmptyHint(_EMPTY)
        self.table = Table[EnquiryRow](_columns(), self, empty=self.hint)
        self.table.setMinimumHeight(120)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.text, 3)
        bar.addWidget(self.topic, 2)
        bar.addWidget(self.period, 2)
        bar.addWidget(self.numbers_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.text.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._on_filter_changed)
        self.topic.changed.connect(self._on_filter_changed)
        self.period.changed.connect(self._on_filter_changed)
        self.numbers_button.clicked.connect(self.show_numbers)
        self.table.opened.connect(self._on_opened)
        self.table.end_neared.connect(self._on_end_neared)

    def refresh(self) -> None:
        """Read the list again as long as it was."""
        self._read(replace(self.wanted(), limit=max(PAGE, len(self.table.rows))), self._on_rows)

    def wanted(self) -> EnquiryFilter:
        """What the list is asked for."""
        first, last = self.days()
        text = self.text.value()[:_LONGEST_TEXT]
        return EnquiryFilter(text, self.topic.value(), first, last, limit=PAGE)

    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day of the period, none for all days."""
        code = self.period.value()
        found = None if code == _ALL else bounds(code, settings.today())
        return found or (None, None)

    def show_numbers(self) -> NumbersDialog:
        """Show how many enquiries the period had, by topic, channel and language."""
        dialog = NumbersDialog(self._context, *self.days(), self)
        dialog.open()
        return dialog

    def _on_filter_changed(self) -> None:
        self._read(self.wanted(), self._on_rows)

    def _on_opened(self, row: EnquiryRow) -> None:
        self.opened.emit(row.id)

    def _on_end_neared(self) -> None:
        rows = self.table.rows
        if self._more and rows:
            self._more = False
            self._read(replace(self.wanted(), after_id=rows[-1].id), self._on_more_rows)

    def _read(self, wanted: EnquiryFilter, on_done: Callable[[Sequence[EnquiryRow]], None]) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            enquiries.page, self._context.file, wanted, owner=self, on_done=on_done, cancellable=True
        )

    def _on_rows(self, rows: Sequence[EnquiryRow]) -> None:
        self._more = len(rows) >= PAGE
        narrowed = bool(self.text.value() or self.topic.value() or self.period.value() != _ALL)
        self.hint.label.set_text(_NOT_FOUND if narrowed else _EMPTY)
        self.table.set_rows(rows)

    def _on_more_rows(self, rows: Sequence[EnquiryRow]) -> None:
        self._more = len(rows) >= PAGE
        self.table.append(rows)


def _columns() -> tuple[Column[EnquiryRow], ...]:
    return (
        Column(N_("Day"), _day, width=100),
        Column(N_("Topic"), _topic, width=130),
        Column(N_("What was asked"), _question, width=140, stretch=True, personal=True),
        Column(N_("Caller"), _caller, width=110, personal=True),
        Column(N_("How it came"), _channel, width=90),
        Column(N_("Language"), _language, width=90),
        Column(N_("Case"), _case, width=80),
    )


def _day(row: EnquiryRow) -> str:
    return day(row.on)


def _topic(row: EnquiryRow) -> str:
    return _(TOPICS[row.topic]) if row.topic in TOPICS else ""


def _question(row: EnquiryRow) -> str:
    return row.question


def _caller(row: EnquiryRow) -> str:
    return " · ".join(filter(None, (row.caller, row.phone)))


def _channel(row: EnquiryRow) -> str:
    return _(CHANNELS[row.channel])


def _language(row: EnquiryRow) -> str:
    return _(READING[row.language]) if row.language in READING else ""


def _case(row: EnquiryRow) -> str:
    return row.case_number
