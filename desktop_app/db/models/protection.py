"""Screening by the indicators of forced labour."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Screening(Base):
    """What was found about one indicator for one worker: yes, no or unknown; never a verdict."""

    __tablename__ = "screening"
    __table_args__ = (UniqueConstraint("case_worker_id", "indicator"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"))
    indicator: Mapped[str] = mapped_column(index=True)
    answer: Mapped[str]
    note: Mapped[str]
    on_day: Mapped[date]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
