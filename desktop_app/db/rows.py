"""Columns of the tables from the frozen dataclasses of the domain, and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from sqlalchemy import Select
from sqlalchemy.orm import Session

from desktop_app.db.search import name_skeleton, phone_tail
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.money import from_tiyn, to_tiyn
from desktop_app.domain.names import fold
from desktop_app.domain.people import Person, Sex
from desktop_app.i18n import sort_key

Columns = dict[str, Any]


def plain(session: Session, wanted: Select[*tuple[Any, ...]]) -> Sequence[Sequence[Any]]:
    """Rows as the driver gives them, dates as ISO text: a page of the list costs half of what typed rows do."""
    return session.connection().execute(wanted).cursor.fetchall()


class PersonColumns(Protocol):
    """A row, or a model, with the columns of a person."""

    full_name: str
    birth: str | None
    sex: str
    citizenship: str
    phone: str
    iin: str
    language: str
    phone_safe: str
    safe_contact: str


class EmployerColumns(Protocol):
    """A row, or a model, with the columns of an employer."""

    name: str
    kind: str
    bin_iin: str
    address: str
    phone: str
    head_name: str


class TermsColumns(Protocol):
    """A row, or a model, with the columns of agreed pay."""

    basis: str
    rate_tiyn: int
    pay_day: int | None
    ended_on: date | None
    currency: str
    exchange_rate: str | None
    exchange_on: date | None
    exchange_source: str
    week_hours: str | None


def columns_of_person(person: Person) -> Columns:
    """Every column of a person but the id, those for searching too."""
    return {
        "full_name": person.full_name,
        "name_fold": fold(person.full_name),
        "name_skel": name_skeleton(person.full_name),
        "name_sort": sort_key(person.full_name),
        "birth": person.birth.iso if person.birth else None,
        "sex": person.sex.value,
        "citizenship": person.citizenship,
        "phone": person.phone,
        "phone_tail": phone_tail(person.phone),
        "iin": person.iin,
        "language": person.language,
        "phone_safe": person.phone_safe,
        "safe_contact": person.safe_contact,
    }


def person_of(row: PersonColumns) -> Person:
    """The person of a row."""
    birth = PartialDate.from_iso(row.birth) if row.birth else None
    reached = row.phone_safe, row.safe_contact
    return Person(row.full_name, birth, Sex(row.sex), row.citizenship, row.phone, row.iin, row.language, *reached)


def columns_of_worker(person: Person) -> Columns:
    """The columns of a worker in a case that repeat the person, for summaries."""
    birth_year = person.birth.year if person.birth else None
    return {"sex": person.sex.value, "birth_year": birth_year, "citizenship": person.citizenship}


def columns_of_employer(employer: Employer) -> Columns:
    """Every column of an employer but the id, those for searching too."""
    return {
        "name": employer.name,
        "name_fold": fold(employer.name),
        "name_skel": name_skeleton(employer.name),
        "name_sort": sort_key(employer.name),
        "kind": employer.kind.value,
        "bin_iin": employer.bin_iin,
        "address": employer.address,
        "phone": employer.phone,
        "phone_tail": phone_tail(employer.phone),
        "head_name": employer.head_name,
    }


def employer_of(row: EmployerColumns) -> Employer:
    """The employer of a row."""
    return Employer(row.name, EmployerKind(row.kind), row.bin_iin, row.address, row.phone, row.head_name)


def columns_of_terms(terms: WageTerms) -> Columns:
    """The columns of agreed pay but the worker's."""
    return {
        "basis": terms.basis.value,
        "rate_tiyn": to_tiyn(terms.rate),
        "pay_day": terms.pay_day,
        "ended_on": terms.ended_on,
        "currency": terms.currency,
        "exchange_rate": None if terms.exchange_rate is None else f"{terms.exchange_rate:f}",
        "exchange_on": terms.exchange_on,
        "exchange_source": terms.exchange_source,
        "week_hours": None if terms.week_hours is None else f"{terms.week_hours:f}",
    }


def terms_of(row: TermsColumns) -> WageTerms:
    """Pay as agreed, from its columns."""
    return WageTerms(
        PayBasis(row.basis),
        from_tiyn(row.rate_tiyn),
        row.pay_day,
        row.ended_on,
        row.currency,
        None if row.exchange_rate is None else Decimal(row.exchange_rate),
        row.exchange_on,
        row.exchange_source,
        None if row.week_hours is None else Decimal(row.week_hours),
    )


def columns_of_period(period: WagePeriod) -> Columns:
    """The columns of a month of work but the worker's."""
    return {
        "month": period.month,
        "quantity": None if period.quantity is None else f"{period.quantity:f}",
        "says_tiyn": _tiyn(period.says),
        "paper_tiyn": _tiyn(period.paper),
        "admits_tiyn": _tiyn(period.admits),
        "due_on": period.due_on,
    }


def period_of(
    month: date, quantity: str | None, says: int | None, paper: int | None, admits: int | None, due_on: date | None
) -> WagePeriod:
    """A month of work from its columns."""
    counted = None if quantity is None else Decimal(quantity)
    return WagePeriod(month, counted, _tenge(says), _tenge(paper), _tenge(admits), due_on)


def columns_of_payment(payment: WagePayment) -> Columns:
    """The columns of a part payment but the worker's."""
    return {
        "paid_on": payment.paid_on,
        "amount_tiyn": to_tiyn(payment.amount),
        "month": payment.month,
        "evidence": payment.evidence.value,
    }


def payment_of(paid_on: date, amount_tiyn: int, month: date | None, evidence: str) -> WagePayment:
    """A part payment from its columns."""
    return WagePayment(paid_on, from_tiyn(amount_tiyn), month, Evidence(evidence))


def _tiyn(amount: Decimal | None) -> int | None:
    return None if amount is None else to_tiyn(amount)


def _tenge(tiyn: int | None) -> Decimal | None:
    return None if tiyn is None else from_tiyn(tiyn)
