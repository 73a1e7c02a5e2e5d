"""Papers and work of one person: papers with their last days, stays with the counter, and whether they may work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.changes import Saved
from desktop_app.domain.papers import PAPER_KINDS, Clock, PaperRow, clock
from desktop_app.domain.stays import StayRow
from desktop_app.domain.work_right import Regime
from desktop_app.errors import Message
from desktop_app.i18n import N_, _
from desktop_app.services import papers, work_right
from desktop_app.services.work_right import WorkAnswer
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.table import Column
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.workright import wording
from desktop_app.ui.workright.navigator_dialog import NavigatorDialog
from desktop_app.ui.workright.paper_dialog import PaperDialog
from desktop_app.ui.workright.rows_panel import RowsPanel
from desktop_app.ui.workright.stay_dialog import StayDialog

_NO_PAPERS: Final = N_("No papers noted. Note those that run out: registration, permit, visa, insurance.")
_NO_STAYS: Final = N_("No stays noted. With entries and exits the ninety days are counted.")
_REMOVE_PAPER: Final = N_("The paper is taken out of the file. Scans stay among the attachments of the case.")
_REMOVE_STAY: Final = N_("The stay is taken out of the file, and the counter counts without it.")
_CLOCKS: Final = {
    Clock.NONE: None,
    Clock.GOOD: ("circle-check", "good"),
    Clock.SOON: ("triangle-alert", "warn"),
    Clock.OVER: ("circle-alert", "danger"),
}


class PapersTab(QWidget):
    """Two tables and the short answer; `read` is called when the tab is looked at, because looking is logged."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: WorkAnswer | None = None
        self.person_id = 0
        self.short = Note(self)
        self.short.hide()
        self.counter = PlainLabel(parent=self, wrap=True)
        self.papers = RowsPanel[PaperRow](N_("Papers"), N_("Note a paper …"), _paper_columns(), _NO_PAPERS, self)
        self.stays = RowsPanel[StayRow](N_("Stays"), N_("Note a stay …"), _stay_columns(), _NO_STAYS, self)
        self.navigator_button = Button(N_("May they work? …"), self, icon="scale")
        self._build()
        self.navigator_button.clicked.connect(self.navigate)
        self.papers.wanted.connect(self.note_paper)
        self.papers.removed.connect(self.remove_paper)
        self.stays.wanted.connect(self.note_stay)
        self.stays.removed.connect(self.remove_stay)

    def show_person(self, person_id: int, erased: bool) -> None:
        """Show another person; nothing is read until somebody looks."""
        if person_id != self.person_id:
            self._answer = None
            self.papers.set_rows(())
            self.stays.set_rows(())
            self.short.hide()
            self.counter.show_text("")
        self.person_id = person_id
        self.set_erased(erased)
        for part in ("paper", "stay", "work"):
            within_reach(self._context.bus, f"person:{person_id}:{part}", self, self._on_wanted)

    def set_erased(self, erased: bool) -> None:
        """Nothing is written about somebody whose data were erased."""
        for part in (self.papers.note_button, self.stays.note_button, self.navigator_button):
            part.setVisible(not erased)

    def read(self) -> None:
        """Read papers, stays and the answer anew."""
        if self.person_id:
            self._context.background.run(
                work_right.of_person, self._context.file, self.person_id, owner=self, on_done=self._on_read
            )

    def note_paper(self, stored: PaperRow | None = None) -> PaperDialog:
        """Ask for a paper, or for the corrections of one."""
        dialog = PaperDialog(self._context, self.person_id, stored, self)
        dialog.open()
        return dialog

    def note_stay(self, stored: StayRow | None = None) -> StayDialog:
        """Ask for a stay, or for the corrections of one."""
        dialog = StayDialog(self._context, self.person_id, stored, self)
        dialog.open()
        return dialog

    def navigate(self) -> NavigatorDialog:
        """Ask what is still not known, and show the whole answer."""
        dialog = NavigatorDialog(self._context, self, self.person_id)
        dialog.open()
        return dialog

    def remove_paper(self, row: PaperRow) -> Dialog:
        """Ask before a paper goes."""
        gone = partial(self._remove, papers.remove_paper, row.id)
        return ask(self, N_("Remove the paper"), Message(_REMOVE_PAPER), N_("Remove"), gone, loses=True)

    def remove_stay(self, row: StayRow) -> Dialog:
        """Ask before a stay goes."""
        gone = partial(self._remove, papers.remove_stay, row.id)
        return ask(self, N_("Remove the stay"), Message(_REMOVE_STAY), N_("Remove"), gone, loses=True)

    def _build(self) -> None:
        answer, tables = QHBoxLayout(), QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.short, 1)
        answer.addWidget(self.navigator_button, 0, Qt.AlignmentFlag.AlignTop)
        tables.setSpacing(16)
        tables.addWidget(self.papers, 3)
        tables.addWidget(self.stays, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(answer)
        column.addWidget(self.counter)
        column.addLayout(tables, 1)

    def _on_read(self, answer: WorkAnswer) -> None:
        if answer.person_id != self.person_id:
            return
        self._answer = answer
        self.papers.set_rows(answer.papers)
        self.stays.set_rows(answer.stays)
        self.short.show_message(answer.navigator.headline, wording.TONES[answer.navigator.verdict])
        self.counter.texts.set_text(self.counter.setText, self._counted)

    def _counted(self) -> str:
        """The counter in words; nothing for a citizen, or without any stay."""
        answer = self._answer
        if answer is None or not answer.stays or answer.navigator.regime is Regime.CITIZEN:
            return ""
        return wording.counted(answer.navigator)

    def _remove(self, call: Callable[..., Saved], row_id: int) -> None:
        self._context.background.run(
            call, self._context.file, self.person_id, row_id, owner=self, on_done=self._on_removed
        )

    def _on_removed(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("It is taken out of the file.")))

    def _on_wanted(self, name: str) -> None:
        """Open the form a draft was left in; that of a row which is no longer there comes up empty."""
        part, _colon, number = name.partition(":")[2].partition(":")[2].partition(":")
        row_id = int(number) if number.isdecimal() else 0
        if part == "work":
            self.navigate()
        elif part == "paper":
            self.note_paper(self.papers.row_that(lambda row: row.id == row_id))
        else:
            self.note_stay(self.stays.row_that(lambda row: row.id == row_id))


def _paper_columns() -> tuple[Column[PaperRow], ...]:
    return (
        Column(N_("Paper"), _kind, width=150, stretch=True),
        Column(N_("Number"), _number, width=90, personal=True),
        Column(N_("Valid until"), _until, width=110, mark=_mark),
    )


def _stay_columns() -> tuple[Column[StayRow], ...]:
    return (
        Column(N_("Entered on"), _entered, width=100),
        Column(N_("Left on"), _left, width=100),
        Column(N_("Note"), _note, width=80, stretch=True, personal=True),
    )


def _kind(row: PaperRow) -> str:
    return _(PAPER_KINDS[row.kind])


def _number(row: PaperRow) -> str:
    return row.number


def _until(row: PaperRow) -> str:
    return day(row.expires_on)


def _mark(row: PaperRow) -> tuple[str, str] | None:
    return _CLOCKS[clock(row, settings.today())]


def _entered(row: StayRow) -> str:
    return day(row.entered_on)


def _left(row: StayRow) -> str:
    return day(row.left_on)


def _note(row: StayRow) -> str:
    return row.note
