"""People and employers, with the columns that searches read."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Person(Base):
    """A worker. `birth` is ISO text as far as known; `phone_tail` the digits of the phone, last first.

    `phone_safe` is yes, no or empty when nobody asked; `safe_contact` says how to reach them without harm.
    `erase_from` is the first day on which somebody marked for erasure may be erased, None without a mark.
    """

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    full_name: Mapped[str]
    name_fold: Mapped[str]
    name_skel: Mapped[str] = mapped_column(index=True)
    name_sort: Mapped[str] = mapped_column(index=True)
    birth: Mapped[str | None]
    sex: Mapped[str]
    citizenship: Mapped[str]
    phone: Mapped[str]
    phone_tail: Mapped[str] = mapped_column(index=True)
    iin: Mapped[str] = mapped_column(index=True)
    language: Mapped[str]
    anonymised_on: Mapped[date | None]
    erase_from: Mapped[date | None]
    erase_reason: Mapped[str] = mapped_column(default="")
    phone_safe: Mapped[str] = mapped_column(default="")
    safe_contact: Mapped[str] = mapped_column(default="")


class Employer(Base):
    """An employer; the search columns as for people."""

    __tablename__ = "employer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_fold: Mapped[str]
    name_skel: Mapped[str] = mapped_column(index=True)
    name_sort: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    bin_iin: Mapped[str] = mapped_column(index=True)
    address: Mapped[str]
    phone: Mapped[str]
    phone_tail: Mapped[str] = mapped_column(index=True)
    head_name: Mapped[str]
