"""A power cut at any moment loses nothing that was said to be saved (C2), and the harness would see it if it did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.harness.conftest import Tell
from tests.harness.cuts import cut, first_loss, recorded
from tests.harness.flows import FLOWS
from tests.harness.power import seeded
from tests.harness.prepared import Prepared

IMAGES = 14
IMAGES_LONG = 1_500


@pytest.mark.parametrize("flow", FLOWS)
def test_a_power_cut_loses_nothing(prepared: Prepared, tmp_path: Path, tell: Tell, flow: str) -> None:
    found = recorded(prepared, flow, tmp_path)
    assert found.is_faithful()
    tally = cut(found, tmp_path, flow, IMAGES)
    tell(f"{flow}, images of a power cut: {tally.tried}, lost: {len(tally.lost)}")
    assert tally.lost == []


@pytest.mark.long
@pytest.mark.parametrize("flow", FLOWS)
def test_ten_thousand_power_cuts_lose_nothing(prepared: Prepared, tmp_path: Path, tell: Tell, flow: str) -> None:
    found = recorded(prepared, flow, tmp_path)
    tally = cut(found, tmp_path, flow, IMAGES_LONG, of_each=100)
    tell(f"{flow}, images of a power cut: {tally.tried}, lost: {len(tally.lost)}")
    assert tally.lost == []


WEAK: dict[str, dict[str, Any]] = {
    "synchronous NORMAL": {"weak": {"synchronous": 1}},
    "synchronous OFF": {"weak": {"synchronous": 0}},
    "no sync of the slots": {"sync": False},
}


@pytest.mark.parametrize("protection", WEAK)
def test_without_its_protection_losses_are_found(
    prepared: Prepared, tmp_path: Path, tell: Tell, protection: str
) -> None:
    found = recorded(prepared, "save", tmp_path, **WEAK[protection])
    tally = first_loss(found, tmp_path, seeded(protection))
    tell(f"with {protection} the first loss is image {tally.tried}: {tally.lost}")
    assert tally.lost


@pytest.mark.long
@pytest.mark.parametrize("protection", WEAK)
def test_how_much_is_lost_without_the_protection(
    prepared: Prepared, tmp_path: Path, tell: Tell, protection: str
) -> None:
    tried = lost = 0
    for flow in ("save", "close", "password"):
        found = recorded(prepared, flow, tmp_path / flow, **WEAK[protection])
        tally = cut(found, tmp_path, flow, 300, of_each=10)
        tried, lost = tried + tally.tried, lost + len(tally.lost)
    tell(f"with {protection}, images of a power cut: {tried}, lost: {lost}")
    assert lost > tried // 50
