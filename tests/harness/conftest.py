"""What the harnesses share: the prepared program, and the figures they tell at the end of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.harness import shim
from tests.harness.prepared import TODAY, Prepared

Tell = Callable[[str], None]


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """A program with the shim, ready for work."""
    program = Prepared(tmp_path_factory.mktemp("home"), shim.built())
    yield program
    program.close()


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Say a figure at the end of the run."""

    def told(line: str) -> None:
        record_property("figures", line)

    return told
