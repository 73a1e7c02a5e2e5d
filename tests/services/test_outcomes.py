"""How a case ends: with a result and a reason, after what it leaves open was said; and how it is opened again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.db import models
from desktop_app.domain.cases import MoneyEntry, MoneyKind, Status
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.clocks import REOPENED, DeadlineKind, Done, NewDeadline
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.outcomes import (
    AGAIN,
    CLOSED_WHY,
    RESULTS,
    WITH_SUM,
    ClosedWhy,
    Closing,
    NewOutcome,
    Result,
    Slip,
)
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import cases, clocks, files, money, outcomes, sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, close, new_case, unpaid

PART = NewOutcome(Result.PAID_IN_PART, TODAY, Decimal("120000.50"), Evidence.PAPER, "қолхат № 3")


def case_of(file: OpenFile) -> int:
    return cases.open_case(file, new_case()).id


def fields(refused: pytest.ExceptionInfo[InvalidInput]) -> set[str]:
    return {problem.field for problem in refused.value.problems}


def test_results_are_kept_newest_first_and_taken_back(file: OpenFile) -> None:
    card = unpaid(file)
    old = replace(PART, on=TODAY - timedelta(days=9), worker_id=card.workers[0].id)
    first, second = outcomes.record(file, card.id, old).id, outcomes.record(file, card.id, PART).id
    found = outcomes.state(file, card.id).results
    assert [row.id for row in found] == [second, first]
    assert (found[0].code, found[0].amount, found[0].word, found[0].evidence) == (
        Result.PAID_IN_PART, Decimal("120000.50"), Evidence.PAPER, "қолхат № 3",
    )  # fmt: skip
    assert found[1].worker_id == card.workers[0].id
    outcomes.remove(file, card.id, first)
    assert [row.id for row in outcomes.state(file, card.id).results] == [second]
    with pytest.raises(AppError):
        outcomes.remove(file, card.id, first)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(PART, on=TODAY + timedelta(days=1)), "on"),
        (replace(PART, amount=Decimal(0)), "amount"),
        (replace(PART, amount=Decimal(10) ** 13), "amount"),
        (replace(PART, code=Result.CONTACT_LOST), "amount"),
        (replace(PART, evidence="x" * 400), "evidence"),
        (replace(PART, worker_id=99), "worker_id"),
    ],
    ids=["future", "nothing", "too-large", "no-sum-here", "long", "stranger"],
)
def test_a_result_that_makes_no_sense_is_refused(file: OpenFile, wrong: NewOutcome, field: str) -> None:
    case_id = case_of(file)
    with pytest.raises(InvalidInput) as refused:
        outcomes.record(file, case_id, wrong)
    assert fields(refused) == {field}


def test_a_case_is_closed_with_its_result_and_the_reason(file: OpenFile) -> None:
    case_id = case_of(file)
    outcomes.close(file, Closing(case_id, TODAY, ClosedWhy.WITHDREW_FROM_FEAR, NewOutcome(Result.NOTHING, TODAY)))
    card, state = cases.card(file, case_id), outcomes.state(file, case_id)
    assert (card.status, card.closed_on, card.closed_why) == (Status.CLOSED, TODAY, "withdrew_from_fear")
    assert [row.code for row in state.results] == [Result.NOTHING]
    assert (state.closed_on, state.closed_why) == (TODAY, "withdrew_from_fear")


def test_a_case_is_not_closed_without_a_result(file: OpenFile) -> None:
    case_id = case_of(file)
    with pytest.raises(InvalidInput) as refused:
        outcomes.close(file, Closing(case_id, TODAY, ClosedWhy.SOLVED))
    assert fields(refused) == {"code"}
    outcomes.record(file, case_id, PART)
    outcomes.close(file, Closing(case_id, TODAY, ClosedWhy.SOLVED))
    assert cases.card(file, case_id).status is Status.CLOSED


def test_open_dates_stop_the_closing_until_they_go_with_it(file: OpenFile) -> None:
    case_id = case_of(file)
    clocks.add(file, case_id, NewDeadline(DeadlineKind.HEARING, TODAY + timedelta(days=5)))
    closing = Closing(case_id, TODAY, ClosedWhy.SOLVED, PART)
    with pytest.raises(InvalidInput) as refused:
        outcomes.close(file, closing)
    assert fields(refused) == {"drop_dates"}
    assert outcomes.state(file, case_id).results == ()
    outcomes.close(file, replace(closing, drop_dates=True))
    (row,) = clocks.listing(file, case_id)
    assert (row.removed_on, row.removed_why) == (TODAY, "The case was closed.")
    assert cases.card(file, case_id).next_deadline is None


@pytest.mark.parametrize("on", [TODAY + timedelta(days=1), TODAY - timedelta(days=1)], ids=["future", "before-opening"])
def test_the_day_of_closing_lies_in_the_life_of_the_case(file: OpenFile, on: date) -> None:
    case_id = case_of(file)
    with pytest.raises(InvalidInput) as refused:
        outcomes.close(file, Closing(case_id, on, ClosedWhy.SOLVED, PART))
    assert "on" in fields(refused)


def test_what_a_closing_leaves_open_is_counted(file: OpenFile) -> None:
    card = unpaid(file)
    worker = card.workers[0].id
    with file.db.write("t", None) as session:
        kept = models.Complaint(case_id=card.id, kind="withheld_documents", logged_on=TODAY, answers="{}", note="")
        session.add(kept)
        session.flush()
        for returned in (None, TODAY):
            session.add(
                models.HeldDocument(
                    case_worker_id=worker, complaint_id=kept.id, kind="passport", number="", since=None, held_by="",
                    place="", word="says", returned_on=returned,
                )
            )  # fmt: skip
        for amount in (100_000_00, 50_000_00):
            session.add(
                models.Instalment(
                    case_worker_id=worker, promised_on=date(2026, 10, 1), due_on=TODAY, amount_tiyn=amount,
                    word="says", note="",
                )
            )  # fmt: skip
        for day, amount in ((date(2026, 9, 1), 70_000_00), (date(2026, 11, 1), 30_000_00)):
            session.add(
                models.MoneyEntry(case_worker_id=worker, kind="received", amount_tiyn=amount, on_day=day, note="")
            )
    state = outcomes.state(file, card.id)
    assert (state.open_dates, state.promised, state.held_documents) == (3, Decimal(120_000), 1)


def test_a_closed_case_is_opened_again_with_the_reason(file: OpenFile) -> None:
    case_id = case_of(file)
    close(file, case_id)
    with pytest.raises(AppError, match="closed already"):
        close(file, case_id)
    for reason, next_date, field in (("", TODAY, "reason"), ("x", TODAY - timedelta(days=1), "next_date")):
        with pytest.raises(InvalidInput) as refused:
            outcomes.reopen(file, case_id, reason, next_date)
        assert fields(refused) == {field}
    outcomes.reopen(file, case_id, "Қалғанын төлемеді", TODAY + timedelta(days=2))
    card = cases.card(file, case_id)
    assert (card.status, card.closed_on, card.closed_why, card.next_date) == (
        Status.OPEN, None, "", TODAY + timedelta(days=2),
    )  # fmt: skip
    (row,) = clocks.listing(file, case_id)
    assert (row.rule, row.note, row.is_open) == (REOPENED, "Қалғанын төлемеді", False)
    assert len(outcomes.state(file, case_id).results) == 1
    with pytest.raises(AppError, match="open already"):
        outcomes.reopen(file, case_id, "x", TODAY)


def test_a_closed_case_keeps_its_last_result(file: OpenFile) -> None:
    case_id = case_of(file)
    close(file, case_id)
    (row,) = outcomes.state(file, case_id).results
    with pytest.raises(AppError, match="last result"):
        outcomes.remove(file, case_id, row.id)


def test_a_case_without_names_is_not_opened_again(file: OpenFile) -> None:
    case_id = case_of(file)
    close(file, case_id)
    with file.db.write("t", None) as session:
        session.get_one(models.Case, case_id).anonymised_on = TODAY
    with pytest.raises(AppError, match="names"):
        outcomes.reopen(file, case_id, "x", TODAY)


def test_slips_are_counted_by_mark_and_name_nobody(file: OpenFile) -> None:
    first, second = case_of(file), case_of(file)
    outcomes.add_slip(file, first, Slip(TODAY, "uz", 5, 4, "yes", " Рахмат "))
    outcomes.add_slip(file, first, Slip(TODAY, "", 5, None))
    outcomes.add_slip(file, second, Slip(TODAY - timedelta(days=40), "tg", 1, 1))
    assert outcomes.state(file, first).slips == 2
    counted = outcomes.marks(file, TODAY - timedelta(days=30), TODAY)
    assert counted == {"help": {1: 0, 2: 0, 3: 0, 4: 0, 5: 2}, "respect": {1: 0, 2: 0, 3: 0, 4: 1, 5: 0}}


def test_marks_are_for_those_who_see_summaries(file: OpenFile) -> None:
    with pytest.raises(NotAllowed):
        outcomes.marks(factories.colleague(file, Role.STAFF), TODAY, TODAY)


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        (Slip(TODAY, "uz"), "help_mark"),
        (Slip(TODAY, "uz", 6), "help_mark"),
        (Slip(TODAY, "uz", 3, 0), "respect_mark"),
        (Slip(TODAY + timedelta(days=1), "uz", 3), "on"),
    ],
    ids=["empty", "over-five", "under-one", "future"],
)
def test_a_slip_that_makes_no_sense_is_refused(file: OpenFile, slip: Slip, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        outcomes.add_slip(file, case_of(file), slip)
    assert fields(refused) == {field}


def test_every_code_has_its_word() -> None:
    assert set(RESULTS) == set(Result)
    assert set(CLOSED_WHY) == set(ClosedWhy)
    assert len(set(RESULTS.values())) == len(RESULTS)
    assert len(set(CLOSED_WHY.values())) == len(CLOSED_WHY)
    assert set(Result) > WITH_SUM
    assert set(AGAIN) == {"yes", "no", "unsure"}


def test_dates_that_went_with_the_closing_come_back_and_no_others(file: OpenFile) -> None:
    card = unpaid(file)
    first = clocks.listing(file, card.id)[0].id
    clocks.remove(file, card.id, first, "paid in cash")
    outcomes.close(file, Closing(card.id, TODAY, ClosedWhy.CONTACT_LOST, PART, drop_dates=True))
    assert not any(row.is_open for row in clocks.listing(file, card.id))
    money.record(file, card.id, (MoneyEntry(card.workers[0].id, MoneyKind.RECEIVED, Decimal(5), TODAY),))
    assert not any(row.is_open for row in clocks.listing(file, card.id))
    outcomes.reopen(file, card.id, "they came back", TODAY)
    opened = [row for row in clocks.listing(file, card.id) if row.is_open]
    assert [(row.rule, row.removed_why, row.answer) for row in opened] == [("limitation.wages", "", "")] * 2
    assert first not in {row.id for row in opened}
    assert cases.card(file, card.id).next_deadline == opened[0].due_on


def test_what_is_written_about_a_sealed_case_is_behind_its_seal(path: Path) -> None:
    """Notes of dates, reasons, evidence and slips: only holders of the second key read them; dates stay dates."""
    manager = factories.sign_in(path, "manager")
    case_id = cases.open_case(manager, new_case()).id
    sealed.seal_case(manager, case_id)
    step = clocks.add(manager, case_id, NewDeadline(DeadlineKind.HEARING, TODAY, note="құпия зал")).id
    gone = clocks.add(manager, case_id, NewDeadline(DeadlineKind.STEP, TODAY, note="құпия қадам")).id
    clocks.done(manager, case_id, step, Done(TODAY, note="құпия жауап"))
    clocks.remove(manager, case_id, gone, "құпия себеп")
    outcomes.record(manager, case_id, replace(PART, evidence="құпия қолхат"))
    outcomes.add_slip(manager, case_id, Slip(TODAY, "uz", 5, comment="құпия сөз"))
    read = {row.id: row for row in clocks.listing(manager, case_id)}
    assert (read[step].note, read[step].answer_note) == ("құпия зал", "құпия жауап")
    assert (read[gone].note, read[gone].removed_why) == ("құпия қадам", "құпия себеп")
    assert outcomes.state(manager, case_id).results[0].evidence == "құпия қолхат"
    files.close(manager)
    colleague = factories.sign_in(path, "staff")
    texts = [
        text for row in clocks.listing(colleague, case_id) for text in (row.note, row.answer_note, row.removed_why)
    ]
    assert set(texts) == {""}
    assert outcomes.state(colleague, case_id).results[0].evidence == ""
    with pytest.raises(NotAllowed):
        clocks.add(colleague, case_id, NewDeadline(DeadlineKind.HEARING, TODAY))
    files.close(colleague)


@pytest.fixture
def path(file: OpenFile) -> Path:
    """A file with a manager and a colleague who can sign in; `file` is closed."""
    for login, role in (("manager", Role.MANAGER), ("staff", Role.STAFF)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    files.close(file)
    return file.path
