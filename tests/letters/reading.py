"""Reading letters back, as a court's clerk or a search in a folder would."""

from __future__ import annotations

import re

import pypdfium2

from desktop_app.domain.letters import LetterFacts
from desktop_app.letters import catalogue


def text_of(pdf: bytes) -> str:
    """All text of a PDF, blanks of every kind made one, so that line breaks do not matter."""
    return re.sub(r"\s+", " ", " ".join(pages_of(pdf)))


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page as PDFium extracts it, hyphens at line ends joined."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()


def letter(facts: LetterFacts) -> str:
    """The text of the letter that `facts` make."""
    return text_of(catalogue.render(facts))
