"""The tab Steps of a case as a whole."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services import cases
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.steps_tab import StepsTab
from desktop_app.ui.context import Context
from tests.ui.cases.crew import TODAY, log_case


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)


def test_another_case_is_read_from_its_dates_on(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    first, other = log_case(file), log_case(file, ("Назаров Фирдавс",))
    tab = StepsTab(context)
    qtbot.addWidget(tab)
    tab.resize(800, 400)
    tab.show()
    tab.show_case(cases.card(file, first), {})
    bar = tab.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    tab.show_case(cases.card(file, first), {})
    assert bar.value() > 0
    tab.show_case(cases.card(file, other), {})
    assert bar.value() == 0
