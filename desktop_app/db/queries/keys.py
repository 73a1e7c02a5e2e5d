"""The public keys of staff, of the recovery code and of the sheets, and the key of sealed cases that each holds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple

from sqlalchemy import and_, delete, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db import identity
from desktop_app.db.models import AuditLine, KeyHolder, SealHolder, Staff
from desktop_app.db.vault import BY_CODE, BY_PASSWORD, BY_SHEETS, Owner, Slots, login_tag
from desktop_app.domain.permissions import Action
from desktop_app.domain.recovery import Way

HOLDERS: Final = {BY_CODE: "recovery", BY_SHEETS: "sheets"}
"""The owner, in the tables of holders, of each kind of slot that is no person's."""


RECOVERED: Final = "recover_access"
"""The action, in the log, of coming back without a password; its entity is what was used."""


def set_public_key(session: Session, staff_id: int, public: bytes) -> None:
    """Note the public key of a member of staff. What was sealed to a former one they no longer hold."""
    row = session.get_one(Staff, staff_id)
    if row.public_key == public:
        return
    if row.public_key is not None:
        drop_seal(session, str(staff_id))
    row.public_key = public


def recovered(session: Session, staff_id: int, kind: str, private: bytes, public: bytes) -> None:
    """Note the new public key of who came back by the recovery code or by sheets, whose identity is `private`.

    Who held the key of sealed cases holds it again when that way of recovery holds it too.
    """
    seal = seal_of(session, HOLDERS[kind], private) if holds_seal(session, str(staff_id)) else None
    set_public_key(session, staff_id, public)
    if seal is not None:
        hold_seal(session, str(staff_id), public, seal)


def set_holder(session: Session, kind: str, public: bytes) -> None:
    """Note the public key of the recovery code or of the sheets, in the place of a former one."""
    owner = HOLDERS[kind]
    row = session.get(KeyHolder, owner)
    if row is None:
        session.add(KeyHolder(owner=owner, public_key=public))
    elif row.public_key != public:
        drop_seal(session, owner)
        row.public_key = public


def drop_holder(session: Session, kind: str) -> None:
    """Forget the public key of the recovery code or of the sheets, and what was sealed to it."""
    drop_seal(session, HOLDERS[kind])
    session.execute(delete(KeyHolder).where(KeyHolder.owner == HOLDERS[kind]))


def drop_seal(session: Session, owner: str) -> None:
    """Take the key of sealed cases from a holder (a staff id, "recovery" or "sheets")."""
    session.execute(delete(SealHolder).where(SealHolder.owner == owner))


def seal_of(session: Session, owner: str, private: bytes) -> bytes | None:
    """The key of sealed cases as this owner holds it; None when they do not."""
    sealed = session.scalar(select(SealHolder.sealed_key).where(SealHolder.owner == owner))
    return identity.open_sealed(private, sealed) if sealed else None


def holds_seal(session: Session, owner: str) -> bool:
    """Whether an owner holds the key of sealed cases."""
    return session.get(SealHolder, owner) is not None


def hold_seal(session: Session, owner: str, public: bytes, key: bytes) -> None:
    """Let an owner hold the key of sealed cases."""
    session.merge(SealHolder(owner=owner, sealed_key=identity.seal_to(public, key)))


def owners(session: Session, slots: Slots) -> dict[Owner, bytes]:
    """The public key of the owner of each slot a new key of the file can be given to."""
    staff = session.execute(select(Staff.login, Staff.public_key).where(Staff.active, Staff.public_key.is_not(None)))
    found = {(BY_PASSWORD, login_tag(slots, row.login)): row.public_key or b"" for row in staff}
    held = {row.owner: row.public_key for row in session.scalars(select(KeyHolder))}
    found |= {(kind, ""): held[owner] for kind, owner in HOLDERS.items() if owner in held}
    with_identity = {slot.owner for slot in slots.slots if slot.form > 1}
    return {owner: public for owner, public in found.items() if owner in with_identity}


class WithoutIdentity(NamedTuple):
    """Who opens the file by a slot that no new key can be given to."""

    names: tuple[str, ...]
    code: bool


def without_identity(session: Session, slots: Slots) -> WithoutIdentity:
    """Whose slots are from before the program was updated: staff by name, and whether the recovery code is."""
    known = owners(session, slots)
    left = {slot.owner for slot in slots.slots if slot.owner not in known}
    staff = session.execute(select(Staff.login, Staff.full_name).where(Staff.active).order_by(Staff.id))
    names = tuple(row.full_name for row in staff if (BY_PASSWORD, login_tag(slots, row.login)) in left)
    return WithoutIdentity(names, (BY_CODE, "") in left)


def way(session: Session, kind: str) -> Way:
    """What the log tells of the recovery code or of the sheets that count now; whether there are any it does not."""
    owner = HOLDERS[kind]
    made = and_(AuditLine.action == Action.MAKE_RECOVERY.value, AuditLine.entity == owner)
    made = or_(made, AuditLine.action == "create_file")
    seq = session.scalar(select(func.max(AuditLine.seq)).where(made)) or 0
    told = (
        select(AuditLine.action, func.max(AuditLine.seq).label("seq"))
        .where(AuditLine.entity == owner, AuditLine.seq > seq)
        .where(AuditLine.action.in_((RECOVERED, Action.REHEARSE_RECOVERY.value)))
        .group_by(AuditLine.action)
    )
    last: dict[str, int] = {row.action: row.seq for row in session.execute(told)}
    return Way(
        made_on=_day(session, seq),
        used_on=_day(session, last.get(RECOVERED, 0)),
        rehearsed_on=_day(session, last.get(Action.REHEARSE_RECOVERY.value, 0)),
        may_be_rekeyed=session.get(KeyHolder, owner) is not None,
    )


def _day(session: Session, seq: int) -> date | None:
    at = session.scalar(select(AuditLine.at).where(AuditLine.seq == seq)) if seq else None
    return datetime.fromisoformat(at).date() if at else None


def public_keys(session: Session) -> dict[str, bytes]:
    """The public key of everyone who may open the file, by staff id, "recovery" and "sheets"."""
    staff = session.execute(select(Staff.id, Staff.public_key).where(Staff.active, Staff.public_key.is_not(None)))
    found = {str(row.id): row.public_key for row in staff if row.public_key is not None}
    return found | {row.owner: row.public_key for row in session.scalars(select(KeyHolder))}
