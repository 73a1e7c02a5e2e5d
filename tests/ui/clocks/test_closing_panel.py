"""Results, closing and opening again on screen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import Status
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.outcomes import NewOutcome, Result
from desktop_app.services import cases, clocks, outcomes
from desktop_app.services.files import OpenFile
from desktop_app.ui.clocks.closing_dialogs import CloseDialog, ReopenDialog, ResultDialog, SlipDialog
from desktop_app.ui.clocks.closing_panel import ClosingPanel
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from tests.ui.cases.crew import TODAY, log_case

DAY = date.fromisoformat(TODAY)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def panel(qtbot: QtBot, context: Context, file: OpenFile) -> ClosingPanel:
    made = ClosingPanel(context)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.show_case(cases.card(file, log_case(file, wages=False)))
    return made


def again(panel: ClosingPanel, file: OpenFile) -> None:
    panel.show_case(cases.card(file, 1))


def test_a_result_is_recorded_and_taken_back(panel: ClosingPanel, file: OpenFile) -> None:
    dialog = panel.record()
    assert isinstance(dialog, ResultDialog)
    dialog.save()
    assert dialog.form.field("code").problem == "Choose the result."
    dialog.form.set_values(code="contact_lost", amount=Decimal(5))
    dialog.save()
    assert dialog.form.field("amount").problem == "This result names no sum."
    dialog.form.set_values(code="paid_in_part", amount=Decimal(120_000), evidence="қолхат", worker_id="2")
    dialog.save()
    again(panel, file)
    (row,) = panel.table.rows
    assert (row.code, row.amount, row.worker_id) == (Result.PAID_IN_PART, Decimal(120_000), 2)
    panel.table.select_row(0)
    question = panel.take_back()
    assert isinstance(question, Dialog)
    outcomes.record(file, 1, NewOutcome(Result.ADVISED, DAY))
    again(panel, file)
    question.accept()
    again(panel, file)
    assert [each.code for each in panel.table.rows] == [Result.ADVISED]


def test_closing_asks_for_the_reason_and_warns_of_what_is_open(panel: ClosingPanel, file: OpenFile) -> None:
    clocks.add(file, 1, NewDeadline(DeadlineKind.HEARING, DAY))
    again(panel, file)
    dialog = panel.close_case()
    assert isinstance(dialog, CloseDialog)
    assert dialog.note.label.text() == "Open dates of this case: 1."
    dialog.save()
    assert dialog.form.field("why").problem == "Choose why the case is closed."
    dialog.form.set_values(why="withdrew_from_fear")
    dialog.save()
    assert dialog.form.field("code").problem.startswith("Choose the result")
    assert "Open dates are left" in dialog.form.note.label.text()
    dialog.form.set_values(code="nothing")
    dialog.drop.setChecked(True)
    dialog.save()
    again(panel, file)
    assert cases.card(file, 1).status is Status.CLOSED
    assert panel.said.text() == "Closed on 21.11.2026: The worker withdrew from fear."
    assert panel.close_button.isHidden()
    assert not panel.reopen_button.isHidden()


def test_a_result_that_stands_is_enough_to_close(panel: ClosingPanel, file: OpenFile) -> None:
    dialog = panel.record()
    assert isinstance(dialog, ResultDialog)
    dialog.form.set_values(code="document_returned")
    dialog.save()
    again(panel, file)
    closing = panel.close_case()
    assert isinstance(closing, CloseDialog)
    assert closing.note.isHidden()
    assert closing.drop.isHidden()
    closing.form.set_values(why="solved")
    closing.save()
    assert cases.card(file, 1).status is Status.CLOSED
    assert len(outcomes.state(file, 1).results) == 1


def test_a_case_is_opened_again_with_a_reason(panel: ClosingPanel, file: OpenFile) -> None:
    from tests.services.situations import close

    close(file, 1, DAY)
    again(panel, file)
    assert panel.close_case() is None
    dialog = panel.reopen()
    assert isinstance(dialog, ReopenDialog)
    dialog.save()
    assert "why" in dialog.form.field("reason").problem
    dialog.form.set_values(reason="Қайта алдады")
    dialog.save()
    again(panel, file)
    assert cases.card(file, 1).status is Status.OPEN
    assert panel.reopen() is None


def test_a_slip_is_written_down(panel: ClosingPanel, file: OpenFile) -> None:
    dialog = panel.slip()
    assert isinstance(dialog, SlipDialog)
    dialog.save()
    assert dialog.form.field("help_mark").problem == "Nothing is marked on this slip."
    dialog.form.set_values(help_mark="5", respect_mark="4", again="yes", language="uz", comment="Рахмат")
    dialog.save()
    again(panel, file)
    assert panel.said.text() == "1 satisfaction slip."
