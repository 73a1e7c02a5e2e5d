import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.posting import Sent, Way
from desktop_app.services import incoming, letter_sending, letters
from desktop_app.ui.attachments.add_dialog import AddDialog
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.letters.incoming_dialog import IncomingDialog
from desktop_app.ui.letters.letter_page import LetterPage
from tests.services.posted import become
from tests.ui.cases.crew import LLP, TODAY
from tests.ui.letters.posted import ON, claim, complaint

SENT = Sent(ON, Way.REGISTERED_MAIL, "RR 123456789 KZ")


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def page(qtbot, context):
    made = LetterPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def shown(page):
    return {each for each in (page.sent_button, page.answer_button, page.copy_button) if each.isVisibleTo(page)}


def test_a_letter_that_is_ready_asks_to_be_sent(page, file):
    page.show_letter(claim(file))
    assert "Ready to be sent" in page.state.label.text()
    assert "02.12.2026" in page.state.label.text()
    assert shown(page) == {page.sent_button, page.answer_button}
    assert "check code" in page.about.text()


def test_tab_reaches_every_key_before_the_pages(page):
    keys = (page.case_button, page.back_button, page.save_button, page.sent_button, page.answer_button)
    stops, at = [], page.case_button
    while at is not page.view:
        stops.append(at)
        at = at.nextInFocusChain()
    assert set(keys) <= set(stops)


def test_how_it_left_is_noted_and_shown(page, file):
    letter = complaint(file)
    page.show_letter(letter)
    dialog = page.note_sent()
    dialog.form.set_values(way="registered_mail", proof="RR 123456789 KZ", their_number="ЗТ-5")
    dialog.save()
    assert letter_sending.told(file, letter).sent == (Sent(ON, Way.REGISTERED_MAIL, "RR 123456789 KZ", "ЗТ-5"),)
    text = page.state.label.text()
    assert "RR 123456789 KZ" in text
    assert "ЗТ-5" in text
    assert "Answer due by" in text


def test_the_proof_says_what_to_write_down_for_each_way(page, file):
    page.show_letter(claim(file))
    dialog = page.note_sent()
    hints = set()
    for way in ("in_person", "registered_mail", "courier", "email", "portal"):
        dialog.form.set_values(way=way)
        hints.add(dialog.form.field("proof")._hint.text())
    assert len(hints) == 5
    assert "to_worker" not in [dialog.form.field("way").entry.itemData(at) for at in range(5)]


def test_a_letter_without_proof_is_not_noted_and_nothing_typed_is_lost(page, file):
    letter = claim(file)
    page.show_letter(letter)
    dialog = page.note_sent()
    dialog.form.set_values(their_number="77")
    dialog.save()
    assert "proof of delivery" in dialog.form.field("proof").problem
    assert dialog.form.value("their_number") == "77"
    assert dialog.button.isEnabled()
    dialog.form.field("on").entry.setText("")
    dialog.save()
    assert dialog.form.field("on").problem == "Type the day."
    assert letter_sending.told(file, letter).sent == ()


def test_a_letter_that_left_before_says_that_the_term_begins_anew(page, file):
    letter = complaint(file)
    letter_sending.note(file, letter, SENT)
    page.show_letter(letter)
    assert "counted anew" in page.note_sent().note.label.text()


def test_a_paper_for_the_worker_is_given(page, file):
    letter = claim(file)
    become(file, letter, "receipt", AddresseeKind.WORKER)
    page.show_letter(letter)
    assert shown(page) == {page.sent_button}
    assert page.sent_button.text() == "Note that it was given …"
    dialog = page.note_sent()
    dialog.save()
    assert letter_sending.told(file, letter).sent == (Sent(ON, Way.TO_WORKER),)


def test_reading_copies_and_papers_for_the_file_are_only_read(qtbot, page, file):
    letter = claim(file, with_copy=True)
    copy = letter_sending.told(file, letter).copy_id
    page.show_letter(letter)
    assert page.copy_button in shown(page)
    page.show_letter(copy)
    assert shown(page) == {page.copy_button}
    assert page.copy_button.text() == "The letter itself"
    with qtbot.waitSignal(page.other_requested) as asked:
        page.copy_button.click()
    assert asked.args == [letter]
    become(file, letter, "contract_memo", AddresseeKind.FILE)
    page.show_letter(letter)
    assert page.sent_button not in shown(page)
    assert "not sent to anybody" in page.state.label.text()


