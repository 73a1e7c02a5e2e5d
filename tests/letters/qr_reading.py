"""Reading a QR square without the library that drew it: versions 2 to 4, error correction M, no damage.

Follows ISO/IEC 18004: the mask from the format bits, the path in pairs of columns from the right, the words of its
blocks in turn, then mode and length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

Square = Sequence[Sequence[bool]]
_ALPHANUMERIC: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_FORMAT_MASK: Final = 0b101010000010010
_LEVEL_M: Final = 0b00
_BLOCKS: Final = {25: (1, 28), 29: (1, 44), 33: (2, 32)}
"""By the number of modules of a side: blocks, and words of data in each."""


def read(square: Square) -> str:
    """What the square says."""
    size = len(square)
    drawn = "".join("01"[bit] for bit in _bits(square, _mask(square)))
    blocks, words = _BLOCKS[size]
    order = [at * blocks + block for block in range(blocks) for at in range(words)]
    data = "".join(drawn[at * 8 : at * 8 + 8] for at in order)
    mode, rest = data[:4], data[4:]
    if mode == "0100":
        length, rest = int(rest[:8], 2), rest[8:]
        return bytes(int(rest[at * 8 : at * 8 + 8], 2) for at in range(length)).decode()
    if mode != "0010":
        raise ValueError(mode)
    length, rest = int(rest[:9], 2), rest[9:]
    text = ""
    while length > 1:
        pair, rest, length = int(rest[:11], 2), rest[11:], length - 2
        text += _ALPHANUMERIC[pair // 45] + _ALPHANUMERIC[pair % 45]
    return text + (_ALPHANUMERIC[int(rest[:6], 2)] if length else "")


def _mask(square: Square) -> int:
    """The number of the mask, from the format bits beside the upper left corner."""
    places = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]
    told = int("".join("01"[square[row][column]] for row, column in places), 2) ^ _FORMAT_MASK
    if told >> 13 != _LEVEL_M:
        raise ValueError(told)
    return told >> 10 & 0b111


def _bits(square: Square, mask: int) -> Iterator[bool]:
    size, column, upwards = len(square), len(square) - 1, True
    while column > 0:
        column -= column == 6
        for row in range(size - 1, -1, -1) if upwards else range(size):
            for at in (column, column - 1):
                if not _is_pattern(size, row, at):
                    yield square[row][at] ^ _masked(mask, row, at)
        column, upwards = column - 2, not upwards


def _is_pattern(size: int, row: int, column: int) -> bool:
    corner = (row < 9 and column < 9) or (row < 9 and column >= size - 8) or (row >= size - 8 and column < 9)
    middle = size - 7
    aligning = abs(row - middle) <= 2 and abs(column - middle) <= 2
    return corner or aligning or row == 6 or column == 6


def _masked(mask: int, row: int, column: int) -> bool:
    product = row * column
    return (
        (row + column) % 2,
        row % 2,
        column % 3,
        (row + column) % 3,
        (row // 2 + column // 3) % 2,
        product % 2 + product % 3,
        (product % 2 + product % 3) % 2,
        ((row + column) % 2 + product % 3) % 2,
    )[mask] == 0
