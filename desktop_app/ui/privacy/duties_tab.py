"""What the law on personal data asks the centre to do now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import law
from desktop_app.domain.duties import NORMS, WORDS, Duties, Duty, DutyKind
from desktop_app.i18n import N_, _, format_number, language, ngettext
from desktop_app.services import duties
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context

_EMPTY: Final = N_("Nothing is due: consents, papers and terms are in order.")
_PAPERS: Final = (DutyKind.RESPONSIBLE, DutyKind.DATA_LIST, DutyKind.POLICY, DutyKind.TERM)


class DutiesTab(QWidget):
    """`terms_wanted()`: the list of closed cases; `papers_wanted()`: the settings. A person opens their page."""

    terms_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._duties: Duties | None = None
        columns: tuple[Column[Duty], ...] = (
            Column(N_("To be done by"), _day, width=120, mark=self._mark),
            Column(N_("What is to be done"), _what, width=420, stretch=True),
            Column(N_("Who or how many"), _who, width=200, stretch=True, personal=True),
        )
        self.table = Table(columns, self, empty=EmptyHint(_EMPTY))
        self.ground = PlainLabel(parent=self, role="muted", wrap=True)
        self.more = PlainLabel(parent=self, role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.ground)
        column.addWidget(self.more)
        self.table.chosen.connect(self._write_ground)
        self.table.opened.connect(self._on_opened)
        Texts(self).redraw(self._write)

    def refresh(self) -> None:
        """Read the duties anew."""
        self._context.background.run(duties.listing, self._context.file, owner=self, on_done=self._on_read)

    def _on_read(self, found: Duties) -> None:
        self._duties = found
        self.table.set_rows(found.duties)
        if found.duties and self.table.current() is None:
            self.table.select_row(0)
        self._write()

    def _write_ground(self) -> None:
        duty = self.table.current()
        self.ground.setVisible(duty is not None)
        if duty is not None:
            norm = getattr(law.fact(NORMS[duty.kind]).title, language())
            self.ground.show_text(_("Ground: %(norm)s. Enter opens the line.", norm=norm))

    def _write(self) -> None:
        self._write_ground()
        found = self._duties
        listed = sum(duty.kind is DutyKind.NO_CONSENT for duty in found.duties) if found else 0
        left = found.without - listed if found else 0
        self.more.setVisible(left > 0)
        self.more.show_text(
            ngettext(
                "%(n)s more person in an open case has no consent on file.",
                "%(n)s more people in open cases have no consent on file.",
                left,
            )
        )

    def _mark(self, duty: Duty) -> tuple[str, str] | None:
        if duty.day is None or self._duties is None or duty.day > self._duties.on:
            return None
        return ("triangle-alert", "danger") if duty.day < self._duties.on else ("circle-dot", "warn")

    def _on_opened(self, duty: Duty) -> None:
        if duty.person_id is not None:
            self._context.bus.open_requested.emit("person", duty.person_id)
        elif duty.kind is DutyKind.TERM_ENDED:
            self.terms_wanted.emit()
        elif duty.kind in _PAPERS:
            self.papers_wanted.emit()


def _day(duty: Duty) -> str:
    return day(duty.day) if duty.day is not None else _("now")


def _what(duty: Duty) -> str:
    return _(WORDS[duty.kind])


def _who(duty: Duty) -> str:
    if duty.kind is DutyKind.TERM_ENDED:
        return _("cases: %(count)s", count=format_number(duty.count, language()))
    return duty.name or _("the centre")
