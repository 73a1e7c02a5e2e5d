"""Guesses are made as dear as a computer bears, by a false clock: on quick, slow and small computers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from argon2.exceptions import HashingError

from desktop_app.db import blocks, calibration, vault
from desktop_app.db.vault import FLOOR, STANDARD, Cost
from desktop_app.errors import CannotOpen
from desktop_app.services import files
from tests import factories

PLENTY = 64 * 1024 * 1024
GIB = 1024 * 1024


def _computer(seconds_of_standard: float, *, fixed: float = 0.0) -> Callable[[Cost], float]:
    """How long a cost takes where the standard takes so long; `fixed` is what does not grow with memory."""

    def measure(cost: Cost) -> float:
        return fixed + seconds_of_standard * cost.memory * cost.passes / (STANDARD.memory * STANDARD.passes)

    return measure


@pytest.mark.parametrize("seconds", [0.13, 0.2, 0.45, 0.69, 0.7, 1.0, 1.5, 1.51, 2.4])
@pytest.mark.parametrize("fixed", [0.0, 0.05, 0.3])
def test_one_derivation_takes_about_a_second(seconds: float, fixed: float) -> None:
    measure = _computer(seconds, fixed=fixed)
    cost = calibration.calibrated(measure, PLENTY)
    assert calibration.LEAST <= measure(cost) <= calibration.MOST
    assert cost.reaches(FLOOR)
    assert (cost.passes, cost.lanes) == (STANDARD.passes, STANDARD.lanes)


@pytest.mark.parametrize("seconds", [1e-9, 0.001, 0.05])
def test_it_never_takes_more_than_a_gibibyte(seconds: float) -> None:
    assert calibration.calibrated(_computer(seconds), PLENTY).memory == GIB


@pytest.mark.parametrize(("installed", "most"), [(GIB, GIB // 3), (2 * GIB, 2 * GIB // 3), (128 * 1024, FLOOR.memory)])
def test_it_never_takes_more_than_a_third_of_the_memory_nor_less_than_the_floor(installed: int, most: int) -> None:
    tried: list[Cost] = []

    def measure(cost: Cost) -> float:
        tried.append(cost)
        return 0.001

    cost = calibration.calibrated(measure, installed)
    assert cost.memory <= most
    assert cost.memory >= FLOOR.memory
    assert all(each.memory <= most for each in tried), "not even for measuring"


@pytest.mark.parametrize("seconds", [3.0, 10.0, 1000.0])
def test_a_slow_computer_does_not_go_below_the_floor(seconds: float) -> None:
    assert calibration.calibrated(_computer(seconds), PLENTY) == FLOOR


def test_where_the_memory_is_not_free_it_is_the_floor() -> None:
    def measure(cost: Cost) -> float:
        raise CannotOpen("no memory")

    assert calibration.calibrated(measure, PLENTY) == FLOOR


def test_a_computer_that_jumps_about_ends_all_the_same() -> None:
    times = iter([0.1, 9.0, 0.1, 9.0, 0.1, 9.0, 0.1, 9.0])

    def measure(cost: Cost) -> float:
        return next(times)

    assert calibration.calibrated(measure, PLENTY).reaches(FLOOR)


def test_the_computer_tells_its_memory() -> None:
    assert calibration.installed_memory() > FLOOR.memory


def test_measuring_derives_with_that_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    paid: list[Cost] = []

    def derive(secret: str, salt: bytes, cost: Cost) -> bytes:
        paid.append(cost)
        return b""

    times = iter([5.0, 5.75])
    monkeypatch.setattr(vault, "derive", derive)
    monkeypatch.setattr(calibration, "clock", times.__next__)
    assert calibration.measured(STANDARD) == 0.75
    assert paid == [STANDARD]


def test_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(vault, "hash_secret_raw", refuse)
    with pytest.raises(CannotOpen, match="not enough free memory") as caught:
        vault.derive("x", bytes(16), Cost(memory=1024 * 1024, passes=3, lanes=4))
    assert caught.value.message.params == {"memory": 1024}


DEAR = replace(STANDARD, memory=512 * 1024)


@pytest.mark.parametrize(
    ("kept", "took", "again", "wanted"),
    [
        (DEAR, 1.9, 9.0, DEAR),
        (DEAR, 4.0, 1.0, DEAR),
        (DEAR, 4.0, 2.5, replace(STANDARD, memory=512 * 1024 * 10 // 25 // 4096 * 4096)),
        (DEAR, 4.0, 40.0, STANDARD),
        (STANDARD, 9.0, 9.0, STANDARD),
        (FLOOR, 9.0, 9.0, FLOOR),
        (replace(STANDARD, passes=12), 4.0, 4.0, STANDARD),
        (replace(DEAR, lanes=8), 4.0, 4.0, STANDARD),
    ],
    ids=["quick", "slow once", "slow", "very slow", "standard", "floor", "many passes", "many lanes"],
)
def test_what_takes_too_long_here_is_made_cheaper_but_never_below_the_standard(
    kept: Cost, took: float, again: float, wanted: Cost
) -> None:
    def measure(_cost: Cost) -> float:
        return again

    found = calibration.bearable(kept, took, measure)
    assert found == wanted
    assert found.reaches(STANDARD) or kept == FLOOR


# at the door of a file


def _costs(path: Path) -> dict[str, Cost]:
    kept = blocks.unsealed(path.read_bytes())
    assert kept is not None
    return {slot.kind: slot.cost for slot in kept.slots.slots}


def test_a_slot_that_takes_too_long_here_is_wrapped_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = factories.closed_file(tmp_path)
    dear, cheaper = replace(STANDARD, lanes=5), replace(STANDARD, lanes=4)
    file = files.sign_in(path, factories.LOGIN, factories.PASSWORD, dear)
    mine = file.keys.identity
    files.close(file)
    assert _costs(path)["password"] == dear
    seconds = iter(range(0, 1000, 3))
    monkeypatch.setattr(calibration, "clock", seconds.__next__)
    monkeypatch.setattr(calibration, "measured", _computer(1.0))
    files.close(files.sign_in(path, factories.LOGIN, factories.PASSWORD))
    assert _costs(path)["password"] == dear, "slow once may be chance"
    monkeypatch.setattr(calibration, "measured", _computer(5.0))
    file = files.sign_in(path, factories.LOGIN, factories.PASSWORD)
    assert file.keys.identity == mine
    files.close(file)
    assert _costs(path) == {"password": cheaper, "recovery": factories.CHEAP}
    files.close(files.sign_in(path, factories.LOGIN, factories.PASSWORD))


def test_a_lowered_cost_in_the_file_is_refused(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    files.close(files.sign_in(path, factories.LOGIN, factories.PASSWORD))
    content = path.read_bytes()
    kept = blocks.unsealed(content)
    assert kept is not None
    assert _costs(path)["password"] == STANDARD
    lowered = replace(kept.slots.slots[-1], cost=factories.CHEAP)
    slots = replace(kept.slots, slots=(*kept.slots.slots[:-1], lowered))
    path.write_bytes(content[: kept.pages_end] + blocks.sealed(blocks.Kept(slots, kept.pages_end)))
    with pytest.raises(CannotOpen, match="login or the password"):
        files.sign_in(path, factories.LOGIN, factories.PASSWORD)


def test_a_new_password_costs_what_that_of_its_maker_costs(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    file = files.sign_in(path, factories.LOGIN, factories.PASSWORD, FLOOR)
    tampered = replace(file.keys.slots.slots[0], id="x", tag="x", cost=replace(FLOOR, passes=64))
    file.keys.kept._now = file.keys.slots.changed((*file.keys.slots.slots, tampered))
    with file.keys.changed(files.Secret("password", "quite another long one", "dina")):
        pass
    assert file.keys.slots.slots[-1].cost == FLOOR
    files.close(file)
