"""The dates of a case on screen: set, counted, kept and removed, each with why it is the day it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.limitation import Rule, Suspended
from desktop_app.services import cases, clocks
from desktop_app.services.files import OpenFile
from desktop_app.ui.clocks.date_dialogs import AddDateDialog, DoneDialog, RemoveDialog
from desktop_app.ui.clocks.panel import ClocksPanel
from desktop_app.ui.clocks.term_dialogs import SuspendDialog, TermDialog
from desktop_app.ui.common import blur, languages
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.context import Context
from tests.ui.cases.crew import TODAY, log_case

DAY = date.fromisoformat(TODAY)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def panel(qtbot: QtBot, context: Context, file: OpenFile) -> ClocksPanel:
    made = ClocksPanel(context)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_case(cases.card(file, log_case(file, wages=False)))
    return made


def again(panel: ClocksPanel, file: OpenFile) -> None:
    """What the page of the case does after every change."""
    panel.show_case(cases.card(file, 1))


def texts(panel: ClocksPanel, at: int) -> list[str]:
    model = panel.table.view.model()
    return [str(model.data(model.index(at, column))) for column in range(model.columnCount())]


def test_an_empty_case_says_where_dates_come_from(panel: ClocksPanel) -> None:
    assert not panel.table.view.isVisible()
    assert not panel.done_button.isEnabled()
    assert not panel.remove_button.isEnabled()


def test_tab_goes_from_the_dates_to_what_is_done_with_them(qtbot: QtBot, panel: ClocksPanel, file: OpenFile) -> None:
    clocks.add(file, 1, NewDeadline(DeadlineKind.STEP, date.fromisoformat(TODAY)))
    again(panel, file)
    panel.table.setFocus()
    panel.table.select_row(0)
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.done_button


def test_tab_passes_over_the_frame_of_a_form(qtbot: QtBot, panel: ClocksPanel) -> None:
    dialog = panel.add()
    assert isinstance(dialog, AddDateDialog)
    note = dialog.form.field("note").entry
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), Button)


def test_a_date_is_set_by_hand(panel: ClocksPanel, file: OpenFile) -> None:
    dialog = panel.add()
    assert isinstance(dialog, AddDateDialog)
    dialog.form.set_values(kind="hearing", due_on=DAY + timedelta(days=3), note="12 зал")
    dialog.save()
    again(panel, file)
    assert texts(panel, 0) == ["24.11.2026", "Hearing or meeting", "in 3 days", "", "12 зал"]
    panel.table.select_row(0)
    assert panel.why.text() == "This day was set by hand."


def test_a_step_of_a_chain_brings_its_day(panel: ClocksPanel, file: OpenFile) -> None:
    dialog = panel.add()
    assert isinstance(dialog, AddDateDialog)
    dialog.form.set_values(kind="step:inspection.answer")
    assert dialog.form.value("due_on") == date(2026, 12, 11)
    assert "by law" in dialog.note.label.text()
    dialog.form.set_values(kind="step:police.answer")
    assert "habit of the centre" in dialog.note.label.text()
    dialog.form.set_values(kind="step:inspection.answer")
    dialog.save()
    again(panel, file)
    panel.table.select_row(0)
    assert "Counted from 21.11.2026: 15 working days." in panel.why.text()
    assert "article 76" in panel.why.text()


def test_a_date_without_a_day_is_said_beside_its_field(panel: ClocksPanel) -> None:
    dialog = panel.add()
    assert isinstance(dialog, AddDateDialog)
    dialog.save()
    assert dialog.form.field("due_on").problem == "Type the day."


def test_a_term_shows_both_days_and_what_they_rest_on(panel: ClocksPanel, file: OpenFile) -> None:
    dialog = panel.count()
    assert isinstance(dialog, TermDialog)
    dialog.form.set_values(rule=Rule.WAGES.value, started_on=date(2026, 3, 14))
    told = dialog.told.label.text()
    assert "Safe day, by the shorter reading (1 year): 14.03.2027." in told
    assert "Outer day, by the longer reading (3 years): 14.03.2029." in told
    assert "No 81-NP" in told
    assert "to be checked by the lawyer" in told
    assert "act by 12.03.2027" in told
    dialog.save()
    again(panel, file)
    assert texts(panel, 0)[:4] == ["14.03.2027", "Wages due on 14.03.2026", "in 113 days", "14.03.2029"]


def test_a_dismissal_goes_straight_to_court_where_no_commission_is_needed(panel: ClocksPanel, file: OpenFile) -> None:
    dialog = panel.count()
    assert isinstance(dialog, TermDialog)
    assert dialog.form.field("direct").isHidden()
    dialog.form.set_values(rule=Rule.DISMISSAL_COMMISSION.value, started_on=date(2026, 11, 2))
    assert not dialog.form.field("direct").isHidden()
    assert "Last day (1 month): 02.12.2026." in dialog.told.label.text()
    dialog.form.set_values(direct="micro")
    assert "Safe day, by the shorter reading (3 months): 02.02.2027." in dialog.told.label.text()
    assert "article 159" in dialog.told.label.text()
    dialog.save()
    (row,) = clocks.listing(file, 1)
    assert (row.rule, row.latest_on) == (Rule.DISMISSAL_DIRECT, date(2027, 11, 2))


def test_a_half_typed_day_shows_no_term(panel: ClocksPanel) -> None:
    dialog = panel.count()
    assert isinstance(dialog, TermDialog)
    dialog.form.field("started_on").entry.setText("31.02.2026")  # type: ignore[attr-defined]  # a line of text
    assert dialog.told.isHidden()
    dialog.save()
    assert dialog.form.field("started_on").problem


def test_days_on_which_it_did_not_run_are_added(panel: ClocksPanel, file: OpenFile) -> None:
    dialog = panel.count()
    assert isinstance(dialog, TermDialog)
    dialog.form.set_values(rule=Rule.OTHER.value, started_on=date(2026, 3, 2))
    dialog.save()
    stop = panel.suspend()
    assert isinstance(stop, SuspendDialog)
    assert "article 160" in stop.note.label.text()
    stop.form.set_values(why=Suspended.MEDIATION.value, first=date(2026, 10, 1), last=date(2026, 10, 20))
    stop.save()
    again(panel, file)
    assert texts(panel, 0)[0] == "22.03.2027"
    panel.table.select_row(0)
    assert "1 year and 20 days it did not run" in panel.why.text()
    assert texts(panel, 1)[:3] == ["20.10.2026", "A mediation contract was in force", "from 01.10.2026 on"]
    panel.table.select_row(1)
    assert panel.done_button.isEnabled() is False
    assert panel.remove_button.isEnabled()


def test_the_steps_that_follow_are_told_before_and_appear_after(panel: ClocksPanel, file: OpenFile) -> None:
    dialog = panel.add()
    assert isinstance(dialog, AddDateDialog)
    dialog.form.set_values(kind="step:employer.pay_by")
    dialog.save()
    again(panel, file)
    panel.table.select_row(0)
    done = panel.done()
    assert isinstance(done, DoneDialog)
    done.save()
    assert "Choose the answer" in done.form.field("answer").problem
    done.form.set_values(answer="silent")
    assert "Apply to the conciliation commission" in done.note.label.text()
    done.save()
    again(panel, file)
    assert [row.rule for row in panel.table.rows if row.is_open] == ["commission.apply", "inspection.complain"]
    assert texts(panel, 2)[2] == "No answer, 21.11.2026"


def test_enter_on_a_date_asks_what_came_of_it(panel: ClocksPanel, file: OpenFile, qtbot: QtBot) -> None:
    clocks.add(file, 1, NewDeadline(DeadlineKind.HEARING, DAY))
    again(panel, file)
    panel.table.select_row(0)
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Return)
    (dialog,) = panel.findChildren(DoneDialog)
    assert dialog.isVisible()
    dialog.save()
    assert clocks.listing(file, 1)[0].done_on == DAY


def test_a_date_goes_only_with_a_reason(panel: ClocksPanel, file: OpenFile) -> None:
    clocks.add(file, 1, NewDeadline(DeadlineKind.HEARING, DAY - timedelta(days=2)))
    again(panel, file)
    assert texts(panel, 0)[2] == "2 days overdue"
    panel.table.select_row(0)
    dialog = panel.remove()
    assert isinstance(dialog, RemoveDialog)
    dialog.save()
    assert "why" in dialog.form.field("reason").problem
    dialog.form.set_values(reason="Басқа күн")
    dialog.save()
    again(panel, file)
    assert texts(panel, 0)[2] == "Removed on 21.11.2026"
    panel.table.select_row(0)
    assert panel.why.text() == "Басқа күн"
    assert panel.remove() is None


def test_a_safe_day_that_passed_is_told_from_a_term_that_is_over(panel: ClocksPanel, file: OpenFile) -> None:
    for due, latest in (
        (DAY - timedelta(days=9), DAY + timedelta(days=9)),
        (DAY - timedelta(days=8), DAY - timedelta(days=7)),
    ):
        clocks.add(file, 1, NewDeadline(DeadlineKind.LIMITATION, due, Rule.OTHER.value, None, latest))
    again(panel, file)
    assert [texts(panel, at)[2] for at in (0, 1)] == ["Safe day passed", "8 days overdue"]
    marks = [panel._mark(row) for row in panel.table.rows]
    assert marks == [("triangle-alert", "warn"), ("triangle-alert", "danger")]


def test_names_and_notes_are_hidden_with_the_names(panel: ClocksPanel, file: OpenFile) -> None:
    clocks.add(file, 1, NewDeadline(DeadlineKind.HEARING, DAY, worker_id=1, note="12 зал"))
    again(panel, file)
    try:
        blur.hide_names(True)
        assert texts(panel, 0)[4] == blur.COVER
    finally:
        blur.hide_names(False)


def test_words_follow_the_language(panel: ClocksPanel, file: OpenFile) -> None:
    clocks.add(file, 1, NewDeadline(DeadlineKind.ANSWER, DAY, "inspection.answer", DAY - timedelta(days=21)))
    again(panel, file)
    languages.use("kk")
    assert texts(panel, 0)[1] == "Еңбек инспекциясының жауабы"


def test_a_closed_case_takes_no_new_dates(panel: ClocksPanel, file: OpenFile) -> None:
    from tests.services.situations import close

    close(file, 1, DAY)
    again(panel, file)
    for button in (panel.add_button, panel.term_button, panel.suspend_button):
        assert not button.isEnabled()
