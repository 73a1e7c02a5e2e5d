"""What the log says of the time since a backup was made."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db.models import AuditLine
from desktop_app.domain.permissions import Action

# What leaves the data as they are; a look at a case counts, because the log of looks is data too.
_QUIET: Final = (
    "sign_in",
    "lock",
    "unlock",
    Action.BACK_UP.value,
    Action.CHECK_BACKUP.value,
    Action.VERIFY_FILE.value,
    Action.CHECK_LOG.value,
    Action.VIEW_TODAY.value,
    Action.LIST_CASES.value,
    Action.LIST_PEOPLE.value,
    Action.LIST_EMPLOYERS.value,
    Action.LIST_LETTERS.value,
)


def has_line(session: Session, seq: int, chain: str) -> bool:
    """Whether the log still has this line with this link (hexadecimal), so that the file goes on from there."""
    found = session.scalar(select(AuditLine.chain).where(AuditLine.seq == seq))
    return found is not None and found.hex() == chain


def changed_after(session: Session, seq: int) -> bool:
    """Whether anything worth a backup was logged after this line."""
    wanted = select(AuditLine.seq).where(AuditLine.seq > seq, AuditLine.action.not_in(_QUIET)).limit(1)
    return session.scalar(wanted) is not None


def began(session: Session) -> datetime | None:
    """When the log began."""
    found = session.scalar(select(AuditLine.at).order_by(AuditLine.seq).limit(1))
    return datetime.fromisoformat(found) if found else None
