"""What the tests of commands share: no measuring of this computer, so that every run is the same."""

from __future__ import annotations

import pytest

from desktop_app.db import calibration
from desktop_app.db.vault import STANDARD, Cost


@pytest.fixture(autouse=True)
def _standard_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    def calibrated() -> Cost:
        return STANDARD

    monkeypatch.setattr(calibration, "calibrated", calibrated)
