"""A slot gives the key for its own secret only, and nothing in it can be exchanged."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import identity, slot_json, vault
from desktop_app.db.vault import BY_CODE, BY_PASSWORD, FLOOR, FORMAT, STANDARD, Slots
from tests.db import first_form
from tests.factories import CHEAP

KEY = bytes(range(32))
OTHER_KEY = bytes(range(32, 64))
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
    told = slot_json.to_json(BOTH).decode()
    for hidden in ("aigul", "dina", SECRET, OTHER, KEY.hex()):
        assert hidden not in told


@given(st.data())
def test_a_changed_byte_of_a_slot_is_refused(data: st.DataObject) -> None:
    slot = json.dumps(json.loads(slot_json.to_json(ONE))["slots"][0]).encode()
    place = data.draw(st.integers(0, len(slot) - 1))
    changed = bytearray(slot)
    changed[place] ^= data.draw(st.integers(1, 255))
    try:
        told = {**json.loads(slot_json.to_json(ONE)), "slots": [json.loads(changed)]}
        slots = slot_json.from_json(json.dumps(told).encode())
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
        slot_json.from_json(text)


def test_slots_come_back_as_they_were() -> None:
    assert slot_json.from_json(slot_json.to_json(BOTH)) == BOTH


def test_slots_of_a_later_format_are_known_as_such() -> None:
    told = {**json.loads(slot_json.to_json(ONE)), "format": 3, "slots": [{"quite": "different"}]}
    assert slot_json.from_json(json.dumps(told).encode()).format == 3


def test_the_program_never_wraps_below_the_floor() -> None:
    assert STANDARD.reaches(FLOOR)
    assert (FLOOR.memory, FLOOR.passes, FLOOR.lanes) == (64 * 1024, 3, 4)
    assert not CHEAP.reaches(FLOOR)
    assert vault.dearest(EMPTY) == STANDARD


def test_a_slot_carries_the_identity_it_was_given() -> None:
    private = identity.new_private()
    slots = vault.with_slot(EMPTY, BY_PASSWORD, TAG, SECRET, KEY, CHEAP, private)
    opened = vault.open_slot(slots, BY_PASSWORD, TAG, SECRET)
    assert opened is not None
    assert opened.identity == private
    assert opened.keys == (KEY,)
    assert identity.public_of(private).hex() not in slot_json.to_json(slots).decode()


def test_every_slot_without_one_gets_its_own_identity() -> None:
    made = [vault.with_slot(EMPTY, BY_PASSWORD, TAG, SECRET, KEY, CHEAP) for _ in range(5)]
    assert len({_opened(each).identity for each in made}) == 5


def test_the_identity_of_another_slot_cannot_be_put_in() -> None:
    mine, theirs = BOTH.slots
    changed = replace(BOTH, slots=(replace(mine, identity=theirs.identity), theirs))
    assert vault.open_slot(changed, BY_PASSWORD, TAG, SECRET) is None
    swapped = replace(BOTH, slots=(replace(mine, wrapped=mine.identity, identity=mine.wrapped), theirs))
    assert vault.open_slot(swapped, BY_PASSWORD, TAG, SECRET) is None


@pytest.mark.parametrize("part", ["identity", "wrapped", "following"])
def test_every_changed_bit_of_what_is_wrapped_is_refused(part: str) -> None:
    slots = _with_following(ONE)
    raw = base64.b64decode(getattr(slots.slots[0], part))
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1 << place % 8
        slot = replace(slots.slots[0], **{part: base64.b64encode(bytes(changed)).decode()})
        opened = vault.open_slot(replace(slots, slots=(slot,)), BY_PASSWORD, TAG, SECRET)
        assert opened is None or (part == "following" and opened.keys == (KEY,))


def test_slots_of_the_first_form_still_open_and_are_kept_as_they_were() -> None:
    code = "K" * 30
    old = first_form.slots(EMPTY, KEY, CHEAP, login="aigul", password=SECRET, code=code)
    for kind, tag, secret in ((BY_PASSWORD, TAG, SECRET), (BY_CODE, "", code)):
        opened = vault.open_slot(old, kind, tag, secret)
        assert opened is not None
        assert (opened.keys, opened.identity) == ((KEY,), b"")
        assert vault.open_slot(old, kind, tag, secret + "x") is None
    text = slot_json.to_json(old)
    assert slot_json.from_json(text) == old
    assert {"identity", "following", "form"}.isdisjoint(json.loads(text)["slots"][0])
    assert json.loads(text)["format"] == 1


def test_a_new_slot_beside_old_ones_makes_the_file_one_of_the_second_form() -> None:
    old = first_form.slots(EMPTY, KEY, CHEAP, login="aigul", password=SECRET, code="K" * 30)
    mixed = vault.with_slot(old, BY_PASSWORD, TAG, OTHER, KEY, CHEAP)
    assert (old.format, mixed.format) == (1, FORMAT) == (1, 2)
    assert slot_json.from_json(slot_json.to_json(mixed)) == mixed
    assert vault.open_slot(mixed, BY_CODE, "", "K" * 30) is not None


def test_a_slot_cannot_pass_for_one_of_another_form() -> None:
    old = first_form.slots(EMPTY, KEY, CHEAP, login="aigul", password=SECRET, code="K" * 30)
    claimed = replace(old, slots=(replace(old.slots[0], form=2, identity=ONE.slots[0].identity),))
    assert vault.open_slot(claimed, BY_PASSWORD, TAG, SECRET) is None
    for form in (0, 1, 3):
        lowered = replace(ONE, slots=(replace(ONE.slots[0], form=form),))
        assert vault.open_slot(lowered, BY_PASSWORD, TAG, SECRET) is None


def test_the_key_that_follows_is_for_the_owner_of_the_slot_alone() -> None:
    both = _with_following(BOTH)
    assert _opened(both).keys == (KEY, OTHER_KEY)
    mine, theirs = both.slots
    assert theirs == BOTH.slots[1]
    moved = replace(both, slots=(mine, replace(theirs, following=mine.following)))
    opened_theirs = vault.open_slot(moved, BY_PASSWORD, theirs.tag, OTHER)
    assert opened_theirs is not None
    assert opened_theirs.keys == (KEY,)


def test_after_the_key_was_changed_only_the_following_one_counts() -> None:
    both = _with_following(BOTH)
    after = vault.with_only_following(both)
    assert _opened(after).keys == (OTHER_KEY,)
    assert [bool(each.wrapped) for each in after.slots] == [False, True]
    assert vault.without_following(after) == after, "nothing that is the only way in is taken away"
    back = vault.without_following(both)
    assert back.slots == BOTH.slots
    assert both.generation < back.generation


def test_who_is_not_named_gets_no_following_key_and_has_no_slot_left() -> None:
    public = identity.public_of(_opened(ONE).identity)
    mine = BOTH.slots[0]
    assert [slot.owner for slot in vault.with_following(BOTH, {mine.owner: public}, OTHER_KEY).slots] == [mine.owner]


def _with_following(slots: Slots) -> Slots:
    """The slots with a key that follows in the first of them."""
    public = identity.public_of(_opened(ONE).identity)
    first, *others = slots.slots
    followed = vault.with_following(slots, {first.owner: public}, OTHER_KEY)
    return replace(followed, slots=(*followed.slots, *others))


def _opened(slots: Slots) -> vault.Opened:
    opened = vault.open_slot(slots, BY_PASSWORD, TAG, SECRET)
    assert opened is not None
    return opened
