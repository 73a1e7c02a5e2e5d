"""What a letter needs to be told: which, in what language, for whom, to whom, by when, and its own questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.addressees import ADDRESSEE_KINDS, AddresseeKind
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role
from desktop_app.domain.deadlines import proposed_pay_by
from desktop_app.domain.letter_advice import advised
from desktop_app.domain.letter_edits import Edits
from desktop_app.domain.letter_json import Wanted
from desktop_app.domain.letters import LETTER_LANGUAGES, LetterLanguage, LetterRequest
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_, language
from desktop_app.services.letter_kinds import KindOfLetter
from desktop_app.ui.common.fields import ChoiceBox, DateField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import named
from desktop_app.ui.letters.addressee_field import AddresseeField
from desktop_app.ui.letters.letter_calls import Begun
from desktop_app.ui.letters.letter_crew import CrewList
from desktop_app.ui.letters.letter_kind_box import KindBox
from desktop_app.ui.letters.letter_names import kind_of
from desktop_app.ui.letters.letter_own_fields import OwnFields, mark
from desktop_app.ui.letters.letter_signer import SignerBox

_CHOOSE: Final = N_("Choose at least one worker.")
_NOBODY: Final = N_("Nobody of the crew is owed anything yet: log the wages first, under Wages.")
_PROMISED: Final = N_("The paper promises it: with the paper made final, this day is put among the dates of the case.")
_READING_COPY: Final = N_(
    "A letter in English is a reading copy and says so on top: the office gets the letter in Kazakh or Russian."
)
_NO_LAWYER: Final = N_("Letters are signed by the responsible lawyer. %(name)s is not one.")


class LetterForm(QWidget):
    """The fields of a letter. `changed()`: something was typed or chosen; `kind_changed(id)`: another kind."""

    changed = Signal()
    kind_changed = Signal(str)

    def __init__(
        self, card: CaseCard, counted: Mapping[int, WageCalculation], parent: QWidget | None = None, kind: str = ""
    ) -> None:
        super().__init__(parent)
        self._card = card
        self._begun = Begun((), {}, ())
        self._kind = ""
        self.fields = Form(self, columns=2)
        self.kind_box = KindBox(self)
        self.signer = SignerBox(self)
        self.own = OwnFields(self._new_addressee_field, self)
        self.crew = CrewList(card, counted, self)
        self.apart, self.with_copy = QCheckBox(self), QCheckBox(self)
        self._build_fields(kind)
        self._build()
        self._on_kind()

    @property
    def kind(self) -> KindOfLetter | None:
        """The kind that is chosen."""
        return kind_of(self.fields.value("kind"))

    def begin(self, begun: Begun, staff_id: int) -> None:
        """Offer who may sign, whom it may go to and what fits the case; what was chosen stays."""
        self._begun = begun
        kinds = [str(self.kind_box.itemData(at) or "") for at in range(self.kind_box.count())]
        self.kind_box.advise(advised(begun.complaints, kinds, owed=self.crew.anybody_is_owed))
        self.signer.offer(begun.members, self._card.responsible_id, staff_id)
        self.own.renew_addressees()
        self._on_kind()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show a letter that was kept."""
        request = wanted.request
        self.fields.set_values(kind=request.kind)
        self.fields.set_values(language=request.language, on=request.on, pay_by=request.pay_by)
        self.signer.choose(request.signer_id)
        self.crew.choose(request.worker_ids)
        self.apart.setChecked(wanted.apart)
        self.with_copy.setChecked(request.with_copy)
        self.own.show_values(request.answers, request.addressee)
        self._on_changed()

    def wanted(self, edits: Edits, *, talked_over: bool = False, for_draft: bool = False) -> Wanted:
        """The letter as wished for. InvalidInput when a field makes no sense; a draft needs no worker yet."""
        worker_ids, kind = self.crew.chosen(), self.kind
        values = self._values(asks_date=kind is not None and kind.asks_date)
        if not worker_ids and not for_draft:
            owed = self.crew.anybody_is_owed or kind is None or not kind.from_wages
            raise InvalidInput((Problem("worker_ids", Message(_CHOOSE if owed else _NOBODY)),))
        on = values["on"] or settings.today()
        request = LetterRequest(
            case_id=self._card.id,
            kind=values["kind"],
            language=LetterLanguage(values["language"]),
            on=on,
            pay_by=values["pay_by"] or proposed_pay_by(on),
            signer_id=int(values["signer_id"] or 0),
            worker_ids=worker_ids,
            talked_over=talked_over,
            answers=self.own.answers(),
            addressee=self.own.addressee(),
            edits=edits,
            with_copy=self._offers_copy() and self.with_copy.isChecked(),
        )
        return Wanted(request, apart=self._offers_apart() and self.apart.isChecked())

    def show_problems(self, problems: Iterable[Problem], *, quietly: bool = False) -> None:
        """Say beside each field what is wrong with it, and go to the first; `quietly` moves no cursor."""
        self.clear_problems()
        others = self.own.show_problems(problems, quietly=quietly)
        if quietly:
            mark(self.fields, others)
        elif others:
            self.fields.show_problems(others)

    def clear_problems(self) -> None:
        """Forget all problems."""
        self.fields.clear_problems()
        self.own.clear_problems()

    def draft(self) -> Any:
        """What stands beside the fields: ticks, answers and addressees."""
        ticks = {"apart": self.apart.isChecked(), "with_copy": self.with_copy.isChecked()}
        return {**ticks, "own": self.own.draft()}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave for the kinds that there still are."""
        told = content if isinstance(content, dict) else {}
        self.apart.setChecked(told.get("apart") is True)
        self.with_copy.setChecked(told.get("with_copy") is True)
        self.own.take_draft(told.get("own"))
        self._on_changed()

    def _build_fields(self, kind: str) -> None:
        form, today = self.fields, settings.today()
        form.add("kind", N_("Letter"), self.kind_box, span=2)
        form.add("language", N_("Language of the letter"), ChoiceBox(named(LETTER_LANGUAGES), self), span=2)
        form.add("signer_id", N_("Signed by"), self.signer, span=2)
        form.add("on", N_("Day of the letter"), DateField(self))
        form.add("pay_by", N_("To be paid by"), DateField(self))
        form.set_values(language=LetterLanguage.RU if language() == "ru" else LetterLanguage.KK)
        form.set_values(on=today, pay_by=proposed_pay_by(today))
        if kind:
            form.set_values(kind=kind)

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(self.fields)
        inside.addWidget(self.own)
        inside.addWidget(PlainLabel(N_("For these workers (Space chooses)"), self, role="field"))
        inside.addWidget(self.crew)
        inside.addWidget(self.apart)
        inside.addWidget(self.with_copy)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(scrolling(inside, self))
        Texts(self.apart).set(self.apart.setText, N_("One letter for each worker, each with its own number"))
        Texts(self.with_copy).set(self.with_copy.setText, N_("Keep an English reading copy as well"))
        self.kind_box.changed.connect(self._on_kind)
        for tick in (self.apart, self.with_copy):
            tick.toggled.connect(self._on_changed)
        for told in (self.fields.changed, self.own.changed, self.crew.changed):
            told.connect(self._on_changed)

    def _on_kind(self) -> None:
        """Ask what this kind asks, and propose its workers."""
        kind = self.kind
        self.own.show_kind(kind)
        about = kind.about if kind is not None else ()
        concerned = {worker for each in about for worker in self._begun.concerns.get(each, ())}
        self.crew.propose(only_owed=kind is not None and kind.from_wages, concerned=concerned)
        self.fields.field("pay_by").setVisible(kind is not None and kind.asks_date)
        if kind is not None:
            self.fields.field("pay_by").title.set_text(_day_asked(kind))
            self.fields.field("pay_by").set_hint(Message(_PROMISED) if kind.addressee is AddresseeKind.WORKER else None)
            whole = kind.title if self.kind_box.is_cut else ADDRESSEE_KINDS[kind.addressee]
            self.fields.field("kind").set_hint(Message(whole))
        self._on_changed()
        if self._kind != self.fields.value("kind"):
            self._kind = self.fields.value("kind")
            self.kind_changed.emit(self._kind)

    def _on_changed(self) -> None:
        chosen = LetterLanguage(self.fields.value("language") or LetterLanguage.KK)
        offers_copy, kind = self._offers_copy(), self.kind
        leaves = kind is not None and not kind.is_inside
        is_copy = chosen is LetterLanguage.EN and leaves
        self.fields.field("language").set_hint(Message(_READING_COPY) if is_copy else None)
        self.apart.setVisible(self._offers_apart())
        self.with_copy.setVisible(offers_copy)
        self.own.set_language(chosen, with_copy=offers_copy and self.with_copy.isChecked())
        signer = self.signer.member
        # What the worker is given at the desk is signed by whoever sits there.
        is_other = leaves and signer is not None and signer.role is not Role.LAWYER
        told = Message(_NO_LAWYER, {"name": signer.full_name}) if is_other and signer is not None else None
        self.fields.field("signer_id").set_hint(told)
        self.changed.emit()

    def _values(self, *, asks_date: bool) -> dict[str, Any]:
        """What stands in the fields; a day that is not asked for may be anything."""
        try:
            values = self.fields.values()
        except InvalidInput as error:
            if asks_date or any(each.field != "pay_by" for each in error.problems):
                raise
            values = {name: self.fields.value(name) for name in ("kind", "language", "signer_id", "on")}
        return values if asks_date else {**values, "pay_by": None}

    def _offers_apart(self) -> bool:
        return self.kind is not None and self.kind.to_many and len(self.crew.chosen()) > 1

    def _offers_copy(self) -> bool:
        """A paper for the worker or the file is real in English too, and an English letter is its own copy."""
        kind = self.kind
        return kind is not None and not kind.is_inside and self.fields.value("language") != LetterLanguage.EN

    def _new_addressee_field(self, kind: AddresseeKind, parent: QWidget) -> AddresseeField:
        countries = (worker.person.citizenship for worker in self._card.workers)
        return AddresseeField(self._begun.bodies.get(kind, ()), self._card.region, countries, parent)


def _day_asked(kind: KindOfLetter) -> str:
    if kind.from_wages:
        return N_("To be paid by")
    if kind.addressee is AddresseeKind.WORKER:
        return N_("Day by which the worker hears from us")
    return N_("Day demanded in the letter")
