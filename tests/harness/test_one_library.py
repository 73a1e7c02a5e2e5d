"""While it is open, the file is touched by one library and one program alone (C5; sqlite.org/howtocorrupt.html).

POSIX gives back every lock of a process on a file when any descriptor of it is closed, whoever opened that one.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.services import files
from tests import factories
from tests.harness.conftest import Tell
from tests.harness.cuts import recorded
from tests.harness.flow import NAME
from tests.harness.power import Step
from tests.harness.prepared import Prepared

LIBRARY = "sqlcipher3"


def strangers(steps: tuple[Step, ...], path: Path) -> list[str]:
    """Who else opens the file, or a journal of it, while the library has it open."""
    ours = {os.fsencode(path) + ending for ending in (b"", b"-wal", b"-shm")}
    held: dict[int, bytes] = {}
    found = []
    for step in steps:
        if step.kind == "O" and step.first in ours:
            if LIBRARY.encode() in step.second:
                held[step.fd] = step.first
            elif os.fsencode(path) in held.values():
                found.append(f"{os.fsdecode(step.first)} opened by {os.fsdecode(step.second)}")
        elif step.kind == "C":
            held.pop(step.fd, None)
    return found


@pytest.mark.parametrize("flow", ["save", "rekey", "backup"])
def test_nothing_else_opens_the_file_while_it_is_open(prepared: Prepared, tmp_path: Path, flow: str) -> None:
    found = recorded(prepared, flow, tmp_path)
    opened = [step for step in found.steps if step.kind == "O" and LIBRARY.encode() in step.second]
    assert opened, "the library was not seen at work"
    assert strangers(found.steps, found.folder / NAME) == []


def test_a_stranger_is_found_out(prepared: Prepared, tmp_path: Path) -> None:
    found = recorded(prepared, "close", tmp_path)
    path = os.fsencode(found.folder / NAME)
    opening = next(
        place
        for place, step in enumerate(found.steps)
        if step.kind == "O" and step.first == path and LIBRARY.encode() in step.second
    )
    look = Step("O", 900, 0, 0, path, b"/usr/bin/python3")
    assert strangers((*found.steps[: opening + 1], look), found.folder / NAME)
    assert not strangers((look, *found.steps), found.folder / NAME)


@pytest.mark.parametrize("programs", [8, pytest.param(50, marks=pytest.mark.long)])
def test_of_many_programs_at_once_one_opens_the_file(
    prepared: Prepared, tmp_path: Path, tell: Tell, programs: int
) -> None:
    factories.closed_file(tmp_path)
    ended = prepared.run("open_at_once", folder=str(tmp_path), programs=programs)
    assert ended.status == 0
    assert Counter(ended.told) == {"opened": 1, "in use": programs - 1}
    tell(f"programs at once: {programs}, opened by 1")
    files.close(factories.sign_in(tmp_path / NAME))
