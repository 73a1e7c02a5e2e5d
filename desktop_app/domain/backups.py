"""Backups: what is known of one without opening it, and how its names are built. Nothing here is personal."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

MANIFEST_SUFFIX: Final = ".json"
FORMAT: Final = 1
BESIDE: Final = "Backups"
"""The folder beside a file that takes its backups when no other is named."""

_LONGEST_STEM: Final = 80
_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9._-]+")


class Occasion(StrEnum):
    """Why a backup was made; the word stands in its name."""

    AUTOMATIC = "auto"
    BY_HAND = "manual"
    UPGRADE = "pre-upgrade"


@dataclass(frozen=True)
class Manifest:
    """What lies beside a backup: what it is, what was counted in it, and the head of its log as an anchor.

    Times carry their offset from UTC. `size` is in bytes, `rows` counts the rows of each table, `log_chain` is
    hexadecimal. `checked_at` is when it was last looked at after it was made and found whole, `damaged_at` when it
    was found not to be.
    """

    file_id: str
    occasion: Occasion
    made_at: datetime
    program: str
    schema: int
    size: int
    sha256: str
    log_seq: int
    log_chain: str
    rows: Mapping[str, int] = field(default_factory=dict)
    checked_at: datetime | None = None
    damaged_at: datetime | None = None

    @property
    def is_good(self) -> bool:
        """Whether nothing is known against it."""
        return self.damaged_at is None

    def to_json(self) -> str:
        """As it lies beside the backup."""
        told = {"format": FORMAT, **asdict(self)}
        for name in ("made_at", "checked_at", "damaged_at"):
            told[name] = told[name].isoformat(timespec="seconds") if told[name] else None
        return json.dumps(told, indent=1, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Read one back. Raises ValueError when it makes no sense."""
        try:
            told = json.loads(text)
            if told.pop("format") != FORMAT or not told["made_at"]:
                raise ValueError("a manifest of another program")
            for name in ("made_at", "checked_at", "damaged_at"):
                told[name] = _moment(told[name]) if told[name] else None
            found = cls(**{**told, "occasion": Occasion(told["occasion"])})
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a manifest") from error
        if not _has_its_types(found):
            raise ValueError("not a manifest")
        return found


@dataclass(frozen=True)
class Backup:
    """A backup that lies in a folder. Without a manifest nothing is known of it but its name and its bytes."""

    folder: str
    name: str
    size: int
    manifest: Manifest | None
    seen_at: datetime

    @property
    def place(self) -> tuple[str, str]:
        """Its folder and its name."""
        return self.folder, self.name

    @property
    def made_at(self) -> datetime:
        """When it was made, as far as known: by its manifest, else by the file's own time."""
        return self.manifest.made_at if self.manifest else self.seen_at

    @property
    def order(self) -> tuple[datetime, int, str]:
        """By time; those of one second by their log, so that a clock that stands still changes nothing."""
        return self.made_at, self.manifest.log_seq if self.manifest else 0, self.name

    @property
    def is_good(self) -> bool:
        """Whether it is one of ours, has the size it was made with, and was never found damaged."""
        return self.manifest is not None and self.manifest.is_good and self.manifest.size == self.size


def name_of(stem: str, made_at: datetime, occasion: Occasion, suffix: str) -> str:
    """The name of a backup that sorts by time and is the same on every disk: "centre 2026-11-21 1405 auto.tirek".

    `made_at` carries the local offset: the name shows the time on the wall.
    """
    return f"{plain_stem(stem)} {made_at:%Y-%m-%d %H%M} {occasion}{suffix}"


def plain_stem(stem: str) -> str:
    """The name of a file in plain letters, because the file systems of sticks disagree about all others."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("-", plain).strip("-.")[:_LONGEST_STEM] or "centre"


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without its offset")
    return moment


def _has_its_types(found: Manifest) -> bool:
    words = (found.file_id, found.program, found.sha256, found.log_chain)
    numbers = (found.schema, found.size, found.log_seq)
    counts = found.rows.items()
    return (
        all(type(word) is str for word in words)
        and all(type(number) is int for number in numbers)
        and all(type(name) is str and type(count) is int for name, count in counts)
    )
