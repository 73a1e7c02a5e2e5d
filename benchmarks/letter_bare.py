"""Letters by ReportLab's platypus alone: the same text and tables, no checks, no marks, no count of pages."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from desktop_app.letters.blocks import Block, Grid, Sheet, Signature, Story, Words
from desktop_app.letters.fonts import BOLD, REGULAR, register

BOLD_WORDS = {"centre_name", "addressee_name", "title", "subtitle", "total", "heading", "sum", "strip", "section"}

_UPRIGHT, _LYING = 165 * mm, 257 * mm  # how wide a line is
_STYLES = {
    name: ParagraphStyle(name, fontName=face, fontSize=size, leading=size * 1.36, spaceAfter=4, bulletFontName=REGULAR)
    for name, face, size in (("plain", REGULAR, 11), ("bold", BOLD, 11), ("head", BOLD, 7.5), ("cell", REGULAR, 8.3))
}


def render(story: Story) -> bytes:
    """The PDF of one letter."""
    register()
    held = BytesIO()
    frame = Frame(30 * mm, 20 * mm, _UPRIGHT, 257 * mm, 0, 0, 0, 0)
    lying = Frame(20 * mm, 18 * mm, _LYING, 167 * mm, 0, 0, 0, 0)
    document = BaseDocTemplate(
        held,
        pageTemplates=[
            PageTemplate("upright", [frame], onPage=_page_number, pagesize=A4),
            PageTemplate("lying", [lying], onPage=_page_number, pagesize=landscape(A4)),
        ],
        initialFontName=REGULAR,
    )
    document.build(list(_flowables(story)))
    return held.getvalue()


def signed(signature: Signature) -> str:
    """A place to sign, as one line."""
    return f"{signature.position} ____________ {signature.name}"


def _page_number(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont(REGULAR, 8)
    canvas.drawString(30 * mm, 10 * mm, f"{document.page}")


def _flowables(story: Story) -> Iterator[Flowable]:
    line = _UPRIGHT
    for block in story:
        if isinstance(block, Sheet):
            line = _LYING if block.landscape else _UPRIGHT
            yield NextPageTemplate("lying" if block.landscape else "upright")
            yield PageBreak()
        else:
            yield _flowable(block, line)


def _flowable(block: Block, line: float) -> Flowable:
    match block:
        case Words(text, style, mark):
            markup = escape(text).replace("\n", "<br/>")
            return Paragraph(markup, _STYLES["bold" if style in BOLD_WORDS else "plain"], mark or None)
        case Grid():
            return _table(block, line)
        case Signature():
            return Paragraph(escape(signed(block)), _STYLES["plain"])
        case _:
            return HRFlowable(width="100%")


def _table(grid: Grid, line: float) -> Table:
    heads = [Paragraph(escape(column.head), _STYLES["head"]) for column in grid.columns]
    data: list[list[Any]] = [heads, *map(list, grid.rows)]
    style: list[Any] = [("FONT", (0, 0), (-1, -1), REGULAR, 8.3, 10.2), ("GRID", (0, 0), (-1, -1), 0.4, colors.grey)]
    shares = sum(column.width for column in grid.columns)
    widths = [column.width * line / shares for column in grid.columns]
    return Table(data, colWidths=widths, style=style, repeatRows=1)
