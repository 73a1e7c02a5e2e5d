from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.people import Person, Sex
from desktop_app.services import people
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import dialogs, languages, record_list
from desktop_app.ui.context import Context
from desktop_app.ui.people.screen import PersonPage, Screen
from tests.services.situations import CLOCK, KARIMOVA, YUSUPOV, opened

HOSTILE = '=<b>Ә</b> "O‘g‘li" 👷 \u202eabc'


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


def _screen(qtbot: QtBot, context: Context) -> Screen:
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.refresh()
    return screen


def _card(screen: Screen) -> PersonPage:
    assert isinstance(screen.card, PersonPage)
    return screen.card


def _person_id(file: OpenFile, name: str) -> int:
    return people.page(file, name, None, 1)[0].id


def _texts(screen: Screen, row: int) -> list[str]:
    model = screen.list.table.view.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_an_empty_list_says_how_people_come_into_the_file(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    assert screen.list.hint.isVisible()
    assert "first case" in screen.list.hint.label.text()


def test_a_row_shows_what_is_known(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    assert _texts(screen, 1) == ["Юсупов Алишер", "1987", "Male", "Uzbekistan", "+7 701 123 45 67", "1"]


def test_a_search_narrows_the_list_and_says_when_nothing_is_found(
    qtbot: QtBot, context: Context, file: OpenFile
) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    screen.list.text.setText("Yusupov")
    qtbot.waitUntil(lambda: [row.full_name for row in screen.list.table.rows] == [YUSUPOV.full_name])
    screen.list.text.setText("zzzzzz")
    qtbot.waitUntil(lambda: not screen.list.table.rows)
    assert screen.list.hint.label.text() == "Nothing found. Try fewer words or another spelling."


def test_the_list_reads_on_near_its_end(
    qtbot: QtBot, context: Context, file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(file, *(NewWorker(Person(f"Юсупов {letter}")) for letter in "АБВГДЕЖ"))
    monkeypatch.setattr(record_list, "ROWS", 3)
    screen = _screen(qtbot, context)
    assert len(screen.list.table.rows) == 3
    for shown in (6, 7, 7):
        screen.list.table.end_neared.emit()
        assert len(screen.list.table.rows) == shown
    assert [row.full_name[-1] for row in screen.list.table.rows] == list("АБВГДЕЖ")


def test_enter_opens_the_card_and_escape_leads_back(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    screen.list.table.select_row(0)
    QTest.keyClick(screen.list.table.view, Qt.Key.Key_Return)
    card = _card(screen)
    assert card.isVisible()
    assert card.title.text() == KARIMOVA.full_name
    assert card.fields.person() == KARIMOVA
    assert [line[1] for line in card.cases.rows] == ["2026-0001"]
    card.back_button.click()
    assert screen.list.isVisible()


def test_a_case_of_the_person_opens_from_the_card(qtbot: QtBot, context: Context, file: OpenFile, bus: Bus) -> None:
    case = opened(file)
    screen = _screen(qtbot, context)
    screen.open_item(_person_id(file, "Юсупов"))
    card = _card(screen)
    with qtbot.waitSignal(bus.open_requested) as asked:
        card.cases.select_row(0)
        QTest.keyClick(card.cases.view, Qt.Key.Key_Return)
    assert asked.args == ["case", case.id]


def test_corrections_are_saved(qtbot: QtBot, context: Context, file: OpenFile, bus: Bus) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    person_id = _person_id(file, "Юсупов")
    screen.open_item(person_id)
    card = _card(screen)
    assert not card.save_button.isEnabled()
    card.fields.set_values(full_name="Юсупов Алишер Каримович", birth=PartialDate(1987, 5), language="uz")
    assert screen.unsaved()
    with qtbot.waitSignals([bus.data_changed, bus.said]):
        card.save_button.click()
    assert not screen.unsaved()
    saved = people.card(file, person_id).person
    assert saved == Person(
        "Юсупов Алишер Каримович", PartialDate(1987, 5), Sex.MALE, "UZ", "+7 701 123 45 67", "", "uz"
    )


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("full_name", "   ", "name"),
        ("birth", "31.02.1987", "no such date"),
        ("birth", "2087", "future"),
        ("iin", "870520300119", "digit"),
        ("phone", "7" * 101, "100"),
    ],
)
def test_a_problem_stands_beside_its_field_and_nothing_typed_is_lost(
    qtbot: QtBot, context: Context, file: OpenFile, field: str, typed: str, problem: str
) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    person_id = _person_id(file, "Юсупов")
    screen.open_item(person_id)
    card = _card(screen)
    entry: Any = card.fields.field(field).entry
    entry.setText(typed)
    card.save()
    assert problem in card.fields.field(field).problem
    assert entry.text() == typed
    assert people.card(file, person_id).person == YUSUPOV


def test_what_is_typed_outlives_a_refresh_and_a_change_of_language(
    qtbot: QtBot, context: Context, file: OpenFile
) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    screen.open_item(_person_id(file, "Юсупов"))
    card = _card(screen)
    entry: Any = card.fields.field("phone").entry
    entry.setText("+7 7")
    screen.refresh()
    languages.use("kk")
    assert entry.text() == "+7 7"
    assert card.fields.value("sex") == "male"
    card.undo_button.click()
    assert entry.text() == YUSUPOV.phone
    languages.use("en")


def test_another_card_opens_over_unsaved_words_only_after_a_question(
    qtbot: QtBot, context: Context, file: OpenFile
) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    first, second = _person_id(file, "Юсупов"), _person_id(file, "Каримова")
    screen.open_item(first)
    card = _card(screen)
    entry: Any = card.fields.field("phone").entry
    entry.setText("1")
    screen.open_item(second)
    assert card.item_id == first
    asked = screen.findChild(dialogs.Dialog)
    assert asked is not None
    asked.reject()
    assert entry.text() == "1"
    screen._on_left()
    assert card.item_id == second
    assert not screen.unsaved()


def test_words_typed_while_saving_stay_unsaved(qtbot: QtBot, file: OpenFile, bus: Bus) -> None:
    opened(file)
    later = _LaterBackground(bus)
    screen = _screen(qtbot, Context(file, later, bus))
    later.let_go()
    screen.open_item(_person_id(file, "Юсупов"))
    later.let_go()
    card = _card(screen)
    entry: Any = card.fields.field("phone").entry
    entry.setText("1")
    card.save()
    entry.setText("12")
    later.let_go()
    assert entry.text() == "12"
    assert screen.unsaved()


def test_a_card_behind_the_list_is_not_read_again(
    qtbot: QtBot, context: Context, file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    screen.open_item(_person_id(file, "Юсупов"))
    screen.open_item(0)
    looked: list[int] = []
    monkeypatch.setattr(people, "card", _noting(looked, people.card))
    screen.refresh()
    assert looked == []
    screen.open_item(_person_id(file, "Юсупов"))
    assert len(looked) == 1


def test_names_are_plain_text_and_long_ones_leave_the_window_as_it_is(
    qtbot: QtBot, context: Context, file: OpenFile
) -> None:
    opened(file, NewWorker(Person(HOSTILE)), NewWorker(Person("Ыб" * 100)))
    screen = _screen(qtbot, context)
    narrow = screen.minimumSizeHint().width()
    screen.open_item(_person_id(file, "Ыб" * 100))
    assert screen.minimumSizeHint().width() <= narrow
    assert _card(screen).title.text().replace("\u200b", "") == "Ыб" * 50 + "…"
    screen.open_item(_person_id(file, "Ә"))
    assert _card(screen).title.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Ә</b>" in _card(screen).title.text()


def test_an_iin_is_checked_on_leaving_the_field(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    screen.open_item(_person_id(file, "Юсупов"))
    fields = _card(screen).fields
    fields.number.setText("87052030011")
    fields.number.editingFinished.emit()
    assert fields.field("iin").problem
    fields.number.setText("")
    fields.number.editingFinished.emit()
    assert not fields.field("iin").problem


def _noting(looked: list[int], call: Callable[..., Any]) -> Callable[..., Any]:
    def card(file: OpenFile, person_id: int) -> Any:
        looked.append(person_id)
        return call(file, person_id)

    return card


class _LaterBackground(InlineBackground):
    """Makes the calls when it is told to."""

    def __init__(self, bus: Bus) -> None:
        super().__init__(bus)
        self._waiting: list[Any] = []

    def _send(self, task: Any) -> None:
        self._waiting.append(task)

    def let_go(self) -> None:
        while self._waiting:
            super()._send(self._waiting.pop(0))
