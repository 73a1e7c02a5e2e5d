"""Counting a term by article 160, and noting the days on which no term ran."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from desktop_app import law as law_data
from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.limitation import (
    DIRECT,
    DIRECT_NORMS,
    RULES,
    SMALL,
    STARTS,
    SUSPENDED,
    Direct,
    Rule,
    Suspended,
    term,
)
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, _, format_date, language
from desktop_app.services import law, terms
from desktop_app.services.terms import NewSuspension, NewTerm
from desktop_app.ui.clocks import words
from desktop_app.ui.clocks.date_dialogs import TYPE_THE_DAY, crew_choices, number
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.common.labels import Note
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

_STARTED: Final = "started_on"
_DISPUTES: Final = {rule: title for rule, title in RULES.items() if rule is not Rule.DISMISSAL_DIRECT}


class TermDialog(FormDialog):
    """What is disputed and since when; both readings of the term stand below as one types."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Count a term"), columns=2, size=(760, 620))
        self._card = card
        self._norms: words.Norms = {}
        self.form.add("rule", N_("What for"), ChoiceBox(named(_DISPUTES), self), span=2)
        hint = N_("Then the dispute goes straight to court.")
        self.form.add("direct", N_("Is the commission not needed?"), ChoiceBox(_ways, self), span=2, hint=hint)
        self.form.add(_STARTED, N_("Counted from"), DateField(self))
        self.form.add("worker_id", N_("For whom"), ChoiceBox(crew_choices(card), self))
        self.form.add("note", N_("Note"), TextField(self, personal=True), span=2)
        if card.employer.kind is EmployerKind.HOUSEHOLD:
            self.form.set_values(direct=Direct.DOMESTIC.value)
        self.told = Note(self)
        self.inside.insertWidget(2, self.told)
        self.form.changed.connect(self._preview)
        self.add_save(N_("Put it on the clock"), icon="calendar-clock")
        self._preview()
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{card.id}:term", form=self.form))
        context.background.run(law.norms, context.file, owner=self, on_done=self._on_norms)

    def save(self) -> None:
        """Put the term on the clock."""
        typed = self.typed()
        if typed is None:
            return
        if typed[_STARTED] is None:
            self.form.show_problems((Problem(_STARTED, Message(TYPE_THE_DAY)),))
            return
        new = NewTerm(_rule(typed), typed[_STARTED], number(typed["worker_id"]), typed["note"])
        self.run(terms.add, self._card.id, new, said=Message(N_("The term is on the clock.")))

    def _on_norms(self, norms: words.Norms) -> None:
        self._norms = norms
        self._preview()

    def _preview(self) -> None:
        """Both days with what they rest on, and what the day is counted from."""
        form = self.form
        rule = _rule({"rule": form.value("rule"), "direct": form.value("direct")})
        form.field(_STARTED).set_hint(Message(STARTS[rule]))
        form.field("direct").setVisible(rule in (Rule.DISMISSAL_COMMISSION, Rule.DISMISSAL_DIRECT))
        try:
            started_on = form.value(_STARTED)
            lines = (
                ()
                if started_on is None
                else tuple(words.of_term(term(rule, started_on, settings.today()), self._norms))
            )
        except AppError:  # a day that is still being typed, or before the law tables: saving says so
            lines = ()
        if form.value("direct") and rule is Rule.DISMISSAL_DIRECT and lines:
            norm = law_data.fact(DIRECT_NORMS[Direct(form.value("direct"))])
            lines = (words.cited(norm, self._norms), *lines)
        self.told.show_text("\n".join(lines), "info")


class SuspendDialog(FormDialog):
    """Days on which the terms of the case did not run, and why. Fields as in services NewSuspension."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("The term did not run"), columns=2, size=(640, 0))
        self._card = card
        context.background.run(law.norms, context.file, owner=self, on_done=self._on_norms)
        self.form.add("why", N_("Why"), ChoiceBox(named(SUSPENDED), self), span=2)
        self.form.add("first", N_("First day"), DateField(self))
        hint = N_("Empty: it goes on. Days up to %(day)s are counted.")
        self.form.add("last", N_("Last day"), DateField(self)).set_hint(
            Message(hint, {"day": format_date(settings.today(), language())})
        )
        self.form.add("note", N_("How it is known"), TextField(self, personal=True), span=2)
        self.add_save(N_("Add the days"))
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"case:{card.id}:suspension", form=self.form))

    def _on_norms(self, norms: words.Norms) -> None:
        text = N_(
            "No term of article 160 runs while there is no conciliation commission, where one is needed, and while a "
            "mediation contract is in force. The days are added to these open terms of the case, not to the outer day "
            "for wages, which rests on the Civil Code. A complaint to the inspection adds none."
        )
        self.note.show_text("\n".join((_(text), words.cited(law_data.fact("lc.160"), norms))), "info")
        self.fit()

    def save(self) -> None:
        """Note the days and move the open terms on."""
        typed = self.typed()
        if typed is None:
            return
        if typed["first"] is None:
            self.form.show_problems((Problem("first", Message(TYPE_THE_DAY)),))
            return
        new = NewSuspension(Suspended(typed["why"]), typed["first"], typed["last"], typed["note"])
        self.run(terms.suspend, self._card.id, new, said=Message(N_("The days are added to the open terms.")))


def _ways() -> list[tuple[str, str]]:
    """Why the commission is not needed, or that it is."""
    count = int(law_data.value(SMALL, settings.today()).fact.number)
    return [("", _("No: the commission comes first")), *((way.value, _(DIRECT[way], count=count)) for way in DIRECT)]


def _rule(typed: dict[str, Any]) -> Rule:
    """The rule that is meant: where no commission is needed a dismissal goes straight to court."""
    rule = Rule(typed["rule"])
    return Rule.DISMISSAL_DIRECT if rule is Rule.DISMISSAL_COMMISSION and typed["direct"] else rule
