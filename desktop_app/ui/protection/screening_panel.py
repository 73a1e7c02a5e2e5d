"""Screening by the indicators of forced labour: who is worth a conversation and why; what was found so far."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS
from desktop_app.domain.indicators import FOUND, INDICATORS, Found
from desktop_app.domain.letters import Norm
from desktop_app.domain.screening import Finding, Prompt
from desktop_app.domain.screening_law import ADVISORY
from desktop_app.i18n import N_, _, language
from desktop_app.services.screening import WorkerScreening
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.grounds import ground
from desktop_app.ui.protection.calls import Screened
from desktop_app.ui.protection.law_dialog import LawDialog
from desktop_app.ui.protection.screening_dialog import WORKING_TRANSLATION, ScreeningDialog, form_name
from desktop_app.ui.protection.wording import numbers_text

_ROW, _HEAD, _MOST = 34, 44, 6


class ScreeningPanel(QWidget):
    """The crew at the top; for the worker that is chosen: urgency, prompts, what was found."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self._norms: Mapping[str, Norm] = {}
        self.advisory = PlainLabel(parent=self, role="hint", wrap=True)
        self.crew = Table[WorkerScreening](_crew_columns(), self)
        self.urgent = Note(self, tone="danger")
        self.contradicted = Note(self, tone="warn")
        self.prompts = PlainLabel(parent=self, wrap=True)
        self.consent = Note(self)
        self.found = Table[Finding](_found_columns(), self)
        self.talk_button = Button(N_("Write down a conversation …"), self, icon="pencil")
        self.law_button = Button(N_("Rights, definitions, numbers …"), self, icon="scale")
        self.consents_button = Button(N_("Consents of the person"), self, icon="user")
        self._build()
        self.crew.chosen.connect(self._on_chosen)
        self.crew.opened.connect(self._on_opened)
        self.talk_button.clicked.connect(self.talk)
        self.law_button.clicked.connect(self.show_law)
        self.consents_button.clicked.connect(self._on_consents)
        self.advisory.texts.redraw(self._write)
        self._on_chosen()

    def show_screening(self, case_id: int, screened: Screened) -> None:
        """Show the screening of a crew."""
        is_other, self._case_id, self._norms = case_id != self._case_id, case_id, screened.norms
        self.crew.set_rows(screened.crew)
        self.crew.setFixedHeight(_HEAD + _ROW * min(max(len(screened.crew), 1), _MOST))
        if is_other or self.crew.current() is None:
            self.crew.select_row(0)
        self._write()

    def talk(self) -> ScreeningDialog | None:
        """Begin writing down a conversation with the worker that is chosen."""
        worker = self.crew.current()
        if worker is None:
            return None
        dialog = ScreeningDialog(self._context, self._case_id, worker, self)
        dialog.open()
        return dialog

    def show_law(self) -> LawDialog:
        """Show rights, definitions and numbers."""
        dialog = LawDialog(self._norms, self)
        dialog.open()
        return dialog

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (self.talk_button, self.consents_button, self.law_button):
            bar.addWidget(button)
        bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(N_("Screening by the indicators of forced labour"), self, role="heading"))
        column.addWidget(self.advisory)
        column.addWidget(self.crew)
        column.addLayout(bar)
        for part in (self.urgent, self.contradicted, self.consent, self.found, self.prompts):
            column.addWidget(part)
        self.prompts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _on_chosen(self) -> None:
        self._write()

    def _on_opened(self, _worker: WorkerScreening) -> None:
        self.talk()

    def take_up(self, name: str) -> None:
        """Open the form whose draft has this name."""
        for at, worker in enumerate(self.crew.rows):
            if form_name(self._case_id, worker.worker_id) == name:
                self.crew.select_row(at)
                self.talk()

    def _on_consents(self) -> None:
        worker = self.crew.current()
        if worker is not None:
            self._context.bus.open_requested.emit("person", worker.person_id)

    def _write(self) -> None:
        help_text = _(
            "A help for the conversation: the program concludes nothing and counts nothing together; a person decides."
        )
        lines = [help_text, _("Rests on: %(norms)s", norms=ground(self._norms, (ADVISORY,)).text(_))]
        if language() != "en":
            lines.append(_(WORKING_TRANSLATION))
        self.advisory.setText("\n".join(lines))
        worker = self.crew.current()
        for button in (self.talk_button, self.consents_button):
            button.setEnabled(worker is not None)
        self.urgent.show_text(_urgent_text(worker, self._norms) if worker else "")
        self.contradicted.show_text(_contradicted_text(worker) if worker else "")
        self.prompts.setText(_prompts_text(worker) if worker else "")
        self.prompts.setVisible(worker is not None)
        self._write_consent(worker)
        rows = worker.findings if worker else ()
        self.found.set_rows(rows)
        self.found.setVisible(bool(rows))
        self.found.setFixedHeight(_HEAD + _ROW * max(len(rows), 1))

    def _write_consent(self, worker: WorkerScreening | None) -> None:
        if worker is None:
            self.consent.show_text("")
        elif worker.may_be_referred:
            self.consent.show_text(_("A consent covers a referral. Ask again before anything is sent."), "good")
        else:
            self.consent.show_text(
                _(
                    "No valid consent covers a referral: ask before anything is told to others, and record it on the "
                    "person’s page, with third parties and the aim of referral."
                ),
                "info",
            )


