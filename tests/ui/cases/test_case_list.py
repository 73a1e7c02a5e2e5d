from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.cases import CaseChange, CaseFilter, Status
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.services import cases, clocks
from desktop_app.ui.cases import case_list
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from tests.services.situations import close
from tests.ui.cases.crew import TODAY, log_case


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def screen(qtbot, context):
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    yield made
    made.list._pause.stop()


def test_an_empty_list_says_what_to_do_first(screen):
    from desktop_app.ui.common.labels import EmptyHint

    hint = screen.list.table.findChild(EmptyHint)
    assert hint.isVisible()
    assert "Ctrl+N" in hint.label.text()


def test_rows_tell_the_case_in_the_users_language(screen, file):
    log_case(file)
    screen.refresh()
    index = screen.list.table.view.model().index
    cells = [index(0, at).data() for at in range(8)]
    assert cells[0] == "2026-0001"
    assert cells[2] == "Юсупов Равшан and 2 more"
    assert cells[4] == "Construction"
    languages.use("ru")
    assert index(0, 2).data() == "Юсупов Равшан и ещё 2"


def test_the_list_is_filtered_by_text_and_status(qtbot, screen, file):
    log_case(file)
    log_case(file, ("Абдуллаев Фарход",))
    screen.refresh()
    screen.list.text.set_value("Abdullaev")
    qtbot.waitUntil(lambda: [row.first_worker for row in screen.list.table.rows] == ["Абдуллаев Фарход"])
    screen.list.text.set_value("")
    qtbot.waitUntil(lambda: len(screen.list.table.rows) == 2)
    screen.list.status.set_value(Status.CLOSED)
    assert not screen.list.table.rows


def test_cases_without_a_next_date_are_marked_and_found(screen, file):
    log_case(file, wages=False)
    log_case(file, wages=False)
    card = cases.card(file, 1)
    change = CaseChange(1, card.version, "", "", card.sector, card.channel, card.status, 1, None, "", "")
    cases.change(file, change)
    screen.list.undated.setChecked(True)
    (row,) = screen.list.table.rows
    assert row.id == 1
    assert case_list.next_words(row) == "No next date"
    assert case_list.due_mark(row) == ("triangle-alert", "warn")


def test_a_closed_case_has_nothing_next(screen, file):
    log_case(file, wages=False)
    (row,) = cases.page(file, CaseFilter())
    assert case_list.next_words(row)
    close(file, row.id)
    (row,) = cases.page(file, CaseFilter())
    assert row.next_date is not None
    assert case_list.next_words(row) == ""
    assert case_list.due_mark(row) is None


def test_a_case_with_a_date_under_steps_is_dated(screen, file):
    log_case(file, wages=False)
    card = cases.card(file, 1)
    cases.change(file, CaseChange(1, card.version, "", "", card.sector, card.channel, card.status, 1, None, "", ""))
    clocks.add(file, 1, NewDeadline(DeadlineKind.HEARING, date(2026, 12, 1)))
    screen.list.undated.setChecked(True)
    assert not screen.list.table.rows
    screen.list.undated.setChecked(False)
    assert case_list.next_words(screen.list.table.rows[0]) == "01.12.2026"


def test_a_filter_of_the_start_page_is_shown_and_can_be_dropped(screen, file):
    log_case(file, wages=False)
    screen.show_filter(CaseFilter(due_by=date(2026, 11, 21)))
    assert screen.list.due.isVisible()
    assert not screen.list.table.rows
    screen.list.due.click()
    assert len(screen.list.table.rows) == 1


def test_enter_opens_a_case_and_down_leads_from_the_search_to_the_list(qtbot, screen, file):
    log_case(file)
    screen.refresh()
    screen.list.text.setFocus()
    screen.list._on_down()
    qtbot.keyClick(screen.list.table.view, Qt.Key.Key_Return)
    assert screen.case.case_id == 1


def test_further_rows_come_when_the_end_nears(monkeypatch, screen, file):
    monkeypatch.setattr(case_list, "PAGE", 2)
    for _number in range(3):
        log_case(file, ("Юсупов Равшан",))
    screen.show_filter(CaseFilter())
    assert [row.id for row in screen.list.table.rows] == [3, 2]
    screen.list.table.end_neared.emit()
    assert [row.id for row in screen.list.table.rows] == [3, 2, 1]
    screen.list.table.end_neared.emit()
    assert len(screen.list.table.rows) == 3
