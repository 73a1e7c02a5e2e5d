from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import AppError
from desktop_app.i18n import (
    LANGUAGES,
    for_language,
    format_date,
    format_month,
    format_partial,
    parse_day,
    parse_partial,
)

NOVEMBER = date(2026, 11, 21)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


def sentence(text: str, read=parse_day) -> str:
    with pytest.raises(AppError) as caught:
        read(text)
    return caught.value.text(for_language("en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_short_date_is_the_same_in_every_language(lang):
    assert format_date(NOVEMBER, lang) == "21.11.2026"
    assert format_date(date(2026, 3, 1), lang) == "01.03.2026"


def test_long_dates():
    assert format_date(NOVEMBER, "kk", "long") == "2026 жылғы 21 қараша"
    assert format_date(NOVEMBER, "ru", "long") == "21 ноября 2026 года"
    assert format_date(NOVEMBER, "en", "long") == "21 November 2026"


def test_months():
    march = date(2026, 3, 31)
    assert format_month(march, "kk") == "2026 жылғы наурыз"
    assert format_month(march, "ru") == "март 2026 года"
    assert format_month(march, "en") == "March 2026"


def test_partial_dates_show_only_what_is_known():
    assert format_partial(1987, None, None, "kk") == "1987"
    assert format_partial(1987, 5, None, "ru") == "май 1987 года"
    assert format_partial(1987, 5, 20, "en") == "20.05.1987"


@pytest.mark.parametrize(
    "text",
    [
        "21.11.2026",
        " 21.11.2026 ",
        "21/11/2026",
        "21-11-2026",
        "21. 11. 2026",
        "2026-11-21",
        "2026.11.21",
        "21.11.2026 г.",
        "21 ноября 2026 года",
        "21 Ноября 2026г.",
        "2026 жылғы 21 қараша",
        "21 November 2026",
        "November 21, 2026",
        "21\u00a0ноября\u00a02026",
    ],
)
def test_one_day_typed_in_many_ways(text):
    assert parse_day(text) == NOVEMBER


def test_the_day_comes_before_the_month():
    assert parse_day("05/06/2025") == date(2025, 6, 5)
    assert parse_day("5.6.2025") == date(2025, 6, 5)


@pytest.mark.parametrize("text", ["31.02.2026", "29.02.2025", "00.01.2025", "01.13.2025", "2025-00-10", "0.2025"])
def test_days_that_do_not_exist(text):
    assert "no such date" in sentence(text, parse_partial)


@pytest.mark.parametrize("text", ["01.03.26", "87", "'87", "5/6/87", "03.26"])
def test_two_digit_years_are_refused(text):
    assert "four digits" in sentence(text)
    assert "four digits" in sentence(text, parse_partial)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "завтра", "весна 2024", "1", "12345", "2026 2027", "x" * 10**6, "=1+1", "21.11.2026\u202e1"],
)
def test_what_is_no_date(text):
    assert "20" in sentence(text)


@pytest.mark.parametrize("text", ["1987", "05.1987", "май 1987"])
def test_a_day_is_asked_for_when_it_is_missing(text):
    assert "day, month and year" in sentence(text)


@pytest.mark.parametrize("text", ["01.01.0001", "31.12.1899", "2200", "9999-12-31"])
def test_years_that_cannot_be(text):
    assert "between 1900 and 2199" in sentence(text, parse_partial)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1987", (1987, None, None)),
        ("1987 г.", (1987, None, None)),
        ("1987г.р.", (1987, None, None)),
        ("1987 ж.", (1987, None, None)),
        ("1987 ж.т.", (1987, None, None)),
        ("1987 жылы", (1987, None, None)),
        ("05.1987", (1987, 5, None)),
        ("1987-05", (1987, 5, None)),
        ("май 1987 г.", (1987, 5, None)),
        ("1987 жылғы мамыр", (1987, 5, None)),
        ("20.05.1987", (1987, 5, 20)),
    ],
)
def test_partial_dates_keep_what_was_typed_and_no_more(text, parts):
    assert parse_partial(text) == parts


@given(DAYS, st.sampled_from(LANGUAGES), st.sampled_from(["short", "long"]))
def test_what_is_printed_is_read_back(day, lang, style):
    assert parse_day(format_date(day, lang, style)) == day


@given(DAYS, st.sampled_from(LANGUAGES))
def test_printed_months_are_read_back(day, lang):
    assert parse_partial(format_month(day, lang)) == (day.year, day.month, None)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_a_sentence(text):
    with suppress(AppError):
        year, month, day = parse_partial(text)
        assert 1900 <= date(year, month or 1, day or 1).year <= 2199
