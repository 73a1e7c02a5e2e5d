"""The dates of a case: what is to happen by which day, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from desktop_app.domain.checks import EARLIEST_CASE, LONGEST_LINE, problem_of_length
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_


class DeadlineKind(StrEnum):
    """What a date is for. A suspension is no date to keep: it says for which days a term did not run."""

    LIMITATION = "limitation"
    ANSWER = "answer"
    APPEAL = "appeal"
    STEP = "step"
    HEARING = "hearing"
    PAPER = "paper"
    INSTALMENT = "instalment"
    REFERRAL = "referral"
    OTHER = "other"
    SUSPENSION = "suspension"


KIND_NAMES: Final = {
    DeadlineKind.LIMITATION: N_("Term of the law"),
    DeadlineKind.ANSWER: N_("Answer due"),
    DeadlineKind.APPEAL: N_("Term to complain"),
    DeadlineKind.STEP: N_("Own step"),
    DeadlineKind.HEARING: N_("Hearing or meeting"),
    DeadlineKind.PAPER: N_("Papers of the worker"),
    DeadlineKind.INSTALMENT: N_("Instalment promised"),
    DeadlineKind.REFERRAL: N_("Referral"),
    DeadlineKind.OTHER: N_("Another date"),
    DeadlineKind.SUSPENSION: N_("Term suspended"),
}

PAPER: Final = "paper."
"""Stands before the kind of a paper in the rule of the day it runs out."""

CASE_CLOSED: Final = "case_closed"
"""The answer of a date that went with the closing of its case."""

REOPENED: Final = "case.reopened"
"""The rule of the line that says why a closed case was opened again."""

PROMISED: Final = "case.promised"
"""The rule of the day by which the worker was promised to hear from the centre."""

TYPED: Final = (DeadlineKind.STEP, DeadlineKind.HEARING, DeadlineKind.ANSWER, DeadlineKind.OTHER)
"""The kinds that are set by hand; the others come from a count, a letter, a paper or a promise."""


@dataclass(frozen=True)
class NewDeadline:
    """A date to be kept. `rule` names what it was counted by (a step of law.steps or a rule of domain.limitation).

    `started_on` is the day it was counted from, `due_on` the safe day, `latest_on` the outer one where two readings of
    the law differ. `worker_id` is a place in the crew (None: the whole case), `after_id` the date it follows.
    """

    kind: DeadlineKind
    due_on: date
    rule: str = ""
    started_on: date | None = None
    latest_on: date | None = None
    worker_id: int | None = None
    letter_id: int | None = None
    instalment_id: int | None = None
    after_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class DeadlineRow:
    """A date of a case as it is kept. Open while neither done nor removed; `answer` is a code of its step."""

    id: int
    case_id: int
    kind: DeadlineKind
    rule: str
    started_on: date | None
    due_on: date
    latest_on: date | None
    worker_id: int | None
    letter_id: int | None
    instalment_id: int | None
    after_id: int | None
    note: str
    done_on: date | None
    answer: str
    answer_note: str
    removed_on: date | None
    removed_why: str

    @property
    def is_open(self) -> bool:
        """Whether it still has to be kept."""
        return self.done_on is None and self.removed_on is None


class DueDay(NamedTuple):
    """A date of an open case among those of the whole file: codes and days only, no texts. `id` is the case."""

    id: int
    deadline_id: int
    kind: DeadlineKind
    rule: str
    due_on: date
    latest_on: date | None


class OwnDay(NamedTuple):
    """A date of a case one is responsible for, as it may leave the file; `kind` None: the next step of the case."""

    number: str
    deadline_id: int | None
    kind: DeadlineKind | None
    on: date
    sealed: bool


@dataclass(frozen=True)
class Done:
    """That a date was kept: the day, the answer as a code of its step, and what was answered in words."""

    on: date
    answer: str = ""
    note: str = ""


def problems_of_deadline(new: NewDeadline) -> tuple[Problem, ...]:
    """What is wrong with a date that was typed."""
    found = list(problem_of_length("note", new.note, LONGEST_LINE))
    if new.due_on < EARLIEST_CASE:
        found.append(Problem("due_on", Message(N_("The date is too long ago. Check the year."))))
    if new.latest_on is not None and new.latest_on < new.due_on:
        found.append(Problem("latest_on", Message(N_("The outer day cannot be before the safe one."))))
    if new.kind is DeadlineKind.OTHER and not new.rule and not new.note:
        found.append(Problem("note", Message(N_("Say in a few words what happens on this day."))))
    return tuple(found)


def problems_of_done(done: Done, today: date, answers: tuple[str, ...]) -> tuple[Problem, ...]:
    """What is wrong with what was typed about a date that was kept; `answers` are those its step knows."""
    found = list(problem_of_length("note", done.note, LONGEST_LINE))
    if done.on > today:
        found.append(Problem("on", Message(N_("This day has not come yet."))))
    if answers and done.answer not in answers:
        found.append(Problem("answer", Message(N_("Choose the answer: the next steps follow from it."))))
    if not answers and done.answer:
        found.append(Problem("answer", Message(N_("This date has no list of answers: write it into the note."))))
    return tuple(found)


def problems_of_reason(reason: str) -> tuple[Problem, ...]:
    """A date is not taken away without a reason."""
    if not reason:
        return (Problem("reason", Message(N_("Say why the date is removed: the reason is kept."))),)
    return tuple(problem_of_length("reason", reason, LONGEST_LINE))
