"""What of an open file is left in the memory of the whole program behind the lock, seen from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.services import people
from tests import factories
from tests.architecture import sources
from tests.e2e.watched_program import masked
from tests.ui.cases.crew import log_case

CANARY = "Қанарейкина Нодира"
PHONE = "+7 701 777 66 65"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = factories.open_file(tmp_path)
    log_case(file, (CANARY,))
    people.save(file, 1, replace(people.card(file, 1).person, phone=PHONE))
    factories.close_file(file)
    return file.path


@pytest.fixture
def program(path: Path) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.watched_program", str(path)],
        cwd=sources.ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TIREK_LANG": "en"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with started:
        yield started
        started.kill()


def _step(program: subprocess.Popen[str], name: str) -> list[str]:
    """Let the program go a step; what it told until that was done."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(name + "\n")
    program.stdin.flush()
    told = []
    while (line := program.stdout.readline().strip()) != "done":
        assert line, "the program ended"
        told.append(line)
    return told


def _occurrences(pid: int, sought: dict[str, bytes]) -> dict[str, int]:
    """How often each of these is in the memory of a process that may be written to."""
    found = dict.fromkeys(sought, 0)
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            span, rights, *_rest = line.split()
            start, end = (int(part, 16) for part in span.split("-"))
            if not rights.startswith("rw") or start >= 1 << 63:
                continue
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:
                continue
            for name, value in sought.items():
                found[name] += content.count(value)
    return found


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_key_is_left_behind_the_lock(program: subprocess.Popen[str], record_property: pytest.FixtureRequest) -> None:
    """The keys must be gone. Of names copies stay in hidden fields and in freed memory: how many is recorded."""
    key, identity = (masked(bytes.fromhex(line)) for line in _step(program, "open"))
    sought = {
        "key": key,
        "key in hex": key.hex().encode(),
        "identity": identity,
        "name": CANARY.encode("utf-16-le"),
        "name in UTF-8": CANARY.encode(),
        "phone": PHONE.encode(),
    }
    seen = {"open": _occurrences(program.pid, sought)}
    assert seen["open"]["key"] >= 1, "the look finds what is there"
    assert seen["open"]["name"] >= 1
    for step in ("lock", "leave"):
        _step(program, step)
        seen[step] = _occurrences(program.pid, sought)
    for step, counts in seen.items():
        record_property(step, counts)  # type: ignore[operator]  # a function, as pytest gives it
        sys.stdout.write(f"{step}: {counts}\n")
    for step in ("lock", "leave"):
        assert {name: seen[step][name] for name in ("key", "key in hex", "identity")} == {
            "key": 0,
            "key in hex": 0,
            "identity": 0,
        }
