"""Two sheets of three give the secret, one alone tells nothing, and no slip passes unseen."""

from __future__ import annotations

import itertools
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import shares
from desktop_app.db.recovery_code import ALPHABET
from desktop_app.db.shares import SHEETS, Sheet
from desktop_app.errors import InvalidInput

SECRETS = st.text(ALPHABET, min_size=26, max_size=26)
SECRET = shares.new_secret()
MADE = shares.split(SECRET)
TEXTS = tuple(sheet.text() for sheet in MADE)


@given(SECRETS)
def test_any_two_in_any_order_give_the_secret(secret: str) -> None:
    texts = [sheet.text() for sheet in shares.split(secret)]
    for one, other in itertools.permutations(texts, 2):
        assert shares.joined(one, other) == secret


def test_a_secret_has_128_bits_and_more() -> None:
    made = {shares.new_secret() for _ in range(100)}
    assert len(made) == 100
    assert all(len(secret) * 5 >= 128 for secret in made)


def test_a_sheet_is_twelve_groups_of_five_signs_anybody_can_tell_apart() -> None:
    for number, text in enumerate(TEXTS, start=1):
        groups = text.split("-")
        assert [len(group) for group in groups] == [5] * 12
        assert set("".join(groups)) <= set(ALPHABET)
        sheet = shares.read(text)
        assert sheet == MADE[number - 1]
        assert sheet.number == number
    assert not set("IO01") & set(ALPHABET)


@pytest.mark.parametrize("change", [str.lower, lambda text: text.replace("-", " "), lambda text: f"\n{text}  "])
def test_it_may_be_typed_in_any_way(change: object) -> None:
    assert callable(change)
    assert shares.joined(change(TEXTS[2]), change(TEXTS[0])) == SECRET


@given(SECRETS, SECRETS, st.integers(1, SHEETS))
def test_by_construction_one_sheet_fits_every_secret(secret: str, other: str, number: int) -> None:
    """For any other secret there are sheets with which this very sheet gives that secret: so it tells nothing."""
    sheet = shares.split(secret)[number - 1]
    for place, partner in enumerate(each for each in range(1, SHEETS + 1) if each != number):
        piece = shares._added(sheet.pieces[place], other)
        fitting = Sheet(partner, sheet.set_id, _with(shares._OTHERS[partner].index(number), piece))
        assert shares.joined(sheet.text(), fitting.text()) == other


def _with(place: int, piece: str) -> tuple[str, str]:
    return (piece, "A" * 26) if place == 0 else ("A" * 26, piece)


@pytest.mark.parametrize("number", range(SHEETS))
def test_each_sign_of_a_sheet_is_as_likely_as_any_other_whatever_the_secret(number: int) -> None:
    """Chi-square of every piece against evenness, for the one secret whose signs are all the same."""
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for _ in range(400):
        for count, piece in zip(counts, shares.split("A" * 26)[number].pieces, strict=True):
            count.update(piece)
    for count in counts:
        expected = sum(count.values()) / len(ALPHABET)
        statistic = sum((count[sign] - expected) ** 2 / expected for sign in ALPHABET)
        assert statistic < 75, "31 degrees of freedom: one of 50,000 honest runs is above"


def test_the_two_pieces_of_a_sheet_do_not_depend_on_each_other() -> None:
    for number in range(SHEETS):
        sums = Counter(sign for _ in range(300) for sign in shares._added(*shares.split("A" * 26)[number].pieces))
        expected = sum(sums.values()) / len(ALPHABET)
        assert sum((sums[sign] - expected) ** 2 / expected for sign in ALPHABET) < 75


def test_a_wrong_sign_is_noticed_at_every_place() -> None:
    for text in TEXTS:
        for place, sign in enumerate(text):
            if sign == "-":
                continue
            for other in ALPHABET:
                if other != sign:
                    assert shares.read(text[:place] + other + text[place + 1 :]) is None


def test_of_many_worse_slips_next_to_none_passes() -> None:
    rng = random.Random(7)  # noqa: S311  the same slips in every run
    passed = tried = 0
    plain = TEXTS[1].replace("-", "")
    for _ in range(20_000):
        signs = list(plain)
        for place in rng.sample(range(len(signs)), rng.randint(2, 5)):
            signs[place] = rng.choice(ALPHABET)
        if signs != list(plain):
            tried += 1
            passed += shares.read("".join(signs)) is not None
    assert passed / tried <= 0.001


@pytest.mark.parametrize("change", ["swapped", "twice", "missing", "added", "reversed"])
def test_groups_in_a_wrong_order_or_number_are_noticed(change: str) -> None:
    groups = TEXTS[0].split("-")
    changed = {
        "swapped": [groups[1], groups[0], *groups[2:]],
        "twice": [groups[0], groups[0], *groups[2:]],
        "missing": groups[:-1],
        "added": [*groups, "AAAAA"],
        "reversed": groups[::-1],
    }[change]
    assert shares.read("-".join(changed)) is None


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        ((TEXTS[0][:-1], TEXTS[1]), ["first_sheet"]),
        ((TEXTS[0], ""), ["second_sheet"]),
        (("x", "y"), ["first_sheet", "second_sheet"]),
    ],
    ids=["first", "second", "both"],
)
def test_the_slip_is_told_beside_the_sheet_it_is_in(texts: tuple[str, str], fields: list[str]) -> None:
    with pytest.raises(InvalidInput, match="has a slip") as caught:
        shares.joined(*texts)
    assert [problem.field for problem in caught.value.problems] == fields


def test_the_same_sheet_twice_and_sheets_of_other_sets_are_told_apart() -> None:
    for text in TEXTS:
        with pytest.raises(InvalidInput, match="same sheet twice"):
            shares.joined(text, text.lower())
    later = [sheet.text() for sheet in shares.split(SECRET)]
    for one, other in itertools.product(TEXTS, later):
        with pytest.raises(InvalidInput, match="not made together"):
            shares.joined(one, other)


@given(st.text(max_size=90))
def test_any_other_text_is_no_sheet(text: str) -> None:
    assert shares.read(text) is None


def test_nothing_of_the_pieces_is_printed() -> None:
    assert MADE[0].pieces[0] not in repr(MADE)
