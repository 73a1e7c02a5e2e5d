"""A slot gives the key for its own secret only, and nothing in it can be exchanged."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import vault
from desktop_app.db.vault import BY_CODE, BY_PASSWORD, FLOOR, STANDARD, Slots
from tests.factories import CHEAP

KEY = bytes(range(32))
SECRET = "four words make one"
OTHER = "another four words"
EMPTY = vault.new_slots(1)
TAG = vault.login_tag(EMPTY, "aigul")
ONE = vault.with_slot(EMPTY, BY_PASSWORD, TAG, SECRET, KEY, CHEAP)
BOTH = vault.with_slot(ONE, BY_PASSWORD, vault.login_tag(EMPTY, "dina"), OTHER, KEY, CHEAP)


def test_the_secret_gives_the_key() -> None:
    opened = vault.open_slot(ONE, BY_PASSWORD, TAG, SECRET)
    assert opened is not None
    assert opened.key == KEY


@pytest.mark.parametrize(
    ("kind", "tag", "secret"),
    [
        (BY_PASSWORD, TAG, SECRET + " "),
        (BY_PASSWORD, TAG, ""),
        (BY_PASSWORD, TAG, OTHER),
        (BY_PASSWORD, vault.login_tag(EMPTY, "nobody"), SECRET),
        (BY_CODE, TAG, SECRET),
    ],
    ids=["secret with a space", "no secret", "another secret", "another login", "another kind"],
)
def test_nothing_else_does(kind: str, tag: str, secret: str) -> None:
    assert vault.open_slot(BOTH, kind, tag, secret) is None


def test_letters_typed_composed_or_apart_are_one_password() -> None:
    slots = vault.with_slot(EMPTY, BY_PASSWORD, TAG, "ёлка и йод вместе", KEY, CHEAP)
    apart = "ёлка и йод вместе"
    assert vault.open_slot(slots, BY_PASSWORD, TAG, apart) is not None


def test_a_login_is_the_same_in_any_case() -> None:
    assert vault.login_tag(EMPTY, " Айгүл ") == vault.login_tag(EMPTY, "айгүл")
    assert vault.login_tag(EMPTY, "Aigul") != vault.login_tag(vault.new_slots(1), "Aigul")


def test_slots_say_nothing_of_logins_secrets_and_key() -> None:
    told = BOTH.to_json().decode()
    for hidden in ("aigul", "dina", SECRET, OTHER, KEY.hex()):
        assert hidden not in told


@given(st.data())
def test_a_changed_byte_of_a_slot_is_refused(data: st.DataObject) -> None:
    slot = json.dumps(json.loads(ONE.to_json())["slots"][0]).encode()
    place = data.draw(st.integers(0, len(slot) - 1))
    changed = bytearray(slot)
    changed[place] ^= data.draw(st.integers(1, 255))
    try:
        told = {**json.loads(ONE.to_json()), "slots": [json.loads(changed)]}
        slots = Slots.from_json(json.dumps(told).encode())
    except ValueError:
        return
    if slots != ONE:
        assert vault.open_slot(slots, BY_PASSWORD, TAG, SECRET) is None


@given(st.sampled_from(("memory", "passes", "lanes")), st.integers(-10, 2**31))
def test_a_changed_cost_is_refused_without_being_paid(part: str, number: int) -> None:
    slot = ONE.slots[0]
    wanted = number % 60 if part != "memory" else number if number > 4 * 1024 * 1024 else number % 4096
    changed = replace(ONE, slots=(replace(slot, cost=replace(slot.cost, **{part: wanted})),))
    if changed != ONE:
        assert vault.open_slot(changed, BY_PASSWORD, TAG, SECRET) is None


def test_a_slot_of_another_file_or_owner_is_refused() -> None:
    assert vault.open_slot(replace(ONE, file_id="0" * 32), BY_PASSWORD, TAG, SECRET) is None
    theirs = vault.login_tag(EMPTY, "dina")
    renamed = replace(ONE, slots=(replace(ONE.slots[0], tag=theirs),))
    assert vault.open_slot(renamed, BY_PASSWORD, theirs, SECRET) is None


def test_a_new_secret_stands_beside_the_former_one_until_that_is_dropped() -> None:
    two = vault.with_slot(ONE, BY_PASSWORD, TAG, OTHER, KEY, CHEAP)
    assert vault.open_slot(two, BY_PASSWORD, TAG, SECRET) is not None
    assert vault.open_slot(two, BY_PASSWORD, TAG, OTHER) is not None
    one = vault.with_only(two, two.slots[-1])
    assert vault.open_slot(one, BY_PASSWORD, TAG, SECRET) is None
    assert vault.open_slot(one, BY_PASSWORD, TAG, OTHER) is not None
    assert ONE.generation < two.generation < one.generation


def test_dropping_leaves_the_slots_of_others() -> None:
    kept = vault.with_only(BOTH, BOTH.slots[0])
    assert kept == BOTH


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"file_id": 1, "schema": 1, "generation": 1, "format": 1, "slots": []}',
        b'{"file_id": "a", "schema": "1", "generation": 1, "format": 1, "slots": []}',
        b'{"file_id": "a", "schema": 1, "generation": 1, "format": 1, "slots": [{}]}',
        b'{"file_id": "a", "schema": 1, "generation": 1, "format": 1, "slots": 7}',
        b"\xff\xfe",
    ],
)
def test_what_makes_no_sense_is_no_slots(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whatever the reason
        Slots.from_json(text)


def test_slots_come_back_as_they_were() -> None:
    assert Slots.from_json(BOTH.to_json()) == BOTH


def test_slots_of_a_later_format_are_known_as_such() -> None:
    told = {**json.loads(ONE.to_json()), "format": 2, "slots": [{"quite": "different"}]}
    assert Slots.from_json(json.dumps(told).encode()).format == 2


def test_the_program_never_wraps_below_the_floor() -> None:
    assert STANDARD.reaches(FLOOR)
    assert (FLOOR.memory, FLOOR.passes, FLOOR.lanes) == (64 * 1024, 3, 4)
    assert not CHEAP.reaches(FLOOR)
    assert vault.dearest(EMPTY) == STANDARD
