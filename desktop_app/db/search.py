"""Finding people and employers by what was typed: any script, any spelling, the beginning of a word, a slip.

Names are found through their folded form (domain/names.py): whole words, beginnings of words, equal skeletons, and
only when these bring too little, words of the file that are alike. Candidates are weighed; nothing is ever merged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.orm import Session

from desktop_app.domain.names import fold, skeleton, word_skeleton

_MOST_WORDS: Final = 6
_CANDIDATES: Final = 200
_LIKE_WORDS: Final = 12
_ALIKE: Final = 72
_PREFIX_SCORE: Final = 0.9
_SAME_SOUND: Final = 0.9
_WHOLE_SLIP: Final = 0.95
_BEGINNING_SLIP: Final = 0.9
_LEAST_SCORE: Final = 0.6
# Beside a hit that is sure, one that is only distantly alike would be noise.
_SURE: Final = 0.9
_LEAST_BESIDE_SURE: Final = 0.8
_SHORTEST_BEGINNING: Final = 4
_SHORTEST_NUMBER: Final = 3
_NUMBER: Final = re.compile(r"[\s0-9()+./#№-]+")
_PHONES_APART: Final = re.compile(r"[,;/\n]")
# Forms of organisation as they fold; they tell nothing while another word does.
_LEGAL_FORMS: Final = frozenset(map(fold, ("ТОО", "ЖШС", "LLP", "АО", "АҚ", "JSC", "ИП", "ЖК", "КХ", "ШҚ")))


class _HasId(Protocol):
    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=_HasId)


@dataclass(frozen=True)
class Hit:
    """A row that may be meant; `score` is 0 to 1, 1 when every typed word is there as typed."""

    id: int
    score: float


@dataclass(frozen=True)
class Searched:
    """A table with folded names, its index of words (FTS5) and its columns of numbers."""

    table: str
    words: str
    number: str

    @property
    def columns(self) -> sa.TableClause:
        """The columns a search reads."""
        names = ("id", "name_fold", "name_skel", "phone_tail", self.number)
        return sa.table(self.table, *map(sa.column, names))


PEOPLE: Final = Searched("person", "person_names", "iin")
EMPLOYERS: Final = Searched("employer", "employer_names", "bin_iin")


def find(session: Session, where: Searched, text: str, limit: int) -> tuple[Hit, ...]:
    """Rows of people or employers that `text` may mean, best first: by name, or by IIN, BIN or phone digits."""
    digits = typed_number(text)
    if digits:
        return _by_number(session, where, digits, limit)
    return _by_name(session, where, text, limit)


def typed_number(text: str) -> str:
    """The digits, when the text is a phone, an IIN, a BIN or a part of one; else nothing."""
    digits = re.sub(r"\D", "", text) if _NUMBER.fullmatch(text[:100]) else ""
    return digits if len(digits) >= _SHORTEST_NUMBER else ""


def query_words(text: str) -> tuple[str, ...]:
    """The folded words that are looked for; forms of organisation only when there is nothing else."""
    words = tuple(dict.fromkeys(fold(text).split()))[:_MOST_WORDS]
    return tuple(word for word in words if word not in _LEGAL_FORMS) or words


def word_match(words: Iterable[str], *, whole: bool = False) -> str:
    """An FTS5 query for rows that have every word, or with `whole` False words that begin so."""
    return " ".join(f'"{word}"' if whole else f'"{word}"*' for word in words)


def name_skeleton(name: str) -> str:
    """The skeleton as it is stored: words in one order, so that a name is found whichever comes first."""
    return " ".join(sorted(skeleton(name).split()))


def phone_tail(phone: str) -> str:
    """The digits of a phone backwards, so that the last digits are a prefix; country and trunk codes left off."""
    first = next((part for part in _PHONES_APART.split(phone) if sum(mark.isdigit() for mark in part) > 4), phone)
    digits = "".join(mark for mark in first if mark in "0123456789")
    if len(digits) == 11 and digits[0] in "78":
        digits = digits[1:]
    return digits[:30][::-1]


def ids_with(where: Searched, words: Iterable[str]) -> sa.Select[Any]:
    """Ids of all rows in whose name every one of the folded words begins a word."""
    return _index_rows(where, word_match(words))


def below(rows: tuple[Row, ...], after_id: int | None, limit: int) -> tuple[Row, ...]:
    """The part of found rows that stands below the row `after_id`."""
    places = [place for place, row in enumerate(rows) if row.id == after_id]
    start = places[0] + 1 if places else 0 if after_id is None else len(rows)
    return rows[start : start + limit]


def forget_words(session: Session) -> None:
    """Read the words of the file anew at the next search: names were added or changed."""
    _vocabularies.pop(session.get_bind().engine, None)


def _by_number(session: Session, where: Searched, digits: str, limit: int) -> tuple[Hit, ...]:
    rows = where.columns
    tail = phone_tail(digits)
    number, phone = rows.c[where.number], rows.c.phone_tail
    found: dict[int, float] = {}
    for column, start, whole in ((number, digits, 12), (phone, tail, 10)):
        select = sa.select(rows.c.id).where(column >= start, column < start + ":").limit(limit)
        for (row_id,) in session.execute(select):
            found.setdefault(row_id, 1.0 if len(start) >= whole else _PREFIX_SCORE)
    best = sorted(found, key=lambda row_id: (-found[row_id], -row_id))
    return tuple(Hit(row_id, found[row_id]) for row_id in best[:limit])


def _by_name(session: Session, where: Searched, text: str, limit: int) -> tuple[Hit, ...]:
    words = query_words(text)
    if not words:
        return ()
    found = dict(_matching(session, where, word_match(words, whole=True)))
    found.update(_matching(session, where, word_match(words)))
    rows = where.columns
    same = sa.select(rows.c.id, rows.c.name_fold).where(rows.c.name_skel == name_skeleton(text))
    found.update(_pairs(session, same.limit(_CANDIDATES)))
    if len(found) < limit:
        found.update(_matching(session, where, _alike_match(session, where, words)))
    hits = sorted((Hit(row_id, _score(words, name)) for row_id, name in found.items()), key=_best_first)
    least = _LEAST_BESIDE_SURE if hits and hits[0].score >= _SURE else _LEAST_SCORE
    return tuple(hit for hit in hits[:limit] if hit.score >= least)


def _best_first(hit: Hit) -> tuple[float, int]:
    return -hit.score, -hit.id


def _matching(session: Session, where: Searched, match: str) -> list[tuple[int, str]]:
    """The newest rows that a query of FTS5 finds, with their folded names."""
    found = _index_rows(where, match).order_by(sa.column("rowid").desc()).limit(_CANDIDATES)
    rows = where.columns
    return _pairs(session, sa.select(rows.c.id, rows.c.name_fold).where(rows.c.id.in_(found.scalar_subquery())))


def _index_rows(where: Searched, match: str) -> sa.Select[Any]:
    index = sa.table(where.words, sa.column("rowid"), sa.column(where.words))
    return sa.select(index.c.rowid).where(index.c[where.words].op("MATCH")(match))


def _pairs(session: Session, select: sa.Select[Any]) -> list[tuple[int, str]]:
    return [(row_id, name) for row_id, name in session.execute(select)]


def _alike_match(session: Session, where: Searched, words: tuple[str, ...]) -> str:
    """An FTS5 query for rows that have, for every word, it or one of the file's words that are alike."""
    known = _vocabulary(session, where)
    groups = []
    for word in words:
        alike = " OR ".join(f'"{like}"' for like in known.alike(word))
        groups.append(f'("{word}"* OR {alike})' if alike else f'"{word}"*')
    return " AND ".join(groups)


