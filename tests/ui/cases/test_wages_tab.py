from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.complaints import Evidence, PayBasis
from desktop_app.services import cases
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from tests.ui.cases.crew import TODAY, log_case


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def tab(qtbot, context, file):
    log_case(file, wages=False)
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)
    screen.show()
    screen.open_item(1)
    context.bus.data_changed.connect(screen.refresh)
    tab = screen.case.wages
    screen.case.tabs.setCurrentWidget(tab)
    yield tab
    tab.editor._pause.stop()


def type_crew_wages(tab):
    editor = tab.editor
    editor.terms.set_values(basis=PayBasis.DAILY, rate=Decimal(10_000))
    editor.first.set_value(date(2025, 3, 1))
    editor.last.set_value(date(2025, 5, 1))
    editor._on_fill()
    for at, shifts in enumerate(("26", "24", "22")):
        put(editor.months, at, "quantity", shifts)


def put(grid, at, key, text):
    column = next(column for column in grid.rows_model.columns if column.key == key)
    grid.rows_model.set_text(at, column, text)


def test_the_claim_is_counted_while_one_types(qtbot, tab):
    type_crew_wages(tab)
    qtbot.waitUntil(lambda: tab.editor.result.table.isVisible())
    assert "Owed 720,000" in tab.editor.result.total.text()
    months = tab.editor.result.table.rows
    assert [(month.due, month.due_on) for month in months] == [
        (260_000, date(2025, 4, 10)),
        (240_000, date(2025, 5, 8)),
        (220_000, date(2025, 6, 10)),
    ]
    assert "confirmed only up to" in tab.editor.result.warnings.label.text()
    languages.use("kk")
    assert tab.editor.result.total.text().startswith("Берешек")


def test_part_payments_and_the_three_words(qtbot, tab, file):
    type_crew_wages(tab)
    put(tab.editor.months, 0, "paper", "200 000")
    put(tab.editor.payments, 0, "paid_on", "15.06.2025")
    put(tab.editor.payments, 0, "amount", "100 000")
    put(tab.editor.payments, 0, "month", "03.2025")
    tab.save_button.click()
    wages = cases.card(file, 1).workers[0].wages
    assert wages.periods[0].paper == 200_000
    assert (wages.payments[0].amount, wages.payments[0].month) == (100_000, date(2025, 3, 1))
    assert wages.payments[0].evidence is Evidence.SAYS
    tab.editor.word.set_value(Evidence.PAPER)
    qtbot.waitUntil(lambda: tab.editor.result.table.rows[0].due == 200_000)


def test_the_same_is_saved_for_all_selected(tab, file):
    type_crew_wages(tab)
    tab.table.select_rows([0, 1, 2])
    assert tab.same_button.isEnabled()
    tab.same_button.click()
    assert [worker.wages.terms.rate for worker in cases.card(file, 1).workers] == [10_000] * 3
    assert not tab.touched


def test_problems_stand_beside_cells_and_nothing_is_lost(tab, file):
    type_crew_wages(tab)
    put(tab.editor.months, 1, "quantity", "")
    put(tab.editor.payments, 0, "paid_on", "15.06.2027")
    put(tab.editor.payments, 0, "amount", "5")
    tab.save_button.click()
    assert [column.key for _at, column, _why in tab.editor.months.problems()] == ["quantity"]
    assert [column.key for _at, column, _why in tab.editor.payments.problems()] == ["paid_on"]
    assert tab.note.isVisible()
    assert cases.card(file, 1).workers[0].wages is None
    assert tab.editor.payments.rows[0].texts["paid_on"] == "15.06.2027"


def test_a_month_and_a_day_must_be_named(tab):
    put(tab.editor.months, 0, "says", "100")
    tab.save_button.click()
    assert tab.editor.months.problems()[0][1].key == "month"


def test_another_worker_is_not_shown_over_what_is_typed(tab):
    type_crew_wages(tab)
    tab.show_worker(2)
    assert tab.name.text() == "Юсупов Равшан"
    tab.findChild(Dialog).accept()
    assert tab.name.text() == "Каримов Бахтиёр"
    assert not tab.editor.months.rows


def test_reading_the_case_again_leaves_what_is_typed(tab, context):
    type_crew_wages(tab)
    context.bus.data_changed.emit(frozenset())
    assert len(tab.editor.months.rows) == 3
    assert tab.touched


def test_the_wages_of_a_worker_are_shown_whatever_part_was_looked_at(tab):
    tab.parts.setCurrentIndex(1)
    tab.window().case.workers.wages_requested.emit(2)
    assert tab.parts.currentIndex() == 0
    assert tab.table.current().worker.id == 2


def test_another_case_is_shown_from_the_top_of_its_wages(qtbot, tab, file):
    other = log_case(file, ("Назаров Фирдавс",))
    tab.window().resize(1000, 500)
    bars = [area.verticalScrollBar() for area in tab._areas]
    qtbot.waitUntil(lambda: bars[0].maximum() > 0)
    bars[0].setValue(bars[0].maximum())
    tab.parts.setCurrentIndex(1)
    tab.window().case.show_case(other)
    assert tab.parts.currentIndex() == 0
    assert bars[0].value() == 0
