"""What makes a password acceptable: long enough, and not one of those everybody tries first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from desktop_app import settings
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

SHORTEST: Final = 12
LONGEST: Final = 128
_FEWEST_SIGNS: Final = 5


def password_problems(field: str, password: str, *, personal: tuple[str, ...] = ()) -> Iterator[Problem]:
    """What is wrong with a new password; `personal` are words it must not consist of (login, name, centre)."""
    told = unicodedata.normalize("NFKC", password)
    if len(told) < SHORTEST:
        yield Problem(
            field, Message(N_("Use at least %(least)d characters: several words are best."), {"least": SHORTEST})
        )
    elif len(told) > LONGEST:
        yield Problem(field, Message(N_("Use at most %(most)d characters."), {"most": LONGEST}))
    elif len(set(told.casefold())) < _FEWEST_SIGNS or _is_guessable(told.casefold(), personal):
        yield Problem(
            field, Message(N_("This password is too easy to guess. Take several words that do not belong together."))
        )


def _is_guessable(told: str, personal: tuple[str, ...]) -> bool:
    """Whether nothing but common or personal words and digits is left in it."""
    words = (*_tried_first(), *(word.casefold() for name in personal for word in name.split() if len(word) > 2))
    for word in sorted(words, key=len, reverse=True):
        told = told.replace(word, "")
    return len([sign for sign in told if sign.isalpha()]) < _FEWEST_SIGNS


@cache
def _tried_first() -> tuple[str, ...]:
    lines = (settings.resources_dir() / "passwords" / "tried_first.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
