"""What follows what when a centre presses a claim: steps with their terms, as kept in resources/law/steps.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.law.folder import read
from desktop_app.law.kept import Titles


@dataclass(frozen=True)
class Offset:
    """How far a step lies ahead: a dated value of law, or a habit of the centre when `is_practice`.

    `unit` is working_days, days, months or years; `counted_from` the day the former step was done (done), the day it
    was itself counted from (start), its last day (due), or the day its answer was learned (learned).
    """

    key: str
    unit: str
    counted_from: str
    is_practice: bool


@dataclass(frozen=True)
class Step:
    """One step. `answers` are the codes that may close it, each with the steps that appear then."""

    key: str
    chain: str
    kind: str
    title: Titles
    due: Offset
    latest: Offset | None
    norms: tuple[str, ...]
    answers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class LetterStep:
    """The step in which the answer to a letter is waited for.

    `when_sent`: it is counted from the day the letter was sent; else the letter names the day itself and the step
    begins when it is made. `hands_in` are the steps that are done with handing the letter in. `names_day`: a letter
    that is counted from its sending names a day all the same, and that one counts.
    """

    step: str
    when_sent: bool
    hands_in: tuple[str, ...]
    names_day: bool = False


@cache
def steps() -> Mapping[str, Step]:
    """All steps by key, in the order of the file."""
    return {row["key"]: _step(row) for row in read("steps.json")["steps"]}


@cache
def chains() -> Mapping[str, Titles]:
    """What the chains of steps are called."""
    return {code: Titles(**title) for code, title in read("steps.json")["chains"].items()}


@cache
def step_answers() -> Mapping[str, Titles]:
    """What the answers are called."""
    return {code: Titles(**title) for code, title in read("steps.json")["answers"].items()}


@cache
def steps_of_letters() -> Mapping[str, LetterStep]:
    """The step that a letter of this kind starts."""
    return {
        kind: LetterStep(row["step"], row["from"] == "sent", tuple(row.get("hands_in", ())), "names_day" in row)
        for kind, row in read("steps.json")["letters"].items()
    }


@cache
def interim_answers() -> frozenset[str]:
    """The answers after which one goes on waiting for the same body."""
    return frozenset(read("steps.json")["interim"])


def _step(row: dict[str, Any]) -> Step:
    latest = row.get("latest")
    return Step(
        row["key"],
        row["chain"],
        row["kind"],
        Titles(**row["title"]),
        _offset(row["due"]),
        None if latest is None else _offset(latest),
        tuple(row["norms"]),
        {code: tuple(then) for code, then in row["answers"].items()},
    )


def _offset(row: dict[str, str]) -> Offset:
    key = row.get("value") or row["practice"]
    return Offset(key, row["unit"], row["from"], is_practice="practice" in row)
