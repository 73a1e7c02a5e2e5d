"""The contract check by keyboard and mouse: findings as one types, several contracts, the memo, the draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.i18n import LANGUAGES, set_language
from desktop_app.services import contracts, letters
from desktop_app.ui.common.drafts import Drafted
from desktop_app.ui.context import Context
from desktop_app.ui.contracts.check_dialog import CheckDialog
from tests.letters.contracts import LONG, SITUATION_5
from tests.services.situations import CLOCK, opened
from tests.ui.fit import cut_texts


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", CLOCK)


@pytest.fixture
def card(context: Context) -> CaseCard:
    return opened(context.file)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def shown(context: Context, card: CaseCard, window: QWidget) -> CheckDialog:
    dialog = CheckDialog(context, card, window)
    dialog.open()
    return dialog


def said(dialog: CheckDialog) -> str:
    return "\n".join(line.text.text() for line in dialog.found.lines)


def test_findings_come_and_go_as_answers_change(
    context: Context, card: CaseCard, window: QWidget, qtbot: QtBot
) -> None:
    dialog = shown(context, card, window)
    field = next(form for _h, form in dialog.parts._forms if "pay_day" in {s.name for s in form.specs}).field("pay_day")
    assert isinstance(field.entry, QWidget)
    qtbot.keyClicks(field.entry, "15")
    qtbot.waitUntil(lambda: "day 15" in said(dialog))
    qtbot.keyClick(field.entry, Qt.Key.Key_Backspace)
    qtbot.keyClick(field.entry, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: said(dialog) == "")
    assert "nothing is against the law" in dialog.found.summary.text()


def test_what_is_half_typed_stops_no_other_finding(context: Context, card: CaseCard, window: QWidget) -> None:
    dialog = shown(context, card, window)
    dialog.parts.take_draft({"pay": "sixty", "pledge": "yes"})
    dialog.count()
    assert "pledge" in said(dialog)


def test_a_finding_names_its_norm_and_marks_what_is_not_checked(
    context: Context, card: CaseCard, window: QWidget
) -> None:
    dialog = shown(context, card, window)
    dialog.parts.set_answers({"probation": Answer("6"), "pay_day": Answer("15")})
    dialog.count()
    hints = [line.hint.text() for line in dialog.found.lines]
    assert hints[0].startswith("Norm: article 113(1) of the Labour Code of the Republic of Kazakhstan.")
    assert "article 36 of the Labour Code of the Republic of Kazakhstan*" in hints[1]
    assert "To be checked" in dialog.found.marked.text()


def test_a_line_that_stays_is_not_made_anew_and_keeps_its_place(
    context: Context, card: CaseCard, window: QWidget
) -> None:
    dialog = shown(context, card, window)
    dialog.parts.set_answers({"pay_day": Answer("15"), "pledge": Answer("yes")})
    dialog.count()
    first, last = dialog.found.lines
    dialog.parts.set_answers({"pay_day": Answer("15"), "probation": Answer("6"), "pledge": Answer("yes")})
    dialog.count()
    assert (dialog.found.lines[0], dialog.found.lines[2]) == (first, last)
    places = [dialog.found._column.indexOf(line) for line in dialog.found.lines]
    assert places == sorted(places)
    assert "probation" in dialog.found.lines[1].text.text()


def test_the_case_answers_what_it_knows(context: Context, card: CaseCard, window: QWidget) -> None:
    dialog = shown(context, card, window)
    assert dialog.parts.answers() == {"employer": Answer("company")}


def test_questions_appear_when_they_make_sense(context: Context, card: CaseCard, window: QWidget) -> None:
    dialog = shown(context, card, window)
    form = next(form for _h, form in dialog.parts._forms if "undertaking" in {s.name for s in form.specs})
    assert not form.field("undertaking").isVisibleTo(dialog)
    form.set_values(originals="yes")
    assert form.field("undertaking").isVisibleTo(dialog)
    form.set_values(undertaking="no", originals="no")
    assert "undertaking" not in dialog.parts.answers()


def test_one_key_says_that_all_requisites_are_named(
    context: Context, card: CaseCard, window: QWidget, qtbot: QtBot
) -> None:
    dialog = shown(context, card, window)
    dialog.parts.set_answers({"names_13": Answer("no"), "hazardous": Answer("yes")})
    dialog.parts.all_named.setFocus()
    qtbot.keyClick(dialog.parts.all_named, Qt.Key.Key_Return)
    answers = dialog.parts.answers()
    assert [answers[f"names_{place}"].text for place in range(1, 14)] == ["yes"] * 12 + ["no"]
    dialog.parts.set_answers({"form": Answer("oral")})
    assert not dialog.parts.all_named.isVisibleTo(dialog)


def test_saving_keeps_the_check_and_closes(context: Context, card: CaseCard, window: QWidget, qtbot: QtBot) -> None:
    dialog = shown(context, card, window)
    dialog.parts.set_answers(SITUATION_5)
    dialog.about.set_values(worker_id=str(card.workers[1].id))
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (check,) = contracts.listing(context.file, card.id)
    assert (check.worker_id, dict(check.answers)) == (card.workers[1].id, dict(SITUATION_5))


def test_one_key_makes_the_memo_and_shows_it(context: Context, card: CaseCard, window: QWidget, qtbot: QtBot) -> None:
    dialog = shown(context, card, window)
    dialog.parts.set_answers(SITUATION_5)
    dialog.about.set_values(language="kk+ru")
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(context.bus.open_requested) as asked:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kind, letter_id = asked.args or ("", 0)
    row = letters.row(context.file, letter_id)
    assert (kind, row.kind, row.language) == ("letter", "contract_memo", "kk+ru")
    assert len(contracts.listing(context.file, card.id)) == 1


def test_a_memo_that_cannot_be_made_keeps_one_check(
    context: Context, card: CaseCard, window: QWidget, qtbot: QtBot
) -> None:
    dialog = shown(context, card, window)
    dialog.parts.set_answers(SITUATION_5)
    dialog.note.set_values(note="中")
    dialog.make_memo()
    assert dialog.about.note.isVisibleTo(dialog)
    dialog.note.set_values(note="")
    with qtbot.waitSignal(context.bus.open_requested):
        dialog.make_memo()
    assert len(contracts.listing(context.file, card.id)) == 1


def test_what_makes_no_sense_is_told_beside_its_question(context: Context, card: CaseCard, window: QWidget) -> None:
    dialog = shown(context, card, window)
    dialog.parts.take_draft({"pay": "sixty", "starts_on": "soon"})
    dialog.save()
    problems = [form.field(spec.name).problem for _h, form in dialog.parts._forms for spec in form.specs]
    assert len([problem for problem in problems if problem]) == 2
    assert contracts.listing(context.file, card.id) == ()


def test_nothing_answered_is_told_above(context: Context, card: CaseCard, window: QWidget) -> None:
    dialog = shown(context, card, window)
    dialog.parts.set_answers({})
    dialog.save()
    assert "at least one question" in dialog.about.note.label.text()


def test_an_older_check_is_opened_changed_and_removed(
    context: Context, card: CaseCard, window: QWidget, qtbot: QtBot
) -> None:
    worker = card.workers[0].id
    older = contracts.record(context.file, NewContractCheck(card.id, worker, SITUATION_5, "бар")).id
    dialog = shown(context, card, window)
    dialog.about.set_values(check=str(older))
    assert dialog.parts.answers() == SITUATION_5
    assert dialog.about.value("worker_id") == str(worker)
    dialog.parts.set_answers({"pledge": Answer("yes")})
    dialog.save()
    (check,) = contracts.listing(context.file, card.id)
    assert (check.id, dict(check.answers), check.note) == (older, {"pledge": Answer("yes")}, "бар")
    again = shown(context, card, window)
    again.about.set_values(check=str(older))
    again._remove()
    assert contracts.listing(context.file, card.id) == ()
    assert again.about.value("check") == "new"
    again.reject()


def test_typing_is_kept_as_a_draft_and_comes_back(context: Context, card: CaseCard, window: QWidget) -> None:
    drafts: list[Drafted] = []
    context.bus.form_shown.connect(drafts.append)
    dialog = shown(context, card, window)
    assert drafts[0].name == f"case:{card.id}:contract"
    assert drafts[0].content() is None
    dialog.parts.set_answers(SITUATION_5)
    dialog.note.set_values(note="жазба")
    content = drafts[0].content()
    assert content is not None
    dialog.reject()
    again = shown(context, card, window)
    drafts[-1].restore(content)
    assert again.parts.answers() == SITUATION_5
    assert again.note.value("note") == "жазба"
    again.reject()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)], ids=["wide", "narrow"])
def test_every_word_can_be_read(
    context: Context, card: CaseCard, window: QWidget, lang: str, size: tuple[int, int]
) -> None:
    set_language(lang)
    window.resize(*size)
    dialog = shown(context, card, window)
    dialog.parts.set_answers(LONG)
    dialog.count()
    QApplication.processEvents()
    assert cut_texts(dialog) == []
    assert dialog.width() <= size[0]
    dialog.reject()
