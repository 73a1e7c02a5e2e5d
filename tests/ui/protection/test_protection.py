"""The Protection tab, the screening dialog, and what stands between a case and a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.db import models
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.log_actions import WARNINGS_TALKED_OVER
from desktop_app.domain.screening import Finding
from desktop_app.i18n import LANGUAGES, set_language
from desktop_app.services import access, cases, people, screening, warnings
from desktop_app.ui.cases.safety_dialog import SafetyDialog
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import blur, languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.people.screen import Screen as PeopleScreen
from desktop_app.ui.protection.law_dialog import LawDialog
from desktop_app.ui.protection.letter_check import WarningsDialog
from desktop_app.ui.protection.screening_dialog import ScreeningDialog
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.fit import cut_texts


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


def complain(file, kind: str) -> None:
    with file.db.write("log_complaint", file.staff.id, "case", 1) as session:
        session.add(
            models.Complaint(
                case_id=1,
                kind=kind,
                since=None,
                logged_on=date.fromisoformat(TODAY),
                logged_by=file.staff.id,
                settled_on=None,
                answers="{}",
                note="",
            )
        )


def without_permit(file) -> None:
    with file.db.write("record_papers", file.staff.id) as session:
        for person_id in (1, 2, 3):
            session.add(
                models.WorkRight(
                    person_id=person_id,
                    status="temporary",
                    purpose="work",
                    answers="{}",
                    unpaid_fine="yes",
                    fine_on=None,
                    fine_note="",
                )
            )


@pytest.fixture
def screen(qtbot, context, file):
    log_case(file)
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open_item(1)
    context.bus.data_changed.connect(made.refresh)
    return made


@pytest.fixture
def tab(screen):
    screen.case.tabs.setCurrentWidget(screen.case.protection)
    return screen.case.protection


def log_of(file) -> list[str]:
    with file.db.read() as session:
        return list(session.connection().exec_driver_sql("SELECT action FROM audit ORDER BY rowid").scalars())


def test_the_head_of_the_case_says_that_a_warning_stops_and_leads_to_it(qtbot, screen, file):
    page = screen.case
    assert page.stop.isHidden()
    warnings.set_living_at_site(file, 1, (1, 2), "yes")
    screen.refresh()
    assert page.stop.isVisible()
    assert page.stop.text() == "Talk first: 1 warning before a letter"
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    assert page.tabs.currentWidget() is page.protection
    warnings.set_living_at_site(file, 1, (1, 2), "no")
    screen.refresh()
    assert page.stop.isHidden()


def test_a_warning_says_whom_what_to_do_and_on_which_norm_it_rests(tab, screen, file):
    without_permit(file)
    screen.refresh()
    text = tab.warnings.texts()[0]
    assert text.startswith("Stop and talk first. Work without the permit it needs, after a fine: all workers")
    assert "517(5)" in text
    assert "517(7)" in text
    assert "What to do:" in text
    languages.use("ru")
    assert "статьи 517" in tab.warnings.texts()[0]


def test_a_warning_names_nobody_while_names_are_hidden(tab, screen, file):
    warnings.set_living_at_site(file, 1, (1,), "yes")
    blur.hide_names(True)
    try:
        screen.refresh()
        assert not any("Юсупов" in text for text in tab.warnings.texts())
    finally:
        blur.hide_names(False)


def test_a_letter_waits_until_the_warnings_were_talked_over(qtbot, screen, file):
    without_permit(file)
    screen.refresh()
    dialog = screen.case.letters.make()
    assert isinstance(dialog, LetterDialog)
    dialog.tabs.setCurrentWidget(dialog.review)
    assert dialog.check.isVisible()
    assert dialog.check.tick.isVisible()
    dialog.tabs.setCurrentIndex(0)
    assert "Work without the permit" in dialog.check.stop.label.text()
    dialog.make()
    assert not cases.card(file, 1).letters
    assert dialog.check.problem.isVisible()
    assert QApplication.focusWidget() is dialog.check.tick or not dialog.isActiveWindow()
    full = dialog.check.show_all()
    assert isinstance(full, WarningsDialog)
    assert "517(5)" in full.panel.texts()[0]
    full.accept()
    qtbot.keyClick(dialog.check.tick, Qt.Key.Key_Space)
    dialog.make()
    assert len(cases.card(file, 1).letters) == 1
    assert WARNINGS_TALKED_OVER in log_of(file)


def test_a_tick_is_never_kept_as_a_draft(screen, file):
    without_permit(file)
    screen.refresh()
    dialog = screen.case.letters.make()
    dialog.check.tick.setChecked(True)
    assert "tick" not in str(dialog.form.draft())
    dialog.done(0)
    again = screen.case.letters.make()
    assert not again.check.tick.isChecked()
    again.done(0)


def test_a_quiet_case_has_no_box_to_tick(screen, file):
    for worker in cases.card(file, 1).workers:
        people.save(file, worker.person_id, replace(worker.person, citizenship="KG"))
    warnings.set_living_at_site(file, 1, (1, 2, 3), "no")
    screen.refresh()
    dialog = screen.case.letters.make()
    assert dialog.check.isHidden()
    dialog.make()
    assert len(cases.card(file, 1).letters) == 1


def test_prompts_say_why_what_to_ask_and_what_not(tab, screen, file):
    complain(file, "debt_bondage")
    screen.refresh()
    text = tab.screening.prompts.text()
    assert "Debt bondage. A complaint of debt bondage." in text
    assert "Ask gently: “Do you owe anybody anything" in text
    assert "Do not say whether the debt must be paid." in text
    assert "Withholding of wages" in text
    assert tab.screening.urgent.isHidden()


def test_urgency_is_explained_with_the_numbers_to_call(tab, screen, file):
    complain(file, "violence")
    screen.refresh()
    text = tab.screening.urgent.label.text()
    assert text.startswith("Talk to the lawyer today.\nViolence:")
    assert "102" in text
    assert "11616" in text
    assert "111" in text
    assert "to be checked by the lawyer" in text
    assert "1409" not in text


def test_a_conversation_is_written_down_and_only_what_was_changed(tab, file):
    screening.record(file, 1, 1, (Finding(Indicator.OVERTIME, Found.YES, "по 14 часов"),))
    tab.show_case(cases.card(file, 1), {})
    dialog = tab.screening.talk()
    dialog.form.set_values(**{"debt_bondage.answer": "yes", "debt_bondage.note": "долг за дорогу"})
    assert [each.indicator for each in dialog.findings()] == [Indicator.DEBT]
    dialog.save()
    assert not dialog.isVisible()
    found = {each.indicator: each for each in screening.page(file, 1)[0].findings}
    assert found[Indicator.DEBT].note == "долг за дорогу"
    assert found[Indicator.OVERTIME].note == "по 14 часов"


def test_a_conversation_without_an_answer_is_not_written_down(tab, file):
    dialog = tab.screening.talk()
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.note.isVisible()
    assert screening.page(file, 1)[0].findings == ()
    dialog.reject()
    assert not dialog.isVisible()


def test_leaving_a_conversation_asks_first(qtbot, tab):
    dialog = tab.screening.talk()
    dialog.form.set_values(**{"isolation.answer": "yes"})
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    (question,) = [each for each in dialog.findChildren(Dialog) if each.isVisible()]
    question.accept()
    assert not dialog.isVisible()


def test_the_names_of_the_indicators_are_said_to_be_working_translations(tab):
    assert "working translations" not in tab.screening.advisory.text()
    languages.use("ru")
    assert len(tab.screening.advisory.text().splitlines()) == 3


def test_looking_is_logged_once_it_is_looked_at(screen, file):
    assert "view_screening" not in log_of(file)
    screen.case.tabs.setCurrentWidget(screen.case.protection)
    assert log_of(file).count("view_screening") == 1


def test_rights_stand_with_their_norms_and_marks(tab):
    dialog = tab.screening.show_law()
    assert isinstance(dialog, LawDialog)
    text = "\n".join(label.text() for label in dialog.findChildren(type(tab.screening.prompts)))
    for norm in ("60-1", "133(2)", "139(2)", "139(3)", "141(1)", "134(1)", "51(2)", "128", "126"):
        assert norm in text, norm
    assert "victim" not in text.lower()


def test_where_they_sleep_and_how_to_reach_them_is_asked_from_the_crew(screen, file):
    workers = screen.case.workers
    workers.table.select_row(1)
    dialog = workers.ask_safety()
    assert isinstance(dialog, SafetyDialog)
    dialog.form.set_values(lives_at_site="yes", phone_safe="no", safe_contact="через сестру")
    dialog.save()
    person = cases.card(file, 1).workers[1].person
    assert (person.phone_safe, person.safe_contact) == ("no", "через сестру")
    assert warnings.living_at_site(file, 1) == {1: "", 2: "yes", 3: ""}
    assert screen.case.stop.isVisible(), "the page was read again"
    assert workers.table.rows[1].worker.person.phone_safe == "no"
    dialog = workers.ask_safety()
    dialog.same.setChecked(True)
    dialog.save()
    assert set(warnings.living_at_site(file, 1).values()) == {"yes"}


def test_a_number_that_must_not_be_called_is_not_in_the_list(screen, file):

    worker = cases.card(file, 1).workers[0]
    people.save(file, worker.person_id, replace(worker.person, phone="+7 701 5", phone_safe="no"))
    screen.refresh()
    model = screen.case.workers.table.view.model()
    shown = [model.index(0, at).data() for at in range(model.columnCount())]
    assert "do not call" in shown
    assert not any("+7 701 5" in str(text) for text in shown)


def test_a_number_that_must_not_be_called_is_not_in_the_list_of_people_either(qtbot, context, file):
    log_case(file)
    person = people.card(file, 1).person
    people.save(file, 1, replace(person, phone="+7 701 5", phone_safe="no"))
    made = PeopleScreen(context)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    model = made.list.table.view.model()
    shown = [str(model.index(row, at).data()) for row in range(3) for at in range(model.columnCount())]
    assert "do not call" in shown
    assert not any("+7 701 5" in text for text in shown)
    made.open_item(1)
    hint = made.card.fields.field("phone")._hint.text()
    assert hint.startswith("Do not call or write to this number")


def test_another_case_shows_nothing_of_the_one_before(screen, tab, file, monkeypatch):
    warnings.set_living_at_site(file, 1, (1,), "yes")
    screen.refresh()
    assert screen.case.stop.isVisible()
    other = log_case(file, ("Назаров Фирдавс",))
    monkeypatch.setattr(tab._context.background, "run", _not_yet)
    tab.show_case(cases.card(file, other), {})
    assert tab.warnings.texts() == ()
    assert not tab.screening.crew.rows
    assert screen.case.stop.isHidden()


def _not_yet(*_arguments: object, **_more: object) -> None:
    """The worker is busy with something else."""


def test_who_may_not_see_the_case_is_told_nothing(qtbot, tab, file):
    access.set_restricted(file, 1, True)
    with file.db.write("assign_case", file.staff.id) as session:
        session.get_one(models.Case, 1).responsible_id = None
    before = tab.warnings.texts()
    tab.show_case(tab._card, {})
    assert tab.note.isVisible()
    assert tab.warnings.texts() == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_nothing_is_cut_off(screen, tab, file, language, size):
    without_permit(file)
    complain(file, "violence")
    screening.record(file, 1, 1, (Finding(Indicator.VIOLENCE, Found.NO, "сказал, что нет"),))
    set_language(language)
    languages.use(language)
    screen.resize(size[0] - 170, size[1] - 70)
    screen.refresh()
    QApplication.processEvents()
    QApplication.processEvents()
    assert cut_texts(tab) == []
    for dialog in (tab.screening.talk(), tab.screening.show_law(), screen.case.workers.ask_safety()):
        for _turn in range(5):
            QApplication.processEvents()
        assert cut_texts(dialog) == []
        dialog.done(0)


def test_the_dialog_of_a_conversation_is_the_one_that_keeps_a_draft(tab):
    dialog = tab.screening.talk()
    assert isinstance(dialog, ScreeningDialog)
    assert "debt_bondage.note" in dialog.form.draft()
    dialog.reject()


def test_the_keyboard_reaches_the_screening_and_its_dialog(qtbot, screen):
    page = screen.case
    qtbot.keyClick(screen, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert page.tabs.currentWidget() is page.protection
    reached = set()
    for _step in range(12):
        focused = QApplication.focusWidget()
        assert page.isAncestorOf(focused) or focused is page
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    panel = page.protection.screening
    assert {panel.crew.view, panel.talk_button, panel.consents_button, panel.law_button} <= reached
    panel.crew.view.setFocus()
    qtbot.keyClick(panel.crew.view, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(ScreeningDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_another_case_is_read_from_what_warns(qtbot, screen, tab, file):
    without_permit(file)
    complain(file, "violence")
    screen.resize(900, 500)
    screen.refresh()
    bar = tab.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    screen.refresh()
    assert bar.value() > 0
    other = log_case(file, ("Назаров Фирдавс",))
    tab.show_case(cases.card(file, other), {})
    assert bar.value() == 0
