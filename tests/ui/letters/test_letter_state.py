"""Whom a letter speaks for, as the lists of letters say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.letters import LetterLanguage, LetterRequest, LetterRow
from desktop_app.services import cases, letters
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.screen import Screen as CaseScreen
from desktop_app.ui.common import blur
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_state
from desktop_app.ui.letters.screen import Screen
from tests.ui.cases.crew import NAMES
from tests.ui.letters.posted import ON, claim

ROW = LetterRow(1, "2026/1", "employer_claim", LetterLanguage.RU, ON, 1, "2026-0001", "ТОО", 3)
ALL = f"{NAMES[0]} and {len(NAMES) - 1} more"


@pytest.fixture
def names_shown_after() -> Iterator[None]:
    yield
    blur.hide_names(False)


@pytest.mark.parametrize(
    ("spoken_for", "first", "said"),
    [
        pytest.param(0, "", "", id="nobody"),
        pytest.param(1, "Юсупов Р.", "Юсупов Р.", id="one"),
        pytest.param(3, "Юсупов Р.", "Юсупов Р. and 2 more", id="several"),
        pytest.param(2, "", "2 of 3 workers", id="nobody-knows-which"),
    ],
)
def test_whom_a_letter_speaks_for(spoken_for: int, first: str, said: str) -> None:
    row = replace(ROW, workers=spoken_for, crew=3, first_worker=first)
    assert letter_state.workers(row) == said


def test_both_lists_name_the_workers_and_hide_them_with_the_names(
    qtbot: QtBot, context: Context, file: OpenFile, names_shown_after: None
) -> None:
    claim(file)
    part = tuple(worker.id for worker in cases.card(file, 1).workers[1:2])
    letters.create(
        file,
        LetterRequest(
            1, "employer_claim", LetterLanguage.RU, ON, date(2026, 12, 1), file.staff.id, part, talked_over=True
        ),
    )
    of_file, of_case = Screen(context), CaseScreen(context)
    for screen in (of_file, of_case):
        qtbot.addWidget(screen)
    of_file.refresh()
    of_case.open_item(1)
    told = {}
    for hidden in (False, True):
        blur.hide_names(hidden)
        for table, column in ((of_file.list.table, 4), (of_case.case.letters.table, 2)):
            model = table.view.model()
            told[table, hidden] = [model.data(model.index(at, column)) for at in range(model.rowCount())]
    assert set(map(tuple, (said for (_, hidden), said in told.items() if not hidden))) == {(NAMES[1], ALL)}
    assert set(map(tuple, (said for (_, hidden), said in told.items() if hidden))) == {(blur.COVER, blur.COVER)}
