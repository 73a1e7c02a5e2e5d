"""A disk that fails at one step, once or from then on: a sentence for the user, and the file as it was or as wanted."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from pathlib import Path

from tests.harness.flows import FLOWS
from tests.harness.prepared import Ended, Prepared
from tests.harness.shim import Fault
from tests.harness.verdict import Lost, judge


def disturbed(prepared: Prepared, flow: str, folder: Path, fault: Fault, *, unsorted: bool = False) -> Ended:
    """Run a flow in a new folder with a failing step; `unsorted` takes the sentences for it away."""
    folder.mkdir()
    FLOWS[flow].prepare(folder)
    return prepared.run("disturb", flow=flow, folder=str(folder), fault=asdict(fault), unsorted=unsorted)


def steps_of(prepared: Prepared, flow: str, folder: Path) -> int:
    """How many steps a flow takes when none fails."""
    ended = disturbed(prepared, flow, folder, Fault(0))
    assert ended.status == 0, ended
    return int(ended.told[-1].removeprefix("steps "))


def wrongs(prepared: Prepared, flow: str, folder: Path, fault: Fault, *, unsorted: bool = False) -> list[str]:
    """What goes wrong when a step fails: an end without a sentence, or something lost. Then the disk works again."""
    ended = disturbed(prepared, flow, folder, fault, unsorted=unsorted)
    said = [line for line in ended.told if line.split(" ")[0] not in {"refused", "steps"}]
    found = []
    if ended.status != 0:
        found.append(f"{flow} {fault}: ended with {ended.status}")
    try:
        judge(folder, said)
    except Lost as loss:
        found.append(f"{flow} {fault}: {loss}")
    shutil.rmtree(folder)
    return found
