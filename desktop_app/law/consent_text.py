"""The text of the consent form, by editions: what somebody agreed to is known by the number of the edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop_app.law.folder import read


@dataclass(frozen=True)
class ConsentText:
    """One edition: its number, its first day, the norms it rests on, and its sentences by language and part.

    An edition is never changed: another wording is another edition.
    """

    version: str
    edition: str
    rests_on: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str]]


def consent_text(version: str = "") -> ConsentText:
    """The newest edition, or the one with this number. KeyError when there is no such edition."""
    editions = _editions()
    return editions[version] if version else next(reversed(editions.values()))


@cache
def _editions() -> dict[str, ConsentText]:
    rows = read("consent_form.json")
    return {
        row["version"]: ConsentText(row["version"], row["edition"], tuple(row["rests_on"]), row["texts"])
        for row in rows
    }
