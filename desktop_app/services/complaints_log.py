"""The complaints of a case beside wages: writing one down, changing, settling and removing it."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import complaints as queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.complaint_cards import (
    ComplaintCard,
    NewComplaint,
    RemovalReason,
    problems_of_complaint,
    tidied_complaint,
)
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, sealed, terms
from desktop_app.services.cases import StaleChange, stored_case
from desktop_app.services.files import OpenFile

_CHANGED: Final = frozenset({Kind.COMPLAINT, Kind.CASE})
_GONE: Final = N_("This complaint is no longer in the case. Read the case again to see what there is.")
_STALE: Final = N_(
    "A colleague changed this complaint after you opened it. Nothing was overwritten, and what you typed is still "
    "here. Open the complaint again to see the change, then type yours."
)
_NOT_IN_CREW: Final = N_("This worker is not in the crew of the case.")


def listing(file: OpenFile, case_id: int) -> tuple[ComplaintCard, ...]:
    """The complaints of a case, those that are open first. Wage arrears stand under Wages and not here."""
    with access.reading(file, Action.LIST_COMPLAINTS, "case", case_id) as session:
        return queries.of_case(session, case_id, sealed.words(file, session, case_id))


def log(file: OpenFile, case_id: int, new: NewComplaint) -> Saved:
    """Write down a complaint; its id. Raises InvalidInput with every problem; then nothing is written."""
    today = settings.today()
    new = tidied_complaint(new)
    refuse(problems_of_complaint(new, today))
    with access.writing(file, Action.LOG_COMPLAINT, "case", case_id) as session:
        stored_case(session, case_id)
        refuse(_problems_of_crew(session, case_id, new))
        complaint_id, rows = queries.add(session, case_id, new, file.staff.id, today)
        terms.follow_dismissal(session, case_id, new, file.staff.id)
        sealed.settle(file, session, case_id, written=rows)
    return Saved(complaint_id, _CHANGED)


def change(file: OpenFile, case_id: int, complaint_id: int, version: int, new: NewComplaint) -> Saved:
    """Give a complaint that was read in this `version` new values; its kind stays.

    Raises InvalidInput, and StaleChange when a colleague was quicker; then nothing is written.
    """
    new = tidied_complaint(new)
    refuse(problems_of_complaint(new, settings.today()))
    with access.writing(file, Action.LOG_COMPLAINT, "case", case_id) as session:
        row = _stored(session, case_id, complaint_id)
        if row.version != version:
            raise StaleChange(_STALE)
        if row.kind != new.kind.value:
            raise InvalidInput((Problem("kind", Message(N_("The kind of a complaint stays. Log another one."))),))
        refuse(_problems_of_crew(session, case_id, new))
        rows = queries.write(session, row, new)
        terms.follow_dismissal(session, case_id, new, file.staff.id)
        sealed.settle(file, session, case_id, written=rows)
    return Saved(complaint_id, _CHANGED)


def settle(file: OpenFile, case_id: int, complaint_id: int, on: date | None) -> Saved:
    """Note the day on which a complaint was settled, or with None that it is open again. Raises InvalidInput."""
    if on is not None and on > settings.today():
        raise InvalidInput((Problem("on", Message(N_("The date is in the future."))),))
    with access.writing(file, Action.LOG_COMPLAINT, "case", case_id) as session:
        row = _stored(session, case_id, complaint_id)
        if on is not None and on < row.logged_on:
            raise InvalidInput((Problem("on", Message(N_("It cannot be settled before it was written down."))),))
        row.settled_on = on
        sealed.settle(file, session, case_id)
    return Saved(complaint_id, _CHANGED)


def remove(file: OpenFile, case_id: int, complaint_id: int, reason: RemovalReason) -> Saved:
    """Take a complaint out of a case for good; the log keeps that, who did it and why."""
    with access.writing(file, Action.REMOVE_COMPLAINT, "case", case_id) as session:
        sealed.key_for(file, session, case_id)
        queries.remove(session, _stored(session, case_id, complaint_id))
        # The reason is a code, so that the log names nobody.
        access.note(session, file, Action.REMOVE_COMPLAINT.value, f"complaint:{reason.value}", complaint_id)
        sealed.settle(file, session, case_id)
    return Saved(complaint_id, _CHANGED)


def _stored(session: Session, case_id: int, complaint_id: int) -> models.Complaint:
    row = queries.stored(session, case_id, complaint_id)
    if row is None:
        raise AppError(_GONE)
    return row


def _problems_of_crew(session: Session, case_id: int, new: NewComplaint) -> tuple[Problem, ...]:
    present = crew_queries.worker_ids(session, case_id)
    problems = [Problem("worker_ids", Message(_NOT_IN_CREW)) for found in new.worker_ids if found not in present]
    problems += [
        Problem(f"documents[{place}].worker_id", Message(_NOT_IN_CREW))
        for place, document in enumerate(new.documents)
        if document.worker_id not in present
    ]
    return tuple(problems)
