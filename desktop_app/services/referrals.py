"""Referrals: sending a worker on with consent, recording what came of it, and the numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from desktop_app import law, settings
from desktop_app.db import case_rows, models
from desktop_app.db.queries import Session, clocks
from desktop_app.db.queries import directory as directory_queries
from desktop_app.db.queries import enquiries as enquiry_queries
from desktop_app.db.queries import referrals as queries
from desktop_app.domain import referrals as domain
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.directory import EntryCard
from desktop_app.domain.permissions import Action
from desktop_app.domain.referrals import BASIS_OF, Ground, NewReferral, ReferralCard, ReferralCounts, ReferralResult
from desktop_app.domain.tidy import tidied
from desktop_app.domain.transfers import HOME, NewTransfer
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, enquiries, sealed, transfers
from desktop_app.services.directory import NO_ENTRY
from desktop_app.services.files import OpenFile

_CHANGED: Final = frozenset({Kind.REFERRAL, Kind.DIRECTORY})
_NO_REFERRAL: Final = N_("This referral is not in the file.")
_OUT_OF_USE: Final = N_("This entry is no longer in use. Choose another one.")
_NOT_IN_CREW: Final = N_("This worker is not in the crew of the case.")
# The name of a field here for that of the transfer that is made of it.
_FIELDS: Final = {"person_ids": "case_worker_id", "basis": "ground"}


def of_case(file: OpenFile, case_id: int) -> tuple[ReferralCard, ...]:
    """The referrals of a case, newest first."""
    with access.reading(file, Action.VIEW_REFERRALS, "case", case_id) as session:
        return queries.of_case(session, case_id, sealed.words(file, session, case_id))


def of_enquiry(file: OpenFile, enquiry_id: int) -> tuple[ReferralCard, ...]:
    """The referrals from an enquiry, newest first. AppError when its case is closed to who is signed in."""
    with access.reading(file, Action.LIST_ENQUIRIES) as session:
        return queries.of_enquiry(session, enquiry_id, _words_of_enquiry(file, session, enquiry_id))


def counts(file: OpenFile, first: date | None, last: date | None) -> ReferralCounts:
    """How many were sent on in a period: by kind of body or service, by result, and who attended a course."""
    with access.reading(file, Action.LIST_DIRECTORY) as session:
        return queries.counts(session, access.viewer(file, session), first, last)


def refer(file: OpenFile, case_id: int, referral: NewReferral) -> Saved:
    """Send a worker of a case on; what is given away is a line in the register of data given to others.

    Raises InvalidInput when something is missing or no consent allows it: then nothing is recorded.
    """
    referral = replace(tidied(referral), case_id=case_id, enquiry_id=None)
    refuse(domain.problems(referral, settings.today()))
    with access.reading(file, Action.RECORD_REFERRAL, "case", case_id) as session:
        entry = _entry(session, referral.entry_id)
        person_id = _person(session, referral)
    if referral.ground is not Ground.TOLD and person_id is not None:
        _give(file, referral, entry, person_id)
    with access.writing(file, Action.RECORD_REFERRAL, "case", case_id) as session:
        row = _row(file, session, referral)
        clocks.add_deadline(session, case_id, _date_to_ask(row, entry), file.staff.id)
        sealed.settle(file, session, case_id, written=(row,))
        return Saved(row.id, _CHANGED | {Kind.CASE, Kind.PERSON, Kind.DEADLINE})


def refer_caller(file: OpenFile, enquiry_id: int, referral: NewReferral) -> Saved:
    """Note where somebody who asked a question was sent; no data of a caller leave the centre. Raises InvalidInput."""
    referral = replace(tidied(referral), case_id=None, case_worker_id=None, enquiry_id=enquiry_id)
    refuse(domain.problems(referral, settings.today()))
    with access.writing(file, Action.LOG_ENQUIRY, "enquiry", enquiry_id) as session:
        _words_of_enquiry(file, session, enquiry_id)
        _entry(session, referral.entry_id)
        referral = replace(referral, case_id=enquiry_queries.case_of(session, enquiry_id))
        row = _row(file, session, referral)
        if referral.case_id is not None:
            sealed.settle(file, session, referral.case_id, written=(row,))
        return Saved(row.id, _CHANGED | {Kind.ENQUIRY})


def record_result(file: OpenFile, case_id: int, referral_id: int, found: ReferralResult) -> Saved:
    """Record what came of a referral of a case. Raises InvalidInput, AppError when it is not in the case."""
    found = tidied(found)
    with access.writing(file, Action.RECORD_REFERRAL, "case", case_id) as session:
        row = session.get(models.Referral, referral_id)
        if row is None or row.case_id != case_id:
            raise AppError(_NO_REFERRAL)
        _store_result(session, row, found, sealed.words(file, session, case_id))
        _move_date(session, case_id, referral_id, found)
        sealed.settle(file, session, case_id, written=(row,))
    return Saved(referral_id, _CHANGED | {Kind.CASE, Kind.DEADLINE})


def record_result_of_caller(file: OpenFile, enquiry_id: int, referral_id: int, found: ReferralResult) -> Saved:
    """As `record_result`, for a referral from an enquiry."""
    found = tidied(found)
    with access.writing(file, Action.LOG_ENQUIRY, "enquiry", enquiry_id) as session:
        words = _words_of_enquiry(file, session, enquiry_id)
        row = session.get(models.Referral, referral_id)
        if row is None or row.enquiry_id != enquiry_id:
            raise AppError(_NO_REFERRAL)
        _store_result(session, row, found, words)
        if row.case_id is not None:
            sealed.settle(file, session, row.case_id, written=(row,))
    return Saved(referral_id, _CHANGED | {Kind.ENQUIRY})


def _give(file: OpenFile, referral: NewReferral, entry: EntryCard, person_id: int) -> None:
    """Record the transfer of data; its problems are those of the referral's fields."""
    transfer = NewTransfer(
        person_ids=(person_id,),
        on=referral.on,
        recipient=entry.entry.name.within("ru"),
        country=entry.entry.country or HOME,
        aim=referral.aim,
        basis=BASIS_OF[referral.ground],
        what=referral.what,
        reason=referral.reason,
        case_id=referral.case_id,
    )
    try:
        transfers.record(file, transfer)
    except InvalidInput as error:
        told = (Problem(_FIELDS.get(each.field, each.field), each.message) for each in error.problems)
        raise InvalidInput(tuple(told)) from error


