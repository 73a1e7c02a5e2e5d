"""Wrong tries make the next one wait: by a false clock, over new starts, and never for ever."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from desktop_app import settings
from desktop_app.db import tries, vault
from desktop_app.errors import CannotOpen, MustWait
from desktop_app.services import files
from tests import factories

ONE, OTHER = "0" * 32, "1" * 32


class Clock:
    """The time of this test."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 9, tzinfo=UTC)

    def on(self, seconds: float) -> None:
        """Let time go by, or back."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    made = Clock()

    def now() -> datetime:
        return made.now

    monkeypatch.setattr(settings, "now", now)
    yield made
    tries._unwritten.clear()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return factories.closed_file(tmp_path)


def _wait(file_id: str = ONE) -> int:
    try:
        tries.check(file_id)
    except MustWait as error:
        return error.seconds
    return 0


def _fail(times: int, file_id: str = ONE) -> None:
    for _ in range(times):
        tries.note(file_id, right=False)


def test_five_tries_are_free(clock: Clock) -> None:
    _fail(4)
    assert _wait() == 0
    _fail(1)
    assert _wait() == 30


def test_the_waits_grow_and_end_at_a_quarter_of_an_hour(clock: Clock) -> None:
    waits = []
    _fail(5)
    for _ in range(9):
        waits.append(_wait())
        clock.on(waits[-1])
        assert _wait() == 0
        _fail(1)
    assert waits == [30, 60, 120, 300, 900, 900, 900, 900, 900]


def test_thirty_attempts_take_more_than_two_hours(clock: Clock) -> None:
    began, made = clock.now, 0
    while made < 30:
        left = _wait()
        if left:
            clock.on(1)
        else:
            _fail(1)
            made += 1
    assert clock.now - began >= timedelta(hours=2)


def test_a_wait_ends_to_the_second(clock: Clock) -> None:
    _fail(6)
    clock.on(59)
    assert _wait() == 1
    clock.on(1)
    assert _wait() == 0


def test_a_right_one_clears_the_count(clock: Clock) -> None:
    _fail(5)
    clock.on(30)
    tries.note(ONE, right=True)
    _fail(4)
    assert _wait() == 0


def test_the_clock_turned_back_does_not_shorten_the_wait_nor_make_it_last(clock: Clock) -> None:
    _fail(6)
    for back in (1, 3600, 86400 * 3650):
        clock.on(-back)
        assert _wait() == 60
    clock.on(59)
    assert _wait() == 1
    clock.on(1)
    assert _wait() == 0


def test_each_file_has_its_own_count(clock: Clock) -> None:
    _fail(7)
    assert (_wait(ONE), _wait(OTHER)) == (120, 0)
    tries.note(OTHER, right=True)
    assert _wait(ONE) == 120


def test_a_new_start_does_not_forget(clock: Clock) -> None:
    _fail(8)
    tries._unwritten.clear()
    assert _wait() == 300
    told = tries._place().read_text("utf-8")
    assert ONE not in told
    assert set(json.loads(told).popitem()[1]) == {"failures", "since"}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", "null", '{"a": 1}', '{"a": {"failures": "x", "since": 0}}', '{"a": {"failures": 9, "since": NaN}}'],
)
def test_a_damaged_count_counts_anew(clock: Clock, text: str) -> None:
    place = tries._place()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    assert _wait() == 0
    _fail(5)
    assert _wait() == 30


def test_where_nothing_can_be_written_the_count_goes_on_in_memory(clock: Clock) -> None:
    settings.user_data_dir().parent.mkdir(parents=True, exist_ok=True)
    settings.user_data_dir().write_bytes(b"a file where a folder should be")
    _fail(5)
    assert _wait() == 30
    clock.on(30)
    tries.note(ONE, right=True)
    assert _wait() == 0


def test_the_place_does_not_grow_without_end(clock: Clock) -> None:
    for number in range(150):
        clock.on(1)
        _fail(1, f"{number:032}")
    kept = json.loads(tries._place().read_text("utf-8"))
    assert len(kept) == 100
    assert tries._name(f"{149:032}") in kept


# the same at the doors of a file


def _wrong_sign_in(path: Path) -> None:
    files.close(factories.sign_in(path, password="wrong but long enough"))


def _unknown_login(path: Path) -> None:
    files.close(factories.sign_in(path, "nobody", factories.PASSWORD))


def _wrong_code(path: Path) -> None:
    files.recover(path, files.new_recovery_code(), "aigul", "quite another long one", factories.CHEAP)


DOORS = {"password": _wrong_sign_in, "login": _unknown_login, "code": _wrong_code}


@pytest.mark.parametrize("door", DOORS)
def test_every_door_of_a_closed_file_waits_for_the_others(clock: Clock, path: Path, door: str) -> None:
    before = path.read_bytes()
    for _ in range(5):
        with pytest.raises(CannotOpen):
            DOORS[door](path)
    for again in DOORS.values():
        with pytest.raises(MustWait, match="too many wrong tries") as caught:
            again(path)
        assert caught.value.seconds == 30
    with pytest.raises(MustWait):
        factories.sign_in(path)
    assert path.read_bytes() == before
    clock.on(30)
    files.close(factories.sign_in(path))
    with pytest.raises(CannotOpen, match="login or the password"):
        _wrong_sign_in(path)


def test_the_doors_of_an_open_file_wait_too(clock: Clock, path: Path) -> None:
    file = factories.sign_in(path)
    for _ in range(5):
        with pytest.raises(CannotOpen):
            files.confirm_password(file, "wrong but long enough")
    with pytest.raises(MustWait):
        files.confirm_password(file, factories.PASSWORD)
    files.rest(file)
    with pytest.raises(MustWait):
        files.wake(file, factories.PASSWORD)
    clock.on(30)
    with pytest.raises(CannotOpen, match="login or the password"):
        files.wake(file, "wrong but long enough")
    with pytest.raises(MustWait) as caught:
        files.wake(file, factories.PASSWORD)
    assert caught.value.seconds == 60
    clock.on(60)
    files.wake(file, factories.PASSWORD)
    files.confirm_password(file, factories.PASSWORD)
    files.close(file)


def test_a_slip_in_the_code_is_no_try(clock: Clock, path: Path) -> None:
    for _ in range(8):
        with pytest.raises(CannotOpen, match="slip"):
            files.recover(path, "ABCDE", "aigul", "quite another long one", factories.CHEAP)
    files.close(factories.sign_in(path))


def test_nobody_is_kept_out_when_the_count_cannot_be_written(clock: Clock, path: Path) -> None:
    settings.user_data_dir().parent.mkdir(parents=True, exist_ok=True)
    settings.user_data_dir().write_bytes(b"a file where a folder should be")
    with pytest.raises(CannotOpen, match="login or the password"):
        _wrong_sign_in(path)
    files.close(factories.sign_in(path))


def test_an_unknown_login_costs_what_a_wrong_password_costs(
    clock: Clock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paid: list[vault.Cost] = []
    really = vault.derive

    def derived(secret: str, salt: bytes, cost: vault.Cost) -> bytes:
        paid.append(cost)
        return really(secret, salt, cost)

    monkeypatch.setattr(vault, "derive", derived)
    bills, told = [], set()
    for door in (_wrong_sign_in, _unknown_login):
        paid.clear()
        with pytest.raises(CannotOpen) as caught:
            door(path)
        bills.append(list(paid))
        told.add((caught.value.message.msgid, *caught.value.message.params))
    assert bills[0] == bills[1] == [factories.CHEAP]
    assert len(told) == 1


@pytest.mark.long
def test_two_hundred_pairs_of_unknown_login_and_wrong_password_take_the_same_time(path: Path) -> None:
    cost = vault.Cost(memory=4096, passes=1, lanes=1)
    slots = vault.with_slot(vault.new_slots(1), vault.BY_PASSWORD, "known", "right", bytes(32), cost)
    taken: dict[str, list[float]] = {"known": [], "unknown": []}
    for _ in range(200):
        for tag in random.sample(list(taken), 2):
            began = perf_counter()
            assert vault.open_slot(slots, vault.BY_PASSWORD, tag, "wrong") is None
            taken[tag].append(perf_counter() - began)
    assert 0.8 < median(taken["known"]) / median(taken["unknown"]) < 1.25
