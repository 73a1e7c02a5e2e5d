"""The directory, referrals and the chain of employers on screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.chains import NewParty, Part
from desktop_app.domain.directory import EntryKind
from desktop_app.domain.referrals import Ground, NewReferral, Result
from desktop_app.domain.transfers import RegisterFilter
from desktop_app.services import cases, chains, consents, directory, employers, enquiries, referrals, transfers
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.directory.entry_dialog import EntryDialog
from desktop_app.ui.directory.refer_dialog import ReferDialog
from desktop_app.ui.directory.referrals_panel import ReferralsPanel, ResultDialog
from desktop_app.ui.directory.screen import Screen
from desktop_app.ui.employers.chain_panel import ChainPanel
from desktop_app.ui.employers.party_dialog import PartyDialog
from desktop_app.ui.employers.screen import EmployerPage
from desktop_app.ui.employers.screen import Screen as EmployersScreen
from desktop_app.ui.enquiries.enquiry_dialog import EnquiryDialog
from tests.services.situations import CLOCK, COMPANY, TODAY, opened
from tests.services.test_chains import BROKER, OTHER
from tests.services.test_enquiries import HOTLINE
from tests.services.test_referrals import AGREED, COURSE, SHELTER


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.refresh()
    return made


def names(screen: Screen) -> list[str]:
    return [card.entry.name.en or card.entry.name.ru for card in screen.table.rows]


def test_the_list_begins_with_the_region_of_the_centre(screen: Screen) -> None:
    assert screen.region.value() == "KZ-75"
    assert {card.entry.region for card in screen.table.rows} == {"", "KZ-75"}
    screen.region.set_value("")
    assert len(screen.table.rows) == len(directory.shipped())


def test_what_nobody_verified_says_so(screen: Screen) -> None:
    screen.kind.set_value(EntryKind.LABOUR_INSPECTION)
    model = screen.table.view.model()
    assert (model.index(0, 3).data(), model.index(0, 4).data()) == ("", "not verified: fill in")
    languages.use("kk")
    assert model.index(0, 1).data() == "Мемлекеттік еңбек инспекциясының аумақтық бөлімшесі"
    languages.use("en")
    screen.kind.set_value(EntryKind.HOTLINE)
    assert {model.index(row, 3).data() for row in range(model.rowCount())} == {"102", "111", "11616"}


def test_the_list_is_narrowed_by_country_and_words(qtbot: QtBot, screen: Screen) -> None:
    screen.region.set_value("")
    screen.country.set_value("TJ")
    assert names(screen) == ["Consulate (Tajikistan)"]
    screen.country.set_value("")
    screen.text.setText("дағдарыс")
    qtbot.waitUntil(lambda: len(screen.table.rows) < 9)
    assert names(screen) == ["Hotline of the Union of Crisis Centres", "Union of Crisis Centres"]
    screen.text.setText("xylophone")
    qtbot.waitUntil(lambda: not screen.table.rows)


def test_an_entry_is_added_where_the_list_stands(screen: Screen, file: OpenFile) -> None:
    screen.kind.set_value(EntryKind.CLINIC)
    dialog = screen.add()
    assert (dialog.form.value("kind"), dialog.form.value("region")) == ("clinic", "KZ-75")
    dialog.save()
    assert dialog.form.field("name.kk").problem
    dialog.form.set_values(**{"name.ru": "Поликлиника № 1", "phone": "+7 727 1"})
    dialog.save()
    screen.refresh()
    assert names(screen) == ["Поликлиника № 1"]


def test_an_entry_is_opened_found_right_and_taken_out_of_use(screen: Screen, file: OpenFile) -> None:
    screen.kind.set_value(EntryKind.HOTLINE)
    screen.table.select_row(0)
    QTest.keyClick(screen.table.view, Qt.Key.Key_Return)
    dialog = screen.findChildren(EntryDialog)[-1]
    card = dialog.card
    assert card is not None
    assert "Source:" in dialog.told.text()
    assert "secondary source" in dialog.told.text()
    dialog.form.set_values(hours="24/7")
    dialog.right_button.click()
    assert "Save what you typed first" in dialog.note.label.text()
    dialog.form.set_values(hours="")
    dialog.right_button.click()
    assert directory.card(file, card.id).checked_on == TODAY
    screen.open_item(card.id)
    dialog = screen.findChildren(EntryDialog)[-1]
    assert "Found right on 21.11.2026" in dialog.told.text()
    dialog.use_button.click()
    assert not directory.card(file, card.id).active


@pytest.fixture
def panel(qtbot: QtBot, context: Context, file: OpenFile) -> ReferralsPanel:
    made = ReferralsPanel(context)
    qtbot.addWidget(made)
    made.show()
    made.show_case(opened(file))
    return made


def test_a_worker_is_referred_only_with_a_consent(panel: ReferralsPanel, file: OpenFile) -> None:
    shelter = directory.add(file, SHELTER).id
    dialog = panel.refer()
    card = panel._card
    assert dialog is not None
    assert card is not None
    dialog.form.set_values(entry_id=str(shelter), case_worker_id=str(card.workers[0].id), aim="a bed")
    assert "not verified" in _hint(dialog, "entry_id")
    dialog.save()
    assert "Record the consent first" in dialog.form.field("ground").problem
    assert dialog.form.value("aim") == "a bed"
    consents.record(file, card.workers[0].person_id, AGREED)
    dialog.save()
    panel.show_case(card)
    assert [(row.worker_id, row.ground) for row in panel.table.rows] == [(card.workers[0].id, Ground.CONSENT)]
    assert len(transfers.register(file, RegisterFilter())) == 1


def test_only_what_the_ground_needs_is_asked(panel: ReferralsPanel, file: OpenFile) -> None:
    dialog = panel.refer()
    assert dialog is not None
    form = dialog.form
    shown = {
        ground: (form.field("what").isVisibleTo(form), form.field("reason").isVisibleTo(form))
        for ground in Ground
        if form.set_values(ground=ground) is None
    }
    assert shown == {Ground.CONSENT: (True, False), Ground.TOLD: (False, False), Ground.RIGHTS: (True, True)}
    dialog.reject()


def test_a_result_is_noted_and_only_a_course_is_attended(panel: ReferralsPanel, file: OpenFile) -> None:
    card = panel._card
    assert card is not None
    for entry in (SHELTER, COURSE):
        made = NewReferral(directory.add(file, entry).id, TODAY, "help", Ground.TOLD)
        referrals.refer(file, card.id, made)
    panel.show_case(card)
    assert not panel.result_button.isEnabled()
    offered = []
    for at in (0, 1):
        panel.table.select_row(at)
        dialog = panel.note_result()
        assert isinstance(dialog, ResultDialog)
        entry: Any = dialog.form.field("result").entry
        offered.append({entry.itemData(place) for place in range(entry.count())})
        dialog.reject()
    assert Result.ATTENDS in offered[0]
    assert Result.ATTENDS not in offered[1]
    panel.table.select_row(1)
    dialog = panel.note_result()
    assert dialog is not None
    dialog.form.set_values(result=Result.HELPED)
    dialog.save()
    panel.show_case(card)
    assert panel.table.view.model().index(1, 5).data() == "Got the help, 21.11.2026"


def test_a_caller_is_told_where_to_go_from_the_enquiry(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    shelter, number = directory.add(file, SHELTER).id, enquiries.log(file, HOTLINE).id
    dialog = EnquiryDialog(context, enquiries.card(file, number))
    qtbot.addWidget(dialog)
    dialog.open()
    asked = dialog.refer()
    assert not asked.form.field("ground").isVisibleTo(asked.form)
    asked.form.set_values(entry_id=str(shelter), aim="a bed")
    asked.save()
    assert [each.entry_id for each in referrals.of_enquiry(file, number)] == [shelter]
    assert "Shelter · a bed · told where to go" in dialog.sent.text()


def test_the_numbers_of_referrals(screen: Screen, file: OpenFile) -> None:
    case = opened(file)
    course = directory.add(file, COURSE).id
    referrals.refer(file, case.id, NewReferral(course, TODAY, "Kazakh", Ground.TOLD))
    dialog = screen.show_numbers()
    assert dialog.told.text() == "1 referral · attended a course or school: 0"
    assert [(line.name, line.number) for line in dialog.table.rows] == [("Language course", 1), ("Not known yet", 1)]
    dialog.reject()


@pytest.fixture
def chain(qtbot: QtBot, context: Context, file: OpenFile) -> ChainPanel:
    made = ChainPanel(context)
    qtbot.addWidget(made)
    made.show()
    made.show_case(opened(file))
    return made


def test_the_chain_is_built_on_screen_and_opens_its_employers(
    qtbot: QtBot, chain: ChainPanel, file: OpenFile, bus: Bus
) -> None:
    assert [row.part for row in chain.table.rows] == [None]
    dialog = chain.add()
    assert dialog is not None
    dialog.save()
    assert dialog.employer.field("name").problem
    dialog.employer.show_employer(BROKER)
    dialog.form.set_values(part=Part.BROKER, note="by word of the crew")
    dialog.save()
    chain.show_case(_case(file))
    assert [(row.employer.name, row.part) for row in chain.table.rows[1:]] == [(BROKER.name, Part.BROKER)]
    chain.table.select_row(1)
    with qtbot.waitSignal(bus.open_requested) as asked:
        QTest.keyClick(chain.table.view, Qt.Key.Key_Return)
    assert asked.args == ["employer", chain.table.rows[1].employer_id]


def test_an_employer_is_taken_out_after_a_question_but_not_the_one_the_case_is_against(
    chain: ChainPanel, file: OpenFile
) -> None:
    chains.add(file, 1, NewParty(Part.BROKER, BROKER))
    chain.show_case(_case(file))
    chain.table.select_row(0)
    assert not chain.remove_button.isEnabled()
    chain.table.select_row(1)
    chain.remove_button.click()
    asked = chain.findChildren(Dialog)[-1]
    assert len(chains.of_case(file, 1)) == 2
    asked.accept()
    assert len(chains.of_case(file, 1)) == 1


def test_an_employer_of_the_file_is_taken_into_the_chain(chain: ChainPanel, file: OpenFile) -> None:
    other = opened(file, employer=OTHER)
    dialog = chain.add()
    assert dialog is not None
    dialog._on_picked(employers.page(file, OTHER.name, None, 1)[0])
    assert dialog.employer_id == other.employer_id
    assert not dialog.employer.isEnabled()
    dialog.other.click()
    assert dialog.employer_id is None
    dialog._on_picked(employers.page(file, OTHER.name, None, 1)[0])
    dialog.save()
    assert chains.of_case(file, 1)[1].employer_id == other.employer_id


def test_the_page_of_an_employer_tells_its_sums_and_likenesses(
    qtbot: QtBot, context: Context, file: OpenFile, bus: Bus
) -> None:
    card = opened(file, employer=replace(COMPANY, phone="+7 701 000 11 22"))
    other = opened(file, employer=replace(OTHER, phone="8 701 000 11 22"))
    screen = EmployersScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_item(card.employer_id)
    page = screen.card
    assert isinstance(page, EmployerPage)
    assert page.standing.sums.text().replace("\xa0", " ") == "Owed in open cases: 0 ₸. Awarded: 0 ₸. Received: 0 ₸."
    assert page.standing.same.isVisible()
    links = [page.standing._others.itemAt(at).widget() for at in range(page.standing._others.count())]
    assert [link.accessibleName() for link in links] == [f"{OTHER.name} · {OTHER.bin_iin} · 1 case · the same phone"]
    link: Any = links[0]
    with qtbot.waitSignal(bus.open_requested) as asked:
        link.click()
    assert asked.args == ["employer", other.employer_id]


def _case(file: OpenFile) -> Any:
    return cases.card(file, 1)


def _hint(dialog: Any, field: str) -> str:
    return str(dialog.form.field(field)._hint.text())


def test_a_referral_begins_in_its_first_field(qtbot: QtBot, context: Context) -> None:
    dialog = ReferDialog(context, None, enquiry_id=1)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.kind


def test_a_dialog_begins_in_its_first_field(qtbot: QtBot, context: Context) -> None:
    dialog = PartyDialog(context, 1)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.form.field("part").entry
