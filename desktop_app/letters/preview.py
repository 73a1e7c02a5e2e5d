"""Pages of a letter as pictures, for looking at it inside the program."""

from __future__ import annotations

from threading import Lock

import pypdfium2

from desktop_app.domain.letters import PageImage

_POINTS_TO_PIXELS = 96 / 72
# PDFium keeps global state: one drawing at a time.
_ONE_AT_A_TIME = Lock()


def pages(pdf: bytes, zoom: float, most: int | None = None) -> tuple[PageImage, ...]:
    """The pages of `pdf`, `most` of them at most, in pixels of four bytes, blue first, the last unused.

    `zoom` 1.0 is 96 dots an inch. A page takes megabytes: a letter for thousands has thousands of pages.
    """
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            drawn = len(document) if most is None else min(most, len(document))
            return tuple(_picture(document[at], zoom) for at in range(drawn))
        finally:
            document.close()


def count(pdf: bytes) -> int:
    """How many pages `pdf` has."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, zoom: float) -> PageImage:
    bitmap = page.render(scale=_POINTS_TO_PIXELS * zoom, prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
