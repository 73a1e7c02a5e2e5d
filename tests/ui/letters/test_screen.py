from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import law
from desktop_app.domain import letter_json
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.posting import NewIncoming, Sent, Shown, Way
from desktop_app.services import incoming, letter_drafts, letter_sending
from desktop_app.ui.common import languages
from desktop_app.ui.letters.incoming_dialog import IncomingDialog
from desktop_app.ui.letters.incoming_opening import WhichDialog
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.screen import Screen
from tests.services.posted import become
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.fit import cut_texts
from tests.ui.letters.posted import ON, claim, complaint

SENT = Sent(ON, Way.REGISTERED_MAIL, "RR 123456789 KZ")


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def screen(qtbot, context):
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def cells(screen, at):
    """What a row of the outgoing letters says, column by column."""
    model = screen.list.table.view.model()
    return [model.data(model.index(at, column)) for column in range(model.columnCount())]


def test_the_state_of_a_letter_is_said_in_a_word_a_shape_and_a_colour(screen, file, monkeypatch):
    ready = claim(file)
    sent, answered, memo = (complaint(file, logged=False), complaint(file, logged=False), claim(file, logged=False))
    become(file, memo, "contract_memo", AddresseeKind.FILE)
    for each in (sent, answered):
        letter_sending.note(file, each, SENT)
    incoming.register(file, NewIncoming(1, ON, "Инспекция", letter_id=answered, answer="granted"))
    screen.refresh()
    assert [row.id for row in screen.list.table.rows] == [memo, answered, sent, ready]
    told = [cells(screen, at)[6:] for at in range(4)]
    due = law.add_working_days(ON, 15).strftime("%d.%m.%Y")
    assert told == [
        ["Kept in the case", ""],
        ["Answered", ""],
        ["Sent", due],
        ["Ready to be sent", "02.12.2026"],
    ]
    monkeypatch.setenv("TIREK_TODAY", "2027-01-20")
    screen.refresh()
    assert cells(screen, 2)[6] == "Answer overdue"
    column = screen.list.table.view.model().columns[6]
    marks = [column.mark(row) for row in screen.list.table.rows]
    assert marks == [
        ("folder", "muted"), ("circle-check", "good"), ("triangle-alert", "danger"), ("circle-alert", "warn"),
    ]  # fmt: skip


def test_the_list_is_narrowed_by_state_and_addressee(screen, file):
    ready, sent = claim(file), complaint(file, logged=False)
    letter_sending.note(file, sent, SENT)
    screen.show_filter(Shown.READY)
    assert [row.id for row in screen.list.table.rows] == [ready]
    screen.list.addressee.set_value("inspection")
    assert screen.list.table.rows == ()
    assert screen.list.hint.label.text().startswith("No letter in this state")
    screen.list.state.set_value("waiting")
    assert [row.id for row in screen.list.table.rows] == [sent]
    screen.show_filter(Shown.ANY)
    assert [row.id for row in screen.list.table.rows] == [sent, ready]


def test_a_letter_is_opened_and_the_list_comes_back(qtbot, screen, file):
    letter = claim(file)
    screen.refresh()
    screen.list.opened.emit(letter)
    assert screen.letter.isVisible()
    assert screen.letter.letter_id == letter
    screen.letter.back_button.click()
    assert screen.lists.isVisible()


def test_without_a_number_the_field_says_what_it_asks_for(screen):
    dialog = screen.register()
    dialog.button.click()
    assert dialog.form.field("number").problem == "Type the number of our letter or of the case."
    assert not dialog.form.note.isVisible()
    dialog.reject()


def test_incoming_papers_are_listed_and_corrected(screen, file):
    letter = claim(file)
    incoming.register(file, NewIncoming(1, ON, "ТОО", "17", ON, "Отказ", letter, "refused"))
    screen.refresh()
    screen.tabs.setCurrentWidget(screen.incoming)
    (row,) = screen.incoming.table.rows
    assert (row.number, row.sender, row.letter) == ("2026/1", "ТОО", "2026/1")
    screen.incoming.table.opened.emit(row)
    dialog = screen.findChild(IncomingDialog)
    assert dialog.form.value("their_number") == "17"
    dialog.form.set_values(sender="Акимат", their_number="18")
    dialog.save()
    assert [(each.sender, each.their_number) for each in incoming.of_case(file, 1)] == [("Акимат", "18")]


def test_a_paper_is_registered_by_the_number_it_names(screen, file):
    letter = claim(file)
    asked = screen.register()
    asked.form.set_values(number="2026/7")
    asked.save()
    assert "no letter and no case" in asked.form.note.label.text()
    asked.form.set_values(number="2026/1")
    asked.save()
    dialog = screen.findChild(IncomingDialog)
    assert dialog.form.value("letter_id") == str(letter)
    dialog.form.set_values(sender="ТОО", answer="refused")
    dialog.save()
    assert [row.letter_id for row in incoming.of_case(file, 1)] == [letter]


