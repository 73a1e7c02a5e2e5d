"""What a kind of letter is: whom it goes to, how it is told, what it asks, what law it rests on, what it must have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.addressees import INSIDE, AddresseeKind
from desktop_app.domain.answers import FieldSpec
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage, MadeFrom
from desktop_app.errors import Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters.blocks import Story
from desktop_app.letters.grounds import fact_of
from desktop_app.letters.texts import Text

TO_CHECK: Final = N_("%(mark)s To be checked by the centre’s lawyer before sending.")
TO_CHECK_IN_FILE: Final = N_("%(mark)s To be checked by the centre’s lawyer.")


def _nothing(_facts: LetterFacts) -> tuple[Fact, ...]:
    return ()


def _complete(_facts: LetterFacts) -> tuple[Problem, ...]:
    return ()


@dataclass(frozen=True)
class Letter:
    """A kind of letter. A module in letters/stories holds one as `LETTER`.

    `story` tells it in one language, the same blocks in the same order in each; it raises AppError, with what to do
    first, where the case holds nothing for it. `grounds` are the norms and values it rests on for these facts. `fields`
    are asked beside what the case knows; their answers come as `facts.answers`. `texts` are its standing texts, which
    the centre may word itself. `requisites` names what must be there before it is made final. `about_wages`: it claims
    sums, so what it demands is recorded as claimed. `to_many`: it may be made one for each worker, each numbered.
    `counts_pages`: it tells how many pages each attachment has, which takes a child process for each scan. `nameless`:
    nothing on the sheet tells whose it is, its number neither. `about`: where nobody is chosen it speaks for those
    whom complaints of these kinds are about.
    """

    id: str
    title: str
    story: Callable[[LetterFacts, Translator], Story]
    addressee: AddresseeKind
    grounds: Callable[[LetterFacts], tuple[Fact, ...]] = _nothing
    made_from: MadeFrom = MadeFrom.CASE
    fields: tuple[FieldSpec, ...] = ()
    texts: tuple[Text, ...] = ()
    requisites: Callable[[LetterFacts], Iterable[Problem]] = _complete
    asks_date: bool = False
    about_wages: bool = False
    to_many: bool = True
    counts_pages: bool = False
    nameless: bool = False
    about: frozenset[ComplaintKind] = frozenset()

    @property
    def unchecked(self) -> str:
        """The sentence below each page while something in it is to be checked."""
        return TO_CHECK_IN_FILE if self.addressee is AddresseeKind.FILE else TO_CHECK

    def is_reading(self, language: LetterLanguage) -> bool:
        """Whether no office takes it in this language: it is only for reading, claims nothing and starts no date."""
        return language is LetterLanguage.EN and not self.is_inside

    @property
    def promises_day(self) -> bool:
        """Whether the day it asks is one by which the centre itself promised to be heard of."""
        return self.asks_date and self.addressee is AddresseeKind.WORKER

    @property
    def is_inside(self) -> bool:
        """Whether it goes to no office: official in every language, sent nowhere."""
        return self.addressee in INSIDE


def resting_on(*keys: str) -> Callable[[LetterFacts], tuple[Fact, ...]]:
    """Grounds for a letter that always rests on the same norms."""

    def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
        return tuple(fact_of(facts, key) for key in keys)

    return grounds
