"""Hours, deductions and leave beside the wages: counted while typed, saved, kept as a draft, never lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.deductions import Consent, Ground
from desktop_app.i18n import LANGUAGES
from desktop_app.services import pay_claims
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.cases.wages_tab import WagesTab
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.grid import EditGrid
from tests.ui.fit import cut_texts


@pytest.fixture
def tab(screen: Screen) -> WagesTab:
    screen.case.tabs.setCurrentWidget(screen.case.wages)
    screen.case.wages.parts.setCurrentIndex(1)
    return screen.case.wages


def put(grid: EditGrid, at: int, **texts: str) -> None:
    for key, text in texts.items():
        column = next(column for column in grid.rows_model.columns if column.key == key)
        grid.rows_model.set_text(at, column, text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_cut_off_in_the_narrowest_window(tab: WagesTab, lang: str) -> None:
    languages.use(lang)
    # What 1000 pixels leave beside the menu and the list of workers.
    assert tab.other.editor.minimumSizeHint().width() <= 460
    languages.use("en")


def type_everything(tab: WagesTab) -> None:
    editor = tab.other.editor
    put(editor.hours, 0, month="02.2026", overtime="10", night="4", paid="0")
    put(editor.deductions, 0, month="12.2025", amount="20 000", ground="fine", consent="no", reason="опоздал")
    editor.leave.set_values(from_day=date(2025, 3, 1), to_day=date(2026, 2, 28), average=Decimal(5_000))


def test_the_claim_is_counted_while_one_types(qtbot: QtBot, tab: WagesTab) -> None:
    type_everything(tab)
    result = tab.other.editor.result
    qtbot.waitUntil(lambda: "Beyond the wages 161,000 ₸" in result.total.text().replace("\u00a0", " "))
    assert [(line.kind, line.amount) for line in result.table.rows] == [
        ("overtime", 21_000), ("deductions", 20_000), ("leave", 120_000),
    ]  # fmt: skip
    assert "10 × 160,000 / 160 × 1.5 = 15,000" in result.how.text()
    assert result.norms.isVisibleTo(result)
    assert "article 108" in "\n".join(line.findChildren(type(result.how))[0].text() for line in result.norms._lines)
    languages.use("ru")
    assert "161 000" in result.total.text().replace("\u00a0", " ")


def test_it_is_saved_for_one_and_for_all(tab: WagesTab, file: OpenFile, card: CaseCard) -> None:
    type_everything(tab)
    assert tab.unsaved()
    tab.save_button.click()
    assert not tab.unsaved()
    first, second, third = (worker.id for worker in card.workers)
    kept = {worker: each.pay for worker, each in pay_claims.read(file, card.id).items()}
    assert (kept[first].hours[0].overtime, kept[first].hours[0].paid) == (10, 0)
    assert (kept[first].deductions[0].ground, kept[first].deductions[0].consent) == (Ground.FINE, Consent.NO)
    assert kept[first].leave is not None
    assert kept[second].hours == ()
    tab.table.select_rows([0, 1, 2])
    put(tab.other.editor.hours, 0, overtime="11")
    tab.same_button.click()
    kept = {worker: each.pay for worker, each in pay_claims.read(file, card.id).items()}
    assert [kept[worker].hours[0].overtime for worker in (first, second, third)] == [11, 11, 11]


def test_another_worker_shows_another_story_and_unsaved_typing_asks(tab: WagesTab, card: CaseCard) -> None:
    type_everything(tab)
    tab.save_button.click()
    tab.table.select_rows([1])
    assert tab.other.editor.hours.rows == []
    assert tab.other.editor.leave.claim() is None
    put(tab.other.editor.hours, 0, month="02.2026", night="3")
    tab.table.select_rows([0])
    question = tab.findChild(Dialog)
    assert question is not None
    assert tab.table.current() is tab.table.rows[1]
    question.accept()
    assert tab.other.editor.hours.rows[0].texts["overtime"] == "10"


def test_problems_stand_beside_the_cells_and_nothing_is_lost(tab: WagesTab, file: OpenFile, card: CaseCard) -> None:
    editor = tab.other.editor
    put(editor.hours, 0, month="02.2027", overtime="10")
    put(editor.deductions, 0, month="12.2025", amount="0")
    editor.leave.set_values(to_day=date(2026, 2, 28))
    tab.save_button.click()
    assert "first day of work" in editor.leave.field("from_day").problem
    editor.leave.set_values(from_day=date(2026, 3, 1))
    tab.save_button.click()
    assert "in the future" in editor.hours.rows[0].told["month"].msgid
    assert "above zero" in editor.deductions.rows[0].told["amount"].msgid
    assert "before the first" in editor.leave.field("to_day").problem
    assert tab.note.isVisibleTo(tab)
    assert (editor.hours.rows[0].texts["month"], tab.other.touched) == ("02.2027", True)
    put(editor.hours, 1, overtime="5")
    tab.save_button.click()
    assert "month" in editor.hours.rows[1].texts or editor.hours.rows[1].told["month"]
    assert pay_claims.read(file, card.id)[card.workers[0].id].pay.hours == ()


def test_a_draft_holds_every_text_readable_or_not(tab: WagesTab) -> None:
    type_everything(tab)
    put(tab.other.editor.hours, 1, month="soon", overtime="many")
    kept = tab.other.editor.draft()
    tab.other.forget()
    tab.other.show_worker(2)
    assert tab.other.editor.hours.rows == []
    tab.other.editor.take_draft(kept)
    assert tab.other.editor.draft() == kept
    assert tab.other.touched


def test_wages_and_other_pay_are_saved_together(tab: WagesTab, file: OpenFile, card: CaseCard) -> None:
    put(tab.other.editor.hours, 0, month="02.2026", overtime="2")
    tab.parts.setCurrentIndex(0)
    tab.editor.terms.set_values(rate=Decimal(170_000))
    tab.save_button.click()
    assert not tab.unsaved()
    kept = pay_claims.read(file, card.id)[card.workers[0].id]
    assert kept.wages is not None
    assert kept.wages.terms.rate == 170_000
    assert kept.pay.hours[0].overtime == 2


def test_hours_are_counted_with_the_wages_that_are_being_typed(qtbot: QtBot, tab: WagesTab) -> None:
    put(tab.other.editor.hours, 0, month="02.2026", overtime="1")
    tab.parts.setCurrentIndex(0)
    tab.editor.terms.set_values(rate=Decimal(320_000))
    tab.parts.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [line.amount for line in tab.other.editor.result.table.rows] == [3_000])


def test_a_limit_that_was_passed_is_said_aloud(qtbot: QtBot, tab: WagesTab) -> None:
    put(tab.other.editor.hours, 0, month="02.2026", overtime="41")
    findings = tab.other.editor.result.findings
    qtbot.waitUntil(lambda: "41" in findings.label.text())
    assert findings.property("tone") == "danger"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_cut(qtbot: QtBot, tab: WagesTab, lang: str) -> None:
    type_everything(tab)
    tab.window().resize(1024, 640)
    languages.use(lang)
    qtbot.waitUntil(lambda: tab.other.editor.result.total.isVisible() and not cut_texts(tab))
