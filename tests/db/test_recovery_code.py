"""The recovery code is random enough, and a slip of the pen is noticed."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import recovery_code
from desktop_app.db.recovery_code import ALPHABET

CODE = recovery_code.new_code()
SIGNS = CODE.replace("-", "")


def test_a_code_has_at_least_128_random_bits() -> None:
    random_signs = len(SIGNS) - 4
    assert random_signs * math.log2(len(ALPHABET)) >= 128
    assert len({recovery_code.new_code() for _ in range(100)}) == 100


def test_its_signs_are_not_mixed_up_by_hand() -> None:
    assert not set("IO01") & set(ALPHABET)
    assert set(SIGNS) <= set(ALPHABET)


def test_it_may_be_typed_in_small_letters_with_spaces() -> None:
    assert recovery_code.plain(CODE.lower().replace("-", " ")) == SIGNS
    assert recovery_code.plain(f" {SIGNS}\n") == SIGNS


@given(st.integers(0, len(SIGNS) - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_noticed(place: int, sign: str) -> None:
    typed = SIGNS[:place] + sign + SIGNS[place + 1 :]
    assert (recovery_code.plain(typed) is None) == (typed != SIGNS)


@given(st.integers(0, len(SIGNS) - 2))
def test_two_exchanged_signs_are_noticed(place: int) -> None:
    typed = SIGNS[:place] + SIGNS[place + 1] + SIGNS[place] + SIGNS[place + 2 :]
    assert (recovery_code.plain(typed) is None) == (typed != SIGNS)


@given(st.text(max_size=60))
def test_other_texts_are_no_codes(text: str) -> None:
    assert recovery_code.plain(text) is None


def test_a_code_that_was_cut_is_no_code() -> None:
    assert recovery_code.plain(SIGNS[:-1]) is None
    assert recovery_code.plain(SIGNS + "A") is None
