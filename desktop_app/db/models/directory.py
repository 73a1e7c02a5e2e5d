"""The directory of bodies and services, referrals to them, and the chain of employers in a case."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class DirectoryEntry(Base):
    """A body, consulate, partner or service. `shipped_key` names one that came with the program.

    `region` is an ISO 3166-2 code, empty for the whole country; `country` the state of a consulate. `checked_on`: the
    day somebody at the centre found it right.
    """

    __tablename__ = "directory_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    shipped_key: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(index=True)
    name_kk: Mapped[str]
    name_ru: Mapped[str]
    name_en: Mapped[str]
    name_sort: Mapped[str] = mapped_column(index=True)
    region: Mapped[str]
    country: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    hours: Mapped[str]
    languages: Mapped[str]
    note: Mapped[str]
    source: Mapped[str]
    confidence: Mapped[str]
    checked_on: Mapped[date | None]
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    active: Mapped[bool] = mapped_column(default=True)


class Referral(Base):
    """A worker of a case, or somebody who asked a question, sent on to an entry of the directory."""

    __tablename__ = "referral"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("directory_entry.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    case_worker_id: Mapped[int | None] = mapped_column(ForeignKey("case_worker.id"), index=True)
    enquiry_id: Mapped[int | None] = mapped_column(ForeignKey("enquiry.id"), index=True)
    on_day: Mapped[date] = mapped_column(index=True)
    aim: Mapped[str]
    consent: Mapped[str]
    consent_on: Mapped[date | None]
    result: Mapped[str]
    result_on: Mapped[date | None]
    note: Mapped[str]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class CaseParty(Base):
    """Another employer of the chain of a case, with its part in it: customer, general contractor, broker, foreman."""

    __tablename__ = "case_party"
    __table_args__ = (UniqueConstraint("case_id", "employer_id", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"))
    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), index=True)
    part: Mapped[str]
    note: Mapped[str]
