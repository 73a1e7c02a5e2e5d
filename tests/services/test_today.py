"""The start page: what is due, what comes, what has no next date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewCase
from desktop_app.services import cases, money, today
from desktop_app.services.files import OpenFile
from tests.services.situations import SHIFTS_DUE, TODAY, close, new_case, opened, unpaid


def dated(next_date: date | None) -> NewCase:
    return replace(new_case(), next_date=next_date)


def test_an_empty_file_has_an_empty_day(file: OpenFile) -> None:
    page = today.read(file)
    assert (page.on, page.due, page.upcoming, page.open_cases, page.without_next_date) == (TODAY, (), (), 0, 0)
    assert (page.owed, page.received_this_year) == (Decimal("0.00"), Decimal("0.00"))


def test_what_is_due_comes_soonest_first_and_what_comes_within_a_week(file: OpenFile) -> None:
    days = (0, 3, -5, 7, 8, -1, None)
    made = {day: cases.open_case(file, dated(None if day is None else TODAY + timedelta(day))).id for day in days}
    closed = cases.open_case(file, dated(TODAY)).id
    close(file, closed)
    page = today.read(file)
    assert [row.id for row in page.due] == [made[-5], made[-1], made[0]]
    assert [row.id for row in page.upcoming] == [made[3], made[7]]
    assert (page.open_cases, page.without_next_date) == (7, 1)


def test_the_money_of_open_cases_and_of_this_year(file: OpenFile) -> None:
    card = unpaid(file)
    worker = card.workers[0].id
    entries = (
        MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(1_000), TODAY),
        MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(2_000), date(2025, 12, 31)),
        MoneyEntry(worker, MoneyKind.AWARDED, Decimal(4_000), TODAY),
    )
    money.record(file, card.id, entries)
    page = today.read(file)
    assert page.received_this_year == Decimal(1_000)
    assert page.owed == 2 * SHIFTS_DUE - 3_000
    opened(file)
    close(file, card.id)
    after = today.read(file)
    assert (after.owed, after.open_cases, after.received_this_year) == (Decimal("0.00"), 1, Decimal(1_000))
