"""How many pages an attachment has as an exhibit: PDFs and scans are asked in a limited child, photos have one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from desktop_app.db.queries import Session
from desktop_app.db.queries import attachments as queries
from desktop_app.domain.attachments import PICTURES, AttachmentType
from desktop_app.domain.case_told import Exhibit
from desktop_app.errors import DamagedFile, InvalidInput
from desktop_app.imports.child import never
from desktop_app.services import attachment_pages, sealed
from desktop_app.services.attachments import Opened
from desktop_app.services.files import OpenFile

COUNTABLE: Final = PICTURES | {AttachmentType.PDF}
"""Kinds that have pages; sound, video, tables and texts have none to number."""

_MANY_PAGES: Final = frozenset({AttachmentType.PDF, AttachmentType.TIFF})
_SMALL: Final = 16
_MOST_KNOWN: Final = 2_000
# By the hash of the content: a draft is drawn again and again, and a child takes a third of a second.
_known: dict[str, int | None] = {}


def counted(
    file: OpenFile,
    session: Session,
    case_id: int,
    exhibits: Iterable[Exhibit],
    cancelled: Callable[[], bool] = never,
) -> tuple[Exhibit, ...]:
    """The exhibits with their pages, as far as they have any that can be counted. Raises NotAllowed, Cancelled."""
    key = sealed.key_for(file, session, case_id)
    return tuple(replace(each, pages=_pages(session, each, key, cancelled)) for each in exhibits)


def _pages(session: Session, exhibit: Exhibit, key: bytes | None, cancelled: Callable[[], bool]) -> int | None:
    if exhibit.kind not in tuple(COUNTABLE):
        return None
    if exhibit.kind not in tuple(_MANY_PAGES):
        return 1
    row = queries.row(session, exhibit.id, key)
    if row is None or row.head is None:
        return None
    if row.head.sha256 not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        try:
            content = b"".join(queries.content(session, exhibit.id, key))
            _known[row.head.sha256] = attachment_pages.page(Opened(row.head, content), 0, _SMALL, cancelled).pages
        except (InvalidInput, DamagedFile):
            _known[row.head.sha256] = None
    return _known[row.head.sha256]
