"""What the centre changed of the law the program uses: values added by hand, trusted keys, installed updates."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class LawRow(Base):
    """A dated value added by hand; it stands in the place of what was shipped from its day on, and is marked so."""

    __tablename__ = "law_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    effective_from: Mapped[date]
    confirmed_until: Mapped[date | None]
    value: Mapped[str]
    source: Mapped[str]
    added_on: Mapped[date]
    added_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    withdrawn_on: Mapped[date | None]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class LawKey(Base):
    """An Ed25519 public key whose updates of the law the centre takes."""

    __tablename__ = "law_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    public_key: Mapped[bytes] = mapped_column(unique=True)
    trusted_on: Mapped[date]
    trusted_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    removed_on: Mapped[date | None]


class LawUpdate(Base):
    """An installed update: its number, who signed it and when, its content as JSON with the signature."""

    __tablename__ = "law_update"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    key_id: Mapped[int] = mapped_column(ForeignKey("law_key.id"))
    signed_on: Mapped[date]
    installed_on: Mapped[date]
    installed_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    content: Mapped[str]
    signature: Mapped[bytes]
