"""The program is killed, told to end, or its session ends, while somebody types."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.services import cases, drafts
from tests import factories
from tests.architecture import sources
from tests.e2e.typing_program import EVERY_MS
from tests.ui.cases.crew import log_case

LOST_AT_MOST = 3_000 // EVERY_MS
"""Letters typed in three seconds."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    opened = factories.open_file(tmp_path)
    log_case(opened)
    factories.close_file(opened)
    return opened.path


@pytest.fixture
def program(path: Path) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.typing_program", str(path)],
        cwd=sources.ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TIREK_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with started:
        yield started
        started.kill()


def _typed(program: subprocess.Popen[str], wanted: int) -> int:
    """How many letters stood in the field when so many had been told at least."""
    assert program.stdout is not None
    letters = 0
    while letters < wanted:
        line = program.stdout.readline()
        assert line, program.stderr.read() if program.stderr else ""
        letters = int(line)
    return letters


def _kept(path: Path) -> int:
    """How many letters come back at the next sign-in."""
    file = factories.sign_in(path)
    left = drafts.left_behind(file)
    note = cases.card(file, 1).note
    factories.close_file(file)
    assert note == "", "nothing is saved that nobody saved"
    return max((len(each.content["form"]["note"]) for each in left), default=0)


@pytest.mark.parametrize("seed", range(2))
def test_a_kill_costs_three_seconds_of_typing_at_most(program: subprocess.Popen[str], path: Path, seed: int) -> None:
    _kill(program, path, random.Random(seed).randrange(50, 110))  # noqa: S311  a place to stop at, no secret


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 52))
def test_a_kill_at_many_moments(program: subprocess.Popen[str], path: Path, seed: int) -> None:
    _kill(program, path, random.Random(seed).randrange(1, 200))  # noqa: S311  a place to stop at, no secret


def _kill(program: subprocess.Popen[str], path: Path, after: int) -> None:
    typed = _typed(program, after)
    program.kill()
    program.wait()
    lost = typed - _kept(path)
    assert lost <= LOST_AT_MOST, f"{lost} letters of {typed} are lost"


@pytest.mark.parametrize(
    "name", ["SIGTERM", pytest.param("SIGINT", marks=pytest.mark.long), pytest.param("SIGHUP", marks=pytest.mark.long)]
)
def test_told_to_end_it_leaves_one_whole_file_and_loses_no_letter(
    program: subprocess.Popen[str], path: Path, name: str
) -> None:
    typed = _typed(program, 5)
    program.send_signal(getattr(signal, name))
    out, errors = program.communicate(timeout=60)
    typed = int((out.split() or [str(typed)])[-1])
    assert program.returncode == 0, errors
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]
    assert _kept(path) == typed
