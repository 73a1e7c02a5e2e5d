"""How long a closed case keeps its names: the years the centre's lawyer has set, counted from its closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.consents import years_after


@dataclass(frozen=True)
class RetentionRow:
    """A closed case whose term has ended. While it is held until `hold_until`, it keeps its names."""

    case_id: int
    number: str
    closed_on: date
    ended_on: date
    workers: int
    hold_until: date | None
    hold_reason: str

    def is_held(self, today: date) -> bool:
        """Whether a legal hold lasts."""
        return self.hold_until is not None and self.hold_until >= today


@dataclass(frozen=True)
class RetentionPage:
    """The cases whose term has ended, oldest first; `years` is None until the centre has set the term.

    `enquiries` counts those of the same age that became no case and still hold a name or words.
    """

    years: int | None
    rows: tuple[RetentionRow, ...]
    enquiries: int = 0


def ends_on(closed_on: date, years: int) -> date:
    """The first day on which the names of a case closed on `closed_on` are not kept any more."""
    return years_after(closed_on, years)


def closed_by(today: date, years: int) -> date:
    """The last day of closing whose term has ended by `today`."""
    day = years_after(today, -years)
    return day if ends_on(day, years) <= today else day - timedelta(days=1)
