"""A form built from a table of questions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Answer, FieldKind, FieldSpec
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.ui.common.answer_form import AnswerForm, WordedEntry

SPECS = (
    FieldSpec("what", "What happened", FieldKind.NOTE, asks_word=True),
    FieldSpec("when", "When", FieldKind.PARTIAL_DATE, asks_word=True),
    FieldSpec("who", "Who", FieldKind.TEXT),
    FieldSpec("day", "Day", FieldKind.DAY),
    FieldSpec("sum", "Sum", FieldKind.AMOUNT),
    FieldSpec("hours", "Hours", FieldKind.NUMBER),
    FieldSpec("told", "Police told", FieldKind.YES_NO_UNKNOWN),
    FieldSpec("place", "Where", FieldKind.CHOICE, (("site", "At the site"), ("home", "At home"))),
    FieldSpec("means", "How", FieldKind.CHOICES, (("hit", "Hit"), ("shouted", "Shouted"))),
    FieldSpec("country", "Country", FieldKind.COUNTRY),
    FieldSpec("region", "Region", FieldKind.REGION),
)
ANSWERS = {
    "what": Answer("He was hit", "says"),
    "when": Answer("2026-05", "paper"),
    "who": Answer("The foreman"),
    "day": Answer("2026-05-20"),
    "sum": Answer("5000.5"),
    "hours": Answer("12"),
    "told": Answer("no"),
    "place": Answer("home"),
    "means": Answer(("hit",)),
    "country": Answer("UZ"),
    "region": Answer("KZ-75"),
}


@pytest.fixture
def form(qtbot: QtBot) -> AnswerForm:
    made = AnswerForm(SPECS)
    qtbot.addWidget(made)
    return made


def test_answers_come_back_as_they_were_shown(form: AnswerForm) -> None:
    form.set_answers(ANSWERS)
    assert form.answers() == ANSWERS
    form.set_answers({})
    assert form.answers() == {}


def test_a_draft_keeps_every_field_word_and_choice(form: AnswerForm, qtbot: QtBot) -> None:
    form.set_answers(ANSWERS)
    form.field("when").entry.set_value(None)
    other = AnswerForm(SPECS)
    qtbot.addWidget(other)
    other.take_draft(form.draft())
    assert other.answers() == form.answers()
    other.take_draft("nonsense")
    assert other.answers() == form.answers()


def test_what_cannot_be_read_is_told_and_kept(form: AnswerForm) -> None:
    entry = form.field("when").entry
    assert isinstance(entry, WordedEntry)
    assert isinstance(entry.entry, QLineEdit)
    entry.entry.setText("some day")
    with pytest.raises(InvalidInput) as caught:
        form.answers()
    form.show_problems(caught.value.problems)
    assert form.field("when").problem
    assert entry.entry.property("wrong") is True
    assert entry.entry.text() == "some day"


def test_a_problem_is_shown_beside_its_field(form: AnswerForm) -> None:
    assert form.show_problems((Problem("means", Message("Choose from the list.")),))
    assert form.field("means").problem == "Choose from the list."


def test_tab_walks_field_word_field(form: AnswerForm, qtbot: QtBot) -> None:
    with qtbot.waitExposed(form):
        form.show()
    form.focus_first()
    walked = []
    for _step in range(5):
        focused = form.focusWidget()
        assert focused is not None
        walked.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    what, when = form.field("what").entry, form.field("when").entry
    assert isinstance(what, WordedEntry)
    assert isinstance(when, WordedEntry)
    assert walked == [what.entry, what.word, when.entry, when.word, form.field("who").entry]


def test_names_for_screen_readers(form: AnswerForm) -> None:
    entry = form.field("when").entry
    assert isinstance(entry, WordedEntry)
    assert isinstance(entry.entry, QLineEdit)
    assert entry.entry.accessibleName() == "When"
    assert entry.word.accessibleName() == "On whose word?"
