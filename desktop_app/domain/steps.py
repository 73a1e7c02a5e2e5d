"""The steps of a case that follow one another: which appear, and by which day each is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from desktop_app import law
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.limitation import Unit, added
from desktop_app.law import Fact
from desktop_app.law.steps import (
    LetterStep,
    Offset,
    chains,
    interim_answers,
    step_answers,
    steps,
    steps_of_letters,
)

SILENT: Final = "silent"
"""The code of an answer that did not come."""
HANDED_IN: Final = "handed_in"
"""The answer of a step that asked to hand a letter in."""
_COMMISSION: Final = "commission.apply"
_COURT: Final = "court.claim"


@dataclass(frozen=True)
class Former:
    """The step before: when it was done, from when it had been counted, its last day, when its answer was learned.

    Silence is an answer on the last day: who complains of it counts from there.
    """

    done: date
    start: date
    due: date
    learned: date

    @classmethod
    def on(cls, day: date) -> Former:
        """For a step that begins a chain: everything is counted from this day."""
        return cls(day, day, day, day)


def is_step(rule: str) -> bool:
    """Whether a date is a step of a chain."""
    return rule in steps()


def title(rule: str, lang: str) -> str:
    """What a step is called in kk, ru or en; empty for another rule."""
    step = steps().get(rule)
    return "" if step is None else str(getattr(step.title, lang))


def answer_name(code: str, lang: str) -> str:
    """What an answer is called; the code itself for one that is not in the list (any more)."""
    told = step_answers().get(code)
    return code if told is None else str(getattr(told, lang))


def answers_of(rule: str) -> tuple[str, ...]:
    """The answers that may close a step; none for a date that is no step."""
    step = steps().get(rule)
    return () if step is None else tuple(step.answers)


def choices(lang: str) -> tuple[tuple[str, str, str], ...]:
    """Every step as (key, chain in words, title), for choosing one by hand."""
    return tuple(
        (step.key, str(getattr(chains()[step.chain], lang)), title(step.key, lang)) for step in steps().values()
    )


def of_letter(kind: str) -> LetterStep | None:
    """The step in which the answer to a letter of this kind is waited for, None when none is."""
    return steps_of_letters().get(kind)


def is_interim(answer: str) -> bool:
    """Whether one goes on waiting after this answer."""
    return answer in interim_answers()


@cache
def waited_for() -> frozenset[str]:
    """The steps in which the answer to a letter is waited for: those letters start, and those after interim answers."""
    found: set[str] = set()
    more = {each.step for each in steps_of_letters().values()}
    while more:
        found |= more
        answers = (steps()[key].answers for key in more)
        more = {then for told in answers for code in told if is_interim(code) for then in told[code]} - found
    return frozenset(found)


def begin(key: str, former: Former) -> NewDeadline:
    """A step with its last day. KeyError for an unknown key (a fault of the program)."""
    step = steps()[key]
    start = _from(step.due, former)
    due = _end(step.due, former)
    latest = None if step.latest is None else _end(step.latest, former)
    return NewDeadline(
        DeadlineKind(step.kind),
        due,
        rule=key,
        started_on=start,
        latest_on=latest if latest is not None and latest > due else None,
    )


def following(
    rule: str, answer: str, on: date, started_on: date | None, due_on: date, *, direct: bool = False
) -> tuple[NewDeadline, ...]:
    """The steps that appear when one was done `on` a day with this answer; none for an answer that ends the chain.

    `started_on` and `due_on` are those of the step that was done. `direct`: no commission is needed (Labour Code,
    articles 136 and 159(1)), so the court stands in its place.
    """
    step = steps().get(rule)
    if step is None:
        return ()
    former = Former(on, started_on or on, due_on, min(on, due_on) if answer == SILENT else on)
    keys = step.answers.get(answer, ())
    return tuple(begin(_COURT if direct and key == _COMMISSION else key, former) for key in keys)


def rests_on(rule: str, on: date) -> tuple[Fact, ...]:
    """The value and norms a step's term rests on; none where it is the habit of the centre."""
    step = steps().get(rule)
    if step is None:
        return ()
    values = () if step.due.is_practice else (law.value(step.due.key, on).fact,)
    return (*values, *map(law.fact, step.norms))


def is_practice(rule: str) -> bool:
    """Whether the day is set by the habit of the centre and not by law."""
    step = steps().get(rule)
    return step is not None and step.due.is_practice


def length_of(rule: str, on: date) -> tuple[int, Unit] | None:
    """How long the term of a step is; None for a date that is no step."""
    step = steps().get(rule)
    return None if step is None else (_count(step.due, on), Unit(step.due.unit))


def _end(offset: Offset, former: Former) -> date:
    start = _from(offset, former)
    return added(start, _count(offset, start), Unit(offset.unit))


def _from(offset: Offset, former: Former) -> date:
    days = {"done": former.done, "start": former.start, "due": former.due, "learned": former.learned}
    return days[offset.counted_from]


def _count(offset: Offset, on: date) -> int:
    return law.practice(offset.key) if offset.is_practice else int(law.value(offset.key, on).fact.number)
