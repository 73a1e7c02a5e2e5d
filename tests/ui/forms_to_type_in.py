"""Every form that keeps a draft: how it is opened, and typing something into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop_app.domain.answers import Answer
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.ui.cases.add_workers import AddWorkersDialog
from desktop_app.ui.cases.money_dialog import MoneyDialog
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.cases.safety_dialog import SafetyDialog
from desktop_app.ui.cases.screen import Screen as CasesScreen
from desktop_app.ui.clocks.closing_dialogs import CloseDialog, ResultDialog, SlipDialog
from desktop_app.ui.clocks.date_dialogs import AddDateDialog, DoneDialog, RemoveDialog
from desktop_app.ui.clocks.term_dialogs import SuspendDialog, TermDialog
from desktop_app.ui.common.card_page import CardPage
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.complaints.complaint_dialog import ComplaintDialog
from desktop_app.ui.directory.entry_dialog import EntryDialog
from desktop_app.ui.directory.screen import Screen as DirectoryScreen
from desktop_app.ui.enquiries.enquiry_dialog import EnquiryDialog
from desktop_app.ui.enquiries.screen import Screen as EnquiriesScreen
from desktop_app.ui.law.screen import Screen as LawScreen
from desktop_app.ui.letters.incoming_dialog import IncomingDialog
from desktop_app.ui.letters.incoming_opening import register
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.screen import Screen as LettersScreen
from desktop_app.ui.people.papers_tab import PapersTab
from desktop_app.ui.people.screen import PersonPage
from desktop_app.ui.protection.screening_dialog import ScreeningDialog
from desktop_app.ui.settings.screen import Screen as SettingsScreen
from desktop_app.ui.settings.staff_tab import StaffDialog
from desktop_app.ui.workspace import Workspace
from tests.ui.letters.posted import claim

W = TypeVar("W", bound=QWidget)
SECRET = "a password nobody keeps"
LIST = "ФИО\tГод рождения\nНазаров Фирдавс\t1990\nХолова Мавлуда\t1985\n"


def _one(workspace: Workspace, kind: type[W]) -> W:
    return workspace.findChildren(kind)[-1]


def _cell(grid: EditGrid, row: int, key: str, text: str) -> None:
    model = grid.rows_model
    at = next(at for at, column in enumerate(model.columns) if column.key == key)
    model.setData(model.index(row, at), text)


def _case(workspace: Workspace) -> CasesScreen:
    screen = workspace.page("cases")
    assert isinstance(screen, CasesScreen)
    screen.open_item(1)
    return screen


def new_case(workspace: Workspace) -> None:
    screen = workspace.page("cases")
    assert isinstance(screen, CasesScreen)
    screen.start_new()
    page = _one(workspace, NewCasePage)
    page.employer.set_values(name="ИП Қасымов", phone="+7 701 000 00 00")
    page.case.set_values(site="Склад на окраине", note="Two lines\nof a note")
    page.crew.pay.set_values(pay_day=5)
    for row, name in enumerate(("Назаров Фирдавс", "Холова Мавлуда")):
        _cell(page.crew.grid, row, "name", name)
        _cell(page.crew.grid, row, "birth", "no date at all")


def paste(workspace: Workspace) -> None:
    screen = workspace.page("cases")
    assert isinstance(screen, CasesScreen)
    screen.start_new()
    dialog = _one(workspace, NewCasePage).crew.paste(LIST)
    next(iter(dialog.boxes.values())).set_value("occupation")


def details(workspace: Workspace) -> None:
    screen = _case(workspace)
    screen.case.tabs.setCurrentWidget(screen.case.details)
    screen.case.details.form.set_values(site="Другая стройка", next_date=None)


def wages(workspace: Workspace) -> None:
    tab = _case(workspace).case.wages
    tab.show_worker(tab.table.rows[1].worker.id)
    tab.editor.terms.set_values(basis="hourly", pay_day=7)
    _cell(tab.editor.months, 0, "says", "123 456")
    _cell(tab.editor.payments, 0, "amount", "not a sum")


def money(workspace: Workspace) -> None:
    _case(workspace).case.money.record_button.click()
    dialog = _one(workspace, MoneyDialog)
    dialog.form.set_values(note="By card")
    _cell(dialog.grid, 1, "amount", "50 000")


def complaint(workspace: Workspace) -> None:
    _case(workspace).case.complaints.log(ComplaintKind.WITHHELD_DOCUMENTS)
    dialog = _one(workspace, ComplaintDialog)
    dialog.workers.set_value((1,))
    dialog.form.set_answers({"role": Answer("foreman"), "words": Answer("“You will not get it”")})
    dialog.form.field("demanded_on").entry.set_value(PartialDate(2025, 3))
    if dialog.documents is not None:
        dialog.documents.add_for((1,))
        _cell(dialog.documents.grid, 0, "since", "no date at all")


def screening(workspace: Workspace) -> None:
    screen = _case(workspace)
    screen.case.tabs.setCurrentWidget(screen.case.protection)
    screen.case.protection.screening.talk()
    form = _one(workspace, ScreeningDialog).form
    form.set_values(**{"debt_bondage.answer": "yes", "debt_bondage.note": "A debt for the journey"})


def safety(workspace: Workspace) -> None:
    _case(workspace).case.workers.ask_safety()
    _one(workspace, SafetyDialog).form.set_values(lives_at_site="yes", safe_contact="Through the sister")


def date_of_case(workspace: Workspace) -> None:
    _case(workspace).case.steps.clocks.add()
    _one(workspace, AddDateDialog).form.set_values(kind="hearing", note="Hall 12")


def term(workspace: Workspace) -> None:
    _case(workspace).case.steps.clocks.count()
    _one(workspace, TermDialog).form.set_values(rule="limitation.other", note="Learned from a colleague")


def suspension(workspace: Workspace) -> None:
    _case(workspace).case.steps.clocks.suspend()
    _one(workspace, SuspendDialog).form.set_values(why="mediation", note="Contract 7")


def done(workspace: Workspace) -> None:
    panel = _case(workspace).case.steps.clocks
    panel.table.select_row(0)
    panel.done()
    _one(workspace, DoneDialog).form.set_values(note="The court has it")


def removed(workspace: Workspace) -> None:
    panel = _case(workspace).case.steps.clocks
    panel.table.select_row(0)
    panel.remove()
    _one(workspace, RemoveDialog).form.set_values(reason="Not needed")


def result(workspace: Workspace) -> None:
    _case(workspace).case.steps.closing.record()
    _one(workspace, ResultDialog).form.set_values(code="paid_in_part", evidence="Receipt 3")


def closing(workspace: Workspace) -> None:
    _case(workspace).case.steps.closing.close_case()
    _one(workspace, CloseDialog).form.set_values(why="solved", evidence="Receipt 3")


def slip(workspace: Workspace) -> None:
    _case(workspace).case.steps.closing.slip()
    _one(workspace, SlipDialog).form.set_values(help_mark="5", comment="Thank you")


def letter(workspace: Workspace) -> None:
    _case(workspace).case.letters.make()
    dialog = _one(workspace, LetterDialog)
    dialog.form.set_values(language="kk")
    dialog.crew.item(0).setCheckState(dialog.crew.item(0).checkState().Unchecked)


def _letter(workspace: Workspace) -> LettersScreen:
    """The page of letters with one letter of the case open, made where there is none yet."""
    screen = workspace.page("letters")
    assert isinstance(screen, LettersScreen)
    if not screen.list.table.rows:
        claim(screen.letter._context.file, logged=False)
    screen.open_item(1)
    return screen


def sending(workspace: Workspace) -> None:
    dialog = _letter(workspace).letter.note_sent()
    assert dialog is not None
    dialog.form.set_values(way="courier", proof="W-77")


def answered(workspace: Workspace) -> None:
    _letter(workspace).letter.answer_button.click()
    _one(workspace, IncomingDialog).form.set_values(sender="Inspection", answer="refused")


def incoming(workspace: Workspace) -> None:
    screen = _letter(workspace)
    register(screen.letter._context, screen, 1)
    _one(workspace, IncomingDialog).form.set_values(sender="Akimat", about="They ask to wait")


def workers(workspace: Workspace) -> None:
    _case(workspace).case.workers.add_button.click()
    _cell(_one(workspace, AddWorkersDialog).crew.grid, 0, "name", "Назаров Фирдавс")


def workers_paste(workspace: Workspace) -> None:
    _case(workspace).case.workers.add_button.click()
    _one(workspace, AddWorkersDialog).crew.paste(LIST)


def person(workspace: Workspace) -> None:
    _card(workspace, "people").set_values(phone="+7 702 000 00 00", birth=None)


def employer(workspace: Workspace) -> None:
    _card(workspace, "employers").set_values(address="улица Абая, 1")


def paper(workspace: Workspace) -> None:
    _papers(workspace).note_paper().form.set_values(kind="visa", number="A 1", note="Seen on the phone")


def stay(workspace: Workspace) -> None:
    _papers(workspace).note_stay().form.set_values(note="By train")


def work(workspace: Workspace) -> None:
    _papers(workspace).navigate().form.set_values(employer_kind="household", household_work="yes")


def _papers(workspace: Workspace) -> PapersTab:
    screen = workspace.page("people")
    screen.open_item(1)  # type: ignore[attr-defined]  # every screen opens its things
    page = _one(workspace, PersonPage)
    page.tabs.setCurrentWidget(page.papers)
    return page.papers


def _card(workspace: Workspace, folder: str) -> object:
    screen = workspace.page(folder)
    screen.open_item(1)  # type: ignore[attr-defined]  # every screen opens its things
    return screen.findChildren(CardPage)[0].form


def centre(workspace: Workspace) -> None:
    screen = workspace.page("settings")
    assert isinstance(screen, SettingsScreen)
    screen.centre.form.set_values(**{"name.en": "Half typ"})


def colleague(workspace: Workspace) -> None:
    screen = workspace.page("settings")
    assert isinstance(screen, SettingsScreen)
    screen.staff.add()
    _one(workspace, StaffDialog).form.set_values(full_name="Данияр Ахметов", password=SECRET, again=SECRET)


def law_value(workspace: Workspace) -> None:
    screen = workspace.page("law")
    assert isinstance(screen, LawScreen)
    screen.filter.text.set_value("base_rate")
    dialog = screen.add_value()
    assert dialog is not None
    dialog.form.set_values(value="16,2", source="Decision of")


def new_enquiry(workspace: Workspace) -> None:
    screen = workspace.page("enquiries")
    assert isinstance(screen, EnquiriesScreen)
    screen.form.set_values(question="May they work?", caller="Назаров Фирдавс", topic="may_work", phone="")


def _enquiry(workspace: Workspace) -> EnquiryDialog:
    screen = workspace.page("enquiries")
    assert isinstance(screen, EnquiriesScreen)
    if not screen.list.table.rows:
        screen.form.set_values(question="A question")
        screen.save()
        screen.refresh()
    screen.open_item(1)
    return _one(workspace, EnquiryDialog)


def enquiry(workspace: Workspace) -> None:
    _enquiry(workspace).form.set_values(answer="Half an answer", citizenship="TJ")


def enquiry_referral(workspace: Workspace) -> None:
    _enquiry(workspace).refer().form.set_values(aim="A bed for a week", note="Half a note")


def entry(workspace: Workspace) -> None:
    screen = workspace.page("directory")
    assert isinstance(screen, DirectoryScreen)
    screen.add().form.set_values(**{"name.ru": "Приют", "kind": "shelter"})


def mended_entry(workspace: Workspace) -> None:
    screen = workspace.page("directory")
    assert isinstance(screen, DirectoryScreen)
    screen.open_item(1)
    _one(workspace, EntryDialog).form.set_values(address="улица Абая, 1")


def referral(workspace: Workspace) -> None:
    screen = _case(workspace)
    screen.case.tabs.setCurrentWidget(screen.case.protection)
    dialog = screen.case.protection.referrals.refer()
    assert dialog is not None
    dialog.form.set_values(aim="A bed for a week", ground="rights", reason="Locked in")


def party(workspace: Workspace) -> None:
    screen = _case(workspace)
    screen.case.tabs.setCurrentWidget(screen.case.details)
    dialog = screen.case.details.chain.add()
    assert dialog is not None
    dialog.form.set_values(part="broker", note="By word of the crew")
    dialog.employer.set_values(name="Делдал Омаров")


def contract(workspace: Workspace) -> None:
    screen = _case(workspace)
    screen.case.tabs.setCurrentWidget(screen.case.complaints)
    dialog = screen.case.complaints.check_contract()
    assert dialog is not None
    dialog.parts.set_answers({"pledge": Answer("yes"), "unpaid": Answer(("nights",))})
    dialog.note.set_values(note="A page is missing")


def readiness(workspace: Workspace) -> None:
    screen = _case(workspace)
    screen.case.tabs.setCurrentWidget(screen.case.steps)
    screen.case.steps.readiness.ask().form.set_values(commission="none", proofs=("order",))


FORMS: dict[str, Callable[[Workspace], None]] = {
    "new_case:0": new_case,
    "new_case:0:paste": paste,
    "case:1:details": details,
    "case:1:wages:2": wages,
    "case:1:money": money,
    "case:1:complaint:withheld_documents": complaint,
    "case:1:contract": contract,
    "case:1:readiness": readiness,
    "case:1:screening:1": screening,
    "case:1:safety:1": safety,
    "case:1:letter": letter,
    "letter:1:sending": sending,
    "letter:1:answer:1": answered,
    "letter:0:incoming:1": incoming,
    "case:1:workers": workers,
    "case:1:workers:paste": workers_paste,
    "person:1": person,
    "person:1:paper:0": paper,
    "person:1:stay:0": stay,
    "person:1:work": work,
    "employer:1": employer,
    "settings:1:centre": centre,
    "settings:2:colleague": colleague,
    "law:0:value:base_rate": law_value,
    "new_enquiry:0": new_enquiry,
    "enquiry:1": enquiry,
    "enquiry:1:referral": enquiry_referral,
    "directory:0": entry,
    "directory:1": mended_entry,
    "case:1:referral": referral,
    "case:1:party": party,
    "case:1:date": date_of_case,
    "case:1:term": term,
    "case:1:suspension": suspension,
    "case:1:done:1": done,
    "case:1:remove:1": removed,
    "case:1:result": result,
    "case:1:closing": closing,
    "case:1:slip": slip,
}
"""By the name of the form (domain.drafts.FormName)."""
