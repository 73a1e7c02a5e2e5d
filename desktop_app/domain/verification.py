"""What checking a whole file has found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.errors import Message


class Part(StrEnum):
    """A part of the file that is checked for itself."""

    DATABASE = "database"
    LOG = "log"
    LETTERS = "letters"
    ATTACHMENTS = "attachments"
    RULES = "rules"
    BACKUPS = "backups"


@dataclass(frozen=True)
class Trouble:
    """One thing that is not as it should be; `id` is the number of the row or page it is about, 0 for none."""

    part: Part
    message: Message
    id: int = 0


@dataclass(frozen=True)
class Verification:
    """What was looked at and what was found.

    `log_from` is the first line that was checked. `unread` counts letters and attachments of sealed cases that whoever
    checked could not open. `law_until` is the day up to which every value of law was checked.
    """

    full: bool
    log_lines: int
    log_from: int
    letters: int
    attachments: int
    unread: int
    anchors: int
    law_until: date | None
    troubles: tuple[Trouble, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.troubles

    def is_sound(self, part: Part) -> bool:
        """Whether nothing was found in this part."""
        return not any(trouble.part is part for trouble in self.troubles)
