"""Recording what was claimed, awarded and received."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.cases import CaseFilter, MoneyEntry, MoneyKind
from desktop_app.domain.changes import Kind
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import cases, money
from desktop_app.services.files import OpenFile
from tests.services.situations import TODAY, opened, unpaid


def test_money_comes_back_with_its_worker(file: OpenFile) -> None:
    card = opened(file)
    entries = tuple(
        MoneyEntry(card.workers[0].id, kind, Decimal("1000.50"), TODAY - timedelta(place), "note =1+1")
        for place, kind in enumerate(MoneyKind)
    )
    saved = money.record(file, card.id, entries)
    assert Kind.MONEY in saved.kinds
    after = cases.card(file, card.id)
    assert set(after.workers[0].money) == set(entries)
    assert after.workers[1].money == ()
    assert cases.page(file, CaseFilter())[0].received == Decimal("1000.50")


def test_wrong_money_is_refused_whole(file: OpenFile) -> None:
    card, other = unpaid(file), opened(file)
    right = MoneyEntry(card.workers[0].id, MoneyKind.RECEIVED, Decimal(5), TODAY)
    wrong = (
        replace(right, amount=Decimal("1e18")), replace(right, amount=Decimal(0)), replace(right, amount=Decimal(-1)),
        replace(right, on=TODAY + timedelta(1)), replace(right, note="x" * 1_000_000),
        replace(right, worker_id=other.workers[0].id),
    )  # fmt: skip
    with pytest.raises(InvalidInput) as caught:
        money.record(file, card.id, (right, *wrong))
    assert [problem.field for problem in caught.value.problems] == [
        "entries[1].amount", "entries[2].amount", "entries[3].amount", "entries[4].on", "entries[5].note",
        "entries[6].worker_id",
    ]  # fmt: skip
    assert cases.card(file, card.id) == card


def test_nothing_to_record_is_refused(file: OpenFile) -> None:
    card = opened(file)
    with pytest.raises(InvalidInput):
        money.record(file, card.id, ())
    with pytest.raises(AppError):
        money.record(file, 99, (MoneyEntry(1, MoneyKind.AWARDED, Decimal(5), TODAY),))
