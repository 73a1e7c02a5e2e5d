"""By when a worker has to act, in plain words: the safe term first, then what the other reading gives.

Both readings are those of domain.limitation. Where the case knows the day a term runs from, its last day stands too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain import limitation
from desktop_app.domain.answers import said
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.limitation import Rule
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.for_workers import DASH
from desktop_app.letters.grounds import MARK, fact_of, mark
from desktop_app.letters.texts import Text, say

_PAY: Final = frozenset({ComplaintKind.WAGE_ARREARS, ComplaintKind.OVERTIME, ComplaintKind.DEDUCTIONS})
_DISPUTES: Final = frozenset(
    {
        ComplaintKind.NO_CONTRACT,
        ComplaintKind.CONTRACT_CHECK,
        ComplaintKind.WITHHELD_DOCUMENTS,
        ComplaintKind.DISCRIMINATION,
        ComplaintKind.HOUSING,
    }
)
_DECISIONS: Final = frozenset(
    {ComplaintKind.STAY, ComplaintKind.OFFICIALS, ComplaintKind.HEALTH, ComplaintKind.SCHOOLING}
)
_APPEAL_NORM: Final = "appc.92"
_APPEAL: Final = ("appeal.months", "appeal.months_unexplained")

_PAY_TERM: Final = Text(
    "rights.pay_term",
    N_("Dispute about pay, safe term: %(count)s. It runs from the day each pay was due."),
)
_PAY_BOTH: Final = Text(
    "rights.pay_both",
    N_(
        "Dispute about pay, safe term: %(count)s; by another reading of the law: %(longer)s. It runs from the day "
        "each pay was due."
    ),
)
_COMMISSION: Final = Text(
    "rights.commission",
    N_(
        "To be taken back to work, to the commission: %(count)s. It runs from the day the order was handed to you or "
        "was sent to you by registered mail."
    ),
)
_DIRECT: Final = Text(
    "rights.direct",
    N_(
        "Straight to court where no commission is needed: %(count)s. It runs from the day the order was handed to you "
        "or was sent to you by registered mail."
    ),
)
_DIRECT_BOTH: Final = Text(
    "rights.direct_both",
    N_(
        "Straight to court where no commission is needed: %(count)s from the same day; by another reading of the law: "
        "%(longer)s."
    ),
)
_HOUSEHOLD: Final = Text(
    "rights.household",
    N_(
        "To be taken back to work, straight to court: %(count)s; by another reading of the law: %(longer)s. Count from "
        "the day on which the work was ended."
    ),
)
_DISPUTE: Final = Text(
    "rights.dispute", N_("Labour dispute, safe term: %(count)s. It runs from the day you learned of the breach.")
)
_DECISION: Final = Text(
    "rights.decision",
    N_(
        "Complaint against a decision of an office: %(count)s from the day you learned of it. If nobody explained "
        "how to complain: %(more)s."
    ),
)
_SAFE_DAY: Final = Text("rights.safe_day", N_("In your case the safe last day is %(day)s."))
_LATER_DAY: Final = Text(
    "rights.later_day",
    N_("The safe term is over. By another reading there is time until %(day)s: speak with our lawyer today."),
)
_OVER: Final = Text(
    "rights.over",
    N_("The term may be over. Speak with our lawyer all the same: a court looks at it only if the other side asks."),
)
_TODAY: Final = Text(
    "rights.today", N_("If you are in danger, call the police now. If not, speak with our lawyer first.")
)
_ASK: Final = Text("rights.ask", N_("Ask our lawyer about the term as soon as you can: some terms are short."))

TEXTS: Final = (
    _PAY_TERM, _PAY_BOTH, _COMMISSION, _DIRECT, _DIRECT_BOTH, _HOUSEHOLD, _DISPUTE, _DECISION, _SAFE_DAY, _LATER_DAY,
    _OVER, _TODAY, _ASK,
)  # fmt: skip


def by_when(facts: LetterFacts, kind: ComplaintKind, tr: Translator) -> Iterator[Block]:
    """The terms of a kind, each a line; figures that the lawyer has not checked are marked."""
    for rule in rules(facts, kind):
        yield _line(facts, rule, tr)
        yield from _day(facts, kind, rule, tr)
    if kind in _DECISIONS:
        count, more = (_months(facts, law.value(key, facts.on).fact, tr) for key in _APPEAL)
        yield say(facts, tr, _DECISION, "item", DASH, count=count, more=more)
    elif not rules(facts, kind):
        text = _ASK if kind in (ComplaintKind.OTHER, ComplaintKind.INJURY) else _TODAY
        yield say(facts, tr, text, "item", DASH)


def grounds(facts: LetterFacts, kind: ComplaintKind) -> tuple[Fact, ...]:
    """What the terms of a kind rest on: values and norms, also of the rule that a court needs to be asked."""
    found: list[Fact] = []
    for rule in rules(facts, kind):
        counted = _counted(facts, rule)
        for reading in (counted.safe, counted.outer):
            found += (reading.value, *(fact_of(facts, norm.key) for norm in reading.norms))
        if _started(facts, kind, rule):
            found.append(fact_of(facts, limitation.ONLY_WHEN_ASKED))
    if kind in _DECISIONS:
        found += (*(law.value(key, facts.on).fact for key in _APPEAL), fact_of(facts, _APPEAL_NORM))
    return tuple(dict.fromkeys(found))


def rules(facts: LetterFacts, kind: ComplaintKind) -> tuple[Rule, ...]:
    """The terms by which a complaint of this kind is to be brought, none where the law has no such term."""
    if kind in _PAY:
        return (Rule.WAGES,)
    if kind is ComplaintKind.DISMISSAL:
        return (Rule.DISMISSAL_DIRECT,) if _is_household(facts) else (Rule.DISMISSAL_COMMISSION, Rule.DISMISSAL_DIRECT)
    return (Rule.OTHER,) if kind in _DISPUTES else ()


_SAFE: Final = {
    Rule.WAGES: _PAY_TERM,
    Rule.DISMISSAL_COMMISSION: _COMMISSION,
    Rule.DISMISSAL_DIRECT: _DIRECT,
    Rule.OTHER: _DISPUTE,
}
_BOTH: Final = {Rule.WAGES: _PAY_BOTH, Rule.DISMISSAL_DIRECT: _DIRECT_BOTH}


def _counted(facts: LetterFacts, rule: Rule, start: date | None = None) -> limitation.Term:
    return limitation.term(rule, start or facts.on, facts.on)


def _line(facts: LetterFacts, rule: Rule, tr: Translator) -> Words:
    """A term with its figures, marked while anything they rest on is unchecked; both readings where there are two."""
    counted = _counted(facts, rule)
    count = _told(facts, counted.safe, tr)
    if counted.outer is counted.safe:
        return say(facts, tr, _SAFE[rule], "item", DASH, count=count)
    text = _HOUSEHOLD if rule is Rule.DISMISSAL_DIRECT and _is_household(facts) else _BOTH[rule]
    return say(facts, tr, text, "item", DASH, count=count, longer=_told(facts, counted.outer, tr))


def _is_household(facts: LetterFacts) -> bool:
    """Whether the work was a domestic worker's: no commission hears them, and no order ends their work."""
    return facts.employer.kind is EmployerKind.HOUSEHOLD


