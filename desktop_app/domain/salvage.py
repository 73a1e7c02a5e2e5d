"""What could be saved of a damaged file, and what could not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lost:
    """Rows of a table that stood on damaged pages: those with ids from `first` to `last`, None: and all later ones.

    Some of these ids may never have been given.
    """

    table: str
    first: int
    last: int | None


@dataclass(frozen=True)
class Salvaged:
    """What became of a damaged file.

    `pages` it has, `broken` of them damaged; `kept` rows of each table; `stand_ins` are rows that were put where a
    lost one is referred to, by table; `unplaced` rows were readable but belong to no table for certain. `made_owner`:
    the list of staff was lost, and whoever salvaged is the administrator now.
    """

    pages: int
    broken: int
    kept: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()
    stand_ins: Mapping[str, int] = field(default_factory=dict)
    unplaced: int = 0
    made_owner: bool = False
