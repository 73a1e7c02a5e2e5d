"""Rows out of single pages of tables (sqlite.org/fileformat2.html), for a file whose trees are no longer whole."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from desktop_app.db.sealed_pages import USABLE

LEAF: Final = 0x0D
INNER: Final = 0x05
_FIRST_PAGE: Final = 100
_MOST_LOCAL: Final = USABLE - 35
_LEAST_LOCAL: Final = (USABLE - 12) * 32 // 255 - 23
_MOST_BYTES: Final = 1 << 30

Value = int | float | str | bytes | None
Read = Callable[[int], bytes | None]


class Child(NamedTuple):
    """A page below another: rows up to `last` stand in it; None for the last child, which has all the others."""

    number: int
    last: int | None


class Row(NamedTuple):
    """A row by its id, as its columns are stored; None when a page that it goes on in is damaged."""

    id: int
    values: tuple[Value, ...] | None


def kind(page: bytes, number: int) -> int:
    """What a page is: LEAF and INNER are pages of tables."""
    return page[_begin(number)]


def children(page: bytes, number: int) -> tuple[Child, ...]:
    """The pages below an inner page of a table, in the order of their rows. Raises ValueError."""
    begin = _begin(number)
    found = []
    for at in _cells(page, begin, 12):
        (child,) = struct.unpack_from(">I", page, at)
        last, _ = _varint(page, at + 4)
        found.append(Child(child, _signed(last)))
    (right,) = struct.unpack_from(">I", page, begin + 8)
    return (*found, Child(right, None))


def rows(page: bytes, number: int, read: Read) -> Iterator[Row]:
    """The rows of a leaf page of a table; `read` gives the pages that long rows go on in."""
    for at in _cells(page, _begin(number), 8):
        size, at_id = _varint(page, at)
        row_id, at_content = _varint(page, at_id)
        content = _content(page, at_content, size, read)
        yield Row(_signed(row_id), None if content is None else _record(content))


def _begin(number: int) -> int:
    return _FIRST_PAGE if number == 1 else 0


def _cells(page: bytes, begin: int, head: int) -> tuple[int, ...]:
    (count,) = struct.unpack_from(">H", page, begin + 3)
    if begin + head + 2 * count > USABLE:
        raise ValueError("more rows than a page can hold")
    return struct.unpack_from(f">{count}H", page, begin + head)


def _content(page: bytes, at: int, size: int, read: Read) -> bytes | None:
    if size <= _MOST_LOCAL:
        return page[at : at + size]
    if size > _MOST_BYTES:
        return None
    here = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (USABLE - 4)
    here = here if here <= _MOST_LOCAL else _LEAST_LOCAL
    parts, left = [page[at : at + here]], size - here
    (following,) = struct.unpack_from(">I", page, at + here)
    while left > 0:
        more = read(following) if following else None
        if more is None:
            return None
        (following,) = struct.unpack_from(">I", more)
        parts.append(more[4 : 4 + min(left, USABLE - 4)])
        left -= USABLE - 4
    return b"".join(parts)


def _record(content: bytes) -> tuple[Value, ...] | None:
    """The columns of a row; None when its head makes no sense."""
    try:
        head, at = _varint(content, 0)
        types = []
        while at < head:
            told, at = _varint(content, at)
            types.append(told)
        values = []
        for told in types:
            value, at = _value(content, at, told)
            values.append(value)
    except (IndexError, struct.error, UnicodeDecodeError, ValueError):
        return None
    return tuple(values)


_WHOLE: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _value(content: bytes, at: int, told: int) -> tuple[Value, int]:
    if told >= 12:
        size = (told - 12) // 2
        piece = content[at : at + size]
        if len(piece) != size:
            raise ValueError("cut off")
        return (piece.decode("utf-8") if told % 2 else piece), at + size
    if told in _WHOLE:
        size = _WHOLE[told]
        return int.from_bytes(content[at : at + size], "big", signed=True), at + size
    if told == 7:
        (number,) = struct.unpack_from(">d", content, at)
        return float(number), at + 8
    if told in (8, 9):
        return told - 8, at
    if told == 0:
        return None, at
    raise ValueError("no such type")


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = content[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("a number without end")


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
