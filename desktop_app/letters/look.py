"""How the styles of a letter look: on the whole line, and in one of two columns side by side.

Text is set to the left, not stretched: stretched blanks tear sums apart. Words are broken only where they are wider
than their column (letters/breaking).
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from desktop_app.letters.blocks import Align, Style
from desktop_app.letters.fonts import BOLD, ITALIC, REGULAR

INK: Final = HexColor("#000000")
LINE: Final = HexColor("#6b6b6b")
FAINT: Final = HexColor("#b5b5b5")
SHADE: Final = HexColor("#ececec")

GRID_SIZE: Final = 8.3
GRID_LEADING: Final = 10.2
SMALL: Final = 8
HEAD_SIZE: Final = 7
MARK_WIDTH: Final = 7 * mm

_BODY: Final = 11
_HALF_BODY: Final = 10
_HALF: Final = {_BODY: _HALF_BODY, 14: 12, 13: 11.5, 12: 11, 10.5: 10, 10: 9.5, 9.5: 8.4, 9: 8.5, 8.5: 7.4}

_LOOKS: Final[dict[Style, dict[str, Any]]] = {
    "strip": {
        "fontName": BOLD, "fontSize": 9, "alignment": TA_CENTER, "borderWidth": 0.8, "borderColor": LINE,
        "borderPadding": (4, 0, 5, 0), "spaceAfter": 14,
    },
    "centre_name": {"fontName": BOLD, "fontSize": 13, "alignment": TA_CENTER, "spaceAfter": 3},
    "letterhead": {"fontSize": 9, "alignment": TA_CENTER},
    "reference": {"fontSize": 10, "spaceBefore": 8, "spaceAfter": 8},
    "addressee": {"leftIndent": 82 * mm},
    "addressee_name": {"fontName": BOLD, "leftIndent": 82 * mm},
    "title": {"fontName": BOLD, "fontSize": 14, "alignment": TA_CENTER, "spaceBefore": 18},
    "subtitle": {"fontName": BOLD, "fontSize": 10.5, "alignment": TA_CENTER, "spaceAfter": 12},
    "body": {"firstLineIndent": 10 * mm, "spaceBefore": 4, "spaceAfter": 2},
    "lead_in": {"firstLineIndent": 10 * mm, "spaceAfter": 4},
    "item": {"leftIndent": 17 * mm, "bulletIndent": 10 * mm, "spaceAfter": 4},
    "section": {"fontName": BOLD, "fontSize": 12, "alignment": TA_CENTER, "spaceBefore": 8, "spaceAfter": 4},
    "ground": {"fontSize": 9.5, "leftIndent": 17 * mm, "spaceAfter": 2},
    "fact": {"leftIndent": 10 * mm, "spaceAfter": 2},
    "total": {"fontName": BOLD, "firstLineIndent": 10 * mm, "spaceBefore": 2, "spaceAfter": 8},
    "annex_mark": {"fontSize": 9, "alignment": TA_RIGHT, "spaceAfter": 3},
    "heading": {"fontName": BOLD, "fontSize": 13, "alignment": TA_CENTER, "spaceAfter": 5},
    "annex_fact": {"fontSize": 9.5, "spaceAfter": 1},
    "sum": {"fontName": BOLD, "fontSize": 9.5, "spaceAfter": 4},
    "method": {"fontSize": 9.5, "spaceAfter": 1},
    "note": {"fontSize": 8.5, "leftIndent": MARK_WIDTH, "bulletIndent": 0, "spaceAfter": 1.5},
    "last_note": {"fontSize": 8.5, "leftIndent": MARK_WIDTH, "bulletIndent": 0, "spaceAfter": 1.5},
    "closing": {"spaceBefore": 4, "spaceAfter": 4},
}  # fmt: skip
_ALIGNED: Final[dict[Align, Literal[0, 1, 2]]] = {"left": TA_LEFT, "right": TA_RIGHT, "centre": TA_CENTER}
_PLAIN_IN_HALF: Final = {"leftIndent": 0, "firstLineIndent": 0, "bulletIndent": 0}


# The room in millimetres that a paragraph and what belongs below it need, on the whole line and in half of it;
# with less left, both go to the next page.
ROOM: Final[dict[Style, tuple[int, int]]] = {
    "title": (40, 56), "lead_in": (28, 40), "closing": (26, 36),
    "section": (28, 38),
}  # fmt: skip


@cache
def style(name: Style, *, half: bool = False, language: str = "") -> ParagraphStyle:
    """The style of a paragraph; `half` for a column of two, where text is smaller and the `language` is marked."""
    look: dict[str, Any] = {
        "fontName": REGULAR,
        "fontSize": _BODY,
        "textColor": INK,
        "keepWithNext": 0,
        "allowWidows": 0,
        "allowOrphans": 0,
        **_LOOKS[name],
    }
    if half:
        marked = name in ("item", "note", "last_note")
        look |= {**_PLAIN_IN_HALF, "leftIndent": MARK_WIDTH if marked else 0}
        look["fontSize"] = _HALF[look["fontSize"]]
        if name == "annex_mark":
            look["alignment"] = TA_LEFT
    look["bulletFontName"], look["bulletFontSize"] = look["fontName"], look["fontSize"]
    look |= {"leading": round(look["fontSize"] * 1.36, 1), "language": language}
    return ParagraphStyle(f"{name}/{'half' if half else 'whole'}/{language}", **look)


def above(name: Style) -> float:
    """The points a heading of two lines takes with the space around it."""
    told = style(name)
    return float(told.spaceBefore + 2 * told.leading + told.spaceAfter)


@cache
def cell_style(align: Align, *, head: bool = False, bold: bool = False, size: float = 0) -> ParagraphStyle:
    """The style of a paragraph in a table; `size` where it is not the usual one."""
    return ParagraphStyle(
        f"cell/{align}/{head}/{bold}/{size}",
        fontName=BOLD if head or bold else REGULAR,
        fontSize=size or (HEAD_SIZE if head else GRID_SIZE),
        leading=8.8 if head else GRID_LEADING,
        alignment=TA_CENTER if head else _ALIGNED[align],
    )


@cache
def quiet() -> ParagraphStyle:
    """The small italics of a note below the page."""
    return ParagraphStyle("quiet", fontName=ITALIC, fontSize=SMALL, leading=10)
