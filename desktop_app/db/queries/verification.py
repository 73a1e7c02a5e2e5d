"""What a check of the whole file reads: every letter and attachment, one at a time, and lines of the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db.audit import Head
from desktop_app.db.models import Attachment, AuditLine, Letter
from desktop_app.db.restoring import RESTORED

_AT_ONCE: Final = 20


def count_letters(session: Session) -> int:
    """How many letters the file keeps."""
    return session.scalar(select(func.count()).select_from(Letter)) or 0


def count_attachments(session: Session) -> int:
    """How many attachments the file keeps."""
    return session.scalar(select(func.count()).select_from(Attachment)) or 0


def letters(session: Session) -> Iterator[Any]:
    """Every letter with `id`, `pdf`, `sha256` and `sealed`; some at a time, because they are large."""
    last = 0
    wanted = select(Letter.id, Letter.pdf, Letter.sha256, Letter.sealed).order_by(Letter.id).limit(_AT_ONCE)
    while found := session.execute(wanted.where(Letter.id > last)).all():
        yield from found
        last = found[-1].id


def attachment_ids(session: Session) -> tuple[int, ...]:
    """Every attachment by its id."""
    return tuple(session.scalars(select(Attachment.id).order_by(Attachment.id)))


def has_line(session: Session, head: Head) -> bool:
    """Whether the log has this line as it was noted."""
    return session.scalar(select(AuditLine.chain).where(AuditLine.seq == head.seq)) == head.chain


def last_restore(session: Session) -> tuple[datetime | None, int]:
    """When the file was last restored from a backup, and the number of that line; None and 0 when it never was."""
    wanted = select(AuditLine.at, AuditLine.seq).where(AuditLine.action == RESTORED)
    found = session.execute(wanted.order_by(AuditLine.seq.desc()).limit(1)).one_or_none()
    return (datetime.fromisoformat(found.at), found.seq) if found else (None, 0)
