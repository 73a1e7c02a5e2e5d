"""The log of actions, each line chained to the one before, and the key of the chain."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class AuditLine(Base):
    """Who did what to which thing, when and on which computer; never what it contained."""

    __tablename__ = "audit"
    # One index for each question the log is asked: about a thing, a person, an action, a time.
    __table_args__ = (
        Index("ix_audit_entity_entity_id", "entity", "entity_id"),
        Index("ix_audit_staff_id", "staff_id"),
        Index("ix_audit_action", "action"),
        Index("ix_audit_at", "at"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    staff_id: Mapped[int | None]
    action: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[int | None]
    computer: Mapped[str]
    chain: Mapped[bytes]


class AuditKey(Base):
    """The one row with the 32 random bytes that link the lines of the log."""

    __tablename__ = "audit_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[bytes]
