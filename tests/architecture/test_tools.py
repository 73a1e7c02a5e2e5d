"""ruff and mypy have nothing to say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture import sources


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "--quiet", "--output-format=concise", "."),
        ("ruff", "format", "--check", "--quiet", "--diff", "."),
        ("mypy", "--no-error-summary"),
    ],
    ids=["ruff-check", "ruff-format", "mypy"],
)
def test_tool_is_content(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=sources.ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
