"""What makes a password acceptable: long enough, and not one of those everybody tries first; and a good one to take."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from desktop_app import settings
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

SHORTEST: Final = 12
LONGEST: Final = 128
WORDS: Final = 6
"""Words of a proposed phrase: out of 1,024 words and more that is 60 bits and more."""

_FEWEST_SIGNS: Final = 5
_LEAST_PERSONAL: Final = 3
# What people write for letters in a word that everybody tries.
_LIKE: Final = str.maketrans({"@": "a", "4": "a", "0": "o", "1": "i", "!": "i", "3": "e", "$": "s", "5": "s", "7": "t"})


def password_problems(field: str, password: str, *, personal: tuple[str, ...] = ()) -> Iterator[Problem]:
    """What is wrong with a new password; `personal` are words it must not consist of (login, name, centre)."""
    told = unicodedata.normalize("NFKC", password)
    if len(told) < SHORTEST:
        yield Problem(
            field, Message(N_("Use at least %(least)d characters: several words are best."), {"least": SHORTEST})
        )
    elif len(told) > LONGEST:
        yield Problem(field, Message(N_("Use at most %(most)d characters."), {"most": LONGEST}))
    elif _is_guessable(told.casefold(), personal):
        yield Problem(
            field, Message(N_("This password is too easy to guess. Take several words that do not belong together."))
        )


def proposed_phrase(language: str) -> str:
    """Six random words in kk, ru or en, to be taken as a password."""
    words = phrase_words(language)
    return " ".join(secrets.choice(words) for _ in range(WORDS))


@cache
def phrase_words(language: str) -> tuple[str, ...]:
    """The short words of a language that phrases are made of."""
    return _lines(f"phrases_{language}.txt")


def _is_guessable(told: str, personal: tuple[str, ...]) -> bool:
    words = sorted({*_lines("tried_first.txt"), *_parts(personal)}, key=len, reverse=True)
    if len(set(told)) < _FEWEST_SIGNS or _is_a_row(told) or _repeats(told):
        return True
    return any(_is_only(words, each) for each in (told, told.translate(_LIKE)))


def _is_only(words: list[str], told: str) -> bool:
    """Whether nothing but these words, digits and marks is in it."""
    for word in words:
        told = told.replace(word, " ")
    return len([sign for sign in told if sign.isalpha()]) < _FEWEST_SIGNS


def _parts(personal: tuple[str, ...]) -> Iterator[str]:
    for name in personal:
        for word in unicodedata.normalize("NFKC", name).casefold().split():
            plain = "".join(sign for sign in word if sign.isalnum())
            if len(plain) >= _LEAST_PERSONAL:
                yield plain


def _is_a_row(told: str) -> bool:
    """Whether most signs follow each other as in an alphabet, or are the same."""
    steps = [abs(ord(one) - ord(other)) for one, other in pairwise(told)]
    return sum(step <= 1 for step in steps) > len(steps) // 2


def _repeats(told: str) -> bool:
    """Whether it is a short piece again and again."""
    plain = "".join(told.split())
    return any(plain == (plain[:length] * len(plain))[: len(plain)] for length in range(1, min(7, len(plain) // 2 + 1)))


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = (settings.resources_dir() / "passwords" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
