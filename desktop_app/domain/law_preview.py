"""What an update of the law would change, before it is installed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.law_held import AddedValue
from desktop_app.domain.law_updates import LawUpdate, SignedText
from desktop_app.law import Confirmed, Fact


@dataclass(frozen=True)
class Change:
    """A fact as the update brings it, and as it stands now (None: it is new)."""

    fact: Fact
    before: Fact | None
    falls: tuple[Confirmed, ...] = ()
    """Confirmations that no longer fit, because what was confirmed changes."""


@dataclass(frozen=True)
class LawPreview:
    """An update that may be installed: who signed it, what it changes and what it leaves alone.

    `unchanged` counts the facts that stand in the update as they stand now; `kept` are values added by hand that go
    on standing before what the update brings.
    """

    number: int
    made_on: date
    signed_by: str
    text: SignedText
    changes: tuple[Change, ...]
    unchanged: int
    kept: tuple[AddedValue, ...]

    @property
    def falling(self) -> int:
        """How many confirmations of the lawyer would fall."""
        return sum(len(change.falls) for change in self.changes)


def preview_of(
    update: LawUpdate,
    signed_by: str,
    text: SignedText,
    in_use: Iterable[Fact],
    confirmed: Iterable[Confirmed],
    values: Iterable[AddedValue],
) -> LawPreview:
    """Compare an update with the law in use."""
    now = {fact.id: fact for fact in in_use}
    by_fact = {(each.fact_id, each.content): each for each in confirmed}
    counting = tuple(value for value in values if value.withdrawn_on is None)
    standing = {f"{value.key}@{value.effective_from}" for value in counting}
    changes, unchanged = [], 0
    for fact in update.facts:
        before = now.get(fact.id)
        if before is not None and same(fact, before):
            unchanged += 1
        elif fact.id not in standing:
            fallen = by_fact.get((fact.id, before.content)) if before and before.content != fact.content else None
            changes.append(Change(fact, before, (fallen,) if fallen else ()))
    brought = {fact.key for fact in update.facts}
    kept = tuple(value for value in counting if value.key in brought)
    return LawPreview(update.number, update.made_on, signed_by, text, tuple(changes), unchanged, kept)


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts say the same, wherever they came from."""
    return (one.content, one.title, one.confidence) == (other.content, other.title, other.confidence)
