"""Forms as data: what is asked, what was answered, and on whose word it stands.

Answers are kept as JSON, `{"field": {"value": ..., "word": "says"}}`, so that a new field is one line of a table.
Values are texts: a date as far as known is ISO text, a number is a decimal, a choice is its code, several are a list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

from desktop_app.domain.checks import LONGEST_LINE, LONGEST_NOTE, problem_of_length
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.money import LARGEST_AMOUNT
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator, country_name, format_money, format_number, format_partial

EARLIEST_ANSWER: Final = "1991-12-16"
YES, NO, UNKNOWN = "yes", "no", "unknown"


class FieldKind(StrEnum):
    """What a field holds, and so how it is typed and checked."""

    TEXT = "text"
    NOTE = "note"
    PARTIAL_DATE = "partial_date"
    DAY = "day"
    AMOUNT = "amount"
    NUMBER = "number"
    YES_NO_UNKNOWN = "yes_no_unknown"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTRY = "country"
    REGION = "region"


YES_NO_UNKNOWN: Final = ((YES, N_("Yes")), (NO, N_("No")), (UNKNOWN, N_("Not known")))
"""The answers of a question that may stay open; an empty one was not asked yet."""


@dataclass(frozen=True)
class FieldSpec:
    """One question of a form.

    `title`, `hint` and the names in `choices` (code, name) are msgids. `evidence` says what to photograph or ask for.
    `asks_word`: it matters whether the worker says it, a paper shows it or the employer admits it. `future`: a date
    may lie ahead.
    """

    name: str
    title: str
    kind: FieldKind
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    evidence: str = ""
    asks_word: bool = False
    required: bool = False
    span: int = 1
    future: bool = False

    @property
    def offered(self) -> tuple[tuple[str, str], ...]:
        """The answers there are to choose from; countries and regions come from their own tables."""
        return YES_NO_UNKNOWN if self.kind is FieldKind.YES_NO_UNKNOWN else self.choices


@dataclass(frozen=True)
class Answer:
    """What was answered, and on whose word (a value of domain.complaints.Evidence, or empty)."""

    value: str | tuple[str, ...] = ""
    word: str = ""

    @property
    def text(self) -> str:
        """The answer as one text; empty for several choices."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that were chosen; one choice is a row of one."""
        if isinstance(self.value, tuple):
            return self.value
        return (self.value,) if self.value else ()

    @property
    def is_yes(self) -> bool:
        """Whether the answer is yes."""
        return self.value == YES

    @property
    def is_no(self) -> bool:
        """Whether the answer is no."""
        return self.value == NO

    @property
    def when(self) -> PartialDate | None:
        """The date as far as known; None when there is none to read."""
        try:
            return PartialDate.from_iso(self.text) if self.text else None
        except (ValueError, TypeError):
            return None

    @property
    def amount(self) -> Decimal | None:
        """The number; None when there is none to read."""
        try:
            found = Decimal(self.text) if self.text else None
        except InvalidOperation:
            return None
        return found if found is not None and found.is_finite() else None


Answers = Mapping[str, Answer]
"""Answers by the name of their field; what was not answered is left out."""

NOTHING_SAID: Final = Answer()


def said(answers: Answers, name: str) -> Answer:
    """The answer to one question, an empty one when there is none."""
    return answers.get(name, NOTHING_SAID)


def read_answers(text: str) -> dict[str, Answer]:
    """The answers that `write_answers` wrote; what cannot be read is left out, so a file of tomorrow still opens."""
    try:
        stored: Any = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(stored, dict):
        return {}
    read = ((name, _read(one)) for name, one in stored.items())
    return {name: answer for name, answer in read if answer is not None and answer.value}


def write_answers(answers: Answers) -> str:
    """The answers as JSON, in the order of their names; empty ones are left out."""
    rows = {name: _written(answer) for name, answer in sorted(answers.items()) if answer.value}
    return json.dumps(rows, ensure_ascii=False)


def problems_of_answers(specs: Sequence[FieldSpec], answers: Answers, today: date) -> tuple[Problem, ...]:
    """What is wrong, field by field; `today` bounds dates. An answer that no question asks for is wrong too."""
    known = {spec.name for spec in specs}
    found = [Problem(name, Message(N_("This form does not ask for it."))) for name in answers if name not in known]
    for spec in specs:
        found += _problems_of(spec, said(answers, spec.name), today)
    return tuple(found)


