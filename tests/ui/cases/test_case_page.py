from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.domain.cases import MoneyKind, Status
from desktop_app.i18n import LANGUAGES
from desktop_app.services import cases, complaints, employers
from desktop_app.ui.cases.add_workers import AddWorkersDialog
from desktop_app.ui.cases.money_dialog import MoneyDialog
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from tests.ui.cases.crew import LLP, TODAY, log_case


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def screen(qtbot, context, file):
    log_case(file)
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    made.open_item(1)
    context.bus.data_changed.connect(made.refresh)
    return made


def test_the_head_tells_employer_status_and_what_comes_next(screen):
    page = screen.case
    assert page.title.text() == "Case 2026-0001"
    assert page.employer.accessibleName() == LLP.name
    assert "Open" in page.status.text()
    assert page.next.text() == "Next: 25.11.2026 · Under Steps: 10.04.2026"
    languages.use("ru")
    assert page.title.text() == "Дело 2026-0001"
    assert page.tabs.tabText(0) == "Работники"


def test_the_crew_is_shown_with_what_is_owed(screen):
    tab = screen.case.workers
    assert [row.name for row in tab.table.rows] == ["Юсупов Равшан", "Каримов Бахтиёр", "Sardor Qodirov"]
    assert "2,160,000 ₸" in tab.total.text().replace("\u00a0", " ")


def test_enter_on_a_worker_leads_to_their_wages(qtbot, screen):
    page = screen.case
    page.workers.table.select_row(1)
    qtbot.keyClick(page.workers.table.view, Qt.Key.Key_Return)
    assert page.tabs.currentWidget() is page.wages
    assert page.wages.name.text() == "Каримов Бахтиёр"


def test_the_employer_and_a_person_are_opened(qtbot, screen, bus):
    with qtbot.waitSignal(bus.open_requested) as opened:
        screen.case.employer.click()
    assert opened.args == ["employer", 1]
    screen.case.workers.table.select_row(2)
    with qtbot.waitSignal(bus.open_requested) as opened:
        screen.case.workers.person_button.click()
    assert opened.args == ["person", 3]


def test_details_are_changed_and_seen_in_the_list(screen, file):
    form = screen.case.details.form
    form.set_values(note="выплатили", next_date=None)
    assert screen.unsaved()
    screen.case.details.save()
    card = cases.card(file, 1)
    assert (card.status, card.note, card.next_date) == (Status.OPEN, "выплатили", None)
    assert not screen.unsaved()


def test_what_is_typed_stays_when_the_case_is_read_again(screen, file):
    form = screen.case.details.form
    form.set_values(site="объект")
    screen.refresh()
    assert form.value("site") == "объект"
    screen.case.details.undo_button.click()
    assert form.value("site") == ""


def test_a_colleagues_change_is_not_overwritten(screen, file):
    from dataclasses import replace

    from desktop_app.domain.cases import CaseChange

    card = cases.card(file, 1)
    screen.case.details.form.set_values(site="моё")
    theirs = CaseChange(1, card.version, "их", "", card.sector, card.channel, card.status, 1, date(2026, 12, 1), "", "")
    cases.change(file, replace(theirs))
    screen.case.details.save()
    assert "changed by a colleague" in screen.case.details.form.note.label.text()
    assert screen.case.details.form.value("site") == "моё"
    assert cases.card(file, 1).site == "их"


def test_a_date_that_is_none_is_said_beside_its_field(screen):
    form = screen.case.details.form
    form.field("next_date").entry.setText("31.02.2027")
    screen.case.details.save()
    assert form.field("next_date").problem == "There is no such date. Check the day and the month."


def test_money_is_recorded_for_the_crew_at_once(screen, file):
    screen.case.money.record_button.click()
    dialog = screen.findChild(MoneyDialog)
    dialog.arrears_button.click()
    assert dialog.grid.rows[0].texts["amount"] == "720,000"
    dialog.grid.rows_model.set_text(2, dialog.grid.rows_model.columns[1], "")
    dialog.save()
    card = cases.card(file, 1)
    received = [entry.amount for worker in card.workers for entry in worker.money if entry.kind is MoneyKind.RECEIVED]
    assert received == [Decimal(720_000)] * 2
    counted = complaints.calculations(file, 1, date(2026, 11, 21))
    assert [each.arrears for each in counted.values()] == [0, 0, 720_000]
    assert len(screen.case.money.table.rows) == 2


