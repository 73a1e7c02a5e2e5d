"""The papers and stays of a person, and what decides whether they may work."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Paper(Base):
    """A paper of a person: passport, registration, permit … `region` and `employer` are those a permit is bound to."""

    __tablename__ = "paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    number: Mapped[str]
    issued_on: Mapped[date | None]
    expires_on: Mapped[date | None] = mapped_column(index=True)
    region: Mapped[str]
    employer: Mapped[str]
    note: Mapped[str]


class Stay(Base):
    """One stay in the country, both days counted; `left_on` is None while it lasts."""

    __tablename__ = "stay"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    entered_on: Mapped[date]
    left_on: Mapped[date | None]
    note: Mapped[str]


class WorkRight(Base):
    """What the papers do not say: purpose of the entry, status, unpaid fines; codes, empty when nobody asked."""

    __tablename__ = "work_right"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    status: Mapped[str]
    purpose: Mapped[str]
    answers: Mapped[str]
    unpaid_fine: Mapped[str]
    fine_on: Mapped[date | None]
    fine_note: Mapped[str]
