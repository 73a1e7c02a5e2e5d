"""The directory: loading what is shipped, the list, adding, correcting, finding right, taking out of use."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any, Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import directory as queries
from desktop_app.domain import directory as domain
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.directory import DirectoryFilter, Entry, EntryCard, EntryKind, ShippedEntry
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.law import regions
from desktop_app.services import access
from desktop_app.services.files import OpenFile

_CHANGED: Final = frozenset({Kind.DIRECTORY})
NO_ENTRY: Final = N_("This entry is not in the directory.")
_EVERY_REGION: Final = "all"


@cache
def shipped() -> tuple[ShippedEntry, ...]:
    """What comes with the program: only what somebody verified (resources/directory.json)."""
    found = []
    for row in _told()["entries"]:
        every = row.get("regions") == _EVERY_REGION
        for region in [each.code for each in regions()] if every else [row.get("region", "")]:
            entry = Entry(
                EntryKind(row["kind"]),
                Trilingual(**row["name"]),
                region,
                row.get("country", ""),
                phone=row.get("phone", ""),
            )
            key = f"{row['key']}.{region}" if every else row["key"]
            found.append(ShippedEntry(key, entry, row["source"], row["confidence"]))
    return tuple(found)


def source_in(source: str, language: str) -> str:
    """The source of a shipped entry named in kk, ru or en; what the centre wrote itself as it is."""
    return str(_told()["sources"].get(source, {}).get(language, source))


def page(file: OpenFile, wanted: DirectoryFilter, language: str) -> tuple[EntryCard, ...]:
    """The entries under a filter, by kind, region and name in a language.

    The first call in a file, or after a release that ships more, puts the shipped entries into it.
    """
    _load(file)
    with access.reading(file, Action.LIST_DIRECTORY) as session:
        found = queries.page(session, wanted)
    return domain.in_order((card for card in found if domain.matches(card.entry, wanted.text)), language)


def card(file: OpenFile, entry_id: int) -> EntryCard:
    """One entry. AppError when it is not in the directory."""
    with access.reading(file, Action.LIST_DIRECTORY) as session:
        return _card(session, entry_id)


def add(file: OpenFile, entry: Entry) -> Saved:
    """Add an entry of the centre's own. Raises InvalidInput with the problems of the fields."""
    entry = _tidied(entry)
    refuse(domain.problems(entry))
    with access.writing(file, Action.CHANGE_DIRECTORY, "directory") as session:
        columns = queries.columns_of(entry)
        row = models.DirectoryEntry(
            shipped_key=None, source="", confidence="", checked_on=None, checked_by=None, active=True, **columns
        )
        session.add(row)
        session.flush()
        session.info["entity_id"] = row.id
        return Saved(row.id, _CHANGED)


def save(file: OpenFile, entry_id: int, entry: Entry) -> Saved:
    """Correct an entry. What a source vouched for is the centre's own word once it is changed. Raises InvalidInput."""
    entry = _tidied(entry)
    refuse(domain.problems(entry))
    with access.writing(file, Action.CHANGE_DIRECTORY, "directory", entry_id) as session:
        before = _card(session, entry_id).entry
        row = session.get_one(models.DirectoryEntry, entry_id)
        for name, value in queries.columns_of(entry).items():
            setattr(row, name, value)
        if not domain.same_facts(before, entry):
            row.source = row.confidence = ""
        if before != entry:
            row.checked_on = row.checked_by = None
        session.flush()
    return Saved(entry_id, _CHANGED)


def found_right(file: OpenFile, entry_id: int) -> Saved:
    """Write down that who is signed in found everything about an entry right today."""
    with access.writing(file, Action.CHANGE_DIRECTORY, "directory", entry_id) as session:
        _card(session, entry_id)
        row = session.get_one(models.DirectoryEntry, entry_id)
        row.checked_on, row.checked_by = settings.today(), file.staff.id
        session.flush()
    return Saved(entry_id, _CHANGED)


def set_active(file: OpenFile, entry_id: int, active: bool) -> Saved:
    """Take an entry out of use or back into it; its referrals stay."""
    with access.writing(file, Action.CHANGE_DIRECTORY, "directory", entry_id) as session:
        _card(session, entry_id)
        session.get_one(models.DirectoryEntry, entry_id).active = active
        session.flush()
    return Saved(entry_id, _CHANGED)


def _load(file: OpenFile) -> None:
    with access.reading(file, Action.LIST_DIRECTORY) as session:
        lacking = queries.missing(session, shipped())
    if lacking:
        with access.writing(file, Action.LIST_DIRECTORY, "directory") as session:
            queries.add_shipped(session, shipped())


def _card(session: Session, entry_id: int) -> EntryCard:
    found = queries.card(session, entry_id)
    if found is None:
        raise AppError(NO_ENTRY)
    return found


def _tidied(entry: Entry) -> Entry:
    return replace(tidied(entry), name=tidied(entry.name))


@cache
def _told() -> Any:
    return json.loads((settings.resources_dir() / "directory.json").read_text(encoding="utf-8"))
