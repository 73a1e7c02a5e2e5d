import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.imports.crew_cells import Meaning
from desktop_app.ui.cases.paste_dialog import PasteDialog
from desktop_app.ui.common import languages

LIST = "ФИО\tгр.\tПримечание\nЮсупов Гулом\tUZ\tсварщик\nСаидов Абдулло\tАтлантида\t\nYusupov G'ulom\tuz\t\nИтого\t\t"


@pytest.fixture
def dialog(qtbot, context):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = PasteDialog(context, "new_case:0:paste", parent)
    made.open()
    yield made
    parent.close()


def test_it_says_what_was_understood_and_what_was_not(dialog):
    dialog.show_text(LIST)
    assert dialog.summary.text() == (
        "2 workers were understood. 1 row has a cell that is not clear: it is added as it is, to be mended in the "
        "table. May be one person twice, rows 2–4."
    )
    assert "Phone" in dialog.missing.text()
    assert "Row 5 left out: This is a line of totals." in dialog.skipped.text()
    assert dialog.take.isEnabled()


def test_a_column_can_be_given_a_meaning_by_hand(dialog):
    dialog.show_text(LIST)
    assert dialog.boxes[2].value() == ""
    dialog.boxes[2].set_value(Meaning.OCCUPATION)
    assert dialog.table.rows[0].read.occupation == "сварщик"


def test_what_is_shown_follows_the_language(dialog):
    dialog.show_text(LIST)
    languages.use("ru")
    assert dialog.summary.text().startswith("Распознаны 2 работника.")
    assert dialog.boxes[0].value() == Meaning.NAME


def test_all_rows_are_taken_over_the_unclear_ones_too(qtbot, dialog):
    dialog.show_text(LIST)
    with qtbot.waitSignal(dialog.taken) as taken:
        dialog.take.click()
    lines = taken.args[0]
    assert [line.text(Meaning.CITIZENSHIP) for line in lines] == ["UZ", "Атлантида", "uz"]


def test_an_empty_clipboard_and_a_book_are_answered_with_a_sentence(dialog):
    dialog.show_text("  \n ")
    assert dialog.note.isVisible()
    dialog.show_text("х" * 6_000_000)
    assert "too long" in dialog.note.label.text()
    assert not dialog.take.isEnabled()


def test_more_workers_than_a_case_holds_are_refused(dialog):
    dialog.show_text("\n".join(f"Юсупов Гулом{number}\t1987" for number in range(5_001)))
    assert "5001" in dialog.note.label.text()
    assert not dialog.take.isEnabled()


def test_enter_in_the_table_takes_the_list_and_what_is_unclear_is_read_in_full(qtbot, dialog):
    dialog.show_text(LIST)
    dialog.rows.select_row(1)
    assert dialog.reason.text() == "This country is not known. Type its name or its two-letter code, for example UZ."
    with qtbot.waitSignal(dialog.taken):
        qtbot.keyClick(dialog.rows.view, Qt.Key.Key_Return)
