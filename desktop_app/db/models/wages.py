"""The wage complaint of one worker: terms, months of work, part payments."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base, Tiyn


class WageTerms(Base):
    """Pay as agreed; one row a worker."""

    __tablename__ = "wage_terms"

    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), primary_key=True)
    basis: Mapped[str]
    rate_tiyn: Mapped[Tiyn]
    pay_day: Mapped[int | None]
    ended_on: Mapped[date | None]


class WagePeriod(Base):
    """One month of work. `month` is its first day; `quantity` a decimal as text."""

    __tablename__ = "wage_period"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), index=True)
    month: Mapped[date]
    quantity: Mapped[str | None]
    says_tiyn: Mapped[Tiyn | None]
    paper_tiyn: Mapped[Tiyn | None]
    admits_tiyn: Mapped[Tiyn | None]
    due_on: Mapped[date | None]


class WagePayment(Base):
    """A part payment. `month` names the month it was for; without it the oldest debt is paid."""

    __tablename__ = "wage_payment"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), index=True)
    paid_on: Mapped[date]
    amount_tiyn: Mapped[Tiyn]
    month: Mapped[date | None]
    evidence: Mapped[str]
