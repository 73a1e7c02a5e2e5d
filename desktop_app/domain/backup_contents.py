"""What a backup holds, and what the file in use has beyond it: shown before anything is replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop_app.domain.centre import StaffMember, Trilingual


@dataclass(frozen=True)
class Contents:
    """What a closed file holds, counted without changing it. `last_at` is the time of the last line of its log."""

    centre: Trilingual
    schema: int
    cases: int
    people: int
    letters: int
    newest_case: date | None
    log_seq: int
    last_at: datetime | None


@dataclass(frozen=True)
class Loss:
    """What the file in use has and the backup has not, and cases that were worked on since."""

    cases: int
    people: int
    letters: int
    changed_cases: int
    log_lines: int

    @property
    def is_nothing(self) -> bool:
        """Whether the file in use has nothing beyond the backup but its log."""
        return not (self.cases or self.people or self.letters or self.changed_cases)


class InUse(StrEnum):
    """The file that a backup would replace, as seen without changing it.

    With another history it is the file of another centre, or one that does not go on from this backup.
    """

    MISSING = "missing"
    COMPARED = "compared"
    OTHER_HISTORY = "other history"
    OTHER_PASSWORD = "other password"  # noqa: S105  a state, not a secret
    NOT_CLOSED = "not closed"
    DAMAGED = "damaged"
    NEWER = "newer"


@dataclass(frozen=True)
class Inside:
    """A look inside a backup: what it holds, for whom it opened, and what replacing the file in use would lose."""

    contents: Contents
    staff: StaffMember
    in_use: InUse
    loss: Loss | None = None
    in_use_contents: Contents | None = None