def _urgent_text(worker: WorkerScreening, norms: Mapping[str, Norm]) -> str:
    if not worker.urgencies:
        return ""
    reasons = [each.reason.text(_) for each in worker.urgencies]
    numbers = dict.fromkeys(key for each in worker.urgencies for key in each.numbers)
    return "\n".join([_("Talk to the lawyer today."), *reasons, numbers_text(numbers, norms)])


def _contradicted_text(worker: WorkerScreening) -> str:
    if not worker.contradictions:
        return ""
    names = ", ".join(_(INDICATORS[each].title) for each in worker.contradictions)
    return _("Answered “no”, while a complaint of it stands: %(names)s. Look at both again.", names=names)


def _prompts_text(worker: WorkerScreening) -> str:
    """Each indicator that was raised: why, what to ask, what to leave unasked."""
    if not worker.prompts:
        return _("No complaint of this worker raises an indicator. Any of them may be asked about all the same.")
    blocks = []
    for indicator in dict.fromkeys(each.indicator for each in worker.prompts):
        about = INDICATORS[indicator]
        reasons = [_reason_text(each) for each in worker.prompts if each.indicator is indicator]
        words = {"title": _(about.title), "reasons": " ".join(reasons), "ask": _(about.ask), "avoid": _(about.avoid)}
        blocks.append(_("%(title)s. %(reasons)s\nAsk gently: %(ask)s\n%(avoid)s", **words))
    return "\n\n".join(blocks)


def _reason_text(prompt: Prompt) -> str:
    """Why an indicator should be asked about, with the complaint whose answers say so."""
    if prompt.kind is None or not prompt.by_answer:
        return prompt.reason.text(_)
    complaint = _(COMPLAINT_KINDS[prompt.kind])
    return _("The complaint “%(complaint)s”: %(reason)s", complaint=complaint, reason=prompt.reason.text(_))


def _crew_columns() -> tuple[Column[WorkerScreening], ...]:
    return (
        Column(N_("Full name"), _name, width=200, stretch=True, personal=True),
        Column(N_("Today"), _today, width=220, mark=_mark),
        Column(N_("Last conversation"), _last, width=160),
    )


def _found_columns() -> tuple[Column[Finding], ...]:
    return (
        Column(N_("Indicator"), _title, width=220),
        Column(N_("Answer"), _answer, width=100),
        Column(N_("What was said"), _note, width=200, stretch=True, personal=True),
        Column(N_("Day"), _on, width=100),
        Column(N_("Written down by"), _by, width=160),
    )


def _name(worker: WorkerScreening) -> str:
    return worker.name


def _today(worker: WorkerScreening) -> str:
    if worker.urgencies:
        return _("Talk to the lawyer today")
    return _("Worth a conversation") if worker.prompts else ""


def _mark(worker: WorkerScreening) -> tuple[str, str] | None:
    return ("triangle-alert", "danger") if worker.urgencies else None


def _last(worker: WorkerScreening) -> str:
    days = [each.on for each in worker.findings if each.on is not None]
    return day(max(days)) if days else _("not yet")


def _title(finding: Finding) -> str:
    return _(INDICATORS[finding.indicator].title)


def _answer(finding: Finding) -> str:
    return _(FOUND[Found(finding.answer)])


def _note(finding: Finding) -> str:
    return finding.note


def _on(finding: Finding) -> str:
    return day(finding.on)


def _by(finding: Finding) -> str:
    return finding.by
