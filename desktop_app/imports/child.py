"""What came from outside is decoded in a child process with little memory and little time, and nowhere else.

The child is started anew, so that it knows nothing of the open file. It gets the content and plain values through a
pipe and answers with numbers and bytes only: nothing it says is ever run or unpickled here. Where the system can limit
a process, the child has no more than 512 MB, writes no file and leaves no memory dump; unless it needs fonts, it opens
no file and no connection once it has begun. Windows has no such limits for a child of ours: there the time holds, and
the sizes that are checked within pictures and documents.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Timer
from typing import Any, Final

from desktop_app.errors import AppError, Cancelled, InvalidInput, Message, Problem
from desktop_app.i18n import N_

SECONDS: Final = 60
MEMORY: Final = 512 * 1024 * 1024
_LOOK_UP_SECONDS: Final = 0.1
_MOST_ANSWERED: Final = 300 * 1024 * 1024

Value = int | str
Answer = int | bytes
Call = Callable[..., Sequence[Answer]]
"""Takes the content and plain values; AppError tells why it cannot be used."""

UNREADABLE: Final = N_(
    "This file cannot be read: it is damaged, or it needs more memory or time than a file may take. Nothing else was "
    "touched. Open it in another program and save it anew."
)


def never() -> bool:
    """Nobody cancels."""
    return False


def in_child(
    call: Call, content: bytes, *values: Value, opens_files: bool = False, cancelled: Callable[[], bool] = never
) -> list[Answer]:
    """What `call(content, *values)` answers in a child process.

    `call` is a function of a module. `opens_files`: it needs files of the system, such as fonts. Raises InvalidInput
    about "content" when it refuses, breaks or takes too much, and Cancelled.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_work, args=(theirs, call, values, opens_files), daemon=True)
    child.start()
    theirs.close()
    watch = Timer(SECONDS, child.kill)
    watch.start()
    try:
        ours.send_bytes(content)
        while not ours.poll(_LOOK_UP_SECONDS):
            if cancelled():
                raise Cancelled
        return _heard(ours)
    except (EOFError, OSError, ValueError, KeyError, TypeError):
        # It is gone, or says what no child of ours would say.
        raise _refused(Message(UNREADABLE)) from None
    finally:
        watch.cancel()
        child.kill()
        child.join()
        child.close()
        ours.close()


def _heard(ours: Connection) -> list[Answer]:
    told = json.loads(ours.recv_bytes(_MOST_ANSWERED))
    if "refused" in told:
        raise _refused(Message(str(told["refused"]), dict(told["with"])))
    return [ours.recv_bytes(_MOST_ANSWERED) if value is None else int(value) for value in told["answer"]]


def _refused(message: Message) -> InvalidInput:
    return InvalidInput((Problem("content", message),))


def _work(theirs: Connection, call: Call, values: tuple[Value, ...], opens_files: bool) -> None:
    """In the child: take the content, call, answer."""
    content = theirs.recv_bytes()
    _limit(opens_files)
    blobs: list[bytes] = []
    told: dict[str, Any]
    try:
        answer = call(content, *values)
        blobs = [value for value in answer if isinstance(value, bytes)]
        told = {"answer": [None if isinstance(value, bytes) else value for value in answer]}
    except AppError as error:
        told = {"refused": error.message.msgid, "with": error.message.params}
    except (Exception, Warning):  # noqa: BLE001  a decoder raises whatever it likes at what it cannot read
        told = {"refused": UNREADABLE, "with": {}}
    with suppress(OSError):
        for blob in (json.dumps(told).encode(), *blobs):
            theirs.send_bytes(blob)


def _limit(opens_files: bool) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not opens_files:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
