"""Plain text from outside: in which way its letters are written, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from typing import Final

# Signs that no text has: those below the space except tab, line ends, form feed; the delete sign.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_BYTE_ORDER: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTERS_IN_HUNDRED: Final = 50


def text_of(content: bytes) -> str | None:
    """The text of UTF-8, of UTF-16 with its mark, or of the Cyrillic Windows code; None when it is no text."""
    for mark, encoding in _BYTE_ORDER:
        if content.startswith(mark):
            return _decoded(content, encoding)
    text = _decoded(content, "utf-8")
    if text is not None:
        return text
    text = _decoded(content, "cp1251")
    # Nearly any bytes are letters in this code: most of a text must be.
    if text is None or len(_LETTER.findall(text)) * 100 < len(text) * _LETTERS_IN_HUNDRED:
        return None
    return text


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _NO_TEXT.search(text) else text
