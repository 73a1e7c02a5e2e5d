"""Puts what a file holds of the law before what was shipped, while the file is open."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from time import monotonic

from desktop_app import law, settings
from desktop_app.db import law_signature
from desktop_app.db.engine import Database
from desktop_app.db.queries import Session
from desktop_app.db.queries import law as queries
from desktop_app.domain import law_updates
from desktop_app.domain.law_held import AddedValue, InstalledUpdate
from desktop_app.domain.law_updates import LawUpdate, SignedText
from desktop_app.errors import AppError
from desktop_app.law import Fact, Held, Origin


def take(session: Session, database: Database) -> None:
    """Answer with the law of this file from now on: when it is opened or woken, and after every change of it."""
    law.use(held_by(session), _today, database)


def drop(database: Database) -> None:
    """Answer with the shipped law again, when this file is closed or locked."""
    law.forget(database)


def held_by(session: Session) -> Held:
    """What the file holds: its updates in their order, then the values added by hand that count, then confirmations."""
    facts = [*_facts_of_updates(queries.updates(session)), *_facts_of_values(queries.values(session))]
    return Held(tuple(facts), queries.confirmations(session))


def content_of(update: InstalledUpdate) -> LawUpdate | None:
    """The content of an installed update; None when it does not fit its signature or this program cannot read it."""
    text = SignedText(update.content, update.key.public_key, update.signature)
    if not law_signature.fits(text.public_key, text.signature, text.signed_bytes):
        return None
    try:
        return law_updates.read_content(update.content, *known())
    except AppError:
        return None


def known() -> tuple[dict[str, Fact], dict[str, Fact]]:
    """The newest shipped row of every dated value, and every shipped norm, by key: what an update may speak of."""
    tables = law.shipped_tables()
    return {key: rows[-1] for key, rows in tables.dated.items()}, dict(tables.norms)


def as_fact(value: AddedValue) -> Fact:
    """A value added by hand, as a fact: from a secondary source until the lawyer confirms it."""
    return Fact(
        value.key,
        value.value,
        value.effective_from,
        value.confirmed_until,
        known()[0][value.key].title,
        value.source,
        value.added_on.isoformat(),
        "S",
        Origin.CENTRE,
        value.added_by,
        value.added_on,
    )


def _today() -> date:
    """The day, asked for once a second: a crew of thousands asks it for every figure."""
    return _day(os.environ.get(settings.CLOCK_VARIABLE, ""), int(monotonic()))


@lru_cache(maxsize=1)
def _day(_fixed: str, _second: int) -> date:
    return settings.today()


def _facts_of_updates(updates: Iterable[InstalledUpdate]) -> Iterable[Fact]:
    for update in updates:
        content = content_of(update)
        for fact in content.facts if content else ():
            yield replace(fact, brought_by=update.key.name, brought_on=update.installed_on)


def _facts_of_values(values: Iterable[AddedValue]) -> Iterable[Fact]:
    names = known()[0]
    return (as_fact(value) for value in values if value.withdrawn_on is None and value.key in names)
