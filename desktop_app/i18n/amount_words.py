"""Amounts in words, as letters and court papers repeat them.

num2words knows Kazakh (as "kz") and Russian numbers; its English has no tenge. Only its whole numbers are
used, and the words tenge and tiyn are put here in all three languages.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_CODES: Final = {"kk": "kz", "ru": "ru", "en": "en"}
_TENGE: Final = {"kk": "теңге", "ru": "тенге", "en": "tenge"}
_BARE_HUNDRED: Final = re.compile(
    r"(?<!бір )(?<!екі )(?<!үш )(?<!төрт )(?<!бес )(?<!алты )(?<!жеті )(?<!сегіз )(?<!тоғыз )жүз\b"
)
"""A hundred without its count: num2words writes «бір мың», yet a bare «жүз», before which a digit can be slipped in."""


def amount_in_words(amount: Decimal, lang: str) -> str:
    """Tenge and tiyn in words, rounded half up to the tiyn; tiyn are named only when there are any.

    ValueError for a negative amount: no paper demands one.
    """
    if amount < 0:
        raise ValueError("negative amount")
    tenge, tiyn = divmod(int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP)), 100)
    words = f"{_number(tenge, lang)} {_TENGE[lang]}"
    return f"{words} {_number(tiyn, lang)} {_tiyn(tiyn, lang)}" if tiyn else words


def _number(value: int, lang: str) -> str:
    from num2words import num2words

    words = str(num2words(value, lang=_CODES[lang]))
    return _BARE_HUNDRED.sub("бір жүз", words) if lang == "kk" else words


def _tiyn(count: int, lang: str) -> str:
    if lang != "ru":
        return {"kk": "тиын", "en": "tiyn"}[lang]
    if count % 10 == 1 and count != 11:
        return "тиын"
    return "тиына" if count % 10 in (2, 3, 4) and count not in (12, 13, 14) else "тиынов"
