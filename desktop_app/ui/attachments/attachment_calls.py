"""What the screens of attachments ask of the services, several questions in one call."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.attachments import SHOWN, AttachmentType, NewAttachment
from desktop_app.domain.letters import LetterLanguage
from desktop_app.errors import AppError, Cancelled
from desktop_app.services import attachment_pages, attachments, exhibits
from desktop_app.services.attachment_pages import Drawn, Text
from desktop_app.services.attachments import Opened
from desktop_app.services.files import OpenFile


@dataclass(eq=False)
class Progress:
    """How far a call is, told by the worker and looked at by the window; and the wish to stop."""

    done: int = 0
    all: int = 0
    cancelled: threading.Event = field(default_factory=threading.Event)

    def step(self, done: int, whole: int) -> None:
        """So many of so many are done: bytes of a file, exhibits of a bundle."""
        self.done, self.all = done, whole


@dataclass(frozen=True)
class Shown:
    """An opened attachment with what is seen of it first; nothing when it can only be copied, `refusal` says why."""

    opened: Opened
    first: Drawn | Text | None
    refusal: AppError | None = None


def add(file: OpenFile, case_id: int, path: Path, new: NewAttachment, progress: Progress) -> int | None:
    """Keep a file in a case; its id, None when it was cancelled. Not `Saved`: the list is read once, after the last."""
    try:
        return attachments.add(file, case_id, path, new, progress.step, progress.cancelled.is_set).id
    except Cancelled:
        return None


def bundle(
    file: OpenFile, case_id: int, chosen: tuple[int, ...], language: LetterLanguage, path: Path, progress: Progress
) -> Path | None:
    """Write the chosen attachments as one PDF; its path, None when it was cancelled and nothing is written."""
    try:
        return exhibits.bundle(file, case_id, chosen, language, path, progress.step, progress.cancelled.is_set)
    except Cancelled:
        return None


def look(file: OpenFile, attachment_id: int, side: int, stop: threading.Event) -> Shown:
    """Open an attachment and draw its first page."""
    opened = attachments.look(file, attachment_id)
    if opened.head.type not in SHOWN:
        return Shown(opened, None)
    if opened.head.type is AttachmentType.TEXT:
        return Shown(opened, attachment_pages.text(opened))
    try:
        return Shown(opened, attachment_pages.page(opened, 0, side, stop.is_set))
    except AppError as error:
        return Shown(opened, None, error)
