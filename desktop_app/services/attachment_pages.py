"""An attachment as it is looked at inside the program: pages drawn in a child process, or plain text.

Nothing is written to the disk for it, and no other program is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.attachments import PICTURES, AttachmentType
from desktop_app.domain.letters import PageImage
from desktop_app.domain.tidy import tidy_text
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.imports.child import UNREADABLE, Answer, in_child, never
from desktop_app.imports.texts import text_of
from desktop_app.services.attachments import Opened

MOST_SIDE: Final = 4_800
MOST_LETTERS: Final = 500_000
"""More of a text would keep the window busy."""


@dataclass(frozen=True)
class Drawn:
    """One page of an attachment and how many it has."""

    pages: int
    image: PageImage


@dataclass(frozen=True)
class Text:
    """A plain text without marks that cannot be seen; `cut` when only its beginning is there."""

    words: str
    cut: bool


def page(opened: Opened, number: int, side: int, cancelled: Callable[[], bool] = never) -> Drawn:
    """The page `number` (from 0) of a picture, a scan or a PDF, at most `side` pixels wide and high.

    Raises InvalidInput when it cannot be drawn, Cancelled.
    """
    side = min(side, MOST_SIDE)
    if opened.head.type in PICTURES:
        from desktop_app.imports import pictures

        values = (opened.head.type.value, number, side)
        return _told(in_child(pictures.drawn, opened.content, *values, cancelled=cancelled))
    if opened.head.type is not AttachmentType.PDF:
        raise ValueError(opened.head.type)
    from desktop_app.letters import preview

    return _told(in_child(preview.page, opened.content, number, side, opens_files=True, cancelled=cancelled))


def text(opened: Opened) -> Text:
    """The words of a plain text."""
    words = tidy_text(text_of(opened.content) or "")
    return Text(words[:MOST_LETTERS], cut=len(words) > MOST_LETTERS)


def _told(answer: Sequence[Answer]) -> Drawn:
    """The page as the child tells it, when that makes sense: the window reads as many bytes as it is told to."""
    match answer:
        case [int(pages), int(width), int(height), bytes(pixels)]:
            room = MOST_SIDE + 1  # a page of a PDF is rounded up
            if pages > 0 and 0 < width <= room and 0 < height <= room and len(pixels) == width * height * 4:
                return Drawn(pages, PageImage(width, height, width * 4, pixels))
    raise InvalidInput((Problem("content", Message(UNREADABLE)),))
