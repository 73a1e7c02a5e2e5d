"""What the tests of the database share: an open file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.services.files import OpenFile
from tests import factories


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    """A new file, signed in."""
    opened = factories.open_file(tmp_path)
    yield opened
    factories.close_file(opened)
