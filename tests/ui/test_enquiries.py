"""The page of enquiries: ready to type, saved by one key, turned into a case by one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.cases import Channel
from desktop_app.domain.enquiries import MAY_WORK, Enquiry, EnquiryFilter, EnquiryRow
from desktop_app.services import cases, enquiries
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.cases.screen import Screen as CasesScreen
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.enquiries.enquiry_dialog import EnquiryDialog
from desktop_app.ui.enquiries.screen import Screen
from desktop_app.ui.main_window import MainWindow
from tests.services.situations import CLOCK, COMPANY, TODAY, YUSUPOV, opened
from tests.services.test_enquiries import HOTLINE

# The program's share of logging one enquiry: what is pressed beside the words themselves.
MOST_KEYS = 3


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


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile) -> Iterator[MainWindow]:
    made = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(made)
    made.show()
    made.enter(file)
    yield made
    made.sign_out()


def rows(file: OpenFile) -> tuple[EnquiryRow, ...]:
    return enquiries.page(file, EnquiryFilter())


class Typist:
    """Types into whatever has the focus and counts the keys that are no words."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window, self.keys = qtbot, window, 0

    def words(self, text: str) -> None:
        focus: Any = self._window.focusWidget()
        focus.insertPlainText(text)

    def press(self, keys: str) -> None:
        self.keys += 1
        self._qtbot.keySequence(self._window.focusWidget() or self._window, keys)


def test_an_enquiry_is_logged_with_three_keys_beside_its_words(
    qtbot: QtBot, window: MainWindow, file: OpenFile
) -> None:
    typist = Typist(qtbot, window)
    typist.press("Ctrl+Shift+N")
    typist.words("May a citizen of Uzbekistan work for an LLP?")
    typist.press("Tab")
    typist.words("With the employer's permit.")
    typist.press("Ctrl+S")
    assert typist.keys <= MOST_KEYS
    qtbot.waitUntil(lambda: bool(rows(file)))
    (row,) = rows(file)
    assert (row.question, row.answer) == (
        "May a citizen of Uzbekistan work for an LLP?",
        "With the employer's permit.",
    )
    assert (row.on, row.channel, row.topic) == (TODAY, Channel.PHONE, "")
    typist.words("the next caller")
    assert window.workspace is not None
    screen = window.workspace.page("enquiries")
    assert isinstance(screen, Screen)
    assert screen.form.question.value() == "the next caller"


def test_the_page_is_ready_to_type_with_the_last_channel_and_language(
    qtbot: QtBot, context: Context, file: OpenFile
) -> None:
    enquiries.log(file, replace(HOTLINE, channel=Channel.MESSENGER, language="tg"))
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.show()
    assert screen.focusWidget() is screen.form.question
    assert (screen.form.value("channel"), screen.form.value("language")) == ("messenger", "tg")
    assert screen.form.value("on") == TODAY
    assert not screen.unsaved()


def test_saving_empties_the_form_for_the_next_caller(screen: Screen, file: OpenFile) -> None:
    screen.form.show_enquiry(HOTLINE)
    assert screen.unsaved()
    screen.save()
    assert [row.caller for row in rows(file)] == [HOTLINE.caller]
    assert screen.form.enquiry() == Enquiry(TODAY, Channel.PHONE, "uz")
    assert not screen.unsaved()
    screen.refresh()
    assert screen.list.table.view.model().index(0, 1).data() == "May they work?"


def test_a_problem_stands_beside_its_field_and_nothing_typed_is_lost(screen: Screen, file: OpenFile) -> None:
    screen.form.set_values(caller="Юсупов", phone="123")
    screen.save()
    assert "what was asked" in screen.form.field("question").problem
    assert screen.form.value("caller") == "Юсупов"
    screen.form.set_values(question="?")
    entry: Any = screen.form.field("on").entry
    entry.setText("nonsense")
    screen.save()
    assert screen.form.field("on").problem
    assert rows(file) == ()


