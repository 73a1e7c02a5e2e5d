from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.letters import LetterLanguage
from desktop_app.services import cases, complaints, letters, staff
from desktop_app.ui.cases.screen import Screen as CasesScreen
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.norms_note import NormsNote
from desktop_app.ui.letters.screen import Screen
from tests.factories import PASSWORD
from tests.ui.cases.crew import TODAY, log_case

ON = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def begin(qtbot, context, file):
    """Opens the dialog for the case; closes it at the end so that nothing is drawn any more."""
    dialogs = []
    parent = QWidget()
    qtbot.addWidget(parent)

    def begun():
        dialogs.append(LetterDialog(context, cases.card(file, 1), complaints.calculations(file, 1, ON), parent))
        dialogs[-1].open()
        return dialogs[-1]

    yield begun
    for dialog in filter(shiboken6.isValid, dialogs):
        dialog.reject()


@pytest.fixture
def dialog(begin, file):
    log_case(file)
    return begin()


def test_the_letter_is_drawn_before_it_is_made(dialog, file):
    assert dialog.view.count >= 2
    assert dialog.form.value("pay_by") == date(2026, 12, 1)
    assert not letters.page(file, "", None, 10)


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_a_letter_is_made_kept_and_opened(qtbot, dialog, file, bus, language):
    dialog.form.set_values(language=language)
    with qtbot.waitSignal(bus.open_requested) as opened:
        dialog.make()
    (row,) = letters.page(file, "", None, 10)
    assert (row.language, row.workers, row.number) == (language, 3, "2026/1")
    assert opened.args == ["letter", row.id]
    assert letters.pdf(file, row.id).startswith(b"%PDF")


def test_only_the_chosen_workers_are_in_the_letter(dialog, file):
    dialog.crew.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.make()
    assert letters.page(file, "", None, 10)[0].workers == 2


def test_nobody_chosen_is_not_everybody(dialog, file):
    for at in range(3):
        dialog.crew.item(at).setCheckState(Qt.CheckState.Unchecked)
    dialog.make()
    assert not letters.page(file, "", None, 10)
    assert dialog.form.note.isVisible()
    assert dialog.make_button.isEnabled()


def test_what_is_wrong_stands_beside_its_field(dialog, file):
    dialog.form.set_values(pay_by=date(2026, 11, 1))
    dialog.make()
    assert dialog.form.field("pay_by").problem == "This day is before the date of the letter."
    dialog.form.field("on").entry.setText("31.02.2026")
    dialog.make()
    assert dialog.form.field("on").problem == "There is no such date. Check the day and the month."
    assert not letters.page(file, "", None, 10)


def test_what_the_addressee_would_miss_is_said(begin, file):
    from dataclasses import replace

    from desktop_app.services import employers
    from tests.ui.cases.crew import LLP

    log_case(file)
    employers.save(file, 1, replace(LLP, address="", bin_iin=""))
    dialog = begin()
    assert "BIN" in dialog.note.label.text()
    assert "address" in dialog.note.label.text()


def test_a_lawyer_signs_when_there_is_one(begin, file):
    saved = staff.add(file, NewStaffMember("dina", "Дина Әбенова", Role.LAWYER, PASSWORD + " x"))
    log_case(file)
    dialog = begin()
    assert dialog.form.value("signer_id") == str(saved.id)


def test_what_the_lawyer_has_to_check_can_be_confirmed_here(dialog, file):
    note = dialog.findChild(NormsNote)
    before = len(note._lines)
    assert before
    note._lines[0].findChildren(type(dialog.make_button).__mro__[1])[0].click()
    assert len(note._lines) == before - 1


def test_the_dialog_speaks_the_language_of_the_window_and_keeps_the_choices(dialog):
    dialog.form.set_values(language=LetterLanguage.EN)
    languages.use("kk")
    assert dialog.form.value("language") == LetterLanguage.EN
    assert dialog.title.text() == "Жаңа хат"


def test_a_kept_letter_is_shown_and_copied_byte_for_byte(qtbot, context, dialog, file, tmp_path):
    dialog.make()
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.refresh()
    assert [row.number for row in screen.list.table.rows] == ["2026/1"]
    screen.open_item(1)
    assert screen.letter.title.text() == "Letter 2026/1"
    assert screen.letter.view.count >= 2
    path = letter_calls.save_copy(file, 1, tmp_path / "claim.pdf")
    assert path.read_bytes() == letters.pdf(file, 1)
    assert [each.name for each in tmp_path.glob("*.pdf")] == ["claim.pdf"]


def test_before_a_copy_leaves_the_file_it_is_said_what_that_means(qtbot, context, dialog):
    dialog.make()
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.open_item(1)
    screen.letter.save_button.click()
    assert screen.letter.findChild(Dialog) is not None


def test_a_place_that_cannot_be_written_is_named(dialog, file, tmp_path):
    from desktop_app.errors import AppError

    dialog.make()
    with pytest.raises(AppError, match="folder"):
        letter_calls.save_copy(file, 1, tmp_path / "no such folder" / "claim.pdf")


def test_a_letter_begins_on_the_case(qtbot, context, file):
    log_case(file)
    screen = CasesScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_item(1)
    screen.case.letter_button.click()
    dialog = screen.findChild(LetterDialog)
    dialog.make()
    screen.refresh()
    assert [letter.number for letter in screen.case.letters.table.rows] == ["2026/1"]


def test_a_case_without_wages_cannot_make_a_letter_and_says_why(begin, file):
    log_case(file, wages=False)
    dialog = begin()
    assert "Nobody" in dialog.view.hint.text()
    dialog.make()
    assert not letters.page(file, "", None, 10)


def test_enter_in_a_field_does_not_make_an_official_letter(qtbot, dialog, file):
    qtbot.keyClick(dialog.form.field("language").entry, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.form.field("pay_by").entry, Qt.Key.Key_Return)
    assert not letters.page(file, "", None, 10)


def test_values_of_law_are_written_as_the_language_writes_numbers(dialog):
    languages.use("ru")
    text = " ".join(label.text() for label in dialog.norms.findChildren(PlainLabel))
    assert "16,25" in text
    assert "16.25" not in text


def test_of_a_long_letter_only_the_first_pages_are_drawn(qtbot, begin, file):
    log_case(file, tuple(f"Работник {number}" for number in range(30)))
    dialog = begin()
    assert dialog.view.count == letter_calls.MOST_PAGES
    assert dialog.view.more.isVisible()
    assert "more pages are in the PDF" in dialog.view.more.text()
    assert not dialog.view.hint.isVisible()
