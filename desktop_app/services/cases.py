"""Cases: opening one for a crew, the list, the page of one case, changing its fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from desktop_app import settings
from desktop_app.db import models, rows, search
from desktop_app.db.queries import Session
from desktop_app.db.queries import access as access_queries
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.cases import CaseCard, CaseChange, CaseFilter, CaseRow, NewCase, NewWorker, Status
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import problems_of_case, problems_of_change, problems_of_workers, refuse
from desktop_app.domain.employers import Employer
from desktop_app.domain.permissions import Action, Relation
from desktop_app.domain.tidy import digits_joined, tidied, tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, crew, sealed, terms
from desktop_app.services.files import OpenFile

_LONGEST_NUMBER: Final = 40
_CREW_CHANGED: Final = frozenset({Kind.CASE, Kind.PERSON, Kind.EMPLOYER, Kind.DEADLINE})


class StaleChange(AppError):
    """The case was changed after it was read; nothing of the new change was written."""


def open_case(file: OpenFile, new: NewCase) -> Saved:
    """Open a case with its employer and crew; the id of the case.

    Raises InvalidInput with every problem (domain.checks.problems_of_case); then nothing is written.
    """
    today = settings.today()
    new = _tidied(new)
    refuse(problems_of_case(new, today))
    with access.writing(file, Action.OPEN_CASE, "case") as session:
        who = access.viewer(file, session)
        case = _stored(session, new, new.opened_on or today, who)
        session.info["entity_id"] = case.id
        crew.add(session, who, case, new.workers)
        crew.count_again(session, case, today)
        terms.follow_wages(session, case.id, today, file.staff.id)
        return Saved(case.id, _CREW_CHANGED)


def add_workers(file: OpenFile, case_id: int, workers: tuple[NewWorker, ...]) -> Saved:
    """Add workers to a case. Raises InvalidInput with the problems as `workers[3].…`."""
    today = settings.today()
    workers = crew.tidied_workers(workers)
    refuse(problems_of_workers(workers, today))
    with access.writing(file, Action.ADD_WORKERS, "case", case_id) as session:
        case = stored_case(session, case_id)
        crew.add(session, access.viewer(file, session), case, workers)
        crew.count_again(session, case, today)
        terms.follow_wages(session, case_id, today, file.staff.id)
        sealed.settle(file, session, case_id)
    return Saved(case_id, _CREW_CHANGED)


def page(file: OpenFile, wanted: CaseFilter) -> tuple[CaseRow, ...]:
    """A page of the list, newest first."""
    with access.reading(file, Action.LIST_CASES) as session:
        return case_queries.page(session, access.viewer(file, session), wanted)


def card(file: OpenFile, case_id: int) -> CaseCard:
    """All of one case; that it was looked at is logged. AppError when it is not in the file."""
    with access.writing(file, Action.VIEW_CASE, "case", case_id) as session:
        found = case_queries.card(session, case_id)
        if found is None:
            raise AppError(NO_CASE)
        return sealed.reveal(file, session, found)


def find(file: OpenFile, number: str) -> int:
    """The id of the case with this number. AppError when there is none."""
    number = tidy_line(number)[:_LONGEST_NUMBER]
    with access.reading(file, Action.LIST_CASES) as session:
        found = case_queries.find(session, access.viewer(file, session), number)
    if found is None:
        raise AppError(N_("There is no case with the number %(number)s."), number=number)
    return found


def change(file: OpenFile, wanted: CaseChange) -> Saved:
    """Give a case new field values. Raises StaleChange when somebody changed it after it was read, InvalidInput."""
    wanted = tidied(wanted)
    refuse(problems_of_change(wanted, settings.today()))
    with access.writing(file, Action.CHANGE_CASE, "case", wanted.case_id) as session:
        case = stored_case(session, wanted.case_id)
        if case.version != wanted.version:
            raise StaleChange(
                N_(
                    "This case was changed by a colleague while you were typing. "
                    "Nothing was overwritten: open the case again and repeat your change."
                )
            )
        _check_responsible(session, wanted.responsible_id)
        if case.status != wanted.status.value:
            message = Message(N_("A case is closed and opened again under Steps, with its result and the reason."))
            raise InvalidInput((Problem("status", message),))
        case.version += 1
        case.site, case.region, case.note = wanted.site, wanted.region, wanted.note
        case.sector, case.channel = wanted.sector.value, wanted.channel.value
        case.responsible_id = wanted.responsible_id
        case.next_date, case.next_step = wanted.next_date, wanted.next_step
        sealed.settle(file, session, wanted.case_id, emptied=True)
    return Saved(wanted.case_id, frozenset({Kind.CASE}))


NO_CASE: Final = N_("This case is not in the file.")


def stored_case(session: Session, case_id: int) -> models.Case:
    """The case to be written to. AppError when it is not in the file."""
    case = session.get(models.Case, case_id)
    if case is None:
        raise AppError(NO_CASE)
    return case


def _tidied(new: NewCase) -> NewCase:
    employer = tidied(new.employer)
    employer = replace(employer, bin_iin=digits_joined(employer.bin_iin))
    return replace(tidied(new), employer=employer, workers=crew.tidied_workers(new.workers))


def _stored(session: Session, new: NewCase, opened_on: date, who: Viewer) -> models.Case:
    employer = _employer(session, who, new.employer, new.employer_id)
    responsible = who.staff_id if new.responsible_id is None else new.responsible_id
    _check_responsible(session, responsible)
    sequence = case_queries.next_sequence(session, opened_on.year)
    case = models.Case(
        number=f"{opened_on.year}-{sequence:04}",
        year=opened_on.year,
        sequence=sequence,
        version=1,
        employer_id=employer.id,
        site=new.site,
        region=new.region,
        sector=new.sector.value,
        channel=new.channel.value,
        status=Status.OPEN.value,
        responsible_id=responsible,
        opened_on=opened_on,
        next_date=new.next_date,
        next_step=new.next_step,
        note=new.note,
        employer_name=employer.name,
        employer_kind=employer.kind,
        first_worker="",
        workers=0,
        owed_tiyn=0,
        received_tiyn=0,
    )
    session.add(case)
    session.flush()
    return case


def _employer(session: Session, who: Viewer, new: Employer, employer_id: int | None) -> models.Employer:
    if employer_id is None:
        employer = models.Employer(**rows.columns_of_employer(new))
        session.add(employer)
        session.flush()
        search.learn_words(session, search.EMPLOYERS, [employer.name])
        return employer
    known = session.get(models.Employer, employer_id)
    if known is None or access_queries.relation(session, who, "employer", employer_id) is Relation.NONE:
        message = Message(N_("This employer is no longer in the file. Type the name again."))
        raise InvalidInput((Problem("employer.name", message),))
    return known


def _check_responsible(session: Session, staff_id: int | None) -> None:
    if staff_id is not None and session.get(models.Staff, staff_id) is None:
        message = Message(N_("Choose a member of staff from the list."))
        raise InvalidInput((Problem("responsible_id", message),))
