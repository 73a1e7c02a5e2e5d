"""Who is given a case, and who holds the second key of sealed cases."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class CaseAccess(Base):
    """A case given to a member of staff who is not responsible for it."""

    __tablename__ = "case_access"

    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True, index=True)
    given_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    given_on: Mapped[date]


class KeyHolder(Base):
    """The public key of a way to open the file that is no person: "recovery" (the code) or "sheets"."""

    __tablename__ = "key_holder"

    owner: Mapped[str] = mapped_column(primary_key=True)
    public_key: Mapped[bytes]


class SealHolder(Base):
    """The key of sealed cases, sealed to the public key of one holder: a staff id, "recovery" or "sheets"."""

    __tablename__ = "seal_holder"

    owner: Mapped[str] = mapped_column(primary_key=True)
    sealed_key: Mapped[bytes]
