"""The letter dialog: kinds, addressees, drafts, making one letter and many, and that nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Answer
from desktop_app.domain.centre import NewStaffMember, Role, Trilingual
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.directory import Entry, EntryKind
from desktop_app.domain.letters import LetterLanguage
from desktop_app.errors import AppError, Cancelled
from desktop_app.services import cases, complaints_log, directory, letter_drafts, letter_kinds, letters, staff
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_calls import Progress
from desktop_app.ui.letters.letter_dialog import LetterDialog
from tests.factories import PASSWORD
from tests.ui.cases.crew import log_case
from tests.ui.fit import cut_texts
from tests.ui.letters.conftest import Begin

INSPECTION = Trilingual("Еңбек инспекциясы басқармасы", "Управление инспекции труда", "")


@pytest.fixture
def dialog(begin: Begin, file: OpenFile) -> LetterDialog:
    log_case(file)
    return begin()


def kinds_offered(dialog: LetterDialog) -> list[str]:
    box = dialog.letter.kind_box
    return [str(box.itemData(at) or "") for at in range(box.count())]


def headings(dialog: LetterDialog) -> list[str]:
    box = dialog.letter.kind_box
    return [box.itemText(at) for at in range(box.count()) if not box.itemData(at)]


def kept(file: OpenFile) -> int:
    return len(letter_drafts.of_case(file, 1))


def made(file: OpenFile) -> list[str]:
    return [row.number for row in letters.page(file, "", None, 100)]


# what is offered


def test_every_kind_stands_under_whom_it_goes_to(dialog: LetterDialog) -> None:
    assert set(filter(None, kinds_offered(dialog))) == {kind.id for kind in letter_kinds.kinds()}
    assert headings(dialog)[:3] == ["Fits this case", "Employer", "Conciliation commission"]
    assert dialog.form.value("kind") == "employer_claim"


def test_what_fits_the_case_comes_first(begin: Begin, file: OpenFile) -> None:
    log_case(file, wages=False)
    worker = cases.card(file, 1).workers[0].id
    answers = {"role": Answer("foreman"), "undertaking": Answer("no", "says"), "holder": Answer("Бригадир")}
    complaints_log.log(file, 1, NewComplaint(ComplaintKind.WITHHELD_DOCUMENTS, worker_ids=(worker,), answers=answers))
    dialog = begin()
    fits = kinds_offered(dialog)[1:4]
    assert fits == ["documents_return", "police_documents", "consulate_request"]


def test_nothing_is_said_to_fit_where_nothing_is_logged(begin: Begin, file: OpenFile) -> None:
    log_case(file, wages=False)
    assert headings(begin())[0] == "Employer"


def test_a_heading_can_never_be_chosen(qtbot: QtBot, dialog: LetterDialog) -> None:
    box = dialog.letter.kind_box
    for _step in range(box.count() + 2):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.value()
    languages.use("kk")
    assert box.value()


def test_a_name_too_long_for_the_box_stands_whole_below_it(dialog: LetterDialog) -> None:
    languages.use("kk")
    dialog.form.set_values(kind="pay_documents")
    assert dialog.letter.kind_box.is_cut
    assert dialog.form.field("kind")._hint.text() == dialog.letter.kind_box.currentText()
    dialog.form.set_values(kind="employer_claim")
    assert not dialog.letter.kind_box.is_cut


def test_a_dialog_may_begin_with_a_kind(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    assert begin(kind="inspection_complaint").form.value("kind") == "inspection_complaint"


@pytest.mark.parametrize("kind", [kind.id for kind in letter_kinds.kinds()])
def test_every_kind_is_drawn_or_says_why_not(begin: Begin, file: OpenFile, kind: str) -> None:
    log_case(file)
    dialog = begin(kind=kind)
    assert dialog.view.count or dialog.view.hint.text()
    assert bool(dialog.text.list.count()) == bool(dialog.view.count)
    found = letter_kinds.kinds()
    asked = next(each for each in found if each.id == kind)
    assert dialog.form.field("pay_by").isVisibleTo(dialog) == asked.asks_date
    assert (dialog.letter.own.questions is not None) == bool(asked.fields)


def test_what_cannot_be_made_yet_is_said_where_the_letter_would_be(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    dialog = begin(kind="police_forced_labour")
    assert "Log what happened first" in dialog.view.hint.text()
    assert not dialog.view.count
    dialog.make()
    assert not made(file)
    assert dialog.form.note.isVisible()


def test_english_is_a_reading_copy_for_offices_and_real_for_the_worker(dialog: LetterDialog) -> None:
    language = dialog.form.field("language")
    dialog.form.set_values(language=LetterLanguage.EN)
    assert "reading copy" in language._hint.text()
    assert not dialog.letter.with_copy.isVisibleTo(dialog)
    dialog.form.set_values(kind="receipt")
    assert not language._hint.isVisibleTo(dialog)
    dialog.form.set_values(kind="inspection_complaint", language=LetterLanguage.KK)
    assert dialog.letter.with_copy.isVisibleTo(dialog)


def test_a_signer_who_is_no_lawyer_is_noticed(dialog: LetterDialog, begin: Begin, file: OpenFile) -> None:
    assert "is not one" in dialog.form.field("signer_id")._hint.text()
    staff.add(file, NewStaffMember("dina", "Дина Әбенова", Role.LAWYER, PASSWORD + " x"))
    assert not begin().form.field("signer_id")._hint.isVisibleTo(dialog)


# to whom


def test_the_only_body_of_the_region_is_proposed_and_can_be_written_otherwise(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    directory.add(file, Entry(EntryKind.LABOUR_INSPECTION, INSPECTION, "KZ-75", address="Алматы, 1"))
    directory.add(file, Entry(EntryKind.LABOUR_INSPECTION, Trilingual("Басқа", "Другая"), "KZ-10"))
    dialog = begin(kind="inspection_complaint")
    field = dialog.letter.own.addressee_field
    assert field is not None
    told = field.addressee()
    assert told is not None
    assert (told.name, told.address) == (INSPECTION, "Алматы, 1")
    field.set_values(**{"name.kk": "Инспекция", "person": "А. Ахметов"})
    dialog.form.set_values(kind="employer_claim")
    dialog.form.set_values(kind="inspection_complaint")
    told = field.addressee()
    assert told is not None
    assert (told.name.kk, told.person) == ("Инспекция", "А. Ахметов")
    dialog.keep()
    (row,) = letter_drafts.of_case(file, 1)
    assert letter_drafts.one(file, row.id).wanted.request.addressee == told


def test_names_are_asked_in_the_languages_of_the_letter(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    dialog = begin(kind="inspection_complaint")
    field = dialog.letter.own.addressee_field
    assert field is not None

    def asked() -> list[str]:
        return [code for code in ("kk", "ru", "en") if field.field(f"name.{code}").isVisibleTo(dialog)]

    for language, codes in (("kk", ["kk"]), ("ru", ["ru"]), ("kk+ru", ["kk", "ru"]), ("en", ["en"])):
        dialog.form.set_values(language=language)
        assert asked() == codes
    dialog.form.set_values(language="ru")
    dialog.letter.with_copy.setChecked(True)
    assert asked() == ["ru", "en"]


def test_a_letter_without_its_body_is_not_made_and_says_so(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    dialog = begin(kind="inspection_complaint")
    field = dialog.letter.own.addressee_field
    assert field is not None
    field.show_addressee(None)
    dialog.draw()
    assert dialog.review.stops
    assert "Check (" in dialog.tabs.tabText(2)
    assert dialog.ask_to_make() is None
    assert dialog.tabs.currentWidget() is dialog.review
    assert dialog.review.stop.isVisible()
    assert not made(file)


# making


def test_it_asks_once_before_a_number_is_taken(dialog: LetterDialog, file: OpenFile, bus: Bus, qtbot: QtBot) -> None:
    question = dialog.ask_to_make()
    assert question is not None
    assert not made(file)
    question.reject()
    assert not made(file)
    question = dialog.ask_to_make()
    assert question is not None
    with qtbot.waitSignal(bus.open_requested):
        question.accept()
    assert made(file) == ["2026/1"]


def test_one_letter_for_each_worker_and_the_numbers_are_told(
    dialog: LetterDialog, file: OpenFile, bus: Bus, qtbot: QtBot
) -> None:
    dialog.letter.apart.setChecked(True)
    dialog.draw()
    assert "Letters to be made: 3" in dialog.view.hint.text()
    said: list[str] = []
    bus.said.connect(lambda message: said.append(message.msgid % message.params))
    with qtbot.waitSignal(bus.open_requested) as opened:
        dialog.make()
    assert made(file) == ["2026/3", "2026/2", "2026/1"]
    assert opened.args == ["letter", 0]
    assert any("2026/1 to 2026/3" in each for each in said)


def test_one_worker_alone_is_no_crew(dialog: LetterDialog) -> None:
    assert dialog.letter.apart.isVisibleTo(dialog)
    dialog.letter.apart.setChecked(True)
    for at in (1, 2):
        dialog.crew.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.letter.apart.isVisibleTo(dialog)
    assert not dialog.tabs.wanted().apart


def test_an_english_copy_is_kept_beside(dialog: LetterDialog, file: OpenFile) -> None:
    dialog.letter.with_copy.setChecked(True)
    dialog.make()
    assert sorted(made(file)) == ["2026/1", "2026/1 (en)"]


def test_letters_that_are_cancelled_on_the_way_are_not_made(file: OpenFile, begin: Begin) -> None:
    log_case(file)
    dialog = begin()
    dialog.letter.apart.setChecked(True)
    progress = Progress()
    progress.cancelled.set()
    assert letter_calls.finish(file, dialog.tabs.wanted(), None, 0, progress) is None
    assert not made(file)
    with pytest.raises(Cancelled):
        progress.step(0, 3)


def test_while_letters_are_made_nothing_can_be_pressed_but_cancel(
    dialog: LetterDialog, monkeypatch: pytest.MonkeyPatch, file: OpenFile
) -> None:
    seen: list[object] = []

    def slow(_file: OpenFile, _wanted: object, _draft: object, _version: object, progress: Progress) -> None:
        progress.step(11, 60)
        dialog.making.look()
        seen.append((dialog.make_button.isEnabled(), dialog.making.isVisible(), dialog.making.bar.value()))
        seen.append(dialog.making.label.text())
        dialog.leave()
        seen.append((dialog.isVisible(), progress.cancelled.is_set()))

    monkeypatch.setattr(letter_calls, "finish", slow)
    dialog.make()
    assert seen == [(False, True, 11), "Letter 12 of 60 …", (True, True)]
    assert dialog.isVisible()
    assert dialog.make_button.isEnabled()
    assert not dialog.making.is_working
    assert not made(file)


def test_nothing_typed_is_lost_when_a_letter_is_refused(
    dialog: LetterDialog, monkeypatch: pytest.MonkeyPatch, file: OpenFile
) -> None:
    def full(*_arguments: object) -> None:
        raise AppError("There is no room on the disk.")

    dialog.form.set_values(language=LetterLanguage.RU)
    dialog.draw()
    dialog.text.list.setCurrentRow(1)
    dialog.text.words.fields["ru"].setPlainText("Свои слова")
    before = dialog.tabs.wanted()
    monkeypatch.setattr(letter_calls, "finish", full)
    dialog.make()
    assert dialog.form.note.label.text() == "There is no room on the disk."
    assert dialog.tabs.wanted() == before
    assert dialog.make_button.isEnabled()
    monkeypatch.undo()
    monkeypatch.setenv("TIREK_TODAY", "2026-11-21")
    dialog.make()
    assert made(file) == ["2026/1"]


# keys and looks


def test_everything_is_reached_by_keys(qtbot: QtBot, dialog: LetterDialog, file: OpenFile) -> None:
    for at in (1, 2, 0):
        qtbot.keyClick(dialog, Qt.Key(Qt.Key.Key_1 + at), Qt.KeyboardModifier.AltModifier)
        assert dialog.tabs.currentIndex() == at
    qtbot.keyClick(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(file) == 1)
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool([each for each in dialog.findChildren(Dialog) if each.isVisible()]))


def test_the_pages_stay_where_they_are_while_the_letter_is_drawn_anew(dialog: LetterDialog) -> None:
    bar: QScrollBar = dialog.view.verticalScrollBar()
    QApplication.processEvents()
    bar.setValue(400)
    place = bar.value()
    assert place
    dialog.draw()
    QApplication.processEvents()
    assert bar.value() == place


def test_a_field_that_makes_no_sense_leaves_the_pages_and_says_so(dialog: LetterDialog) -> None:
    pages = dialog.view.count
    dialog.form.field("on").entry.setText("31.02.2026")  # type: ignore[attr-defined]  # a date field
    dialog.draw()
    assert dialog.view.count == pages
    assert "no such date" in dialog.view.hint.text()


def test_a_day_that_is_not_asked_for_stops_no_letter(dialog: LetterDialog) -> None:
    dialog.form.field("pay_by").entry.setText("31.02.2026")  # type: ignore[attr-defined]  # a date field
    dialog.form.set_values(kind="inspection_complaint")
    assert dialog.tabs.wanted().request.pay_by == date(2026, 12, 1)
    dialog.form.set_values(kind="employer_claim")
    assert dialog.form.field("pay_by").entry.text() == "31.02.2026"  # type: ignore[attr-defined]  # a date field


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("size", [(1004, 676), (1220, 696)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_is_cut(begin: Begin, file: OpenFile, language: str, size: tuple[int, int]) -> None:
    log_case(file)
    languages.use(language)
    dialog = begin()
    dialog.resize(*size)
    found = []
    for kind in ("employer_claim", "inspection_complaint", "police_forced_labour", "receipt"):
        dialog.form.set_values(kind=kind, language="kk+ru")
        dialog.draw()
        for at in range(3):
            dialog.tabs.setCurrentIndex(at)
            for _round in range(3):  # a label in a form in a form learns its height last
                QApplication.processEvents()
            found += [f"{kind}, tab {at + 1}: {problem}" for problem in cut_texts(dialog)]
    assert not found, "\n".join(found)


def test_alt_and_a_number_shows_the_field_that_the_cursor_goes_to(qtbot: QtBot, dialog: LetterDialog) -> None:
    dialog.form.set_values(kind="inspection_complaint")
    bar = _area_of(dialog.letter.kind_box).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 64)
    bar.setValue(bar.maximum())
    assert bar.value() > 64
    dialog.tabs._on_key(0)
    assert dialog.letter.kind_box.hasFocus()
    assert bar.value() == 0


def _area_of(widget: QWidget) -> QScrollArea:
    above = widget.parentWidget()
    while not isinstance(above, QScrollArea):
        assert above is not None
        above = above.parentWidget()
    return above


def test_tab_goes_through_the_addressee_and_the_questions_before_the_crew(dialog: LetterDialog) -> None:
    dialog.form.set_values(kind="inspection_complaint")
    own = dialog.letter.own
    assert own.questions is not None
    assert own.addressee_field is not None
    asked = [own.questions.field(spec.name) for spec in own.questions.specs]
    wanted = [own.addressee_field.field("name.ru"), *asked, dialog.crew]
    stops = _tab_stops(dialog.letter.kind_box)
    places = [next(n for n, stop in enumerate(stops) if stop is each or each.isAncestorOf(stop)) for each in wanted]
    assert places == sorted(places)


def _tab_stops(first: QWidget) -> list[QWidget]:
    stops, at = [first], first.nextInFocusChain()
    while at is not None and at is not first:
        stops += [at] if at.focusPolicy() & Qt.FocusPolicy.TabFocus else []
        at = at.nextInFocusChain()
    return stops
