"""Names of countries by ISO 3166-1 alpha-2 code, from Babel, which is loaded when the first is asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from desktop_app.i18n.catalogue import LANGUAGES
from desktop_app.i18n.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

# Citizenships the centres meet most, in the order a list offers them.
USUAL: Final = ("UZ", "KG", "TJ", "KZ", "RU", "TM")

_LONGEST_NAME: Final = 100

# Kazakhstan's own documents call the neighbour by its own name; CLDR's Russian keeps the older one.
_OWN: Final = {("KG", "ru"): "Кыргызстан"}
# Regions and inventions that CLDR lists beside countries.
_NOT_COUNTRIES: Final = frozenset(
    {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)

# How registers write the usual ones besides their names in the three languages.
_ALSO: Final = {
    "UZ": ("uzb", "узб", "руз", "ruz", "o'zbekiston", "ўзбекистон", "республика узбекистан"),
    "KG": ("kgz", "кр", "киргизия", "киргизстан", "кыргыз республикасы", "кыргызская республика"),
    "TJ": ("tjk", "рт", "тоҷикистон", "точикистон", "tojikiston", "республика таджикистан"),
    "KZ": ("kaz", "рк", "қр", "qazaqstan", "республика казахстан", "қазақстан республикасы"),
    "RU": ("rus", "рф", "российская федерация", "ресей федерациясы", "russian federation"),
    "TM": ("tkm", "туркмения", "türkmenistan", "түркіменстан"),
}


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


def find_country(text: str) -> str:
    """The code of a country as registers write it: its name in any of the three languages, its own or a short
    name, a two-letter code; empty when it is none of these. A people's name is no citizenship."""
    return _codes_by_name().get(_country_key(text), "")


@cache
def _codes_by_name() -> Mapping[str, str]:
    found = {_country_key(name): code for lang in LANGUAGES for code, name in _territories(lang).items()}
    found |= {_country_key(code): code for code in _territories("en")}
    return found | {_country_key(name): code for code, names in _ALSO.items() for name in names}


def _country_key(text: str) -> str:
    return sort_key(text[:_LONGEST_NAME].replace(".", "").replace("ё", "е"))
