"""Cutting the power while a flow runs: the images a disk may hold, each opened and judged."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.harness.flows import FLOWS
from tests.harness.power import Disk, Image, Step, seeded, steps
from tests.harness.prepared import Prepared
from tests.harness.verdict import Lost, judge


@dataclass
class Tally:
    """Images that were opened, and what was lost in them."""

    tried: int = 0
    lost: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Recorded:
    """What a flow did to its folder, step by step."""

    folder: Path
    before: dict[str, bytes]
    steps: tuple[Step, ...]

    def images(self, chance: random.Random, of_each: int) -> Iterator[Image]:
        """What may be left when the power goes before any sync, or after anything was said to be saved."""
        disk = Disk(self.folder, self.before)
        for step in self.steps:
            if step.kind == "S":
                yield from disk.images(chance, of_each)
            disk.take(step)
            if step.kind == "M":
                yield from disk.images(chance, of_each)

    def images_when_told(self, chance: random.Random) -> Iterator[Image]:
        """What may be left when the power goes right after something was said to be saved."""
        disk = Disk(self.folder, self.before)
        for step in self.steps:
            disk.take(step)
            if step.kind == "M":
                yield from disk.images(chance, 1)

    def is_faithful(self) -> bool:
        """Whether the steps, taken one by one, give the folder that the flow has left."""
        disk = Disk(self.folder, self.before)
        for step in self.steps:
            disk.take(step)
        return disk.now() == contents(self.folder)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def recorded(prepared: Prepared, flow: str, place: Path, **weak: Any) -> Recorded:
    """Run a flow and write down its steps; `weak` takes protections away (see work.record)."""
    folder, log = place / "live", place / "log"
    folder.mkdir(parents=True)
    FLOWS[flow].prepare(folder)
    before = contents(folder)
    ended = prepared.run("record", flow=flow, folder=str(folder), log=str(log), **weak)
    assert ended.status == 0, ended
    return Recorded(folder, before, tuple(steps(log)))


def cut(found: Recorded, place: Path, seed: str, most: int, of_each: int = 2) -> Tally:
    """Open and judge different images, at most so many, spread over the whole flow.

    They are made twice, first to choose among them: all of them together would fill the memory.
    """
    seen: set[int] = set()
    fresh = [at for at, image in enumerate(found.images(seeded(seed), of_each)) if _is_new(image, seen)]
    chosen = set(fresh if len(fresh) <= most else seeded(seed).sample(fresh, most))
    tally = Tally()
    for at, image in enumerate(found.images(seeded(seed), of_each)):
        if at in chosen:
            tally.tried += 1
            _judge(image, place / "image", tally)
    return tally


def first_loss(found: Recorded, place: Path, chance: random.Random) -> Tally:
    """Judge images until one has lost something."""
    tally = Tally()
    for image in found.images_when_told(chance):
        tally.tried += 1
        _judge(image, place / "image", tally)
        if tally.lost:
            break
    return tally


def _judge(image: Image, folder: Path, tally: Tally) -> None:
    image.lay_out(folder)
    try:
        judge(folder, image.acknowledged)
    except Lost as loss:
        tally.lost.append(f"{image.how} after {image.acknowledged[-1:]}: {loss}")
    shutil.rmtree(folder)


def _is_new(image: Image, seen: set[int]) -> bool:
    key = hash((frozenset(image.files.items()), len(image.acknowledged)))
    if key in seen:
        return False
    seen.add(key)
    return True
