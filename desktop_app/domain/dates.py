"""Dates as people know them: a day, a month or only a year. The missing part is never invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.i18n import parse_partial


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day. `day` needs `month`.

    Raises ValueError when the parts make no date (31.02, month 13, a day without a month).
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A date known to the day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read back what `iso` wrote: 1987, 1987-05 or 1987-05-20."""
        return cls(*(int(part) for part in text.split("-")))

    @property
    def iso(self) -> str:
        """1987, 1987-05 or 1987-05-20, as much as is known; sorts as text."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def full(self) -> date | None:
        """The day, if it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def parse_partial_date(text: str) -> PartialDate:
    """What was typed of a date: 1987, "1987 г.", 05.1987, 20.05.1987. AppError says what to type instead."""
    return PartialDate(*parse_partial(text))
