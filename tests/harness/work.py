"""What the prepared program does in its children."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import Any

from desktop_app.db import engine, failures
from desktop_app.errors import AppError, CannotOpen
from tests import factories
from tests.harness.desk_work import complain, open_a_case, receive, write_letter
from tests.harness.flow import NAME
from tests.harness.flows import FLOWS
from tests.harness.prepared import say
from tests.harness.shim import Fault, Shim


def save_in_a_loop(folder: str, early: bool = False) -> None:
    """Work at the desk without an end; `early` says that something is saved before it is."""
    file = factories.sign_in(Path(folder) / NAME)
    with file.db.read() as session:
        last = session.connection().exec_driver_sql("SELECT coalesce(max(id), 0) FROM case_file").scalar_one()
    for case in count(last + 1):
        if early:
            say(f"case {case}")
        open_a_case(file)
        say(f"case {case}")
        for tenge in (1000 + case, 5000 + case):
            receive(file, case, tenge)
            say(f"money {case} {tenge}")
        if case % 4 == 0:
            complain(file, case)
            say(f"letter {write_letter(file, case)}")


def record(flow: str, folder: str, log: str, weak: dict[str, int] | None = None, sync: bool = True) -> None:
    """Run a flow and write down what it does to the disk; `weak` takes protections of the database away."""
    engine.PRAGMAS.update(weak or {})
    if not sync:
        os.fsync = _nothing
    shim = Shim()
    shim.watch(Path(folder), Path(log))
    FLOWS[flow].run(Path(folder), shim.mark)


def disturb(flow: str, folder: str, fault: dict[str, Any], unsorted: bool = False) -> None:
    """Run a flow in which a step fails; say what was saved, and the sentence it was stopped with.

    `unsorted` takes the sentences for what the disk does away.
    """
    if unsorted:
        failures._BY_CODE.clear()
    shim = Shim()
    shim.watch(Path(folder))
    shim.fail(Fault(**fault))
    try:
        FLOWS[flow].run(Path(folder), say)
    except AppError as error:
        say(f"refused {type(error).__name__} {error}")
    say(f"steps {shim.count()}")


def open_at_once(folder: str, programs: int) -> None:
    """So many programs open the file at the same moment; each says whether it could and waits for the last."""
    begin, answered = os.pipe(), os.pipe()
    done = os.pipe()
    for _ in range(programs):
        if os.fork() == 0:
            os.close(begin[1])
            os.close(done[1])
            os.read(begin[0], 1)
            say(_attempt(Path(folder) / NAME))
            os.write(answered[1], b"x")
            os.read(done[0], 1)
            os._exit(0)
    os.close(begin[1])
    for _ in range(programs):
        os.read(answered[0], 1)
    os.close(done[1])
    for _ in range(programs):
        os.wait()


def _attempt(path: Path) -> str:
    try:
        factories.sign_in(path)
    except CannotOpen as error:
        return "in use" if "already open" in str(error) else str(error)
    return "opened"


def die(flow: str, folder: str, at: int) -> None:
    """Run a flow that ends at a step, in the middle of it when it writes."""
    shim = Shim()
    shim.watch(Path(folder))
    shim.die(at)
    FLOWS[flow].run(Path(folder), say)
    say(f"steps {shim.count()}")


def _nothing(_descriptor: object) -> None:
    """A sync that brings nothing to the disk."""
