"""The clocks of a case, and how it ended."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base, Tiyn


class Deadline(Base):
    """A day by which something is to happen. `rule` names what it was counted by, `started_on` from which day.

    `due_on` is the safe day, `latest_on` the outer one where two readings of the law differ. Open while neither done
    nor removed; `answer` is a code, `answer_note` what was answered.
    """

    __tablename__ = "deadline"
    __table_args__ = (
        Index("ix_deadline_open", "due_on", "case_id", sqlite_where=text("done_on IS NULL AND removed_on IS NULL")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    case_worker_id: Mapped[int | None] = mapped_column(ForeignKey("case_worker.id"), index=True)
    kind: Mapped[str]
    rule: Mapped[str]
    started_on: Mapped[date | None]
    due_on: Mapped[date]
    latest_on: Mapped[date | None]
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    instalment_id: Mapped[int | None] = mapped_column(ForeignKey("instalment.id"), index=True)
    after_id: Mapped[int | None] = mapped_column(ForeignKey("deadline.id"))
    note: Mapped[str]
    done_on: Mapped[date | None]
    answer: Mapped[str]
    answer_note: Mapped[str]
    removed_on: Mapped[date | None]
    removed_why: Mapped[str]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Outcome(Base):
    """A result of a case, or of one worker in it, from the list of codes; `word` says on whose word."""

    __tablename__ = "outcome"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    case_worker_id: Mapped[int | None] = mapped_column(ForeignKey("case_worker.id"), index=True)
    code: Mapped[str] = mapped_column(index=True)
    on_day: Mapped[date]
    amount_tiyn: Mapped[Tiyn | None]
    word: Mapped[str]
    evidence: Mapped[str]


class Satisfaction(Base):
    """A satisfaction slip, which names nobody: the case it came with, marks from 1 to 5, the worker's own words."""

    __tablename__ = "satisfaction"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    on_day: Mapped[date]
    language: Mapped[str]
    help_mark: Mapped[int | None]
    respect_mark: Mapped[int | None]
    again: Mapped[str]
    comment: Mapped[str]
