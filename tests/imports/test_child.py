"""A child that is misled, hangs, eats memory or lies harms nobody but itself."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from pathlib import Path

import pytest

from desktop_app import __main__
from desktop_app.errors import AppError, Cancelled, InvalidInput
from desktop_app.imports import child, pictures
from desktop_app.imports.child import in_child
from tests.imports import samples

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits for a child of ours")


def answer(content: bytes, word: str, number: int) -> tuple[int, bytes, int]:
    return len(content), word.encode(), number


def refuse(content: bytes) -> tuple[int]:
    raise AppError("The paper has %(n)s pages.", n=len(content))


def break_down(content: bytes) -> tuple[int]:
    raise RuntimeError(content.decode())


def eat(content: bytes) -> tuple[int]:
    return (len([bytes(2**26) for _each in range(20)]),)


def hang(content: bytes) -> tuple[int]:
    signal.pause()
    return (0,)


def die(content: bytes) -> tuple[int]:
    os._exit(3)


def say_nonsense(content: bytes) -> tuple[str]:
    return ("not a number",)


def reach_out(content: bytes) -> tuple[bytes]:
    done = []
    for reach in (_open, _connect, _write):
        try:
            reach(content.decode())
        except OSError:
            continue
        done.append(reach.__name__)
    return (" ".join(done).encode(),)


def _open(path: str) -> None:
    Path(path).read_bytes()


def _connect(_path: str) -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()


def _write(path: str) -> None:
    Path(path + ".made").write_bytes(b"x")


def test_a_child_answers_with_numbers_and_bytes() -> None:
    content = bytes(2 * 2**20)
    assert in_child(answer, content, "Ә", -7) == [len(content), "Ә".encode(), -7]


def test_a_child_refuses_with_its_sentence() -> None:
    with pytest.raises(InvalidInput) as raised:
        in_child(refuse, b"abc")
    (problem,) = raised.value.problems
    assert (problem.field, problem.message.params) == ("content", {"n": 3})
    assert problem.message.msgid == "The paper has %(n)s pages."


@pytest.mark.parametrize("call", [break_down, die, say_nonsense])
def test_a_child_that_breaks_is_told_in_a_sentence(call) -> None:
    with pytest.raises(InvalidInput, match="This file cannot be read"):
        in_child(call, b"secret name")


@posix
def test_a_child_that_eats_memory_is_stopped() -> None:
    with pytest.raises(InvalidInput, match="This file cannot be read"):
        in_child(eat, b"")


@posix
def test_a_child_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "SECONDS", 2)
    with pytest.raises(InvalidInput, match="This file cannot be read"):
        in_child(hang, b"")


@posix
def test_a_child_is_cancelled() -> None:
    with pytest.raises(Cancelled):
        in_child(hang, b"", cancelled=iter([False, False, True]).__next__)


@posix
@pytest.mark.parametrize(("opens_files", "reached"), [(False, []), (True, ["_open", "_connect"])])
def test_a_child_writes_nothing_and_opens_only_what_it_may(
    tmp_path: Path, opens_files: bool, reached: list[str]
) -> None:
    path = tmp_path / "other.txt"
    path.write_text("x", "utf-8")
    (done,) = in_child(reach_out, str(path).encode(), opens_files=opens_files)
    assert done == " ".join(reached).encode()
    assert sum(each.stat().st_size for each in tmp_path.iterdir()) == 1


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "tiff"])
def test_every_decoder_works_within_the_limits(kind: str) -> None:
    content = samples.picture(kind.upper(), (400, 300))
    (made,) = in_child(pictures.cleaned, content, kind)
    assert isinstance(made, bytes)
    assert in_child(pictures.drawn, made, kind, 0, 100)[:3] == [1, 100, 75]


def test_an_answer_is_never_unpickled() -> None:
    # What a taken-over child would send instead of an answer.
    class Pipe:
        def __init__(self, *said: bytes) -> None:
            self.said = iter(said)

        def recv_bytes(self, _most: int) -> bytes:
            return next(self.said)

    for said in (b"\x80\x04\x95", b"[]", b"{}", json.dumps({"answer": [[]]}).encode()):
        with pytest.raises((ValueError, KeyError, TypeError)):
            child._heard(Pipe(said))  # type: ignore[arg-type]  # as much of a pipe as is used


def test_a_packed_program_knows_that_it_was_started_as_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    # PyInstaller puts its own freeze_support in place; without the call every child would open another window.
    asked: list[str] = []
    monkeypatch.setattr("multiprocessing.freeze_support", lambda: asked.append("child?"))
    monkeypatch.setattr("desktop_app.app.main", lambda _arguments: asked.append("window") or 0)
    __main__.main()
    assert asked == ["window"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    __main__.main()
    assert asked == ["window", "child?", "window"]