def test_what_is_typed_outlives_a_refresh_and_a_change_of_language(screen: Screen) -> None:
    screen.form.set_values(question="Сұрақ", topic=MAY_WORK)
    screen.refresh()
    languages.use("kk")
    assert (screen.form.value("question"), screen.form.value("topic")) == ("Сұрақ", MAY_WORK)
    languages.use("en")


def test_who_may_have_called_before_is_shown_while_one_types(
    qtbot: QtBot, screen: Screen, file: OpenFile, bus: Bus
) -> None:
    opened(file)
    number = enquiries.log(file, replace(HOTLINE, caller="Somebody")).id
    assert not screen.repeats.isVisible()
    screen.form.phone.setText("+7 701 123 45 67")
    qtbot.waitUntil(screen.repeats.isVisible)
    assert [(each.caller.kind, each.caller.id) for each in screen.repeats.found] == [("enquiry", number), ("person", 1)]
    assert screen.repeats.buttons[0].accessibleName() == "same phone · Somebody · 21.11.2026 · May they work?"
    assert screen.repeats.buttons[1].accessibleName() == f"same phone · {YUSUPOV.full_name} · in the file · Uzbekistan"
    with qtbot.waitSignal(bus.open_requested) as asked:
        screen.repeats.buttons[1].click()
    assert asked.args == ["person", 1]
    screen.form.phone.setText("")
    qtbot.waitUntil(lambda: not screen.repeats.isVisible())


def test_a_row_opens_and_is_corrected(qtbot: QtBot, screen: Screen, file: OpenFile) -> None:
    number = enquiries.log(file, HOTLINE).id
    screen.refresh()
    screen.list.table.select_row(0)
    QTest.keyClick(screen.list.table.view, Qt.Key.Key_Return)
    dialog = screen.findChild(EnquiryDialog)
    assert dialog is not None
    assert dialog.form.enquiry() == HOTLINE
    dialog.form.set_values(answer="Yes")
    dialog.save()
    assert enquiries.card(file, number).enquiry.answer == "Yes"


def test_the_list_is_narrowed_by_words_topic_and_period(qtbot: QtBot, screen: Screen, file: OpenFile) -> None:
    enquiries.log(file, HOTLINE)
    enquiries.log(file, replace(HOTLINE, topic="housing", question="Крыша", on=TODAY.replace(year=2025), caller=""))
    screen.refresh()
    assert len(screen.list.table.rows) == 2
    screen.list.topic.set_value("housing")
    assert [row.question for row in screen.list.table.rows] == ["Крыша"]
    screen.list.topic.set_value("")
    screen.list.period.set_value("year")
    assert [row.topic for row in screen.list.table.rows] == [MAY_WORK]
    screen.list.text.setText("крыша")
    qtbot.waitUntil(lambda: not screen.list.table.rows)
    assert "longer period" in screen.list.hint.label.text()


def test_the_day_of_an_enquiry_is_never_cut(screen: Screen, file: OpenFile) -> None:
    enquiries.log(file, HOTLINE)
    screen.resize(780, 640)
    screen.refresh()
    table = screen.list.table.view
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_the_numbers_of_a_period_name_nobody(screen: Screen, file: OpenFile) -> None:
    for topic in (MAY_WORK, MAY_WORK, "housing"):
        enquiries.log(file, replace(HOTLINE, topic=topic))
    dialog = screen.list.show_numbers()
    assert dialog.told.text() == "All days · 3 enquiries · 0 of them became cases"
    shown = [(line.name, line.number) for line in dialog.table.rows]
    assert shown == [("May they work?", 2), ("Housing", 1), ("Phone call", 3), ("Uzbek", 3)]
    dialog.reject()


