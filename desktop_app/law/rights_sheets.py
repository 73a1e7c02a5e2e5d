"""What a worker is told about each kind of complaint: rights with their norms, what to do, what not to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from desktop_app.law.folder import read


@dataclass(frozen=True)
class Saying:
    """One sentence by language. `norms` are what it rests on; `values` name the values of law that fill its blanks."""

    texts: Mapping[str, str]
    norms: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RightsSheet:
    """The sheet of one kind of complaint."""

    rights: tuple[Saying, ...]
    todo: tuple[Saying, ...]
    never: tuple[Saying, ...]


def rights_sheet(kind: str) -> RightsSheet:
    """The sheet of a kind, with what nobody should do in any case. KeyError is a fault of the program."""
    return _sheets()[kind]


@cache
def _sheets() -> dict[str, RightsSheet]:
    kept = read("rights_sheets.json")
    common = _sayings(kept["common"])
    return {
        kind: RightsSheet(_sayings(row["rights"]), _sayings(row["do"]), (*_sayings(row["dont"]), *common))
        for kind, row in kept["kinds"].items()
    }


def _sayings(rows: Any) -> tuple[Saying, ...]:
    return tuple(
        Saying({code: row[code] for code in ("kk", "ru", "en")}, tuple(row.get("norms", ())), row.get("values", {}))
        for row in rows
    )
