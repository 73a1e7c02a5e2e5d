"""What one table repeats of another must agree with it: the lists and summaries read the repetition alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, CaseWorker, Deadline, Employer, MoneyEntry, Person
from desktop_app.domain.cases import MoneyKind


class Rule(StrEnum):
    """What a case repeats."""

    WORKERS = "workers"
    RECEIVED = "received"
    EMPLOYER = "employer"
    FIRST_WORKER = "first worker"
    NEXT_DEADLINE = "next deadline"


def broken(session: Session) -> Iterator[tuple[Rule, int]]:
    """Every case, by id, that does not agree with its own rows."""
    for rule, repeated, counted in (
        (Rule.WORKERS, Case.workers, _workers()),
        (Rule.RECEIVED, Case.received_tiyn, _received()),
        (Rule.EMPLOYER, Case.employer_name, _employer()),
        (Rule.FIRST_WORKER, Case.first_worker, _first_worker()),
        (Rule.NEXT_DEADLINE, Case.next_deadline, _next_deadline()),
    ):
        differs: ColumnElement[bool] = repeated.is_distinct_from(counted)
        for case_id in session.scalars(select(Case.id).where(differs).order_by(Case.id)):
            yield rule, case_id


def _workers() -> ScalarSelect[int]:
    return select(func.count()).where(CaseWorker.case_id == Case.id).correlate(Case).scalar_subquery()


def _received() -> ScalarSelect[int]:
    money = (
        select(func.coalesce(func.sum(MoneyEntry.amount_tiyn), 0))
        .join(CaseWorker, CaseWorker.id == MoneyEntry.case_worker_id)
        .where(CaseWorker.case_id == Case.id, MoneyEntry.kind == MoneyKind.RECEIVED.value)
    )
    return money.correlate(Case).scalar_subquery()


def _employer() -> ScalarSelect[str]:
    return select(Employer.name).where(Employer.id == Case.employer_id).correlate(Case).scalar_subquery()


def _next_deadline() -> ScalarSelect[date]:
    is_open = Deadline.done_on.is_(None), Deadline.removed_on.is_(None)
    return (
        select(func.min(Deadline.due_on)).where(Deadline.case_id == Case.id, *is_open).correlate(Case).scalar_subquery()
    )


def _first_worker() -> ColumnElement[str]:
    first = (
        select(Person.full_name)
        .join(CaseWorker, CaseWorker.person_id == Person.id)
        .where(CaseWorker.case_id == Case.id)
        .order_by(CaseWorker.position)
        .limit(1)
    )
    return func.coalesce(first.correlate(Case).scalar_subquery(), "")
