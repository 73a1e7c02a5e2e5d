"""The order of names: a key made once when a name is stored, so that the database can sort by itself.

Codepoint order puts ә, ғ, қ, ң, ө, ұ, ү, һ and і after я. A translated copy of the name costs microseconds
and sorts in the order of the Kazakh alphabet, with the Kyrgyz, Tajik, Uzbek and Russian letters in their places.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_ALPHABET: Final = "аәбвгғґдеёєжҗҷзиӣйкқлмнңоөпрстуӯўұүфхҳһцчҷшщъыіїьэюя"
_FIRST_PLACE: Final = 0x0430

_PLACES: Final = {ord(letter): chr(_FIRST_PLACE + place) for place, letter in enumerate(dict.fromkeys(_ALPHABET))}
# Apostrophes and quotation marks do not count, whichever of the many was typed; a hyphen counts as a space.
_SKIPPED: Final = dict.fromkeys(map(ord, "'`´‘’ʹʻʼ′\"“”„«»"))
_TABLE: Final = _PLACES | _SKIPPED | {ord("-"): " "}


def sort_key(text: str) -> str:
    """A key that sorts as text in the order of the Kazakh alphabet: digits, Latin, Cyrillic; case does not count."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().translate(_TABLE).split())