class _Vocabulary:
    """Every word in the names of a table, by itself and by its skeleton."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._by_skeleton: dict[str, list[str]] = defaultdict(list)
        for word in words:
            self._by_skeleton[word_skeleton(word)].append(word)

    def alike(self, word: str) -> set[str]:
        """Words that sound like `word`, that differ by a slip, or that begin with something alike."""
        near = set(self._by_skeleton.get(word_skeleton(word), ())[:_LIKE_WORDS])
        near.update(self._near(word, self._words))
        if len(word) >= _SHORTEST_BEGINNING:
            near.update(self._near(word, [other[: len(word)] for other in self._words]))
        return near

    def _near(self, word: str, beginnings: list[str]) -> list[str]:
        found = process.extract(word, beginnings, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_LIKE_WORDS)
        return [self._words[place] for _beginning, _score, place in found]


_vocabularies: WeakKeyDictionary[sa.Engine, dict[str, _Vocabulary]] = WeakKeyDictionary()


def _vocabulary(session: Session, where: Searched) -> _Vocabulary:
    """The words of the table; kept until names are added or changed."""
    known = _vocabularies.setdefault(session.get_bind().engine, {})
    if where.words not in known:
        name = f"{where.words}_vocabulary"
        create = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING fts5vocab(main, {where.words}, row)"
        session.execute(sa.text(create))
        terms = sa.select(sa.table(name, sa.column("term")).c.term)
        known[where.words] = _Vocabulary(list(session.scalars(terms)))
    return known[where.words]


def _score(words: tuple[str, ...], name: str) -> float:
    """The mean over the typed words of how alike the nearest word of the name is."""
    present = name.split()
    nearest = (max((_word_score(word, other) for other in present), default=0.0) for word in words)
    return round(sum(nearest) / len(words), 3)


def _word_score(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if other.startswith(word):
        return _PREFIX_SCORE + (1 - _PREFIX_SCORE) * len(word) / (len(other) + 1)
    if word_skeleton(word) == word_skeleton(other):
        return _SAME_SOUND
    return max(_WHOLE_SLIP * fuzz.ratio(word, other), _BEGINNING_SLIP * fuzz.ratio(word, other[: len(word)])) / 100
