"""Plain text as ReportLab's paragraphs: no markup is ever read, and what belongs together stays on one line."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from desktop_app.letters.breaking import softened
from desktop_app.letters.fonts import printable

# A number sign stays with its number, a dash with the word before it, a number with what it counts, unless
# it is tied to the word before it already.
_TIED: Final = re.compile(
    r" (?:(?=[–—] )|(?<=№ )|(?<=\bNo\. )|(?<=\bNos )"
    r"|(?<=\d )(?<!\u00a0\d )(?<!\u00a0\d\d )(?<!\u00a0\d{3} )(?=[^\W\d]))"
)


def paragraph(text: str, style: ParagraphStyle, width: float = 0, mark: str = "") -> Paragraph:
    """A paragraph of plain text, `mark` before it. Long words may be broken where a line is `width` points; 0: nowhere.

    The pieces that ReportLab's own parser would make are made here: what a user typed is never read as a tag, and
    a letter takes a tenth less time.
    """
    shown = _TIED.sub("\u00a0", printable(text))
    if width:
        shown = softened(shown, style.fontName, style.fontSize, width - style.leftIndent - style.rightIndent)
    word, line_end = _pieces(style)
    pieces: list[Any] = []
    for at, line in enumerate(shown.strip().split("\n")):
        if at:
            pieces.append(line_end.clone())
        if line:
            pieces.append(word.clone(text=line))
    return Paragraph("", style, mark or None, frags=pieces)


def tied(text: str) -> str:
    """`text` as it is printed, with blanks that do not break where a line must not end."""
    return _TIED.sub("\u00a0", printable(text)).strip()


@cache
def _pieces(style: ParagraphStyle) -> tuple[Any, Any]:
    """A word and the end of a line as ReportLab's parser makes them in this style."""
    made: Any = Paragraph("x<br/>x", style)
    return made.frags[0], made.frags[1]
