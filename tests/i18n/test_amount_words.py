from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.i18n import LANGUAGES, amount_in_words


@pytest.mark.parametrize(
    ("amount", "kk", "ru", "en"),
    [
        ("0", "нөл теңге", "ноль тенге", "zero tenge"),
        ("1", "бір теңге", "один тенге", "one tenge"),
        ("0.01", "нөл теңге бір тиын", "ноль тенге один тиын", "zero tenge one tiyn"),
        ("5.02", "бес теңге екі тиын", "пять тенге два тиына", "five tenge two tiyn"),
        (
            "21.11",
            "жиырма бір теңге он бір тиын",
            "двадцать один тенге одиннадцать тиынов",
            "twenty-one tenge eleven tiyn",
        ),
        ("40.05", "қырық теңге бес тиын", "сорок тенге пять тиынов", "forty tenge five tiyn"),
        (
            "180000.50",
            "бір жүз сексен мың теңге елу тиын",
            "сто восемьдесят тысяч тенге пятьдесят тиынов",
            "one hundred and eighty thousand tenge fifty tiyn",
        ),
        (
            "2001049.32",
            "екі миллион бір мың қырық тоғыз теңге отыз екі тиын",
            "два миллиона одна тысяча сорок девять тенге тридцать два тиына",
            "two million, one thousand and forty-nine tenge thirty-two tiyn",
        ),
        ("1000000000000", "бір триллион теңге", "один триллион тенге", "one trillion tenge"),
    ],
)
def test_amounts_in_three_languages(amount, kk, ru, en):
    assert [amount_in_words(Decimal(amount), lang) for lang in LANGUAGES] == [kk, ru, en]


@pytest.mark.parametrize(
    ("tiyn", "word"),
    [
        (1, "тиын"),
        (2, "тиына"),
        (4, "тиына"),
        (5, "тиынов"),
        (11, "тиынов"),
        (12, "тиынов"),
        (14, "тиынов"),
        (21, "тиын"),
        (22, "тиына"),
        (91, "тиын"),
        (99, "тиынов"),
    ],
)
def test_russian_tiyn_agree_with_their_number(tiyn, word):
    assert amount_in_words(Decimal(tiyn) / 100, "ru").endswith(" " + word)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (100, "бір жүз теңге"),
        (1100, "бір мың бір жүз теңге"),
        (2115, "екі мың бір жүз он бес теңге"),
        (100_100, "бір жүз мың бір жүз теңге"),
        (100_000_000, "бір жүз миллион теңге"),
        (945_196, "тоғыз жүз қырық бес мың бір жүз тоқсан алты теңге"),
        (200_900, "екі жүз мың тоғыз жүз теңге"),
    ],
)
def test_a_kazakh_hundred_is_counted_so_that_nothing_can_be_slipped_in_before_it(amount, words):
    assert amount_in_words(Decimal(amount), "kk") == words


def test_parts_of_a_tiyn_are_rounded_half_up():
    assert amount_in_words(Decimal("0.995"), "en") == "one tenge"


def test_a_negative_amount_is_a_bug():
    with pytest.raises(ValueError, match="negative"):
        amount_in_words(Decimal(-1), "kk")


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(LANGUAGES))
def test_every_amount_has_words_and_no_digits(amount, lang):
    words = amount_in_words(amount, lang)
    assert words == " ".join(words.split())
    assert not any(character.isdigit() for character in words)


@given(
    st.integers(min_value=0, max_value=99_999_999),
    st.integers(min_value=0, max_value=99_999_999),
    st.sampled_from(LANGUAGES),
)
def test_two_amounts_never_share_their_words(one, other, lang):
    same = amount_in_words(Decimal(one) / 100, lang) == amount_in_words(Decimal(other) / 100, lang)
    assert same == (one == other)
