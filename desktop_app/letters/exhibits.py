"""The bundle of exhibits: the list, then every page as a picture with its stamp.

Pages are pictures, never parts of the files they came from: nothing active and nothing hidden gets into the bundle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.letters import letterhead
from desktop_app.letters.blocks import Block, Picture, Sheet, Story, Words
from desktop_app.letters.page import Footer
from desktop_app.letters.page import render as draw
from desktop_app.letters.stories import exhibit_list
from desktop_app.letters.stories.exhibit_list import Placed

_UPRIGHT: Final = (165, 238)
_SIDEWAYS: Final = (257, 152)


@dataclass(frozen=True)
class Drawn:
    """A page of an exhibit as a JPEG picture without anything else in it."""

    content: bytes
    lies: bool


def render(facts: LetterFacts, found: tuple[Placed, ...], pages: Mapping[int, Sequence[Drawn]]) -> bytes:
    """The bundle as PDF bytes. `pages` are those of each countable exhibit by its number in the list.

    Raises AppError for a character that the fonts cannot show.
    """
    spoken = [for_language(code) for code in facts.language.split("+")]
    stories = [_story(facts, found, pages, tr) for tr in spoken]
    left = _each(tr(N_("Case: %(number)s."), number=facts.case_number) for tr in spoken)
    title = spoken[0](exhibit_list.TITLE)
    return draw(stories, title=title, language=facts.language, footer=Footer(left, _no_page))


def _no_page(_at: int, _of: int) -> str:
    """The stamp numbers the sheets; a second number would only mislead."""
    return ""


def _story(
    facts: LetterFacts, found: tuple[Placed, ...], pages: Mapping[int, Sequence[Drawn]], tr: Translator
) -> Story:
    blocks: list[Block] = [Words(tr(N_("EXHIBITS")), "title")]
    blocks.append(Words(tr(N_("list with numbered sheets")), "subtitle"))
    blocks += exhibit_list.body(facts, found, tr)
    blocks.append(letterhead.signature(facts.signer, tr))
    for each in found:
        blocks += _sheets(each, pages.get(each.number, ()), tr)
    return tuple(blocks)


def _sheets(placed: Placed, pages: Sequence[Drawn], tr: Translator) -> Iterator[Block]:
    for at, page in enumerate(pages, start=1):
        yield Sheet(landscape=page.lies)
        msgid = N_("Exhibit %(number)s, page %(page)s of %(pages)s. Sheet %(sheet)s")
        sheet = (placed.first or 1) + at - 1
        yield Words(tr(msgid, number=placed.number, page=at, pages=len(pages), sheet=sheet), "annex_mark")
        width, height = _SIDEWAYS if page.lies else _UPRIGHT
        yield Picture(page.content, width, height)


def _each(texts: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(texts))
