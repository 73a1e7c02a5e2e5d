"""How wide the columns of a table are: what is short stays whole, what is long gives way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """What one column asks for, in pixels: `least` keeps its title whole, `all` its cells too.

    `stretch` takes a share of what is left over.
    """

    least: int
    all: int
    stretch: bool = False


def widths(needs: Sequence[Need], room: int) -> list[int]:
    """The widths that fill `room`. When not everything fits, the widest columns are cut to a common width first;
    when not even the titles fit, the sum is more than `room` and the table scrolls sideways.
    """
    found = [max(need.least, need.all) for need in needs]
    if sum(found) > room:
        level = _level(needs, room)
        return [max(need.least, min(width, level)) for need, width in zip(needs, found, strict=True)]
    takers = [at for at, need in enumerate(needs) if need.stretch]
    for number, at in enumerate(takers):
        share = (room - sum(found)) // (len(takers) - number)
        found[at] += share
    return found


def _level(needs: Sequence[Need], room: int) -> int:
    """The largest width to which the columns can be cut so that all fit, 0 when none is."""
    low, high = 0, room
    while low < high:
        middle = (low + high + 1) // 2
        if sum(max(need.least, min(need.all, middle)) for need in needs) <= room:
            low = middle
        else:
            high = middle - 1
    return low
