"""The words of a letter by the language they are marked with, as PDFium finds the marks."""

from __future__ import annotations

import ctypes
from collections import defaultdict

import pypdfium2
from pypdfium2 import raw


def words_by_language(pdf: bytes) -> dict[str, str]:
    """The text of each language; what is not marked stands under an empty name."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            text = page.get_textpage()
            for each in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1):
                told[_language(each.raw)].append(_text(each.raw, text.raw))
    finally:
        document.close()
    return {language: " ".join(" ".join(words).split()) for language, words in told.items()}


def _text(drawn: object, page: object) -> str:
    size = raw.FPDFTextObj_GetText(drawn, page, None, 0)
    held = (ctypes.c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(drawn, page, held, size)
    return bytes(held).decode("utf-16-le").rstrip("\0")


def _language(drawn: object) -> str:
    if not raw.FPDFPageObj_CountMarks(drawn):
        return ""
    mark = raw.FPDFPageObj_GetMark(drawn, 0)
    size = ctypes.c_ulong()
    held = (ctypes.c_ushort * 32)()
    raw.FPDFPageObjMark_GetParamStringValue(mark, b"Lang", held, ctypes.sizeof(held), size)
    return bytes(held)[: size.value].decode("utf-16-le").rstrip("\0")
