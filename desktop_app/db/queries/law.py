"""What the file holds of the law: what its lawyer confirmed, values added by hand, trusted keys, updates."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from desktop_app.db.models import LawConfirmation, LawKey, LawRow, LawUpdate, Staff
from desktop_app.domain.law_held import AddedValue, InstalledUpdate, TrustedKey
from desktop_app.law import Confirmed


def confirmations(session: Session) -> tuple[Confirmed, ...]:
    """All confirmations, oldest first."""
    told = (LawConfirmation.fact_id, LawConfirmation.value, Staff.full_name, LawConfirmation.confirmed_on)
    rows = session.execute(select(*told).join(Staff).order_by(LawConfirmation.id))
    return tuple(Confirmed(*row) for row in rows)


def add_confirmation(session: Session, fact_id: str, content: str, staff_id: int, on: date) -> int:
    """Store a confirmation; its id."""
    row = LawConfirmation(fact_id=fact_id, value=content, staff_id=staff_id, confirmed_on=on)
    session.add(row)
    session.flush()
    return row.id


def values(session: Session) -> tuple[AddedValue, ...]:
    """All values added by hand, oldest first, the withdrawn ones too."""
    added, withdrew = aliased(Staff), aliased(Staff)
    rows = session.execute(
        select(LawRow, added.full_name, withdrew.full_name)
        .join(added, LawRow.added_by == added.id)
        .outerjoin(withdrew, LawRow.withdrawn_by == withdrew.id)
        .order_by(LawRow.id)
    )
    return tuple(
        AddedValue(
            row.id,
            row.key,
            row.effective_from,
            row.confirmed_until,
            row.value,
            row.source,
            row.added_on,
            by,
            row.withdrawn_on,
            withdrawn_by or "",
        )
        for row, by, withdrawn_by in rows
    )


def add_value(session: Session, new: AddedValue, staff_id: int) -> int:
    """Store a value added by hand; its id."""
    row = LawRow(
        key=new.key,
        effective_from=new.effective_from,
        confirmed_until=new.confirmed_until,
        value=new.value,
        source=new.source,
        added_on=new.added_on,
        added_by=staff_id,
    )
    session.add(row)
    session.flush()
    return row.id


def withdraw_value(session: Session, row_id: int, staff_id: int, on: date) -> bool:
    """Mark a value added by hand as withdrawn; False when there is none that counts."""
    row = session.get(LawRow, row_id)
    if row is None or row.withdrawn_on is not None:
        return False
    row.withdrawn_on, row.withdrawn_by = on, staff_id
    return True


def trusted_keys(session: Session) -> tuple[TrustedKey, ...]:
    """All keys that are or were trusted, oldest first."""
    rows = session.execute(select(LawKey, Staff.full_name).join(Staff).order_by(LawKey.id))
    return tuple(_key(row, by) for row, by in rows)


def trust_key(session: Session, name: str, public_key: bytes, staff_id: int, on: date) -> int:
    """Trust a public key; one that was removed is trusted again. Its id."""
    row = session.scalar(select(LawKey).where(LawKey.public_key == public_key))
    if row is None:
        row = LawKey(public_key=public_key)
        session.add(row)
    row.name, row.trusted_on, row.trusted_by, row.removed_on = name, on, staff_id, None
    session.flush()
    return row.id


def remove_key(session: Session, key_id: int, on: date) -> bool:
    """Take no more updates of a key; False when it is not trusted."""
    row = session.get(LawKey, key_id)
    if row is None or row.removed_on is not None:
        return False
    row.removed_on = on
    return True


def updates(session: Session) -> tuple[InstalledUpdate, ...]:
    """All installed updates by their numbers."""
    installed, trusted = aliased(Staff), aliased(Staff)
    rows = session.execute(
        select(LawUpdate, LawKey, installed.full_name, trusted.full_name)
        .join(LawKey, LawUpdate.key_id == LawKey.id)
        .join(installed, LawUpdate.installed_by == installed.id)
        .join(trusted, LawKey.trusted_by == trusted.id)
        .order_by(LawUpdate.number)
    )
    return tuple(
        InstalledUpdate(
            row.id,
            row.number,
            _key(key, trusted_by),
            row.signed_on,
            row.installed_on,
            by,
            row.content,
            row.signature,
        )
        for row, key, by, trusted_by in rows
    )


def add_update(session: Session, new: InstalledUpdate, staff_id: int) -> int:
    """Store an update that is being installed; its id."""
    row = LawUpdate(
        number=new.number,
        key_id=new.key.id,
        signed_on=new.signed_on,
        installed_on=new.installed_on,
        installed_by=staff_id,
        content=new.content,
        signature=new.signature,
    )
    session.add(row)
    session.flush()
    return row.id


def _key(row: LawKey, by: str) -> TrustedKey:
    return TrustedKey(row.id, row.name, row.public_key, row.trusted_on, by, row.removed_on)
