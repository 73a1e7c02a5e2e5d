"""Terms to go to the commission and to court by article 160 of the Labour Code, in both readings of 2026.

The safe day is by the shorter reading: who keeps it is late by neither. The outer day is by the longer one, which
rests on rulings of the Constitutional Court. A court applies a term only when a party asks for it
(article 179(2) of the Civil Code, ruling 1 of the Supreme Court of 2024); a complaint to the inspection stops none.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app import law
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.employers import EmployerKind
from desktop_app.i18n import N_
from desktop_app.law import Fact


class Rule(StrEnum):
    """What is disputed and where it goes; the word stands as the rule of a date."""

    WAGES = "limitation.wages"
    DISMISSAL_COMMISSION = "limitation.dismissal_commission"
    DISMISSAL_COURT = "limitation.dismissal_court"
    DISMISSAL_DIRECT = "limitation.dismissal_direct"
    OTHER = "limitation.other"


RULES: Final = {
    Rule.WAGES: N_("Claim for wages"),
    Rule.DISMISSAL_COMMISSION: N_("Reinstatement: to the commission"),
    Rule.DISMISSAL_COURT: N_("Reinstatement: to court after the commission"),
    Rule.DISMISSAL_DIRECT: N_("Reinstatement: straight to court"),
    Rule.OTHER: N_("Another labour dispute"),
}

STARTS: Final = {
    Rule.WAGES: N_("The day the pay was due"),
    Rule.DISMISSAL_COMMISSION: N_("The day the order was handed over or sent by registered mail"),
    Rule.DISMISSAL_COURT: N_("The day the commission’s decision was handed over"),
    Rule.DISMISSAL_DIRECT: N_("The day the order was handed over or sent by registered mail"),
    Rule.OTHER: N_("The day the worker learned of the violation"),
}


class Suspended(StrEnum):
    """Why a term does not run (article 160, second part)."""

    NO_COMMISSION = "no_commission"
    MEDIATION = "mediation"


SUSPENDED: Final = {
    Suspended.NO_COMMISSION: N_("There was no conciliation commission"),
    Suspended.MEDIATION: N_("A mediation contract was in force"),
}


SUSPENSION: Final = "suspended."
"""Stands before the reason in the rule of a suspension."""


class Direct(StrEnum):
    """Why a dispute goes to court without the commission."""

    DOMESTIC = "domestic"
    MICRO = "micro"
    SMALL_NON_PROFIT = "small_non_profit"
    FOREIGN_BRANCH = "foreign_branch"
    HEAD = "head"
    NO_CONTRACT = "no_contract"


DIRECT: Final = {
    Direct.DOMESTIC: N_("Domestic worker"),
    Direct.MICRO: N_("The employer is a micro-enterprise"),
    Direct.SMALL_NON_PROFIT: N_("Non-profit organisation with at most %(count)d workers"),
    Direct.FOREIGN_BRANCH: N_("Branch of a foreign firm with at most %(count)d workers"),
    Direct.HEAD: N_("Head of the organisation or member of its executive body"),
    Direct.NO_CONTRACT: N_("The dispute is whether there was employment at all"),
}

SMALL: Final = "commission.small_workers"
"""The value of law that fills %(count)d in DIRECT."""

DIRECT_NORMS: Final = {
    Direct.DOMESTIC: "lc.136",
    Direct.MICRO: "lc.159.1",
    Direct.SMALL_NON_PROFIT: "lc.159.1",
    Direct.FOREIGN_BRANCH: "lc.159.1",
    Direct.HEAD: "lc.159.1",
    Direct.NO_CONTRACT: "npvs.1",
}
"""The norm by which the commission is not needed."""


ONLY_WHEN_ASKED: Final = "gk.179.2"
"""The norm by which a court applies a term only at the request of a party."""


class Unit(StrEnum):
    """In what a term is counted."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True)
class Suspension:
    """Days on which the term did not run, both included."""

    first: date
    last: date
    why: Suspended = Suspended.NO_COMMISSION


@dataclass(frozen=True)
class Reading:
    """One reading of a term: its last day, its length with what that rests on, and how many days were added."""

    on: date
    count: int
    unit: Unit
    value: Fact
    norms: tuple[Fact, ...]
    added_days: int = 0

    @property
    def confidence(self) -> str:
        """The weakest confidence of what the reading rests on: V, V-old or S."""
        return max((fact.confidence for fact in (self.value, *self.norms)), key=_WEAKER.index)


@dataclass(frozen=True)
class Term:
    """A term counted from a day, by the shorter and the longer reading (the same one where the law has one)."""

    rule: Rule
    started_on: date
    safe: Reading
    outer: Reading

    @property
    def has_two_readings(self) -> bool:
        """Whether the readings end on different days."""
        return self.safe.on != self.outer.on


