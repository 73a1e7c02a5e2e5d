"""Setting a date, noting that it was kept, and taking it away with the reason."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain import steps
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.clocks import KIND_NAMES, TYPED, DeadlineKind, DeadlineRow, Done, NewDeadline
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, _, language
from desktop_app.services import clocks, terms
from desktop_app.ui.clocks import words
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.common.wording import Choices, day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

TYPE_THE_DAY: Final = N_("Type the day.")
_STEP: Final = "step:"


class AddDateDialog(FormDialog):
    """A date by hand, or a step of a chain counted from today. Fields as in domain NewDeadline."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Add a date"), columns=2, size=(640, 440))
        self._card = card
        self.form.add("kind", N_("What happens"), ChoiceBox(_kinds, self), span=2)
        self.form.add("due_on", N_("Day"), DateField(self))
        self.form.add("worker_id", N_("For whom"), ChoiceBox(crew_choices(card), self))
        hint = N_("Where, with whom, what to bring")
        self.form.add("note", N_("Note"), TextField(self, personal=True), span=2, hint=hint)
        self.form.field("kind").entry.changed.connect(self._on_kind)
        self.add_save(N_("Set the date"))
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{card.id}:date", form=self.form))

    def save(self) -> None:
        """Set the date."""
        typed = self.typed()
        if typed is None:
            return
        if typed["due_on"] is None:
            self.form.show_problems((Problem("due_on", Message(TYPE_THE_DAY)),))
            return
        kind, rule, start = _chosen(str(typed["kind"]))
        new = NewDeadline(kind, typed["due_on"], rule, start, worker_id=number(typed["worker_id"]), note=typed["note"])
        self.run(clocks.add, self._card.id, new, said=Message(N_("The date is set.")))

    def _on_kind(self) -> None:
        """A step of a chain brings its day; it can be changed."""
        _kind, rule, _start = _chosen(str(self.form.value("kind")))
        if rule:
            new = steps.begin(rule, steps.Former.on(settings.today()))
            self.form.set_values(due_on=new.due_on)
            if steps.is_practice(rule):
                told = Message(N_("No law sets this day: it is the habit of the centre."))
            else:
                told = Message(N_("The day is counted from today by law; change it when another day counts."))
            self.note.show_message(told, "info")
        else:
            self.note.show_message(None)
        self.fit()


class DoneDialog(FormDialog):
    """What came of a date; says at once which steps will appear. Fields as in domain Done.

    `direct`: the case needs no commission.
    """

    def __init__(
        self, context: Context, row: DeadlineRow, parent: QWidget | None = None, *, direct: bool = False
    ) -> None:
        super().__init__(context, parent, N_("What came of it"), columns=2, size=(640, 0))
        self._row, self._direct = row, direct
        self.title.show_text(words.title(row.kind, row.rule))
        self.form.add("on", N_("Day"), DateField(self))
        self._answers = steps.answers_of(row.rule)
        if self._answers:
            self.form.add("answer", N_("Answer"), ChoiceBox(self._answer_choices, self))
        self.form.add("note", N_("Note"), TextField(self, personal=True), span=2)
        self.form.set_values(on=settings.today())
        self.form.changed.connect(self._preview)
        self.add_save(N_("Note it as done"), icon="check")
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{row.case_id}:done:{row.id}", form=self.form))

    def save(self) -> None:
        """Note it as done."""
        typed = self.typed()
        if typed is None:
            return
        if typed["on"] is None:
            self.form.show_problems((Problem("on", Message(TYPE_THE_DAY)),))
            return
        told = Done(typed["on"], str(typed.get("answer", "")), typed["note"])
        self.run(clocks.done, self._row.case_id, self._row.id, told, said=Message(N_("It is noted.")))

    def _answer_choices(self) -> list[tuple[str, str]]:
        lang = language()
        return [("", ""), *((code, steps.answer_name(code, lang)) for code in self._answers)]

    def _preview(self) -> None:
        """Which steps follow, with their days."""
        try:
            on, answer = self.form.value("on"), str(self.form.value("answer")) if self._answers else ""
        except AppError:  # a day that is still being typed
            return
        if on is None or not answer:
            self.note.show_message(None)
            return
        row = self._row
        try:
            follow = steps.following(row.rule, answer, on, row.started_on, row.due_on, direct=self._direct)
        except AppError as error:
            self.note.show_message(error.message, "warn")
            return
        lines = [f"{day(new.due_on)}  {steps.title(new.rule, language())}" for new in follow]
        head = _("These steps appear:") if lines else _("No step follows from this answer.")
        self.note.show_text("\n".join((head, *lines)), "info")
        self.fit()


class RemoveDialog(FormDialog):
    """Why a date goes: the reason is kept."""

    def __init__(self, context: Context, row: DeadlineRow, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Remove the date"), columns=1, size=(560, 0))
        self._row = row
        text = N_("%(what)s, %(day)s. The line stays in the list with the reason, and is due no more.")
        what = words.title(row.kind, row.rule)
        self.note.show_message(Message(text, {"what": what, "day": day(row.due_on)}), "info")
        self.form.add("reason", N_("Why"), TextField(self, personal=True))
        self.add_save(N_("Remove the date"), icon="trash-2")
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{row.case_id}:remove:{row.id}", form=self.form))

    def save(self) -> None:
        """Take the date away."""
        typed = self.typed()
        if typed is not None:
            call = terms.unsuspend if self._row.kind is DeadlineKind.SUSPENSION else clocks.remove
            said = Message(N_("The date is removed."))
            self.run(call, self._row.case_id, self._row.id, typed["reason"], said=said)


def crew_choices(card: CaseCard) -> Choices:
    """Everybody in the case, or one worker."""

    def choices() -> list[tuple[str, str]]:
        crew = ((str(worker.id), worker.person.full_name) for worker in card.workers)
        return [("", _("The whole case")), *crew]

    return choices


def number(text: object) -> int | None:
    """The id a box of choices gives, None for none."""
    return int(str(text)) if text else None


def _kinds() -> list[tuple[str, str]]:
    by_hand = [(kind.value, _(KIND_NAMES[kind])) for kind in TYPED]
    chains = [(_STEP + key, title) for key, _chain, title in steps.choices(language())]
    return [*by_hand, *chains]


def _chosen(code: str) -> tuple[DeadlineKind, str, date | None]:
    """The kind, the rule and the day it is counted from."""
    if not code.startswith(_STEP):
        return DeadlineKind(code), "", None
    rule = code.removeprefix(_STEP)
    return steps.begin(rule, steps.Former.on(settings.today())).kind, rule, settings.today()