def in_words(spec: FieldSpec, answer: Answer, tr: Translator, lang: str) -> str:
    """The answer as the language writes it, for lists and letters; empty when there is none."""
    names = dict(spec.offered)
    if spec.kind in (FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.YES_NO_UNKNOWN):
        return ", ".join(tr(names[code]) for code in answer.codes if code in names)
    if spec.kind in (FieldKind.PARTIAL_DATE, FieldKind.DAY):
        when = answer.when
        return "" if when is None else format_partial(when.year, when.month, when.day, lang)
    if spec.kind is FieldKind.AMOUNT:
        return "" if answer.amount is None else format_money(answer.amount, lang)
    if spec.kind is FieldKind.NUMBER:
        return "" if answer.amount is None else format_number(answer.amount.normalize(), lang)
    return country_name(answer.text, lang) if spec.kind is FieldKind.COUNTRY else answer.text


def _read(stored: Any) -> Answer | None:
    value = stored.get("value") if isinstance(stored, dict) else None
    if isinstance(value, list):
        value = tuple(code for code in value if isinstance(code, str))
    if not isinstance(value, str | tuple):
        return None
    word = stored.get("word", "")
    return Answer(value, word if isinstance(word, str) else "")


def _written(answer: Answer) -> dict[str, Any]:
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    return {"value": value, "word": answer.word} if answer.word else {"value": value}


def _problems_of(spec: FieldSpec, answer: Answer, today: date) -> Iterator[Problem]:
    if not answer.value:
        if spec.required:
            yield Problem(spec.name, Message(_NEEDED.get(spec.kind, N_("Type what is known."))))
        return
    if answer.word and (not spec.asks_word or answer.word not in tuple(Evidence)):
        yield Problem(spec.name, Message(N_("Choose on whose word it stands from the list.")))
    message = _wrong(spec, answer, today)
    if message is not None:
        yield Problem(spec.name, message)
    elif spec.kind in (FieldKind.TEXT, FieldKind.NOTE):
        longest = LONGEST_LINE if spec.kind is FieldKind.TEXT else LONGEST_NOTE
        yield from problem_of_length(spec.name, answer.text, longest)


def _wrong(spec: FieldSpec, answer: Answer, today: date) -> Message | None:
    """Why this answer does not fit its question."""
    kind = spec.kind
    if (kind is FieldKind.CHOICES) != isinstance(answer.value, tuple):
        return Message(N_("Choose from the list."))
    if spec.offered and set(answer.codes) - {code for code, _name in spec.offered}:
        return Message(N_("Choose from the list."))
    if kind in (FieldKind.PARTIAL_DATE, FieldKind.DAY):
        return _wrong_date(spec, answer.when, today)
    if kind in (FieldKind.AMOUNT, FieldKind.NUMBER):
        return _wrong_number(answer.amount, is_sum=kind is FieldKind.AMOUNT)
    return None


def _wrong_date(spec: FieldSpec, when: PartialDate | None, today: date) -> Message | None:
    if when is None or (spec.kind is FieldKind.DAY and when.full is None):
        return Message(N_("This is not a date. Type the day, month and year, for example 21.11.2026."))
    if when.iso[:10] < EARLIEST_ANSWER[: len(when.iso)]:
        return Message(N_("The date is too long ago. Check the year."))
    if not spec.future and when.iso > today.isoformat()[: len(when.iso)]:
        return Message(N_("The date is in the future."))
    return None


def _wrong_number(number: Decimal | None, *, is_sum: bool) -> Message | None:
    if number is None:
        return Message(N_("Type an amount, for example 180 000.") if is_sum else N_("Type a number, for example 12."))
    if number < 0:
        return Message(
            N_("The amount cannot be less than zero.") if is_sum else N_("A number cannot be below zero here.")
        )
    if number > LARGEST_AMOUNT:
        return Message(N_("This amount is too large to be right. Check the number of zeros."))
    return None


_NEEDED: Final = {
    FieldKind.CHOICE: N_("Choose one of the list."),
    FieldKind.CHOICES: N_("Choose at least one of the list."),
    FieldKind.YES_NO_UNKNOWN: N_("Choose an answer; “Not known” is one too."),
    FieldKind.PARTIAL_DATE: N_("Type the date as far as it is known; the year alone is enough."),
    FieldKind.DAY: N_("Type the day."),
    FieldKind.AMOUNT: N_("Type the sum."),
}
