"""The letters that can be made, and making them: facts become PDF bytes in the language of the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.letters import LetterFacts, MadeFrom, Norm
from desktop_app.errors import Problem
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.law import Fact
from desktop_app.letters import claim_law, contract_memo, employer_claim, grounds, readiness_list, sums
from desktop_app.letters.blocks import Story
from desktop_app.letters.fonts import unprintable
from desktop_app.letters.page import Footer
from desktop_app.letters.page import render as draw

_TO_CHECK: Final = N_("%(mark)s To be checked by the centre’s lawyer before sending.")
_TO_CHECK_IN_FILE: Final = N_("%(mark)s To be checked by the centre’s lawyer.")


@dataclass(frozen=True)
class Letter:
    """A kind of letter: what it is called, how it is told, what law it always rests on, and what for these facts.

    `made_from` says what it needs: a letter from wages speaks for workers who are owed something. `unchecked` is the
    sentence below each page while something in it is to be checked.
    """

    id: str
    title: str
    story: Callable[[LetterFacts, Translator], Story]
    rests_on: tuple[str, ...]
    grounds: Callable[[LetterFacts], tuple[Fact, ...]]
    made_from: MadeFrom = MadeFrom.WAGES
    unchecked: str = _TO_CHECK


_ALL: Final = (
    Letter(
        "employer_claim",
        employer_claim.TITLE,
        employer_claim.story,
        claim_law.RESTS_ON,
        claim_law.grounds,
    ),
    Letter(
        "contract_memo",
        contract_memo.TITLE,
        contract_memo.story,
        (),
        contract_memo.grounds,
        MadeFrom.CONTRACT_CHECK,
        _TO_CHECK_IN_FILE,
    ),
    Letter(
        "readiness_list",
        readiness_list.TITLE,
        readiness_list.story,
        (),
        readiness_list.grounds,
        MadeFrom.READINESS,
        _TO_CHECK_IN_FILE,
    ),
)
LETTERS: Final = {letter.id: letter for letter in _ALL}


def render(facts: LetterFacts) -> bytes:
    """The letter as PDF bytes, the same for the same facts.

    Raises AppError when nothing is owed, or for a character that the fonts cannot show.
    """
    letter = LETTERS[facts.kind]
    spoken = [for_language(code) for code in facts.language.split("+")]
    number = sums.reference(facts.number, spoken[0])

    def page(at: int, of: int) -> str:
        return _each(tr(N_("Page %(page)s of %(pages)s"), page=at, pages=of) for tr in spoken)

    footer = Footer(
        left=_each(_number(facts, tr) for tr in spoken),
        page=page,
        notice=_each(tr(letter.unchecked, mark=grounds.MARK) for tr in spoken) if to_check(facts) else "",
    )
    stories = [letter.story(facts, tr) for tr in spoken]
    title = f"{spoken[0](letter.title)}, {number}"
    return draw(stories, title=title, language=spoken[0].code, footer=footer)


def to_check(facts: LetterFacts) -> tuple[Norm, ...]:
    """What the letter rests on and the centre's lawyer has still to check; while there is any, it is marked."""
    return grounds.to_check(facts, LETTERS[facts.kind].grounds(facts))


def problems(facts: LetterFacts) -> tuple[Problem, ...]:
    """The fields of `facts` that hold a character the fonts cannot show, each with its own sentence."""
    found = ((field, unprintable(text)) for field, text in _texts(facts))
    return tuple(Problem(field, message) for field, message in found if message)


def _number(facts: LetterFacts, tr: Translator) -> str:
    return tr(N_("Ref. No. %(number)s"), number=sums.reference(facts.number, tr))


def _each(texts: Iterable[str]) -> str:
    """What each language says, once where they say the same."""
    return " / ".join(dict.fromkeys(texts))


def _texts(facts: LetterFacts) -> Iterator[tuple[str, str]]:
    centre, employer = facts.centre, facts.employer
    for code in facts.language.split("+"):
        yield "centre.name", centre.name.within(code)
        yield "centre.address", centre.address.within(code)
        yield "centre.letterhead", centre.letterhead.within(code)
    yield "employer.name", employer.name
    yield "employer.address", employer.address
    yield "employer.head_name", employer.head_name
    yield "site", facts.site
    yield "signer.full_name", facts.signer.full_name
    for index, worker in enumerate(facts.workers):
        yield f"workers[{index}].full_name", worker.person.full_name
        yield f"workers[{index}].occupation", worker.occupation
