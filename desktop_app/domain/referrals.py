"""Referrals: a worker, or somebody who asked a question, sent on for help; with what consent, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.centre import Trilingual
from desktop_app.domain.checks import EARLIEST_CASE, LONGEST_LINE, LONGEST_NOTE, problem_of_length
from desktop_app.domain.directory import EntryKind
from desktop_app.domain.transfers import Basis
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_


class Ground(StrEnum):
    """What a referral rests on: whether data of the worker leave the centre, and why they may.

    TOLD: the worker was only told where to go, nothing left the centre. The others write a line in the register of
    data given to others: on the worker's consent, or to protect rights when the consent cannot be obtained.
    """

    CONSENT = "consent"
    TOLD = "told"
    RIGHTS = "rights"


GROUNDS: Final = {
    Ground.CONSENT: N_("The worker agreed: data are given on the consent on file"),
    Ground.TOLD: N_("The worker was told where to go: no data are given"),
    Ground.RIGHTS: N_("Consent cannot be obtained: protection of rights"),
}

BASIS_OF: Final = {Ground.CONSENT: Basis.CONSENT, Ground.RIGHTS: Basis.RIGHTS}
"""The ground of the transfer of data that a referral makes; TOLD makes none."""


class Result(StrEnum):
    """What came of a referral; of a course, whether it was attended."""

    HELPED = "helped"
    PARTLY = "partly"
    WAITING = "waiting"
    ATTENDS = "attends"
    COMPLETED = "completed"
    LEFT = "left"
    REFUSED = "refused"
    NOT_GONE = "not_gone"


RESULTS: Final = {
    Result.HELPED: N_("Got the help"),
    Result.PARTLY: N_("Got a part of the help"),
    Result.WAITING: N_("Was taken on, waits"),
    Result.ATTENDS: N_("Attends the course"),
    Result.COMPLETED: N_("Finished the course"),
    Result.LEFT: N_("Left the course"),
    Result.REFUSED: N_("Was turned away"),
    Result.NOT_GONE: N_("Did not go"),
}

GOES_ON: Final = frozenset({Result.WAITING, Result.ATTENDS})
"""Results after which one asks again."""

DAYS_TO_ASK: Final = "days_to_ask_of_referral"
"""The habit of the centre (law.practice): after how many days one asks what came of a referral."""

OF_COURSES: Final = frozenset({Result.ATTENDS, Result.COMPLETED, Result.LEFT})
COURSES: Final = frozenset({EntryKind.LANGUAGE_COURSE, EntryKind.SCHOOL})
_AFTER: Final = N_("The result cannot be earlier than the referral.")


@dataclass(frozen=True)
class NewReferral:
    """A worker of a case, or somebody who asked a question, to be sent on to an entry of the directory.

    `case_worker_id` names the worker, None for the whole case or for an enquiry. `what` are codes of consents.Data that
    are given away; `reason` says why the consent could not be obtained.
    """

    entry_id: int
    on: date
    aim: str
    ground: Ground
    case_id: int | None = None
    case_worker_id: int | None = None
    enquiry_id: int | None = None
    what: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class ReferralResult:
    """What came of a referral by a day."""

    result: Result
    on: date
    note: str = ""


@dataclass(frozen=True)
class ReferralCard:
    """A referral as lists show it. `worker` is empty for an enquiry; `result` None while nothing is known.

    `worker_id` is the worker's place in the case; in a sealed case the name stands on the card of the case alone.
    """

    id: int
    entry_id: int
    entry: Trilingual
    kind: EntryKind
    on: date
    worker: str
    aim: str
    ground: Ground
    note: str
    result: Result | None = None
    result_on: date | None = None
    worker_id: int | None = None


@dataclass(frozen=True)
class ReferralCounts:
    """Referrals of a period: by kind of entry and by result (empty code: nothing known yet)."""

    total: int
    by_kind: tuple[tuple[str, int], ...]
    by_result: tuple[tuple[str, int], ...]
    attended: int
    """Those sent to a course or school who attended it: attends, finished, or left."""


def clock_rule(referral_id: int) -> str:
    """The rule of the date on which one asks what came of a referral."""
    return f"referral.{referral_id}"


def problems(referral: NewReferral, today: date) -> tuple[Problem, ...]:
    """What is wrong with a referral before its consent is looked at."""
    return tuple(_problems(referral, today))


def problems_of_result(found: ReferralResult, sent_on: date, kind: EntryKind, today: date) -> tuple[Problem, ...]:
    """What is wrong with a result; only a course or a school is attended."""
    return tuple(_problems_of_result(found, sent_on, kind, today))


def results_for(kind: EntryKind) -> tuple[Result, ...]:
    """The results that make sense for a kind of entry."""
    return tuple(result for result in RESULTS if kind in COURSES or result not in OF_COURSES)


def _problems(referral: NewReferral, today: date) -> Iterator[Problem]:
    if referral.on > today:
        yield Problem("on", Message(N_("The date is in the future. A referral is recorded when it has happened.")))
    elif referral.on < EARLIEST_CASE:
        yield Problem("on", Message(N_("The date is too long ago. Check the year.")))
    if not referral.aim:
        yield Problem("aim", Message(N_("Write what help is asked for.")))
    if referral.ground is not Ground.TOLD:
        yield from _problems_of_giving(referral)
    yield from problem_of_length("aim", referral.aim, LONGEST_LINE)
    yield from problem_of_length("reason", referral.reason, LONGEST_LINE)
    yield from problem_of_length("note", referral.note, LONGEST_NOTE)


def _problems_of_giving(referral: NewReferral) -> Iterator[Problem]:
    if referral.case_id is None:
        text = N_("Data of a caller are not given away. Tell them where to go, or turn the enquiry into a case first.")
        yield Problem("ground", Message(text))
    elif referral.case_worker_id is None:
        yield Problem("case_worker_id", Message(N_("Choose whose data are given: the consent is that worker’s own.")))
    if not referral.what:
        yield Problem("what", Message(N_("Choose what was given.")))
    if referral.ground is Ground.RIGHTS and not referral.reason:
        yield Problem("reason", Message(N_("Write why the consent could not be obtained.")))


def _problems_of_result(found: ReferralResult, sent_on: date, kind: EntryKind, today: date) -> Iterator[Problem]:
    if found.on > today:
        yield Problem("on", Message(N_("The date is in the future.")))
    elif found.on < sent_on:
        yield Problem("on", Message(_AFTER))
    if found.result not in results_for(kind):
        yield Problem("result", Message(N_("Only a course or a school is attended. Choose another result.")))
    yield from problem_of_length("note", found.note, LONGEST_NOTE)
