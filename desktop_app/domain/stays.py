"""Stays in the country and the days they use up: 90 in every 180, both the day of entry and the day of exit counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_

EARLIEST: Final = date(1991, 12, 16)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Stay:
    """One stay; `left_on` is None while it lasts. Both days count."""

    entered_on: date
    left_on: date | None = None

    def last(self, on: date) -> date:
        """The last day of the stay as seen on `on`."""
        return on if self.left_on is None else self.left_on


@dataclass(frozen=True)
class StayRow(Stay):
    """A stay as the file has it."""

    id: int = 0
    note: str = ""


@dataclass(frozen=True)
class StayLimits:
    """Days of a stay without a visa: in one entry, and `in_window` within every `window` days.

    None where the rule for a citizenship sets no such limit or none was established.
    """

    per_entry: int | None
    in_window: int | None
    window: int


@dataclass(frozen=True)
class StayCount:
    """The counter on the day `on`.

    `used`: days in the window that ends with `on`. `left`: how many more days of a stay are lawful, today not counted,
    None without a limit. `inside_since`: the entry of the stay that lasts, None when the person is abroad; `day`: which
    day of that stay it is. `last_day`: the last lawful day if the person stays on, or, abroad, if they entered on `on`;
    None when no day of it is lawful or there is no limit. `over`: the stay is past its last lawful day. `next_full`:
    the first later day on which an entry gives a full stay, when the person leaves on `on`.
    """

    on: date
    used: int
    left: int | None
    inside_since: date | None
    day: int | None
    last_day: date | None
    over: bool
    next_full: date | None


def days_used(stays: Iterable[Stay], on: date, window: int) -> int:
    """Days spent in the country in the `window` days that end with `on`; a day of two stays counts once."""
    first = on - timedelta(days=window - 1)
    return sum((last - start).days + 1 for start, last in _merged(stays, on, first))


def counted(stays: Sequence[Stay], on: date, limits: StayLimits) -> StayCount:
    """The counter of these stays on a day. Entries after `on` are not looked at, an exit after it is not yet one."""
    known = [_as_of(stay, on) for stay in stays if stay.entered_on <= on]
    current = next((stay for stay in sorted(known, key=_entry, reverse=True) if stay.left_on is None), None)
    begins = current.entered_on if current else on
    before = [stay for stay in known if stay is not current]
    # A stay of today may have begun long ago: its windows reach back from its own first day.
    last = _last_lawful(_days(before, on, limits.window + (on - begins).days), begins, limits)
    over = current is not None and last is not None and last < on
    today_counts = any(stay.last(on) == on for stay in known)
    return StayCount(
        on=on,
        used=days_used(known, on, limits.window),
        left=None if last is None else max((last - on).days + (0 if today_counts else 1), 0),
        inside_since=current.entered_on if current else None,
        day=(on - current.entered_on).days + 1 if current else None,
        last_day=None if last is None or last < begins else last,
        over=over,
        next_full=_next_full(_days(known, on, limits.window), on, limits),
    )


def problems_of_stay(stay: Stay, others: Iterable[Stay], today: date) -> tuple[Problem, ...]:
    """What is wrong with a stay: its days, and another stay at the same time."""
    found = []
    if not EARLIEST <= stay.entered_on <= today:
        found.append(Problem("entered_on", _why(stay.entered_on, today)))
    if stay.left_on is not None and stay.left_on < stay.entered_on:
        found.append(Problem("left_on", Message(N_("The exit is before the entry."))))
    elif stay.left_on is not None and stay.left_on > today:
        found.append(Problem("left_on", Message(N_("The date is in the future."))))
    if not found and any(_overlap(stay, other) for other in others):
        message = N_("Another stay covers these days already. Enter when the person left the first time.")
        found.append(Problem("entered_on", Message(message)))
    return tuple(found)


def check_day(day: date | None, field: str) -> date:
    """The day of a field that must have one. Raises InvalidInput."""
    if day is None:
        raise InvalidInput((Problem(field, Message(N_("Type the day."))),))
    return day


def _last_lawful(past: Sequence[int], begins: date, limits: StayLimits) -> date | None:
    """The last lawful day of a stay that begins on `begins` after the days `past`; the day before when there is none.

    `past` are ordinals of earlier days in the country, in order.
    """
    longest = _full(limits)
    if longest is None:
        return None
    gone = past[: bisect_left(past, begins.toordinal())]
    for nth in range(1, longest + 1):
        opens = begins.toordinal() + nth - limits.window
        in_window = nth + len(gone) - bisect_left(gone, opens)
        if limits.in_window is not None and in_window > limits.in_window:
            return begins + timedelta(days=nth - 2)
    return begins + timedelta(days=longest - 1)


def _next_full(past: Sequence[int], on: date, limits: StayLimits) -> date | None:
    """The first day after `on` on which an entry gives a full stay."""
    full = _full(limits)
    for later in range(1, limits.window + 2):
        begins = on + timedelta(days=later)
        last = _last_lawful(past, begins, limits)
        if last is not None and (last - begins).days + 1 == full:
            return begins
    return None


def _full(limits: StayLimits) -> int | None:
    """The days of a full stay in one entry, None without any limit."""
    return min((each for each in (limits.per_entry, limits.in_window) if each is not None), default=None)


def _days(stays: Iterable[Stay], on: date, window: int) -> list[int]:
    """The days in the country, as ordinals in order, that a window of a day after `on` may still hold."""
    spans = _merged(stays, on, on - timedelta(days=window))
    return [day for start, last in spans for day in range(start.toordinal(), last.toordinal() + 1)]


def _merged(stays: Iterable[Stay], on: date, first: date) -> list[tuple[date, date]]:
    """The stays between `first` and `on` as spans that do not touch the same day twice."""
    spans: list[tuple[date, date]] = []
    for stay in sorted(stays, key=_entry):
        start, last = max(stay.entered_on, first), min(stay.last(on), on)
        if spans and start <= spans[-1][1]:
            start = spans[-1][1] + _DAY
        if start <= last:
            spans.append((start, last))
    return spans


def _as_of(stay: Stay, on: date) -> Stay:
    return Stay(stay.entered_on, stay.left_on if stay.left_on is not None and stay.left_on <= on else None)


def _entry(stay: Stay) -> date:
    return stay.entered_on


def _overlap(one: Stay, other: Stay) -> bool:
    """Whether two stays share more than the day on which one ends and the other begins."""
    first, second = sorted((one, other), key=_entry)
    return first.left_on is None or first.left_on > second.entered_on or one.entered_on == other.entered_on


def _why(day: date, today: date) -> Message:
    if day > today:
        return Message(N_("The date is in the future."))
    return Message(N_("The date is too long ago. Check the year."))
