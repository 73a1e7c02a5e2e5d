"""The people of a centre as an administrator sees them, and what becomes of their cases when they leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.centre import StaffMember


@dataclass(frozen=True)
class StaffLine:
    """A member of staff with what the list of staff tells of them.

    `signed_in_on` is the day of the last sign-in, for those who may see it. `cases` are the cases they are responsible
    for and that somebody else has to take over when they leave.
    """

    member: StaffMember
    signed_in_on: date | None = None
    left_on: date | None = None
    cases: int = 0