def test_one_key_turns_what_is_typed_into_a_case(qtbot: QtBot, window: MainWindow, file: OpenFile) -> None:
    assert window.workspace is not None
    screen = window.workspace.page("enquiries")
    assert isinstance(screen, Screen)
    screen.form.show_enquiry(HOTLINE)
    workspace = window.workspace
    qtbot.keySequence(screen.form.question, "Ctrl+Return")
    qtbot.waitUntil(lambda: workspace.findChild(NewCasePage) is not None)
    page = workspace.findChild(NewCasePage)
    assert page is not None
    assert page.isVisible()
    assert page.enquiry_note.isVisible()
    assert [row.texts["name"] for row in page.crew.grid.rows if row.texts.get("name")] == [HOTLINE.caller]
    assert page.case.value("region") == HOTLINE.region
    assert page.case.value("channel") == HOTLINE.channel
    assert page.case.value("note") == f"{HOTLINE.question}\n\n{HOTLINE.answer}"
    page.employer.show_employer(COMPANY)
    page.crew.with_pay.setChecked(False)
    page.save()
    (row,) = rows(file)
    assert row.case_number == "2026-0001"
    assert row.case_id is not None
    worker = cases.card(file, row.case_id).workers[0].person
    assert (worker.full_name, worker.phone, worker.citizenship) == (HOTLINE.caller, HOTLINE.phone, "UZ")


def test_the_chosen_row_becomes_a_case_and_a_case_that_is_typed_stays(window: MainWindow, file: OpenFile) -> None:
    enquiries.log(file, HOTLINE)
    assert window.workspace is not None
    screen = window.workspace.page("enquiries")
    assert isinstance(screen, Screen)
    screen.list.table.select_row(0)
    screen.turn_into_case()
    page = window.workspace.findChild(NewCasePage)
    assert page is not None
    assert page.enquiry_id == 1
    page.case.set_values(site="typed")
    window.workspace.page("enquiries")
    screen.turn_into_case()
    cases_screen = window.workspace.page("cases")
    assert isinstance(cases_screen, CasesScreen)
    assert cases_screen.new is page
    assert page.case.value("site") == "typed"


def test_a_draft_of_an_enquiry_and_of_its_case_come_back(window: MainWindow, file: OpenFile) -> None:
    assert window.workspace is not None
    screen = window.workspace.page("enquiries")
    assert isinstance(screen, Screen)
    screen.form.set_values(question="half a question")
    assert "new_enquiry:0" in {form.name for form in window.workspace.drafts.open_forms()}
    assert window.workspace.drafts.holds_typing()
    QApplication.processEvents()


def test_may_they_work_is_asked_for_the_citizenship_that_is_typed(screen: Screen) -> None:
    screen.form.set_values(citizenship="UZ")
    dialog = screen.show_navigator()
    assert dialog._citizenship() == "UZ"
    assert screen.form.value("topic") == MAY_WORK
    dialog.reject()


def test_a_typed_employer_that_is_perhaps_in_the_file_is_offered(
    qtbot: QtBot, context: Context, file: OpenFile
) -> None:
    card = opened(file, employer=replace(COMPANY, phone="+7 701 000 11 22"))
    page = NewCasePage(context)
    qtbot.addWidget(page)
    page.show()
    page.employer.set_values(name="ИП Новый", phone="8 701 000 11 22")
    qtbot.waitUntil(page.likeness.isVisible)
    assert page.likeness.buttons[0].accessibleName().endswith("1 case · the same phone")
    page.likeness.buttons[0].click()
    assert page.employer_id == card.employer_id
    assert not page.likeness.isVisible()


def test_the_draft_of_a_case_remembers_its_enquiry(
    qtbot: QtBot, window: MainWindow, context: Context, file: OpenFile
) -> None:
    number = enquiries.log(file, HOTLINE).id
    assert window.workspace is not None
    screen = window.workspace.page("enquiries")
    assert isinstance(screen, Screen)
    screen.list.table.select_row(0)
    screen.turn_into_case()
    form = next(form for form in window.workspace.drafts.open_forms() if form.name == "new_case:0")
    content = form.content()
    assert content is not None
    assert content["enquiry"] == number
    again = NewCasePage(context)
    qtbot.addWidget(again)
    again.go_on_with(content["enquiry"])
    assert again.enquiry_id == number
