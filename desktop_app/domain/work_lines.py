"""What the law says under each ground of work: the lines of the tables, with the values in force on a day."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.work_line import Line, Stated
from desktop_app.domain.work_permits import PERMITS
from desktop_app.domain.work_right import Regime
from desktop_app.domain.work_rights import RIGHTS
from desktop_app.errors import AppError, Message
from desktop_app.law import Fact, fact, value


def stated(regime: Regime, on: date) -> tuple[Line, ...]:
    """The lines of the table for a regime, with the values in force on a day."""
    return tuple(_line(each, on) for each in (*PERMITS, *RIGHTS) if regime in each.regimes)


def resting_on(norms: tuple[str, ...], values: tuple[str, ...], on: date) -> tuple[Fact, ...]:
    """The facts of these norms and dated values."""
    return (*(fact(key) for key in norms), *(valued(key, on) for key in values))


def valued(key: str, on: date) -> Fact:
    """The value in force on a day, or the first one there is."""
    try:
        return value(key, on).fact
    except AppError:
        return value(key, date.max).fact


def _line(each: Stated, on: date) -> Line:
    params = {name: int(valued(key, on).number) for name, key in each.values.items()}
    rests_on = resting_on(each.norms, tuple(each.values.values()), on)
    return Line(each.part, Message(each.text, params), rests_on, tone=each.tone)