_WEAKER: Final = ("V", "V-old", "S")
_SAFE: Final = {
    Rule.WAGES: ("limitation.years", Unit.YEARS, ("lc.160",)),
    Rule.DISMISSAL_COMMISSION: ("reinstatement.commission_months", Unit.MONTHS, ("lc.160",)),
    Rule.DISMISSAL_COURT: ("reinstatement.court_months", Unit.MONTHS, ("lc.160",)),
    Rule.DISMISSAL_DIRECT: ("reinstatement.direct_months", Unit.MONTHS, ("lc.160",)),
    Rule.OTHER: ("limitation.years", Unit.YEARS, ("lc.160",)),
}
_OUTER: Final = {
    Rule.WAGES: ("limitation.outer_years", Unit.YEARS, ("kc.81", "gk.178.1")),
    Rule.DISMISSAL_DIRECT: ("reinstatement.direct_outer_years", Unit.YEARS, ("kc.88",)),
}


_WITHOUT_COMMISSION: Final = frozenset({Rule.DISMISSAL_DIRECT, Rule.DISMISSAL_COURT})
"""Terms for which no commission is waited for: none is needed, or it has decided."""
_GENERAL: Final = frozenset({Rule.WAGES})
"""Whose outer reading is the general term of the Civil Code: article 160 stops its own terms alone."""


def term(rule: Rule, started_on: date, on: date, suspensions: Iterable[Suspension] = ()) -> Term:
    """The last days to apply, by the law as it stands on `on`. Raises AppError for days before the law tables."""
    alone = rule in _WITHOUT_COMMISSION
    told = tuple(each for each in suspensions if not (alone and each.why is Suspended.NO_COMMISSION))
    safe = _reading(_SAFE[rule], started_on, on, told)
    outer = safe
    if rule in _OUTER and on >= _first_day(_OUTER[rule][0]):
        outer = _reading(_OUTER[rule], started_on, on, () if rule in _GENERAL else told)
    return Term(rule, started_on, safe, outer if outer.on > safe.on else safe)


def way_of(kind: EmployerKind, *, after_commission: bool = False, direct: Direct | None = None) -> Rule:
    """Where a dispute about reinstatement goes: a household has no commission (article 136 of the Labour Code)."""
    if after_commission:
        return Rule.DISMISSAL_COURT
    return Rule.DISMISSAL_DIRECT if direct or kind is EmployerKind.HOUSEHOLD else Rule.DISMISSAL_COMMISSION


def added(day: date, count: int, unit: Unit) -> date:
    """The day `count` units after `day`; a month or year that has no such day ends on its last one."""
    if unit is Unit.WORKING_DAYS:
        return law.add_working_days(day, count)
    if unit is Unit.DAYS:
        return day + timedelta(days=count)
    months = day.month - 1 + (count * 12 if unit is Unit.YEARS else count)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def prolonged(started_on: date, end: date, suspensions: Iterable[Suspension]) -> date:
    """The end of a term moved on by every day it did not run; days before it began or after it ended add none."""
    for first, last in _merged(suspensions):
        first = max(first, started_on + timedelta(days=1))
        if first > last:
            continue
        if first > end:
            break
        end += last - first + timedelta(days=1)
    return end


def as_deadline(counted: Term, worker_id: int | None = None, note: str = "") -> NewDeadline:
    """A counted term as a date to be kept."""
    return NewDeadline(
        DeadlineKind.LIMITATION,
        counted.safe.on,
        rule=counted.rule.value,
        started_on=counted.started_on,
        latest_on=counted.outer.on if counted.has_two_readings else None,
        worker_id=worker_id,
        note=note,
    )


def act_by(day: date) -> date:
    """The last working day on which to act for a term that ends on `day`: what is handed in then is in time."""
    return law.eve(day)


def earliest() -> date:
    """The first day from which a term can be counted: the Labour Code in force is not older."""
    return max(_first_day(key) for key, _unit, _norms in _SAFE.values())


def is_term(rule: str) -> bool:
    """Whether a date was counted by article 160."""
    return rule in {each.value for each in Rule}


def _reading(
    told: tuple[str, Unit, tuple[str, ...]], start: date, on: date, suspensions: tuple[Suspension, ...]
) -> Reading:
    key, unit, norms = told
    value = law.value(key, on).fact
    plain = added(start, int(value.number), unit)
    end = prolonged(start, plain, suspensions)
    return Reading(end, int(value.number), unit, value, tuple(map(law.fact, norms)), (end - plain).days)


def _merged(suspensions: Iterable[Suspension]) -> list[tuple[date, date]]:
    """The spans of days in order; what overlaps counts once."""
    spans: list[tuple[date, date]] = []
    for first, last in sorted((each.first, each.last) for each in suspensions if each.first <= each.last):
        if spans and first <= spans[-1][1] + timedelta(days=1):
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return spans


def _first_day(key: str) -> date:
    """The first day for which a value of law is known."""
    return min((fact.effective_from or date.min for fact in law.facts() if fact.key == key), default=date.max)
