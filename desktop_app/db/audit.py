"""The log of actions: each line carries a keyed hash of itself and of the line before it.

Lines are ordered by their number, never by the clock. A changed, added, removed or exchanged line breaks the chain;
a cut end is seen by comparing with a `Head` that was kept elsewhere (on paper, in an export).
"""

from __future__ import annotations

import hmac
import json
import platform
import secrets
from typing import Any, Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app import settings
from desktop_app.db.models import AuditKey, AuditLine

_START: Final = bytes(32)
_AT_ONCE: Final = 5000
# The order in which a line is linked, and its link last. Plain SQL: a million rows are read at each full check.
_LINES: Final = (
    "SELECT seq, at, staff_id, action, entity, entity_id, computer, chain FROM audit WHERE seq > ? ORDER BY seq"
)
_encode: Final = json.JSONEncoder().encode


class Head(NamedTuple):
    """The last line of the log: its number and its link."""

    seq: int
    chain: bytes


class Chain:
    """Adds lines to the log of one open file and checks them."""

    def __init__(self) -> None:
        self._key = b""

    def add(self, session: Session, action: str, staff_id: int | None, entity: str, entity_id: int | None) -> None:
        """Add a line within the caller's writing transaction."""
        last = head(session)
        line = AuditLine(
            seq=last.seq + 1,
            at=settings.now().isoformat(timespec="seconds"),
            staff_id=staff_id,
            action=action,
            entity=entity,
            entity_id=entity_id,
            computer=platform.node(),
        )
        told = (line.seq, line.at, staff_id, action, entity, entity_id, line.computer)
        line.chain = link(self._held(session), told, last.chain)
        session.add(line)

    def first_broken(self, session: Session, kept: Head | None = None, *, after: int = 0) -> int | None:
        """The number of the first line that does not fit, None when all do.

        `kept` is a head noted earlier: the log must still have it. Only lines after number `after` are read when it is
        given; the line with that number is then taken as it stands.
        """
        key, before, expected = self._key_in(session), _START, after + 1
        if after:
            before = session.scalar(select(AuditLine.chain).where(AuditLine.seq == after)) or b""
        if not key and head(session).seq:
            return expected
        result = session.connection().exec_driver_sql(_LINES, (after,), {"yield_per": _AT_ONCE})
        for rows in result.partitions():
            for row in rows:
                told, chain = row[:7], row[7]
                if told[0] != expected or chain != link(key, told, before):
                    return expected
                if kept is not None and kept.seq == expected and kept.chain != chain:
                    return expected
                before, expected = chain, expected + 1
        if key and expected == 1:
            return 1  # a key and not one line: all of them are gone
        return expected if kept is not None and kept.seq >= expected else None

    def _key_in(self, session: Session) -> bytes:
        """The key as the file has it, empty when it has none."""
        if not self._key:
            self._key = session.scalar(select(AuditKey.key)) or b""
        return self._key

    def _held(self, session: Session) -> bytes:
        """The key of the chain. It lives in the file, so that the chain stays whole when the file gets a new key."""
        return self._key_in(session) or self._made(session)

    def _made(self, session: Session) -> bytes:
        """A new key, not held yet: the transaction that stores it may still fail."""
        row = AuditKey(id=1, key=secrets.token_bytes(32))
        session.add(row)
        session.flush()
        return row.key


def head(session: Session) -> Head:
    """The last line, number 0 when there is none."""
    row = session.execute(select(AuditLine.seq, AuditLine.chain).order_by(AuditLine.seq.desc()).limit(1)).one_or_none()
    return Head(row.seq, row.chain) if row else Head(0, _START)


def link(key: bytes, told: tuple[Any, ...], before: bytes) -> bytes:
    """The link of a line whose parts are `told`, behind the link `before`; empty when a part is of no kind we write."""
    try:
        return hmac.digest(key, before + _encode(told).encode(), "sha256")
    except TypeError:
        return b""
