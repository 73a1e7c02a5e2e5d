"""Writing the crew of a case: workers, their wages, and the sums that lists show. Used within a transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from desktop_app.db import models, rows, search
from desktop_app.db.queries import Session, access
from desktop_app.db.queries import crew as crew_queries
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.cases import CaseWorker, MoneyKind, NewWorker
from desktop_app.domain.complaints import Evidence, WagePayment, WorkerWages
from desktop_app.domain.money import LARGEST_AMOUNT, NOTHING, to_tiyn
from desktop_app.domain.permissions import Relation
from desktop_app.domain.tidy import tidied, tidied_person
from desktop_app.domain.wages import calculate
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_

_MOST_OWED: Final = LARGEST_AMOUNT * 1_000


def tidied_workers(workers: Iterable[NewWorker]) -> tuple[NewWorker, ...]:
    """The workers with tidied texts and months kept by their first day."""
    return tuple(
        replace(
            tidied(worker),
            person=tidied_person(worker.person),
            wages=None if worker.wages is None else by_first_days(worker.wages),
        )
        for worker in workers
    )


def by_first_days(wages: WorkerWages) -> WorkerWages:
    """The wages with every month named by its first day."""
    periods = tuple(replace(period, month=period.month.replace(day=1)) for period in wages.periods)
    payments = tuple(
        replace(payment, month=payment.month and payment.month.replace(day=1)) for payment in wages.payments
    )
    return replace(wages, terms=tidied(wages.terms), periods=periods, payments=payments)


def add(session: Session, who: Viewer, case: models.Case, workers: tuple[NewWorker, ...]) -> None:
    """Add workers behind those the case has. Raises InvalidInput for a person who is gone or in the crew already."""
    present = {worker.person_id for worker in crew_queries.workers(session, case.id)}
    people = [_person(session, who, worker, place, present) for place, worker in enumerate(workers)]
    session.flush()
    taken = [
        models.CaseWorker(
            case_id=case.id,
            person_id=person.id,
            position=len(present) + place,
            occupation=worker.occupation,
            **rows.columns_of_worker(rows.person_of(person)),
        )
        for place, (worker, person) in enumerate(zip(workers, people, strict=True))
    ]
    session.add_all(taken)
    session.flush()
    for worker, place_in_case in zip(workers, taken, strict=True):
        if worker.wages is not None:
            _add_wages(session, place_in_case.id, worker.wages)
    search.learn_words(session, search.PEOPLE, (person.full_name for person in people))


def store_wages(session: Session, worker_id: int, wages: WorkerWages) -> None:
    """Put a worker's wage story in place of the one that was there."""
    crew_queries.forget_wages(session, worker_id)
    _add_wages(session, worker_id, wages)


def _add_wages(session: Session, worker_id: int, wages: WorkerWages) -> None:
    session.add(models.WageTerms(case_worker_id=worker_id, **rows.columns_of_terms(wages.terms)))
    session.add_all(
        models.WagePeriod(case_worker_id=worker_id, **rows.columns_of_period(period)) for period in wages.periods
    )
    session.add_all(
        models.WagePayment(case_worker_id=worker_id, **rows.columns_of_payment(payment)) for payment in wages.payments
    )


def count_again(session: Session, case: models.Case, today: date) -> None:
    """Bring the sums and the crew that lists show up to date. Raises AppError when a sum cannot be counted."""
    session.flush()
    workers = crew_queries.workers(session, case.id)
    owed = received = NOTHING
    for worker in workers:
        wages = with_money(worker)
        owed += NOTHING if wages is None else calculate(wages, today).arrears
        received += received_by(worker)
    if max(owed, received) > _MOST_OWED:
        message = Message(N_("The sums of this case are too large to be right. Check the number of zeros."))
        raise InvalidInput((Problem("workers", message),))
    case.workers = len(workers)
    case.first_worker = workers[0].person.full_name
    case.owed_tiyn = to_tiyn(owed)
    case.received_tiyn = to_tiyn(received)


def with_money(worker: CaseWorker) -> WorkerWages | None:
    """A worker's wages with the money received through the centre as payments, None without a wage complaint."""
    if worker.wages is None:
        return None
    received = tuple(
        WagePayment(entry.on, entry.amount, None, Evidence.PAPER)
        for entry in worker.money
        if entry.kind is MoneyKind.RECEIVED
    )
    return replace(worker.wages, payments=worker.wages.payments + received)


def received_by(worker: CaseWorker) -> Decimal:
    """Tenge that reached the worker through the centre."""
    return sum((entry.amount for entry in worker.money if entry.kind is MoneyKind.RECEIVED), NOTHING)


def _person(session: Session, who: Viewer, worker: NewWorker, place: int, present: set[int]) -> models.Person:
    if worker.person_id is None:
        person = models.Person(**rows.columns_of_person(worker.person))
        session.add(person)
        return person
    known = session.get(models.Person, worker.person_id)
    if known is None or access.relation(session, who, "person", known.id) is Relation.NONE:
        message = Message(N_("This person is no longer in the file. Type the name again."))
    elif known.id in present:
        message = Message(N_("This person is in the crew already."))
    else:
        return known
    raise InvalidInput((Problem(f"workers[{place}].full_name", message),))
