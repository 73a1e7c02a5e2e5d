"""Attachments of a case: adding a file, the list, looking at one, a copy outside, the note, removing."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import attachments as queries
from desktop_app.domain.attachments import (
    MOST_BYTES,
    PICTURES,
    AttachmentHead,
    AttachmentRow,
    AttachmentType,
    NewAttachment,
    problems_of_new,
    problems_of_size,
    shown_name,
)
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.permissions import Action
from desktop_app.domain.progress import Step, silent
from desktop_app.domain.tidy import tidy_text
from desktop_app.errors import AppError, Cancelled, DamagedFile, InvalidInput, Message, Problem
from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import N_
from desktop_app.imports.child import in_child, never
from desktop_app.imports.sniff import sniff
from desktop_app.services import access, sealed
from desktop_app.services.cases import StaleChange, stored_case
from desktop_app.services.files import OpenFile

_CHANGED: Final = frozenset({Kind.ATTACHMENT})
_NO_ATTACHMENT: Final = N_("This attachment is not in the file.")
_NOT_READ: Final = N_("This file cannot be read. Check the stick or the disk, and whether another program holds it.")
_NO_FILE: Final = N_("This is a folder or a device. Choose files.")
_OURS: Final = N_("This is the file of the centre itself, or belongs to it. Choose another file or another name.")
_STALE: Final = N_(
    "This attachment was changed by a colleague while you were typing. Nothing was overwritten: open it again and "
    "repeat your change."
)
_DAMAGED: Final = N_(
    "This attachment is damaged, so only removing it is possible. The rest of the case is safe. "
    "Look for the paper in a backup first."
)


@dataclass(frozen=True)
class Attachments:
    """The attachments of a case, newest first, and the bytes they take together."""

    rows: tuple[AttachmentRow, ...]
    taken: int


@dataclass(frozen=True)
class Opened:
    """An attachment to be looked at: what is known of it and its content."""

    head: AttachmentHead
    content: bytes


def add(
    file: OpenFile,
    case_id: int,
    path: Path,
    new: NewAttachment,
    step: Step = silent,
    cancelled: Callable[[], bool] = never,
) -> Saved:
    """Keep a file in a case; the id of the attachment. The file outside stays as it is.

    Its kind is told by its content. A picture is decoded, and unless `new` says otherwise kept without place, time and
    camera. `step` is told how many bytes of how many are stored. Raises InvalidInput (about "content" or "note"),
    NotAllowed, Cancelled; then nothing is kept.
    """
    new = replace(new, note=tidy_text(new.note))
    refuse(problems_of_new(new))
    with access.reading(file, Action.ADD_ATTACHMENT, "case", case_id) as session:
        stored_case(session, case_id)
        sealed.key_for(file, session, case_id)
        taken = queries.taken(session, case_id)
    if _is_ours(file, path):
        raise _about_content(_OURS)
    came = _content(path, taken)
    kind = _kind(came, path.name)
    kept = _kept(came, kind, new, cancelled)
    name = shown_name(path.name, kind)
    hashes = (sha256(kept).hexdigest(), sha256(came).hexdigest())
    head = AttachmentHead(name, kind, len(kept), *hashes, new.note, new.copy_of_document)

    def tell(done: int) -> None:
        step(done, len(kept))
        if cancelled():
            raise Cancelled

    with access.writing(file, Action.ADD_ATTACHMENT, "attachment", case_id=case_id) as session:
        refuse(tuple(problems_of_size(len(kept), queries.taken(session, case_id))))
        moment = settings.now().isoformat(timespec="seconds")
        row = models.Attachment(case_id=case_id, added_at=moment, added_by=file.staff.id)
        added = queries.add(session, row, head, kept, sealed.key_for(file, session, case_id), tell)
        session.info["entity_id"] = added
    return Saved(added, _CHANGED)


def listing(file: OpenFile, case_id: int) -> Attachments:
    """The attachments of a case. Raises NotAllowed."""
    with access.reading(file, Action.LIST_ATTACHMENTS, "case", case_id) as session:
        key = sealed.key_for(file, session, case_id)
        return Attachments(queries.rows(session, case_id, key), queries.taken(session, case_id))


def look(file: OpenFile, attachment_id: int) -> Opened:
    """An attachment with its content; that it was looked at is logged. Raises DamagedFile, NotAllowed."""
    with access.writing(file, Action.VIEW_ATTACHMENT, "attachment", attachment_id) as session:
        head, key = _head(file, session, attachment_id)
        return Opened(head, b"".join(queries.content(session, attachment_id, key)))


def save_copy(file: OpenFile, attachment_id: int, path: Path) -> Path:
    """Write an attachment to `path`, whole or not at all; that it leaves the file is logged before that. The path.

    Raises AppError when the place cannot take it, DamagedFile, NotAllowed.
    """
    if _is_ours(file, path):
        raise AppError(_OURS)
    with whole_file(path) as unfinished:
        with access.writing(file, Action.EXPORT_ATTACHMENT, "attachment", attachment_id) as session:
            _head(file, session, attachment_id)
        with access.reading(file, Action.EXPORT_ATTACHMENT, "attachment", attachment_id) as session:
            _head_of, key = _head(file, session, attachment_id)
            with unfinished.open("wb") as copy:
                for piece in queries.content(session, attachment_id, key):
                    copy.write(piece)
    return path


def change(file: OpenFile, attachment_id: int, was: AttachmentHead, said: NewAttachment) -> Saved:
    """Replace the note, and why a copy of an identity document is kept. Raises StaleChange, InvalidInput, NotAllowed.

    `was` is what was shown when the typing began.
    """
    said = replace(said, note=tidy_text(said.note))
    refuse(problems_of_new(said))
    with access.writing(file, Action.CHANGE_ATTACHMENT, "attachment", attachment_id) as session:
        head, key = _head(file, session, attachment_id)
        if head != was:
            raise StaleChange(_STALE)
        head = replace(head, note=said.note, copy_of_document=said.copy_of_document)
        queries.change_head(session, attachment_id, head, key)
    return Saved(attachment_id, _CHANGED)


def remove(file: OpenFile, attachment_id: int) -> Saved:
    """Take an attachment out of the file for good, a damaged one too; backups made before still have it."""
    with access.writing(file, Action.REMOVE_ATTACHMENT, "attachment", attachment_id) as session:
        case_id = queries.case_of(session, attachment_id)
        if case_id is None:
            raise AppError(_NO_ATTACHMENT)
        sealed.key_for(file, session, case_id)
        queries.remove(session, attachment_id)
    return Saved(attachment_id, _CHANGED)


def _head(file: OpenFile, session: Session, attachment_id: int) -> tuple[AttachmentHead, bytes | None]:
    """What is known of an attachment, and the second key when its case is sealed."""
    case_id = queries.case_of(session, attachment_id)
    if case_id is None:
        raise AppError(_NO_ATTACHMENT)
    key = sealed.key_for(file, session, case_id)
    row = queries.row(session, attachment_id, key)
    if row is None or row.head is None:
        raise DamagedFile(_DAMAGED)
    return row.head, key


def _is_ours(file: OpenFile, path: Path) -> bool:
    """Whether a path leads to the open file or to what stands beside it, by any name; nothing is opened to see it.

    Opening and closing it by hand would take away the locks of the database (sqlite.org/howtocorrupt.html, 2.2).
    """
    named, own = path.resolve(), file.path.resolve()
    beside = named.parent == own.parent and named.name.casefold().startswith(own.name.casefold())
    return beside or (path.exists() and path.samefile(own))


def _content(path: Path, taken: int) -> bytes:
    """The file, read once; its size is asked before anything is read."""
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise _about_content(_NO_FILE)
        refuse(tuple(problems_of_size(told.st_size, taken)))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise _about_content(_NOT_READ) from None
    refuse(tuple(problems_of_size(len(content), taken)))
    return content


def _kind(content: bytes, name: str) -> AttachmentType:
    try:
        return sniff(content, name)
    except AppError as error:
        raise InvalidInput((Problem("content", error.message),)) from None


def _kept(content: bytes, kind: AttachmentType, new: NewAttachment, cancelled: Callable[[], bool]) -> bytes:
    """What is stored of a file: a picture is encoded anew, or at least decoded to see that it is one."""
    from desktop_app.imports import pictures

    if kind not in PICTURES:
        return content
    if new.keep_details:
        in_child(pictures.checked, content, kind.value, cancelled=cancelled)
        return content
    (cleaned,) = in_child(pictures.cleaned, content, kind.value, cancelled=cancelled)
    if not isinstance(cleaned, bytes):
        raise TypeError
    return cleaned


def _about_content(msgid: str) -> InvalidInput:
    return InvalidInput((Problem("content", Message(msgid)),))
