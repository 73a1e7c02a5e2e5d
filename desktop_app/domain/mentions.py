"""Whether a free text names somebody, in whichever script, spelling and grammatical case."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.domain.names import fold

_SHORTEST: Final = 3
_LEAST_STEM: Final = 4
# Blanks, and what stands around a text in JSON.
_BETWEEN: Final = re.compile(r"[\s\"{}\[\]():,;/\\]+")

Stems = tuple[str, ...]
"""Beginnings of folded words, which stay the same in every case of Kazakh and Russian."""


def stems(*names: str, but: str = "") -> Stems:
    """What tells that a text names one of these people: the beginnings of the words of their names.

    `but`: a name whose words tell nothing, because the text may name that person.
    """
    found = {word for name in names for word in _words(name)} - _words(but)
    return tuple(sorted({_stem(word) for word in found if len(word) >= _SHORTEST}))


def names_any(text: str, wanted: Stems) -> bool:
    """Whether a word of the text begins with one of the stems."""
    return bool(text) and any(word.startswith(wanted) for word in _words(text))


def _words(text: str) -> set[str]:
    return {word for part in _BETWEEN.split(text) for word in fold(part).split()}


def _stem(word: str) -> str:
    """All but the last two letters, four at least."""
    return word[: max(_LEAST_STEM, len(word) - 2)]
