"""Blocks become what ReportLab draws: one language on the whole line, or two side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    Image,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Table,
    TableStyle,
)

from desktop_app.letters import look
from desktop_app.letters.blocks import Block, Column, Grid, Picture, Sheet, Signature, Story, Words
from desktop_app.letters.fonts import BOLD, REGULAR, printable

UPRIGHT: Final = "upright"
SIDEWAYS: Final = "sideways"
WIDTHS: Final = {UPRIGHT: 165 * mm, SIDEWAYS: 257 * mm}

_GUTTER: Final = 4 * mm
_LONGEST_WHOLE_GROUP: Final = 12
# Said in every table: without it ReportLab names Helvetica, which is not in the file.
_FONT: Final = ("FONT", (0, 0), (-1, -1), REGULAR, look.GRID_SIZE, look.GRID_LEADING)
# A number sign stays with its number, a dash with the word before it, a number with what it counts, unless
# it is tied to the word before it already.
_TIED: Final = re.compile(
    r" (?:(?=[–—] )|(?<=№ )|(?<=\bNo\. )|(?<=\bNos )"
    r"|(?<=\d )(?<!\u00a0\d )(?<!\u00a0\d\d )(?<!\u00a0\d{3} )(?=[^\W\d]))"
)


def flowables(stories: Sequence[Story]) -> Iterator[Flowable]:
    """Draw one story, or two of the same letter in two languages beside each other, block by block."""
    page = UPRIGHT
    for blocks in zip(*stories, strict=True):
        first = blocks[0]
        if isinstance(first, Sheet):
            page = SIDEWAYS if first.landscape else UPRIGHT
            yield NextPageTemplate(page)
            yield PageBreak()
        else:
            yield from _room(blocks)
            yield _drawn(blocks, page)


def _room(blocks: tuple[Block, ...]) -> Iterator[Flowable]:
    """A new page where what belongs together would be torn apart. (Keeping it together draws it twice.)"""
    first = blocks[0]
    if isinstance(first, Words) and first.style in look.ROOM:
        yield CondPageBreak(look.ROOM[first.style][len(blocks) - 1] * mm)


def _drawn(blocks: tuple[Block, ...], page: str) -> Flowable:
    match blocks[0]:
        case Words():
            words = [block for block in blocks if isinstance(block, Words)]
            return _paragraph(words[0]) if len(words) == 1 else _side_by_side(words, page)
        case Grid():
            return _table([block for block in blocks if isinstance(block, Grid)], page)
        case Signature():
            return _signature([block for block in blocks if isinstance(block, Signature)])
        case Picture() as picture:
            return Image(BytesIO(picture.content), picture.width * mm, picture.height * mm, kind="proportional")
        case _:
            return HRFlowable(width="100%", thickness=0.8, color=look.LINE, spaceBefore=4, spaceAfter=2)


def markup(text: str) -> str:
    """Plain text as ReportLab's paragraphs read it: what a user typed is never a tag."""
    return _TIED.sub("\u00a0", escape(printable(text))).replace("\n", "<br/>")


def _paragraph(words: Words, *, half: bool = False) -> Paragraph:
    return Paragraph(markup(words.text), look.style(words.style, half=half), words.mark or None)


def _side_by_side(words: list[Words], page: str) -> Table:
    """One row of two columns, its paragraphs level with each other."""
    style = look.style(words[0].style)
    return Table(
        [[_paragraph(each, half=True) for each in words]],
        colWidths=[WIDTHS[page] / 2] * 2,
        style=_columns_style(),
        splitInRow=1,
        spaceBefore=style.spaceBefore,
        spaceAfter=style.spaceAfter,
    )


@cache
def _columns_style() -> TableStyle:
    return TableStyle(
        [
            _FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (0, 0), (0, -1), _GUTTER),
            ("LEFTPADDING", (1, 0), (1, -1), _GUTTER),
            ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ]
    )


def _table(grids: list[Grid], page: str) -> Table:
    grid = grids[0]
    heads = [_both(tuple(each.columns[index].head for each in grids)) for index in range(len(grid.columns))]
    rows = [
        [_both(texts) for texts in zip(*same, strict=True)] for same in zip(*(each.rows for each in grids), strict=True)
    ]
    last = len(rows) - 1
    data: list[list[Any]] = [[Paragraph(markup(head), look.cell_style("centre", head=True)) for head in heads]]
    data += [
        [_cell(text, column, bold=grid.total and index == last) for text, column in zip(row, grid.columns, strict=True)]
        for index, row in enumerate(rows)
    ]
    shares = sum(column.width for column in grid.columns)
    return Table(
        data,
        colWidths=[column.width * WIDTHS[page] / shares for column in grid.columns],
        style=_grid_style(tuple(column.align for column in grid.columns), len(rows), grid.total, grid.groups),
        repeatRows=1,
        spaceBefore=4,
        spaceAfter=8,
    )


def _both(texts: tuple[str, ...]) -> str:
    """What a cell says in each language, once where it is the same."""
    return "\n".join(dict.fromkeys(texts))


def _cell(text: str, column: Column, *, bold: bool) -> str | Paragraph:
    if column.align == "left":
        return Paragraph(markup(text), look.cell_style(column.align, bold=bold))
    return printable(text)


@cache
def _grid_style(aligns: tuple[str, ...], rows: int, total: bool, groups: frozenset[int]) -> TableStyle:
    words = {"left": "LEFT", "right": "RIGHT", "centre": "CENTER"}
    commands: list[tuple[Any, ...]] = [
        _FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("BACKGROUND", (0, 0), (-1, 0), look.SHADE),
        ("BOX", (0, 0), (-1, -1), 0.6, look.LINE),
        ("INNERGRID", (0, 0), (-1, -1), 0.4, look.FAINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, look.LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        *(("ALIGN", (index, 1), (index, -1), words[align]) for index, align in enumerate(aligns)),
    ]
    for start, end in pairwise([*sorted(groups), rows - total]):
        commands.append(("LINEABOVE", (0, start + 1), (-1, start + 1), 0.6, look.LINE))
        if 1 < end - start <= _LONGEST_WHOLE_GROUP:
            commands.append(("NOSPLIT", (0, start + 1), (-1, end)))
    if total:
        commands.append(("FONTNAME", (0, -1), (-1, -1), BOLD))
        commands.append(("LINEABOVE", (0, -1), (-1, -1), 0.9, look.INK))
        if rows > 1:
            commands.append(("NOSPLIT", (0, rows - 1), (-1, rows)))
    return TableStyle(commands)


def _signature(signatures: list[Signature]) -> Table:
    style: ParagraphStyle = look.style("addressee", half=True)
    position = " / ".join(dict.fromkeys(each.position for each in signatures))
    return Table(
        [[Paragraph(markup(position), style), "", Paragraph(markup(signatures[0].name), style)]],
        colWidths=[55 * mm, 45 * mm, 65 * mm],
        hAlign="LEFT",
        style=_signature_style(),
        spaceBefore=10,
    )


@cache
def _signature_style() -> TableStyle:
    return TableStyle(
        [
            _FONT,
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LINEBELOW", (1, 0), (1, 0), 0.6, look.INK),
            ("LEFTPADDING", (0, 0), (0, 0), 0),
            ("LEFTPADDING", (2, 0), (2, 0), 10),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
