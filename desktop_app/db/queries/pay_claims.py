"""Hours, deductions, leave and promised instalments of the workers of a case."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final, cast

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import Base, CaseWorker, Deadline, Deduction, HoursMonth, Instalment, LeaveClaim
from desktop_app.db.rows_of_pay import deduction_of, hours_of, instalment_of, leave_of
from desktop_app.domain import instalments, overtime, pay_claims
from desktop_app.domain.deductions import Deduction as KeptBack

_CREW: Final = CaseWorker.__table__.c


def pay_of(session: Session, case_id: int, words: Words) -> dict[int, pay_claims.WorkerPay]:
    """What is known of each worker's hours, deductions and leave; workers of whom nothing is known are left out."""
    hours: dict[int, list[overtime.HoursMonth]] = defaultdict(list)
    for row in _rows(session, HoursMonth, case_id):
        hours[row.case_worker_id].append(hours_of(row))
    kept_back: dict[int, list[KeptBack]] = defaultdict(list)
    for row in _rows(session, Deduction, case_id):
        kept_back[row.case_worker_id].append(deduction_of(row, words("deduction", row.id, "reason", row.reason)))
    leave = {row.case_worker_id: leave_of(row) for row in _rows(session, LeaveClaim, case_id)}
    return {
        worker: pay_claims.WorkerPay(tuple(hours.get(worker, ())), tuple(kept_back.get(worker, ())), leave.get(worker))
        for worker in sorted({*hours, *kept_back, *leave})
    }


def instalments_of(session: Session, case_id: int, words: Words) -> dict[int, tuple[instalments.Instalment, ...]]:
    """The promises made to each worker, in the order they were written down."""
    found: dict[int, list[instalments.Instalment]] = defaultdict(list)
    for row in _rows(session, Instalment, case_id):
        found[row.case_worker_id].append(instalment_of(row, words("instalment", row.id, "note", row.note)))
    return {worker: tuple(rows) for worker, rows in found.items()}


def instalment(session: Session, case_id: int, instalment_id: int) -> Instalment | None:
    """A promise made to a worker of this case, to be written to."""
    row = session.get(Instalment, instalment_id)
    place = None if row is None else session.get(CaseWorker, row.case_worker_id)
    return row if place is not None and place.case_id == case_id else None


def another_on_that_day(session: Session, case_id: int, row: Instalment) -> int | None:
    """The id of another promise of the case for the same day, None when there is none."""
    wanted = (
        select(Instalment.id)
        .join(CaseWorker, CaseWorker.id == Instalment.case_worker_id)
        .where(CaseWorker.case_id == case_id, Instalment.due_on == row.due_on, Instalment.id != row.id)
        .order_by(Instalment.id)
    )
    return session.scalars(wanted.limit(1)).first()


def deadlines_of_instalments(session: Session, case_id: int) -> tuple[Deadline, ...]:
    """The dates of a case that stand for promises, open or not."""
    wanted = select(Deadline).where(Deadline.case_id == case_id, Deadline.instalment_id.is_not(None))
    return tuple(session.scalars(wanted))


def forget_pay(session: Session, worker_id: int) -> None:
    """Take a worker's hours, deductions and leave out, before new ones are put in their place."""
    for table in (HoursMonth, Deduction, LeaveClaim):
        old = delete(table).where(table.case_worker_id == worker_id)
        session.execute(old, execution_options={"synchronize_session": False})


def _rows(session: Session, model: type[Base], case_id: int) -> Any:
    table = cast("Table", model.__table__)
    order = table.c.id if "id" in table.c else table.c.case_worker_id
    wanted = select(table).join(CaseWorker.__table__, _CREW.id == table.c.case_worker_id)
    return session.connection().execute(wanted.where(_CREW.case_id == case_id).order_by(order))
