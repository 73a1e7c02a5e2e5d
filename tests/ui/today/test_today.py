from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseFilter, NewCase, NewWageComplaint, NewWorker, Status
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.services import cases, complaints
from desktop_app.ui.common import languages
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.context import Context
from desktop_app.ui.today.screen import Screen

TODAY = date(2026, 11, 21)


@pytest.fixture
def screen(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("TIREK_TODAY", TODAY.isoformat())
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def _case(context: Context, days: int | None, name: str = "Юсупов") -> int:
    next_date = None if days is None else TODAY + timedelta(days=days)
    new = NewCase(
        Employer("ТОО Құрылыс", EmployerKind.COMPANY),
        (NewWorker(Person(name)),),
        opened_on=date(2026, 7, 1),
        next_date=next_date,
    )
    return cases.open_case(context.file, new).id


def test_an_empty_file_says_what_to_do_first(screen: Screen, context: Context, qtbot: QtBot) -> None:
    screen.refresh()
    assert not screen.due.isVisible()
    with qtbot.waitSignal(context.bus.open_requested) as wish:
        screen.new_case.click()
    assert wish.args == ["new_case", 0]


def test_what_is_due_stands_apart_from_what_comes(screen: Screen, context: Context) -> None:
    overdue, today, soon = _case(context, -3), _case(context, 0), _case(context, 7)
    _case(context, 8)
    _case(context, None)
    screen.refresh()
    assert [row.id for row in screen.due.rows] == [overdue, today]
    assert [row.id for row in screen.upcoming.rows] == [soon]
    assert screen.open_cases.number.text() == "5"
    assert screen.without_date.number.text() == "1"


def test_overdue_is_told_by_shape_and_not_by_colour_alone(screen: Screen, context: Context) -> None:
    _case(context, -3)
    _case(context, 0)
    screen.refresh()
    marks = [screen._mark(row) for row in screen.due.rows]
    assert marks[0] != marks[1]
    assert None not in marks


def test_a_row_opens_its_case_by_keyboard(screen: Screen, context: Context, qtbot: QtBot) -> None:
    case_id = _case(context, 0)
    screen.refresh()
    screen.due.select_row(0)
    with qtbot.waitSignal(context.bus.open_requested) as wish:
        qtbot.keyClick(screen.due.view, Qt.Key.Key_Return)
    assert wish.args == ["case", case_id]


def test_the_count_without_a_date_leads_to_those_cases(screen: Screen, context: Context, qtbot: QtBot) -> None:
    _case(context, None)
    screen.refresh()
    with qtbot.waitSignal(context.bus.filter_requested) as wish:
        screen.without_date.click()
    assert wish.args == ["case", CaseFilter(status=Status.OPEN, without_next_date=True)]


def test_sums_and_date_follow_the_language(screen: Screen, context: Context) -> None:
    case_id = _case(context, 0)
    worker = cases.card(context.file, case_id).workers[0]
    wages = WorkerWages(WageTerms(PayBasis.MONTHLY, Decimal(180000)), (WagePeriod(date(2026, 7, 1)),))
    complaints.log_wage_arrears(context.file, NewWageComplaint(case_id, ((worker.id, wages),), TODAY, ""))
    screen.refresh()
    assert screen.owed.number.text() == "180,000\u00a0₸"
    assert screen.title.text() == "Today, 21 November 2026"
    languages.use("kk")
    assert screen.owed.number.text() == "180\u00a0000\u00a0₸"
    assert "2026 жылғы 21 қараша" in screen.title.text()


def test_the_key_of_the_new_case_is_told_but_heard_by_the_window_alone(qtbot: QtBot) -> None:
    button = PrimaryButton("New case", shortcut="Ctrl+N", keys_elsewhere=True)
    qtbot.addWidget(button)
    assert "Ctrl+N" in button.toolTip()
    assert button.shortcut().isEmpty()
