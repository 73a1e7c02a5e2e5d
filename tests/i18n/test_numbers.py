from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import AppError
from desktop_app.i18n import LANGUAGES, for_language, format_money, format_number, parse_amount

AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2)


def sentence(text: str) -> str:
    with pytest.raises(AppError) as caught:
        parse_amount(text)
    return caught.value.text(for_language("en"))


def test_money_in_three_languages():
    amount = Decimal("180000.50")
    assert format_money(amount, "kk") == "180\u00a0000,50\u00a0₸"
    assert format_money(amount, "ru") == "180\u00a0000,50\u00a0₸"
    assert format_money(amount, "en") == "180,000.50\u00a0₸"
    assert format_money(Decimal(85000), "ru", sign=False) == "85\u00a0000,00"
    assert format_money(Decimal("-1234.5"), "en") == "−1,234.50\u00a0₸"


def test_money_is_rounded_half_up():
    assert format_money(Decimal("0.125"), "en") == "0.13\u00a0₸"
    assert format_money(Decimal("0.135"), "en") == "0.14\u00a0₸"


def test_numbers_keep_their_decimals():
    assert format_number(Decimal("16.50"), "ru") == "16,50"
    assert format_number(Decimal("16.50"), "en") == "16.50"
    assert format_number(1234567, "kk") == "1\u00a0234\u00a0567"
    assert format_number(Decimal("1E+3"), "en") == "1,000"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("150000", "150000"),
        ("150 000", "150000"),
        ("150\u00a0000,50", "150000.50"),
        ("150\u202f000,5", "150000.50"),
        ("150,000.50", "150000.50"),
        ("150.000,50", "150000.50"),
        ("150,000", "150000"),
        ("150.000", "150000"),
        ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"),
        ("1'234'567.89", "1234567.89"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0,01", "0.01"),
        ("180 000,50 ₸", "180000.50"),
        ("180000тг", "180000"),
        ("180000 тг.", "180000"),
        ("180 000 теңге", "180000"),
        ("180 000 ТЕНГЕ", "180000"),
        ("KZT 180,000", "180000"),
        ("180000 kzt", "180000"),
        ("1000000000000", "1000000000000"),
        ("0", "0"),
    ],
)
def test_amounts_as_people_type_them(text, amount):
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Type an amount"),
        ("  ₸ ", "Type an amount"),
        ("-5", "less than zero"),
        ("−180 000", "less than zero"),
        ("1,234,5", "not an amount"),
        ("1.234,567", "at most two digits"),
        ("0,125", "at most two digits"),
        ("1e18", "not an amount"),
        ("1000000000000000000", "too large"),
        ("1000000000000,01", "too large"),
        ("=1+1", "not an amount"),
        ("не знает", "not an amount"),
        ("510000-560000", "not an amount"),
        ("12,34.56,7", "not an amount"),
        ("$1708", "not an amount"),
        (",", "not an amount"),
        (".", "not an amount"),
        ("٣٤", "not an amount"),
        ("9" * 10**6, "not an amount"),
        ("NaN", "not an amount"),
        ("Infinity", "not an amount"),
    ],
)
def test_each_wrong_amount_has_its_sentence(text, words):
    assert words in sentence(text)


@given(AMOUNTS, st.sampled_from(LANGUAGES), st.booleans())
def test_what_is_printed_is_read_back(amount, lang, sign):
    assert parse_amount(format_money(amount, lang, sign)) == amount


@given(st.text(alphabet="0123456789,. -₸тге’", max_size=20))
def test_any_text_is_an_amount_or_a_sentence(text):
    with suppress(AppError):
        amount = parse_amount(text)
        assert 0 <= amount <= 10**12
        assert amount == amount.quantize(Decimal("0.01"))
