"""The tab “Papers and work”, the navigator and the country sheet on screen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.papers import NewPaper, PaperKind
from desktop_app.domain.stays import Stay
from desktop_app.domain.work_answers import WorkAnswers
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.i18n import LANGUAGES
from desktop_app.services import papers, people, work_right
from desktop_app.services.files import OpenFile
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.people.papers_tab import PapersTab
from desktop_app.ui.people.screen import PersonPage
from desktop_app.ui.workright import wording
from desktop_app.ui.workright.country_dialog import CountryDialog
from desktop_app.ui.workright.navigator_dialog import NavigatorDialog, open_navigator
from desktop_app.ui.workright.paper_dialog import PaperDialog
from tests.services.situations import CLOCK, opened

PERMIT = NewPaper(PaperKind.LABOUR_IMMIGRANT_PERMIT, "77", date(2026, 9, 1), date(2026, 12, 1), "KZ-71", "Сәлима")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


@pytest.fixture
def person_id(file: OpenFile) -> int:
    """Somebody from Uzbekistan who works in a household."""
    found = opened(file).workers[0].person_id
    papers.save_paper(file, found, PERMIT)
    papers.save_stay(file, found, Stay(date(2026, 11, 1)))
    work_right.save(
        file,
        found,
        WorkAnswers("temporary", "work", "no", employer_kind="household", form="hired", household_work="yes"),
    )
    return found


@pytest.fixture
def page(qtbot: QtBot, context: Context, person_id: int) -> PersonPage:
    made = PersonPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.show_item(person_id)
    made.tabs.setCurrentWidget(made.papers)
    context.bus.data_changed.connect(made.read)
    return made


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """A window that dialogs open above."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def told(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def cells(tab: PapersTab) -> list[str]:
    model = tab.papers.table.view.model()
    return [str(model.index(0, at).data()) for at in range(model.columnCount())]


def test_the_tab_shows_papers_the_counter_and_the_short_answer(page: PersonPage) -> None:
    tab = page.papers
    assert cells(tab) == ["Permit of a labour immigrant", "77", "01.12.2026"]
    assert "household work" in tab.short.label.text()
    assert "today is day 21" in tab.counter.text()
    assert "30.11.2026: 9 more" in tab.counter.text()


def test_nothing_is_read_before_somebody_looks(qtbot: QtBot, context: Context, person_id: int) -> None:
    page = PersonPage(context)
    qtbot.addWidget(page)
    page.show_item(person_id)
    assert page.papers.papers.table.rows == ()


def test_a_paper_is_noted_changed_and_removed(page: PersonPage, file: OpenFile, person_id: int) -> None:
    tab = page.papers
    dialog = tab.note_paper()
    assert not dialog.form.field("region").isVisible()
    dialog.form.set_values(kind=PaperKind.VISA, number="9", expires_on=date(2026, 12, 20))
    dialog.save()
    assert [row.kind for row in tab.papers.table.rows] == [PaperKind.LABOUR_IMMIGRANT_PERMIT, PaperKind.VISA]
    tab.papers.table.select_row(1)
    tab.papers.change_button.click()
    changing = tab.findChildren(PaperDialog)[-1]
    changing.form.set_values(number="10")
    changing.save()
    assert tab.papers.table.rows[1].number == "10"
    tab.papers.table.select_row(1)
    tab.papers.remove_button.click()
    tab.findChildren(Dialog)[-1].accept()
    assert [paper.kind for paper in papers.of_person(file, person_id).papers] == [PaperKind.LABOUR_IMMIGRANT_PERMIT]


def test_what_is_wrong_with_a_paper_stands_beside_its_field(page: PersonPage) -> None:
    dialog = page.papers.note_paper(page.papers.papers.table.rows[0])
    dialog.form.set_values(issued_on=date(2026, 9, 1), expires_on=date(2026, 8, 1))
    dialog.save()
    assert "before it was issued" in dialog.form.field("expires_on").problem
    assert dialog.form.value("number") == "77"


def test_a_stay_is_noted_and_counted(page: PersonPage) -> None:
    dialog = page.papers.note_stay()
    dialog.save()
    assert dialog.form.field("entered_on").problem
    dialog.form.set_values(entered_on=date(2026, 6, 1), left_on=date(2026, 6, 30))
    dialog.save()
    assert "51 days in the country" in page.papers.counter.text()


def test_the_navigator_of_a_person_keeps_the_answers(page: PersonPage, file: OpenFile, person_id: int) -> None:
    dialog = page.papers.navigate()
    assert dialog.form.value("employer_kind") == "household"
    dialog.form.set_values(employer_kind="company")
    dialog.ask()
    assert "employer gets a permit" in dialog.view.short.label.text()
    dialog.save()
    assert work_right.of_person(file, person_id).answers.employer_kind == "company"
    assert "employer gets a permit" in page.papers.short.label.text()


