"""The file of an update of the law: how it is written, and what is refused of it before anything is changed.

docs/law-updates.md describes it for those who publish one.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop_app.domain.law_values import LONGEST_SOURCE, problem_of_shape
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.law import Fact, Origin, Titles

FORMAT: Final = "tirek-law-update-1"
LARGEST: Final = 1_000_000
"""Bytes; every value and norm of the program fits into a tenth of it."""
PURPOSE: Final = b"tirek law update 1\n"
"""Stands before the signed text, so that a signature for anything else never fits."""

_LENGTHS: Final = (32, 64)
"""Of a public key and of a signature (Ed25519, RFC 8032)."""
_CONFIDENCE: Final = frozenset({"V", "V-old", "S"})
_DAYS: Final = re.compile(r"[0-9]{0,3}/[0-9]{0,3}")
_MOST_NUMBER: Final = 1_000_000
_NO_UPDATE: Final = N_("This file is no update of the law that this program can read. Nothing was changed.")
_TOO_LARGE: Final = N_("This file is too large to be an update of the law. Nothing was changed.")
_MISTAKE: Final = N_(
    "The update has a mistake at “%(place)s”. Nothing was changed. Ask whoever publishes it for a new file."
)
_UNKNOWN: Final = N_(
    "The update speaks of “%(key)s”, which this program does not know. Nothing was changed. The update may be for a "
    "newer version of Tirek."
)


@dataclass(frozen=True)
class SignedText:
    """What a file of an update holds: the signed text, the public key it names, the signature."""

    content: str
    public_key: bytes
    signature: bytes

    @property
    def signed_bytes(self) -> bytes:
        """The bytes the signature stands for."""
        return PURPOSE + self.content.encode()


@dataclass(frozen=True)
class LawUpdate:
    """The content of an update: its number, the day it was made, and the facts it brings."""

    number: int
    made_on: date
    facts: tuple[Fact, ...]


def read_file(data: bytes) -> SignedText:
    """The parts of a file; AppError when it is none of an update. The signature is not checked here."""
    if len(data) > LARGEST:
        raise AppError(_TOO_LARGE)
    try:
        told = _loaded(data.decode("utf-8"))
        _exactly(told, "file", {"format", "content", "key", "signature"})
        key, signature = (base64.b64decode(told[name], validate=True) for name in ("key", "signature"))
        content = canonical(told["content"])
        content.encode()
    except (AppError, ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise AppError(_NO_UPDATE) from error
    if told["format"] != FORMAT or (len(key), len(signature)) != _LENGTHS:
        raise AppError(_NO_UPDATE)
    return SignedText(content, key, signature)


def written_file(content: str, public_key: bytes, signature: bytes) -> bytes:
    """The file of a signed content."""
    told = {
        "format": FORMAT,
        "content": json.loads(content),
        "key": base64.b64encode(public_key).decode(),
        "signature": base64.b64encode(signature).decode(),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def canonical(content: Any) -> str:
    """The one way of writing a content that is signed: keys in order, no spaces, no escapes that are not needed."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read_content(text: str, dated: dict[str, Fact], norms: dict[str, Fact]) -> LawUpdate:
    """The update in its canonical text; AppError names the place of the first mistake.

    `dated` are the newest rows of the values this program knows, by key; `norms` its norms. Nothing else may come.
    """
    try:
        told = _loaded(text)
    except (ValueError, RecursionError) as error:
        raise AppError(_NO_UPDATE) from error
    _exactly(told, "content", {"number", "made_on", "values", "norms"})
    number = told["number"]
    if type(number) is not int or not 0 < number <= _MOST_NUMBER:
        raise AppError(_MISTAKE, place="number")
    made_on = _day(told["made_on"], "made_on")
    facts = [
        *(_value(row, f"values[{at}]", dated, made_on) for at, row in enumerate(_list(told["values"], "values"))),
        *(_norm(row, f"norms[{at}]", norms, made_on) for at, row in enumerate(_list(told["norms"], "norms"))),
    ]
    if not facts:
        raise AppError(_MISTAKE, place="values")
    _refuse_twice(facts)
    return LawUpdate(number, made_on, tuple(facts))


