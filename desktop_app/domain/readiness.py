"""Whether a claim is ready for court: what is there, what is missing, what is not needed, and how to get it.

The list is computed from what the file knows and from the answers of domain/readiness_questions; an item that neither
says anything about is unknown, never ready.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app import law
from desktop_app.domain.answers import Answer, Answers, said
from desktop_app.domain.employers import Employer
from desktop_app.domain.limitation import Term
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact


class State(StrEnum):
    """How far one item is."""

    READY = "ready"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_NEEDED = "not_needed"


STATES: Final = {
    State.READY: N_("Ready"),
    State.MISSING: N_("Missing"),
    State.UNKNOWN: N_("Not known"),
    State.NOT_NEEDED: N_("Not needed"),
}


@dataclass(frozen=True)
class Item:
    """One thing a court looks for. `why` says what it stands on or what is wrong, `how` how to get what is missing."""

    name: str
    title: str
    state: State
    why: Message
    norms: tuple[str, ...] = ()
    how: Message | None = None
    values: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All the law it rests on."""
        return (*map(law.fact, self.norms), *self.values)


@dataclass(frozen=True)
class Known:
    """What the file knows of a case.

    Of all `workers` `unpriced` have no wages counted and `undated` no date of birth. `term` is the term to go to court
    that ends first. `oral`: a contract that was checked was only spoken; `in_hand`: a worker has a written one;
    `demanded`: a claim to the employer was made; `eaeu`: a worker is a citizen of the EAEU.
    """

    employer: Employer
    workers: int
    unpriced: int
    undated: int
    term: Term | None = None
    oral: bool = False
    in_hand: bool = False
    demanded: bool = False
    eaeu: bool = False


@dataclass(frozen=True)
class Asked:
    """What an item is computed from; `on` is the day of the list."""

    known: Known
    answers: Answers
    on: date

    def said(self, name: str) -> Answer:
        """The answer to one question."""
        return said(self.answers, name)

    def code(self, name: str) -> str:
        """The code chosen, empty when nothing was."""
        return self.said(name).text

    def day(self, name: str) -> date | None:
        """The day, None when it is not known."""
        when = self.said(name).when
        return None if when is None else when.full


_NOTHING: Final[Mapping[str, object]] = {}


@dataclass(frozen=True)
class Found:
    """An item before it has its name: what the parts in readiness_items give."""

    state: State
    why: str
    norms: tuple[str, ...] = ()
    how: str = ""
    params: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    values: tuple[Fact, ...] = ()

    def item(self, name: str, title: str) -> Item:
        """The item under its name."""
        how = Message(self.how, self.params) if self.how else None
        return Item(name, title, self.state, Message(self.why, self.params), self.norms, how, self.values)


def counted(items: tuple[Item, ...]) -> tuple[int, int]:
    """How many items are settled (ready or not needed), and how many there are."""
    settled = sum(item.state in (State.READY, State.NOT_NEEDED) for item in items)
    return settled, len(items)
