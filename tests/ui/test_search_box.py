from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import NewCase, NewWorker
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.services import cases
from desktop_app.ui.context import Context
from desktop_app.ui.search_box import SearchBox
from tests.ui.keyboard import type_text


@pytest.fixture
def box(qtbot: QtBot, context: Context) -> Iterator[SearchBox]:
    people = tuple(
        NewWorker(Person(name, PartialDate(1987), citizenship="UZ"))
        for name in ("Юсупов <b>Равшан</b>", "Юсупова Лола")
    )
    cases.open_case(context.file, NewCase(Employer("ТОО Юсуп Құрылыс", EmployerKind.COMPANY), people))
    window = QWidget()
    qtbot.addWidget(window)
    made = SearchBox(context, window)
    QVBoxLayout(window).addWidget(made)
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    window.hide()


def _search(qtbot: QtBot, box: SearchBox, text: str) -> None:
    type_text(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def _lines(box: SearchBox) -> list[str]:
    return [box.popup.list.item(at).text() for at in range(box.popup.list.count())]


def test_people_employers_and_cases_appear(qtbot: QtBot, box: SearchBox) -> None:
    type_text(box, "юсуп")
    qtbot.waitUntil(box.popup.isVisible)
    lines = _lines(box)
    assert "Юсупов <b>Равшан</b> · 1987 · Uzbekistan" in lines
    assert "ТОО Юсуп Құрылыс" in lines
    assert any(" · ТОО Юсуп Құрылыс" in line for line in lines)


def test_arrows_choose_and_enter_opens(qtbot: QtBot, box: SearchBox, context: Context) -> None:
    _search(qtbot, box, "юсуп")
    assert box.popup.isVisible()
    lines = _lines(box)
    place = next(at for at, line in enumerate(lines) if line.startswith("ТОО"))
    for _press in range(place):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(context.bus.open_requested) as opened:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0] == "employer"
    assert not box.popup.isVisible()
    assert box.text() == ""


def test_up_from_the_first_goes_to_the_last(qtbot: QtBot, box: SearchBox) -> None:
    _search(qtbot, box, "юсуп")
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.popup.list.currentRow() == box.popup.list.count() - 1


def test_esc_closes_first_and_clears_then(qtbot: QtBot, box: SearchBox) -> None:
    _search(qtbot, box, "юсуп")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.popup.isVisible()
    assert box.text() == "юсуп"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_nothing_found_says_what_to_try(qtbot: QtBot, box: SearchBox) -> None:
    _search(qtbot, box, "цщцщцщ")
    assert box.popup.isVisible()
    assert box.popup.nothing.isVisible()


@pytest.mark.parametrize("text", ["", "ю", "  ", "ю "])
def test_too_little_text_asks_for_nothing(qtbot: QtBot, box: SearchBox, text: str) -> None:
    _search(qtbot, box, text)
    assert not box.popup.isVisible()


@pytest.mark.parametrize("hostile", ["'; drop table person; --", '"*"', "%_", "юсуп*", "NEAR(", "<b>", "😀😀"])
def test_hostile_text_is_only_text(qtbot: QtBot, box: SearchBox, hostile: str) -> None:
    box.setText(hostile)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.popup.isVisible()
