"""The dates of a case: set, kept, taken away with a reason; the earliest one stands in the row of the case."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.db import models
from desktop_app.domain import steps
from desktop_app.domain.clocks import DeadlineKind, Done, NewDeadline
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import cases, clocks
from desktop_app.services.files import OpenFile
from tests.services.situations import TODAY, new_case, unpaid

HEARING = NewDeadline(DeadlineKind.HEARING, TODAY + timedelta(days=5), note="Талдықорған")
STEP = NewDeadline(DeadlineKind.STEP, TODAY + timedelta(days=2))


def case_of(file: OpenFile) -> int:
    return cases.open_case(file, new_case()).id


def next_deadline(file: OpenFile, case_id: int) -> date | None:
    with file.db.read() as session:
        return session.get_one(models.Case, case_id).next_deadline


def test_dates_come_soonest_first_and_the_earliest_stands_in_the_case(file: OpenFile) -> None:
    case_id = case_of(file)
    assert next_deadline(file, case_id) is None
    hearing = clocks.add(file, case_id, HEARING).id
    step = clocks.add(file, case_id, STEP).id
    assert [row.id for row in clocks.listing(file, case_id)] == [step, hearing]
    assert next_deadline(file, case_id) == STEP.due_on
    clocks.done(file, case_id, step, Done(TODAY, note="Келді"))
    assert next_deadline(file, case_id) == HEARING.due_on
    clocks.remove(file, case_id, hearing, "Сот басқа күнді белгіледі")
    assert next_deadline(file, case_id) is None
    over = {row.id: row for row in clocks.listing(file, case_id)}
    assert (over[step].done_on, over[step].answer_note) == (TODAY, "Келді")
    assert (over[hearing].removed_on, over[hearing].removed_why) == (TODAY, "Сот басқа күнді белгіледі")


def test_a_date_is_not_removed_without_a_reason(file: OpenFile) -> None:
    case_id = case_of(file)
    step = clocks.add(file, case_id, STEP).id
    with pytest.raises(InvalidInput, match="why"):
        clocks.remove(file, case_id, step, "  ")
    assert clocks.listing(file, case_id)[0].is_open


def test_a_date_that_is_over_stays_as_it_was(file: OpenFile) -> None:
    case_id = case_of(file)
    step = clocks.add(file, case_id, STEP).id
    clocks.done(file, case_id, step, Done(TODAY))
    for call in (
        lambda: clocks.done(file, case_id, step, Done(TODAY)),
        lambda: clocks.remove(file, case_id, step, "x"),
        lambda: clocks.remove(file, case_id, step + 1, "x"),
    ):
        with pytest.raises(AppError):
            call()


def test_a_date_of_another_case_is_not_found(file: OpenFile) -> None:
    first, second = case_of(file), case_of(file)
    step = clocks.add(file, first, STEP).id
    with pytest.raises(AppError, match="not in the case"):
        clocks.remove(file, second, step, "x")


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewDeadline(DeadlineKind.OTHER, TODAY), "note"),
        (NewDeadline(DeadlineKind.STEP, date(1900, 1, 1)), "due_on"),
        (NewDeadline(DeadlineKind.STEP, TODAY, note="x" * 400), "note"),
        (NewDeadline(DeadlineKind.STEP, TODAY, latest_on=TODAY - timedelta(days=1)), "latest_on"),
        (NewDeadline(DeadlineKind.STEP, TODAY, worker_id=999), "worker_id"),
    ],
    ids=["other-without-words", "too-early", "too-long", "outer-before-safe", "stranger"],
)
def test_what_makes_no_sense_is_said_beside_its_field(file: OpenFile, new: NewDeadline, field: str) -> None:
    case_id = unpaid(file).id
    with pytest.raises(InvalidInput) as refused:
        clocks.add(file, case_id, new)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_domestic_worker_goes_from_the_claim_to_court(file: OpenFile) -> None:
    """lc.136, lc.159.1: no commission stands between."""
    household = Employer("Ахметова Сәуле", EmployerKind.HOUSEHOLD)
    case_id = cases.open_case(file, new_case(employer=household)).id
    step = clocks.add(file, case_id, steps.begin("employer.pay_by", steps.Former.on(date(2026, 11, 2)))).id
    clocks.done(file, case_id, step, Done(date(2026, 11, 13), "refused"))
    open_rows = [row.rule for row in clocks.listing(file, case_id) if row.is_open]
    assert sorted(open_rows) == ["court.claim", "inspection.complain"]


def test_nothing_is_done_in_the_future(file: OpenFile) -> None:
    case_id = case_of(file)
    step = clocks.add(file, case_id, STEP).id
    with pytest.raises(InvalidInput):
        clocks.done(file, case_id, step, Done(TODAY + timedelta(days=1)))
