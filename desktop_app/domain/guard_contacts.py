"""Numbers, and how somebody is reached, looked for in a text: telephones, names on the net, a street with its house.

However it is written: digits of any script with anything between them, a letter O for a nought, a street in another
script, case or order, abbreviated or not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from desktop_app.domain.names import fold, latin_shapes

_SHORTEST_NUMBER: Final = 5
_DIGITS_ALONE: Final = 7
_SIGN: Final = r"(?:[^\w\n\t]|_)"
_SHORTEST_PHONE: Final = 7
_END_OF_PHONE: Final = 9
_SHORTEST_PHRASE: Final = 12
_BETWEEN_WORDS: Final = re.compile(r"[\s,;:()«»“”\"]+")
_BETWEEN_NUMBERS: Final = re.compile(r"[,;/]")
# Whatever people put between digits: brackets, dots, every kind of line, signs that are not seen. Cells and lines of a
# letter stay apart, and sums as the program writes them are no part of a number.
_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9])(?:[^\w\n\t]|_)+(?=[0-9])")
_SUM: Final = re.compile(
    r"(?<![0-9,.\-–])[0-9]{1,3}(?:[\u00a0\u202f ][0-9]{3})*,[0-9]{2}(?![0-9,.\-–])"
    r"|(?<![0-9,.\-–])[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]{2}(?![0-9,.\-–])"
)
# Letters of both alphabets that look like a nought, a three, a one.
_ALIKE: Final = {"O": "0", "o": "0", "\u041e": "0", "\u043e": "0", "\u0417": "3", "\u0437": "3"} | dict.fromkeys(
    "Il\u0406|", "1"
)
_LIKE_DIGITS: Final = str.maketrans(_ALIKE)
_MOSTLY_DIGITS: Final = re.compile(rf"(?<!\w)[0-9{''.join(_ALIKE)}+()\- .]{{6,}}(?!\w)")

_MAIL: Final = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_HANDLE: Final = re.compile(r"(?<![\w.])@([\w.]{3,})|(?:t\.me|instagram\.com|facebook\.com|vk\.com|ok\.ru)/([\w.]{3,})")
_ON_NET: Final = re.compile(r"@?[\w.]+")
_NAME: Final = re.compile(r"@?([a-z][a-z0-9_.]{3,})")
_MESSENGERS: Final = ("telegram", "tg", "insta", "wechat", "imo", "viber", "vaiber", "facebook", "fb", "vk")
_SIGNS: Final = {"at": "@", "et": "@", "sobaka": "@", "dot": ".", "tocka": "."}
"""What people call signs, folded."""
_IN_BRACKETS: Final = re.compile(r"[(\[{]\s*([^\W\d_]{2,6})\s*[)\]}]")
_SPOKEN: Final = re.compile(r"(?<=\s)([^\W\d_]{5,6})(?=\s)")
_AROUND_SIGN: Final = re.compile(r"\s*([@.])\s*(?=[a-z])|\s*(@)\s*", re.IGNORECASE)

_TOKEN: Final = re.compile(r"[0-9]+(?:[.:][0-9]+)+|[0-9]+|[^\W\d_]+(?:['’‘`ʻʼ][^\W\d_]+)*")
_SEGMENT: Final = re.compile(r"[\n\t;!?]|(?<=\w{5})\.\s")
_TYPES: Final = frozenset({
    "ul", "pr", "prt", "per", "mkr", "mkrn", "d", "kv", "k", "korp", "g", "s", "a", "pos", "st", "str", "ave", "rd",
    "apt", "ui", "no", "b", "bl", "dom", "doma", "dome", "house", "flat", "road", "lane", "rom", "kom", "selo", "sele",
})  # fmt: skip
_LONG_TYPES: Final = (
    "ulits", "kowe", "prospekt", "dangil", "bulvar", "pereulok", "mikrora", "stret", "avenue", "kvartir", "pater",
    "apartment", "korpus", "posel", "auil", "gorod", "kala", "proezd", "obwejit", "hostel", "komnat", "bolme",
)  # fmt: skip
_NOT_PLACES: Final = frozenset({
    "tel", "mob", "sot", "sms", "posle", "kein", "dein", "sagat", "after", "before", "until", "telefon", "fone",
    "nomer", "number", "vecerom", "utrom", "onli", "tolko", "zvonit", "casov", "minut", "kunde", "cal", "etaj",
    "podezd", "kabat",
})  # fmt: skip
_NEAR: Final = 4
_LEAST_PLACE: Final = 3
_LONGEST_HOUSE: Final = 4


def with_plain_digits(text: str) -> str:
    """The text with every digit, of whatever script or shape, as one of ours."""
    return "".join(sign if sign.isascii() else str(unicodedata.digit(sign, sign)) for sign in text)


@dataclass(frozen=True)
class ReadText:
    """A text to look in; what it takes is read once, when it is asked for."""

    text: str

    @cached_property
    def digits(self) -> str:
        """Its digits, joined where only blanks and signs stand between them; once more with a letter O as a nought."""
        plain = _SUM.sub("¤", self.text)
        meant = "\n".join(_MOSTLY_DIGITS.findall(plain)).translate(_LIKE_DIGITS)
        return _BETWEEN_DIGITS.sub("", f"{plain}\n{meant}")

    @cached_property
    def bare(self) -> str:
        """Its letters and digits alone."""
        return bare(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Its words in the plain Latin form of names."""
        return folded(self.text)

    @cached_property
    def phrase(self) -> str:
        """The same on one line."""
        return " ".join(self.words)

    @cached_property
    def net(self) -> str:
        """The text as addresses on the net are compared."""
        return _on_the_net(self.text)

    @cached_property
    def near(self) -> dict[str, set[str]]:
        """By each number of a house or a flat, the words that stand around it."""
        found: dict[str, set[str]] = {}
        for segment in _SEGMENT.split(self.text):
            tokens = _TOKEN.findall(segment)
            for at, token in enumerate(tokens):
                after = tokens[at + 1] if at + 1 < len(tokens) else ""
                if token.isdecimal() and len(token) <= _LONGEST_HOUSE and not after[:1].isdecimal():
                    around = (fold(each) for each in tokens[max(0, at - _NEAR) : at + _NEAR])
                    found.setdefault(token.lstrip("0"), set()).update(around)
        return found


