"""A program that is ended at any moment loses nothing that it said was saved (C1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import factories
from tests.harness.conftest import Tell
from tests.harness.flows import FLOWS
from tests.harness.kills import kill_and_look, kills, lost_when_stopped, steps_of
from tests.harness.power import seeded
from tests.harness.prepared import Prepared


def test_kills_lose_nothing(prepared: Prepared, tmp_path: Path, tell: Tell) -> None:
    lost = kills(prepared, tmp_path, 6, seeded(1))
    tell(f"kills at random moments: 6, lost: {len(lost)}")
    assert lost == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(40))
def test_a_thousand_kills_lose_nothing(prepared: Prepared, tmp_path: Path, tell: Tell, seed: int) -> None:
    lost = kills(prepared, tmp_path, 25, seeded(seed))
    tell(f"kills at random moments: 25, lost: {len(lost)}")
    assert lost == []


def test_a_program_that_speaks_too_early_is_found_out(prepared: Prepared, tmp_path: Path) -> None:
    factories.closed_file(tmp_path)
    chance = seeded(2)
    lost = (kill_and_look(prepared, tmp_path, chance, early=True) for _ in range(40))
    assert any(lost)


@pytest.mark.parametrize("flow", ["password", "rekey"])
def test_stopping_at_a_step_loses_nothing(prepared: Prepared, tmp_path: Path, tell: Tell, flow: str) -> None:
    chance = seeded(flow)
    steps = steps_of(prepared, flow, tmp_path / "whole")
    places = chance.sample(range(1, steps + 1), 5)
    lost = [each for at in places for each in lost_when_stopped(prepared, flow, tmp_path / str(at), at)]
    tell(f"{flow}, stopped at a step of {steps}: {len(places)}, lost: {len(lost)}")
    assert lost == []


@pytest.mark.long
@pytest.mark.parametrize("flow", FLOWS)
def test_stopping_at_every_step_loses_nothing(prepared: Prepared, tmp_path: Path, tell: Tell, flow: str) -> None:
    steps = steps_of(prepared, flow, tmp_path / "whole")
    lost = [
        f"step {at}: {each}"
        for at in range(1, steps + 1)
        for each in lost_when_stopped(prepared, flow, tmp_path / str(at), at)
    ]
    tell(f"{flow}, stopped at every step: {steps}, lost: {len(lost)}")
    assert lost == []
