"""Today: what is due, what comes in the next seven days, and the four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseFilter, Status
from desktop_app.domain.papers import look_ahead
from desktop_app.domain.today import Today, TodayRow
from desktop_app.i18n import N_, _, format_date, format_number, language
from desktop_app.ui.clocks import words
from desktop_app.ui.common import blur, wording
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.logbook.tail_note import TailNote
from desktop_app.ui.quarterly.due_note import DueNote
from desktop_app.ui.today.calendar_button import CalendarButton
from desktop_app.ui.today.figures import Figure
from desktop_app.ui.today.surroundings_note import SurroundingsNote
from desktop_app.ui.today.unsent_note import UnsentNote

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


class Screen(Page):
    """The start page of a file."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._today: Today | None = None
        self.title.texts.redraw(self._write_title)
        self.new_case = PrimaryButton(N_("New case"), self, icon="plus", shortcut="Ctrl+N", keys_elsewhere=True)
        self.new_case.clicked.connect(self._on_new_case)
        self.calendar = CalendarButton(context, self)
        self.add_action(self.calendar)
        self.add_action(self.new_case)
        self.open_cases = Figure(N_("open cases"), self)
        self.without_date = Figure(N_("without a next date"), self)
        self.owed = Figure(N_("owed in open cases"), self)
        self.received = Figure(N_("received this year"), self)
        self.tail = TailNote(context, self)
        self.quarter = DueNote(context, self)
        self.content.addWidget(self.tail)
        self.unsent = UnsentNote(context, self)
        self.content.addWidget(self.quarter)
        self.content.addWidget(self.unsent)
        self.surroundings = SurroundingsNote(context, self)
        self.content.addWidget(self.surroundings)
        self.content.addLayout(self._build_figures())
        self.due = self._table(N_("Nothing is due. A case comes here on the day of its next step."))
        self.upcoming = self._table(N_("Nothing in the next seven days."))
        self._lists = QWidget(self)
        self._build_lists()
        self._empty = EmptyHint(
            N_("There are no cases yet. Begin with the first: the employer, the workers, and what they are owed."),
            self._first_case_button(),
            self,
        )
        self._empty.hide()
        self.content.addWidget(self._lists, 1)
        self.content.addWidget(self._empty, 1)
        Texts(self).redraw(self._write_figures)

    def refresh(self) -> None:
        """Read the day anew."""
        self._context.background.run(_read, self._context.file, owner=self, on_done=self._on_read)
        self.tail.begin()
        self.quarter.refresh()
        self.unsent.refresh()
        self.surroundings.begin()

    def open_item(self, item_id: int) -> None:
        """Open a case."""
        self._context.bus.open_requested.emit("case", item_id)

    def _build_figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for figure in (self.open_cases, self.without_date, self.owed, self.received):
            row.addWidget(figure, 1)
        self.open_cases.clicked.connect(self._on_open_cases)
        self.without_date.clicked.connect(self._on_without_date)
        self.owed.clicked.connect(self._on_open_cases)
        self.received.clicked.connect(self._on_received)
        return row

    def _build_lists(self) -> None:
        column = QVBoxLayout(self._lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for heading, table, share in (
            (N_("Due today and overdue"), self.due, 3),
            (N_("Next seven days, and papers that run out within %(days)d days"), self.upcoming, 2),
        ):
            column.addWidget(PlainLabel(heading, self._lists, role="heading", wrap=True, days=look_ahead()))
            column.addWidget(table, share)

    def _table(self, empty: str) -> Table[TodayRow]:
        columns: tuple[Column[TodayRow], ...] = (
            Column(N_("Day"), _day, mark=self._mark, width=108),
            Column(N_("What happens"), _step, stretch=True, mark=_kind, width=190),
            Column(N_("Case"), _number, width=92),
            Column(N_("Employer"), _employer, stretch=True, personal=True),
            Column(N_("Workers"), _workers, number=True),
            Column(N_("Owed"), _owed, number=True),
        )
        table = Table(columns, self, empty=EmptyHint(empty))
        table.opened.connect(self._on_opened)
        return table

    def _first_case_button(self) -> PrimaryButton:
        button = PrimaryButton(N_("New case"), self, icon="plus")
        button.clicked.connect(self._on_new_case)
        return button

    def _mark(self, row: TodayRow) -> tuple[str, str] | None:
        if self._today is None or row.next_date > self._today.on:
            return None
        return words.standing(row.next_date, self._today.on, row.latest_on)

    def _on_read(self, today: Today) -> None:
        self._today = today
        self.due.set_rows(today.due)
        self.upcoming.set_rows(today.upcoming)
        nothing = today.open_cases == 0 and not today.received_this_year
        self._lists.setVisible(not nothing)
        self._empty.setVisible(nothing)
        self._write_title()
        self._write_figures()

    def _write_title(self) -> None:
        day = self._today.on if self._today is not None else settings.today()
        self.title.setText(_("Today, %(date)s", date=format_date(day, language(), "long")))

    def _write_figures(self) -> None:
        today = self._today
        if today is None:
            return
        self.open_cases.show_count("open case", "open cases", today.open_cases)
        self.without_date.show_number(
            format_number(today.without_next_date, language()), "warn" if today.without_next_date else ""
        )
        self.owed.show_number(wording.money(today.owed))
        self.received.show_number(wording.money(today.received_this_year))

    def _on_opened(self, row: TodayRow) -> None:
        self.open_item(row.id)

    def _on_new_case(self) -> None:
        self._context.bus.open_requested.emit("new_case", 0)

    def _on_open_cases(self) -> None:
        self._context.bus.filter_requested.emit("case", CaseFilter(status=Status.OPEN))

    def _on_without_date(self) -> None:
        self._context.bus.filter_requested.emit("case", CaseFilter(status=Status.OPEN, without_next_date=True))

    def _on_received(self) -> None:
        self._context.bus.open_requested.emit("summary", 0)


def _day(row: TodayRow) -> str:
    return wording.day(row.next_date)


def _step(row: TodayRow) -> str:
    outer = _("outer day %(day)s", day=wording.day(row.latest_on)) if row.latest_on is not None else ""
    told = words.title(row.kind, row.rule) if row.kind is not None else ""
    return " · ".join(filter(None, (told, outer, blur.name(row.next_step)))) or _("Next step")


def _kind(row: TodayRow) -> tuple[str, str]:
    return words.ICONS[row.kind] if row.kind is not None else "calendar-days", "text"


def _number(row: TodayRow) -> str:
    return row.number


def _employer(row: TodayRow) -> str:
    return row.employer


def _workers(row: TodayRow) -> str:
    return format_number(row.workers, language())


def _owed(row: TodayRow) -> str:
    return wording.money(row.owed)


def _read(file: OpenFile) -> Today:
    from desktop_app.services import today

    return today.read(file)
