"""Dated values and norms: what is in force on a day, and what to say of a fact that nobody vouches for any more."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.errors import N_, AppError, Message
from desktop_app.law import in_use
from desktop_app.law.kept import Fact as Fact
from desktop_app.law.kept import Origin

FRESH_MONTHS: Final = 12
"""For so many months a confirmation, or the edition that was read, keeps a fact from being marked as old."""

_PAST_THE_TABLE = {
    "base_rate": N_(
        "The base rate is confirmed only up to %(day)s; the last known rate is used. "
        "Check with the National Bank whether it has changed."
    ),
    "minimum_wage": N_("The minimum wage is confirmed only up to %(day)s; the last known one is used."),
    "mrp": N_("The monthly calculation index is confirmed only up to %(day)s; the last known one is used."),
}
_PAST_ANY_TABLE = N_("A value of law used here is confirmed only up to %(day)s. Check whether it has changed.")
_STALE = N_(
    "A rule of law used here (%(key)s) was last checked on %(day)s, more than 12 months ago. Ask the lawyer to "
    "confirm it on the page “Law”."
)
_AGE_UNKNOWN = N_(
    "Nobody knows when a rule of law used here (%(key)s) was last checked. Ask the lawyer to confirm it on the page "
    "“Law”."
)
_ADDED = N_("The value %(value)s (%(key)s) was added by the centre on %(day)s by %(name)s; it did not come with Tirek.")


@dataclass(frozen=True)
class Dated:
    """The value in force on a day, with what must be said of it wherever it is used.

    `past`: the day lies outside what the source confirms. `stale`: unconfirmed for twelve months.
    """

    fact: Fact
    warnings: tuple[Message, ...] = ()
    past: bool = False
    stale: bool = False


def facts() -> tuple[Fact, ...]:
    """Everything the program rests on: dated values by key and day, then the norms."""
    return in_use.tables().all()


def fact(key: str) -> Fact:
    """A norm by its key. Raises KeyError when there is no such norm (a fault of the program)."""
    return in_use.tables().norms[key]


def value(key: str, on: date) -> Dated:
    """The value of `key` in force on `on`.

    Past the last confirmed day the last value is given with a warning. Raises AppError for a day
    before the first one, KeyError for an unknown key (a fault of the program).
    """
    rows = in_use.tables().dated[key]
    place = bisect_right(rows, on, key=_first_day)
    if not place:
        raise AppError(
            N_("The law tables begin on %(first)s. %(day)s is earlier: ask the lawyer to count by hand."),
            first=f"{_first_day(rows[0]):%d.%m.%Y}",
            day=f"{on:%d.%m.%Y}",
        )
    current = rows[place - 1]
    past = current.confirmed_until is not None and on > current.confirmed_until
    old = stale(current)
    if not (past or old or current.origin is Origin.CENTRE):
        return Dated(current)
    said = (Message(_PAST_THE_TABLE.get(key, _PAST_ANY_TABLE), {"day": _day(current.confirmed_until)}),) if past else ()
    return Dated(current, (*said, *_warnings(current, old=old)), past, old)


def warnings(fact: Fact) -> tuple[Message, ...]:
    """What must be said of a fact wherever it is used: that the centre added it, that it is unconfirmed for long."""
    return _warnings(fact, old=stale(fact))


def _warnings(fact: Fact, *, old: bool) -> tuple[Message, ...]:
    said = []
    if fact.origin is Origin.CENTRE:
        told = {"value": fact.value, "key": fact.key, "day": _day(fact.brought_on), "name": fact.brought_by}
        said.append(Message(_ADDED, told))
    if old:
        checked = checked_on(fact)
        params = {"key": fact.key, "day": _day(checked)} if checked else {"key": fact.key}
        said.append(Message(_STALE if checked else _AGE_UNKNOWN, params))
    return tuple(said)


def stale(fact: Fact, confirmed_on: date | None = None) -> bool:
    """Whether nobody confirmed it for twelve months, and what was read is older too. Never without an open file.

    `confirmed_on` counts beside the confirmations of the open file.
    """
    today = in_use.today()
    if today is None:
        return False
    checked = checked_on(fact)
    if confirmed_on is not None and (checked is None or checked < confirmed_on):
        checked = confirmed_on
    return checked is None or _later(checked, FRESH_MONTHS) < today


def checked_on(fact: Fact) -> date | None:
    """When it was last known to be so: confirmed by the centre's lawyer, else the age of the text that was read."""
    found = in_use.confirmation(fact)
    if found is None:
        return fact.edition_day
    return found.on if fact.edition_day is None else max(found.on, fact.edition_day)


def outdated(fact: Fact) -> bool:
    """Whether it is the newest row of a dated value and today lies past what its source vouches for."""
    today = in_use.today()
    rows = in_use.tables().dated.get(fact.key, ())
    newest = bool(rows) and rows[-1].effective_from == fact.effective_from
    return bool(newest and today and fact.confirmed_until and fact.confirmed_until < today)


def checked_until() -> date | None:
    """The day up to which every dated value in use was checked; a table that another one has replaced is over."""
    dated = in_use.tables().dated
    rates = [row.value for row in dated["penalty.rate"]]
    replaced = set(rates) - {rates[-1]}
    latest = (rows[-1].confirmed_until for key, rows in dated.items() if key not in replaced)
    return min((day for day in latest if day is not None), default=None)


def _first_day(fact: Fact) -> date:
    return fact.effective_from or date.min


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def _later(day: date, months: int) -> date:
    """The same day so many months later; the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)
