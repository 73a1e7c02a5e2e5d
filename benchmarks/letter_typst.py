"""Letters by typst, the usual fast way to typeset from a program: the same text and tables, written as its source.

typst is no part of the program: `make peers` brings it for the benchmark.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from benchmarks.letter_bare import BOLD_WORDS, signed
from desktop_app.letters.blocks import Block, Grid, Sheet, Signature, Story, Words
from desktop_app.settings import resources_dir

_UPRIGHT = "margin: (left: 30mm, right: 20mm, top: 20mm, bottom: 20mm), flipped: false"
_LYING = "margin: (left: 20mm, right: 20mm, top: 25mm, bottom: 18mm), flipped: true"
_SETTINGS = f"""\
#set page(paper: "a4", {_UPRIGHT}, numbering: "1", number-align: left)
#set text(font: "Noto Serif", size: 11pt)
#set par(leading: 0.5em, spacing: 9pt)
#set table(stroke: 0.4pt + gray, inset: 2pt)
#let plain(said) = par(said)
#let bold(said) = par(strong(said))
#let head(said) = text(size: 7.5pt, weight: "bold", said)
#let rows(columns, heads, ..cells) = {{
  set text(size: 8.3pt)
  table(columns: columns, table.header(..heads.map(head)), ..cells)
}}
"""


def installed() -> bool:
    """Whether typst is there."""
    return importlib.util.find_spec("typst") is not None


def source(story: Story) -> bytes:
    """The letter as typst reads it."""
    return "\n".join([_SETTINGS, *(line for block in story for line in _lines(block))]).encode()


def render(written: bytes) -> bytes:
    """The PDF of one letter. The compiler stays between letters: it keeps fonts and what it has laid out before."""
    made: bytes = _compiler().compile(written, format="pdf", pdf_tags=False)
    return made


@cache
def _compiler() -> Any:
    typst = importlib.import_module("typst")
    folder = str(resources_dir() / "fonts")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.Compiler(font_paths=fonts)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Words(text, style, mark):
            yield f"#{'bold' if style in BOLD_WORDS else 'plain'}({_said(f'{mark} {text}' if mark else text)})"
        case Grid(columns, rows):
            widths = ", ".join(f"{column.width}fr" for column in columns)
            heads = ", ".join(_said(column.head) for column in columns)
            cells = ", ".join(_said(cell) for row in rows for cell in row)
            yield f"#rows(({widths}), ({heads}), {cells})"
        case Signature():
            yield f"#plain({_said(signed(block))})"
        case Sheet():
            yield f"#set page({_LYING if block.landscape else _UPRIGHT})"
        case _:
            yield "#line(length: 100%, stroke: 0.5pt)"


def _said(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
