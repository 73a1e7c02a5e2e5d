"""Cases, the workers in them, and money claimed, awarded, received."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base, Tiyn


class Case(Base):
    """A case. The columns from `employer_name` to `received_tiyn` repeat other tables, so that lists read one table.

    `next_deadline` is the day of the earliest open deadline, `closed_why` a code. `access` is "centre" or "restricted";
    `sealed` holds what only the holders of the second key may read.
    """

    __tablename__ = "case_file"
    __table_args__ = (
        UniqueConstraint("year", "sequence"),
        Index("ix_case_file_status_id", "status", "id"),
        Index("ix_case_file_status_next_date_id", "status", "next_date", "id"),
        Index("ix_case_file_status_owed_tiyn", "status", "owed_tiyn"),
        Index("ix_case_file_employer_id_id", "employer_id", "id"),
        Index("ix_case_file_responsible_id_id", "responsible_id", "id"),
        Index("ix_case_file_restricted", "id", sqlite_where=text("access <> 'centre'")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int]
    sequence: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"))
    site: Mapped[str]
    region: Mapped[str]
    sector: Mapped[str]
    channel: Mapped[str]
    status: Mapped[str]
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    opened_on: Mapped[date] = mapped_column(index=True)
    next_date: Mapped[date | None]
    next_step: Mapped[str]
    note: Mapped[str]
    employer_name: Mapped[str]
    employer_kind: Mapped[str]
    first_worker: Mapped[str]
    workers: Mapped[int]
    owed_tiyn: Mapped[Tiyn]
    received_tiyn: Mapped[Tiyn]
    access: Mapped[str] = mapped_column(default="centre")
    closed_on: Mapped[date | None]
    hold_until: Mapped[date | None]
    hold_reason: Mapped[str] = mapped_column(default="")
    sealed: Mapped[bytes | None]
    anonymised_on: Mapped[date | None]
    next_deadline: Mapped[date | None]
    closed_why: Mapped[str] = mapped_column(default="")


class CaseWorker(Base):
    """A worker's place in a case; sex, birth year and citizenship repeat the person for summaries."""

    __tablename__ = "case_worker"
    __table_args__ = (
        UniqueConstraint("case_id", "person_id"),
        Index("ix_case_worker_case_id_position", "case_id", "position"),
        Index("ix_case_worker_case_id_sex_birth_year_citizenship", "case_id", "sex", "birth_year", "citizenship"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int]
    occupation: Mapped[str]
    sex: Mapped[str]
    birth_year: Mapped[int | None]
    citizenship: Mapped[str]
    lives_at_site: Mapped[str] = mapped_column(default="")


class MoneyEntry(Base):
    """Tiyn claimed, awarded or received for one worker on a day."""

    __tablename__ = "money_entry"
    __table_args__ = (Index("ix_money_entry_kind_on_day_amount_tiyn", "kind", "on_day", "amount_tiyn"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), index=True)
    kind: Mapped[str]
    amount_tiyn: Mapped[Tiyn]
    on_day: Mapped[date]
    note: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