def test_an_answer_comes_from_whom_the_letter_went_to_unless_it_is_typed_otherwise(page, file):
    letter = claim(file)
    page.show_letter(letter)
    page.answer_button.click()
    dialog = page.findChild(IncomingDialog)
    assert dialog.form.value("sender") == LLP.name
    assert dialog.focusWidget() is dialog.form.field("received_on").entry


def test_an_answer_closes_the_date_and_is_shown(page, file):
    letter = complaint(file)
    letter_sending.note(file, letter, SENT)
    page.show_letter(letter)
    page.answer_button.click()
    dialog = page.findChild(IncomingDialog)
    assert dialog.form.value("letter_id") == str(letter)
    assert dialog.form.field("answer").isVisibleTo(dialog)
    dialog.form.set_values(sender="Еңбек инспекциясы", their_number="17-04/221")
    dialog.save()
    assert "next steps" in dialog.form.field("answer").problem
    dialog.form.set_values(answer="refused", about="Отказ")
    dialog.save()
    page.read_state()
    assert letters.row(file, letter).answered_on == ON
    text = page.state.label.text()
    assert "2026/1" in text
    assert "Еңбек инспекциясы" in text
    assert "refused" in text


def test_another_paper_asks_for_no_answer(page, file):
    page.show_letter(claim(file))
    page.answer_button.click()
    dialog = page.findChild(IncomingDialog)
    dialog.form.set_values(letter_id="")
    assert not dialog.form.field("answer").isVisibleTo(dialog)
    dialog.form.set_values(sender="Прокуратура")
    dialog.save()
    assert [(row.letter_id, row.sender) for row in incoming.of_case(file, 1)] == [(None, "Прокуратура")]


def test_a_scan_is_added_on_the_way(page, file, tmp_path):
    page.show_letter(claim(file))
    page.answer_button.click()
    dialog = page.findChild(IncomingDialog)
    scan = tmp_path / "answer.txt"
    scan.write_text("Жауап", encoding="utf-8")
    adding = dialog.add_scan((scan,))
    assert isinstance(adding, AddDialog)
    adding.add()
    assert dialog.form.value("attachment_id") != ""
    dialog.form.set_values(sender="ТОО", answer="paid")
    dialog.save()
    assert incoming.of_case(file, 1)[0].attachment_id == 1


def test_the_page_speaks_the_language_of_the_window(page, file):
    letter = claim(file)
    letter_sending.note(file, letter, SENT)
    page.show_letter(letter)
    before = page.state.label.text()
    languages.use("ru")
    assert page.state.label.text() != before
    assert "RR 123456789 KZ" in page.state.label.text()
    assert all(button.text() for button in page.findChildren(QPushButton))


def test_a_scan_is_looked_at_and_the_case_is_opened_from_the_paper(qtbot, page, file, bus, tmp_path):
    page.show_letter(claim(file))
    page.answer_button.click()
    dialog = page.findChild(IncomingDialog)
    assert dialog.head.text() == "case 2026-0001"
    assert not dialog.view_button.isVisibleTo(dialog)
    assert dialog.view_scan() is None
    scan = tmp_path / "answer.txt"
    scan.write_text("Жауап", encoding="utf-8")
    dialog.add_scan((scan,)).add()
    assert dialog.view_button.isVisibleTo(dialog)
    viewer = dialog.view_scan()
    assert viewer is not None
    viewer.reject()
    dialog.form.set_values(attachment_id="")
    with qtbot.waitSignal(bus.open_requested) as opened:
        dialog.case_button.click()
    assert opened.args == ["case", 1]


def test_who_stays_with_a_paper_is_not_taken_to_the_case_later(qtbot, page, file, bus):
    page.show_letter(claim(file))
    page.answer_button.click()
    dialog = page.findChild(IncomingDialog)
    dialog.form.set_values(sender="Инспекция")
    dialog.case_button.click()
    dialog.findChild(Dialog).reject()
    with qtbot.assertNotEmitted(bus.open_requested):
        dialog.leave()
        next(each for each in dialog.findChildren(Dialog) if each.isVisible()).accept()
    assert not dialog.isVisible()
