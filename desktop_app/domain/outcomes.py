"""How a case ended: results from a list of codes, the reason for closing, the satisfaction slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from desktop_app.domain.checks import LONGEST_LINE, LONGEST_NOTE, problem_of_length
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.money import LARGEST_AMOUNT
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_


class Result(StrEnum):
    """What came of it, for the case or for one worker; a case may have several results."""

    PAID = "paid"
    PAID_IN_PART = "paid_in_part"
    SETTLEMENT = "settlement"
    REFUSED = "refused"
    DOCUMENT_RETURNED = "document_returned"
    CONTRACT_SIGNED = "contract_signed"
    REINSTATED = "reinstated"
    INSPECTION_ORDER = "inspection_order"
    EMPLOYER_FINED = "employer_fined"
    CASE_OPENED = "criminal_case_opened"
    COMMISSION_GRANTED = "commission_granted"
    COMMISSION_REFUSED = "commission_refused"
    COURT_AWARDED = "court_awarded"
    COURT_AWARDED_IN_PART = "court_awarded_in_part"
    COURT_REFUSED = "court_refused"
    PAPERS_IN_ORDER = "papers_in_order"
    HELPED_ELSEWHERE = "helped_elsewhere"
    ADVISED = "advised"
    RETURNED_HOME = "returned_home"
    CONTACT_LOST = "contact_lost"
    NOTHING = "nothing"


RESULTS: Final = {
    Result.PAID: N_("The money was paid in full"),
    Result.PAID_IN_PART: N_("The money was paid in part"),
    Result.SETTLEMENT: N_("Settlement signed"),
    Result.REFUSED: N_("The employer refused"),
    Result.DOCUMENT_RETURNED: N_("Document returned"),
    Result.CONTRACT_SIGNED: N_("Written contract signed"),
    Result.REINSTATED: N_("Reinstated at work"),
    Result.INSPECTION_ORDER: N_("The inspection ordered payment"),
    Result.EMPLOYER_FINED: N_("The employer was fined"),
    Result.CASE_OPENED: N_("A criminal case was opened"),
    Result.COMMISSION_GRANTED: N_("The conciliation commission granted it"),
    Result.COMMISSION_REFUSED: N_("The conciliation commission refused"),
    Result.COURT_AWARDED: N_("The court awarded it"),
    Result.COURT_AWARDED_IN_PART: N_("The court awarded a part"),
    Result.COURT_REFUSED: N_("The court refused"),
    Result.PAPERS_IN_ORDER: N_("Papers put in order"),
    Result.HELPED_ELSEWHERE: N_("Another organisation helped"),
    Result.ADVISED: N_("Advice was enough"),
    Result.RETURNED_HOME: N_("The worker went home"),
    Result.CONTACT_LOST: N_("Contact was lost"),
    Result.NOTHING: N_("Nothing was achieved"),
}

WITH_SUM: Final = frozenset(
    {Result.PAID, Result.PAID_IN_PART, Result.SETTLEMENT, Result.INSPECTION_ORDER, Result.COURT_AWARDED}
    | {Result.COURT_AWARDED_IN_PART, Result.COMMISSION_GRANTED}
)
"""Results that may name a sum. It counts nothing: money is recorded under Money, worker by worker."""


class ClosedWhy(StrEnum):
    """Why a case is closed."""

    SOLVED = "solved"
    SOLVED_IN_PART = "solved_in_part"
    REFERRED = "referred"
    WITHDREW = "withdrew"
    WITHDREW_FROM_FEAR = "withdrew_from_fear"
    LEFT_COUNTRY = "left_country"
    CONTACT_LOST = "contact_lost"
    NO_GROUND = "no_ground"
    TERM_MISSED = "term_missed"
    EMPLOYER_GONE = "employer_gone"
    MISTAKE = "mistake"
    OTHER = "other"


CLOSED_WHY: Final = {
    ClosedWhy.SOLVED: N_("Solved"),
    ClosedWhy.SOLVED_IN_PART: N_("Solved in part, the worker wants no more"),
    ClosedWhy.REFERRED: N_("Referred to another organisation"),
    ClosedWhy.WITHDREW: N_("The worker withdrew"),
    ClosedWhy.WITHDREW_FROM_FEAR: N_("The worker withdrew from fear"),
    ClosedWhy.LEFT_COUNTRY: N_("The worker left the country"),
    ClosedWhy.CONTACT_LOST: N_("Contact was lost"),
    ClosedWhy.NO_GROUND: N_("There is no ground for a claim"),
    ClosedWhy.TERM_MISSED: N_("The term was missed"),
    ClosedWhy.EMPLOYER_GONE: N_("The employer cannot be found or has nothing"),
    ClosedWhy.MISTAKE: N_("Opened by mistake"),
    ClosedWhy.OTHER: N_("Another reason"),
}

AGAIN: Final = {"yes": N_("Yes"), "no": N_("No"), "unsure": N_("Not sure")}
"""Whether the worker would come again or send a friend."""

BEST_MARK: Final = 5


@dataclass(frozen=True)
class NewOutcome:
    """A result on a day; `amount` is tenge, `worker_id` a place in the crew (None: the whole case)."""

    code: Result
    on: date
    amount: Decimal | None = None
    word: Evidence = Evidence.SAYS
    evidence: str = ""
    worker_id: int | None = None


@dataclass(frozen=True)
class StoredOutcome:
    """A result as it is kept."""

    id: int
    code: Result
    on: date
    amount: Decimal | None
    word: Evidence
    evidence: str
    worker_id: int | None


@dataclass(frozen=True)
class Closing:
    """A case to be closed: the day, why, and the result when none was recorded yet.

    `drop_dates` takes the open dates away with the closing; without it an open date stops the closing.
    """

    case_id: int
    on: date
    why: ClosedWhy
    result: NewOutcome | None = None
    drop_dates: bool = False


@dataclass(frozen=True)
class Slip:
    """A satisfaction slip, which names nobody: marks from 1 to 5, None where nothing was marked."""

    on: date
    language: str
    help_mark: int | None = None
    respect_mark: int | None = None
    again: str = ""
    comment: str = ""


@dataclass(frozen=True)
class ClosingState:
    """What stands in the way of closing a case, or should be thought of before: counts, and tenge still promised."""

    results: tuple[StoredOutcome, ...]
    open_dates: int
    promised: Decimal
    held_documents: int
    slips: int
    closed_on: date | None
    closed_why: str


def problems_of_outcome(new: NewOutcome, today: date) -> tuple[Problem, ...]:
    """What is wrong with a result that was typed."""
    found = list(problem_of_length("evidence", new.evidence, LONGEST_LINE))
    if new.on > today:
        found.append(Problem("on", Message(N_("This day has not come yet."))))
    if new.amount is not None and not 0 < new.amount <= LARGEST_AMOUNT:
        found.append(Problem("amount", Message(N_("The sum must be more than nothing. Check the number of zeros."))))
    elif new.amount is not None and new.code not in WITH_SUM:
        found.append(Problem("amount", Message(N_("This result names no sum."))))
    return tuple(found)


def problems_of_closing(closing: Closing, opened_on: date, today: date, state: ClosingState) -> tuple[Problem, ...]:
    """What stops a case from being closed."""
    found: list[Problem] = []
    if not opened_on <= closing.on <= today:
        found.append(Problem("on", Message(N_("A case is closed between the day it was opened and today."))))
    if closing.result is None and not state.results:
        found.append(Problem("code", Message(N_("Choose the result: a case is not closed without one."))))
    if closing.result is not None:
        found += problems_of_outcome(closing.result, today)
    if state.open_dates and not closing.drop_dates:
        text = N_("Open dates are left. Note them as done, or tick that they go with the closing.")
        found.append(Problem("drop_dates", Message(text)))
    return tuple(found)


def problems_of_slip(slip: Slip, today: date) -> tuple[Problem, ...]:
    """What is wrong with a satisfaction slip that was typed."""
    found = list(problem_of_length("comment", slip.comment, LONGEST_NOTE))
    if slip.on > today:
        found.append(Problem("on", Message(N_("This day has not come yet."))))
    for field in ("help_mark", "respect_mark"):
        mark = getattr(slip, field)
        if mark is not None and not 1 <= mark <= BEST_MARK:
            found.append(Problem(field, Message(N_("A mark is a number from 1 to 5."))))
    if slip.help_mark is None and slip.respect_mark is None and not slip.again and not slip.comment:
        found.append(Problem("help_mark", Message(N_("Nothing is marked on this slip."))))
    return tuple(found)
