"""A crew of three with the wages of one unpaid month, on its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseCard, NewWageComplaint
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.services import cases, complaints
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.context import Context
from tests.ui.cases.crew import TODAY, log_case

FEBRUARY = date(2026, 2, 1)
# 160,000 for the 160 hours of February 2026: an hour is 1,000 tenge.
WAGES = WorkerWages(WageTerms(PayBasis.MONTHLY, Decimal(160_000)), (WagePeriod(FEBRUARY),))


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def card(file: OpenFile, _day: None) -> CaseCard:
    case_id = log_case(file, wages=False)
    workers = cases.card(file, case_id).workers
    complaints.log_wage_arrears(file, NewWageComplaint(case_id, tuple((worker.id, WAGES) for worker in workers)))
    return cases.card(file, case_id)


@pytest.fixture
def screen(qtbot: QtBot, context: Context, card: CaseCard) -> Iterator[Screen]:
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open_item(card.id)
    context.bus.data_changed.connect(made.refresh)
    yield made
    made.case.wages.editor._pause.stop()
    made.case.wages.other.editor._pause.stop()
