"""Standing texts of letters as the centre words them: a closed list of placeholders, no expressions.

A template names facts in braces: “not later than {day}”. Values are put in once and never read again, so that what
somebody typed into the case is text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

LONGEST_TEXT: Final = 4_000
LANGUAGES: Final = ("kk", "ru", "en")
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
_IN_MSGID: Final = re.compile(r"%\(([a-z_]+)\)s")


@dataclass(frozen=True)
class StandingText:
    """A text of letters. `shipped` and `own` are templates; `own` is empty where the centre changed nothing.

    `is_outdated`: the program's own text changed after the centre wrote its own. `letters` are the kinds it stands in.
    """

    key: str
    language: str
    shipped: str
    own: str
    letters: tuple[str, ...]
    placeholders: tuple[str, ...]
    version: int = 0
    written_on: date | None = None
    written_by: str = ""
    is_outdated: bool = False


@dataclass(frozen=True)
class TextVersion:
    """One of the texts the centre used: empty `text` means that the program's own was put back."""

    version: int
    text: str
    written_on: date
    written_by: str


def template(translated: str) -> str:
    """A translated msgid as a template: “%(day)s” becomes “{day}”."""
    return _IN_MSGID.sub(r"{\1}", translated).replace("%%", "%")


def placeholders(text: str) -> tuple[str, ...]:
    """The placeholders of a template, each once, in the order they come."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def longest_words(text: str) -> str:
    """The longest part of a template between its placeholders: words that stand in the letter whatever the facts."""
    return max((part.strip() for part in re.split(_PLACEHOLDER.pattern.replace("(", "(?:"), text)), key=len, default="")


def filled(text: str, values: Mapping[str, object]) -> str:
    """The template with its values; a placeholder without a value stays as it is written."""
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)


def problems_of_text(text: str, known: tuple[str, ...]) -> tuple[Problem, ...]:
    """Why a template cannot be used; `known` are the placeholders there are for this text."""
    return tuple(_problems(text, known))


def missing(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Placeholders that the program's own text has and this one leaves out: a fact is then not said."""
    return tuple(name for name in known if name not in placeholders(text))


def _problems(text: str, known: tuple[str, ...]) -> Iterator[Problem]:
    if not text.strip():
        yield Problem("text", Message(N_("Write a text, or put the program’s own text back.")))
    if len(text) > LONGEST_TEXT:
        yield Problem("text", Message(N_("The text is longer than %(most)s characters."), {"most": LONGEST_TEXT}))
    strange = [name for name in placeholders(text) if name not in known]
    if strange:
        names = ", ".join(f"{{{name}}}" for name in strange)
        yield Problem(
            "text", Message(N_("This text has no such fact: %(names)s. Take one from the list."), {"names": names})
        )
    elif set("{}") & set(_PLACEHOLDER.sub("", text)):
        yield Problem("text", Message(N_("A brace is open or empty. Braces only stand around a fact of the list.")))
