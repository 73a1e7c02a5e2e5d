"""Typed and pasted text as it is stored: what cannot be seen is left out, what can be seen is kept as it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.domain.centre import Centre, Trilingual
from desktop_app.domain.people import Person

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Form = TypeVar("Form", bound="DataclassInstance")

# Marks that turn the direction of reading, and others without a width: they come along with pasted phones and names.
_INVISIBLE: Final = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_DIRECTION: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LEFT_OUT: Final = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_INVISIBLE}{_DIRECTION}]"
)
_LINE_END: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES: Final = re.compile(r"\s+")
_LINES: Final = frozenset({"note"})


def tidy_line(text: str) -> str:
    """One line: invisible marks out, every run of spaces and line ends one space, letters composed (NFC)."""
    return _SPACES.sub(" ", _visible(text)).strip()


def tidy_text(text: str) -> str:
    """Text of several lines: invisible marks out, line ends of one kind, letters composed (NFC)."""
    return _visible(_LINE_END.sub("\n", text)).strip()


def tidied(form: Form) -> Form:
    """A copy of a form (a dataclass of this package) with every text in it tidied; notes keep their lines."""
    changed: dict[str, Any] = {}
    for field in fields(form):
        value = getattr(form, field.name)
        if type(value) is str:
            changed[field.name] = tidy_text(value) if field.name in _LINES else tidy_line(value)
    return replace(form, **changed)


def tidied_person(person: Person) -> Person:
    """A person with tidied texts and without spaces or hyphens in the IIN."""
    tidy = tidied(person)
    return replace(tidy, iin=digits_joined(tidy.iin))


def tidied_centre(centre: Centre) -> Centre:
    """A centre with tidied texts, its letterhead line by line, and without spaces or hyphens in the BIN."""
    letterhead = Trilingual(*map(tidy_text, (centre.letterhead.kk, centre.letterhead.ru, centre.letterhead.en)))
    tidy = replace(tidied(centre), name=tidied(centre.name), address=tidied(centre.address), letterhead=letterhead)
    return replace(tidy, bin=digits_joined(tidy.bin))


def digits_joined(number: str) -> str:
    """An IIN or a BIN without the spaces and hyphens people group its digits with."""
    return re.sub(r"[\s-]", "", number)


def _visible(text: str) -> str:
    return unicodedata.normalize("NFC", _LEFT_OUT.sub("", text))
