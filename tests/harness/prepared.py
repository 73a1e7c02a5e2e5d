"""A program that has everything loaded and starts each piece of work in a process of its own, in milliseconds.

Run as `python -m tests.harness.prepared`; it reads a line of JSON for each piece of work and says what becomes of it.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_WORK: Final = "tests.harness.work"
TODAY: Final = "2026-11-21"


@dataclass(frozen=True)
class Ended:
    """How a piece of work ended: its status as the system gives it (negative: the signal), and what it said."""

    status: int
    told: tuple[str, ...]


class Prepared:
    """The program, waiting for work. `close` it at the end."""

    def __init__(self, home: Path, shim: Path | None) -> None:
        surroundings = os.environ | {"HOME": str(home), "TIREK_TODAY": TODAY, "PYTHONUNBUFFERED": "1"}
        surroundings |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        if shim is not None:
            surroundings["LD_PRELOAD"] = str(shim)
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.harness.prepared"],
            cwd=_ROOT,
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    @property
    def output(self) -> IO[str]:
        """What the program says."""
        assert self._program.stdout is not None
        return self._program.stdout

    def start(self, work: str, **arguments: Any) -> int:
        """Start a function of tests.harness.work; the number of its process."""
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps({"work": work, "arguments": arguments}) + "\n")
        self._program.stdin.flush()
        return int(self._line().removeprefix("started "))

    def lines(self) -> Iterator[str]:
        """What the work says until it ends; the last line is `ended` and its status."""
        while True:
            line = self._line()
            yield line
            if line.startswith("ended "):
                return

    def run(self, work: str, **arguments: Any) -> Ended:
        """Start a piece of work and wait until it ends."""
        self.start(work, **arguments)
        *told, ended = self.lines()
        return Ended(int(ended.removeprefix("ended ")), tuple(told))

    def close(self) -> None:
        """End the program."""
        if self._program.stdin is not None:
            self._program.stdin.close()
        self._program.wait()
        self.output.close()

    def _line(self) -> str:
        line = self.output.readline()
        if not line:
            raise AssertionError("the prepared program has ended")
        return line.rstrip("\n")


def say(text: str) -> None:
    """Tell the parent something, in one piece."""
    os.write(1, f"{text}\n".encode())


def _serve() -> None:
    work = importlib.import_module(_WORK)
    for line in sys.stdin:
        told = json.loads(line)
        process = os.fork()
        if process == 0:
            say(f"started {os.getpid()}")
            _do(getattr(work, told["work"]), told["arguments"])
        _, status = os.waitpid(process, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


def _do(work: Any, arguments: dict[str, Any]) -> None:
    status = 0
    try:
        work(**arguments)
    except BaseException:  # noqa: BLE001  the parent is told by the status, whatever it was
        traceback.print_exc()
        status = 70
    os._exit(status)


if __name__ == "__main__":
    _serve()
