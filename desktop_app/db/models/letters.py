"""Letters as made: the PDF itself and its hash."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Letter(Base):
    """A stored letter; `pdf` is read only when asked for, and encrypted once more in a sealed case."""

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("year", "sequence"),)

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
    pdf: Mapped[bytes] = mapped_column(deferred=True)
    sealed: Mapped[bool] = mapped_column(default=False)
