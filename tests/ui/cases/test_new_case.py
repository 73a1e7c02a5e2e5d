import time
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea

from desktop_app.domain.cases import CaseFilter
from desktop_app.domain.complaints import PayBasis
from desktop_app.domain.employers import EmployerKind
from desktop_app.services import cases, complaints, employers, people, search
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.suggestions import Suggestions
from tests.ui.cases.crew import TODAY, log_case

LIST = """ФИО\tгод рожд.\tгражданство\tмарт 2025\tапрель 2025\tмай 2025
Юсупов Равшан\t1984\tUZ\t26\t24\t22
Каримов Бахтиёр\t30.11.1988\tУзбекистан\t26\t24\t22
"""
HOSTILE = (
    '=HYPERLINK("http://example.invalid")',
    "<b>жирный</b>",
    "O'\"; DROP TABLE case_file;--",
    "😀\u202eабв\u202c",
)


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def page(qtbot, context):
    made = NewCasePage(context)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(page, text=LIST):
    page.employer.set_values(name="ТОО «Самал»", kind=EmployerKind.COMPANY, bin_iin="940140000385")
    dialog = page.crew.paste(text)
    dialog._on_take()
    page.crew.pay.set_values(rate=Decimal(10_000))


def test_a_crew_pasted_from_a_list_is_saved_with_what_it_is_owed(page, file, qtbot):
    fill(page)
    with qtbot.waitSignal(page.opened) as opened:
        page.save()
    card = cases.card(file, opened.args[0])
    assert [worker.person.full_name for worker in card.workers] == ["Юсупов Равшан", "Каримов Бахтиёр"]
    assert card.workers[0].person.birth.iso == "1984"
    assert card.next_date == date(2026, 11, 25)
    assert card.responsible_id == file.staff.id
    counted = complaints.calculations(file, card.id, date(2026, 11, 21))
    assert {each.arrears for each in counted.values()} == {Decimal(720_000)}
    assert cases.page(file, CaseFilter())[0].owed == 1_440_000


def test_months_of_the_list_become_the_months_of_the_crew(page):
    fill(page)
    assert PayBasis(page.crew.pay.basis.value()) is PayBasis.DAILY
    assert page.crew.pay.months() == (date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1))
    shown = [column.key for column in page.crew.grid.rows_model.columns]
    assert [key for key in shown if key.startswith("month:")] == [
        "month:2025-03-01",
        "month:2025-04-01",
        "month:2025-05-01",
    ]


def test_everything_wrong_is_said_beside_its_field_and_stays(page, file):
    fill(page, LIST.replace("1984", "31.02.1984").replace("Узбекистан", "Атлантида"))
    page.employer.set_values(bin_iin="940140000386")
    page.case.set_values(site="х" * 500)
    page.save()
    grid = page.crew.grid
    assert [(at, column.key) for at, column, _why in grid.problems()] == [(0, "birth"), (1, "citizenship")]
    assert page.note.isVisible()
    assert "check digit" in page.employer.field("bin_iin").problem
    assert "too long" in page.case.field("site").problem
    grid.rows_model.set_text(0, grid.rows_model.columns[1], "1984")
    grid.rows_model.set_text(1, grid.rows_model.columns[3], "UZ")
    page.save()
    assert "check digit" in page.employer.field("bin_iin").problem
    assert "too long" in page.case.field("site").problem
    assert page.save_button.isEnabled()
    assert not cases.page(file, CaseFilter())
    assert page.employer.name.text() == "ТОО «Самал»"


def test_nothing_at_all_typed_is_said_in_the_users_language(page):
    languages.use("ru")
    page.crew.with_pay.setChecked(False)
    page.save()
    assert page.crew.note.label.text() == "Добавьте хотя бы одного работника."
    assert page.employer.field("name").problem


