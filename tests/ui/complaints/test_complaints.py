"""The complaints of a case: choosing a kind, writing down, changing, settling, removing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Answer, FieldKind
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_forms import FORMS
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.services import cases, complaints_log
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.complaints_tab import ComplaintsTab
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import blur, languages
from desktop_app.ui.common.answer_form import WordedEntry
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.complaints.complaint_dialog import ComplaintDialog
from desktop_app.ui.complaints.kind_dialog import KindDialog
from desktop_app.ui.complaints.remove_dialog import RemoveComplaintDialog
from desktop_app.ui.context import Context
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.fit import cut_texts


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    yield
    blur.hide_names(False)


@pytest.fixture
def screen(qtbot: QtBot, context: Context, file: OpenFile) -> Screen:
    log_case(file, wages=False)
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    made.open_item(1)
    context.bus.data_changed.connect(made.refresh)
    made.case.tabs.setCurrentWidget(made.case.complaints)
    return made


@pytest.fixture
def tab(screen: Screen) -> ComplaintsTab:
    return screen.case.complaints


def held(file: OpenFile, **answers: str) -> int:
    documents = (HeldDocument(1, DocumentKind.PASSPORT, "AA1234567", held_by="Бригадир"),)
    told = {"role": Answer("employer")} | {name: Answer(code) for name, code in answers.items()}
    new = NewComplaint(ComplaintKind.WITHHELD_DOCUMENTS, (1,), answers=told, documents=documents)
    return complaints_log.log(file, 1, new).id


def opened(tab: ComplaintsTab, kind: ComplaintKind) -> ComplaintDialog:
    dialog = tab.log(kind)
    assert dialog is not None
    return dialog


def test_an_empty_list_says_what_to_do(tab: ComplaintsTab) -> None:
    assert tab.table.rows == ()
    assert not tab.about.isVisible()


def test_a_kind_is_found_by_typing_in_any_language(qtbot: QtBot, tab: ComplaintsTab) -> None:
    dialog = tab.choose_kind()
    assert isinstance(dialog, KindDialog)
    assert len(dialog.table.rows) == 19
    qtbot.keyClicks(dialog.text, "housing")
    assert [row.kind for row in dialog.table.rows] == [ComplaintKind.HOUSING]
    dialog.text.set_value("qwxqw")
    assert dialog.table.rows == ()
    assert not dialog.button.isEnabled()
    dialog.text.set_value("")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.table.select_row(1)
        qtbot.keyClick(dialog.table.view, Qt.Key.Key_Return)
    assert chosen.args == [dialog.table.rows[1].kind]


def test_a_list_that_found_nothing_takes_no_keys(qtbot: QtBot, tab: ComplaintsTab) -> None:
    dialog = tab.choose_kind()
    assert isinstance(dialog, KindDialog)
    qtbot.keyClicks(dialog.text, "qwxqw")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Down)
    dialog.text.set_value("")
    qtbot.keyClicks(dialog.focusWidget(), "housing")
    assert [row.kind for row in dialog.table.rows] == [ComplaintKind.HOUSING]


def test_a_new_complaint_begins_with_the_workers(tab: ComplaintsTab) -> None:
    dialog = opened(tab, ComplaintKind.DISMISSAL)
    assert dialog.focusWidget() is dialog.workers.list


def test_a_complaint_that_is_typed_is_not_left_by_one_key(qtbot: QtBot, tab: ComplaintsTab) -> None:
    dialog = opened(tab, ComplaintKind.DISMISSAL)
    dialog.form.set_answers({"note": Answer("Уволили в один день")})
    for leave in (
        lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape),
        lambda: next(each for each in dialog.findChildren(Button) if each.text() == "Cancel").click(),
    ):
        leave()
        assert dialog.isVisible()
        (question,) = [each for each in dialog.findChildren(Dialog) if each.isVisible()]
        question.reject()
    dialog.leave()
    (question,) = [each for each in dialog.findChildren(Dialog) if each.isVisible()]
    question.accept()
    assert not dialog.isVisible()


def test_nothing_typed_is_left_at_once(qtbot: QtBot, tab: ComplaintsTab) -> None:
    dialog = opened(tab, ComplaintKind.DISMISSAL)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_passports_are_added_for_those_who_are_chosen(tab: ComplaintsTab) -> None:
    dialog = opened(tab, ComplaintKind.WITHHELD_DOCUMENTS)
    assert dialog.documents is not None
    dialog.workers.set_value((1, 3))
    dialog.documents.all_button.click()
    assert [row.texts["worker"] for row in dialog.documents.grid.rows] == ["1", "3"]


def test_a_complaint_is_written_down_and_shown(tab: ComplaintsTab, file: OpenFile) -> None:
    dialog = opened(tab, ComplaintKind.INJURY)
    dialog.workers.set_value((2,))
    dialog.form.set_answers({"happened": Answer("Құлап кетті", "says"), "since": Answer("2026-05")})
    dialog.save()
    (stored,) = complaints_log.listing(file, 1)
    assert stored.worker_ids == (2,)
    assert stored.since is not None
    assert stored.since.iso == "2026-05"
    assert stored.answers == {"happened": Answer("Құлап кетті", "says")}
    assert [row.complaint for row in tab.table.rows] == [stored]
    assert tab.total.text() == "1 open complaint"
    assert "Құлап кетті" in tab.about.answers.text()
    assert "The worker says" in tab.about.answers.text()


def test_wrong_answers_are_told_beside_their_fields_and_kept(tab: ComplaintsTab, file: OpenFile) -> None:
    dialog = opened(tab, ComplaintKind.INJURY)
    entry = dialog.form.field("since").entry
    assert isinstance(entry, QLineEdit)
    entry.setText("some day")
    dialog.save()
    assert dialog.form.field("since").problem
    entry.setText("2027")
    dialog.save()
    assert dialog.form.field("since").problem
    assert dialog.form.field("happened").problem
    assert entry.text() == "2027"
    assert dialog.button.isEnabled()
    assert complaints_log.listing(file, 1) == ()


def test_what_is_wrong_far_above_is_scrolled_to(qtbot: QtBot, tab: ComplaintsTab) -> None:
    dialog = opened(tab, ComplaintKind.DISMISSAL)
    dialog.resize(dialog.width(), 420)
    field = dialog.form.field("last_day")
    dialog.form.set_answers({"last_day": Answer(word="worker"), "note": Answer("Уволили")})
    area = next(each for each in dialog.findChildren(QScrollArea) if each.isAncestorOf(field))
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert field.visibleRegion().isEmpty()
    dialog.save()
    assert field.problem
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())


def test_every_form_opens_with_all_its_questions_and_a_guide(tab: ComplaintsTab) -> None:
    for kind in set(ComplaintKind) - {ComplaintKind.WAGE_ARREARS}:
        dialog = opened(tab, kind)
        for spec in FORMS[kind].fields:
            field = dialog.form.field(spec.name)
            assert field.title.text() == spec.title
            assert isinstance(field.entry, WordedEntry) is spec.asks_word
        assert dialog.form.answers() == {}
        dialog.reject()


def test_no_word_of_any_form_is_cut_in_any_language(tab: ComplaintsTab) -> None:
    for kind in set(ComplaintKind) - {ComplaintKind.WAGE_ARREARS}:
        dialog = opened(tab, kind)
        for language in ("kk", "ru", "en"):
            languages.use(language)
            for _round in range(3):
                QApplication.processEvents()
            assert cut_texts(dialog) == [], (kind, language)
        dialog.reject()


def test_wage_arrears_lead_to_the_wages(screen: Screen, tab: ComplaintsTab) -> None:
    assert tab.log(ComplaintKind.WAGE_ARREARS) is None
    assert screen.case.tabs.currentWidget() is screen.case.wages


def test_documents_are_typed_row_by_row(tab: ComplaintsTab, file: OpenFile) -> None:
    dialog = opened(tab, ComplaintKind.WITHHELD_DOCUMENTS)
    assert dialog.documents is not None
    dialog.form.set_answers({"role": Answer("foreman")})
    dialog.documents.all_button.click()
    rows = dialog.documents.grid.rows
    assert [row.texts["worker"] for row in rows] == ["1", "2", "3"]
    rows[0].texts |= {"number": "AA1234567", "since": "03.2025", "returned_on": "20.11.2026", "word": "paper"}
    dialog.save()
    (stored,) = complaints_log.listing(file, 1)
    assert len(stored.documents) == 3
    first = stored.documents[0]
    assert (first.number, first.since.iso if first.since else "", first.word) == ("AA1234567", "2025-03", "paper")
    assert first.returned_on == date(2026, 11, 20)


def test_wrong_rows_are_marked_and_nothing_is_lost(tab: ComplaintsTab, file: OpenFile) -> None:
    dialog = opened(tab, ComplaintKind.WITHHELD_DOCUMENTS)
    assert dialog.documents is not None
    dialog.form.set_answers({"role": Answer("foreman")})
    dialog.documents.add_for((1,))
    row = dialog.documents.grid.rows[0]
    row.texts |= {"since": "2027", "worker": ""}
    dialog.save()
    assert dialog.documents.grid.problem_line.isVisibleTo(dialog)
    row.texts["worker"] = "1"
    dialog.save()
    assert "future" in dialog.documents.grid.problem_line.text()
    assert row.texts["since"] == "2027"
    assert complaints_log.listing(file, 1) == ()


def test_a_change_by_a_colleague_is_told(tab: ComplaintsTab, file: OpenFile) -> None:
    held(file)
    tab.show_case(tab.table.rows[0].card if tab.table.rows else _card(tab), {})
    (stored,) = complaints_log.listing(file, 1)
    dialog = tab.edit(stored)
    assert dialog is not None
    complaints_log.change(file, 1, stored.id, 1, NewComplaint(stored.kind, answers=stored.answers))
    dialog.form.set_answers({**stored.answers, "note": Answer("менікі")})
    dialog.save()
    assert "colleague" in dialog.form.note.label.text()
    assert dialog.form.answers()["note"] == Answer("менікі")


def _card(tab: ComplaintsTab) -> object:
    return tab._card


def test_findings_say_what_follows_and_what_is_not_settled(screen: Screen, tab: ComplaintsTab, file: OpenFile) -> None:
    held(file, consent="pressed", undertaking="no")
    screen.case.read()
    text = " ".join(_texts(tab))
    assert "did not agree freely" in text
    assert "article 494" in text
    assert "the lawyer has to confirm it" in text
    assert "consulate for its own list" in text


def _texts(tab: ComplaintsTab) -> list[str]:
    from desktop_app.ui.common.labels import PlainLabel

    return [label.text() for label in tab.about.findChildren(PlainLabel)]


def test_settled_opened_again_and_removed(qtbot: QtBot, screen: Screen, tab: ComplaintsTab, file: OpenFile) -> None:
    held(file)
    screen.case.read()
    tab.about.settle_button.click()
    assert complaints_log.listing(file, 1)[0].settled_on == date(2026, 11, 21)
    assert tab.total.text() == "0 open complaints"
    tab.about.settle_button.click()
    assert complaints_log.listing(file, 1)[0].settled_on is None
    tab.about.remove_button.click()
    dialog = tab.findChildren(RemoveComplaintDialog)[-1]
    dialog.form.set_values(reason="twice")
    dialog.button.click()
    assert complaints_log.listing(file, 1) == ()
    assert tab.table.rows == ()
    assert not tab.about.isVisible()


def test_a_name_is_hidden_with_the_others(screen: Screen, tab: ComplaintsTab, file: OpenFile) -> None:
    held(file)
    screen.case.read()
    assert "AA1234567" in tab.about.answers.text()
    blur.hide_names(True)
    assert "AA1234567" not in tab.about.answers.text()
    assert "Бригадир" not in tab.about.answers.text()


def test_the_forms_follow_the_language(tab: ComplaintsTab) -> None:
    dialog = opened(tab, ComplaintKind.HOUSING)
    dialog.form.set_answers({"where": Answer("Абай 10")})
    languages.use("kk")
    languages.use("en")
    assert dialog.form.answers() == {"where": Answer("Абай 10")}


def test_a_draft_of_a_change_opens_that_complaint(screen: Screen, tab: ComplaintsTab, file: OpenFile) -> None:
    complaint_id = held(file)
    screen.case.read()
    tab._on_form_wanted(f"case:1:complaint:{complaint_id}")
    dialog = tab.findChildren(ComplaintDialog)[-1]
    assert dialog.form.answers()["role"] == Answer("employer")


def test_only_complaints_of_the_same_workers_make_it_worse(screen: Screen, tab: ComplaintsTab, file: OpenFile) -> None:
    held(file, undertaking="no")
    told = {"how": Answer(("guarded",))}
    complaints_log.log(file, 1, NewComplaint(ComplaintKind.MOVEMENT, (2,), answers=told))
    screen.case.read()
    tab.table.select_row(1)
    assert "it may be unlawful deprivation" not in " ".join(_texts(tab))
    complaints_log.log(file, 1, NewComplaint(ComplaintKind.MOVEMENT, (1,), answers=told))
    screen.case.read()
    assert "it may be unlawful deprivation" in " ".join(_texts(tab))


def test_by_keyboard_alone(qtbot: QtBot, screen: Screen, tab: ComplaintsTab, file: OpenFile) -> None:
    dialog = tab.choose_kind()
    assert isinstance(dialog, KindDialog)
    qtbot.keyClicks(dialog.text, "another complaint")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    form = tab.findChildren(ComplaintDialog)[-1]
    form.form.focus_first()
    focused = form.focusWidget()
    assert focused is form.form.field("since").entry
    qtbot.keyClicks(focused, "2026")
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
    title = form.focusWidget()
    assert title is form.form.field("title").entry
    qtbot.keyClicks(title, "No heating")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    (stored,) = complaints_log.listing(file, 1)
    assert stored.answers["title"] == Answer("No heating")


def test_every_choice_of_every_form_has_one_code_once() -> None:
    for form in FORMS.values():
        names = [spec.name for spec in form.fields]
        assert len(names) == len(set(names))
        assert not {"since", "note"} & set(names)
        for spec in form.fields:
            codes = [code for code, _name in spec.choices]
            assert len(codes) == len(set(codes))
            assert bool(codes) == (spec.kind in (FieldKind.CHOICE, FieldKind.CHOICES))


def test_a_sealed_case_says_why_answers_are_missing(screen: Screen, tab: ComplaintsTab, file: OpenFile) -> None:
    card = cases.card(file, 1)
    assert not tab.note.isVisibleTo(tab)
    tab.show_case(replace(card, sealed=True, is_revealed=False), {})
    assert "second key" in tab.note.label.text()
    assert tab.note.isVisibleTo(tab)


def test_tab_walks_workers_documents_answers_and_save(qtbot: QtBot, tab: ComplaintsTab) -> None:
    dialog = opened(tab, ComplaintKind.WITHHELD_DOCUMENTS)
    assert dialog.documents is not None
    dialog.workers.list.setFocus()
    walked: list[QWidget] = []
    while (widget := dialog.focusWidget()) is not None and widget not in walked:
        walked.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    places = [
        walked.index(widget)
        for widget in (
            dialog.workers.list,
            dialog.documents.grid.view,
            dialog.form.field("since").entry,
            dialog.form.field("holder").entry,
            dialog.form.field("note").entry,
            dialog.button,
        )
    ]
    assert places == sorted(places)
