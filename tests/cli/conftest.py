"""What the tests of commands share: no measuring of this computer, so that every run is the same."""

from __future__ import annotations

import pytest

from desktop_app.db import calibration
from desktop_app.db.vault import FLOOR, Cost


@pytest.fixture(autouse=True)
def _least_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    def calibrated() -> Cost:
        return FLOOR

    monkeypatch.setattr(calibration, "calibrated", calibrated)
