"""Recording a result, closing a case and opening it again, a satisfaction slip."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.outcomes import (
    AGAIN,
    BEST_MARK,
    CLOSED_WHY,
    RESULTS,
    ClosedWhy,
    Closing,
    ClosingState,
    NewOutcome,
    Result,
    Slip,
)
from desktop_app.domain.privacy_names import READING
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, _
from desktop_app.services import outcomes
from desktop_app.ui.clocks.date_dialogs import TYPE_THE_DAY, crew_choices, number
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import AmountField, ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import money, named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

_NO_RESULT: Final = N_("The results that stand are enough")


class ResultDialog(FormDialog):
    """One result. Fields as in domain NewOutcome."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Record a result"), columns=2, size=(640, 0))
        self._card = card
        self.form.add("code", N_("Result"), ChoiceBox(named(RESULTS, empty=N_("Choose …")), self), span=2)
        self.form.add("on", N_("Day"), DateField(self))
        self.form.add("worker_id", N_("For whom"), ChoiceBox(crew_choices(card), self))
        _add_evidence(self.form, self)
        self.form.set_values(on=settings.today())
        self.add_save(N_("Record the result"))
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{card.id}:result", form=self.form))

    def save(self) -> None:
        """Record the result."""
        typed = self.typed()
        if typed is None:
            return
        if not typed["code"]:
            self.form.show_problems((Problem("code", Message(N_("Choose the result."))),))
            return
        if typed["on"] is None:
            self.form.show_problems((Problem("on", Message(TYPE_THE_DAY)),))
            return
        self.run(outcomes.record, self._card.id, _outcome(typed), said=Message(N_("The result is recorded.")))


class CloseDialog(FormDialog):
    """The reason, the result when none stands yet, and what the closing leaves open. Fields as in domain Closing."""

    def __init__(self, context: Context, card: CaseCard, left: ClosingState, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Close the case"), columns=2, size=(680, 640))
        self._card, self._left = card, left
        self.note.show_text("\n".join(_warnings(left)), "warn")
        self.form.add("on", N_("Closed on"), DateField(self))
        self.form.add("why", N_("Why"), ChoiceBox(named(CLOSED_WHY, empty=N_("Choose …")), self))
        first = _NO_RESULT if left.results else N_("Choose …")
        self.form.add("code", N_("Result"), ChoiceBox(named(RESULTS, empty=first), self))
        self.form.add("worker_id", N_("For whom"), ChoiceBox(crew_choices(card), self))
        _add_evidence(self.form, self)
        self.drop = QCheckBox(self)
        self.texts.set(self.drop.setText, N_("Take the open dates away with the closing"))
        self.drop.setVisible(bool(left.open_dates))
        self.inside.insertWidget(2, self.drop)
        self.form.set_values(on=settings.today())
        self.add_save(N_("Close the case"), icon="circle-check")
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{card.id}:closing", form=self.form))

    def save(self) -> None:
        """Close the case."""
        typed = self.typed()
        if typed is None:
            return
        missing = []
        if typed["on"] is None:
            missing.append(Problem("on", Message(TYPE_THE_DAY)))
        if not typed["why"]:
            missing.append(Problem("why", Message(N_("Choose why the case is closed."))))
        if missing:
            self.form.show_problems(missing)
            return
        result = _outcome(typed) if typed["code"] else None
        closing = Closing(self._card.id, typed["on"], ClosedWhy(typed["why"]), result, self.drop.isChecked())
        self.run(outcomes.close, closing, said=Message(N_("The case is closed.")))


class ReopenDialog(FormDialog):
    """Why a closed case is opened again, and when something happens next."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Open the case again"), columns=2, size=(560, 0))
        self._card = card
        self.form.add("reason", N_("Why"), TextField(self, personal=True), span=2)
        self.form.add("next_date", N_("Next date"), DateField(self))
        self.form.set_values(next_date=settings.today())
        self.add_save(N_("Open it again"), icon="rotate-ccw")
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{card.id}:reopening", form=self.form))

    def save(self) -> None:
        """Open the case again."""
        typed = self.typed()
        if typed is None:
            return
        if typed["next_date"] is None:
            self.form.show_problems((Problem("next_date", Message(TYPE_THE_DAY)),))
            return
        said = Message(N_("The case is open again."))
        self.run(outcomes.reopen, self._card.id, typed["reason"], typed["next_date"], said=said)


class SlipDialog(FormDialog):
    """The marks of a satisfaction slip, which names nobody. Fields as in domain Slip."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Satisfaction slip"), columns=2, size=(640, 0))
        self._card = card
        told = N_("Write down what the worker marked, not what they said to you. The slip names nobody.")
        self.note.show_message(Message(told), "info")
        self.form.add("on", N_("Day"), DateField(self))
        self.form.add("language", N_("Language of the slip"), ChoiceBox(named(READING, empty=N_("Not known")), self))
        self.form.add("help_mark", N_("Did we help? (1 to 5)"), ChoiceBox(_marks, self))
        self.form.add("respect_mark", N_("Were you treated with respect? (1 to 5)"), ChoiceBox(_marks, self))
        empty = N_("Not marked")
        self.form.add("again", N_("Would you come again?"), ChoiceBox(named(AGAIN, empty=empty), self))
        self.form.add("comment", N_("In the worker’s own words"), NoteField(self, lines=3, personal=True), span=2)
        self.form.set_values(on=settings.today())
        self.add_save(N_("Record the slip"))
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{card.id}:slip", form=self.form))

    def save(self) -> None:
        """Record the slip."""
        typed = self.typed()
        if typed is None:
            return
        if typed["on"] is None:
            self.form.show_problems((Problem("on", Message(TYPE_THE_DAY)),))
            return
        slip = Slip(
            typed["on"],
            str(typed["language"]),
            number(typed["help_mark"]),
            number(typed["respect_mark"]),
            str(typed["again"]),
            typed["comment"],
        )
        self.run(outcomes.add_slip, self._card.id, slip, said=Message(N_("The slip is recorded.")))


def _add_evidence(form: Form, parent: QWidget) -> None:
    """The fields of a result that say how much, and from where it is known."""
    hint = N_("It is counted under Money only; here it stands for the record.")
    form.add("amount", N_("Sum, ₸"), AmountField(parent), hint=hint)
    form.add("word", N_("Known from"), ChoiceBox(named(EVIDENCE), parent))
    form.add(
        "evidence",
        N_("Evidence"),
        TextField(parent, personal=True),
        span=2,
        hint=N_("Receipt, order, decision: number and day"),
    )


def _outcome(typed: dict[str, Any]) -> NewOutcome:
    code = Result(typed["code"])
    return NewOutcome(
        code, typed["on"], typed["amount"], Evidence(typed["word"]), typed["evidence"], number(typed["worker_id"])
    )


def _marks() -> list[tuple[str, str]]:
    return [("", _("Not marked")), *((str(mark), str(mark)) for mark in range(1, BEST_MARK + 1))]


def _warnings(left: ClosingState) -> list[str]:
    """What the closing leaves open."""
    lines = []
    if left.open_dates:
        lines.append(_("Open dates of this case: %(count)d.", count=left.open_dates))
    if left.promised:
        lines.append(_("Money that was promised and has not come: %(amount)s.", amount=money(left.promised)))
    if left.held_documents:
        lines.append(_("Documents that somebody still keeps: %(count)d.", count=left.held_documents))
    return lines
