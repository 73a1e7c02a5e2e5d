"""Letters as made, their drafts, how they left, what came back, and the centre's own standing texts."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base

_UNSENT: Final = "sent_on IS NULL AND answered_on IS NULL AND copy_of IS NULL AND code <> ''"


class Letter(Base):
    """A stored letter; `pdf` is read only when asked for, and encrypted once more in a sealed case.

    A reading copy takes no number of a year: its `year` is 0 and its `sequence` the id in `copy_of`. `addressee` is the
    body's name, empty where the employer of the case gets it; `code` is the check code printed in the letter.
    `worker_ids` are the ids of the workers it speaks for ("12,13"), as frozen as the paper; empty in letters of before.
    """

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("year", "sequence"),
        Index("ix_letter_unsent", "on_day", "addressee_kind", "case_id", sqlite_where=text(_UNSENT)),
        Index("ix_letter_code", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    number: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int]
    sequence: Mapped[int]
    kind: Mapped[str]
    language: Mapped[str]
    on_day: Mapped[date]
    pay_by: Mapped[date]
    signer_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    workers: Mapped[int]
    sha256: Mapped[str]
    sealed: Mapped[bool] = mapped_column(default=False)
    addressee_kind: Mapped[str] = mapped_column(default="employer")
    addressee: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    copy_of: Mapped[int | None]
    sent_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    worker_ids: Mapped[str] = mapped_column(default="")
    # The last one: what stands behind it in a row is read through it.
    pdf: Mapped[bytes] = mapped_column(deferred=True)


class LetterDraft(Base):
    """A letter that is being written: the request with its answers and edits as JSON. It has no number."""

    __tablename__ = "letter_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    kind: Mapped[str]
    language: Mapped[str]
    workers: Mapped[int]
    changed_on: Mapped[date]
    changed_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    version: Mapped[int] = mapped_column(default=1)
    # The last one, as the PDF of a letter: lists do not ask for it.
    request: Mapped[str]


class LetterSending(Base):
    """That a letter left, by which way and with what proof. A letter may leave more than once."""

    __tablename__ = "letter_sending"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    on_day: Mapped[date]
    way: Mapped[str]
    proof: Mapped[str]
    their_number: Mapped[str]
    noted_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))


class IncomingPaper(Base):
    """A paper that came in, under the centre's own incoming number of the year."""

    __tablename__ = "incoming_paper"
    __table_args__ = (UniqueConstraint("year", "sequence"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    number: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int]
    sequence: Mapped[int]
    received_on: Mapped[date] = mapped_column(index=True)
    sender: Mapped[str]
    their_number: Mapped[str]
    their_date: Mapped[date | None]
    about: Mapped[str]
    answer: Mapped[str]
    noted_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))


class StandingText(Base):
    """One version of a standing text in one language, as a template; empty where the program's own was put back.

    `shipped` is the program's own text of that day, to tell when it changed since.
    """

    __tablename__ = "standing_text"
    __table_args__ = (UniqueConstraint("key", "language", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    language: Mapped[str]
    version: Mapped[int]
    text: Mapped[str]
    shipped: Mapped[str]
    written_on: Mapped[date]
    written_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
