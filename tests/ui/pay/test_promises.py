"""The money of a case: who got what, what was promised, and the alert when a promise was broken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseCard, MoneyEntry, MoneyKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.instalments import Instalment, Promise
from desktop_app.i18n import LANGUAGES
from desktop_app.services import instalments, money
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.money_dialog import MoneyDialog
from desktop_app.ui.cases.money_tab import MoneyTab
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.pay.promise_dialog import PromiseDialog
from desktop_app.ui.pay.take_back_dialog import TakeBackDialog
from tests.ui.fit import cut_texts

PROMISED, DUE, LATER = date(2026, 10, 1), date(2026, 10, 31), date(2026, 12, 31)
PLAN = (
    Instalment(PROMISED, DUE, Decimal(50_000), Evidence.PAPER),
    Instalment(PROMISED, LATER, Decimal(50_000), Evidence.PAPER),
)


@pytest.fixture
def tab(screen: Screen) -> MoneyTab:
    screen.case.tabs.setCurrentWidget(screen.case.money)
    return screen.case.money


@pytest.fixture
def dialog(context: Context, card: CaseCard, tab: MoneyTab) -> PromiseDialog:
    made = PromiseDialog(context, card, tab)
    made.open()
    return made


def test_a_broken_promise_alarms_until_the_money_came(
    tab: MoneyTab, file: OpenFile, card: CaseCard, screen: Screen
) -> None:
    worker = card.workers[0].id
    instalments.promise(file, card.id, (worker,), PLAN)
    screen.case.read()
    assert "31.10.2026" in tab.alert.label.text()
    assert "50,000" in tab.alert.label.text()
    assert tab.alert.isVisibleTo(tab)
    assert [row.state.state for row in tab.promises.table.rows] == [Promise.BROKEN, Promise.NOT_DUE]
    money.record(file, card.id, (MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(50_000), date(2026, 11, 5)),))
    screen.case.read()
    assert not tab.alert.isVisibleTo(tab)
    assert tab.promises.table.rows[0].state.days_late == 5
    assert tab.promises.table.rows[0].state.full_on == date(2026, 11, 5)


def test_equal_parts_are_filled_in_and_written_down(dialog: PromiseDialog, file: OpenFile, card: CaseCard) -> None:
    dialog.parts.set_values(total=Decimal(100_000), count=Decimal(3), first=date(2026, 11, 30))
    dialog.fill_button.click()
    assert [row.texts["due_on"] for row in dialog.grid.rows] == ["30.11.2026", "30.12.2026", "30.01.2027"]
    dialog.save()
    found = instalments.states(file, card.id)
    assert len(found) == 3
    assert [each.instalment.amount for each in found[card.workers[0].id].states] == [33_333, 33_333, 33_334]
    assert not dialog.isVisible()


def test_one_worker_and_the_end_of_a_short_month(dialog: PromiseDialog, file: OpenFile, card: CaseCard) -> None:
    dialog.form.set_values(worker=str(card.workers[1].id), evidence=Evidence.ADMITS)
    dialog.parts.set_values(total=Decimal(20_000), count=Decimal(2), first=date(2027, 1, 31))
    dialog.fill_button.click()
    dialog.save()
    ((worker, found),) = instalments.states(file, card.id).items()
    assert worker == card.workers[1].id
    assert [each.instalment.due_on for each in found.states] == [date(2027, 1, 31), date(2027, 2, 28)]
    assert found.states[0].instalment.evidence is Evidence.ADMITS


def test_what_is_missing_is_said_and_stays_typed(dialog: PromiseDialog, file: OpenFile, card: CaseCard) -> None:
    dialog.save()
    assert dialog.form.note.isVisibleTo(dialog)
    for number in ("0", "2,5", "61"):
        dialog.parts.field("count").entry.setText(number)
        dialog.fill_button.click()
        assert dialog.parts.field("count").problem
    model = dialog.grid.rows_model
    model.set_text(0, model.columns[0], "01.01.2020")
    model.set_text(0, model.columns[1], "100")
    dialog.save()
    assert "before the day of the promise" in dialog.grid.rows[0].told["due_on"].msgid
    assert dialog.grid.rows[0].texts["amount"] == "100"
    assert instalments.states(file, card.id) == {}


def test_a_promise_is_taken_out_with_its_reason(tab: MoneyTab, file: OpenFile, card: CaseCard, screen: Screen) -> None:
    instalments.promise(file, card.id, (card.workers[0].id,), PLAN)
    screen.case.read()
    tab.parts.setCurrentIndex(2)
    assert not tab.promises.take_back_button.isEnabled()
    tab.promises.table.select_rows([0])
    tab.promises.take_back_button.click()
    dialog = tab.promises.findChild(TakeBackDialog)
    assert dialog is not None
    dialog.save()
    assert dialog.form.field("reason").problem
    dialog.form.set_values(reason="typed twice")
    dialog.save()
    assert [row.state.instalment.due_on for row in tab.promises.table.rows] == [LATER]


def test_each_worker_has_their_own_sums(tab: MoneyTab, file: OpenFile, card: CaseCard, screen: Screen) -> None:
    first, second = card.workers[0].id, card.workers[1].id
    money.record(
        file,
        card.id,
        (
            MoneyEntry(first, MoneyKind.CLAIMED, Decimal(160_000), date(2026, 9, 1)),
            MoneyEntry(first, MoneyKind.RECEIVED, Decimal(60_000), date(2026, 10, 1), "", Evidence.ADMITS),
            MoneyEntry(second, MoneyKind.AWARDED, Decimal(90_000), date(2026, 10, 2), "", Evidence.PAPER),
        ),
    )
    screen.case.read()
    told = [(row.claimed, row.awarded, row.received, row.arrears, row.last) for row in tab.by_worker.rows]
    assert told[0] == (160_000, 0, 60_000, 100_000, date(2026, 10, 1))
    assert told[1] == (0, 90_000, 0, 160_000, None)


def test_money_carries_its_word(
    tab: MoneyTab, file: OpenFile, card: CaseCard, context: Context, screen: Screen
) -> None:
    dialog = MoneyDialog(context, card, {}, tab)
    dialog.open()
    dialog.form.set_values(evidence=Evidence.PAPER)
    model = dialog.grid.rows_model
    model.set_text(0, model.columns[1], "5 000")
    dialog.save()
    screen.case.read()
    assert tab.table.rows[0].entry.evidence is Evidence.PAPER


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_cut(
    qtbot: QtBot, tab: MoneyTab, dialog: PromiseDialog, file: OpenFile, card: CaseCard, lang: str, screen: Screen
) -> None:
    instalments.promise(file, card.id, (card.workers[0].id,), PLAN)
    screen.case.read()
    screen.resize(1024, 640)
    languages.use(lang)
    for at in range(tab.parts.count()):
        tab.parts.setCurrentIndex(at)
        qtbot.waitUntil(lambda: not cut_texts(tab))
    qtbot.waitUntil(lambda: not cut_texts(dialog))
