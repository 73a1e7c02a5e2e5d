"""Whether a surname stands alone in what people typed, in any script, spelling or grammatical case.

Only what people typed is read. A surname that says so by its ending (Yuldoshev, Karimova) is found however it is
written; any other (Kim, Moroz) may be a common word and is found only where a name would stand. One that somebody whom
the letter may name bears too is nobody's secret, and one with the initial of somebody else is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.names import fold, word_skeleton

_LETTER: Final = r"[^\W\d_]"
_WORD: Final = re.compile(rf"{_LETTER}+(?:['’‘`ʻʼ]{_LETTER}+)*")
_SPELLED: Final = re.compile(rf"(?<!\w)(?:{_LETTER}[ .\-]){{3,}}{_LETTER}(?!\w)")
_BEGINS: Final = re.compile(r"(?:^|[.!?…:;\n\t•«“\"(\[])[\s«“\"(\[\-–—]*$")
_SHORT_FOR: Final = re.compile(rf"(?<!\w)({_LETTER}{{1,3}})\.\s*$")
_ADDRESSED: Final = frozenset({"gr", "g", "tov", "az", "mr", "mrs", "ms", "dr"})
_INITIALS_AHEAD: Final = re.compile(rf"(?<!\w)({_LETTER}{{1,2}})\.\s*(?:{_LETTER}{{1,2}}\.\s*)?$")
_INITIALS_BEHIND: Final = re.compile(rf"[ \u00a0_]+({_LETTER}{{1,2}})\.")

_WORD_AHEAD: Final = re.compile(rf"({_LETTER}+(?:-{_LETTER}+)?)\.?\s*$")
_WORD_BEHIND: Final = re.compile(rf"[\s,]+({_LETTER}+(?:-{_LETTER}+)?)")
_STREETS: Final = frozenset(
    {"ul", "pr", "prt", "per", "br", "mkr", "im", "imeni", "ksi", "st", "str", "ave", "rd", "road"}
)
_LONG_STREETS: Final = (
    "ulits", "prosp", "pereul", "bulv", "mikror", "kowe", "dangil", "atind", "audan", "stret", "avenue",
)  # fmt: skip

_RUSSIAN_K: Final = "\u043a"
_MARKED: Final = re.compile(r"(?:[ei]v|ov|zoda|zade|sk[ia]?)a?$")
_IN: Final = re.compile(r"ina?$")
_FATHERS: Final = re.compile(r"(?:[eo]vic|[eo]vna|uli|ulu|ugli|ogli|oglu|kizi)$")
_RUSSIAN: Final = ("", "a", "u", "om", "im", "e", "i", "oi", "ih", "imi", "ogo", "omu", "aa", "uu")
_TURKIC: Final = (
    "ga", "ge", "ka", "ke", "ti", "di", "ni", "te", "de", "ta", "da", "ten", "den", "tan", "dan", "nan", "nen", "men",
    "ben", "pen", "tin", "din", "nin", "ting", "ding", "ning", "diki", "tiki", "niki", "dikin", "lar", "ler", "dar",
    "der", "tar", "ter", "lardin", "tardin", "niki", "dagi", "gan",
)  # fmt: skip
_ENDINGS: Final = frozenset((*_RUSSIAN, *_TURKIC, "s", "es", *(f"a{each}" for each in (*_TURKIC, "s"))))
_VOWELS: Final = frozenset("aeiou")
_LEAST_MARKED: Final = 4
_LEAST_IN_SMALL: Final = 6
_LEAST_HEARD: Final = 4
_LEAST_ENDED: Final = 5
_LEAST_AT_BEGINNING: Final = 6
_COMMON: Final = frozenset({
    "casov", "zakonov", "organov", "dogovorov", "dokumentov", "mesatsev", "srokov", "nalogov", "wtrafov", "faktov",
    "pasportov", "razov", "iskov", "sudov", "voprosov", "otvetov", "rabotnikov", "trudov", "osnov", "listov", "vidov",
    "slucaev", "rascetov", "uslov", "aktov", "vzosov", "dohodov", "subota", "voskresene", "ponedelnik", "vtornik",
    "sreda", "cetverg", "patnitsa", "rahmet", "kurban", "bazar", "zavod", "brigada", "delo", "jol", "enbek", "court",
    "service", "contract", "labour", "worker", "letter",
})  # fmt: skip
"""Words that stand in many a letter and are surnames too, folded: they count only amid a sentence, with a capital."""


@dataclass(frozen=True)
class _Surname:
    """A surname as it is looked for: `base` stays the same in every case and for women; `marked` by its ending."""

    base: str
    marked: bool
    given: tuple[str, ...]


@dataclass(frozen=True)
class _Token:
    """A word somebody typed: as written, folded, and the initial beside it, folded, if there is one."""

    raw: str
    folded: str
    begins: bool
    initial: str


def lone_surnames(typed: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Those of `names` whose surname stands in what was `typed`; `known` are names that may stand there."""
    wanted: dict[str, dict[str, _Surname]] = {}
    for name in names:
        surname = _surname(name)
        if surname is not None:
            for key in {surname.base, word_skeleton(surname.base)}:
                wanted.setdefault(key, {})[name] = surname
    free = {name for each in known for token in _tokens(each) for name, _surname in _borne(token, wanted)}
    found = {
        name
        for line in typed.split("\n")
        for token in _tokens(line)
        for name, surname in _borne(token, wanted)
        if name not in free and _names(token, surname)
    }
    yield from sorted(found)


