"""What the tests of the services share: an open file and a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import settings
from desktop_app.services import files
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import CLOCK


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenFile]:
    """A new file, signed in, on the day of the tests."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    opened = factories.open_file(tmp_path)
    yield opened
    files.close(opened)
