from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.ui.common import languages
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.fields import DateField, TextField
from desktop_app.ui.common.forms import Form
from tests.ui.fit import cut_texts


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.add("login", "User name", TextField(made))
    made.add("name.kk", "Name in Kazakh", TextField(made))
    made.add("name.ru", "Name in Russian", TextField(made))
    made.add("on", "dd.mm.yyyy", DateField(made))
    return made


def test_problems_stand_beside_their_fields_and_the_rest_above(form: Form) -> None:
    assert form.show_problems(
        [
            Problem("login", Message("Type your user name.")),
            Problem("name", Message("Type the name.")),
            Problem("crew", Message("Add at least one worker.")),
        ]
    )
    assert form.field("login").problem == "Type your user name."
    assert form.field("name.kk").problem == "Type the name."
    assert form.field("name.ru").problem == ""
    assert form.note.label.text() == "Add at least one worker."
    assert form.note.isVisibleTo(form)


def test_problems_follow_the_language(form: Form) -> None:
    form.show_problems([Problem("login", Message("Type your user name."))])
    languages.use("ru")
    assert form.field("login").problem != "Type your user name."
    assert form.field("login").problem


def test_typing_takes_the_problem_away_and_keeps_the_others(form: Form) -> None:
    form.show_problems([Problem("login", Message("a")), Problem("name.ru", Message("b"))])
    form.set_values(login="aigul")
    assert form.field("login").problem == ""
    assert form.field("name.ru").problem == "b"


def test_no_problem_at_all_leaves_nothing_on_screen(form: Form) -> None:
    form.show_problems([Problem("login", Message("a")), Problem("", Message("b"))])
    assert not form.show_problems([])
    assert form.field("login").problem == ""
    assert not form.note.isVisibleTo(form)


def test_every_field_that_cannot_be_read_is_named_at_once(form: Form) -> None:
    form.set_values(login="aigul")
    entry = form.field("on").entry
    assert isinstance(entry, DateField)
    entry.setText("31.02.2026")
    with pytest.raises(InvalidInput) as caught:
        form.values()
    assert [problem.field for problem in caught.value.problems] == ["on"]
    entry.setText("1.2.2026")
    assert form.values() == {"login": "aigul", "name.kk": "", "name.ru": "", "on": date(2026, 2, 1)}


def test_an_error_without_fields_is_shown_above(form: Form) -> None:
    form.show_error(AppError("The disk is full: %(path)s", path="<b>x</b>"))
    assert form.note.label.text() == "The disk is full: <b>x</b>"


def test_a_refused_paste_is_told_beside_the_field(form: Form) -> None:
    form.field("login").entry.refused.emit(Message("Too long."))
    assert form.field("login").problem == "Too long."


def test_labels_name_their_fields_for_screen_readers(form: Form) -> None:
    entry = form.field("login").entry
    assert isinstance(entry, TextField)
    assert entry.accessibleName() == "User name"
    languages.use("ru")
    assert entry.accessibleName() == form.field("login").title.text() != "User name"


def test_a_hint_of_the_moment_gives_way_to_the_hint_of_the_field(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = form.add("password", "Password", TextField(form), hint="At least 12 characters.")
    hint = field._hint
    field.set_hint(Message("Caps Lock is on."))
    assert hint.text() == "Caps Lock is on."
    field.set_hint(None)
    assert hint.text() == "At least 12 characters."
    assert hint.isVisibleTo(form)


def test_a_name_on_a_link_is_shown_whole_when_it_has_the_room(qtbot):
    link = LinkButton("Employer", icon="building-2")
    qtbot.addWidget(link)
    for name in ("«Самал Құрылыс Сервис» ЖШС", "ИП Тілеубаев & Ко", "Әлия"):
        link.show_text(name)
        link.resize(link.sizeHint())
        link.show()
        assert link.text().replace("&&", "&") == name


def test_a_long_problem_in_a_narrow_column_is_read_whole(qtbot: QtBot) -> None:
    # A form takes no more height than its hint, and the hint of a wrapped text is of a wider line than it gets.
    languages.use("ru")
    window = QWidget()
    qtbot.addWidget(window)
    form = Form(window)
    form.add("on", "Day of the letter", TextField(form))
    form.add("pay_by", "Day demanded for payment", TextField(form))
    column = QVBoxLayout(window)
    column.addWidget(form)
    column.addStretch()
    window.resize(340, 600)
    window.show()
    qtbot.waitExposed(window)
    told = Message("This is not a date. Type the day, month and year, for example 21.11.2026.")
    form.show_problems([Problem(name, told) for name in ("on", "pay_by")])
    qtbot.waitUntil(lambda: not cut_texts(form))
    window.resize(280, 600)
    qtbot.waitUntil(lambda: not cut_texts(form))