def test_what_only_the_card_and_the_stays_can_say_is_told(page: PersonPage, file: OpenFile, person_id: int) -> None:
    known = people.card(file, person_id).person
    assert not page.papers.navigate().note.isVisible()
    papers.remove_stay(file, person_id, papers.of_person(file, person_id).stays[0].id)
    assert "Note the last entry" in page.papers.navigate().note.label.text()
    people.save(file, person_id, replace(known, citizenship=""))
    assert "does not stand on the card" in page.papers.navigate().note.label.text()


# citizenship, words of the counter (mig.6.4, kztj.1; S weak for GE, IN)
COUNTERS = [
    ("UZ", "The last lawful day is 30.11.2026", ""),
    ("TJ", "The last lawful day is 29.01.2027", ""),
    ("GE", "The source is old", ""),
    ("IN", "The last lawful day was 14.11.2026", "The total was not established"),
    ("TM", "sets the term", ""),
]


@pytest.mark.parametrize(("country", "words", "more"), COUNTERS)
def test_the_counter_says_how_sure_it_is(file: OpenFile, country: str, words: str, more: str) -> None:
    known = WorkFacts(country, employer_kind="company", papers=(), stays=(Stay(date(2026, 11, 1)),))
    counter = wording.counted(work_right.quick(file, known).navigator)
    assert words in counter
    assert more in counter


def test_a_call_is_answered_as_the_questions_are(qtbot: QtBot, context: Context, room: QWidget) -> None:
    dialog = open_navigator(context, room)
    shown = {name for name in ("citizenship", "employer_kind", "status") if dialog.form.field(name).isVisible()}
    assert shown == {"citizenship", "employer_kind", "status"}
    assert not dialog.form.field("household_work").isVisible()
    assert not dialog.sheet_button.isEnabled()
    dialog.form.set_values(citizenship="UZ", employer_kind="household")
    dialog.ask()
    assert dialog.form.field("household_work").isVisible()
    assert "Not known yet" in dialog.view.short.label.text()
    dialog.form.set_values(employer_kind="company")
    dialog.ask()
    assert "employer gets a permit" in dialog.view.short.label.text()
    qtbot.waitUntil(lambda: "It would be another answer for" in told(dialog))
    assert dialog.sheet_button.isEnabled()


def test_a_day_that_makes_no_sense_yet_is_not_an_answer(context: Context, room: QWidget) -> None:
    dialog = NavigatorDialog(context, room, facts=WorkFacts("UZ", employer_kind="company"))
    dialog.open()
    entry = dialog.form.field("entered_on").entry
    entry.setText("12.")  # type: ignore[attr-defined]  # a field of one line
    dialog.ask()
    assert dialog.form.field("entered_on").isVisible()
    assert "employer gets a permit" in dialog.view.short.label.text()


def test_every_line_names_its_norm_and_what_is_to_be_checked(context: Context, room: QWidget, file: OpenFile) -> None:
    text = wording.whole(work_right.quick(file, WorkFacts("UZ", employer_kind="household", household_work="yes",
                                                          status="temporary", form="hired")))  # fmt: skip
    lines = [line for line in text.splitlines() if line.startswith("– ")]
    assert len(lines) > 15
    assert all(line.endswith("]") for line in lines)
    assert "*" in text
    assert "to be checked by the centre’s lawyer" in text
    assert "copy of April 2026" in text


def test_the_answer_and_the_sheet_can_be_copied(context: Context, room: QWidget) -> None:
    dialog = NavigatorDialog(context, room, facts=WorkFacts("UZ", employer_kind="company"))
    dialog.open()
    dialog.copy()
    assert "employer gets a permit" in QGuiApplication.clipboard().text()
    sheet = dialog.open_sheet()
    sheet.copy()
    assert QGuiApplication.clipboard().text().startswith("Uzbekistan")


def test_a_sheet_says_what_is_known_and_what_is_not(context: Context, room: QWidget) -> None:
    for code, words in (
        ("UZ", "30 days an entry and 90 days in every 180"),
        ("IN", "The total was not established"),
        ("TM", "A visa is needed"),
        ("CN", "gives no right to work"),
        ("KG", "may be extended for"),
    ):
        dialog = CountryDialog(context, code, room)
        dialog.open()
        assert words in told(dialog)
        assert "Convention No 189" in told(dialog)
        assert "No consulate of this country is in the directory yet" in told(dialog)
        assert dialog.warning.isVisibleTo(dialog) is (code in {"IN", "TM"})
        dialog.reject()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_follows_the_language(context: Context, room: QWidget, language: str) -> None:
    dialog = NavigatorDialog(context, room, facts=WorkFacts("KG", employer_kind="company"))
    dialog.open()
    languages.use(language)
    assert re.search(r"\[1\*?,\u00a02", dialog.view.short.label.text())
    assert told(dialog)


def test_whoever_is_erased_gets_no_new_papers(page: PersonPage) -> None:
    page.papers.set_erased(True)
    assert not page.papers.papers.note_button.isVisible()
    assert not page.papers.navigator_button.isVisible()
