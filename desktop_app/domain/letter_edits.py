"""What the lawyer changed by hand in one letter: other words, paragraphs left out, paragraphs added."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

LONGEST_PARAGRAPH: Final = 6_000
MOST_ADDED: Final = 60


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a letter in one language as the editor shows it.

    `key` names its place in the letter, the same in every language. `text` is what it says now, `made` what the program
    says there (empty for an added one). `is_stale`: the facts under a changed or left out paragraph changed since.
    """

    key: str
    language: str
    style: str
    mark: str
    text: str
    made: str
    is_added: bool = False
    is_left_out: bool = False
    is_stale: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether its words are not those of the program."""
        return self.is_added or self.text != self.made


@dataclass(frozen=True)
class Edit:
    """Other words for the paragraph `key` in one language. `made` is what the program said when it was changed.

    A paragraph that was left out as it stood has no other words: `text` is `made`.
    """

    key: str
    language: str
    text: str
    made: str

    @property
    def is_changed(self) -> bool:
        """Whether the words are other ones."""
        return self.text != self.made

    def over(self, made: str) -> Edit:
        """The same decision, on what the program says now."""
        return replace(self, made=made, text=self.text if self.is_changed else made)


@dataclass(frozen=True)
class Added:
    """A paragraph behind the paragraph `after` (empty: at the top), in each language of the letter."""

    after: str
    texts: tuple[tuple[str, str], ...]

    def within(self, language: str) -> str:
        """Its words in a language, else in the first it has: a letter in two columns shows it in both."""
        told = dict(self.texts)
        return told.get(language) or next((text for text in told.values() if text), "")


@dataclass(frozen=True)
class Edits:
    """All that was changed by hand in one letter."""

    changed: tuple[Edit, ...] = ()
    left_out: frozenset[str] = frozenset()
    added: tuple[Added, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.left_out or self.added)


NO_EDITS: Final = Edits()


def problems_of_edits(edits: Edits) -> tuple[Problem, ...]:
    """Texts that are too long or missing."""
    return tuple(_problems(edits))


def as_json(edits: Edits) -> dict[str, Any]:
    """The edits as they are kept with a draft."""
    return {
        "changed": [[each.key, each.language, each.text, each.made] for each in edits.changed],
        "left_out": sorted(edits.left_out),
        "added": [[each.after, [list(text) for text in each.texts]] for each in edits.added],
    }


def from_json(told: Any) -> Edits:
    """What `as_json` gave; nothing where it cannot be read."""
    try:
        return Edits(
            tuple(Edit(*map(str, each)) for each in told["changed"]),
            frozenset(map(str, told["left_out"])),
            tuple(
                Added(str(after), tuple((str(code), str(text)) for code, text in texts))
                for after, texts in told["added"]
            ),
        )
    except (KeyError, TypeError, ValueError):
        return NO_EDITS


def dumps(edits: Edits) -> str:
    """The edits as JSON text."""
    return json.dumps(as_json(edits), ensure_ascii=False)


def _problems(edits: Edits) -> Iterator[Problem]:
    own = [each.text for each in edits.changed if each.is_changed]
    texts = list(own)
    texts += [text for each in edits.added for _code, text in each.texts]
    if any(len(text) > LONGEST_PARAGRAPH for text in texts):
        yield Problem(
            "edits",
            Message(N_("A paragraph is longer than %(most)s characters. Shorten it."), {"most": LONGEST_PARAGRAPH}),
        )
    if len(edits.added) > MOST_ADDED:
        yield Problem("edits", Message(N_("There are too many added paragraphs. Put them together.")))
    if not all(map(str.strip, own)):
        yield Problem("edits", Message(N_("A paragraph has no words. Leave it out, or write something.")))
