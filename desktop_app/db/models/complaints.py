"""Complaints of a case beside wages: their forms, the documents held back, the contract check, claim readiness.

`answers` are JSON: the name of a field with its value and, where it matters, on whose word it stands.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Complaint(Base):
    """A complaint of a case; `since` is ISO text as far as known. Without rows of workers it is about all the crew."""

    __tablename__ = "complaint"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    kind: Mapped[str] = mapped_column(index=True)
    since: Mapped[str | None]
    logged_on: Mapped[date]
    logged_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    settled_on: Mapped[date | None]
    answers: Mapped[str]
    note: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)


class ComplaintWorker(Base):
    """A worker whom a complaint is about."""

    __tablename__ = "complaint_worker"

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), primary_key=True, index=True)


class HeldDocument(Base):
    """One document of one worker that somebody keeps; `word` says on whose word."""

    __tablename__ = "held_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), index=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), index=True)
    kind: Mapped[str]
    number: Mapped[str]
    since: Mapped[str | None]
    held_by: Mapped[str]
    place: Mapped[str]
    word: Mapped[str]
    returned_on: Mapped[date | None]


class ContractCheck(Base):
    """The answers about one contract; `case_worker_id` is None for the one text that all the crew signed."""

    __tablename__ = "contract_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    case_worker_id: Mapped[int | None] = mapped_column(ForeignKey("case_worker.id"), index=True)
    checked_on: Mapped[date]
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    answers: Mapped[str]
    note: Mapped[str]


class Readiness(Base):
    """What is ready before a claim goes to court; one row a case."""

    __tablename__ = "readiness"

    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), primary_key=True)
    answers: Mapped[str]
    changed_on: Mapped[date]
