"""What the log says of the clock."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from desktop_app.db.models import AuditLine
from desktop_app.db.queries import Session
from desktop_app.domain.logbook import moment


def last_moment(session: Session) -> datetime | None:
    """When the last line of the log was written, by the clock of that day; None without a line."""
    return moment(session.scalar(select(AuditLine.at).order_by(AuditLine.seq.desc()).limit(1)))
