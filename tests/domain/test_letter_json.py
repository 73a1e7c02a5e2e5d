"""A letter that is being written goes to JSON and back; a draft that cannot be read opens empty."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answer
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.letter_edits import Added, Edit, Edits
from desktop_app.domain.letter_json import Wanted, read, written
from desktop_app.domain.letters import LetterLanguage, LetterRequest

DAY = date(2026, 11, 21)
EMPTY = LetterRequest(7, "employer_claim", LetterLanguage.KK, DAY, DAY, 0)
FULL = LetterRequest(
    7,
    "inspection_complaint",
    LetterLanguage.KK_RU,
    date(2026, 11, 20),
    date(2026, 12, 1),
    3,
    (4, 5),
    answers={"signed_by": Answer("attorney"), "steps": Answer(("a", "b"), "says")},
    addressee=Addressee(Trilingual("Инспекция", "Инспекция", ""), "Алматы, 1", "А. Ахметов", 12),
    edits=Edits((Edit("body#1", "kk", "Мен", "Біз"),), frozenset({"item#2"}), (Added("", (("kk", "Қосымша"),)),)),
    with_copy=True,
)


def test_everything_survives() -> None:
    wanted = Wanted(FULL, apart=True)
    assert read(written(wanted), EMPTY) == wanted
    assert read(written(Wanted(EMPTY)), FULL).request == replace(EMPTY, talked_over=FULL.talked_over)


def test_that_it_was_talked_over_is_said_anew() -> None:
    assert not read(written(Wanted(replace(FULL, talked_over=True))), EMPTY).request.talked_over


def test_what_is_not_known_is_left_out_and_the_case_stays() -> None:
    told = json.loads(written(Wanted(FULL))) | {"case_id": 99, "talked_over": True, "phone": "+7 701 000 00 00"}
    assert read(json.dumps(told), EMPTY) == Wanted(FULL)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"', "{}", "[" * 100_000], ids=str)
def test_bad_json_gives_an_empty_letter(text: str) -> None:
    assert read(text, EMPTY) == Wanted(EMPTY)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", 5),
        ("kind", ""),
        ("language", "fr"),
        ("on", "yesterday"),
        ("pay_by", None),
        ("signer_id", "1"),
        ("signer_id", True),
        ("worker_ids", "12"),
        ("worker_ids", [1, "2"]),
        ("addressee", {"name": "x"}),
        ("addressee", {"name": {"kk": "x" * 301, "ru": "", "en": ""}, "address": "", "person": "", "entry_id": None}),
    ],
)
def test_one_bad_field_spoils_no_other(name: str, value: object) -> None:
    told = json.loads(written(Wanted(FULL))) | {name: value}
    found = read(json.dumps(told), EMPTY).request
    assert getattr(found, name) == getattr(EMPTY, name)
    assert replace(found, **{name: getattr(FULL, name)}) == FULL


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NAMES = ("kind", "language", "on", "pay_by", "signer_id", "worker_ids", "answers", "addressee", "edits", "with_copy")


@given(st.dictionaries(st.sampled_from(NAMES), ANY))
def test_nothing_that_json_can_hold_breaks_it(told: dict[str, object]) -> None:
    assert read(json.dumps(told), EMPTY).request.case_id == EMPTY.case_id
