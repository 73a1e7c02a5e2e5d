"""The log of actions: each line carries a keyed hash of itself and of the line before it."""

from __future__ import annotations

import hmac
import platform
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app import settings
from desktop_app.db.models import AuditLine

_START = b"\0" * 32


class Chain:
    """Adds lines to the log; `key` is 32 bytes derived from the key of the file."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def add(self, session: Session, action: str, staff_id: int | None, entity: str, entity_id: int | None) -> None:
        """Add a line within the caller's transaction."""
        last = session.execute(
            select(AuditLine.seq, AuditLine.chain).order_by(AuditLine.seq.desc()).limit(1)
        ).one_or_none()
        line = AuditLine(
            seq=last.seq + 1 if last else 1,
            at=_stamp(settings.now()),
            staff_id=staff_id,
            action=action,
            entity=entity,
            entity_id=entity_id,
            computer=platform.node(),
        )
        line.chain = self._link(line, last.chain if last else _START)
        session.add(line)

    def first_broken(self, session: Session) -> int | None:
        """The number of the first line that does not fit the chain, None when all do."""
        before, expected = _START, 1
        for line in session.scalars(select(AuditLine).order_by(AuditLine.seq).execution_options(yield_per=1000)):
            if line.seq != expected or not hmac.compare_digest(line.chain, self._link(line, before)):
                return expected
            before, expected = line.chain, expected + 1
        return None

    def _link(self, line: AuditLine, before: bytes) -> bytes:
        told = "\x1f".join(
            str(part)
            for part in (line.seq, line.at, line.staff_id, line.action, line.entity, line.entity_id, line.computer)
        )
        return hmac.new(self._key, before + told.encode(), sha256).digest()


def _stamp(now: datetime) -> str:
    """Local time with its offset, to the second."""
    return now.isoformat(timespec="seconds")
