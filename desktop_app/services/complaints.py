"""The wage complaint of a crew: logging it, and counting arrears and penalty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app import settings
from desktop_app.db.queries import crew as crew_queries
from desktop_app.domain.cases import NewWageComplaint
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import LONGEST_LINE, placed, problem_of_length, problem_of_next_date, refuse
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied
from desktop_app.domain.wage_checks import problems_of_wages
from desktop_app.domain.wages import WageCalculation, calculate
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, crew, sealed, terms
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile


def log_wage_arrears(file: OpenFile, complaint: NewWageComplaint) -> Saved:
    """Put the wage story of some workers of a case in place of what was there; the id of the case.

    The next date and step are set when the complaint names them. Raises InvalidInput with the problems as
    `workers[2].periods[0].says`; then nothing is written.
    """
    today = settings.today()
    pairs = tuple((worker_id, crew.by_first_days(wages)) for worker_id, wages in complaint.workers)
    complaint = replace(tidied(complaint), workers=pairs)
    refuse(problems(complaint, today))
    with access.writing(file, Action.LOG_WAGE_COMPLAINT, "case", complaint.case_id) as session:
        case = stored_case(session, complaint.case_id)
        _check_workers(complaint, crew_queries.worker_ids(session, complaint.case_id))
        for worker_id, wages in complaint.workers:
            crew.store_wages(session, worker_id, wages)
        if complaint.next_date is not None or complaint.next_step:
            case.version += 1
            case.next_date = complaint.next_date or case.next_date
            case.next_step = complaint.next_step or case.next_step
        crew.count_again(session, case, today)
        terms.follow_wages(session, case.id, today, file.staff.id)
        sealed.settle(file, session, case.id)
    return Saved(complaint.case_id, frozenset({Kind.CASE, Kind.MONEY, Kind.DEADLINE}))


def problems(complaint: NewWageComplaint, today: date) -> tuple[Problem, ...]:
    """What is wrong with the complaint, `workers[0].rate` and so on."""
    found = [
        *problem_of_next_date(complaint.next_date, today),
        *problem_of_length("next_step", complaint.next_step, LONGEST_LINE),
    ]
    if not complaint.workers:
        found.append(Problem("workers", Message(N_("Choose at least one worker."))))
    for place, (_worker_id, wages) in enumerate(complaint.workers):
        found += placed(problems_of_wages(wages, today), f"workers[{place}]")
    return tuple(found)


def calculations(file: OpenFile, case_id: int, counted_to: date) -> dict[int, WageCalculation]:
    """Arrears and penalty to a day, by the worker's id in the case; workers without a wage complaint are left out.

    Money received through the centre counts as paid on its day, for the oldest debt.
    """
    with access.reading(file, Action.COUNT_WAGES, "case", case_id) as session:
        workers = crew_queries.workers(session, case_id)
    counted = ((worker.id, crew.with_money(worker)) for worker in workers)
    return {worker_id: calculate(wages, counted_to) for worker_id, wages in counted if wages is not None}


def _check_workers(complaint: NewWageComplaint, present: frozenset[int]) -> None:
    seen: set[int] = set()
    for place, (worker_id, _wages) in enumerate(complaint.workers):
        if worker_id not in present or worker_id in seen:
            message = Message(N_("This worker is not in the crew of the case, or stands here twice."))
            raise InvalidInput((Problem(f"workers[{place}]", message),))
        seen.add(worker_id)