def test_pay_that_is_missing_is_asked_for(page):
    fill(page)
    page.crew.pay.set_values(rate=None)
    page.save()
    assert page.crew.pay.field("rate").problem
    page.crew.pay.set_values(rate=Decimal(1), first=None, last=None)
    page.save()
    assert page.crew.pay.field("first").problem


def test_the_language_changes_and_all_that_was_typed_stays(page):
    fill(page)
    page.case.set_values(note="заметка")
    languages.use("kk")
    assert page.crew.grid.rows[0].texts["name"] == "Юсупов Равшан"
    assert page.case.value("note") == "заметка"
    assert page.employer.value("bin_iin") == "940140000385"
    assert page.crew.pay.value("rate") == 10_000


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_texts(page, file, qtbot, text):
    page.employer.set_values(name=text)
    page.case.set_values(site=text, next_step=text, note=text)
    page.crew.with_pay.setChecked(False)
    page.crew.grid.rows_model.set_text(0, page.crew.grid.rows_model.columns[0], text)
    with qtbot.waitSignal(page.opened) as opened:
        page.save()
    card = cases.card(file, opened.args[0])
    plain = text.replace("\u202e", "").replace("\u202c", "")
    assert (card.employer.name, card.site, card.workers[0].person.full_name) == (plain, plain, plain)


def test_a_megabyte_in_a_field_is_refused_with_a_sentence(page, qtbot):
    page.employer.set_values(name="ТОО")
    page.employer.name.setText("ТОО")
    page.employer.name.selectAll()
    page.employer.name.insert("х" * 1_000_000)
    qtbot.waitUntil(lambda: "too long" in page.employer.field("name").problem)
    assert page.employer.name.text() == "ТОО"


def test_an_employer_of_the_file_is_taken_and_not_entered_twice(page, file, qtbot):
    log_case(file)
    known = employers.page(file, "", None, 10)[0]
    offers = page.employer.name.findChild(Suggestions)
    page.employer.name.setFocus()
    qtbot.keyClicks(page.employer.name, "Samal")
    qtbot.waitUntil(lambda: bool(offers.offered))
    offers.picked.emit(offers.offered[0])
    assert not page.employer.isEnabled()
    assert page.known.isVisible()
    page.crew.with_pay.setChecked(False)
    page.crew.grid.rows_model.set_text(0, page.crew.grid.rows_model.columns[0], "Новый Работник")
    with qtbot.waitSignal(page.opened):
        page.save()
    assert [(row.id, row.cases) for row in employers.page(file, "", None, 10)] == [(known.id, 2)]


def test_another_employer_can_still_be_typed(page, file):
    log_case(file)
    page.start_for(1)
    page.other.click()
    assert page.employer.isEnabled()
    assert page.employer.value("name").startswith("ТОО")


def test_a_person_of_the_file_is_taken_from_the_list_under_the_name(page, file, qtbot):
    log_case(file)
    grid = page.crew.grid
    field = QLineEdit(page)
    row = grid.rows_model.rows[0]
    grid.editing.emit(row, "name", field)
    offers = field.findChild(Suggestions)
    offers.picked.emit(search.suggest_people(file, "Yusupov Ravshan")[0])
    assert row.texts["citizenship"] == "Uzbekistan"
    assert "birth" in row.locked
    assert grid.rows_model.rowCount() == 2
    assert page.touched
    page.employer.set_values(name="ИП Ахметов", kind=EmployerKind.SOLE_TRADER)
    page.crew.with_pay.setChecked(False)
    with qtbot.waitSignal(page.opened):
        page.save()
    assert [row.cases for row in people.page(file, "Юсупов Равшан", None, 10)] == [2]


def test_a_name_typed_over_is_another_person(page, file):
    log_case(file)
    grid = page.crew.grid
    row = grid.rows_model.rows[0]
    grid._on_person_picked(row, QLineEdit(page), search.suggest_people(file, "Юсупов")[0])
    grid.rows_model.set_text(0, grid.rows_model.columns[0], "Юсупов Рустам")
    assert row.item is None
    assert not row.locked


