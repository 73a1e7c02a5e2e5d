"""A letter from the command line waits for the same word as one from the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.services import warnings
from tests import factories
from tests.services.situations import CLOCK, unpaid


@pytest.fixture
def at_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with one case whose workers sleep where they work."""
    monkeypatch.setenv("TIREK_TODAY", CLOCK)
    file = factories.open_file(tmp_path)
    card = unpaid(file)
    warnings.set_living_at_site(file, card.id, tuple(worker.id for worker in card.workers), "yes")
    factories.close_file(file)
    password = tmp_path / "password"
    password.write_text(factories.PASSWORD, encoding="utf-8")
    monkeypatch.setenv("TIREK_FILE", str(file.path))
    monkeypatch.setenv("TIREK_USER", factories.LOGIN)
    monkeypatch.setenv("TIREK_PASSWORD_FILE", str(password))
    return tmp_path


def _no_screens(*_arguments: object) -> None:
    raise AssertionError


def test_a_letter_is_refused_until_the_warnings_were_talked_over(
    capsys: pytest.CaptureFixture[str], at_the_terminal: Path
) -> None:
    out = at_the_terminal / "claim.pdf"
    order = ["letter", "2026-0001", "--kind", "employer_claim", "--lang", "ru", "--out", str(out)]
    assert cli.main(order, _no_screens) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--talked-over" in told.err
    assert not out.exists()
    assert cli.main([*order, "--talked-over"], _no_screens) == 0
    assert out.read_bytes().startswith(b"%PDF")
