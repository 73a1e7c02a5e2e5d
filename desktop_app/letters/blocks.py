"""What a letter consists of before it is drawn: words and tables in order, without fonts or places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Style = Literal[
    "strip",
    "centre_name",
    "letterhead",
    "reference",
    "addressee",
    "addressee_name",
    "title",
    "subtitle",
    "body",
    "lead_in",
    "item",
    "ground",
    "section",
    "fact",
    "total",
    "annex_mark",
    "heading",
    "annex_fact",
    "sum",
    "method",
    "note",
    "last_note",
    "closing",
]
Align = Literal["left", "right", "centre"]


@dataclass(frozen=True)
class Words:
    """A paragraph of plain text. `mark` stands before it: a number or a dash. `key` names it for the editor."""

    text: str
    style: Style = "body"
    mark: str = ""
    key: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its width in millimetres (shares of the line), how its cells stand."""

    head: str
    width: int
    align: Align = "left"


@dataclass(frozen=True)
class Grid:
    """A table. The last row is a total when `total` is set; `groups` are rows that begin a new group.

    Cells of left columns wrap; the others are set on one line. The head repeats on each page. A table of very many
    rows tells `told` after each page how many are set; what it raises ends the drawing.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
    groups: frozenset[int] = frozenset()
    told: Callable[[int], object] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Signature:
    """A place to sign: position, a line, the name."""

    position: str
    name: str


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True)
class Picture:
    """A picture in the middle of the line, at most `width` x `height` millimetres: the logo of the centre."""

    content: bytes
    width: int = 60
    height: int = 18


@dataclass(frozen=True)
class Sheet:
    """A new page; every page after it lies on its side when `landscape` is set."""

    landscape: bool = False


Block = Words | Grid | Signature | Rule | Picture | Sheet
Story = tuple[Block, ...]
