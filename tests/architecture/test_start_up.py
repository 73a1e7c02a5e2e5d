"""What costs time is not loaded before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture import sources

# Measured over a bare interpreter: each of these costs between 40 and 500 ms of a start.
HEAVY = {
    "alembic", "babel", "cryptography", "holidays", "num2words", "openpyxl", "pypdfium2", "rapidfuzz", "reportlab",
    "sqlalchemy", "PIL", "multiprocessing",
}  # fmt: skip


@pytest.mark.parametrize(
    "modules",
    ["desktop_app.__main__", "desktop_app.app", "desktop_app.cli", "desktop_app.i18n", "desktop_app.settings"],
)
def test_importing_the_program_loads_nothing_heavy(modules: str) -> None:
    program = f"import sys, {modules}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=sources.ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = HEAVY & set(done.stdout.split())
    assert not loaded, f"Import {sorted(loaded)} inside the function that needs it."
