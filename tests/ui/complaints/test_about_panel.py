"""One complaint beside the list of a case."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Answer
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.services import cases, complaints_log
from desktop_app.services.files import OpenFile
from desktop_app.ui.complaints.about_panel import AboutComplaint
from tests.ui.cases.crew import TODAY, log_case


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)


def test_another_complaint_is_read_from_its_first_finding_on(qtbot: QtBot, file: OpenFile) -> None:
    case_id = log_case(file, wages=False)
    for answers in ({"title": Answer("Первая")}, {"title": Answer("Вторая")}):
        complaints_log.log(file, case_id, NewComplaint(ComplaintKind.OTHER, answers=answers))
    card = cases.card(file, case_id)
    first, other = complaints_log.listing(file, case_id)
    panel = AboutComplaint()
    qtbot.addWidget(panel)
    panel.resize(300, 300)
    panel.show()
    panel.show_complaint(first, card, frozenset(), {})
    bar = panel.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    panel.show_complaint(first, card, frozenset(), {})
    assert bar.value() > 0
    panel.show_complaint(other, card, frozenset(), {})
    assert bar.value() == 0
