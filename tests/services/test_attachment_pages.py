"""Attachments are decoded in a child process, looked at inside the program, and leave nothing on the disk."""

from __future__ import annotations

import ctypes
import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.attachments import NewAttachment
from desktop_app.letters.catalogue import render
from desktop_app.services import attachment_pages, attachments, cases
from desktop_app.services.files import OpenFile
from tests.imports import samples
from tests.imports.test_pictures import png
from tests.letters.claims import claim
from tests.services.papers import PLAIN, put, refusal
from tests.services.situations import new_case


@pytest.fixture
def case(file: OpenFile) -> int:
    return cases.open_case(file, new_case()).id


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def test_a_bomb_and_a_cut_picture_are_refused_with_sentences(file: OpenFile, case: int, desk: Path) -> None:
    bomb = put(desk, "photo.jpg", png(90_000, 90_000))
    assert "million pixels" in refusal(attachments.add, file, case, bomb, PLAIN)
    cut = put(desk, "cut.jpg", samples.picture("JPEG", (300, 200))[:1500])
    assert "cannot be read" in refusal(attachments.add, file, case, cut, PLAIN)
    assert "cannot be read" in refusal(attachments.add, file, case, cut, NewAttachment(keep_details=True))


def test_pages_of_pictures_and_documents_are_drawn(file: OpenFile, case: int, desk: Path) -> None:
    picture = attachments.add(file, case, put(desk, "a.png", samples.picture("PNG", (600, 400))), PLAIN).id
    drawn = attachment_pages.page(attachments.look(file, picture), 0, 300)
    assert (drawn.pages, drawn.image.width, drawn.image.height) == (1, 300, 200)
    paper = attachments.add(file, case, put(desk, "a.pdf", render(claim())), PLAIN).id
    opened = attachments.look(file, paper)
    drawn = attachment_pages.page(opened, 0, 800)
    assert drawn.image.height in (800, 801)
    assert len(set(drawn.image.pixels)) > 5
    assert attachment_pages.page(opened, 99, 100).pages == drawn.pages
    broken = replace(opened, content=opened.content[:200])
    assert "cannot be read" in refusal(attachment_pages.page, broken, 0, 100)


@contextmanager
def made_in(*folders: Path) -> Iterator[list[str]]:
    """The names of all files that are made in some folders meanwhile, though they be gone at the end (inotify)."""
    libc = ctypes.CDLL(None, use_errno=True)
    queue = libc.inotify_init1(os.O_NONBLOCK)
    created = 0x100
    for folder in folders:
        assert libc.inotify_add_watch(queue, os.fsencode(folder), created) > 0
    names: list[str] = []
    try:
        yield names
        told = b""
        with suppress(BlockingIOError):
            told = os.read(queue, 65_536)
        while told:
            length = int.from_bytes(told[12:16], sys.byteorder)
            names.append(os.fsdecode(told[16 : 16 + length].rstrip(b"\0")))
            told = told[16 + length :]
    finally:
        os.close(queue)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders are watched with inotify")
def test_the_watch_of_folders_sees_what_is_gone_again(tmp_path: Path) -> None:
    with made_in(tmp_path) as made:
        put(tmp_path, "қысқа", b"x").unlink()
    assert made == ["қысқа"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders are watched with inotify")
def test_nothing_is_written_to_the_disk_in_plain(
    file: OpenFile, case: int, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / "tmp", Path(os.environ["HOME"])]
    places[0].mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(places[0]))
    monkeypatch.setattr("tempfile.tempdir", None)
    words = "Құпияова Жасырынбек, паспорт N12345678\n" * 20_000
    canary = random.Random(3).randbytes(64)  # noqa: S311  a sign to look for, not a key
    with made_in(*places) as made:
        text = attachments.add(file, case, put(desk, "құпия.txt", words.encode()), PLAIN).id
        video = put(desk, "a.mp4", samples.film(b"isom", (b"vide",)) + canary * 9000)
        film = attachments.add(file, case, video, PLAIN).id
        photo = attachments.add(file, case, put(desk, "a.tif", samples.picture("TIFF", (900, 900))), PLAIN).id
        paper = attachments.add(file, case, put(desk, "a.pdf", render(claim())), PLAIN).id
        assert "Құпияова" in attachment_pages.text(attachments.look(file, text)).words
        attachments.look(file, film)
        for each in (photo, paper):
            attachment_pages.page(attachments.look(file, each), 0, 400)
    assert made == []
    stored = b"".join(each.read_bytes() for each in file.path.parent.glob("centre.tirek*"))
    for sign in ("Құпияова".encode(), "құпия".encode(), "N12345678".encode("utf-16-le"), canary, b"N12345678"):
        assert sign not in stored


def test_a_text_is_shown_without_marks_that_mislead_and_not_without_end(
    file: OpenFile, case: int, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachment_pages, "MOST_LETTERS", 10)
    made = attachments.add(file, case, put(desk, "a.txt", "a\u202eb <b>жол</b>".encode()), PLAIN).id
    shown = attachment_pages.text(attachments.look(file, made))
    assert (shown.words, shown.cut) == ("ab <b>жол<", True)


def test_a_page_that_makes_no_sense_never_reaches_the_window() -> None:
    for answer in ([1, 10, 10, bytes(399)], [0, 1, 1, bytes(4)], [1, 10**6, 1, bytes(4 * 10**6)], [1, 2, 3], [b"", 1]):
        assert "cannot be read" in refusal(attachment_pages._told, answer)
