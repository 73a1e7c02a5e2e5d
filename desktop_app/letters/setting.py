"""Plain text as ReportLab's paragraphs: no markup is ever read, and what belongs together stays on one line."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from desktop_app.letters.breaking import softened
from desktop_app.letters.fonts import printable

# A number sign and an IIN or BIN stay with their number, a dash with the word before it, a number with what it
# counts, unless it is tied to the word before it already.
_TIED: Final = re.compile(
    r" (?:(?=[–—] )|(?<=№ )|(?<=\bNo\. )|(?<=\bNos )|(?<=\b[^\W\d_]{3} )(?=\d{12}\b)"
    r"|(?<=\d )(?<!\u00a0\d )(?<!\u00a0\d\d )(?<!\u00a0\d{3} )(?=[^\W\d]))"
)


def paragraph(text: str, style: ParagraphStyle, width: float = 0, mark: str = "") -> SetOnce:
    """A paragraph of plain text, `mark` before it. Long words may be broken where a line is `width` points; 0: nowhere.

    The pieces that ReportLab's own parser would make are made here: what a user typed is never read as a tag, and
    a letter takes a tenth less time.
    """
    shown = tied(text)
    if width:
        shown = softened(shown, style.fontName, style.fontSize, width - style.leftIndent - style.rightIndent)
    word, line_end = _pieces(style)
    pieces: list[Any] = []
    for at, line in enumerate(shown.split("\n")):
        if at:
            pieces.append(line_end.clone())
        if line:
            pieces.append(word.clone(text=line))
    made = SetOnce("", style, mark or None, frags=pieces)
    made.letters = len(shown)
    return made


def tied(text: str) -> str:
    """`text` as it is printed, with blanks that do not break where a line must not end."""
    return _TIED.sub("\u00a0", printable(text)).strip()


class SetOnce(Paragraph):
    """Is set once for each width it gets: a table asks for the lines of a cell six times. It has so many `letters`.

    Where its style names a `language`, it is marked with it, also where it is torn: for whoever has it read aloud.
    """

    letters = 0
    _set: tuple[float, tuple[float, float]] | None = None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """How wide and high it is; its lines stay until it is torn between two pages."""
        if self._set is None or self._set[0] != availWidth or not hasattr(self, "blPara"):
            self._set = availWidth, super().wrap(availWidth, availHeight)
        return self._set[1]

    def draw(self) -> None:
        """The paragraph, between marks where it has a language."""
        language = getattr(self.style, "language", "")
        if language:
            self.canv.addLiteral(f"/Span <</Lang ({language})>> BDC")
        super().draw()
        if language:
            self.canv.addLiteral("EMC")


@cache
def _pieces(style: ParagraphStyle) -> tuple[Any, Any]:
    """A word and the end of a line as ReportLab's parser makes them in this style."""
    made: Any = Paragraph("x<br/>x", style)
    return made.frags[0], made.frags[1]
