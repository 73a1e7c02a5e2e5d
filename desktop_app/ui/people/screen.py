"""People: the list with its search, and the card of one person with their cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_app.domain.at_risk import ASKED, NO
from desktop_app.domain.changes import Saved
from desktop_app.domain.code_names import SEXES
from desktop_app.domain.consents import PersonStanding
from desktop_app.domain.identifiers import check_id
from desktop_app.domain.people import Person, PersonCard, PersonRow, Sex
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, country_name, format_number, language
from desktop_app.services import people
from desktop_app.ui.common.card_page import CardPage, CaseLine
from desktop_app.ui.common.fields import ChoiceBox, PartialDateField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.list_and_card import ListAndCard
from desktop_app.ui.common.record_list import RecordListPage
from desktop_app.ui.common.table import Column
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import country_choices, named, partial_day
from desktop_app.ui.context import Context
from desktop_app.ui.people.consents_tab import ConsentsTab
from desktop_app.ui.people.data_strip import DataStrip
from desktop_app.ui.people.languages import language_choices
from desktop_app.ui.people.papers_tab import PapersTab
from desktop_app.ui.people.transfers_tab import TransfersTab

_TABS: Final = (N_("Cases"), N_("Papers and work"), N_("Consents"), N_("Transfers"))
_DO_NOT_CALL: Final = N_("Do not call or write to this number: somebody else may read or hear it.")
_EMPTY = N_("Nobody here. People come into the file with their first case: press Ctrl+N.")


class PersonForm(Form):
    """The fields of domain Person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=3)
        self.number = TextField(self, personal=True)
        self.add("full_name", N_("Full name"), TextField(self, personal=True), span=2)
        self.add("birth", N_("Birth date, as far as known"), PartialDateField(self, personal=True))
        self.add("sex", N_("Sex"), ChoiceBox(named(SEXES), self))
        self.add("citizenship", N_("Citizenship"), ChoiceBox(country_choices, self))
        self.add("language", N_("Language the person reads"), ChoiceBox(language_choices, self))
        self.add("phone", N_("Phone"), TextField(self, personal=True))
        self.add("phone_safe", N_("May be called on the phone"), ChoiceBox(named(ASKED), self))
        self.add("iin", N_("IIN (12 digits, may stay empty)"), self.number)
        self.add("safe_contact", N_("How to reach them instead"), TextField(self, personal=True), span=3)
        self.field("phone_safe").entry.changed.connect(self._on_safety_chosen)
        self.number.editingFinished.connect(self._on_number_typed)

    def person(self) -> Person:
        """The person as typed."""
        values = self.values()
        return Person(**{**values, "sex": Sex(values["sex"])})

    def show_person(self, person: Person) -> None:
        """Show a person of the file."""
        self.set_values(
            full_name=person.full_name,
            birth=person.birth,
            sex=person.sex,
            citizenship=person.citizenship,
            language=person.language,
            phone=person.phone,
            phone_safe=person.phone_safe,
            iin=person.iin,
            safe_contact=person.safe_contact,
        )
        self._on_safety_chosen()

    def _on_safety_chosen(self) -> None:
        unsafe = self.value("phone_safe") == NO
        self.field("phone").set_hint(Message(_DO_NOT_CALL) if unsafe else None)

    def _on_number_typed(self) -> None:
        number = self.number.value()
        field = self.field("iin")
        checked = check_id(number[:100]) if number else None
        if checked is not None:
            field.show_problem(checked.reason)
        field.set_hint(Message(N_("The check digit fits.")) if checked is not None and checked.valid else None)


