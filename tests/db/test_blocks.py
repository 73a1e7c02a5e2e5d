"""Slots survive the loss of one of their two blocks, and no damaged block is taken for a sound one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import blocks, slot_json
from desktop_app.db.blocks import PAGE, Kept
from desktop_app.db.vault import BY_PASSWORD, new_slots, with_slot
from tests.factories import CHEAP

KEPT = Kept(with_slot(new_slots(1), BY_PASSWORD, "tag", "secret", bytes(32), CHEAP), 57 * PAGE)
SEALED = blocks.sealed(KEPT)
HALF = len(SEALED) // 2


@pytest.mark.parametrize("end", [None, PAGE, 10**12])
def test_slots_come_back(end: int | None) -> None:
    kept = Kept(KEPT.slots, end)
    assert blocks.unsealed(blocks.sealed(kept)) == kept


def test_blocks_are_whole_pages() -> None:
    assert HALF % PAGE == 0


@given(st.integers(0, HALF - 1), st.integers(1, 255), st.booleans())
def test_one_damaged_block_is_no_loss(place: int, change: int, second: bool) -> None:
    damaged = bytearray(SEALED)
    damaged[place + (HALF if second else 0)] ^= change
    assert blocks.unsealed(bytes(damaged)) == KEPT


def test_a_damaged_block_is_not_read() -> None:
    told = SEALED.index(b'"generation"')
    for place in range(told):
        damaged = bytearray(SEALED[:HALF])
        damaged[place] ^= 1
        assert blocks.unsealed(bytes(damaged)) is None


@given(st.integers(0, HALF * 2))
def test_a_half_written_end_gives_the_slots_or_nothing(length: int) -> None:
    assert blocks.unsealed(SEALED[:length]) in (KEPT, None)
    if length < len(slot_json.to_json(KEPT.slots)):
        assert blocks.unsealed(SEALED[:length]) is None


@given(st.binary(max_size=3 * PAGE))
def test_other_bytes_hold_no_slots(content: bytes) -> None:
    assert blocks.unsealed(content) is None


def test_blocks_are_found_behind_pages_only_where_a_page_begins() -> None:
    assert blocks.unsealed(bytes(5 * PAGE) + SEALED) == KEPT
    assert blocks.unsealed(bytes(5 * PAGE + 1) + SEALED) is None
    assert blocks.are_in(bytes(PAGE) + SEALED)
    assert not blocks.are_in(bytes(PAGE))
