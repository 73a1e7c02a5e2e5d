"""The centre and its staff as dataclasses."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db import models
from desktop_app.domain.centre import Centre, Role, StaffMember, Trilingual


def centre(session: Session) -> Centre:
    """The centre of the file."""
    row = session.scalars(select(models.Centre)).one()
    return Centre(
        name=Trilingual(row.name_kk, row.name_ru, row.name_en),
        address=Trilingual(row.address_kk, row.address_ru, row.address_en),
        letterhead=Trilingual(row.letterhead_kk, row.letterhead_ru, row.letterhead_en),
        bin=row.bin,
        region=row.region,
    )


def write_centre(row: models.Centre, centre: Centre) -> None:
    """Put the centre's values into its row."""
    for part in ("name", "address", "letterhead"):
        words: Trilingual = getattr(centre, part)
        for language in ("kk", "ru", "en"):
            setattr(row, f"{part}_{language}", getattr(words, language))
    row.bin, row.region = centre.bin, centre.region


def staff_member(row: models.Staff) -> StaffMember:
    """A member of staff as screens hold them."""
    return StaffMember(row.id, row.login, row.full_name, Role(row.role), row.active)


def staff(session: Session) -> tuple[StaffMember, ...]:
    """Everyone who works or worked here, in the order they were added."""
    return tuple(staff_member(row) for row in session.scalars(select(models.Staff).order_by(models.Staff.id)))


def find_staff(session: Session, login_key: str) -> StaffMember | None:
    """The member of staff with a login (as compared, see vault.login_key), also one who left."""
    row = session.scalars(select(models.Staff).where(models.Staff.login_key == login_key)).one_or_none()
    return staff_member(row) if row else None


def confirmations(session: Session) -> dict[tuple[str, str], tuple[str, date]]:
    """Who confirmed a fact of law and when, by the fact's id and the content that was confirmed."""
    row = models.LawConfirmation
    found = session.execute(
        select(row.fact_id, row.value, models.Staff.full_name, row.confirmed_on).join(models.Staff).order_by(row.id)
    )
    return {(fact_id, content): (name, day) for fact_id, content, name, day in found}
