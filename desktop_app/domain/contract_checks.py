"""A contract check as it is recorded: whose contract, what was answered, and what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.answers import Answer, problems_of_answers
from desktop_app.domain.checks import LONGEST_NOTE, problem_of_length
from desktop_app.domain.contract_questions import QUESTIONS
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_


@dataclass(frozen=True)
class NewContractCheck:
    """Answers about one contract. `worker_id` is a place in the crew, None for the one text all of them signed;
    `check_id` the check that these answers take the place of, None for a new one.
    """

    case_id: int
    worker_id: int | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    note: str = ""
    check_id: int | None = None


@dataclass(frozen=True)
class ContractCheck:
    """A check as it is kept; `checked_by` is the name of the colleague."""

    id: int
    worker_id: int | None
    checked_on: date
    checked_by: str
    answers: Mapping[str, Answer]
    note: str


def problems_of_check(new: NewContractCheck, workers: Iterable[int], today: date) -> tuple[Problem, ...]:
    """What is wrong with a check; `workers` are the places in the crew."""
    found = list(problems_of_answers(QUESTIONS, new.answers, today))
    if not new.answers:
        found.append(Problem("", Message(N_("Answer at least one question about the contract."))))
    if new.worker_id is not None and new.worker_id not in set(workers):
        found.append(Problem("worker_id", Message(N_("This worker is not in the crew of the case."))))
    return (*found, *problem_of_length("note", new.note, LONGEST_NOTE))
