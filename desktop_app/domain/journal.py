"""The journal of outgoing and incoming papers: what is asked for, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.centre import Centre
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.posting import IncomingRow, Sent
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

_SHORTEST: Final = 3
_ENDING: Final = 2
_WORD: Final = re.compile(r"\w+")


class Which(StrEnum):
    """Which papers a journal lists."""

    BOTH = "both"
    OUTGOING = "outgoing"
    INCOMING = "incoming"


WHICH: Final = {
    Which.BOTH: N_("Outgoing and incoming papers"),
    Which.OUTGOING: N_("Outgoing papers"),
    Which.INCOMING: N_("Incoming papers"),
}


@dataclass(frozen=True)
class JournalRequest:
    """A journal of the days from `first` to `last`, in a language or in Kazakh and Russian beside each other."""

    first: date
    last: date
    language: LetterLanguage = LetterLanguage.KK_RU
    which: Which = Which.BOTH


@dataclass(frozen=True)
class JournalAnswer:
    """The centre's own number and the day of a paper that answered a letter."""

    number: str
    on: date


@dataclass(frozen=True)
class JournalOutgoing:
    """A letter in the journal. `addressee` is empty where the employer of the case got it."""

    number: str
    on: date
    kind: str
    addressee_kind: AddresseeKind
    addressee: str
    employer: str
    case_id: int
    case_number: str
    sealed: bool
    sent: tuple[Sent, ...]
    answers: tuple[JournalAnswer, ...]


@dataclass(frozen=True)
class JournalIncoming:
    """An incoming paper in the journal."""

    row: IncomingRow
    sealed: bool


@dataclass(frozen=True)
class Journal:
    """All a journal says. `left_out`: how many outgoing and incoming papers stand in cases that its maker may not see.

    Workers are not named in it: their names are taken out of what was typed. Of sealed cases only numbers and days
    stand in it.
    """

    request: JournalRequest
    centre: Centre
    made_at: datetime
    outgoing: tuple[JournalOutgoing, ...]
    incoming: tuple[JournalIncoming, ...]
    left_out: tuple[int, int]


def problems_of_journal(wanted: JournalRequest) -> tuple[Problem, ...]:
    """What is wrong with the days of a journal."""
    if wanted.last < wanted.first:
        return (Problem("last", Message(N_("The last day is before the first one."))),)
    return ()


def without_names(text: str, names: Iterable[str]) -> str:
    """A text with every word that may be a part of one of these names taken out, whatever its ending."""
    if not text:
        return text
    stems = tuple(_stems(names))

    def covered(found: re.Match[str]) -> str:
        word = found[0].casefold()
        return "…" if any(word.startswith(stem) for stem in stems) else found[0]

    return _WORD.sub(covered, text) if stems else text


def _stems(names: Iterable[str]) -> Iterator[str]:
    """The beginnings of the words of names: in Kazakh and Russian their ends change with the case."""
    for name in names:
        for word in _WORD.findall(name.casefold()):
            if len(word) >= _SHORTEST:
                yield word[: max(len(word) - _ENDING, _SHORTEST)]