def _told(facts: LetterFacts, reading: limitation.Reading, tr: Translator) -> str:
    """How long a term is: these terms run in months or years."""
    unchecked = _unchecked(facts, reading)
    if reading.unit is limitation.Unit.MONTHS:
        return tr.n("%(n)s month", "%(n)s months", reading.count) + unchecked
    return tr.n("%(n)s year", "%(n)s years", reading.count) + unchecked


def _unchecked(facts: LetterFacts, reading: limitation.Reading) -> str:
    rests_on = (reading.value, *(fact_of(facts, norm.key) for norm in reading.norms))
    return MARK if any(mark(facts, fact) for fact in rests_on) else ""


def _months(facts: LetterFacts, value: Fact, tr: Translator) -> str:
    return tr.n("%(n)s month", "%(n)s months", int(value.number)) + mark(facts, value)


def _day(facts: LetterFacts, kind: ComplaintKind, rule: Rule, tr: Translator) -> Iterator[Block]:
    """The last day itself, where the case knows when the term began."""
    start = _started(facts, kind, rule)
    if start is None:
        return
    counted = _counted(facts, rule, start)
    safe, outer = (limitation.act_by(reading.on) for reading in (counted.safe, counted.outer))
    if safe >= facts.on:
        yield say(facts, tr, _SAFE_DAY, "item", DASH, day=f"{sums.day(safe, tr)}{_unchecked(facts, counted.safe)}")
    elif outer >= facts.on:
        yield say(facts, tr, _LATER_DAY, "item", DASH, day=f"{sums.day(outer, tr)}{_unchecked(facts, counted.outer)}")
    else:
        yield say(facts, tr, _OVER, "item", DASH)


def _started(facts: LetterFacts, kind: ComplaintKind, rule: Rule) -> date | None:
    """The earliest day from which the term runs for any of the workers, None where the case does not know it."""
    days: list[date] = []
    if kind is ComplaintKind.WAGE_ARREARS:
        days += (month.due_on for worker in facts.workers for month in worker.calculation.months if month.owed > 0)
    if rule is Rule.DISMISSAL_COMMISSION or (rule is Rule.DISMISSAL_DIRECT and rules(facts, kind) == (rule,)):
        told = () if facts.told is None else facts.told.of_kind(kind, facts.worker_ids)
        handed = (said(each.answers, "order_on").when for each in told)
        days += (when.full for when in handed if when is not None and when.full is not None)
    first = limitation.earliest()
    return min((day for day in days if first <= day <= facts.on), default=None)
