"""How dates are told: by word, icon and tone, and why a date is the one it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain import steps
from desktop_app.domain.clocks import KIND_NAMES, PAPER, PROMISED, REOPENED, DeadlineKind, DeadlineRow
from desktop_app.domain.letters import Norm
from desktop_app.domain.limitation import (
    ONLY_WHEN_ASKED,
    RULES,
    STARTS,
    SUSPENDED,
    SUSPENSION,
    Reading,
    Rule,
    Suspended,
    Suspension,
    Term,
    Unit,
    act_by,
    is_term,
    term,
)
from desktop_app.domain.papers import PAPER_KINDS, PaperKind
from desktop_app.i18n import N_, _, language, ngettext
from desktop_app.law import Fact
from desktop_app.services.law import fact_id
from desktop_app.ui.common.wording import day

Norms = Mapping[str, Norm]

ICONS: Final = {
    DeadlineKind.LIMITATION: "scale",
    DeadlineKind.ANSWER: "mail",
    DeadlineKind.APPEAL: "scale",
    DeadlineKind.STEP: "clipboard-list",
    DeadlineKind.HEARING: "users",
    DeadlineKind.PAPER: "file-text",
    DeadlineKind.INSTALMENT: "coins",
    DeadlineKind.REFERRAL: "external-link",
    DeadlineKind.OTHER: "calendar-days",
    DeadlineKind.SUSPENSION: "history",
}
_OWN_RULES: Final = {
    REOPENED: N_("Opened again"),
    PROMISED: N_("Tell the worker how things stand, as promised"),
}
OVERDUE: Final = ("triangle-alert", "danger")
PAST_SAFE: Final = ("triangle-alert", "warn")
TODAY: Final = ("circle-dot", "warn")
AHEAD: Final = ("calendar-clock", "text")
DONE: Final = ("circle-check", "muted")
REMOVED: Final = ("x", "muted")


def title(kind: DeadlineKind, rule: str) -> str:
    """What happens on a day: the step, the term of the law, or the kind of date."""
    told = steps.title(rule, language())
    if told:
        return told
    if is_term(rule):
        return _(RULES[Rule(rule)])
    if rule.startswith(PAPER):
        return _("%(paper)s runs out", paper=_(PAPER_KINDS[PaperKind(rule.removeprefix(PAPER))]))
    if rule.startswith(SUSPENSION):
        return _(SUSPENDED[Suspended(rule.removeprefix(SUSPENSION))])
    return _(_OWN_RULES.get(rule, KIND_NAMES[kind]))


def standing(due_on: date, today: date, latest_on: date | None = None) -> tuple[str, str]:
    """How an open date stands, as (icon, tone): past the safe day of a term is not yet too late."""
    if due_on < today and latest_on is not None and today <= latest_on:
        return PAST_SAFE
    return OVERDUE if due_on < today else TODAY if due_on == today else AHEAD


def state_words(row: DeadlineRow, today: date) -> str:
    """How a date stands, in words."""
    if row.removed_on is not None:
        return _("Removed on %(day)s", day=day(row.removed_on))
    if row.kind is DeadlineKind.SUSPENSION:
        return _("from %(day)s on", day=day(row.started_on))
    if row.done_on is not None:
        answer = steps.answer_name(row.answer, language()) if row.answer else _("Done")
        return f"{answer}, {day(row.done_on)}"
    late = (today - row.due_on).days
    if late > 0 and row.latest_on is not None and today <= row.latest_on:
        return _("Safe day passed")
    if late > 0:
        return ngettext("%(n)s day overdue", "%(n)s days overdue", late)
    return _("Today") if late == 0 else ngettext("in %(n)s day", "in %(n)s days", -late)


def why(row: DeadlineRow, today: date, norms: Norms, suspensions: tuple[Suspension, ...]) -> tuple[str, ...]:
    """Why a date is this day, line by line: from when it was counted, by what, and how sure that is."""
    if is_term(row.rule) and row.started_on is not None:
        return tuple(of_term(term(Rule(row.rule), row.started_on, today, suspensions), norms))
    if steps.is_step(row.rule):
        return tuple(_of_step(row, norms))
    return ()


def of_term(counted: Term, norms: Norms) -> Iterator[str]:
    """A counted term: both days, each with what it rests on, and what a court does with it."""
    start = _(STARTS[counted.rule])
    yield f"{start}: {day(counted.started_on)}."
    safe, outer = counted.safe, counted.outer
    if counted.has_two_readings:
        yield _("Safe day, by the shorter reading (%(length)s): %(day)s.", day=day(safe.on), length=_length(safe))
        yield from _rests(safe, norms)
        yield _("Outer day, by the longer reading (%(length)s): %(day)s.", day=day(outer.on), length=_length(outer))
        yield from _rests(outer, norms)
    else:
        yield _("Last day (%(length)s): %(day)s.", day=day(safe.on), length=_length(safe))
        yield from _rests(safe, norms)
    last = act_by(safe.on)
    if last != safe.on:
        yield _("That is a day off: act by %(day)s, the last working day before it.", day=day(last))
    asked = getattr(law.fact(ONLY_WHEN_ASKED).title, language())
    yield _("A court applies the term only when a party asks for it (%(norm)s).", norm=asked)
    yield _("A complaint to the inspection does not stop the term.")


def _of_step(row: DeadlineRow, norms: Norms) -> Iterator[str]:
    start = row.started_on or row.due_on
    length = steps.length_of(row.rule, start)
    if length is not None and row.letter_id is None:
        told = _long(*length)
        yield _("Counted from %(day)s: %(length)s.", day=day(start), length=told)
    if steps.is_practice(row.rule):
        yield _("No law sets this day: it is the habit of the centre.")
    if row.latest_on is not None:
        text = N_("If the extension is counted from the end of the first term, the last day is %(day)s.")
        yield _(text, day=day(row.latest_on))
    for fact in steps.rests_on(row.rule, start):
        yield cited(fact, norms)


def cited(fact: Fact, norms: Norms) -> str:
    """A fact with its source and edition, and whether the lawyer still has to check it."""
    lang = language()
    parts = ["– " + getattr(fact.title, lang), fact.source_in(lang), fact.edition_in(lang)]
    # What nobody has confirmed for a year, or the centre has added itself, is to be checked too.
    if not (norms.get(fact_id(fact)) or Norm(fact)).settled:
        parts.append(_("to be checked by the lawyer"))
    return " · ".join(filter(None, parts))


def _rests(reading: Reading, norms: Norms) -> Iterator[str]:
    """The norms of a reading; the value of its length where it has another source."""
    told = {fact.source for fact in reading.norms}
    for fact in reading.norms:
        yield cited(fact, norms)
    if reading.value.source not in told:
        yield cited(reading.value, norms)


def _length(reading: Reading) -> str:
    told = _long(reading.count, reading.unit)
    if not reading.added_days:
        return told
    more = ngettext("%(n)s day it did not run", "%(n)s days it did not run", reading.added_days)
    return _("%(length)s and %(more)s", length=told, more=more)


def _long(count: int, unit: Unit) -> str:
    if unit is Unit.WORKING_DAYS:
        return ngettext("%(n)s working day", "%(n)s working days", count)
    if unit is Unit.DAYS:
        return ngettext("%(n)s calendar day", "%(n)s calendar days", count)
    if unit is Unit.MONTHS:
        return ngettext("%(n)s month", "%(n)s months", count)
    return ngettext("%(n)s year", "%(n)s years", count)


NO_DATES: Final = N_(
    "No dates yet. They come with letters, wages and answers; set others here: a hearing, a call, a term of the law."
)
