"""What the papers that a worker takes home have in common: the centre, how to reach it, numbers that help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.screening_law import NUMBERS
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters.blocks import Block, Rule, Words
from desktop_app.letters.grounds import citation, fact_of, mark
from desktop_app.letters.texts import Text, wording

DASH: Final = "–"
_IN_NUMBER: Final = re.compile(r"(?<=[0-9)]) (?=[0-9(])")  # a telephone is not torn apart

FEARED: Final = frozenset(
    {
        ComplaintKind.WITHHELD_DOCUMENTS,
        ComplaintKind.VIOLENCE,
        ComplaintKind.MOVEMENT,
        ComplaintKind.DEBT_BONDAGE,
        ComplaintKind.OFFICIALS,
        ComplaintKind.DECEPTION,
    }
)
"""Kinds of complaint after which a paper found on a worker can cost dear: somebody has power over them."""

_NAMES: Final = {ComplaintKind.STAY: N_("Questions about papers"), ComplaintKind.OTHER: N_("Another matter")}

CALL: Final = Text("worker.call", N_("Call or come to the centre: %(contacts)s."))
_NUMBER: Final = Text("worker.number", N_("%(number)s – %(what)s"))
_NUMBERS: Final = Text("worker.numbers", N_("Numbers where people help: %(numbers)s."))
TEXTS: Final = (CALL, _NUMBER, _NUMBERS)
"""Standing texts of these papers; each adds its own."""


def name_of(kind: ComplaintKind) -> str:
    """What a paper in a pocket calls a kind of complaint, a msgid: nothing of a stay, a registration, a permit."""
    return _NAMES.get(kind, COMPLAINT_KINDS[kind])


def small_head(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Whose paper it is and how to reach them, without number and day."""
    yield Words(facts.centre.name.within(tr.code), "centre_name")
    yield Words(contacts(facts, tr), "letterhead")
    yield Rule()


def contacts(facts: LetterFacts, tr: Translator) -> str:
    """The address and the telephones of the centre in one line, as its letterhead has them."""
    return _in_line(facts, tr, facts.centre.address.within(tr.code) + "\n" + facts.centre.letterhead.within(tr.code))


def telephones(facts: LetterFacts, tr: Translator) -> str:
    """How to call the centre, as its letterhead has it; else where it is."""
    return _in_line(facts, tr, facts.centre.letterhead.within(tr.code) or facts.centre.address.within(tr.code))


def _in_line(facts: LetterFacts, tr: Translator, text: str) -> str:
    lines = text.splitlines()
    told = "; ".join(line.strip().rstrip(".;,") for line in lines if line.strip())
    return _IN_NUMBER.sub("\u00a0", told) or facts.centre.name.within(tr.code)


def numbers(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Telephones that can help at once, each with whose it is; marked while the lawyer has not checked it."""
    for fact in help_facts(facts):
        number = f"{fact.value}{mark(facts, fact)}"
        text = wording(facts, tr, _NUMBER, number=number, what=citation(fact, tr.code))
        yield Words(text, "item", DASH)


def bare_numbers(facts: LetterFacts, tr: Translator) -> str:
    """The same telephones in a sentence, without a word about whose they are."""
    told = ", ".join(f"{fact.value}{mark(facts, fact)}" for fact in help_facts(facts))
    return wording(facts, tr, _NUMBERS, numbers=told)


def help_facts(facts: LetterFacts) -> tuple[Fact, ...]:
    """The telephones as facts of law."""
    return tuple(fact_of(facts, key) for key in NUMBERS)
