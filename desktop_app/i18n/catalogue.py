"""The message catalogues: English msgids in the code, Kazakh and Russian from compiled .mo files."""

from __future__ import annotations

import gettext as _gettext
from functools import cache
from pathlib import Path
from typing import Final

from desktop_app.errors import N_ as N_

LANGUAGES: Final = ("kk", "ru", "en")
DOMAIN: Final = "tirek"
TRANSLATIONS: Final = Path(__file__).resolve().parents[2] / "resources" / "translations"


class Translator:
    """Turns English msgids into one language. Parameters fill %(name)s placeholders.

    A text is formatted only when parameters are given, so that a lone per cent sign stays as it is.
    A msgid without a translation stays English.
    """

    def __init__(self, code: str, catalogue: _gettext.NullTranslations) -> None:
        self.code = code
        self._catalogue = catalogue

    def __call__(self, msgid: str, /, **params: object) -> str:
        """The sentence for `msgid`."""
        return _filled(self._catalogue.gettext(msgid) if msgid else "", params)

    def n(self, singular: str, plural: str, n: int, /, **params: object) -> str:
        """The sentence that fits the number `n`, which also fills %(n)s."""
        return _filled(self._catalogue.ngettext(singular, plural, n), {"n": n, **params})

    def c(self, context: str, msgid: str, /, **params: object) -> str:
        """The sentence for `msgid` as it is meant in `context`."""
        return _filled(self._catalogue.pgettext(context, msgid), params)


def _filled(text: str, params: dict[str, object]) -> str:
    return text % params if params else text


@cache
def for_language(code: str) -> Translator:
    """The translator of a language (kk, ru, en); ValueError for any other code.

    English needs no file. When the compiled catalogue is not there, texts stay English.
    """
    if code not in LANGUAGES:
        raise ValueError(code)
    path = TRANSLATIONS / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if code == "en" or not path.exists():
        return Translator(code, _gettext.NullTranslations())
    with path.open("rb") as file:
        return Translator(code, _gettext.GNUTranslations(file))


class _Interface:
    """The language of the interface, one for the whole program."""

    translator = for_language("en")


def set_language(code: str) -> None:
    """Choose the interface's language for the calls that follow; texts already made do not change."""
    _Interface.translator = for_language(code)


def language() -> str:
    """The code of the interface's language."""
    return _Interface.translator.code


def interface() -> Translator:
    """The translator of the interface's language."""
    return _Interface.translator


def _(msgid: str, /, **params: object) -> str:
    """`msgid` in the interface's language."""
    return _Interface.translator(msgid, **params)


def ngettext(singular: str, plural: str, n: int, /, **params: object) -> str:
    """The sentence that fits `n` in the interface's language; `n` also fills %(n)s."""
    return _Interface.translator.n(singular, plural, n, **params)


def pgettext(context: str, msgid: str, /, **params: object) -> str:
    """`msgid` as meant in `context`, in the interface's language."""
    return _Interface.translator.c(context, msgid, **params)