def folded(text: str) -> list[str]:
    """The words of a text in the plain Latin form of names."""
    return [word for part in _BETWEEN_WORDS.split(text) for word in fold(part).split()]


def bare(text: str) -> str:
    """The letters and digits of a text, those of the two alphabets that look alike as one."""
    return "".join(letter for letter in latin_shapes(text) if letter.isalnum())


def holds_number(number: str, read: ReadText) -> bool:
    """Whether the bare number of a paper stands in the text, its digits alone too when they are many."""
    if len(number) < _SHORTEST_NUMBER:
        return False
    if number in read.bare:
        return True
    digits = "".join(sign for sign in number if sign.isdigit())
    if len(digits) < _DIGITS_ALONE or digits not in read.digits:
        return False
    ahead = "".join(f"(?<![0-9]{_SIGN * gap})" for gap in range(4))
    alone = rf"{ahead}{f'{_SIGN}{{0,2}}'.join(digits)}(?!{_SIGN}?[0-9])"
    return re.search(alone, read.text) is not None


def holds_phone(field: str, read: ReadText) -> bool:
    """Whether a number, or a name on the net, that stands in a phone field stands in the text."""
    field = with_plain_digits(field)
    return any(number in read.digits for number in _phones(field)) or _holds_name(field, read)


def holds_contact(contact: str, read: ReadText) -> bool:
    """Whether a number, a name on the net, three words on end, or a street with its house stand in the text."""
    contact = with_plain_digits(contact)
    if not contact.strip():
        return False
    if holds_phone(contact, read):
        return True
    words = folded(contact)
    runs = [" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))]
    if any(len(run) >= _SHORTEST_PHRASE and run in read.phrase for run in runs):
        return True
    return any(word.startswith(stem) for stem, number in _places(contact) for word in read.near.get(number, ()))


def _phones(field: str) -> Iterator[str]:
    """The ends of the numbers in a phone field: a country code may be written or not."""
    for part in _BETWEEN_NUMBERS.split(field):
        digits = re.sub(r"[^0-9]", "", part)
        if len(digits) >= _SHORTEST_PHONE:
            yield digits[-_END_OF_PHONE:]


def _holds_name(field: str, read: ReadText) -> bool:
    written = _on_the_net(field)
    for mail in _MAIL.findall(written):
        if mail.strip(".") in read.net:
            return True
    handles = [one or other for one, other in _HANDLE.findall(written)]
    for handle in (*handles, *_called(field)):
        name = handle.strip(".")
        # A handle that looks like no word is told by itself, “madina” only where it is one.
        before = r"(?<!\w)" if re.search(r"[0-9_]", name) else r"(?:@|\.me/|\.com/|\.ru/)"
        if name in read.net and re.search(rf"{before}{re.escape(name)}(?!\w)", read.net):
            return True
    return False


def _called(field: str) -> Iterator[str]:
    """Names that stand behind the name of a messenger."""
    tokens = _ON_NET.findall(unicodedata.normalize("NFKC", field))
    for before, after in pairwise(tokens):
        if fold(before).startswith(_MESSENGERS) and (found := _NAME.fullmatch(latin_shapes(after))):
            yield found[1]


def _on_the_net(text: str) -> str:
    """The text in small letters of one alphabet, and once more without what people put around @ and dots."""
    plain = unicodedata.normalize("NFKC", text)
    meant = _SPOKEN.sub(_sign, _IN_BRACKETS.sub(_sign, plain))
    return latin_shapes(f"{plain}\n{_AROUND_SIGN.sub(lambda found: found[1] or found[2], meant)}")


def _sign(called: re.Match[str]) -> str:
    return _SIGNS.get(fold(called[1]), called[0]) if called.re is _IN_BRACKETS or len(called[1]) > 2 else called[0]


def _places(contact: str) -> Iterator[tuple[str, str]]:
    """Streets and villages with the number of the house behind them, as the beginning of a folded word and a number."""
    tokens = [(token, fold(token)) for token in _TOKEN.findall(contact)]
    for at, (number, _folded) in enumerate(tokens):
        if not number.isdecimal() or len(number) > _LONGEST_HOUSE:
            continue
        typed = False
        for step, (raw, word) in enumerate(reversed(tokens[max(0, at - _NEAR) : at])):
            if raw[0].isdecimal():
                break
            if _is_type(word):
                typed = True
            elif len(word) >= _LEAST_PLACE and word not in _NOT_PLACES:
                ahead = tokens[at - step - 2][1] if at - step >= 2 else ""
                behind = tokens[at + 1][1] if at + 1 < len(tokens) else ""
                if typed or _is_type(ahead) or _is_type(behind) or (step == 0 and raw[0].isupper()):
                    yield word[: max(_LEAST_PLACE, len(word) - 2)], number.lstrip("0")
                break


def _is_type(word: str) -> bool:
    return word in _TYPES or word.startswith(_LONG_TYPES)