def _borne(token: _Token, wanted: dict[str, dict[str, _Surname]]) -> Iterator[tuple[str, _Surname]]:
    """Whose surname the word may be, in some spelling and some grammatical case."""
    word = token.folded
    for end in range(2, len(word) + 1):
        if word[end:] in _ENDINGS and not _is_a_village(token.raw, word[:end], word[end:]):
            for key in {word[:end], word_skeleton(word[:end])}:
                for name, surname in wanted.get(key, {}).items():
                    if _is_same(word[:end], word[end:], surname):
                        yield name, surname


def _is_street(found: re.Match[str] | None) -> bool:
    word = fold(found[1]).replace(" ", "") if found else ""
    return word in _STREETS or word.startswith(_LONG_STREETS)


def _is_a_village(raw: str, base: str, ending: str) -> bool:
    """Whether a Russian k after a surname makes a place of it; Kazakh writes its case after ov with another letter."""
    russian = ending in ("ka", "ke") and raw[-2:-1].casefold() == _RUSSIAN_K
    return russian and not (base[-2:-1] == "e" and ending == "ke")


def _surname(name: str) -> _Surname | None:
    """The word of a name that tells whose it is, told by its ending, else the first; None for an erased name."""
    words = [word for word in fold(name).split() if word.isalpha()]
    own = [word for word in words if not _FATHERS.search(word)]
    if not own:
        return None
    chosen = next((word for word in own if _is_marked(word)), own[0])
    if chosen != words[0] and not _is_marked(chosen):
        return None
    marked = _is_marked(chosen) or (_IN.search(chosen) is not None and len(chosen) > _LEAST_IN_SMALL)
    base = re.sub(r"(?<=[vn])a$|(?<=sk)[ia]$", "", chosen) if marked else chosen
    return _Surname(base, marked, tuple(word for word in words if word != chosen)) if len(base) > 1 else None


def _is_marked(word: str) -> bool:
    return len(word) > _LEAST_MARKED and _MARKED.search(word) is not None


def _tokens(line: str) -> Iterator[_Token]:
    line = _SPELLED.sub(lambda spelled: re.sub(r"[ .\-]", "", spelled[0]), line)
    line = "".join(
        f" {sign}" if at and sign.isupper() and line[at - 1].islower() else sign for at, sign in enumerate(line)
    )
    for match in _WORD.finditer(line):
        folded = fold(match[0]).replace(" ", "")
        if len(folded) < 2:
            continue
        before, behind = line[: match.start()][-40:], line[match.end() :][:12]
        if _is_street(_WORD_AHEAD.search(before)) or _is_street(_WORD_BEHIND.match(behind)):
            continue
        found = _INITIALS_BEHIND.match(behind) or _INITIALS_AHEAD.search(before)
        short = _SHORT_FOR.search(before)
        begins = _BEGINS.search(before) is not None and (short is None or fold(short[1]) not in _ADDRESSED)
        yield _Token(match[0], folded, begins, fold(found[1]) if found and found[1][0].isupper() else "")


def _names(token: _Token, surname: _Surname) -> bool:
    """Whether a word that was typed is this surname, and not another word or another bearer of it."""
    if token.initial and not any(word.startswith(token.initial) for word in surname.given):
        return False
    capital = token.raw[0].isupper()
    if surname.base in _COMMON:
        return capital and not token.begins and not token.raw.isupper()
    if surname.marked:
        return capital or len(token.folded) >= _LEAST_IN_SMALL
    if not capital:
        return False
    if len(surname.base) >= _LEAST_AT_BEGINNING or token.initial:
        return True
    return not token.begins and not (token.raw.isupper() and len(token.raw) < _LEAST_ENDED)


def _is_same(word: str, ending: str, surname: _Surname) -> bool:
    if not surname.marked and len(surname.base) < _LEAST_ENDED:
        return word == surname.base and not ending
    return word == surname.base or (surname.marked and _heard_alike(word, surname.base))


def _heard_alike(word: str, base: str) -> bool:
    """Another spelling of one surname: the same consonants, and all vowels but one."""
    skeleton = word_skeleton(base)
    if len(skeleton) < _LEAST_HEARD or not word or word[-1] != base[-1] or word_skeleton(word) != skeleton:
        return False
    ours, theirs = _vowels(base), _vowels(word)
    return len(ours) == len(theirs) and sum(a != b for a, b in zip(ours, theirs, strict=True)) <= 1


def _vowels(word: str) -> str:
    return "".join(letter for letter in word if letter in _VOWELS)