def _row(file: OpenFile, session: Session, referral: NewReferral) -> models.Referral:
    given = referral.ground is Ground.CONSENT
    row = models.Referral(
        entry_id=referral.entry_id,
        case_id=referral.case_id,
        case_worker_id=referral.case_worker_id,
        enquiry_id=referral.enquiry_id,
        on_day=referral.on,
        aim=referral.aim,
        consent=referral.ground.value,
        consent_on=referral.on if given else None,
        result="",
        result_on=None,
        note="\n".join(filter(None, (referral.reason, referral.note))),
        staff_id=file.staff.id,
    )
    session.add(row)
    session.flush()
    return row


def _date_to_ask(row: models.Referral, entry: EntryCard) -> NewDeadline:
    """The day on which one asks what came of it."""
    return NewDeadline(
        DeadlineKind.REFERRAL,
        row.on_day + timedelta(days=law.practice(domain.DAYS_TO_ASK)),
        domain.clock_rule(row.id),
        row.on_day,
        worker_id=row.case_worker_id,
        note=entry.entry.name.within("ru"),
    )


def _move_date(session: Session, case_id: int, referral_id: int, found: ReferralResult) -> None:
    """A result that is final ends the date to ask; after one that goes on one asks again."""
    for date_to_ask in clocks.of_rule(session, case_id, (domain.clock_rule(referral_id),)):
        if date_to_ask.done_on is None and date_to_ask.removed_on is None:
            if found.result in domain.GOES_ON:
                date_to_ask.due_on = found.on + timedelta(days=law.practice(domain.DAYS_TO_ASK))
            else:
                date_to_ask.done_on = found.on
    clocks.refresh_next(session, case_id)


def _store_result(session: Session, row: models.Referral, found: ReferralResult, words: case_rows.Words) -> None:
    entry = directory_queries.card(session, row.entry_id)
    if entry is None:
        raise AppError(NO_ENTRY)
    refuse(domain.problems_of_result(found, row.on_day, entry.entry.kind, settings.today()))
    row.result, row.result_on = found.result.value, found.on
    # Behind a seal the stored texts are empty, and what is written empty stays so.
    row.aim, before = (words("referral", row.id, name, getattr(row, name)) for name in ("aim", "note"))
    row.note = "\n".join(filter(None, (before, found.note)))
    session.flush()


def _entry(session: Session, entry_id: int) -> EntryCard:
    found = directory_queries.card(session, entry_id)
    if found is None:
        raise InvalidInput((Problem("entry_id", Message(NO_ENTRY)),))
    if not found.active:
        raise InvalidInput((Problem("entry_id", Message(_OUT_OF_USE)),))
    return found


def _person(session: Session, referral: NewReferral) -> int | None:
    """The person behind the worker who is sent on; InvalidInput for a worker of another case."""
    if referral.case_worker_id is None:
        return None
    worker = session.get(models.CaseWorker, referral.case_worker_id)
    if worker is None or worker.case_id != referral.case_id:
        raise InvalidInput((Problem("case_worker_id", Message(_NOT_IN_CREW)),))
    return worker.person_id


def _words_of_enquiry(file: OpenFile, session: Session, enquiry_id: int) -> case_rows.Words:
    """How the texts of an enquiry's referrals are read. AppError when the enquiry is not to be seen."""
    found = enquiry_queries.card(session, access.viewer(file, session), enquiry_id)
    if found is None:
        raise AppError(enquiries.NO_ENQUIRY)
    return case_rows.words({}) if found.case_id is None else sealed.words(file, session, found.case_id)
