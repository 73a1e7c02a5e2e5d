"""One name in four scripts and ten spellings: the keys to find it by.

`fold` brings Kazakh, Russian, Uzbek, Tajik and Kyrgyz Cyrillic and their Latin spellings to one plain Latin form;
`skeleton` keeps the consonants of that form. Both only find candidates: how alike two names are, and why, is told
by `alike`. Strangers have alike names, so nothing is ever merged by them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from desktop_app.domain.likeness import Likeness, likeness

_APOSTROPHES: Final = dict.fromkeys(map(ord, "`´‘’‛ʹʻʼʽˈ′＇"), "'")
_VOWELS: Final = "aeiou"

# One Latin letter for one sound: c is ch, j is zh and dj, w is sh. Hard and soft signs have no sound.
_CYRILLIC: Final = str.maketrans(
    {
        **dict(zip("абвгдеёжзийклмн", "abvgdeejziiklmn", strict=True)),
        **dict(zip("опрстуфхчшщыэюя", "oprstufhcwwieua", strict=True)),
        **dict(zip("әғқңөұүһіґєїўӯӣҳҷҡҗѓ", "agknouuhigeiuuihjkjg", strict=True)),
        "ц": "ts",
        "ъ": "",
        "ь": "",
    }
)
# Letters that say more than they would without their mark.
_LATIN: Final = str.maketrans(
    dict(zip("əıøłßwq", "aiolsvk", strict=True)) | {"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh"}
)
_SOUND_OF: Final = dict(
    zip(
        ("shch", "sch", "sh", "ch", "kh", "gh", "dzh", "dj", "zh", "ph", "ck", "x", "y"),
        ("w", "w", "w", "c", "h", "g", "j", "j", "j", "f", "k", "h", "i"),
        strict=True,
    )
)
_DIGRAPHS: Final = re.compile("|".join(_SOUND_OF))
# Where x is ks and not the Uzbek h: Alexandr, Maxim, Max, Xenia, Roxana, Felix.
_X_AS_KS: Final = re.compile(r"(?<=ale)x|(?<=ma)x(?=im|\b)|\bx(?=en)|(?<=ro)x(?=an)|(?<=feli)x")
_LOOKALIKES: Final = str.maketrans("ABCEHKMOPTXYIaceopxyih", "АВСЕНКМОРТХУІасеорхуіһ")
_SHAPES: Final = str.maketrans("авсенкмортхуі", "abcehkmoptxyi")
_CYRILLIC_LETTER: Final = re.compile("[\u0400-\u04ff]")
_NOT_A_WORD: Final = re.compile(r"[\W_]+")
_BETWEEN_WORDS: Final = re.compile(r"[\s\-‐–—./,]+")
_LONGEST_NAME: Final = 1000
_MOST_WORDS: Final = 8
_LONGEST_WORD: Final = 40


def latin_shapes(text: str) -> str:
    """The text in small letters, a Cyrillic letter whose capital looks like a Latin one as that one.

    The series of a paper is typed in either script, and nobody sees in which.
    """
    return text.casefold().translate(_SHAPES)


def fold(name: str) -> str:
    """The plain Latin form of a name, its words in their order: "Ғұлом Йўлдошев" and "G'ulom Yo'ldoshev" alike
    become "gulom uldowev". Marks, apostrophes, doubled letters and case do not count; digits are kept.
    """
    return " ".join(word for part in _BETWEEN_WORDS.split(name[:_LONGEST_NAME]) for word in _folded_word(part).split())


def skeleton(name: str) -> str:
    """The consonants of the folded words in their order, a vowel only in front and a final a: "glm aldwv".

    The final a stays because it tells Karimova from Karimov. Words in another order give another skeleton.
    """
    return " ".join(word_skeleton(word) for word in fold(name).split())


def words(name: str) -> tuple[tuple[str, str], ...]:
    """The first words of a name as written, each with its folded form; nobody's name has more than eight."""
    parts = _BETWEEN_WORDS.split(name[:_LONGEST_NAME])
    folded = ((part, _folded_word(part).replace(" ", "")[:_LONGEST_WORD]) for part in parts)
    return tuple(word for word in folded if word[1])[:_MOST_WORDS]


def alike(a: str, b: str) -> Likeness:
    """How alike two names are across scripts and spellings, 0 to 1, and why.

    The order of words does not count; a patronymic, an initial or a courtesy ending may be missing on one side.
    """
    return likeness(words(a), words(b))


@lru_cache(maxsize=100_000)
def _folded_word(word: str) -> str:
    word = unicodedata.normalize("NFC", word).translate(_APOSTROPHES)
    if _CYRILLIC_LETTER.search(word):
        word = word.translate(_LOOKALIKES)
    plain = _latin_sounds(unicodedata.normalize("NFKC", word.casefold()))
    plain = re.sub("(?<![бвгджзклмнпрстфхцчшщқғҳңҷ])ё", "о", plain).replace("дж", "ж")
    plain = plain.translate(_CYRILLIC)
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(mark))
    plain = re.sub(r"i+(?=[aeou])", "", plain)
    plain = re.sub(r"([a-z])\1+", r"\1", plain)
    return _NOT_A_WORD.sub(" ", plain).strip()


def _latin_sounds(word: str) -> str:
    """Latin spellings of one sound as one letter; o with an apostrophe is the Uzbek u."""
    word = word.translate(_LATIN).replace("o'", "u")
    word = _X_AS_KS.sub("ks", word)
    return _DIGRAPHS.sub(_sound, word).replace("'", "")


def _sound(match: re.Match[str]) -> str:
    return _SOUND_OF[match[0]]


@lru_cache(maxsize=100_000)
def word_skeleton(folded: str) -> str:
    """The skeleton of one folded word: consonants as they are heard, f as p; at the end of a word b, d, g, z as
    p, t, k, s and h not at all.
    """
    heard = folded.replace("f", "p")
    if len(heard) > 2:
        heard = heard.removesuffix("h")
    first, rest = heard[:1], heard[1:]
    ending = "a" if rest[-1:] in ("a", "o") else ""
    consonants = "".join(letter for letter in rest if letter not in _VOWELS)
    if consonants and not ending:
        consonants = consonants[:-1] + consonants[-1].translate(_AT_THE_END)
    kept = ("a" if first in _VOWELS else first) + consonants + ending
    return re.sub(r"([a-z])\1+", r"\1", kept)


_AT_THE_END: Final = str.maketrans("bdgz", "ptks")
