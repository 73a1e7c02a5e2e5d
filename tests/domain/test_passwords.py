"""Which passwords are refused, and with what sentence; and what phrases are proposed."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import passwords
from desktop_app.domain.passwords import password_problems
from desktop_app.i18n import LANGUAGES

PERSONAL = (
    "aigul",
    "Айгүл Оспанова",
    "Мигранттарды қолдау орталығы",
    "Центр поддержки мигрантов",
    "Migrant centre «Ғ»",
)


def _refused(password: str) -> bool:
    return bool(list(password_problems("password", password, personal=PERSONAL)))


@pytest.mark.parametrize(
    "password",
    [
        "four words make one",
        "жеті қазына тоғыз",
        "Zx9#kk!!pq77wv",
        "дом " * 10 + "трава ключ окно",
        "correct horse battery",
        "дом трава ключ",
        "x7#Kq!9vLmZ2",
        "көк аспан жасыл тау",
        "love is a quiet river bend",
        "пароль для старого сарая у реки",
    ],
    ids=range(10),
)
def test_long_and_uncommon_passwords_are_taken(password: str) -> None:
    assert not _refused(password)


REFUSED = (
    *("", "short", "eleven sign", "x" * 129, "aaaaaaaaaaaaaa", "            ", "ababababababab", "abcabcabcabcabc"),
    *("passwordpassword", "password2026!!", "P@ssw0rd123456", "pa$$word pa$$word", "LetMeIn-LetMeIn1", "iloveyou1234"),
    *("qwertyuiop123", "1q2w3e4r1q2w3e4r", "asdfghjkl;'12", "zxcvbnm,./123", "abcdefghijkl", "12345678901234567"),
    *(
        "пароль123456789",
        "Пароль пароль 1",
        "йцукенгшщзхъ",
        "фывапролджэ1",
        "абвгдежзийкл",
        "люблютебя2026",
        "привет привет!",
    ),
    *(
        "центр2026центр",
        "мигрант мигрант",
        "тірек тірек 2026",
        "құпиясөз12345",
        "қазақстан2026",
        "орталық орталық",
        "сәлем сәлем 12",
    ),
    *(
        "aigul1234567",
        "айгүл оспанова",
        "Айгүл-Оспанова-77",
        "мигранттарды қолдау",
        "поддержки мигрантов",
        "tirektirek2026",
    ),
    *("almaty almaty 1", "administrator1", "әіңғүұқөһ12345", "987654321098", "zyxwvutsrqpo"),
)


@pytest.mark.parametrize("password", REFUSED, ids=range(len(REFUSED)))
def test_short_common_and_personal_passwords_are_refused(password: str) -> None:
    (problem,) = password_problems("password", password, personal=PERSONAL)
    assert problem.field == "password"


@pytest.mark.parametrize(("length", "words"), [(11, "at least"), (129, "at most")])
def test_the_sentence_says_how_long(length: int, words: str) -> None:
    (problem,) = password_problems("password", ("k7#Qz!v9 " * 20)[:length])
    assert words in problem.message.msgid


@pytest.mark.parametrize("length", [12, 64, 128])
def test_every_length_between_is_taken(length: int) -> None:
    assert not _refused(("k7#Qz!v9 mБү" + "лaнtраw3x2 йqпо" * 10)[:length])


def test_letters_count_as_they_are_compared() -> None:
    """Composed and taken apart, wide and narrow letters are one password (NFKC)."""
    composed = "ёлка й мой"
    assert len(unicodedata.normalize("NFD", composed)) >= 12
    assert _refused(unicodedata.normalize("NFD", composed)), "ten letters, however they are stored"
    assert _refused("ｐａｓｓｗｏｒｄ１２３４")


@given(st.text(max_size=200))
def test_no_text_breaks_the_check(password: str) -> None:
    assert len(list(password_problems("password", password, personal=PERSONAL))) <= 1


# phrases


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_phrases_are_short_plain_and_many(language: str) -> None:
    words = passwords.phrase_words(language)
    assert len(words) == len(set(words)) >= 1024
    letters = {"en": r"abcdefghijklmnopqrstuvwxyz", "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя"}
    allowed = set(letters.get(language, letters["ru"] + "әғқңөұүһі"))
    assert all(set(word) <= allowed and 3 <= len(word) <= 10 for word in words)
    assert math.log2(len(words)) * passwords.WORDS >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposed_phrase_is_an_acceptable_password(language: str) -> None:
    for _ in range(200):
        phrase = passwords.proposed_phrase(language)
        assert len(phrase.split(" ")) == passwords.WORDS
        assert set(phrase.split(" ")) <= set(passwords.phrase_words(language))
        assert not _refused(phrase)


def test_phrases_are_drawn_at_random() -> None:
    drawn = Counter(word for _ in range(2000) for word in passwords.proposed_phrase("en").split(" "))
    assert len(drawn) > 0.99 * len(passwords.phrase_words("en"))
    assert max(drawn.values()) < 40
