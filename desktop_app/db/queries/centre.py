"""The centre and its staff as dataclasses, and back into their rows."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db import models
from desktop_app.db.vault import login_key
from desktop_app.domain.centre import Centre, NewStaffMember, Role, StaffMember, Trilingual

THE_CENTRE = 1
"""The id of the one row of the centre."""


def centre(session: Session) -> Centre:
    """The centre of the file."""
    row = session.get_one(models.Centre, THE_CENTRE)
    return Centre(
        name=Trilingual(row.name_kk, row.name_ru, row.name_en),
        address=Trilingual(row.address_kk, row.address_ru, row.address_en),
        letterhead=Trilingual(row.letterhead_kk, row.letterhead_ru, row.letterhead_en),
        bin=row.bin,
        region=row.region,
        code=row.code,
    )


def write_centre(session: Session, centre: Centre) -> None:
    """Store the centre's values, in a new row when the file is new."""
    row = session.get(models.Centre, THE_CENTRE)
    if row is None:
        row = models.Centre(id=THE_CENTRE)
        session.add(row)
    for part in ("name", "address", "letterhead"):
        words: Trilingual = getattr(centre, part)
        for language in ("kk", "ru", "en"):
            setattr(row, f"{part}_{language}", getattr(words, language))
    row.bin, row.region, row.code = centre.bin, centre.region, centre.code


def logo(session: Session) -> bytes:
    """The picture of the letterhead, empty when there is none."""
    return session.scalar(select(models.Centre.logo).where(models.Centre.id == THE_CENTRE)) or b""


def write_logo(session: Session, picture: bytes) -> None:
    """Put a picture on the letterhead, or take it off with an empty one."""
    session.get_one(models.Centre, THE_CENTRE).logo = picture or None


def staff(session: Session) -> tuple[StaffMember, ...]:
    """Everyone who works or worked here, in the order they were added."""
    return tuple(_staff_member(row) for row in session.scalars(select(models.Staff).order_by(models.Staff.id)))


def staff_with(session: Session, login: str) -> StaffMember | None:
    """Who signs in with this login, however it is written; also those who left."""
    row = session.scalars(select(models.Staff).where(models.Staff.login_key == login_key(login))).one_or_none()
    return _staff_member(row) if row else None


def add_staff(session: Session, new: NewStaffMember) -> StaffMember:
    """Store a member of staff. The login must be free."""
    row = models.Staff(
        login=new.login,
        login_key=login_key(new.login),
        full_name=new.full_name,
        role=new.role.value,
        active=True,
    )
    session.add(row)
    session.flush()
    return _staff_member(row)


def _staff_member(row: models.Staff) -> StaffMember:
    return StaffMember(row.id, row.login, row.full_name, Role(row.role), row.active)