def test_whether_a_paper_is_ours(qtbot, screen, file, bus):
    letter = claim(file)
    code = letter_sending.listing(file, screen.list.wanted, "", None, 1)[0].code
    dialog = screen.check()
    dialog.form.set_values(number="2026/1", code="0" * 16)
    dialog.save()
    assert "not the one that we made" in dialog.note.label.text()
    assert not dialog.open_button.isVisibleTo(dialog)
    dialog.form.set_values(code=f"{code[:8]} {code[8:]}")
    dialog.save()
    assert "This paper is ours" in dialog.note.label.text()
    assert "21.11.2026" in dialog.note.label.text()
    with qtbot.waitSignal(bus.open_requested) as opened:
        dialog.open_button.click()
    assert opened.args == ["letter", letter]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_the_check_of_a_paper_says_is_read_whole(qtbot, screen, file, lang):
    claim(file)
    languages.use(lang)
    dialog = screen.check()
    qtbot.waitExposed(dialog)
    dialog.save()
    qtbot.waitUntil(lambda: not cut_texts(dialog))
    dialog.form.set_values(number="2026/1", code="0" * 16)
    dialog.save()
    qtbot.waitUntil(lambda: not cut_texts(dialog))


def test_tab_goes_through_the_filters_to_the_list(screen):
    stops = _stops(screen.list.text, screen.list.table)
    assert stops.index(screen.list.state) < stops.index(screen.list.addressee)


def _stops(first: QWidget, last: QWidget) -> list[QWidget]:
    stops, at = [], first.nextInFocusChain()
    while at not in (last, first):
        stops.append(at)
        at = at.nextInFocusChain()
    return stops


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_screen_speaks_the_language_of_the_window(screen, file, lang):
    letter_sending.note(file, claim(file), SENT)
    languages.use(lang)
    screen.refresh()
    assert len({screen.tabs.tabText(at) for at in range(3)}) == 3
    assert cells(screen, 0)[1] == "21.11.2026"
    assert cells(screen, 0)[6]


def test_a_draft_is_listed_and_gone_on_with(screen, file):
    log_case(file)
    request = LetterRequest(1, "employer_claim", LetterLanguage.KK, ON, date(2026, 12, 1), file.staff.id)
    letter_drafts.keep(file, letter_json.Wanted(request))
    screen.refresh()
    screen.tabs.setCurrentWidget(screen.drafts)
    (row,) = screen.drafts.table.rows
    assert (row.kind, row.case_number) == ("employer_claim", "2026-0001")
    screen.drafts.table.opened.emit(row)
    dialog = screen.findChild(LetterDialog)
    assert dialog.form.value("language") == LetterLanguage.KK
    dialog.reject()


def test_the_texts_of_letters_are_one_key_away(qtbot, screen, bus):
    with qtbot.waitSignal(bus.open_requested) as opened:
        screen.texts_button.click()
    assert opened.args == ["settings", 7]


def test_the_filters_stay_when_one_comes_back_from_a_letter(screen, file):
    claim(file)
    letter = complaint(file, logged=False)
    screen.refresh()
    screen.list.state.set_value(Shown.READY.value)
    screen.list.addressee.set_value(AddresseeKind.INSPECTION.value)
    assert [row.id for row in screen.list.table.rows] == [letter]
    screen.list.opened.emit(letter)
    letter_sending.note(file, letter, SENT)
    screen.refresh()
    screen.letter.back_button.click()
    assert (screen.list.state.value(), screen.list.addressee.value()) == ("ready", "inspection")
    assert screen.list.table.rows == ()
    assert "Choose another one" in screen.list.hint.label.text()


def test_every_action_of_the_page_is_reached_by_key(qtbot, screen, file):
    claim(file)
    screen.refresh()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.list.text.setFocus()
    reached = []
    for _step in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    for each in (screen.register_button, screen.journal_button, screen.print_button, screen.check_button):
        assert each in reached
    for at, tab in enumerate((screen.list, screen.incoming, screen.drafts)):
        qtbot.keyClick(screen, f"{at + 1}", Qt.KeyboardModifier.AltModifier)
        assert screen.tabs.currentWidget() is tab
        assert f"Alt+{at + 1}" in screen.tabs.tabToolTip(at)
    assert "Ctrl+R" in screen.register_button.toolTip()
    assert "Ctrl+P" in screen.print_button.toolTip()
    qtbot.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in screen.findChildren(WhichDialog)))
    screen.findChild(WhichDialog).reject()


@pytest.mark.parametrize(("language", "beside_rail"), [("kk", 822), ("ru", 850), ("en", 856)])
def test_the_list_needs_no_scrolling_sideways_in_the_smallest_window(qtbot, screen, file, language, beside_rail):
    languages.use(language)
    claim(file)
    screen.resize(beside_rail, 646)
    screen.refresh()
    view = screen.list.table.view
    qtbot.waitUntil(lambda: 700 < view.viewport().width() < 820 and view.horizontalScrollBar().maximum() == 0)
