"""Enquiries: logging one in half a minute, the list, the counts, and turning one into a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop_app import settings
from desktop_app.db import models, search
from desktop_app.db.queries import Session
from desktop_app.db.queries import enquiries as queries
from desktop_app.domain import enquiries as domain
from desktop_app.domain.cases import Channel, NewCase
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.enquiries import Enquiry, EnquiryCard, EnquiryCounts, EnquiryFilter, EnquiryRow, Repeat
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, cases, sealed
from desktop_app.services.files import OpenFile

NO_ENQUIRY: Final = N_("This enquiry is not in the file, or its case is closed to you.")
_IS_A_CASE: Final = N_("This enquiry is a case already: %(number)s.")
_ENDS_FIRST: Final = N_("The period ends before it begins.")
_LONGEST_SEARCH: Final = 300
_BEHIND_THE_SEAL: Final = ("caller", "phone", "question", "answer")


def page(file: OpenFile, wanted: EnquiryFilter) -> tuple[EnquiryRow, ...]:
    """A page of the list, newest first. Raises InvalidInput when the period ends before it begins."""
    _check_period(wanted.first, wanted.last)
    with access.reading(file, Action.LIST_ENQUIRIES) as session:
        return queries.page(session, access.viewer(file, session), wanted)


def counts(file: OpenFile, first: date | None, last: date | None) -> EnquiryCounts:
    """How many enquiries a period had, by topic, channel and language: never counted among cases."""
    _check_period(first, last)
    with access.reading(file, Action.LIST_ENQUIRIES) as session:
        return queries.counts(session, first, last)


def card(file: OpenFile, enquiry_id: int) -> EnquiryCard:
    """One enquiry; that it was looked at is logged. AppError when it is not in the file or belongs to a hidden case."""
    with access.writing(file, Action.VIEW_ENQUIRY, "enquiry", enquiry_id) as session:
        return _card(file, session, enquiry_id)


def beginning(file: OpenFile) -> Enquiry:
    """What the quick form proposes: today, and the channel and language of one's last enquiry."""
    with access.reading(file, Action.LIST_ENQUIRIES) as session:
        before = queries.last_of(session, file.staff.id)
    channel, language = before or (Channel.PHONE.value, "")
    return Enquiry(settings.today(), Channel(channel), language)


def repeats(file: OpenFile, name: str, phone: str, without: int | None = None) -> tuple[Repeat, ...]:
    """Earlier enquiries and people of the file who may be this caller: the same phone, or a like name in any script."""
    name, tail = tidy_line(name[:_LONGEST_SEARCH]), search.phone_tail(phone[:_LONGEST_SEARCH])
    with access.reading(file, Action.LIST_ENQUIRIES) as session:
        known = queries.callers(session, access.viewer(file, session), name, tail, without)
        return domain.repeats(name, tail, {(each.kind, each.id): each for each in known}.values())


def log(file: OpenFile, enquiry: Enquiry) -> Saved:
    """Log an enquiry. Raises InvalidInput with the problems of the fields; then nothing is written."""
    enquiry = domain.tidied_enquiry(enquiry)
    refuse(domain.problems(enquiry, settings.today()))
    with access.writing(file, Action.LOG_ENQUIRY, "enquiry") as session:
        row = models.Enquiry(**queries.columns(enquiry), staff_id=file.staff.id, case_id=None, version=1)
        session.add(row)
        session.flush()
        session.info["entity_id"] = row.id
        return Saved(row.id, frozenset({Kind.ENQUIRY}))


def change(file: OpenFile, enquiry_id: int, version: int, enquiry: Enquiry) -> Saved:
    """Correct an enquiry that was read in this `version`. Raises InvalidInput, StaleChange."""
    enquiry = domain.tidied_enquiry(enquiry)
    refuse(domain.problems(enquiry, settings.today()))
    with access.writing(file, Action.LOG_ENQUIRY, "enquiry", enquiry_id) as session:
        row = _stored(file, session, enquiry_id)
        if row.version != version:
            raise cases.StaleChange(
                N_(
                    "This enquiry was changed by a colleague while you were typing. "
                    "Nothing was overwritten: open it again and repeat your change."
                )
            )
        for name, value in queries.columns(enquiry).items():
            setattr(row, name, value)
        row.version += 1
        if row.case_id is not None:
            sealed.settle(file, session, row.case_id, written=(row,))
    return Saved(enquiry_id, frozenset({Kind.ENQUIRY}))


def open_case(file: OpenFile, enquiry_id: int, new: NewCase) -> Saved:
    """Open the case that an enquiry has become; the enquiry points to it from then on. The id of the case.

    Raises InvalidInput as cases.open_case does, AppError when the enquiry is a case already.
    """
    with access.reading(file, Action.LOG_ENQUIRY, "enquiry", enquiry_id) as session:
        _check_free(_card(file, session, enquiry_id))
    saved = cases.open_case(file, new)
    return Saved(saved.id, saved.kinds | link(file, enquiry_id, saved.id).kinds)


def link(file: OpenFile, enquiry_id: int, case_id: int) -> Saved:
    """Say that an enquiry belongs to a case which is in the file. Raises AppError when it is a case already."""
    with access.reading(file, Action.VIEW_CASE, "case", case_id) as session:
        cases.stored_case(session, case_id)
    with access.writing(file, Action.LOG_ENQUIRY, "enquiry", enquiry_id) as session:
        row = _stored(file, session, enquiry_id)
        _check_free(_card(file, session, enquiry_id))
        row.case_id = case_id
        row.version += 1
        queries.move_referrals(session, enquiry_id, case_id)
        session.flush()
        sealed.settle(file, session, case_id, written=(row,))
    return Saved(enquiry_id, frozenset({Kind.ENQUIRY, Kind.CASE}))


def _card(file: OpenFile, session: Session, enquiry_id: int) -> EnquiryCard:
    found = queries.card(session, access.viewer(file, session), enquiry_id)
    if found is None:
        raise AppError(NO_ENQUIRY)
    if found.case_id is None:
        return found
    words = sealed.words(file, session, found.case_id)
    told: dict[str, Any] = {
        name: words("enquiry", found.id, name, getattr(found.enquiry, name)) for name in _BEHIND_THE_SEAL
    }
    return replace(found, enquiry=replace(found.enquiry, **told))


def _stored(file: OpenFile, session: Session, enquiry_id: int) -> models.Enquiry:
    _card(file, session, enquiry_id)
    return session.get_one(models.Enquiry, enquiry_id)


def _check_free(card: EnquiryCard) -> None:
    if card.case_id is not None:
        raise AppError(_IS_A_CASE, number=card.case_number)


def _check_period(first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        raise InvalidInput((Problem("last", Message(_ENDS_FIRST)),))
