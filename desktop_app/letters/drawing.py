"""Blocks become what ReportLab draws: one language on the whole line, or two side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Final

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
    Spacer,
    Table,
    TableStyle,
)

from desktop_app.letters import look
from desktop_app.letters.blocks import Block, Grid, Picture, Sheet, Signature, Story, Words
from desktop_app.letters.setting import paragraph
from desktop_app.letters.tables import FONT, least_height, table
from desktop_app.letters.together import Signed

UPRIGHT: Final = "upright"
SIDEWAYS: Final = "sideways"
WIDTHS: Final = {UPRIGHT: 165 * mm, SIDEWAYS: 257 * mm}

_GUTTER: Final = 4 * mm
_BELOW_PICTURE: Final = 4
_COARSEST: Final = 72 / 96  # points of a pixel: a small picture is not blown up


def flowables(stories: Sequence[Story], languages: Sequence[str] = ()) -> Iterator[Flowable]:
    """Draw one story, or two of the same letter in two `languages` beside each other, block by block."""
    page = UPRIGHT
    lines = list(zip(*stories, strict=True))
    at = 0
    while at < len(lines):
        blocks = lines[at]
        first = blocks[0]
        at += 1
        if isinstance(first, Sheet):
            page = SIDEWAYS if first.landscape else UPRIGHT
            if at > 1:
                yield NextPageTemplate(page)
                yield PageBreak()
            continue
        yield from _room(blocks, lines[at] if at < len(lines) else ())
        drawn = _drawn(blocks, page, languages)
        signed = []
        while isinstance(first, Words | Grid) and at < len(lines) and isinstance(lines[at][0], Signature):
            signed.append(_drawn(lines[at], page, languages))
            at += 1
        yield Signed(drawn, signed) if signed else drawn


def _room(blocks: tuple[Block, ...], following: tuple[Block, ...]) -> Iterator[Flowable]:
    """A new page where what belongs together would be torn apart. (Keeping it together draws it twice.)"""
    first = blocks[0]
    if not isinstance(first, Words) or first.style not in look.ROOM:
        return
    room = look.ROOM[first.style][len(blocks) - 1] * mm
    if following and isinstance(following[0], Grid):
        room = max(room, look.above(first.style) + least_height(following[0]))
    yield CondPageBreak(room)


def _drawn(blocks: tuple[Block, ...], page: str, languages: Sequence[str]) -> Flowable:
    match blocks[0]:
        case Words():
            words = [block for block in blocks if isinstance(block, Words)]
            return _paragraph(words[0], page) if len(words) == 1 else _side_by_side(words, page, languages)
        case Grid():
            return table([block for block in blocks if isinstance(block, Grid)], WIDTHS[page])
        case Signature():
            return _signature([block for block in blocks if isinstance(block, Signature)])
        case Picture() as picture:
            return _picture(picture)
        case _:
            return HRFlowable(width="100%", thickness=0.8, color=look.LINE, spaceBefore=4, spaceAfter=2)


def _picture(picture: Picture) -> Flowable:
    """As large as its box and its own fineness allow; one that cannot be read leaves an empty line, not no letter."""
    try:
        drawn = Image(BytesIO(picture.content))
        wide, high = drawn.imageWidth * _COARSEST, drawn.imageHeight * _COARSEST
        scale = min(1, picture.width * mm / wide, picture.height * mm / high)
    except (OSError, ValueError, SyntaxError, ZeroDivisionError):
        return Spacer(0, 1)
    drawn.drawWidth, drawn.drawHeight, drawn.spaceAfter = wide * scale, high * scale, _BELOW_PICTURE
    return drawn


def _paragraph(words: Words, page: str) -> Paragraph:
    return paragraph(words.text, look.style(words.style), WIDTHS[page], words.mark)


def _side_by_side(words: list[Words], page: str, languages: Sequence[str]) -> Table:
    """One row of two columns, its paragraphs level with each other, each marked with its language."""
    style = look.style(words[0].style)
    halves = [look.style(words[0].style, half=True, language=language) for language in languages]
    width = WIDTHS[page] / 2 - _GUTTER
    return Table(
        [[paragraph(each.text, half, width, each.mark) for each, half in zip(words, halves, strict=True)]],
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
            FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (0, 0), (0, -1), _GUTTER),
            ("LEFTPADDING", (1, 0), (1, -1), _GUTTER),
            ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ]
    )


def _signature(signatures: list[Signature]) -> Table:
    style: ParagraphStyle = look.style("addressee", half=True)
    position = " / ".join(dict.fromkeys(each.position for each in signatures))
    return Table(
        [[paragraph(position, style), "", paragraph(signatures[0].name, style)]],
        colWidths=[55 * mm, 45 * mm, 65 * mm],
        hAlign="LEFT",
        style=_signature_style(),
        spaceBefore=10,
    )


@cache
def _signature_style() -> TableStyle:
    return TableStyle(
        [
            FONT,
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LINEBELOW", (1, 0), (1, 0), 0.6, look.INK),
            ("LEFTPADDING", (0, 0), (0, 0), 0),
            ("LEFTPADDING", (2, 0), (2, 0), 10),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
