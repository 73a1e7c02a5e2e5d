"""Pages of a letter as pictures, for looking at it inside the program."""

from __future__ import annotations

import re
from threading import Lock

import pypdfium2

from desktop_app.domain.letters import PageImage
from desktop_app.errors import AppError
from desktop_app.i18n import N_

_POINTS = 72  # to the inch
_POINTS_TO_PIXELS = 96 / _POINTS
_PASSWORD = N_("This PDF needs a password, so it is not shown here. Save a copy and open it with the password.")
_BETWEEN = re.compile(r"[\s\ufffe-]+")
# PDFium keeps global state: one drawing at a time.
ONE_AT_A_TIME = Lock()


def pages(pdf: bytes, zoom: float, most: int | None = None) -> tuple[PageImage, ...]:
    """The pages of `pdf`, `most` of them at most, in pixels of four bytes, blue first, the last unused.

    `zoom` 1.0 is 96 dots an inch. A page takes megabytes: a letter for thousands has thousands of pages.
    """
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            drawn = len(document) if most is None else min(most, len(document))
            return tuple(_picture(document[at], zoom) for at in range(drawn))
        finally:
            document.close()


def sheet(pdf: bytes, at: int, dots: int) -> PageImage:
    """One page of a letter of ours for a printer, `dots` to the inch."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return _picture(document[at], dots / _POINTS / _POINTS_TO_PIXELS)
        finally:
            document.close()


def page(pdf: bytes, at: int, side: int) -> tuple[int, int, int, bytes]:
    """One page of a document from outside: how many pages it has, then width, height and the pixels without gaps.

    The longer side has `side` pixels. Call it through `imports.child.in_child`. AppError when it needs a password.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise AppError(_PASSWORD) from None
        raise
    shown = document[min(at, len(document) - 1)]
    image = _picture(shown, side / max(*shown.get_size(), 1) / _POINTS_TO_PIXELS)
    line = image.width * 4
    lines = (image.pixels[at : at + line] for at in range(0, image.stride * image.height, image.stride))
    pixels = image.pixels if image.stride == line else b"".join(lines)
    return len(document), image.width, image.height, pixels


def page_saying(pdf: bytes, words: str) -> int:
    """The place of the first page of a letter of ours that says `words`, however its lines break; 0 when none does."""
    wanted = _joined(words)
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            said = (_joined(document[at].get_textpage().get_text_range()) for at in range(len(document)))
            return next((at for at, text in enumerate(said) if wanted and wanted in text), 0)
        finally:
            document.close()


def count(pdf: bytes) -> int:
    """How many pages `pdf` has."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _joined(text: str) -> str:
    """Without blanks and the hyphens that the end of a line adds."""
    return _BETWEEN.sub("", text)


def _picture(page: pypdfium2.PdfPage, zoom: float) -> PageImage:
    bitmap = page.render(scale=_POINTS_TO_PIXELS * zoom, prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
