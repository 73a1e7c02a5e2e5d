"""The words that occur in the names of a file, and which of them a typed word may mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.orm import Session

from desktop_app.domain.names import fold, word_skeleton

_INDEXED_BEGINNING: Final = 3
_MOST_NAMED: Final = 40
_MOST_ALIKE: Final = 8
_ALIKE: Final = 72
_BEHIND_LETTERS: Final = "\U0010ffff"


class Vocabulary:
    """Every word in the names of a table, in order and by skeleton."""

    def __init__(self, words: list[str]) -> None:
        self._words: list[str] = sorted(words)
        self._by_skeleton: dict[str, list[str]] = defaultdict(list)
        for word in words:
            self._by_skeleton[word_skeleton(word)].append(word)

    def learn(self, words: list[str]) -> None:
        """Add words of a new name."""
        for word in words:
            place = bisect_left(self._words, word)
            if self._words[place : place + 1] != [word]:
                self._words.insert(place, word)
                self._by_skeleton[word_skeleton(word)].append(word)

    def beginning(self, word: str) -> str:
        """A query for the words that begin with `word` or sound like it; empty when there are none.

        The index knows beginnings of two and three letters; a longer one is dear unless the words are named.
        """
        words = self._beginning_with(word)
        sounding = self._by_skeleton.get(word_skeleton(word), [])[:_MOST_ALIKE]
        if words and (len(word) <= _INDEXED_BEGINNING or len(words) > _MOST_NAMED):
            return " OR ".join((f'"{word}"*', *map(_quoted, sounding)))
        return any_of(dict.fromkeys((*words, *sounding)))

    def alike(self, word: str) -> str:
        """A query for the words that begin with `word`, sound like it, or differ from it by a slip."""
        near = self._near(word, self._words)
        if len(word) > _INDEXED_BEGINNING:
            near += self._near(word, [other[: len(word)] for other in self._words])
        return " OR ".join(filter(None, (self.beginning(word), any_of(dict.fromkeys(near)))))

    def _beginning_with(self, word: str) -> list[str]:
        start = bisect_left(self._words, word)
        return self._words[start : bisect_left(self._words, word + _BEHIND_LETTERS, start)]

    def _near(self, word: str, beginnings: list[str]) -> list[str]:
        found = process.extract(word, beginnings, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_ALIKE)
        return [self._words[place] for _beginning, _score, place in found]


_vocabularies: WeakKeyDictionary[sa.Engine, dict[str, Vocabulary]] = WeakKeyDictionary()


def words_of(session: Session, index: str) -> Vocabulary:
    """The words of a table's index (FTS5); read once, then `learn` adds to them."""
    known = _vocabularies.setdefault(session.get_bind().engine, {})
    if index not in known:
        name = f"{index}_vocabulary"
        create = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING fts5vocab(main, {index}, row)"
        session.execute(sa.text(create))
        terms = sa.select(sa.table(name, sa.column("term")).c.term)
        known[index] = Vocabulary(list(session.scalars(terms)))
    return known[index]


def learn(session: Session, index: str, names: Iterable[str]) -> None:
    """Let the next search know the words of names that are being added or changed."""
    known = _vocabularies.get(session.get_bind().engine, {}).get(index)
    if known is not None:
        for name in names:
            known.learn(fold(name).split())


def forget(session: Session, index: str) -> None:
    """Let the next search read the words of an index anew, because words of it are gone."""
    _vocabularies.get(session.get_bind().engine, {}).pop(index, None)


def any_of(words: Iterable[str]) -> str:
    """A query for any of the words."""
    return " OR ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    """A word as FTS5 takes it: nothing typed is ever an operator, and folded words hold no quotes."""
    return f'"{word}"'