def _value(row: Any, place: str, known: dict[str, Fact], made_on: date) -> Fact:
    fields = {"key", "effective_from", "confirmed_until", "value", "source", "edition", "confidence"}
    _exactly(row, place, fields)
    like = _known(row["key"], known)
    value = _text(row["value"], f"{place}.value", 100)
    if problem_of_shape(value, like.value, known) is not None:
        raise AppError(_MISTAKE, place=f"{place}.value")
    first = _day(row["effective_from"], f"{place}.effective_from")
    until = None if row["confirmed_until"] is None else _day(row["confirmed_until"], f"{place}.confirmed_until")
    if until is not None and until < first:
        raise AppError(_MISTAKE, place=f"{place}.confirmed_until")
    return _fact(row, place, made_on, like.title, (value, first, until))


def _norm(row: Any, place: str, known: dict[str, Fact], made_on: date) -> Fact:
    numbered = {"value"} if isinstance(row, dict) and "value" in row else set()
    _exactly(row, place, {"key", "title", "source", "edition", "confidence"} | numbered)
    like = _known(row["key"], known)
    value = like.value
    if numbered:
        value = _text(row["value"], f"{place}.value", 100)
        if not _alike(value, like, known):
            raise AppError(_MISTAKE, place=f"{place}.value")
    return _fact(row, place, made_on, _titles(row["title"], f"{place}.title"), (value, None, None))


def _alike(value: str, like: Fact, known: dict[str, Fact]) -> bool:
    """Whether a norm may carry this value: as its own one is written, or as those of its act are (days of a stay)."""
    act = like.key.partition(".")[0]
    others = {fact.value for key, fact in known.items() if key.partition(".")[0] == act} - {""}
    if not like.value:
        return False
    if any("/" in other for other in others):
        return value in others or _DAYS.fullmatch(value) is not None
    return problem_of_shape(value, like.value, ()) is None


def _fact(
    row: dict[str, Any], place: str, made_on: date, title: Titles, dated: tuple[str, date | None, date | None]
) -> Fact:
    said = _titles(row["source"], f"{place}.source")
    edition = _day(row["edition"], f"{place}.edition")
    if edition > made_on:
        raise AppError(_MISTAKE, place=f"{place}.edition")
    sure = _text(row["confidence"], f"{place}.confidence", 5)
    if sure not in _CONFIDENCE:
        raise AppError(_MISTAKE, place=f"{place}.confidence")
    value, first, until = dated
    return Fact(
        row["key"],
        value,
        first,
        until,
        title,
        said.en,
        edition.isoformat(),
        row["confidence"],
        Origin.UPDATE,
        said=said,
    )


def _refuse_twice(facts: Iterable[Fact]) -> None:
    seen = set()
    for fact in facts:
        if fact.id in seen:
            raise AppError(_MISTAKE, place=fact.id)
        seen.add(fact.id)


def _known(key: Any, known: dict[str, Fact]) -> Fact:
    if not isinstance(key, str) or key not in known:
        raise AppError(_UNKNOWN, key=str(key)[:100])
    return known[key]


def _exactly(told: Any, place: str, fields: set[str]) -> None:
    if not isinstance(told, dict) or set(told) != fields:
        raise AppError(_MISTAKE, place=place)


def _list(told: Any, place: str) -> list[Any]:
    if not isinstance(told, list):
        raise AppError(_MISTAKE, place=place)
    return told


def _titles(told: Any, place: str) -> Titles:
    _exactly(told, place, {"kk", "ru", "en"})
    return Titles(**{lang: _text(told[lang], f"{place}.{lang}", LONGEST_SOURCE) for lang in ("kk", "ru", "en")})


def _text(told: Any, place: str, longest: int) -> str:
    if not isinstance(told, str) or told != told.strip() or not 0 < len(told) <= longest or not told.isprintable():
        raise AppError(_MISTAKE, place=place)
    return told


def _day(told: Any, place: str) -> date:
    try:
        day = date.fromisoformat(told)
    except (ValueError, TypeError):
        raise AppError(_MISTAKE, place=place) from None
    if day.isoformat() != told:
        raise AppError(_MISTAKE, place=place)
    return day


def _loaded(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_once, parse_float=_no_number, parse_constant=_no_number)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that comes twice could be read in two ways."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name comes twice")
    return found


def _no_number(text: str) -> Any:
    raise ValueError(text)
