"""The attachments of a case in the file: rows, pieces, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from desktop_app.db import attachments as pieces
from desktop_app.db.models import Attachment, AttachmentPiece, IncomingPaper, Staff
from desktop_app.domain.attachments import AttachmentHead, AttachmentRow
from desktop_app.errors import DamagedFile

Step = Callable[[int], None]
"""Told after each piece how many bytes are stored; may raise Cancelled."""


_LISTED: Final = select(Attachment, Staff.full_name).join(Staff, Staff.id == Attachment.added_by)


def taken(session: Session, case_id: int) -> int:
    """Bytes that the attachments of a case take."""
    return session.scalar(select(func.coalesce(func.sum(Attachment.size), 0)).where(Attachment.case_id == case_id)) or 0


def add(
    session: Session, row: Attachment, head: AttachmentHead, content: bytes, second_key: bytes | None, step: Step
) -> int:
    """Store an attachment; its id. `row` names case, instant and who; `second_key` is that of a sealed case."""
    key = pieces.new_key()
    row.size, row.sealed, row.file_key, row.head = len(content), second_key is not None, b"", b""
    session.add(row)
    session.flush()
    row.file_key = pieces.stored_key(key, row.id, second_key)
    row.head = pieces.encrypted_head(key, row.id, head)
    done = 0
    for number, piece in enumerate(pieces.encrypted_pieces(key, row.id, content)):
        session.execute(insert(AttachmentPiece).values(attachment_id=row.id, number=number, content=piece))
        done = min(done + pieces.PIECE, len(content))
        step(done)
    session.flush()
    return row.id


def rows(session: Session, case_id: int, second_key: bytes | None) -> tuple[AttachmentRow, ...]:
    """The attachments of a case, newest first; those that are damaged have no head. Raises NotAllowed."""
    found = session.execute(_LISTED.where(Attachment.case_id == case_id).order_by(Attachment.id.desc()))
    return tuple(_row(attachment, name, second_key) for attachment, name in found)


def row(session: Session, attachment_id: int, second_key: bytes | None) -> AttachmentRow | None:
    """One attachment, None when there is none. Raises NotAllowed."""
    found = session.execute(_LISTED.where(Attachment.id == attachment_id)).one_or_none()
    return None if found is None else _row(found[0], found[1], second_key)


def case_of(session: Session, attachment_id: int) -> int | None:
    """The case an attachment belongs to."""
    return session.scalar(select(Attachment.case_id).where(Attachment.id == attachment_id))


def content(session: Session, attachment_id: int, second_key: bytes | None) -> Iterator[bytes]:
    """The content piece by piece, each read when it is asked for. Raises DamagedFile, NotAllowed.

    Take nothing as whole before the iterator has ended.
    """
    attachment = session.get_one(Attachment, attachment_id)
    key = _key(attachment, second_key)
    head = pieces.plain_head(key, attachment_id, attachment.head)
    yield from pieces.plain_pieces(key, attachment_id, head, _stored(session, attachment_id))


def change_head(session: Session, attachment_id: int, head: AttachmentHead, second_key: bytes | None) -> None:
    """Replace what is known of an attachment."""
    attachment = session.get_one(Attachment, attachment_id)
    attachment.head = pieces.encrypted_head(_key(attachment, second_key), attachment_id, head)


def remove(session: Session, attachment_id: int) -> None:
    """Take an attachment out of the file; its pages are overwritten (secure_delete).

    An incoming paper whose scan it was stays registered without it.
    """
    scans = update(IncomingPaper).where(IncomingPaper.attachment_id == attachment_id)
    session.execute(scans.values(attachment_id=None))
    session.execute(delete(AttachmentPiece).where(AttachmentPiece.attachment_id == attachment_id))
    session.execute(delete(Attachment).where(Attachment.id == attachment_id))


def rewrap(session: Session, case_id: int, old: bytes | None, new: bytes | None) -> int:
    """Give the attachments of a case to another second key; None means that the case is not sealed. How many.

    Called in the transaction that seals or unseals the case. Raises DamagedFile, NotAllowed; nothing is changed then.
    """
    found = session.scalars(select(Attachment).where(Attachment.case_id == case_id)).all()
    keys = [_key(attachment, old) for attachment in found]
    for attachment, key in zip(found, keys, strict=True):
        stored = pieces.stored_key(key, attachment.id, new)
        session.execute(
            update(Attachment).where(Attachment.id == attachment.id).values(file_key=stored, sealed=new is not None)
        )
    return len(found)


def _row(attachment: Attachment, added_by: str, second_key: bytes | None) -> AttachmentRow:
    head = None
    with suppress(DamagedFile):
        head = pieces.plain_head(_key(attachment, second_key), attachment.id, attachment.head)
    told = attachment.added_at, added_by, attachment.size
    return AttachmentRow(attachment.id, attachment.case_id, *told, head)


def _key(attachment: Attachment, second_key: bytes | None) -> bytes:
    return pieces.plain_key(attachment.file_key, attachment.id, second_key, sealed=attachment.sealed)


def _stored(session: Session, attachment_id: int) -> Iterator[bytes]:
    """The pieces as they are stored, one in memory at a time."""
    wanted = AttachmentPiece.attachment_id == attachment_id
    for number in range(session.scalar(select(func.count()).where(wanted)) or 0):
        piece = session.scalar(select(AttachmentPiece.content).where(wanted, AttachmentPiece.number == number))
        if piece is None:
            raise pieces.damaged()
        yield piece
