"""What is read out of a typed text before the file is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import search, vocabulary
from desktop_app.domain.employers import EmployerKind as Kind
from desktop_app.domain.employers import EmployerRow


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("+7 (701) 123-45-67", "77011234567"),
        ("940140000385", "940140000385"),
        ("№ 123", "123"),
        ("12", ""),
        ("юсупов 701", ""),
        ("", ""),
        ("1" * 99 + "x", ""),
    ],
)
def test_a_number_is_told_from_a_name(text: str, digits: str) -> None:
    assert search.typed_number(text) == digits


@pytest.mark.parametrize(
    ("phone", "tail"),
    [
        ("+7 701 123 45 67", "7654321107"),
        ("8 (701) 123-45-67", "7654321107"),
        ("701 1234567", "7654321107"),
        ("+998 90 123 45 67", "765432109899"),
        ("жена: 87011234567, сам 87770000000", "7654321107"),
        ("нет", ""),
    ],
)
def test_phones_are_kept_by_their_last_digits(phone: str, tail: str) -> None:
    assert search.phone_tail(phone) == tail


def test_forms_of_organisation_are_left_out_beside_other_words() -> None:
    assert search.query_words("ТОО «Алтын»") == search.query_words("жшс алтын") == ("altin",)
    assert search.query_words("ТОО") == ("to",)


def test_a_lone_letter_narrows_nothing_and_an_initial_is_not_looked_up() -> None:
    assert not search.is_searchable("А")
    assert not search.is_searchable(" . ")
    assert search.query_words("А Юсупов") == ("a", "usupov")
    assert search.words_to_match(("a", "usupov")) == ("usupov",)


def test_the_stored_skeleton_is_the_same_whichever_word_comes_first() -> None:
    assert search.name_skeleton("Юлдашев Гулом") == search.name_skeleton("G'ulom Yo'ldoshev")


@given(st.text(max_size=60))
def test_any_text_gives_quoted_words_only(text: str) -> None:
    for word in search.query_words(text):
        assert '"' not in word
        assert "\x00" not in word


def test_the_vocabulary_names_long_beginnings_and_leaves_short_ones_to_the_index() -> None:
    words = vocabulary.Vocabulary(["usupov", "usupova", "usufov", "aliev"])
    assert words.beginning("us") == '"us"*'
    assert words.beginning("usup") == '"usupov" OR "usupova"'
    assert words.beginning("usupov") == '"usupov" OR "usupova" OR "usufov"'
    assert words.beginning("karim") == ""
    assert words.alike("alyev") == '"aliev"'
    words.learn(["karimov", "aliev"])
    assert words.beginning("karim") == '"karimov"'


def test_a_beginning_of_many_words_is_not_named_word_by_word() -> None:
    words = vocabulary.Vocabulary([f"karim{letter}{other}" for letter in "abcdefgh" for other in "abcdefgh"])
    assert words.beginning("karim").startswith('"karim"*')


def test_rows_below_a_row() -> None:
    rows = tuple(EmployerRow(number, "x", Kind.COMPANY, "", 0) for number in (5, 3, 9))
    assert search.below(rows, None, 2) == rows[:2]
    assert search.below(rows, 3, 5) == rows[2:]
    assert search.below(rows, 77, 5) == ()


def test_repeated_letters_narrow_a_list_to_nothing_rather_than_to_everything() -> None:
    assert search.is_searchable("zzzzzz")
    assert not search.is_searchable("z")
    assert not search.query_words("zzzzzz")
