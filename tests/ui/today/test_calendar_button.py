"""One's own dates leave by a button that says first what leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.services import clocks
from desktop_app.services.files import OpenFile
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.today.screen import Screen
from tests.ui.cases.crew import TODAY, log_case


def test_the_dates_are_written_after_it_was_said_what_leaves(
    qtbot: QtBot, context: Context, file: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    log_case(file, wages=False)
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.calendar.click()
    (question,) = screen.calendar.findChildren(Dialog)
    assert "no names" in question.findChildren(type(question.title))[1].text()
    question.reject()
    path = tmp_path / "dates.ics"
    with qtbot.waitSignal(context.bus.said) as said:
        screen.calendar.export(path)
    assert said.args[0].params == {"count": 1}
    assert b"2026-0001" in path.read_bytes()


def test_dates_of_cases_stand_on_the_start_page(
    qtbot: QtBot, context: Context, file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    from datetime import date

    case_id = log_case(file)
    clocks.add(file, case_id, NewDeadline(DeadlineKind.ANSWER, date(2026, 11, 23), "inspection.answer"))
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.refresh()
    model = screen.due.view.model()
    assert model.data(model.index(0, 1)) == "Claim for wages · outer day 10.04.2028"
    assert screen._mark(screen.due.rows[0]) == ("triangle-alert", "warn")
    model = screen.upcoming.view.model()
    assert [model.data(model.index(row, 1)) for row in (0, 1)] == ["Answer of the labour inspection", "Next step"]
