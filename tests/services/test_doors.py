"""Every door of a file by itself: each opens alone, none opens once it is taken away, each refusal has its words."""

from __future__ import annotations

import math
import os
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.db import blocks
from desktop_app.db.blocks import Kept
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.services import centre, files, keys
from desktop_app.services.files import OpenFile
from tests import factories
from tests.factories import CHEAP, CODE, LOGIN, PASSWORD

NEW_PASSWORD = "quite another long one"
Sheets = tuple[str, str, str]


@pytest.fixture
def sheets() -> Sheets:
    return keys.new_sheets()


@pytest.fixture
def path(tmp_path: Path, sheets: Sheets) -> Path:
    """A closed file with a password, a code and sheets."""
    file = factories.open_file(tmp_path)
    keys.make_sheets(file, sheets)
    files.close(file)
    return file.path


def _kept(path: Path) -> Kept:
    kept = blocks.unsealed(path.read_bytes())
    assert kept is not None
    return kept


def _with(path: Path, kept: Kept) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: kept.pages_end] + blocks.sealed(kept))


def _openings(path: Path, sheets: Sheets) -> dict[str, Callable[[], OpenFile]]:
    return {
        "password": lambda: factories.sign_in(path),
        "recovery": lambda: files.recover(path, CODE, LOGIN, NEW_PASSWORD, CHEAP),
        "sheets": lambda: files.recover_with_sheets(path, sheets[:2], LOGIN, NEW_PASSWORD, CHEAP),
    }


@pytest.mark.parametrize("kind", ["password", "recovery", "sheets"])
def test_each_kind_of_slot_opens_alone(path: Path, sheets: Sheets, kind: str) -> None:
    kept = _kept(path)
    alone = tuple(slot for slot in kept.slots.slots if slot.kind == kind)
    assert len(alone) == 1
    _with(path, replace(kept, slots=replace(kept.slots, slots=alone)))
    file = _openings(path, sheets)[kind]()
    assert centre.read(file) == factories.CENTRE
    files.close(file)


@pytest.mark.parametrize("kind", ["password", "recovery", "sheets"])
def test_a_slot_that_was_taken_away_opens_nothing(path: Path, sheets: Sheets, kind: str) -> None:
    kept = _kept(path)
    others = tuple(slot for slot in kept.slots.slots if slot.kind != kind)
    _with(path, replace(kept, slots=replace(kept.slots, slots=others)))
    before = path.read_bytes()
    with pytest.raises(CannotOpen):
        _openings(path, sheets)[kind]()
    assert path.read_bytes() == before
    for other in {"password", "recovery", "sheets"} - {kind}:
        files.close(_openings(path, sheets)[other]())
        _with(path, replace(_kept(path), slots=replace(_kept(path).slots, slots=others)))


def test_no_secret_opens_the_door_of_another_kind(path: Path, sheets: Sheets) -> None:
    with pytest.raises(CannotOpen, match="login or the password"):
        factories.sign_in(path, password=CODE)
    with pytest.raises(CannotOpen, match="slip"):
        files.recover(path, PASSWORD, LOGIN, NEW_PASSWORD, CHEAP)


# the four refusals that people mix up (C14)


def _wrong_password(path: Path) -> None:
    factories.sign_in(path, password="wrong but long enough")


def _wrong_file(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(20_000))
    factories.sign_in(path)


def _damaged_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)
    factories.sign_in(path)


def _newer_file(path: Path) -> None:
    kept = _kept(path)
    _with(path, replace(kept, slots=replace(kept.slots, schema=kept.slots.schema + 1)))
    factories.sign_in(path)


def _newer_slots(path: Path) -> None:
    kept = _kept(path)
    _with(path, replace(kept, slots=replace(kept.slots, format=kept.slots.format + 1)))
    factories.sign_in(path)


REFUSALS: dict[str, tuple[Callable[[Path], None], type[AppError], str]] = {
    "wrong password": (_wrong_password, CannotOpen, "The login or the password is wrong"),
    "wrong file": (_wrong_file, CannotOpen, "is not a file of Tirek"),
    "damaged file": (_damaged_file, DamagedFile, "is damaged"),
    "newer file": (_newer_file, CannotOpen, "newer version of Tirek"),
    "newer slots": (_newer_slots, CannotOpen, "newer version of Tirek"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_each_refusal_has_its_own_words(path: Path, case: str) -> None:
    refused, kind, words = REFUSALS[case]
    with pytest.raises(AppError, match=words) as caught:
        refused(path)
    assert type(caught.value) is kind


def test_the_four_sentences_are_four(tmp_path: Path) -> None:
    told = {}
    for number, (name, (refused, _kind, _words)) in enumerate(REFUSALS.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        with pytest.raises(AppError) as caught:
            refused(factories.closed_file(folder))
        told[name] = caught.value.message.msgid
    assert len(set(told.values())) == 4
    assert told["newer file"] == told["newer slots"]


# encrypted from the first byte (A1)


def test_the_pages_look_like_noise_and_no_other_program_reads_them(path: Path) -> None:
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3\0")
    pages = content[: _kept(path).pages_end]
    counts = Counter(pages)
    assert -sum(n / len(pages) * math.log2(n / len(pages)) for n in counts.values()) >= 7.9
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.close()


def test_a_file_with_a_plain_header_is_never_opened(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(b"SQLite format 3\0" + content[16:])
    with pytest.raises(CannotOpen, match="not a file of Tirek"):
        factories.sign_in(path)


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 65536])
def test_noise_is_not_taken_for_a_file(path: Path, size: int) -> None:
    path.write_bytes(os.urandom(size))
    with pytest.raises((CannotOpen, DamagedFile)):
        factories.sign_in(path)