class PersonPage(CardPage):
    """The card of a person."""

    kind = "person"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.fields = PersonForm()
        super().__init__(context, self.fields, _case_columns(), parent, title=N_("Person"))
        self.strip = DataStrip(context, self)
        self.consents = ConsentsTab(context, self)
        self.transfers = TransfersTab(context, self)
        self.papers = PapersTab(context, self)
        self.tabs = QTabWidget(self)
        self._build_tabs()
        self.strip.told.connect(self._on_standing)
        self.tabs.currentChanged.connect(self._on_tab)

    def read_call(self) -> Callable[..., Any]:
        """Reading a person."""
        return people.card

    def save_call(self) -> Callable[..., Saved]:
        """Saving a person."""
        return people.save

    def record(self) -> Person:
        """The person as typed."""
        return self.fields.person()

    def show_card(self, card: PersonCard) -> None:
        """Show a person with their cases."""
        self.show_name(card.person.full_name)
        self.fields.show_person(card.person)
        self.strip.show_person(card.id)
        self.papers.show_person(card.id, erased=False)
        self.consents.show_person(card.id, erased=False)
        self.transfers.show_person(card.id, card.person.full_name, erased=False)
        self._on_tab()

    def _build_tabs(self) -> None:
        """Cases, papers, consents and transfers side by side below the form."""
        self.content.insertWidget(0, self.strip)
        self.content.removeWidget(self.cases)
        heading = self.over_cases.itemAt(0)
        label = heading.widget() if heading is not None else None
        if label is not None:
            label.hide()  # the tab has its name
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for tab in (self.cases, self.papers, self.consents, self.transfers):
            self.tabs.addTab(tab, "")
        self.content.addWidget(self.tabs, 1)
        Texts(self).redraw(self._write_tabs)
        for at in range(self.tabs.count()):
            keys = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            keys.activated.connect(partial(self.tabs.setCurrentIndex, at))

    def _write_tabs(self) -> None:
        for at, title in enumerate(_TABS):
            self.tabs.setTabText(at, _(title))
            self.tabs.setTabToolTip(at, f"{_(title)} (Alt+{at + 1})")

    def _on_standing(self, standing: PersonStanding) -> None:
        erased = standing.anonymised_on is not None
        self.fields.setEnabled(not erased)
        self.papers.set_erased(erased)
        self.consents.record_button.setVisible(not erased)
        self.transfers.record_button.setVisible(not erased)

    def _on_tab(self, _at: int = 0) -> None:
        """Looking at papers, consents or transfers is logged: they are read when somebody looks."""
        shown = self.tabs.currentWidget()
        if shown is self.papers:
            self.papers.read()
        elif shown is self.consents:
            self.consents.read()
        elif shown is self.transfers:
            self.transfers.read()


class Screen(ListAndCard):
    """The list and the card."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        records = RecordListPage[PersonRow](
            context,
            people.page,
            _columns(),
            title=N_("People"),
            placeholder=N_("Name in any script, phone or IIN"),
            empty=_EMPTY,
        )
        super().__init__(records, PersonPage(context), parent)


def _columns() -> tuple[Column[PersonRow], ...]:
    return (
        Column(N_("Full name"), _name, width=200, stretch=True, personal=True),
        Column(N_("Born"), _birth, width=110, personal=True),
        Column(N_("Sex"), _sex, width=90),
        Column(N_("Citizenship"), _citizenship, width=120),
        Column(N_("Phone"), _phone, width=140, personal=True, mark=_unsafe),
        Column(N_("Cases"), _cases, width=60, number=True),
    )


def _case_columns() -> tuple[Column[CaseLine], ...]:
    return (
        Column(N_("Number"), _number, width=120),
        Column(N_("Employer"), _employer, width=240, stretch=True, personal=True),
    )


def _name(row: PersonRow) -> str:
    return row.full_name


def _birth(row: PersonRow) -> str:
    return partial_day(row.birth)


def _sex(row: PersonRow) -> str:
    return "" if row.sex is Sex.UNKNOWN else _(SEXES[row.sex])


def _citizenship(row: PersonRow) -> str:
    return country_name(row.citizenship, language())


def _phone(row: PersonRow) -> str:
    return _("do not call") if row.phone_safe == NO else row.phone


def _unsafe(row: PersonRow) -> tuple[str, str] | None:
    return ("triangle-alert", "danger") if row.phone_safe == NO else None


def _cases(row: PersonRow) -> str:
    return format_number(row.cases, language())


def _number(line: CaseLine) -> str:
    return line[1]


def _employer(line: CaseLine) -> str:
    return str(line[2])
