"""Promises of payment: written down with a date of the case, kept by the money received, taken back with a reason."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.db import models
from desktop_app.domain.access import Approval
from desktop_app.domain.cases import MoneyEntry, MoneyKind
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.changes import Kind
from desktop_app.domain.clocks import DeadlineKind, DeadlineRow
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.instalments import Instalment, Promise, alert
from desktop_app.errors import AppError, InvalidInput
from desktop_app.i18n import for_language
from desktop_app.services import cases, clocks, deletion, files, instalments, money, sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, opened, unpaid

LAST_MONTH, LAST_WEEK, SOON = TODAY - timedelta(30), TODAY - timedelta(7), TODAY + timedelta(7)
PLAN = (
    Instalment(LAST_MONTH, LAST_WEEK, Decimal(100_000), Evidence.PAPER, "расписка"),
    Instalment(LAST_MONTH, SOON, Decimal(150_000), Evidence.PAPER),
)


def received(worker: int, amount: int, on: date) -> tuple[MoneyEntry, ...]:
    return (MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(amount), on, "", Evidence.ADMITS),)


def promised_dates(file: OpenFile, case_id: int) -> list[DeadlineRow]:
    return [row for row in clocks.listing(file, case_id) if row.kind is DeadlineKind.INSTALMENT]


def test_a_plan_stands_with_its_dates_and_its_broken_day(file: OpenFile) -> None:
    card = unpaid(file)
    first, second = (worker.id for worker in card.workers)
    saved = instalments.promise(file, card.id, (first, second), PLAN)
    assert Kind.DEADLINE in saved.kinds
    found = instalments.states(file, card.id)
    assert [[each.state for each in found[worker].states] for worker in (first, second)] == [
        [Promise.BROKEN, Promise.NOT_DUE]
    ] * 2
    assert found[first].states[0].instalment.note == "расписка"
    assert (found[first].overdue, found[first].next_due) == (100_000, SOON)
    said = alert(found[first])
    assert said is not None
    assert f"{LAST_WEEK:%d.%m.%Y}" in said.text(for_language("en"))
    dates = promised_dates(file, card.id)
    assert [(row.kind, row.due_on, row.worker_id) for row in dates] == [
        (DeadlineKind.INSTALMENT, LAST_WEEK, None),
        (DeadlineKind.INSTALMENT, SOON, None),
    ]


def test_money_received_keeps_a_promise_and_closes_its_date(file: OpenFile) -> None:
    card = unpaid(file)
    worker = card.workers[0].id
    instalments.promise(file, card.id, (worker,), PLAN)
    money.record(file, card.id, received(worker, 40_000, LAST_WEEK))
    assert instalments.states(file, card.id)[worker].states[0].state is Promise.PARTLY
    assert all(row.is_open for row in promised_dates(file, card.id))
    money.record(file, card.id, received(worker, 70_000, TODAY - timedelta(2)))
    found = instalments.states(file, card.id)[worker]
    assert found.states[0].state is Promise.KEPT
    assert (found.states[0].full_on, found.states[0].days_late) == (TODAY - timedelta(2), 5)
    assert found.states[1].received == 10_000
    assert alert(found) is None
    open_dates = [row for row in promised_dates(file, card.id) if row.is_open]
    assert [row.due_on for row in open_dates] == [SOON]
    assert cases.card(file, card.id).workers[0].money[0].evidence is Evidence.ADMITS


def test_a_day_of_a_crew_is_over_only_when_everybody_was_paid(file: OpenFile) -> None:
    card = unpaid(file)
    first, second = (worker.id for worker in card.workers)
    instalments.promise(file, card.id, (first,), PLAN[:1])
    assert [row.worker_id for row in promised_dates(file, card.id)] == [first]
    instalments.promise(file, card.id, (second,), PLAN[:1])
    assert [row.worker_id for row in promised_dates(file, card.id)] == [None]
    money.record(file, card.id, received(first, 100_000, LAST_WEEK))
    assert [row.is_open for row in promised_dates(file, card.id)] == [True]
    money.record(file, card.id, received(second, 100_000, TODAY))
    assert [row.done_on for row in promised_dates(file, card.id)] == [TODAY]


def test_taking_one_of_two_back_leaves_the_day(file: OpenFile) -> None:
    card = unpaid(file)
    first, second = (worker.id for worker in card.workers)
    instalments.promise(file, card.id, (first, second), PLAN[:1])
    money.record(file, card.id, received(second, 100_000, LAST_WEEK))
    of_first, of_second = (instalments.states(file, card.id)[each].states[0].instalment.id for each in (first, second))
    assert of_first is not None
    instalments.take_back(file, card.id, of_first, "not promised to him")
    (row,) = promised_dates(file, card.id)
    assert (row.instalment_id, row.removed_on, row.done_on) == (of_second, None, LAST_WEEK)


def test_a_promise_is_taken_back_only_with_a_reason(file: OpenFile) -> None:
    card = unpaid(file)
    worker = card.workers[0].id
    instalments.promise(file, card.id, (worker,), PLAN)
    wrong = instalments.states(file, card.id)[worker].states[0].instalment.id
    assert wrong is not None
    with pytest.raises(InvalidInput):
        instalments.take_back(file, card.id, wrong, "  ")
    instalments.take_back(file, card.id, wrong, "typed twice")
    assert [each.instalment.due_on for each in instalments.states(file, card.id)[worker].states] == [SOON]
    gone = [row for row in clocks.listing(file, card.id) if not row.is_open and row.removed_why]
    assert [(row.due_on, row.removed_why, row.instalment_id) for row in gone] == [(LAST_WEEK, "typed twice", None)]
    with pytest.raises(AppError):
        instalments.take_back(file, card.id, wrong, "again")
    other = opened(file)
    kept = instalments.states(file, card.id)[worker].states[0].instalment.id
    assert kept is not None
    with pytest.raises(AppError):
        instalments.take_back(file, other.id, kept, "from another case")


def test_wrong_promises_are_refused_whole(file: OpenFile) -> None:
    card, other = unpaid(file), opened(file)
    worker = card.workers[0].id
    wrong = (
        Instalment(TODAY, TODAY - timedelta(1), Decimal(5)),
        Instalment(TODAY + timedelta(1), SOON, Decimal(0)),
        Instalment(TODAY, TODAY + timedelta(5_000), Decimal("1e18"), note="x" * 2_000),
    )
    with pytest.raises(InvalidInput) as caught:
        instalments.promise(file, card.id, (worker,), wrong)
    assert [problem.field for problem in caught.value.problems] == [
        "instalments[0].due_on", "instalments[1].promised_on", "instalments[1].amount", "instalments[2].amount",
        "instalments[2].due_on", "instalments[2].note",
    ]  # fmt: skip
    for workers, rows in (((), PLAN), ((other.workers[0].id,), PLAN), ((worker,), ())):
        with pytest.raises(InvalidInput):
            instalments.promise(file, card.id, workers, rows)
    assert instalments.states(file, card.id) == {}
    assert promised_dates(file, card.id) == []


def test_a_case_with_promises_can_be_sealed_opened_and_deleted(file: OpenFile) -> None:
    path = file.path
    staff.add(file, NewStaffMember("lawyer", "Заңгер", Role.LAWYER, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(path, "lawyer")
    card = unpaid(lawyer)
    worker = card.workers[0].id
    instalments.promise(lawyer, card.id, (worker,), PLAN)
    sealed.seal_case(lawyer, card.id)
    later = Instalment(TODAY, SOON, Decimal(5), note="құпия")
    instalments.promise(lawyer, card.id, (worker,), (later,))
    notes = [each.instalment.note for each in instalments.states(lawyer, card.id)[worker].states]
    assert notes == ["расписка", "", "құпия"] or notes == ["расписка", "құпия", ""]
    with lawyer.db.read() as session:
        assert {row.note for row in session.query(models.Instalment)} == {""}
    sealed.unseal_case(lawyer, card.id)
    with lawyer.db.read() as session:
        assert {row.note for row in session.query(models.Instalment)} == {"расписка", "", "құпия"}
    deletion.delete_case(lawyer, card.id, "twice", Approval(factories.LOGIN, factories.PASSWORD))
    with lawyer.db.read() as session:
        assert session.query(models.Instalment).count() == session.query(models.Deadline).count() == 0
    files.close(lawyer)
