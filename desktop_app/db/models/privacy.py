"""What the law on personal data asks to be kept: consents, transfers, erasures, breaches."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Consent(Base):
    """What a person agreed to, with the contents the law names; a withdrawal is noted on the same row."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    version: Mapped[str]
    language: Mapped[str]
    how: Mapped[str]
    given_on: Mapped[date]
    until: Mapped[date | None]
    data: Mapped[str]
    aims: Mapped[str]
    third_parties: Mapped[bool]
    recipients: Mapped[str]
    cross_border: Mapped[bool]
    countries: Mapped[str]
    open_sources: Mapped[bool]
    note: Mapped[str]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    withdrawn_on: Mapped[date | None]
    withdrawal: Mapped[str]
    stopped_on: Mapped[date | None]
    refused_on: Mapped[date | None]
    refusal: Mapped[str] = mapped_column(default="")


class Transfer(Base):
    """That data of a person were given to somebody outside the centre, across a border, or published."""

    __tablename__ = "transfer"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case_file.id"))
    on_day: Mapped[date] = mapped_column(index=True)
    recipient: Mapped[str]
    country: Mapped[str]
    what: Mapped[str]
    aim: Mapped[str]
    basis: Mapped[str]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consent.id"))
    published: Mapped[bool]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))


class Erasure(Base):
    """The certificate of an erasure: that it was done and how much, without whom it was about."""

    __tablename__ = "erasure"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    on_day: Mapped[date]
    kind: Mapped[str]
    people: Mapped[int]
    cases: Mapped[int]
    attachments: Mapped[int]
    letters: Mapped[int]
    reason: Mapped[str]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Breach(Base):
    """A breach of the file's security and when the authorised body was told of it."""

    __tablename__ = "breach"

    id: Mapped[int] = mapped_column(primary_key=True)
    found_at: Mapped[str]
    described: Mapped[str]
    notified_at: Mapped[str]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
