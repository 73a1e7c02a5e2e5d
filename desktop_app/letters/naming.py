"""Whether a letter that was made names somebody: its words are read back from the PDF."""

from __future__ import annotations

import unicodedata

import pypdfium2


def letters_of(pdf: bytes) -> str:
    """Every letter and digit of a PDF in the order it was drawn, without blanks, lines and marks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        parts = []
        for at in range(len(document)):
            page = document[at]
            text = page.get_textpage()
            parts.append(_bare(text.get_text_bounded()))
            text.close()
            page.close()
        return "".join(parts)
    finally:
        document.close()


def names(letters: str, full_name: str) -> bool:
    """Whether this name stands in what `letters_of` gave, wherever its line was broken."""
    bare = _bare(full_name)
    return bool(bare) and bare in letters


def _bare(text: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFC", text).casefold() if mark.isalnum())
