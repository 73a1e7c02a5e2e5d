"""Names of countries by ISO 3166-1 alpha-2 code, from Babel, which is loaded when the first is asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from desktop_app.i18n.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

# Citizenships the centres meet most, in the order a list offers them.
USUAL: Final = ("UZ", "KG", "TJ", "KZ", "RU", "TM")

# Kazakhstan's own documents call the neighbour by its own name; CLDR's Russian keeps the older one.
_OWN: Final = {("KG", "ru"): "Кыргызстан"}
# Regions and inventions that CLDR lists beside countries.
_NOT_COUNTRIES: Final = frozenset(
    {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)


@cache
def _territories(lang: str) -> Mapping[str, str]:
    from babel import Locale

    names = {
        code: name
        for code, name in Locale(lang).territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }
    return names | {code: name for (code, own_lang), name in _OWN.items() if own_lang == lang}


def country_name(alpha2: str, lang: str) -> str:
    """The country's name, the code itself when it is not known, empty for an empty code."""
    return _territories(lang).get(alpha2, alpha2) if alpha2 else ""


@cache
def countries(lang: str) -> tuple[tuple[str, str], ...]:
    """Every country as (code, name): the usual citizenships first, the others by name."""
    names = _territories(lang)
    rest = sorted((code for code in names if code not in USUAL), key=lambda code: sort_key(names[code]))
    return tuple((code, names[code]) for code in (*USUAL, *rest))
