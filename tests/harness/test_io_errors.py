"""A disk that fails at the N-th step gets a sentence, and the file is as it was or as wanted (C3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness.conftest import Tell
from tests.harness.faults import disturbed, steps_of, wrongs
from tests.harness.flows import FLOWS
from tests.harness.power import seeded
from tests.harness.prepared import Prepared
from tests.harness.shim import READING, SYNCING, Fault


@pytest.mark.parametrize("flow", ["save", "password"])
def test_a_failing_step_gets_a_sentence(prepared: Prepared, tmp_path: Path, tell: Tell, flow: str) -> None:
    steps = steps_of(prepared, flow, tmp_path / "whole")
    chance = seeded(flow)
    faults = [Fault(chance.randint(1, steps), forever) for forever in (False, True, False, True)]
    found = [each for fault in faults for each in wrongs(prepared, flow, tmp_path / "failing", fault)]
    tell(f"{flow}, failing steps tried: {len(faults)} of {steps}, without a sentence or lost: {len(found)}")
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("flow", FLOWS)
def test_every_failing_step_gets_a_sentence(
    prepared: Prepared, tmp_path: Path, tell: Tell, flow: str, forever: bool
) -> None:
    steps = steps_of(prepared, flow, tmp_path / "whole")
    found = [
        each for at in range(1, steps + 1) for each in wrongs(prepared, flow, tmp_path / str(at), Fault(at, forever))
    ]
    tell(f"{flow}, failing steps tried: {steps}, without a sentence or lost: {len(found)}")
    assert found == []


def test_an_error_without_a_sentence_is_found_out(prepared: Prepared, tmp_path: Path) -> None:
    found = wrongs(prepared, "save", tmp_path / "raw", Fault(100, forever=True), unsorted=True)
    assert [each.partition("): ")[2] for each in found] == ["ended with 70"]


def test_the_failing_step_is_met(prepared: Prepared, tmp_path: Path) -> None:
    ended = disturbed(prepared, "save", tmp_path / "sync", Fault(1, forever=True, kinds=SYNCING))
    assert ended.told[0].startswith("refused ")
    assert not any(line.startswith("case") for line in ended.told)


def test_a_disk_that_stumbles_once_is_not_called_damaged(prepared: Prepared, tmp_path: Path) -> None:
    for at in range(16, 28, 2):
        ended = disturbed(prepared, "password", tmp_path / str(at), Fault(at, kinds=READING))
        assert not any("DamagedFile" in line for line in ended.told), (at, ended)


def test_a_change_of_the_key_on_a_bad_disk_gets_a_sentence(prepared: Prepared, tmp_path: Path) -> None:
    steps = steps_of(prepared, "rekey", tmp_path / "whole")
    faults = [Fault(at, forever=forever) for at in range(160, steps, 160) for forever in (False, True)]
    assert [each for fault in faults for each in wrongs(prepared, "rekey", tmp_path / "failing", fault)] == []
