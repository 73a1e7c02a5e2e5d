"""The start page: what is due, what comes, what has no next date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewCase
from desktop_app.domain.centre import Role
from desktop_app.domain.clocks import DeadlineKind, Done, NewDeadline
from desktop_app.domain.papers import NewPaper, PaperKind
from desktop_app.services import access, cases, clocks, money, papers, today
from desktop_app.services.files import OpenFile
from tests import factories
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


def test_dates_and_next_steps_stand_together_soonest_first(file: OpenFile) -> None:
    first = cases.open_case(file, dated(TODAY)).id
    second = cases.open_case(file, dated(None)).id
    clocks.add(file, second, NewDeadline(DeadlineKind.HEARING, TODAY - timedelta(3)))
    clocks.add(file, first, NewDeadline(DeadlineKind.ANSWER, TODAY + timedelta(2)))
    clocks.add(file, first, NewDeadline(DeadlineKind.STEP, TODAY + timedelta(8)))
    page = today.read(file)
    assert [(row.id, row.kind) for row in page.due] == [(second, DeadlineKind.HEARING), (first, None)]
    assert [(row.id, row.kind) for row in page.upcoming] == [(first, DeadlineKind.ANSWER)]


def test_a_next_step_and_a_date_of_the_same_day_stand_in_one_row(file: OpenFile) -> None:
    case_id = cases.open_case(file, replace(dated(TODAY), next_step="позвонить")).id
    clocks.add(file, case_id, NewDeadline(DeadlineKind.ANSWER, TODAY))
    (row,) = today.read(file).due
    assert (row.kind, row.next_step) == (DeadlineKind.ANSWER, "позвонить")


def test_of_many_terms_of_one_rule_the_first_stands_for_all(file: OpenFile) -> None:
    card = unpaid(file)
    (row,) = today.read(file).due
    assert (row.rule, row.next_date, row.latest_on) == ("limitation.wages", date(2026, 4, 10), date(2028, 4, 10))
    first = next(each for each in clocks.listing(file, card.id) if each.due_on == row.next_date)
    clocks.remove(file, card.id, first.id, "the court has it")
    (row,) = today.read(file).due
    assert row.next_date == date(2026, 5, 8)


def test_a_case_with_a_date_under_steps_is_not_counted_as_undated(file: OpenFile) -> None:
    case_id = cases.open_case(file, dated(None)).id
    assert today.read(file).without_next_date == 1
    hearing = clocks.add(file, case_id, NewDeadline(DeadlineKind.HEARING, TODAY + timedelta(90))).id
    assert today.read(file).without_next_date == 0
    clocks.done(file, case_id, hearing, Done(TODAY))
    assert today.read(file).without_next_date == 1


def test_what_is_over_or_belongs_to_a_closed_case_is_not_due(file: OpenFile) -> None:
    kept, removed, closed = (cases.open_case(file, dated(None)).id for _ in range(3))
    ids = {case: clocks.add(file, case, NewDeadline(DeadlineKind.STEP, TODAY)).id for case in (kept, removed, closed)}
    clocks.done(file, kept, ids[kept], Done(TODAY))
    clocks.remove(file, removed, ids[removed], "x")
    close(file, closed)
    assert today.read(file).due == ()


def test_dates_of_a_hidden_case_are_not_shown(file: OpenFile) -> None:
    colleague = factories.colleague(file, Role.STAFF)
    case_id = cases.open_case(file, dated(None)).id
    clocks.add(file, case_id, NewDeadline(DeadlineKind.STEP, TODAY))
    assert [row.id for row in today.read(colleague).due] == [case_id]
    access.set_restricted(file, case_id, restricted=True)
    assert today.read(colleague).due == ()
    assert [row.id for row in today.read(file).due] == [case_id]


def test_papers_that_run_out_are_shown_ahead_and_a_while_after(file: OpenFile) -> None:
    card = opened(file)
    for days in (-31, -30, 30, 31):
        kind = list(PaperKind)[days % len(PaperKind)]
        papers.save_paper(file, card.workers[0].person_id, NewPaper(kind, expires_on=TODAY + timedelta(days)))
    page = today.read(file)
    assert [(row.id, row.next_date, row.kind) for row in page.due] == [
        (card.id, TODAY - timedelta(30), DeadlineKind.PAPER)
    ]
    assert [(row.id, row.next_date) for row in page.upcoming] == [(card.id, TODAY + timedelta(30))]
