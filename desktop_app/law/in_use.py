"""The law as it is in use: what was shipped, and before it what the open file holds of updates and added values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.law.kept import Fact
from desktop_app.law.shipped import Tables, shipped_tables


class Confirmed(NamedTuple):
    """That the centre's lawyer `by` read the source of a fact on a day and found `content` (Fact.content) there."""

    fact_id: str
    content: str
    by: str
    on: date


@dataclass(frozen=True)
class Held:
    """What a file holds of the law: facts that stand before the shipped ones, the later before the earlier.

    `confirmed` are the confirmations of its lawyer, oldest first.
    """

    facts: tuple[Fact, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()


@dataclass
class _State:
    tables: Tables | None = None
    owner: object = None
    today: Callable[[], date] | None = None
    confirmed: dict[tuple[str, str], Confirmed] = field(default_factory=dict)


# One file is open at a time; what it holds is put here whole, so that a reader sees the old state or the new one.
_state = _State()


def use(held: Held, today: Callable[[], date], owner: object = None) -> None:
    """Answer with what a file holds, from now on; `today` tells how old a fact is.

    `owner` is whose it is: `forget` of another owner changes nothing.
    """
    global _state
    confirmed = {(each.fact_id, each.content): each for each in held.confirmed}
    _state = _State(merged(shipped_tables(), held.facts), owner, today, confirmed)


def forget(owner: object = None) -> None:
    """Answer with what was shipped again, unless the law in use belongs to somebody other than `owner`."""
    global _state
    if owner is None or _state.owner == owner:
        _state = _State()


def tables() -> Tables:
    """The values and norms in use."""
    return _state.tables or shipped_tables()


def rows(key: str) -> tuple[Fact, ...]:
    """Every row in use of a dated value, oldest first; none for an unknown key."""
    return tables().dated.get(key, ())


def today() -> date | None:
    """The day by which the age of a fact counts; None where nobody asks for it."""
    return _state.today() if _state.today else None


def confirmation(fact: Fact) -> Confirmed | None:
    """The latest confirmation of exactly this fact by the centre's lawyer."""
    return _state.confirmed.get((fact.id, fact.content))


def merged(under: Tables, facts: Iterable[Fact]) -> Tables:
    """The tables with these facts before their own: a row of the same first day and a norm of the same key give way."""
    dated = {key: {row.effective_from: row for row in rows} for key, rows in under.dated.items()}
    norms = dict(under.norms)
    for each in facts:
        if each.effective_from is None:
            norms[each.key] = each
        else:
            dated.setdefault(each.key, {})[each.effective_from] = each
    ordered = {key: tuple(sorted(rows.values(), key=_first_day)) for key, rows in dated.items()}
    return Tables(ordered, norms)


def _first_day(fact: Fact) -> date:
    return fact.effective_from or date.min
