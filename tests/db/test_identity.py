"""What is sealed to an identity is opened by it alone, and nothing in it can be changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import identity

PRIVATE = identity.new_private()
PUBLIC = identity.public_of(PRIVATE)
SEALED = identity.seal_to(PUBLIC, b"the key of sealed cases", b"bound")


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_was_sealed_comes_back(content: bytes, bound: bytes) -> None:
    assert identity.open_sealed(PRIVATE, identity.seal_to(PUBLIC, content, bound), bound) == content


@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused(place: int, change: int) -> None:
    changed = bytearray(SEALED)
    changed[place] ^= change
    assert identity.open_sealed(PRIVATE, bytes(changed), b"bound") is None


@given(st.integers(0, len(SEALED) - 1))
def test_a_cut_end_is_refused(length: int) -> None:
    assert identity.open_sealed(PRIVATE, SEALED[:length], b"bound") is None


@pytest.mark.parametrize("bound", [b"", b"Bound", b"bound "])
def test_it_opens_only_where_it_belongs(bound: bytes) -> None:
    assert identity.open_sealed(PRIVATE, SEALED, bound) is None


def test_another_identity_does_not_open_it() -> None:
    assert identity.open_sealed(identity.new_private(), SEALED, b"bound") is None


def test_a_point_of_small_order_is_refused() -> None:
    for point in (bytes(32), b"\1" + bytes(31)):
        assert identity.open_sealed(PRIVATE, point + SEALED[32:], b"bound") is None


def test_no_sealing_is_like_another() -> None:
    sealed = {identity.seal_to(PUBLIC, b"same", b"bound") for _ in range(50)}
    assert len({each[:32] for each in sealed}) == 50
    assert len({each[32:] for each in sealed}) == 50


def test_pairs_are_random_and_whole() -> None:
    made = {identity.new_private() for _ in range(50)}
    assert len(made) == 50
    assert {len(each) for each in made} == {identity.BYTES} == {len(identity.public_of(each)) for each in made}


def test_one_secret_gives_a_key_for_each_purpose() -> None:
    keys = {identity.expanded(bytes(32), purpose) for purpose in (b"", b"a", b"b", b"ab")}
    assert len(keys) == 4
    # RFC 5869 would give this for the purpose "a" with no salt; computed with the standard library's hmac.
    assert identity.expanded(bytes(32), b"a") == _by_hand(bytes(32), b"a")


def _by_hand(secret: bytes, purpose: bytes) -> bytes:
    import hmac

    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, purpose + b"\1", "sha256")


@pytest.mark.parametrize("wrong", [b"", bytes(31), bytes(33)])
def test_a_key_of_another_length_is_no_key(wrong: bytes) -> None:
    assert identity.open_sealed(wrong, SEALED) is None
    with pytest.raises(ValueError):  # noqa: PT011  whatever the library says
        identity.seal_to(wrong, b"x")
