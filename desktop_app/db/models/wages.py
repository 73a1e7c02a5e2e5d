"""The money a worker is owed: terms, months of work, payments; hours, deductions, leave, promised instalments."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base, Tiyn


class WageTerms(Base):
    """Pay as agreed; one row a worker.

    `currency` is the one of the promise (ISO 4217): when it is not KZT, `exchange_rate` (tenge for one, a decimal as
    text) is the rate of `exchange_on` by `exchange_source`. `week_hours` is the normal week, a decimal as text.
    """

    __tablename__ = "wage_terms"

    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), primary_key=True)
    basis: Mapped[str]
    rate_tiyn: Mapped[Tiyn]
    pay_day: Mapped[int | None]
    ended_on: Mapped[date | None]
    currency: Mapped[str] = mapped_column(default="KZT")
    exchange_rate: Mapped[str | None]
    exchange_on: Mapped[date | None]
    exchange_source: Mapped[str] = mapped_column(default="")
    week_hours: Mapped[str | None]


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


class HoursMonth(Base):
    """Hours of one month, decimals as text; `hour_tiyn` is the pay of one hour, `paid_tiyn` what came for them."""

    __tablename__ = "hours_month"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), index=True)
    month: Mapped[date]
    worked: Mapped[str | None]
    overtime: Mapped[str | None]
    night: Mapped[str | None]
    day_off: Mapped[str | None]
    hour_tiyn: Mapped[Tiyn | None]
    paid_tiyn: Mapped[Tiyn | None]
    word: Mapped[str]


class Deduction(Base):
    """A sum kept back from the pay of a month; `ground` is a code of domain.deductions, `consent` yes, no or empty."""

    __tablename__ = "deduction"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), index=True)
    month: Mapped[date]
    amount_tiyn: Mapped[Tiyn]
    ground: Mapped[str]
    consent: Mapped[str]
    reason: Mapped[str]
    word: Mapped[str]


class LeaveClaim(Base):
    """Unused leave; days are decimals as text, `average_tiyn` the average pay of a day if it was entered."""

    __tablename__ = "leave_claim"

    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), primary_key=True)
    from_day: Mapped[date]
    to_day: Mapped[date]
    days_a_year: Mapped[str | None]
    used_days: Mapped[str]
    average_tiyn: Mapped[Tiyn | None]
    word: Mapped[str]


class Instalment(Base):
    """A sum the employer promised for a day. Whether it was kept is counted from the money received."""

    __tablename__ = "instalment"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_worker_id: Mapped[int] = mapped_column(ForeignKey("case_worker.id"), index=True)
    promised_on: Mapped[date]
    due_on: Mapped[date] = mapped_column(index=True)
    amount_tiyn: Mapped[Tiyn]
    word: Mapped[str]
    note: Mapped[str]
