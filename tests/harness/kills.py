"""Ending a working program at any moment, and looking at what it has left."""

from __future__ import annotations

import os
import random
import select
import signal
from pathlib import Path
from typing import Final

from tests import factories
from tests.harness.flows import FLOWS
from tests.harness.prepared import Ended, Prepared
from tests.harness.verdict import Lost, judge

# A case, its money and a letter: any moment of a round is met.
_MOST_LINES: Final = 12
_MOST_SECONDS: Final = 0.01


def kill(prepared: Prepared, folder: Path, chance: random.Random, *, early: bool = False) -> tuple[str, ...]:
    """Let the program work on the file of a folder and kill it; what it had said was saved by then."""
    process = prepared.start("save_in_a_loop", folder=str(folder), early=early)
    lines = prepared.lines()
    told = [next(lines) for _ in range(chance.randint(1, _MOST_LINES))]
    if not early:
        select.select([], [], [], chance.random() * _MOST_SECONDS)
    os.kill(process, signal.SIGKILL)
    *rest, ended = lines
    if ended != f"ended {-signal.SIGKILL}":
        raise AssertionError(ended)
    return (*told, *rest)


def kills(prepared: Prepared, folder: Path, times: int, chance: random.Random) -> list[str]:
    """Kill it again and again while it works on one file; what was lost, also of what was saved long before."""
    factories.closed_file(folder)
    lost: list[str] = []
    told: list[str] = []
    for _ in range(times):
        fresh = kill(prepared, folder, chance)
        told += fresh
        lost += _lost(folder, fresh)
    return lost + _lost(folder, tuple(told))


def kill_and_look(prepared: Prepared, folder: Path, chance: random.Random, *, early: bool) -> list[str]:
    """Kill it once while it works on the file of a folder; what was lost."""
    return _lost(folder, kill(prepared, folder, chance, early=early))


def _lost(folder: Path, told: tuple[str, ...]) -> list[str]:
    try:
        judge(folder, told)
    except Lost as loss:
        return [str(loss)]
    return []


def steps_of(prepared: Prepared, flow: str, folder: Path) -> int:
    """How many steps a flow takes on the disk when nothing disturbs it."""
    ended = stop(prepared, flow, folder, 0)
    assert ended.status == 0, ended
    return int(ended.told[-1].removeprefix("steps "))


def stop(prepared: Prepared, flow: str, folder: Path, at: int) -> Ended:
    """Run a flow in a new folder that ends at a step."""
    folder.mkdir()
    FLOWS[flow].prepare(folder)
    return prepared.run("die", flow=flow, folder=str(folder), at=at)


def lost_when_stopped(prepared: Prepared, flow: str, folder: Path, at: int) -> list[str]:
    """Stop a flow at a step; what was lost."""
    ended = stop(prepared, flow, folder, at)
    if ended.status not in {0, -signal.SIGKILL}:
        raise AssertionError(ended)
    return _lost(folder, tuple(line for line in ended.told if not line.startswith("steps ")))
