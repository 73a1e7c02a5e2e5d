"""What the screen of standing texts asks of the services, several questions in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.changes import Saved
from desktop_app.domain.standing_texts import StandingText, TextVersion
from desktop_app.services import letters, standing_texts
from desktop_app.services.files import OpenFile
from desktop_app.ui.letters.letter_calls import Pages

_MOST_PAGES: Final = 3


@dataclass(frozen=True)
class Opened:
    """One text to be worded: as it stands in its language, in the others, and every version there was."""

    text: StandingText
    others: tuple[StandingText, ...]
    history: tuple[TextVersion, ...]


def opened(file: OpenFile, key: str, language: str) -> Opened:
    """A text of the list, read anew."""
    same = [each for each in standing_texts.listing(file) if each.key == key]
    text = next(each for each in same if each.language == language)
    others = tuple(each for each in same if each is not text)
    return Opened(text, others, standing_texts.history(file, key, language))


def tried(file: OpenFile, kind: str, text: StandingText, words: str, zoom: float) -> Pages:
    """The pages of a made-up letter from the one that says these words on. Raises InvalidInput about "text"."""
    pdf = standing_texts.test_print(file, kind, text.key, text.language, words)
    first = standing_texts.page_of(pdf, text, words)
    drawn = letters.pages(pdf, zoom, first + _MOST_PAGES)
    return Pages(drawn[first:], letters.page_count(pdf) - len(drawn))


def kept(file: OpenFile, text: StandingText, words: str) -> Saved:
    """Keep the centre's own words, or put the program's back when there are none."""
    if words:
        return standing_texts.write(file, text.key, text.language, words, text.version)
    return standing_texts.reset(file, text.key, text.language, text.version)
