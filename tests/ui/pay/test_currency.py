"""A promise in another currency: its rate, day and source are asked for only then, and shown beside the sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseCard
from desktop_app.errors import AppError
from desktop_app.services import cases
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.cases.wage_editor import WageEditor
from desktop_app.ui.pay.fields import QuantityField, RateField

RATE = {"exchange_rate": Decimal("470.25"), "exchange_on": date(2026, 2, 27), "exchange_source": "National Bank"}


@pytest.fixture
def editor(screen: Screen) -> WageEditor:
    screen.case.tabs.setCurrentWidget(screen.case.wages)
    return screen.case.wages.editor


def test_the_rate_is_asked_for_only_where_it_is_needed(editor: WageEditor) -> None:
    terms = editor.terms
    assert not any(terms.field(name).isVisibleTo(terms) for name in RATE)
    terms.set_values(currency="USD")
    assert all(terms.field(name).isVisibleTo(terms) for name in RATE)
    assert terms.field("rate").title.text() == "Pay for a month, USD"
    terms.field("exchange_rate").entry.setText("nonsense")
    terms.set_values(currency="KZT")
    assert not any(terms.field(name).isVisibleTo(terms) for name in RATE)
    assert terms.field("rate").title.text() == "Pay for a month, ₸"
    assert terms.terms().currency == "KZT"  # what is hidden does not stop the form


def test_it_is_saved_and_the_rate_stands_beside_the_sum(
    qtbot: QtBot, screen: Screen, editor: WageEditor, file: OpenFile, card: CaseCard
) -> None:
    editor.terms.set_values(currency="USD", rate=Decimal(500), week_hours=Decimal(36), **RATE)
    qtbot.waitUntil(lambda: editor.result.exchange.isVisibleTo(editor))
    assert editor.result.exchange.text().replace("\u00a0", " ") == (
        "500 USD × 470.25 ₸ = 235,125 ₸. Rate of 27.02.2026, source: National Bank."
    )
    assert "checked by the lawyer" in editor.result.warnings.label.text()
    screen.case.wages.save_button.click()
    wages = cases.card(file, card.id).workers[0].wages
    assert wages is not None
    assert (wages.terms.currency, wages.terms.exchange_rate) == ("USD", Decimal("470.25"))
    assert (wages.terms.exchange_on, wages.terms.week_hours) == (date(2026, 2, 27), 36)
    screen.case.wages.table.select_rows([1])
    assert editor.terms.currency == "KZT"
    screen.case.wages.table.select_rows([0])
    assert editor.terms.terms() == wages.terms


def test_a_missing_rate_is_said_beside_its_field(screen: Screen, editor: WageEditor) -> None:
    editor.terms.set_values(currency="RUB", rate=Decimal(40_000))
    screen.case.wages.save_button.click()
    for name in RATE:
        assert editor.terms.field(name).problem


@pytest.mark.parametrize(
    ("typed", "rate"), [("470,25", "470.25"), ("0.038771", "0.038771"), ("1 000", "1000"), ("", None)]
)
def test_rates_as_people_type_them(qtbot: QtBot, typed: str, rate: str | None) -> None:
    field = RateField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == (None if rate is None else Decimal(rate))


def test_nonsense_stays_as_it_was_typed(qtbot: QtBot) -> None:
    for made in (RateField(), QuantityField()):
        qtbot.addWidget(made)
        made.setText("about ten")
        with pytest.raises(AppError):
            made.value()
        assert made.text() == "about ten"
