"""One case: who, where, what comes next; its workers, wages, money, letters, attachments and details."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard, Status
from desktop_app.domain.code_names import EMPLOYER_KINDS, STATUSES
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, ngettext
from desktop_app.services import cases, complaints
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.access_dialog import AccessDialog, access_in_words
from desktop_app.ui.cases.attachments_tab import AttachmentsTab
from desktop_app.ui.cases.complaints_tab import ComplaintsTab
from desktop_app.ui.cases.details_tab import DetailsTab
from desktop_app.ui.cases.letters_tab import LettersTab
from desktop_app.ui.cases.money_tab import MoneyTab
from desktop_app.ui.cases.protection_tab import ProtectionTab
from desktop_app.ui.cases.steps_tab import StepsTab
from desktop_app.ui.cases.wages_tab import WagesTab
from desktop_app.ui.cases.who_saw_dialog import WhoSawButton
from desktop_app.ui.cases.workers_tab import WorkersTab
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, LinkButton, PrimaryButton
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context

_TITLES = (
    N_("Workers"),
    N_("Complaints"),
    N_("Wages"),
    N_("Money"),
    N_("Protection"),
    N_("Steps"),
    N_("Letters"),
    N_("Attachments"),
    N_("Details"),
)


class CasePage(Page):
    """`left()`: back to the list. Screens of the tabs read the card that this page reads."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Case"), parent)
        self._context = context
        self._card: CaseCard | None = None
        self.case_id = 0
        self.employer = LinkButton(N_("Employer"), self, icon="building-2")
        self.status = PlainLabel(parent=self, role="muted", wrap=True)
        self.access = LinkButton(N_("Open to the centre"), self, icon="users")
        self.who_saw = WhoSawButton(context, self)
        self.next = PlainLabel(parent=self, wrap=True)
        self.stop = LinkButton("", self, icon="triangle-alert")
        self.content.setSpacing(8)
        self.workers = WorkersTab(context, self)
        self.complaints = ComplaintsTab(context, self)
        self.wages = WagesTab(context, self)
        self.money = MoneyTab(context, self)
        self.protection = ProtectionTab(context, self)
        self.steps = StepsTab(context, self)
        self.letters = LettersTab(context, self)
        self.attachments = AttachmentsTab(context, self)
        self.details = DetailsTab(context, self)
        self._readers = (
            self.workers,
            self.complaints,
            self.wages,
            self.money,
            self.protection,
            self.steps,
            self.letters,
            self.attachments,
        )
        self.tabs = QTabWidget(self)
        self.words = Texts(self)
        self._build()
        self._connect()

    def show_case(self, case_id: int) -> None:
        """Read a case and show it from its workers."""
        if case_id != self.case_id:
            self.tabs.setCurrentIndex(0)
            self.details.forget()
            self.wages.forget()
        self.case_id = case_id
        self.read()

    def read(self) -> None:
        """Read the case again; what is being typed stays."""
        if self.case_id:
            self._context.background.run(
                _read,
                self._context.file,
                self.case_id,
                owner=self,
                on_done=self._on_read,
                label=Message(N_("Reading the case …")),
            )

    def show_access(self) -> AccessDialog | None:
        """Show who may see the case."""
        if self._card is None:
            return None
        dialog = AccessDialog(self._context, self._card, self)
        dialog.open()
        return dialog

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return self.details.touched or self.wages.unsaved()

    def _build(self) -> None:
        # A number of a case is short: what stands beside it takes the room of the title line.
        self.title.setWordWrap(False)
        self.head.setStretchFactor(self.title, 0)
        self.status.setContentsMargins(4, 0, 0, 0)
        self.head.addWidget(self.status, 1)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.employer)
        line.addStretch(1)
        line.addWidget(self.access)
        line.addWidget(self.who_saw)
        self.content.addLayout(line)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.next, 1)
        below.addWidget(self.stop)
        self.content.addLayout(below)
        for tab in (*self._readers, self.details):
            self.tabs.addTab(tab, "")
        self.tabs.setDocumentMode(True)
        self.content.addWidget(self.tabs, 1)
        self.back_button = Button(N_("Back to the list"), self, icon="arrow-left")
        self.letter_button = PrimaryButton(N_("Make a letter"), self, icon="file-text", shortcut="Ctrl+L")
        self.add_action(self.back_button)
        self.add_action(self.letter_button)
        self.words.redraw(self._write)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.left)
        for at in range(len(_TITLES)):
            keys = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            keys.activated.connect(partial(self._on_tab_key, at))
        self.letter_button.clicked.connect(self.letters.make)
        self.employer.clicked.connect(self._on_employer_clicked)
        self.access.clicked.connect(self.show_access)
        self.details.deleted.connect(self._on_deleted)
        self.workers.wages_requested.connect(self._on_wages_requested)
        self.complaints.wages_requested.connect(self._on_wages_requested)
        self.protection.stops_told.connect(self._on_stops_told)
        self.stop.clicked.connect(partial(self.tabs.setCurrentWidget, self.protection))
        self.stop.hide()

    def _on_read(self, answer: tuple[CaseCard, dict[int, WageCalculation]]) -> None:
        card, counted = answer
        if card.id != self.case_id:
            return
        first = self._card is None or self._card.id != card.id
        self._card = card
        for tab in self._readers:
            tab.show_case(card, counted)
        self.details.show_case(card)
        self.who_saw.show_case(card.id)
        self._write()
        if first:
            self.workers.table.setFocus()

    def _write(self) -> None:
        for at, title in enumerate(_TITLES):
            self.tabs.setTabText(at, _(title))
            self.tabs.setTabToolTip(at, f"{_(title)} (Alt+{at + 1})")
        card = self._card
        if card is None:
            return
        self.title.set_text(N_("Case %(number)s"), number=card.number)
        self.employer.show_name(card.employer.name)
        opened = _("opened on %(day)s", day=day(card.opened_on))
        self.status.setText(f"{_(EMPLOYER_KINDS[card.employer.kind])}\n{_(STATUSES[card.status])}, {opened}")
        self.access.show_text(access_in_words(card))
        set_icon(self.access, "lock" if card.restricted or card.sealed else "users", "accent")
        self.next.setText(_next(card))
        tone = "" if card.status is Status.CLOSED else _tone(card)
        self.next.setProperty("tone", tone)
        self.next.style().polish(self.next)

    def _on_deleted(self) -> None:
        self.case_id, self._card = 0, None
        self.left.emit()

    def _on_tab_key(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self.tabs.currentWidget().setFocus()
        self.tabs.currentWidget().focusNextChild()

    def _on_employer_clicked(self) -> None:
        if self._card is not None:
            self._context.bus.open_requested.emit("employer", self._card.employer_id)

    def _on_stops_told(self, count: int) -> None:
        """A line in the head when a warning asks to stop before a letter."""
        self.stop.setVisible(count > 0)
        self.stop.texts.set_text(self.stop.setText, partial(_stops, count))

    def _on_wages_requested(self, worker_id: int) -> None:
        self.tabs.setCurrentWidget(self.wages)
        self.wages.show_wages_of(worker_id)


def _read(file: OpenFile, case_id: int) -> tuple[CaseCard, dict[int, WageCalculation]]:
    return cases.card(file, case_id), complaints.calculations(file, case_id, settings.today())


def _stops(n: int) -> str:
    return ngettext("Talk first: %(n)s warning before a letter", "Talk first: %(n)s warnings before a letter", n)


def _next(card: CaseCard) -> str:
    if card.status is Status.CLOSED:
        return ""
    if card.next_date is None and card.next_deadline is None:
        return _("No next date: set one under Steps.")
    told = []
    if card.next_date is not None:
        told.append(_("Next: %(day)s %(step)s", day=day(card.next_date), step=blur.name(card.next_step)).strip())
    if card.next_deadline is not None:
        told.append(_("Under Steps: %(day)s", day=day(card.next_deadline)))
    return " · ".join(told)


def _tone(card: CaseCard) -> str:
    dates = [date for date in (card.next_date, card.next_deadline) if date is not None]
    return "warn" if not dates else "danger" if min(dates) < settings.today() else ""