def test_a_case_that_is_not_saved_waits_behind_the_list(qtbot, context):
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.start_new()
    screen.new.employer.name.setText("ТОО")
    screen.new.left.emit()
    assert screen.unsaved()
    assert screen.list.draft.isVisibleTo(screen.list)
    screen.list.draft.click()
    assert screen.new.employer.name.text() == "ТОО"


def test_an_untouched_new_case_is_simply_left(qtbot, context):
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.start_new()
    screen.new.left.emit()
    assert not screen.unsaved()
    assert screen.new is None


def test_the_first_problem_is_scrolled_to_and_the_note_stays_in_sight(page, qtbot):
    page.resize(900, 500)
    area = page.findChild(QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    page.save()
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() < 200)
    assert page.note.isVisible()
    assert not area.isAncestorOf(page.note)
    assert page.employer.field("name").problem
    assert page.crew.note.label.text() == "Add at least one worker."
    assert page.crew.pay.field("first").problem


def test_tab_goes_through_the_fields_as_they_stand(page):
    def place(field):
        top = field.mapTo(page, field.rect().topLeft())
        return top.y() // 20, top.x()

    chain, field = [], page.employer.name
    while field is not page.crew.grid.view:
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisible() and field.isEnabled():
            chain.append(field)
        field = field.nextInFocusChain()
    fields = [each for each in chain if isinstance(each, QLineEdit | QComboBox)]
    assert fields == sorted(fields, key=place)


def test_a_month_is_asked_for_as_a_month(page):
    page.crew.pay.field("first").entry.setText("1987")
    page.save()
    assert page.crew.pay.field("first").problem == "Type the month and the year, for example 03.2025."
    page.crew.pay.field("first").entry.setText("март 2025 года")
    assert page.crew.pay.months() == (date(2025, 3, 1),)


def test_esc_closes_the_suggestions_first_and_the_page_then(page, file, qtbot):
    log_case(file)
    page.activateWindow()
    page.employer.name.setFocus()
    qtbot.waitUntil(page.employer.name.hasFocus)
    qtbot.keyClicks(page.employer.name, "Samal")
    offers = page.employer.name.findChild(Suggestions)
    qtbot.waitUntil(lambda: offers.popup().isVisible())
    page._on_escape()
    assert not offers.popup().isVisible()
    with qtbot.waitSignal(page.left):
        page._on_escape()


def test_a_new_case_can_be_thrown_away(qtbot, context):
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.start_new()
    assert not screen.new.discard_button.isVisible()
    screen.new.employer.name.setText("ТОО")
    screen.new.discard_button.click()
    screen.new.findChild(Dialog).accept()
    assert screen.new is None
    assert not screen.unsaved()


def test_the_problems_of_thousands_are_shown_without_a_long_wait(page):
    lines = "\n".join(f"Юсупов Гулом{number}\t31.02.1984" for number in range(3_000))
    fill(page, "ФИО\tгод рожд.\n" + lines)
    begun = time.perf_counter()
    page.save()
    page.save()
    assert len(page.crew.grid.problems()) == 3_000
    assert time.perf_counter() - begun < 10


def test_a_known_person_is_picked_by_keyboard_while_typing_in_the_crew(page, file, qtbot):
    log_case(file)
    page.activateWindow()
    grid = page.crew.grid
    grid.view.setFocus()
    grid.view.setCurrentIndex(grid.rows_model.index(0, 0))
    qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    editor = next(field for field in grid.view.findChildren(QLineEdit) if field.isVisible())
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "Qodirov")
    popup = editor.findChild(Suggestions).popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert grid.rows[0].item.full_name == "Sardor Qodirov"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert grid.rows[0].item.full_name == "Sardor Qodirov"
    assert grid.view.currentIndex().row() == 1
