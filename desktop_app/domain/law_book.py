"""All that is known of the law in a file: every fact in use, and the history of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app import law
from desktop_app.domain.law_held import AddedValue, InstalledUpdate, TrustedKey
from desktop_app.domain.law_norms import Norm
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Confirmed, Fact, Origin

_CONFIRMED = N_("confirmed by %(name)s")
_CONFIRMED_OTHER = N_("confirmed by %(name)s as it was then; it has changed since")
_ADDED = N_("%(value)s was added by hand by %(name)s, from %(from)s on")
_WITHDRAWN = N_("%(value)s from %(from)s was withdrawn by %(name)s")
_UPDATED = N_("came with update %(number)s of %(name)s")


@dataclass(frozen=True)
class Event:
    """Something that happened to a fact on a day."""

    on: date
    told: Message


@dataclass(frozen=True)
class LawBook:
    """What the law screen shows. `norms` by the id of their fact; all else oldest first.

    `unread` are the numbers of installed updates that do not fit their signature any more: they do not count.
    """

    norms: Mapping[str, Norm]
    confirmed: tuple[Confirmed, ...] = ()
    values: tuple[AddedValue, ...] = ()
    keys: tuple[TrustedKey, ...] = ()
    updates: tuple[InstalledUpdate, ...] = ()
    unread: frozenset[int] = frozenset()

    def rows(self, key: str) -> tuple[Norm, ...]:
        """The rows of a dated value, or the norm, the newest first."""
        found = [norm for norm in self.norms.values() if norm.fact.key == key]
        return tuple(sorted(found, key=_first_day, reverse=True))

    def is_current(self, fact: Fact) -> bool:
        """Whether it is a norm, or the newest row of its value."""
        rows = law.rows(fact.key)
        return not rows or fact.effective_from is None or rows[-1].effective_from == fact.effective_from

    def added(self, fact: Fact) -> AddedValue | None:
        """The value added by hand that this fact is."""
        found = (each for each in self.values if each.key == fact.key and each.effective_from == fact.effective_from)
        return next((each for each in found if each.withdrawn_on is None), None)

    def history(self, fact: Fact) -> tuple[Event, ...]:
        """What the centre made of a fact and of values of its key, the newest first."""
        events = [_confirmed(each, fact) for each in self.confirmed if each.fact_id == fact.id]
        for value in self.values:
            if value.key == fact.key:
                events += _of_value(value)
        if fact.origin is Origin.UPDATE and fact.brought_on:
            events.append(self._of_update(fact, fact.brought_on))
        return tuple(sorted(events, key=_on, reverse=True))

    def _of_update(self, fact: Fact, day: date) -> Event:
        """The update that brought it: the last of that key on that day."""
        fits = (each for each in self.updates if each.installed_on == day and each.key.name == fact.brought_by)
        number = max((each.number for each in fits), default=0)
        return Event(day, Message(_UPDATED, {"number": number, "name": fact.brought_by}))


def _confirmed(each: Confirmed, fact: Fact) -> Event:
    text = _CONFIRMED if each.content == fact.content else _CONFIRMED_OTHER
    return Event(each.on, Message(text, {"name": each.by}))


def _of_value(value: AddedValue) -> list[Event]:
    told: dict[str, object] = {"value": value.value, "from": f"{value.effective_from:%d.%m.%Y}"}
    events = [Event(value.added_on, Message(_ADDED, {**told, "name": value.added_by}))]
    if value.withdrawn_on is not None:
        events.append(Event(value.withdrawn_on, Message(_WITHDRAWN, {**told, "name": value.withdrawn_by})))
    return events


def _on(event: Event) -> date:
    return event.on


def _first_day(norm: Norm) -> date:
    return norm.fact.effective_from or date.min
