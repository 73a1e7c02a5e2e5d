"""The directory: which shipped entries are missing, the list, one entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.models import DirectoryEntry, Referral, Staff
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.directory import DirectoryFilter, Entry, EntryCard, EntryKind, ShippedEntry
from desktop_app.i18n import sort_key

_ROWS: Final = DirectoryEntry.__table__.c


def missing(session: Session, shipped: Iterable[ShippedEntry]) -> tuple[ShippedEntry, ...]:
    """Those of the shipped entries that the file has never had."""
    present = frozenset(session.scalars(select(_ROWS.shipped_key).where(_ROWS.shipped_key.is_not(None))))
    return tuple(each for each in shipped if each.key not in present)


def add_shipped(session: Session, shipped: Iterable[ShippedEntry]) -> None:
    """Put shipped entries into the file; what is there already is never touched."""
    for each in missing(session, shipped):
        columns = columns_of(each.entry) | {"source": each.source, "confidence": each.confidence}
        session.add(DirectoryEntry(shipped_key=each.key, checked_on=None, checked_by=None, active=True, **columns))
    session.flush()


def page(session: Session, wanted: DirectoryFilter) -> tuple[EntryCard, ...]:
    """Entries under a filter but for its text; with a region those of the whole country too."""
    conditions: list[ColumnElement[bool]] = [] if wanted.inactive else [_ROWS.active]
    if wanted.kind is not None:
        conditions.append(_ROWS.kind == wanted.kind.value)
    if wanted.region:
        conditions.append(or_(_ROWS.region == wanted.region, _ROWS.region == ""))
    if wanted.country:
        conditions.append(_ROWS.country == wanted.country)
    return tuple(_card(row) for row in session.execute(_cards().where(*conditions)))


def card(session: Session, entry_id: int) -> EntryCard | None:
    """One entry; None when it is not in the file."""
    row = session.execute(_cards().where(_ROWS.id == entry_id)).one_or_none()
    return None if row is None else _card(row)


def columns_of(entry: Entry) -> dict[str, Any]:
    """The columns of an entry that the centre edits."""
    return {
        "kind": entry.kind.value,
        "name_kk": entry.name.kk,
        "name_ru": entry.name.ru,
        "name_en": entry.name.en,
        "name_sort": sort_key(entry.name.within("ru")),
        "region": entry.region,
        "country": entry.country,
        "address": entry.address,
        "phone": entry.phone,
        "email": entry.email,
        "hours": entry.hours,
        "languages": entry.languages,
        "note": entry.note,
    }


def entry_of(row: DirectoryEntry) -> Entry:
    """The entry of a row."""
    return Entry(
        EntryKind(row.kind),
        Trilingual(row.name_kk, row.name_ru, row.name_en),
        row.region,
        row.country,
        row.address,
        row.phone,
        row.email,
        row.hours,
        row.languages,
        row.note,
    )


def _cards() -> Any:
    sent = select(func.count()).where(Referral.entry_id == _ROWS.id).correlate(DirectoryEntry.__table__)
    return (
        select(DirectoryEntry, Staff.full_name, sent.scalar_subquery().label("referrals"))
        .outerjoin(Staff, Staff.id == _ROWS.checked_by)
        .order_by(_ROWS.name_sort, _ROWS.id)
    )


def _card(found: Any) -> EntryCard:
    row, checked_by, referrals = found
    return EntryCard(
        row.id,
        entry_of(row),
        row.shipped_key is not None,
        row.source,
        row.confidence,
        row.checked_on,
        checked_by or "",
        row.active,
        referrals,
    )
