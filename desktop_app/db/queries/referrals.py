"""Referrals of a case, of an enquiry, of an entry, and their numbers."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db import case_rows
from desktop_app.db.models import CaseWorker, DirectoryEntry, Person, Referral
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.directory import EntryKind
from desktop_app.domain.referrals import COURSES, OF_COURSES, Ground, ReferralCard, ReferralCounts, Result

_ROWS: Final = Referral.__table__.c
_ENTRIES: Final = DirectoryEntry.__table__.c


def of_case(session: Session, case_id: int, words: case_rows.Words) -> tuple[ReferralCard, ...]:
    """The referrals of a case and of the enquiry it came from, newest first."""
    return _cards(session, _ROWS.case_id == case_id, words)


def of_enquiry(session: Session, enquiry_id: int, words: case_rows.Words) -> tuple[ReferralCard, ...]:
    """The referrals from an enquiry, newest first."""
    return _cards(session, _ROWS.enquiry_id == enquiry_id, words)


def counts(session: Session, who: Viewer, first: date | None, last: date | None) -> ReferralCounts:
    """The numbers of a period over referrals of cases that `who` may see and of enquiries: codes alone."""
    seen: list[ColumnElement[bool]] = [or_(_ROWS.case_id.is_(None), access.cases_for(who, _ROWS.case_id))]
    if first is not None:
        seen.append(_ROWS.on_day >= first)
    if last is not None:
        seen.append(_ROWS.on_day <= last)
    kinds = _counted(session, _ENTRIES.kind, seen)
    results = _counted(session, _ROWS.result, seen)
    attended = [
        _ENTRIES.kind.in_([kind.value for kind in COURSES]),
        _ROWS.result.in_([each.value for each in OF_COURSES]),
    ]
    courses = sum(number for _code, number in _counted(session, _ENTRIES.kind, [*seen, *attended]))
    return ReferralCounts(sum(number for _code, number in kinds), kinds, results, courses)


def _counted(session: Session, column: Any, conditions: list[ColumnElement[bool]]) -> tuple[tuple[str, int], ...]:
    number = func.count().label("number")
    rows = (
        select(column, number)
        .select_from(Referral)
        .join(DirectoryEntry, _ENTRIES.id == _ROWS.entry_id)
        .where(*conditions)
        .group_by(column)
        .order_by(number.desc(), column)
    )
    return tuple((row[0], row[1]) for row in session.execute(rows))


def _cards(session: Session, about: ColumnElement[bool], words: case_rows.Words) -> tuple[ReferralCard, ...]:
    rows = session.execute(
        select(Referral, DirectoryEntry, Person.full_name)
        .join(DirectoryEntry, _ENTRIES.id == _ROWS.entry_id)
        .outerjoin(CaseWorker, CaseWorker.id == _ROWS.case_worker_id)
        .outerjoin(Person, Person.id == CaseWorker.person_id)
        .where(about)
        .order_by(_ROWS.on_day.desc(), _ROWS.id.desc())
    )
    return tuple(
        ReferralCard(
            row.id,
            entry.id,
            Trilingual(entry.name_kk, entry.name_ru, entry.name_en),
            EntryKind(entry.kind),
            row.on_day,
            name or "",
            words("referral", row.id, "aim", row.aim),
            Ground(row.consent),
            words("referral", row.id, "note", row.note),
            Result(row.result) if row.result else None,
            row.result_on,
            row.case_worker_id,
        )
        for row, entry, name in rows
    )
