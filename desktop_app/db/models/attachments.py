"""Papers and pictures of a case, encrypted a second time and cut into pieces."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Attachment(Base):
    """One file of a case. `head` holds name, type, hash and note, encrypted like the pieces.

    `size` is in bytes. `file_key` encrypts head and pieces; in a sealed case it is itself encrypted (`sealed`).
    """

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    added_at: Mapped[str]
    added_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    size: Mapped[int]
    sealed: Mapped[bool]
    file_key: Mapped[bytes]
    head: Mapped[bytes]


class AttachmentPiece(Base):
    """A piece of an attachment, numbered from 0."""

    __tablename__ = "attachment_piece"

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes]
