"""The lines of the log, newest first, under filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.centre import Role
from desktop_app.domain.changes import Saved
from desktop_app.domain.log_actions import GROUPS, Group, words
from desktop_app.domain.log_words import moment_words, named
from desktop_app.domain.logbook import LogFilter, LogLine, LogView
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_, _, format_number, interface, language
from desktop_app.ui.background import Task
from desktop_app.ui.common import wording
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import calls

PAGE: Final = 200
_PAUSE_MS: Final = 250
_LONGEST_NUMBER: Final = 40
_OPENS: Final = frozenset({"case", "person", "employer", "letter"})
_EMPTY: Final = N_("No line of the log fits this filter.")
_OWN: Final = N_("You see your own lines. A manager or an administrator sees all of them.")


class LinesTab(QWidget):
    """Filters above, lines below; export for who may read everything."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._wanted = LogFilter(limit=PAGE)
        self._people: tuple[tuple[str, str], ...] = ()
        self._more = False
        self.who = ChoiceBox(self._choices, self)
        self.group = ChoiceBox(wording.named(GROUPS, empty=N_("All actions")), self)
        self.first, self.last = DateField(self), DateField(self)
        self.case = TextField(self, placeholder="2026-0001")
        self.form = Form(self, columns=7)
        self.own = PlainLabel(_OWN, self, role="muted", wrap=True)
        self.own.hide()
        self.export_button = Button(N_("Export to Excel …"), self, icon="file-down")
        self.export_button.hide()
        self.table = Table[LogLine](_columns(), self, empty=EmptyHint(_EMPTY))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()

    def show_view(self, told: LogView) -> None:
        """Offer the colleagues; read the lines."""
        self._people = tuple((str(staff_id), each.name) for staff_id, each in told.colleagues.items())
        self.who.renew()
        self.form.field("who").setVisible(told.everything)
        self.own.setVisible(not told.everything)
        self.export_button.setVisible(told.everything)
        self.read()

    def read(self) -> None:
        """Read the lines of the filter anew."""
        self._pause.stop()
        try:
            self._wanted = self.wanted()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self.form.clear_problems()
        self._read(self._wanted, self._on_lines)

    def wanted(self) -> LogFilter:
        """The filter as typed. Raises InvalidInput."""
        typed = self.form.values()
        return LogFilter(
            staff_id=int(typed["who"]) if typed["who"] else None,
            group=Group(typed["group"]) if typed["group"] else None,
            first=typed["first"],
            last=typed["last"],
            case=typed["case"][:_LONGEST_NUMBER],
            limit=PAGE,
        )

    def _build(self) -> None:
        self.form.add("who", N_("Who"), self.who, span=2)
        self.form.add("group", N_("What"), self.group, span=2)
        self.form.add("first", N_("From"), self.first)
        self.form.add("last", N_("Until"), self.last)
        self.form.add("case", N_("Case"), self.case)
        foot = QHBoxLayout()
        foot.addWidget(self.own, 1)
        foot.addStretch()
        foot.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._on_pause)
        self.table.end_neared.connect(self._on_end_neared)
        self.table.opened.connect(self._on_opened)
        self.export_button.clicked.connect(self._on_export)

    def _choices(self) -> Sequence[tuple[str, str]]:
        return (("", _("Everybody")), *self._people)

    def _on_pause(self) -> None:
        if not (self.first.hasFocus() or self.last.hasFocus()):
            self.read()
            return
        try:
            self.wanted()
        except InvalidInput:  # a day that is still being typed is no problem yet
            return
        self.read()

    def _read(self, wanted: LogFilter, on_done: Callable[[tuple[LogLine, ...]], None]) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            calls.page,
            self._context.file,
            wanted,
            owner=self,
            on_done=on_done,
            on_error=self._on_error,
            label=Message(N_("Reading the log …")),
            cancellable=True,
        )

    def _on_error(self, error: AppError) -> None:
        self.table.set_rows(())
        self.form.field("case").show_problem(error.message)

    def _on_lines(self, lines: tuple[LogLine, ...]) -> None:
        self._more = len(lines) >= PAGE
        self.table.set_rows(lines)

    def _on_more_lines(self, lines: tuple[LogLine, ...]) -> None:
        self._more = len(lines) >= PAGE
        self.table.append(lines)

    def _on_end_neared(self) -> None:
        if self._more and self.table.rows:
            self._more = False
            self._read(replace(self._wanted, before=self.table.rows[-1].seq), self._on_more_lines)

    def _on_opened(self, line: LogLine) -> None:
        # An administrator reads no case: to open one from here would only be one more refused attempt.
        may = self._context.file.staff.role is not Role.ADMINISTRATOR and not line.refused
        if may and line.thing in _OPENS and line.thing_id is not None:
            self._context.bus.open_requested.emit(line.thing, line.thing_id)

    def _on_export(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        suggested = folder / f"log_{settings.today()}.xlsx"
        choose_to_save(self, N_("Save the lines of the log"), suggested, ".xlsx", self.export)

    def export(self, path: Path) -> None:
        """Write the lines of the filter to `path`."""
        self._context.background.run(
            calls.export,
            self._context.file,
            self._wanted,
            language(),
            path,
            owner=self,
            on_done=partial(self._on_exported, path),
            label=Message(N_("Writing the workbook …")),
        )

    def _on_exported(self, path: Path, _saved: Saved) -> None:
        told: dict[str, Any] = {"path": path}
        self._context.bus.said.emit(Message(N_("The lines are saved: %(path)s"), told))


def _columns() -> tuple[Column[LogLine], ...]:
    return (
        Column(N_("Line"), _number, width=72, number=True),
        Column(N_("Time"), _time, width=210, mark=_time_mark),
        Column(N_("Who"), _who, width=150),
        Column(N_("What"), _what, width=220, stretch=True, mark=_what_mark),
        Column(N_("About"), _about, width=150),
        Column(N_("Computer"), _computer, width=90),
    )


def _number(line: LogLine) -> str:
    return format_number(line.seq, language())


def _time(line: LogLine) -> str:
    at = moment_words(line.at, interface())
    return _("%(time)s · the clock went back", time=at) if line.clock_back else at


def _time_mark(line: LogLine) -> tuple[str, str] | None:
    if line.at is None:
        return ("circle-alert", "danger")
    return ("triangle-alert", "warn") if line.clock_back else None


def _who(line: LogLine) -> str:
    return line.who or _("The program itself")


def _what(line: LogLine) -> str:
    action = _(words(line.action))
    return _("Refused: %(action)s", action=action) if line.refused else action


def _what_mark(line: LogLine) -> tuple[str, str] | None:
    return ("circle-alert", "danger") if line.refused else None


def _about(line: LogLine) -> str:
    return named(line, interface())


def _computer(line: LogLine) -> str:
    return line.computer
