"""Finding people and employers by what was typed: any script, any spelling, the beginning of a word, a slip.

Names are found through their folded form (domain/names.py): whole words, beginnings of words, equal skeletons, and
only when these bring too little, words of the file that are alike. Candidates are weighed; nothing is ever merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import sqlalchemy as sa
from rapidfuzz import fuzz
from sqlalchemy.orm import Session

from desktop_app.db import vocabulary
from desktop_app.domain.names import fold, skeleton, word_skeleton

_MOST_WORDS: Final = 6
_CANDIDATES: Final = 100
_PREFIX_SCORE: Final = 0.9
_SAME_SOUND: Final = 0.9
_WHOLE_SLIP: Final = 0.95
_BEGINNING_SLIP: Final = 0.9
_LEAST_SCORE: Final = 0.6
# Beside a hit that is sure, one that is only distantly alike would be noise.
_SURE: Final = 0.9
_LEAST_BESIDE_SURE: Final = 0.8
_NO_WORD: Final = '""'
_SHORTEST_WORD: Final = 2
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
    """The folded words that are looked for; forms of organisation only when there is nothing else.

    Empty when there is nothing to search by, as for a lone letter.
    """
    words = tuple(dict.fromkeys(fold(text).split()))[:_MOST_WORDS]
    telling = tuple(word for word in words if word not in _LEGAL_FORMS) or words
    return telling if words_to_match(telling) else ()


def words_to_match(words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the words that an index is asked for; an initial only counts when names are compared."""
    return tuple(word for word in words if len(word) >= _SHORTEST_WORD)


def is_searchable(text: str) -> bool:
    """Whether a list should be narrowed by `text`; a lone letter narrows nothing, "zzzz" narrows to nothing."""
    return bool(query_words(text)) or sum(mark.isalnum() for mark in text) > 1


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


def ids_with(session: Session, where: Searched, words: tuple[str, ...]) -> sa.Select[int]:
    """Ids of all rows in whose name every one of the folded words begins a word."""
    known = vocabulary.words_of(session, where.words)
    return _index_rows(where, (known.beginning(word) for word in words_to_match(words)))


def below(rows: tuple[Row, ...], after_id: int | None, limit: int) -> tuple[Row, ...]:
    """The part of found rows that stands below the row `after_id`."""
    places = [place for place, row in enumerate(rows) if row.id == after_id]
    start = places[0] + 1 if places else 0 if after_id is None else len(rows)
    return rows[start : start + limit]


def learn_words(session: Session, where: Searched, names: Iterable[str]) -> None:
    """Let the next search know the words of names that are being added or changed."""
    vocabulary.learn(session, where.words, names)


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
    asked = words_to_match(words)
    if not asked:
        return ()
    known = vocabulary.words_of(session, where.words)
    found = dict(_matching(session, where, [known.beginning(word) for word in asked]))
    if len(found) >= _CANDIDATES:  # so many begin so that the newest may leave out a name that is just so
        found.update(_matching(session, where, [vocabulary.any_of([word]) for word in asked]))
    rows = where.columns
    same = sa.select(rows.c.id, rows.c.name_fold).where(rows.c.name_skel == name_skeleton(text))
    found.update(_pairs(session, same.limit(_CANDIDATES)))
    hits = _weighed(words, found)
    if not hits or hits[0].score < _SURE:
        found.update(_matching(session, where, [known.alike(word) for word in asked]))
        hits = _weighed(words, found)
    least = _LEAST_BESIDE_SURE if hits and hits[0].score >= _SURE else _LEAST_SCORE
    return tuple(hit for hit in hits[:limit] if hit.score >= least)


def _weighed(words: tuple[str, ...], found: dict[int, str]) -> list[Hit]:
    return sorted((Hit(row_id, _score(words, name)) for row_id, name in found.items()), key=_best_first)


def _best_first(hit: Hit) -> tuple[float, int]:
    return -hit.score, -hit.id


def _matching(session: Session, where: Searched, groups: list[str]) -> list[tuple[int, str]]:
    """The newest rows that have a word of every group, with their folded names."""
    if not all(groups):
        return []
    found = _index_rows(where, groups).order_by(sa.column("rowid").desc()).limit(_CANDIDATES)
    rows = where.columns
    return _pairs(session, sa.select(rows.c.id, rows.c.name_fold).where(rows.c.id.in_(found.scalar_subquery())))


def _index_rows(where: Searched, groups: Iterable[str]) -> sa.Select[int]:
    match = " AND ".join(f"({group or _NO_WORD})" for group in groups)
    index = sa.table(where.words, sa.column("rowid", sa.Integer), sa.column(where.words))
    return sa.select(index.c.rowid).where(index.c[where.words].op("MATCH")(match))


def _pairs(session: Session, select: sa.Select[Any]) -> list[tuple[int, str]]:
    return [(row_id, name) for row_id, name in session.execute(select)]


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
