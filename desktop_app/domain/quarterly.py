"""The quarterly check: what protects the file, line by line, in two minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.errors import Message
from desktop_app.i18n import N_

QUARTER: Final = timedelta(days=92)
"""After this long without a finished check the start page says so."""


class Encryption(StrEnum):
    """How a disk stands, as far as the system tells."""

    ON = "on"
    OFF = "off"
    NONE = "none"
    UNKNOWN = "unknown"


class Part(StrEnum):
    """What is looked at, in the order in which it is shown."""

    BACKUP = "backup"
    RECOVERY = "recovery"
    LEAVERS = "leavers"
    ABSENT = "absent"
    DISK = "disk"
    SWAP = "swap"
    PLACE = "place"
    LOG = "log"
    VERSION = "version"
    LAW = "law"
    DUTIES = "duties"
    NOTICES = "notices"


class State(StrEnum):
    """How a line stands: in order, to be looked at, to be done now, or not known."""

    GOOD = "good"
    LOOK = "look"
    ACT = "act"
    UNKNOWN = "unknown"


PARTS: Final = {
    Part.BACKUP: N_("Backups"),
    Part.RECOVERY: N_("Recovery"),
    Part.LEAVERS: N_("People who left"),
    Part.ABSENT: N_("People who stay away"),
    Part.DISK: N_("Disk of the file"),
    Part.SWAP: N_("Swap and sleep"),
    Part.PLACE: N_("Place of the file"),
    Part.LOG: N_("The log"),
    Part.VERSION: N_("The program"),
    Part.LAW: N_("Law in the program"),
    Part.DUTIES: N_("Duties of personal data"),
    Part.NOTICES: N_("Notices of breaches"),
}

STATES: Final = {
    State.GOOD: N_("In order"),
    State.LOOK: N_("Look at this"),
    State.ACT: N_("Do this now"),
    State.UNKNOWN: N_("Not known"),
}


@dataclass(frozen=True)
class Person:
    """A colleague who can sign in: when they left, if they did, and when they were last here."""

    name: str
    left_on: date | None
    last_here: datetime | None


@dataclass(frozen=True)
class Facts:
    """What the check rests on. `law_until`: the day up to which the law in the program was checked.

    `keys_left_over`: passwords of nobody who may sign in that still open the file.
    """

    now: datetime
    last_backup: datetime | None
    last_rehearsal: datetime | None
    people: tuple[Person, ...]
    keys_left_over: int
    disk: Encryption
    swap: Encryption
    place: Message | None
    first_broken: int | None
    version: str
    law_until: date | None
    duties_late: int
    duties_open: int
    notices_late: int


@dataclass(frozen=True)
class Line:
    """One line of the check: how it stands, what was found, and what to do."""

    part: Part
    state: State
    told: Message
    advice: Message | None = None


@dataclass(frozen=True)
class Check:
    """The lines, and when and by whom a check was last finished."""

    lines: tuple[Line, ...]
    finished_at: datetime | None
    finished_by: str
    now: datetime

    @property
    def is_due(self) -> bool:
        """Whether a quarter has passed since the last one."""
        return self.finished_at is None or self.now - self.finished_at > QUARTER