def test_money_that_makes_no_sense_is_not_recorded(screen, file):
    screen.case.money.record_button.click()
    dialog = screen.findChild(MoneyDialog)
    for text in ("-5", "1e18", "много"):
        dialog.grid.rows_model.set_text(0, dialog.grid.rows_model.columns[1], text)
        dialog.save()
        assert dialog.grid.problem_line.isVisible()
    dialog.grid.rows_model.set_text(0, dialog.grid.rows_model.columns[1], "")
    dialog.save()
    assert dialog.form.note.label.text() == "Type at least one sum."
    dialog.form.set_values(on=date(2027, 1, 1))
    dialog.grid.rows_model.set_text(0, dialog.grid.rows_model.columns[1], "5")
    dialog.save()
    assert dialog.form.field("on").problem == "The date is in the future."
    assert not any(worker.money for worker in cases.card(file, 1).workers)


def test_workers_are_added_to_an_open_case(screen, file):
    screen.case.workers.add_button.click()
    dialog = screen.findChild(AddWorkersDialog)
    dialog.save()
    assert dialog.crew.note.isVisible()
    dialog.crew.with_pay.setChecked(False)
    grid = dialog.crew.grid
    grid.rows_model.set_text(0, grid.rows_model.columns[0], "Ergashev Jasur")
    dialog.save()
    assert [worker.person.full_name for worker in cases.card(file, 1).workers][-1] == "Ergashev Jasur"
    assert len(screen.case.workers.table.rows) == 4


def test_another_case_is_not_opened_over_what_is_typed(screen, file, qtbot):
    from desktop_app.ui.common.dialogs import Dialog

    log_case(file, ("Другой Работник",))
    screen.case.details.form.set_values(site="объект")
    screen.open_item(2)
    assert screen.case.case_id == 1
    dialog = screen.findChild(Dialog)
    dialog.accept()
    assert screen.case.case_id == 2
    assert screen.case.details.form.value("site") == ""


def test_an_employer_with_a_very_long_name_does_not_push_the_window(screen, file):
    from dataclasses import replace

    employers.save(file, 1, replace(LLP, name="&" * 5 + "Ұ" * 190))
    screen.refresh()
    assert screen.case.minimumSizeHint().width() < 900


def test_the_keyboard_begins_in_the_crew_and_reaches_every_tab(qtbot, screen):
    page = screen.case
    qtbot.waitUntil(lambda: page.workers.table.view.hasFocus())
    for at in range(9):
        qtbot.keyClick(screen, Qt.Key(Qt.Key.Key_1 + at), Qt.KeyboardModifier.AltModifier)
        assert page.tabs.currentIndex() == at
        assert page.tabs.currentWidget().isAncestorOf(QApplication.focusWidget())
    assert page.tabs.tabToolTip(1) == "Complaints (Alt+2)"


def test_sums_are_typed_one_below_the_other(qtbot, screen, file):
    screen.case.money.record_button.click()
    dialog = screen.findChild(MoneyDialog)
    view = dialog.grid.view
    view.setCurrentIndex(dialog.grid.rows_model.index(0, 1))
    for amount in ("1000", "2000,5"):
        qtbot.keyClick(view, Qt.Key.Key_Return)
        editor = next(field for field in view.findChildren(QLineEdit) if field.isVisible())
        editor.setText(amount)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [row.texts.get("amount") for row in dialog.grid.rows] == ["1,000", "2,000.50", None]


def test_a_crew_that_was_typed_is_not_thrown_away_by_esc(screen):
    screen.case.workers.add_button.click()
    dialog = screen.findChild(AddWorkersDialog)
    grid = dialog.crew.grid
    grid.rows_model.set_text(0, grid.rows_model.columns[0], "Ergashev Jasur")
    dialog.reject()
    assert dialog.isVisible()
    dialog.findChild(Dialog).accept()
    assert not dialog.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_each_worker_is_owed_is_seen_in_a_small_window(screen, language):
    languages.use(language)
    screen.resize(1024 - 170, 700)
    screen.refresh()
    assert screen.case.workers.table.view.horizontalScrollBar().maximum() == 0
