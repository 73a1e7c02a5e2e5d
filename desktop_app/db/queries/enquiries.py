"""Enquiries: the list, one of them, the counts, and who may have called before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.db import search
from desktop_app.db.models import Case, Enquiry, Referral, Staff
from desktop_app.db.queries import access
from desktop_app.db.queries import people as people_queries
from desktop_app.db.queries.access import Viewer
from desktop_app.domain import enquiries as domain
from desktop_app.domain.cases import Channel
from desktop_app.domain.enquiries import Caller, EnquiryCard, EnquiryCounts, EnquiryFilter, EnquiryRow
from desktop_app.domain.names import fold
from desktop_app.domain.people import Sex

_MOST_COMPARED: Final = 3_000
_MOST_PEOPLE: Final = 8
_AT_ONCE: Final = 500
_ROWS: Final = Enquiry.__table__.c


def page(session: Session, who: Viewer, wanted: EnquiryFilter) -> tuple[EnquiryRow, ...]:
    """A page of the list, newest first; what became a case that `who` may not see is left out."""
    rows = _LISTED.where(*_seen_by(who), *_period(wanted.first, wanted.last))
    if wanted.topic:
        rows = rows.where(_ROWS.topic == wanted.topic)
    if wanted.after_id is not None:
        last = session.execute(select(_ROWS.on_day, _ROWS.id).where(_ROWS.id == wanted.after_id)).one_or_none()
        if last is None:
            return ()
        earlier = and_(_ROWS.on_day == last.on_day, _ROWS.id < last.id)
        rows = rows.where(or_(_ROWS.on_day < last.on_day, earlier))
    rows = rows.order_by(_ROWS.on_day.desc(), _ROWS.id.desc())
    if not wanted.text.strip():
        return tuple(_row(row) for row in session.execute(rows.limit(wanted.limit)))
    return tuple(_matching(session, rows, wanted))


def card(session: Session, who: Viewer, enquiry_id: int) -> EnquiryCard | None:
    """One enquiry; None when there is none, or when it became a case that `who` may not see."""
    found = session.execute(
        select(Enquiry, Staff.full_name, Case.number)
        .join(Staff, Staff.id == _ROWS.staff_id)
        .outerjoin(Case, Case.id == _ROWS.case_id)
        .where(_ROWS.id == enquiry_id, *_seen_by(who))
    ).one_or_none()
    if found is None:
        return None
    row, logged_by, number = found
    return EnquiryCard(row.id, row.version, enquiry_of(row), logged_by, row.case_id, number or "")


def case_of(session: Session, enquiry_id: int) -> int | None:
    """The case an enquiry became."""
    return session.scalar(select(_ROWS.case_id).where(_ROWS.id == enquiry_id))


def last_of(session: Session, staff_id: int) -> tuple[str, str] | None:
    """Channel and language of the enquiry that a member of staff logged last."""
    row = session.execute(
        select(_ROWS.channel, _ROWS.language).where(_ROWS.staff_id == staff_id).order_by(_ROWS.id.desc()).limit(1)
    ).one_or_none()
    return None if row is None else (row.channel, row.language)


def counts(session: Session, first: date | None, last: date | None) -> EnquiryCounts:
    """The numbers of a period, over all enquiries: codes alone, so that nobody is named."""
    days = _period(first, last)
    total, became = session.execute(select(func.count(), func.count(_ROWS.case_id)).where(*days)).one()
    return EnquiryCounts(
        total,
        became,
        _counted(session, _ROWS.topic, days),
        _counted(session, _ROWS.channel, days),
        _counted(session, _ROWS.language, days),
    )


def callers(session: Session, who: Viewer, name: str, tail: str, without: int | None) -> Iterator[Caller]:
    """Whom to compare a caller with: the newest 3,000 enquiries with a name or phone, and people of the file."""
    named = or_(_ROWS.caller != "", _ROWS.phone != "")
    rows = select(_ROWS.id, _ROWS.caller, _ROWS.phone, _ROWS.on_day, _ROWS.topic).where(named, *_seen_by(who))
    if without is not None:
        rows = rows.where(_ROWS.id != without)
    for row in session.execute(rows.order_by(_ROWS.id.desc()).limit(_MOST_COMPARED)):
        yield Caller("enquiry", row.id, row.caller, search.phone_tail(row.phone), f"{row.on_day:%Y-%m-%d} {row.topic}")
    asked = {text for text in (name, tail[::-1]) if search.is_searchable(text)}
    for text in sorted(asked):
        for person in people_queries.found(session, who, text, _MOST_PEOPLE):
            tail_of_person = search.phone_tail(person.phone)
            yield Caller("person", person.id, person.full_name, tail_of_person, person.citizenship)


def move_referrals(session: Session, enquiry_id: int, case_id: int) -> None:
    """Let the referrals from an enquiry stand in the case it became, too."""
    session.execute(update(Referral).where(Referral.enquiry_id == enquiry_id).values(case_id=case_id))


def columns(enquiry: domain.Enquiry) -> dict[str, Any]:
    """The columns of an enquiry but its id, who logged it and the case."""
    return {
        "on_day": enquiry.on,
        "channel": enquiry.channel.value,
        "language": enquiry.language,
        "topic": enquiry.topic,
        "caller": enquiry.caller,
        "phone": enquiry.phone,
        "sex": enquiry.sex.value,
        "citizenship": enquiry.citizenship,
        "region": enquiry.region,
        "question": enquiry.question,
        "answer": enquiry.answer,
    }


def enquiry_of(row: Enquiry) -> domain.Enquiry:
    """The enquiry of a row."""
    return domain.Enquiry(
        row.on_day,
        Channel(row.channel),
        row.language,
        row.topic,
        row.question,
        row.answer,
        row.caller,
        row.phone,
        Sex(row.sex),
        row.citizenship,
        row.region,
    )


_LISTED: Final = (
    select(
        _ROWS.id,
        _ROWS.on_day,
        _ROWS.channel,
        _ROWS.language,
        _ROWS.topic,
        _ROWS.caller,
        _ROWS.phone,
        _ROWS.question,
        _ROWS.answer,
        _ROWS.case_id,
        Case.number,
    )
    .select_from(Enquiry)
    .outerjoin(Case, Case.id == _ROWS.case_id)
)


def _seen_by(who: Viewer) -> list[ColumnElement[bool]]:
    """An enquiry of a case is seen with it; one without a case by all who do the work, else by who logged it."""
    without_case: ColumnElement[bool] = _ROWS.case_id.is_(None)
    if who.sees_only_given:
        without_case = and_(without_case, _ROWS.staff_id == who.staff_id)
    return [or_(without_case, access.cases_for(who, _ROWS.case_id))]


def _period(first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    found = []
    if first is not None:
        found.append(_ROWS.on_day >= first)
    if last is not None:
        found.append(_ROWS.on_day <= last)
    return found


def _matching(session: Session, rows: Select[Any], wanted: EnquiryFilter) -> Iterator[EnquiryRow]:
    """Rows whose caller, phone, question or answer has every typed word, in any script."""
    words = fold(wanted.text).split()
    digits = search.phone_tail(search.typed_number(wanted.text))[::-1]
    left = wanted.limit
    for row in session.execute(rows.execution_options(yield_per=_AT_ONCE)):
        if left <= 0:
            return
        number = search.phone_tail(row.phone)[::-1]
        if (digits and digits in number) or _has_words(words, (row.caller, row.question, row.answer)):
            left -= 1
            yield _row(row)


def _has_words(words: list[str], texts: tuple[str, ...]) -> bool:
    told = f" {fold(' '.join(texts)[:1000])}"
    return bool(words) and all(f" {word}" in told for word in words)


def _counted(session: Session, column: Any, days: list[ColumnElement[bool]]) -> tuple[tuple[str, int], ...]:
    number = func.count().label("number")
    rows = select(column, number).where(*days).group_by(column).order_by(number.desc(), column)
    return tuple((row[0], row[1]) for row in session.execute(rows))


def _row(row: Any) -> EnquiryRow:
    return EnquiryRow(
        row.id,
        row.on_day,
        Channel(row.channel),
        row.language,
        row.topic,
        row.caller,
        row.phone,
        row.question,
        row.answer,
        row.case_id,
        row.number or "",
    )
