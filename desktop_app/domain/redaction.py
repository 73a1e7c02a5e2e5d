"""Names out of a text: known people and firms become codes, numbers and strangers a mark, in any script and case.

Made for the redacted print-out of a case. It would rather take out a word too many than leave a name: a name is
found in another script, spelling or grammatical case, inside another word, and beside marks that cannot be seen. A name
that the file does not know cannot be told from a word at the beginning of a sentence; who prints it is told so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from desktop_app.domain.names import fold, word_skeleton

GONE: Final = "[…]"
"""Stands for a number, an address on the net or a stranger’s name: nothing that could be told apart."""

_APOSTROPHES: Final = "'`´‘’‛ʹʻʼʽˈ′＇"
_LETTER: Final = r"[^\W\d_][\u0300-\u036f]*"
_WORD: Final = re.compile(rf"(?:{_LETTER})+(?:[{_APOSTROPHES}]+(?:{_LETTER})+)*")
_ON_THE_NET: Final = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S+|(?<!\w)@\w{3,}|\bt\.me/\S+", re.IGNORECASE)
# Six digits and more are a phone, an IIN or a document, however they are spaced; a day is written with dots.
_NUMBER: Final = re.compile(r"(?P<series>\b[^\W\d_]{1,2}[ №#-]{0,2})?[+(]{0,2}\d(?:[\s()\-–‑/]{0,2}\d){5,}")
_MONEY: Final = ("tenge", "tg", "rub", "som", "sum", "dolar", "kzt", "usd")
"""How money is called behind a sum, as names are folded."""
_SUM: Final = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3}){1,2}|\d{6,8}")
_SPELLED: Final = re.compile(rf"(?<!\w)(?:{_LETTER}[ .\-]){{3,}}{_LETTER}(?!\w)")
_DOTTED: Final = re.compile(r"\d{2,}(?:[.,]\d{2,}){2,}")
_DAY: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_END_OF_SENTENCE: Final = re.compile(r"(?:^|[.!?…:;\n«“\"])[\s«“\"\-–—]*$")
_RUN: Final = re.compile(r"[^\W_]{6,}")
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_PART: Final = 4
_LEAST_SKELETON: Final = 3
_LONGEST_ENDING: Final = 4
_SHORT_FOR: Final = 5
_KINSHIP: Final = frozenset({"uli", "ulu", "ugli", "ogli", "oglu", "kizi", "zoda"})
"""Words that only introduce a father’s name: they go with the name they follow and stay alone."""
_FATHER: Final = frozenset({"father"})
_FORMS: Final = frozenset({"ak", "ao", "ie", "ip", "jk", "jsc", "jws", "kh", "lc", "lp", "o", "oao", "pk", "to", "wk"})
"""Legal forms of firms in the languages of the file, folded: they name nobody."""


@dataclass(frozen=True)
class Named:
    """Somebody or something with a name. `code` stands for it everywhere; `names` are all it is called in the file.

    `plain`: it is called by ordinary words, as firms and sites are, so only words that begin with a capital are its.
    """

    code: str
    names: tuple[str, ...]
    plain: bool = False


@dataclass(frozen=True)
class Redactor:
    """Takes names and numbers out of texts. `strangers`: words with a capital amid a sentence go as well."""

    named: tuple[Named, ...]
    strangers: bool = True
    _seen: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def redact(self, text: str) -> str:
        """The text without names and numbers. The same person becomes the same code each time."""
        plain = visible(text)
        plain = _ON_THE_NET.sub(GONE, plain)
        plain = _NUMBER.sub(_number, plain)
        plain = _SPELLED.sub(GONE, _DOTTED.sub(_number, plain))
        return _tidied("".join(self._words(_RUN.sub(_mixed, plain))))

    def codes_of(self, text: str) -> tuple[str, ...]:
        """The codes of those a text names, in their order, each once."""
        found = (codes for _start, _end, codes in self._joined(visible(text)))
        return tuple(dict.fromkeys(code for codes in found for code in sorted(codes, key=_by_number)))

    def _words(self, text: str) -> Iterator[str]:
        at = 0
        for start, end, codes in self._joined(text):
            yield text[at:start]
            yield "/".join(sorted(codes, key=_by_number)) if codes else GONE
            at = end
        yield text[at:]

    def _joined(self, text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Words of one name that follow each other become one place, as long as they can be one person."""
        held: tuple[int, int, frozenset[str]] | None = None
        for start, end, codes in self._found(text):
            kin = codes == _FATHER
            if held is not None and _is_joint(text[held[1] : start]) and (kin or held[2] & codes or held[2] == codes):
                held = (held[0], end, held[2] if kin else held[2] & codes)
                continue
            if held is not None:
                yield held
            held = None if kin else (start, end, codes)
        if held is not None:
            yield held

    def _found(self, text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Where a name stands, and whose it may be; nobody’s for a stranger’s, a father’s for “son of”."""
        for match in _WORD.finditer(text):
            word = match[0]
            codes = self._whose(word)
            if not codes and _folded(word) in _KINSHIP:
                codes = _FATHER
            if codes:
                yield match.start(), match.end(), codes
            elif self.strangers and _is_stranger(word, text[: match.start()]):
                yield match.start(), match.end(), frozenset()

    def _whose(self, word: str) -> frozenset[str]:
        if word not in self._seen:
            self._seen[word] = self._look(word)
        return self._seen[word]

    def _look(self, word: str) -> frozenset[str]:
        """The best match alone counts: the word itself, the word within, its beginning, its consonants."""
        told, capital = _folded(word), word[0].isupper()
        if told in _KINSHIP or told in _FORMS:
            return frozenset()
        names = [name for name in self._names if capital or not name.plain]
        raw = word.casefold()
        for fits in (_is_same, _is_within, _is_beginning, _is_heard_alike if capital else _never):
            found = [name for name in names if fits(name, told, raw)]
            if found:
                # A person is told from a firm that bears the same name: it is the person who must not be seen.
                people = [name for name in found if not name.plain]
                return frozenset(name.code for name in people or found)
        return frozenset()

    @cached_property
    def _names(self) -> tuple[_Name, ...]:
        found = (
            _Name(each.code, told, word_skeleton(told), word.casefold(), each.plain)
            for each in self.named
            for name in each.names
            for word in _WORD.findall(visible(name))
            if (told := _folded(word)) not in _KINSHIP and told not in _FORMS
        )
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class _Name:
    """A word of a name: folded, its consonants, as it is written."""

    code: str
    word: str
    skeleton: str
    raw: str
    plain: bool


def visible(text: str) -> str:
    """The text as it is seen: composed letters, no marks without width that could part a name."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(mark for mark in composed if mark == "\n" or unicodedata.category(mark) not in ("Cf", "Cc", "Co"))


def _is_same(name: _Name, word: str, _raw: str) -> bool:
    return name.word == word


def _is_within(name: _Name, word: str, raw: str) -> bool:
    """A name of four letters and more inside a word: written together with another, or with a short prefix."""
    if name.plain:
        return False
    return (len(name.word) >= _PART and name.word in word) or (len(name.raw) >= _PART and name.raw in raw)


def _is_beginning(name: _Name, word: str, _raw: str) -> bool:
    """A name with the ending of a case, which may change its last letters."""
    lost = 1 if name.plain else 2
    stem = name.word[: max(_PART, len(name.word) - lost)]
    return len(name.word) >= _PART and word.startswith(stem) and len(word) <= len(name.word) + _LONGEST_ENDING


def _is_heard_alike(name: _Name, word: str, _raw: str) -> bool:
    """Another spelling of a name, perhaps with an ending: the same consonants, about as long."""
    if len(name.skeleton) < _LEAST_SKELETON or len(name.word) < _SHORT_FOR or name.plain:
        return False
    if abs(len(word) - len(name.word)) > _LONGEST_ENDING:
        return False
    return any(word_skeleton(word[:end]) == name.skeleton for end in range(len(name.word) - 1, len(word) + 1))


def _never(_name: _Name, _word: str, _raw: str) -> bool:
    return False


def _folded(word: str) -> str:
    """The folded word; as it is written where no letter of it has a Latin sound."""
    return fold(word).replace(" ", "") or word.casefold()


def _is_stranger(word: str, before: str) -> bool:
    """Whether a word with a capital stands where only names have one: amid a sentence."""
    if len(word) < 3 or not word[0].isupper() or (word.isupper() and len(word) <= _PART):
        return False
    return not _END_OF_SENTENCE.search(before[-40:])


def _is_joint(between: str) -> bool:
    return re.fullmatch(r"[ \t\u00a0\-–.]{1,3}", between) is not None


def _number(match: re.Match[str]) -> str:
    """A mark in place of a number; days, and sums that name their money, stay."""
    series = match.groupdict().get("series") or ""
    number = match[0][len(series) :]
    if _DAY.fullmatch(number) or _is_sum(number, match.string[match.end() : match.end() + 12].lstrip()):
        return match[0]
    # A word before a number (“or 8 701 …”) stays, the series of a document goes with it.
    return GONE if series.rstrip(" №#-").isupper() else series + GONE


def _is_sum(number: str, behind: str) -> bool:
    money = fold(behind).startswith(_MONEY) or behind.startswith(("₸", "$"))
    return money and _SUM.fullmatch(number) is not None


def _mixed(match: re.Match[str]) -> str:
    """A run of letters and digits goes: the number of a document, or a name with a year."""
    return GONE if _FOUR_DIGITS.search(match[0]) and not match[0].isdigit() else match[0]


def _by_number(code: str) -> tuple[str, int]:
    return code[:1], int(code[1:]) if code[1:].isdigit() else 0


def _tidied(text: str) -> str:
    return re.sub(r"\[…\](?:[ ,]*\[…\])+", GONE, text)
