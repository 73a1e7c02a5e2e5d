"""What was answered about the work of a person, as it is kept in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, Final

from desktop_app.domain.answers import FieldKind
from desktop_app.domain.checks import LONGEST_LINE, problem_of_length
from desktop_app.domain.papers import PaperRow
from desktop_app.domain.stays import Stay
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.domain.work_words import QUESTIONS
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_
from desktop_app.law import regions

_COLUMNS: Final = frozenset({"status", "purpose", "unpaid_fine", "fine_on", "fine_note"})
_EARLIEST: Final = date(1991, 12, 16)
_FARTHEST: Final = timedelta(days=366 * 30)
_COUNTRY: Final = re.compile("[A-Z]{2}")
_AHEAD: Final = "contract_until"


@dataclass(frozen=True)
class WorkAnswers:
    """Answers to the questions of work_words.QUESTIONS that neither the papers nor the card of the person give."""

    status: str = ""
    purpose: str = ""
    unpaid_fine: str = ""
    fine_on: date | None = None
    fine_note: str = ""
    employer_kind: str = ""
    form: str = ""
    household_work: str = ""
    three_months: str = ""
    work_region: str = ""
    contract: str = ""
    contract_until: date | None = None
    contract_ended_on: date | None = None
    moved_on: date | None = None

    @classmethod
    def read(cls, kept: Mapping[str, Any], **columns: str | date | None) -> WorkAnswers:
        """Back from what `kept` gave and the columns; a code nobody knows any more counts as not answered."""
        found: dict[str, Any] = dict(columns)
        for field in fields(cls):
            text = kept.get(field.name)
            if field.name not in _COLUMNS and isinstance(text, str) and text:
                found[field.name] = _day(text) if field.name in _DAYS else text
        return cls(**{name: value for name, value in found.items() if name in _DAYS or _is_offered(name, value)})

    def kept(self) -> dict[str, str]:
        """What goes into the file beside the columns, empty answers left out."""
        values = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in _COLUMNS}
        return {
            name: value.isoformat() if isinstance(value, date) else value for name, value in values.items() if value
        }

    def facts(self, citizenship: str, papers: Iterable[PaperRow], stays: Iterable[Stay]) -> WorkFacts:
        """Everything known of the person, for the navigator."""
        answered = {field.name: getattr(self, field.name) for field in fields(self)}
        return WorkFacts(citizenship=citizenship, papers=tuple(papers), stays=tuple(stays), **answered)


def problems_of_answers(given: WorkAnswers | WorkFacts, today: date) -> tuple[Problem, ...]:
    """What is wrong with answers: a code that is not offered, a day that cannot be."""
    return tuple(_problems(given, today))


def _problems(given: WorkAnswers | WorkFacts, today: date) -> Iterator[Problem]:
    for spec in QUESTIONS:
        value = getattr(given, spec.name, None)
        if isinstance(value, str) and spec.kind is FieldKind.TEXT:
            yield from problem_of_length(spec.name, value, LONGEST_LINE)
        elif isinstance(value, str) and not _is_offered(spec.name, value):
            yield Problem(spec.name, Message(N_("Choose an answer from the list.")))
        if isinstance(value, date):
            yield from _problem_of_day(spec.name, value, today)


def _problem_of_day(name: str, day: date, today: date) -> Iterator[Problem]:
    if day > today and name != _AHEAD:
        yield Problem(name, Message(N_("The date is in the future.")))
    elif not _EARLIEST <= day <= today + _FARTHEST:
        yield Problem(name, Message(N_("This date cannot be right. Check the year.")))


_DAYS: Final = frozenset(spec.name for spec in QUESTIONS if spec.kind is FieldKind.DAY)
_OFFERED: Final = {spec.name: frozenset(code for code, _name in spec.offered) for spec in QUESTIONS}


def _is_offered(name: str, code: str) -> bool:
    """Whether a code answers a question; no answer always does."""
    if name == "citizenship":
        return not code or bool(_COUNTRY.fullmatch(code))
    if name == "fine_note":
        return len(code) <= LONGEST_LINE
    if name == "work_region":
        return code in {"", *(region.code for region in regions())}
    return code in _OFFERED[name] | {""}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
