"""Several letters in one document, to be printed or saved together: their pages in order, as they are."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pypdfium2

from desktop_app.letters.preview import ONE_AT_A_TIME


def bind(pdfs: Sequence[bytes]) -> bytes:
    """One PDF with the pages of all, in order; a single one comes back byte for byte. Each must be a letter of ours."""
    if len(pdfs) == 1:
        return pdfs[0]
    held = BytesIO()
    with ONE_AT_A_TIME:
        bound = pypdfium2.PdfDocument.new()
        try:
            for pdf in pdfs:
                _add(bound, pdf)
            bound.save(held)
        finally:
            bound.close()
    return held.getvalue()


def _add(bound: pypdfium2.PdfDocument, pdf: bytes) -> None:
    source = pypdfium2.PdfDocument(pdf)
    try:
        bound.import_pages(source)
    finally:
        source.close()
