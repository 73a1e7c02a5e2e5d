"""Where a long word of Kazakh, Russian or a Latin script may be broken: only when it is wider than its column.

A small rule of syllables, no dictionary: each part has a vowel and two letters, and a consonant before a vowel goes
with it. Words without vowels (numbers, addresses on the web) are left to ReportLab, which breaks them anywhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from reportlab.pdfbase.pdfmetrics import stringWidth

SOFT: Final = "\u00ad"
_VOWELS: Final = frozenset("аәеёиоөуұүыіэюяaeiouyıöüӯӣ")
_SIGNS: Final = frozenset("ъʻʼ‘’")
"""They stay with the letter before them."""

_SOFT_SIGN: Final = "ь"
"""It goes over to the next line with its letter."""

_WORD: Final = re.compile(r"[^\W\d_][^\W\d_ʻʼ‘’]*(?:[ʻʼ‘’][^\W\d_]+)*")
_BETWEEN: Final = re.compile(r"[^ \n]+")
_LONGEST: Final = 45
_LEAST: Final = 2
_WIDEST: Final = 1.15
"""Of the size of the font: no letter is wider."""


def softened(text: str, font: str, size: float, width: float) -> str:
    """`text` with soft hyphens in the words that are wider than `width` points, the rest untouched."""
    least = int(width / size / _WIDEST)
    if len(text) <= least or max(map(len, text.replace("\n", " ").split(" "))) <= least:
        return text

    def soft(found: re.Match[str]) -> str:
        return _softened(found[0], font, size, width) if len(found[0]) > least else found[0]

    return _BETWEEN.sub(soft, text)


@lru_cache(maxsize=4096)
def _softened(word: str, font: str, size: float, width: float) -> str:
    return _WORD.sub(_hyphenated, word) if stringWidth(word, font, size) > width else word


def _hyphenated(found: re.Match[str]) -> str:
    return SOFT.join(syllables(found[0])) if len(found[0]) <= _LONGEST else found[0]


def syllables(word: str) -> tuple[str, ...]:
    """The parts into which a word may be broken; the word itself when it has no place for it."""
    low = word.lower()
    vowels = [at for at, letter in enumerate(low) if letter in _VOWELS]
    parts, begun = [], 0
    for before, after in pairwise(vowels):
        at = after if after == before + 1 else after - 1
        while at < after and low[at] in _SIGNS:
            at += 1
        at -= at < after and low[at] == _SOFT_SIGN
        if at - begun >= _LEAST and len(word) - at >= _LEAST and low[at] not in _SIGNS:
            parts.append(word[begun:at])
            begun = at
    return (*parts, word[begun:])
