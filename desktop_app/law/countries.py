"""What is known of each citizenship: visa, days of a stay without one, agreements. Kept as keys of norms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from desktop_app.law.facts import Fact, fact
from desktop_app.law.folder import read

HOME: Final = "KZ"


@dataclass(frozen=True)
class Citizenship:
    """One country as resources/law/countries.json has it.

    `needs_visa`: for an ordinary passport. `per_entry` and `in_window` are calendar days as the source of `stay` gives
    them, None where it says nothing; with `window_unknown` the total is known to be set elsewhere and was not
    established. `weak`: the source is old. `no_work`: a visa-free stay gives no right to work, with the norm.
    `extends`: the days may be extended for as long again. `stay_norm` is the agreement itself, where it was read.
    """

    code: str
    needs_visa: bool
    eaeu: bool
    stay: Fact
    per_entry: int | None
    in_window: int | None
    window_unknown: bool
    weak: bool
    extends: bool
    stay_norm: Fact | None
    no_work: Fact | None
    rights: tuple[Fact, ...]
    agreements: tuple[Fact, ...]


def citizenship(code: str) -> Citizenship | None:
    """What is known of a country by its ISO 3166-1 alpha-2 code; None for one that is not in the table."""
    row = _kept()["countries"].get(code)
    if row is None:
        return None
    stay = fact(row["stay"])
    entry, _slash, window = stay.value.partition("/")
    return Citizenship(
        code=code,
        needs_visa=row["visa"] == "needed",
        eaeu=bool(row.get("eaeu")),
        stay=stay,
        per_entry=int(entry) if entry.isdecimal() else None,
        in_window=int(window) if window.isdecimal() else None,
        window_unknown=row["window"] == "unknown",
        weak=bool(row.get("weak")),
        extends=bool(row.get("extends")),
        stay_norm=fact(row["stay_norm"]) if "stay_norm" in row else None,
        no_work=fact(row["no_work"]) if "no_work" in row else None,
        rights=tuple(fact(key) for key in row.get("rights", ())),
        agreements=tuple(fact(key) for key in row["agreements"]),
    )


def known_countries() -> tuple[str, ...]:
    """The codes of the countries in the table, the usual citizenships first."""
    return tuple(_kept()["countries"])


def treaties() -> tuple[Fact, ...]:
    """What Kazakhstan has ratified for every migrant worker, whatever the citizenship."""
    return tuple(fact(key) for key in _kept()["everyone"])


def not_in_force() -> tuple[Fact, ...]:
    """Conventions that do not bind Kazakhstan, though people expect them to."""
    return tuple(fact(key) for key in _kept()["not_in_force"])


@cache
def _kept() -> dict[str, Any]:
    found: dict[str, Any] = read("countries.json")
    return found
