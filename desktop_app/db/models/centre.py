"""The centre, its staff, and what its lawyer confirmed of the law."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Centre(Base):
    """The one row of the centre as its letterhead shows it. `code` begins its letter numbers, `logo` is PNG or JPEG."""

    __tablename__ = "centre"

    id: Mapped[int] = mapped_column(primary_key=True)
    name_kk: Mapped[str] = mapped_column(default="")
    name_ru: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    address_kk: Mapped[str] = mapped_column(default="")
    address_ru: Mapped[str] = mapped_column(default="")
    address_en: Mapped[str] = mapped_column(default="")
    letterhead_kk: Mapped[str] = mapped_column(default="")
    letterhead_ru: Mapped[str] = mapped_column(default="")
    letterhead_en: Mapped[str] = mapped_column(default="")
    bin: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    logo: Mapped[bytes | None] = mapped_column(deferred=True)


class Staff(Base):
    """A member of staff; `login_key` is the login folded for comparison, `public_key` what is sealed to them."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str]
    login_key: Mapped[str] = mapped_column(unique=True)
    full_name: Mapped[str]
    role: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    public_key: Mapped[bytes | None]
    left_on: Mapped[date | None]


class LawConfirmation(Base):
    """That a lawyer read the source of a fact; a changed `value` is unconfirmed again."""

    __tablename__ = "law_confirmation"

    id: Mapped[int] = mapped_column(primary_key=True)
    fact_id: Mapped[str] = mapped_column(index=True)
    value: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    confirmed_on: Mapped[date]
