"""Plain text as ReportLab's paragraphs read it: nothing in it is a tag, what belongs together stays on one line."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle

from desktop_app.letters.breaking import softened
from desktop_app.letters.fonts import printable

# A number sign stays with its number, a dash with the word before it, a number with what it counts, unless
# it is tied to the word before it already.
_TIED: Final = re.compile(
    r" (?:(?=[–—] )|(?<=№ )|(?<=\bNo\. )|(?<=\bNos )"
    r"|(?<=\d )(?<!\u00a0\d )(?<!\u00a0\d\d )(?<!\u00a0\d{3} )(?=[^\W\d]))"
)


def markup(text: str) -> str:
    """What a user typed, never a tag."""
    return _escaped(printable(text))


def fitted(text: str, style: ParagraphStyle, width: float) -> str:
    """As `markup`, with long words breakable where a line is `width` points."""
    room = width - style.leftIndent - style.rightIndent
    return _escaped(softened(printable(text), style.fontName, style.fontSize, room))


def _escaped(text: str) -> str:
    return _TIED.sub("\u00a0", escape(text)).replace("\n", "<br/>")
