"""The law a letter rests on: citations, and the mark on what the centre's lawyer has not yet checked."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.letters import LetterFacts, Norm
from desktop_app.law import Fact

MARK: Final = "*"
_BEFORE_NUMBER: Final = re.compile(r" (?=\d)")
_KAZAKH_TIED: Final = re.compile(r"(?<!\S)(?:(?:\d\S*|№) (?=\d)|(?<=[^\W\d] )\d{1,2} (?=[^\W\d]))")
"""In Kazakh the act comes first and may end a line; its article and parts, and a day and its month, stay together."""

_BEFORE_MONTH: Final = re.compile(r"(?<=\d) (?=[^\W\d_]+\u00a0\d{4}\b)")
_UNIT: Final = re.compile(r" \([^()]*\)$")


def mark(facts: LetterFacts, fact: Fact) -> str:
    """An asterisk when `fact` is neither verified nor confirmed by the centre's lawyer, else nothing."""
    return "" if norm_of(facts, fact).settled else MARK


def cite(facts: LetterFacts, key: str, lang: str) -> str:
    """The citation of a norm that the letter cannot do without, marked while it is not settled."""
    fact = fact_of(facts, key)
    return citation(fact, lang) + mark(facts, fact)


def cite_if_settled(facts: LetterFacts, key: str, lang: str) -> str:
    """The citation of a norm that only strengthens the letter; empty while it is not settled."""
    fact = fact_of(facts, key)
    return "" if mark(facts, fact) else citation(fact, lang)


def counted_on(facts: LetterFacts) -> tuple[Fact, ...]:
    """The rates, coefficients and norms that the calculations of all workers stand on, each once."""
    return tuple(dict.fromkeys(fact for worker in facts.workers for fact in worker.calculation.facts))


def to_check(facts: LetterFacts, rests_on: tuple[Fact, ...]) -> tuple[Norm, ...]:
    """Those of the facts a letter rests on that the centre's lawyer has still to check, each once."""
    norms = (norm_of(facts, fact) for fact in dict.fromkeys(rests_on))
    return tuple(norm for norm in norms if not norm.settled)


def confirmed_after(facts: LetterFacts, fact: Fact, day: date) -> bool:
    """Whether the centre's lawyer has confirmed `fact` on `day` or later."""
    confirmed_on = norm_of(facts, fact).confirmed_on
    return confirmed_on is not None and confirmed_on >= day


def fact_of(facts: LetterFacts, key: str) -> Fact:
    """The norm of a key as the letter's facts have it, else as it is shipped."""
    norm = facts.norms.get(key)
    return norm.fact if norm else law.fact(key)


def norm_of(facts: LetterFacts, fact: Fact) -> Norm:
    """The norm with its confirmation. Dated values share a key, so they are found by what names them for good."""
    found = facts.norms.get(fact.id)
    return found if found is not None and found.fact == fact else Norm(fact)


def citation(fact: Fact, lang: str) -> str:
    """The name of a norm or value in a language, its numbers tied to the words before them, a day to its month.

    What a norm with a value says of it in brackets at its end is for the screen of the law and no part of a citation.
    """
    title = {"kk": fact.title.kk, "ru": fact.title.ru, "en": fact.title.en}[lang]
    if fact.value and not fact.effective_from:
        title = _UNIT.sub("", title)
    if lang == "kk":
        return _KAZAKH_TIED.sub(lambda found: f"{found[0][:-1]}\u00a0", title)
    return _BEFORE_MONTH.sub("\u00a0", _BEFORE_NUMBER.sub("\u00a0", title))
