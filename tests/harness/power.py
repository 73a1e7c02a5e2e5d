"""What a disk may hold after the power went: everything that was synced, and any part of the rest.

The model is stricter than any file system we know. What was written to a file since its last sync may be there, be
missing, or be there in part (in sectors of 512 bytes), in any order. A name that was given, changed or removed since
the folder's last sync may be as before or as after, each name for itself. Nothing else is ever lost.
"""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

SECTOR: Final = 512
_ENTRY: Final = struct.Struct("=iiqqii")


class Step(NamedTuple):
    """One thing the program did: its kind, the descriptor, a place, a length, and one or two pieces of bytes."""

    kind: str
    fd: int
    offset: int
    length: int
    first: bytes
    second: bytes


def seeded(number: int | str) -> random.Random:
    """Chances that come again on the next run."""
    return random.Random(number)  # noqa: S311  no secret hangs on it


def steps(log: Path) -> Iterator[Step]:
    """What the shim wrote down, in order."""
    content = log.read_bytes()
    at = 0
    while at < len(content):
        kind, fd, offset, length, first, second = _ENTRY.unpack_from(content, at)
        at += _ENTRY.size
        yield Step(chr(kind), fd, offset, length, content[at : at + first], content[at + first : at + first + second])
        at += first + second


class Write(NamedTuple):
    """Bytes at a place, or the new length of a file when there are none."""

    offset: int
    content: bytes | None


@dataclass
class Contents:
    """A file: what is on the disk for certain, and what was done to it since."""

    synced: bytes = b""
    pending: list[Write] = field(default_factory=list)

    def with_only(self, wanted: list[Write]) -> bytes:
        """The file with some of what was done since."""
        content = bytearray(self.synced)
        for offset, written in wanted:
            if written is None:
                _set_length(content, offset)
            else:
                _set_length(content, max(len(content), offset + len(written)))
                content[offset : offset + len(written)] = written
        return bytes(content)

    def sync(self) -> None:
        """All of it is on the disk."""
        self.synced = self.with_only(self.pending)
        self.pending = []


@dataclass(frozen=True)
class _Folder:
    """A folder within the watched one, by its name; the watched one has none."""

    name: str

    def __contains__(self, path: str) -> bool:
        return path.rpartition("/")[0] == self.name


class Image(NamedTuple):
    """A folder as a power cut may leave it, and what the program had acknowledged by then."""

    files: dict[str, bytes]
    acknowledged: tuple[str, ...]
    how: str

    def lay_out(self, folder: Path) -> None:
        """Write it as a folder."""
        folder.mkdir(parents=True)
        for name, content in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)


Choice = Callable[[list[Write]], list[Write]]
NameChoice = Callable[[str], bool]


class Disk:
    """A folder followed step by step."""

    def __init__(self, folder: Path, before: dict[str, bytes]) -> None:
        self._folder = os.fsencode(folder)
        self._files = [Contents(content) for content in before.values()]
        self._names = {name: number for number, name in enumerate(before)}
        self._synced_names = dict(self._names)
        self._open: dict[int, int | _Folder] = {}
        self.acknowledged: list[str] = []

    def take(self, step: Step) -> None:
        """Follow one step."""
        match step.kind:
            case "O":
                self._open[step.fd] = self._opened(step.first, step.offset)
            case "C":
                self._open.pop(step.fd, None)
            case "S":
                self._sync(step.fd)
            case "M":
                self.acknowledged.append(step.first.decode())
            case "W" | "T" | "P":
                self._write(step)
            case _:
                self._rename(step)

    def _write(self, step: Step) -> None:
        """Bytes at a place, or a new length of a file that is open or only named."""
        number = self._names[self._name(step.first)] if step.kind == "P" else self._open[step.fd]
        assert isinstance(number, int), "a folder was written to"
        write = Write(step.offset, step.first) if step.kind == "W" else Write(step.length, None)
        self._files[number].pending.append(write)

    def _rename(self, step: Step) -> None:
        """A name that was changed, given a second time, or removed."""
        if step.kind == "U":
            self._names.pop(self._name(step.first), None)
        else:
            self._names[self._name(step.second)] = self._names[self._name(step.first)]
        if step.kind == "R" and step.first != step.second:
            del self._names[self._name(step.first)]

    def now(self) -> dict[str, bytes]:
        """The folder as the program sees it."""
        return {name: self._all(number) for name, number in self._names.items()}

    def images(self, chance: random.Random, of_each: int) -> Iterator[Image]:
        """What a power cut may leave now: nothing of what is not synced, all of it, and parts of it."""
        yield self._image("none", lambda _writes: [], lambda _name: False)
        yield self._image("all", list, lambda _name: True)
        for _ in range(of_each):
            yield self._image("some", lambda writes: _some(chance, writes), lambda _name: chance.random() < 0.5)
            yield self._image("torn", lambda writes: _torn(chance, writes), lambda _name: chance.random() < 0.8)

    def _image(self, how: str, choose: Choice, takes_name: NameChoice) -> Image:
        files = {}
        for name in sorted({*self._names, *self._synced_names}):
            now, before = self._names.get(name), self._synced_names.get(name)
            number = now if now == before or takes_name(name) else before
            if number is not None:
                held = self._files[number]
                files[name] = held.with_only(choose(held.pending))
        return Image(files, tuple(self.acknowledged), how)

    def _all(self, number: int) -> bytes:
        held = self._files[number]
        return held.with_only(held.pending)

    def _opened(self, path: bytes, flags: int) -> int | _Folder:
        name = self._name(path)
        if name not in self._names:
            if not flags & os.O_CREAT:
                return _Folder(name)
            self._files.append(Contents())
            self._names[name] = len(self._files) - 1
        elif flags & os.O_TRUNC:
            self._files[self._names[name]].pending.append(Write(0, None))
        return self._names[name]

    def _sync(self, fd: int) -> None:
        number = self._open[fd]
        if isinstance(number, _Folder):
            self._synced_names = {name: held for name, held in self._synced_names.items() if name not in number}
            self._synced_names |= {name: held for name, held in self._names.items() if name in number}
        else:
            self._files[number].sync()

    def _name(self, path: bytes) -> str:
        return os.fsdecode(path[len(self._folder) + 1 :])


def _some(chance: random.Random, writes: list[Write]) -> list[Write]:
    share = chance.random()
    return [write for write in writes if chance.random() < share]


def _torn(chance: random.Random, writes: list[Write]) -> list[Write]:
    """Most of the writes, one of them in part."""
    kept = [write for write in writes if chance.random() < 0.9]
    whole = [number for number, write in enumerate(kept) if write.content and len(write.content) > 1]
    if not whole:
        return kept
    number = chance.choice(whole)
    offset, content = kept[number]
    sectors = [
        Write(offset + at, (content or b"")[at : at + SECTOR])
        for at in range(0, len(content or b""), SECTOR)
        if chance.random() < 0.5
    ]
    return kept[:number] + sectors + kept[number + 1 :]


def _set_length(content: bytearray, length: int) -> None:
    if length < len(content):
        del content[length:]
    else:
        content.extend(bytes(length - len(content)))
