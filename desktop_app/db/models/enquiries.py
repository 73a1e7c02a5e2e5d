"""Enquiries: a question and its answer, without a case."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Enquiry(Base):
    """Who asked what, and what was answered. `case_id` is the case it was turned into; `seconds` what logging took."""

    __tablename__ = "enquiry"

    id: Mapped[int] = mapped_column(primary_key=True)
    on_day: Mapped[date] = mapped_column(index=True)
    channel: Mapped[str]
    language: Mapped[str]
    topic: Mapped[str]
    caller: Mapped[str]
    phone: Mapped[str]
    sex: Mapped[str]
    citizenship: Mapped[str]
    region: Mapped[str]
    question: Mapped[str]
    answer: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
