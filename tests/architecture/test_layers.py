"""The import rules of pyproject.toml hold (see ARCHITECTURE.md, "the one line")."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture import sources


def test_every_name_imports_only_what_it_may() -> None:
    # In a process of its own: the linter imports the package by itself and sets up a terminal.
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
        cwd=sources.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_has_no_unknown_rooms() -> None:
    known = {
        "__init__", "__main__", "app", "cli", "db", "domain", "errors", "exports", "i18n", "imports",
        "law", "letters", "log", "services", "settings", "ui",
    }  # fmt: skip
    found = {path.stem for path in sources.PACKAGE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert found <= known, f"Say in ARCHITECTURE.md where {sorted(found - known)} stands, and in pyproject.toml too."
