"""How alike two names are whose words were folded: word by word, with the price of each difference in spelling.

The prices stand for what really happens to names on their way through offices: vowels change between languages
(Rahmon, Rakhman), p and f, k and h, d and t are heard for one another, h falls out. A final a is dear, because it
tells a woman's name from a man's; so are i, a and u for one another, because Hasan and Husan are two brothers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.errors import Message
from desktop_app.i18n import N_

_VOWELS: Final = frozenset("aeiou")
_CHEAP: Final = {
    **dict.fromkeys(("ao", "ae", "ei", "ou"), 0.25),
    **dict.fromkeys(("eo", "pf", "bp", "dt", "kh", "gk", "gh", "sz", "cw", "ij", "bv"), 0.4),
}
_MISSING_VOWEL: Final = 0.7
_LETTER: Final = 1.0
_OTHER_VOWEL: Final = 1.5
_SUBSTITUTION: Final = (
    {one + other: _OTHER_VOWEL for one in _VOWELS for other in _VOWELS}
    | _CHEAP
    | {pair[::-1]: price for pair, price in _CHEAP.items()}
)
_MISSING_H: Final = 0.4
_MISSING_FINAL_A: Final = 2.5

# Words that only introduce a father's name: "son of", "daughter of" in Kazakh, Uzbek, Kyrgyz, Azerbaijani.
_KINSHIP: Final = frozenset({"uli", "ugli", "ogli", "oglu", "ogl", "ulu", "ul", "kizi", "kiz", "zoda", "zade"})
_COURTESY: Final = ("jon", "jan", "hon", "han")
_PATRONYMIC: Final = ("ovic", "evic", "ovna", "evna", "uli", "kizi", "ugli")

_SAME_WORD: Final = 0.85
_JOINED: Final = 0.93
_INITIAL: Final = 0.88
_WITH_COURTESY: Final = 0.87
_EXTRA_WORD: Final = 0.02
_EXTRA_NAME: Final = 0.08
_ONE_WORD: Final = 0.6
_LIKELY: Final = 0.87

Word = tuple[str, str]
"""A word as written and its folded form."""


@dataclass(frozen=True)
class Likeness:
    """How alike two names are: `score` from 0 to 1, whether one person may well bear both, and the reasons."""

    score: float
    same_person_likely: bool
    reasons: tuple[Message, ...]


@dataclass(frozen=True)
class _Pair:
    ours: Word
    theirs: Word
    score: float

    @property
    def weight(self) -> int:
        """The longer the words, the more their likeness says."""
        return max(len(self.ours[1]), len(self.theirs[1]))


def likeness(a: tuple[Word, ...], b: tuple[Word, ...]) -> Likeness:
    """Weigh two names given as words with their folded forms; either order gives the same score."""
    ours, theirs = _without_kinship(a), _without_kinship(b)
    if not ours or not theirs:
        return Likeness(0.0, same_person_likely=False, reasons=(Message(N_("There is no name to compare.")),))
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    pairs, extra = _paired(ours, theirs)
    score = sum(pair.score * pair.weight for pair in pairs) / sum(pair.weight for pair in pairs)
    score = min(score, *(pair.score + 0.1 for pair in pairs))
    for word in extra:
        score -= _EXTRA_WORD if word[1].endswith(_PATRONYMIC) or len(word[1]) == 1 else _EXTRA_NAME / len(pairs)
    alone = len(pairs) == 1 and len(extra) > 0
    if extra and max(_word_score(_run(ours), turned) for turned in _turns(theirs)) >= _JOINED:
        return Likeness(_JOINED, same_person_likely=True, reasons=(Message(N_("The words are joined differently.")),))
    if alone:
        score = min(score, _ONE_WORD)
    likely = score >= _LIKELY and not alone and all(pair.score >= _SAME_WORD for pair in pairs)
    return Likeness(round(max(score, 0.0), 3), likely, _reasons(a, b, pairs, extra))


def _without_kinship(name: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in name if word[1] not in _KINSHIP)


def _run(name: tuple[Word, ...]) -> str:
    return "".join(folded for _written, folded in name)


def _turns(name: tuple[Word, ...]) -> tuple[str, ...]:
    """The words joined, beginning with each of them in turn."""
    return tuple(_run(name[start:] + name[:start]) for start in range(len(name)))


def _paired(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> tuple[list[_Pair], list[Word]]:
    """Each of our words with the most alike of theirs, best first, and what is left of theirs."""
    candidates = sorted(
        (
            (-_word_score(one[1], other[1]), abs(mine - their), mine, their)
            for mine, one in enumerate(ours)
            for their, other in enumerate(theirs)
        ),
    )
    pairs: dict[int, _Pair] = {}
    taken: set[int] = set()
    for score, _distance, mine, their in candidates:
        if mine not in pairs and their not in taken:
            pairs[mine] = _Pair(ours[mine], theirs[their], -score)
            taken.add(their)
    return [pairs[mine] for mine in sorted(pairs)], [word for place, word in enumerate(theirs) if place not in taken]


def _word_score(one: str, other: str) -> float:
    """How alike two folded words are, 0 to 1, whichever comes first."""
    return _ordered_word_score(*sorted((one, other), key=_by_length))


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word


@lru_cache(maxsize=50_000)
def _ordered_word_score(short: str, long: str) -> float:
    if short == long:
        return 1.0
    if len(short) == 1:
        return _INITIAL if long.startswith(short) else 0.0
    score = max(0.0, 1.0 - _distance(short, long) / len(long))
    if any(long == short + ending for ending in _COURTESY):
        return max(score, _WITH_COURTESY)
    return score


def _distance(one: str, other: str) -> float:
    """The price of turning one folded word into the other (Levenshtein with prices)."""
    row = [0.0]
    for place in range(len(other)):
        row.append(row[-1] + _missing(other, place))
    for place, letter in enumerate(one):
        previous, row = row, [row[0] + _missing(one, place)]
        for their_place, their in enumerate(other):
            same = 0.0 if letter == their else _SUBSTITUTION.get(letter + their, _LETTER)
            row.append(
                min(
                    previous[their_place] + same,
                    previous[their_place + 1] + _missing(one, place),
                    row[-1] + _missing(other, their_place),
                )
            )
    return row[-1]


def _missing(word: str, place: int) -> float:
    """The price of a letter of `word` that the other word lacks."""
    letter = word[place]
    if letter == "a" and place == len(word) - 1 and len(word) > 2:
        return _MISSING_FINAL_A
    if letter == "h":
        return _MISSING_H
    return _MISSING_VOWEL if letter in _VOWELS else _LETTER


def _reasons(a: tuple[Word, ...], b: tuple[Word, ...], pairs: list[_Pair], extra: list[Word]) -> tuple[Message, ...]:
    reasons: list[Message] = []
    if sorted(word[1] for word in a) == sorted(word[1] for word in b):
        reasons.append(Message(N_("Brought to one script, the names are the same.")))
    if not extra and [word[1] for word in a] != [word[1] for word in b] and _crossed(a, b):
        reasons.append(Message(N_("The words stand in another order.")))
    reasons += [_reason(pair) for pair in pairs if pair.score < 1]
    reasons += [Message(N_("“%(word)s” is in one name only."), {"word": word[0]}) for word in extra]
    if len(pairs) == 1 and extra:
        reasons.append(Message(N_("Only one word can be compared.")))
    return tuple(reasons)


def _crossed(a: tuple[Word, ...], b: tuple[Word, ...]) -> bool:
    """Whether the first word of one name is more alike to another word of the other than to its first."""
    scores = [_word_score(a[0][1], word[1]) for word in b]
    return max(scores) > scores[0] and max(scores) >= _SAME_WORD


def _reason(pair: _Pair) -> Message:
    words = {"one": pair.ours[0], "other": pair.theirs[0]}
    if min(len(pair.ours[1]), len(pair.theirs[1])) == 1 and pair.score:
        return Message(N_("“%(one)s” may be short for “%(other)s”."), words)
    if pair.score >= _SAME_WORD:
        return Message(N_("“%(one)s” and “%(other)s” may be one name spelt in two ways."), words)
    if pair.ours[1] + "a" == pair.theirs[1] or pair.theirs[1] + "a" == pair.ours[1]:
        return Message(N_("“%(one)s” and “%(other)s” are a woman's name and a man's."), words)
    return Message(N_("“%(one)s” and “%(other)s” differ."), words)
