"""A value of law typed by the centre or brought by an update: what is wrong with it, and what to ask about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from desktop_app.domain.checks import problem_of_length
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_
from desktop_app.law import Fact, Origin

LONGEST_SOURCE: Final = 500
_NUMBER: Final = re.compile(r"[0-9]{1,9}([.,][0-9]{1,4})?")
_FARTHEST: Final = timedelta(days=366)
_OLDEST: Final = timedelta(days=366)
_TIMES: Final = 5
"""A value so many times greater or smaller than the one before it is asked about: 1625 for 16.25."""

_LIKE: Final = N_("Type the value as the one before it is written: %(like)s.")
_FILL: Final = N_("Fill this in.")


@dataclass(frozen=True)
class NewLawValue:
    """A dated value to be added by hand: the value as typed, its first day, and the last day its source vouches for."""

    key: str
    value: str
    effective_from: date | None
    confirmed_until: date | None
    source: str


def tidied(new: NewLawValue) -> NewLawValue:
    """The value as it is stored: a decimal point, no spaces around or between."""
    value = "".join(new.value.split()).replace(",", ".")
    return NewLawValue(new.key, value, new.effective_from, new.confirmed_until, tidy_line(new.source))


def may_be_typed(rows: Sequence[Fact]) -> bool:
    """Whether a value of this kind can be added by hand: a number or several; the name of another table cannot."""
    return bool(rows) and all(_NUMBER.fullmatch(part) for part in rows[-1].value.split("/"))


def problems(new: NewLawValue, rows: Sequence[Fact]) -> tuple[Problem, ...]:
    """What is wrong, by field; `rows` are those in use of the same value, oldest first."""
    found = [*_problems_of_value(new.value, rows[-1].value), *_problems_of_days(new, rows)]
    if not tidy_line(new.source):
        found.append(Problem("source", Message(N_("Say where the value stands: the act, its date and number."))))
    found += problem_of_length("source", new.source, LONGEST_SOURCE)
    return tuple(found)


def doubts(new: NewLawValue, rows: Sequence[Fact], today: date) -> tuple[Message, ...]:
    """What to ask before a value without problems is stored: whoever typed it may have meant something else."""
    return tuple(_doubts(tidied(new), rows, today))


def _doubts(new: NewLawValue, rows: Sequence[Fact], today: date) -> Iterator[Message]:
    day = new.effective_from
    if day is None:
        return
    before = next((row for row in reversed(rows) if row.effective_from and row.effective_from < day), rows[0])
    if _far_apart(new.value, before.value):
        text = N_("%(value)s is very different from the value before it, %(before)s.")
        yield Message(text, {"value": new.value, "before": before.value})
    if before.confirmed_until is not None and day <= before.confirmed_until:
        text = N_("The value %(before)s is vouched for until %(day)s; the new one would take its place before that.")
        yield Message(text, {"before": before.value, "day": f"{before.confirmed_until:%d.%m.%Y}"})
    same = next((row for row in rows if row.effective_from == day), None)
    if same is not None:
        text = N_("From the same day the program has %(value)s; the new value takes its place.")
        yield Message(text, {"value": same.value})
    after = next((row for row in rows if row.effective_from and row.effective_from > day), None)
    if after is not None:
        text = N_("From %(day)s on another value stands here: %(value)s. It stays.")
        yield Message(text, {"day": f"{after.effective_from:%d.%m.%Y}", "value": after.value})
    if day < today - _OLDEST:
        yield Message(N_("The first day is more than a year ago. Sums counted since would be counted anew."))
    if day > today + _FARTHEST:
        yield Message(N_("The first day is more than a year ahead."))


def problem_of_shape(value: str, like: str, known: Iterable[str]) -> Message | None:
    """Why a value cannot stand where `like` stands: another kind of value. `known` are the names of tables."""
    if not may_be_number(like):
        return None if value in known else Message(_LIKE, {"like": like})
    parts = value.split("/")
    fits = len(parts) == len(like.split("/")) and all(_NUMBER.fullmatch(part) for part in parts)
    if not fits or "," in value or any(Decimal(part) <= 0 for part in parts):
        return Message(_LIKE, {"like": like})
    return None


def may_be_number(value: str) -> bool:
    """Whether a value is a number, or several with strokes between them."""
    return all(_NUMBER.fullmatch(part) for part in value.split("/"))


def _problems_of_value(typed: str, like: str) -> Iterator[Problem]:
    value = "".join(typed.split()).replace(",", ".")
    if not value:
        yield Problem("value", Message(_FILL))
        return
    found = problem_of_shape(value, like, ())
    if found is not None:
        yield Problem("value", found)


def _problems_of_days(new: NewLawValue, rows: Sequence[Fact]) -> Iterator[Problem]:
    day, until, first = new.effective_from, new.confirmed_until, rows[0].effective_from
    if day is None:
        yield Problem("effective_from", Message(_FILL))
        return
    if first is not None and day < first:
        text = N_("This table begins on %(day)s. Values of earlier days cannot be added.")
        yield Problem("effective_from", Message(text, {"day": f"{first:%d.%m.%Y}"}))
    if any(row.effective_from == day and row.origin is Origin.CENTRE for row in rows):
        text = N_("The centre has already added a value from this day. Withdraw it first.")
        yield Problem("effective_from", Message(text))
    if until is not None and until < day:
        yield Problem("confirmed_until", Message(N_("This day is before the first day of the value.")))
    if until is None and any(row.confirmed_until is not None for row in rows[-1:]):
        text = N_("Say until which day the source vouches for the value; the program warns after it.")
        yield Problem("confirmed_until", Message(text))
    inside = (
        row
        for row in rows
        if row.origin is Origin.CENTRE and row.effective_from and row.confirmed_until and row.effective_from < day
    )
    for row in inside:
        if row.confirmed_until is not None and day <= row.confirmed_until:
            text = N_("The centre has already added a value for these days, until %(day)s. Withdraw it first.")
            yield Problem("effective_from", Message(text, {"day": f"{row.confirmed_until:%d.%m.%Y}"}))


def _far_apart(value: str, before: str) -> bool:
    if not (may_be_number(value) and may_be_number(before)):
        return False
    pairs = zip(value.split("/"), before.split("/"), strict=False)
    return any(not 1 / Decimal(_TIMES) <= Decimal(new) / Decimal(old) <= _TIMES for new, old in pairs)
