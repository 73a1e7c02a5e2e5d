"""The file at rest: one, encrypted from its first byte, whole when copied alone, and plainly refused when it is not."""

from __future__ import annotations

import math
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.db import blocks, envelope
from desktop_app.db.blocks import PAGE
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.services import centre, files
from tests import factories


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return factories.closed_file(tmp_path)


def test_a_closed_file_is_one_file(path: Path) -> None:
    file = factories.sign_in(path)
    assert {each.name for each in path.parent.iterdir()} > {path.name, path.name + ".keys", path.name + ".lock"}
    files.close(file)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_it_is_encrypted_from_the_first_byte(path: Path) -> None:
    content = path.read_bytes()
    counts = Counter(content)
    entropy = -sum(n / len(content) * math.log2(n / len(content)) for n in counts.values())
    assert entropy >= 7.9
    assert not content.startswith(b"SQLite")
    for word in (factories.LOGIN, "Айгүл", "Migrant", "CREATE TABLE"):
        for encoding in ("utf-8", "utf-16-le"):
            assert word.encode(encoding) not in content
    with sqlite3.connect(path) as plain, pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM sqlite_master")
    plain.close()


def test_while_open_no_file_holds_plain_words(path: Path) -> None:
    file = factories.sign_in(path)
    content = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert "Айгүл".encode() not in content
    assert factories.LOGIN.encode() not in content
    files.close(file)


def test_a_copy_alone_opens(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "another name.tirek"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    file = factories.sign_in(copy)
    assert centre.read(file) == factories.CENTRE
    files.close(file)


def test_it_may_lie_under_any_name(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path, "Орталық № 5 %20 'қ'.tirek")
    file = factories.sign_in(path)
    assert centre.read(file) == factories.CENTRE
    files.close(file)


ATTEMPTS: dict[str, Callable[[Path], object]] = {
    "password": partial(factories.sign_in, password="wrong but long enough"),
    "login": partial(factories.sign_in, login="nobody"),
    "code": lambda path: files.recover(path, files.new_recovery_code(), "aigul", "a password nobody has"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_does_not_open_it_does_not_touch_it(path: Path, attempt: str) -> None:
    before = sha256(path.read_bytes()).digest()
    with pytest.raises(CannotOpen):
        ATTEMPTS[attempt](path)
    assert sha256(path.read_bytes()).digest() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("ahead", [1, 100])
def test_a_newer_file_is_refused_and_not_touched(path: Path, ahead: int) -> None:
    kept = blocks.unsealed(path.read_bytes())
    assert kept is not None
    newer = blocks.Kept(replace(kept.slots, schema=kept.slots.schema + ahead), kept.pages_end)
    path.write_bytes(path.read_bytes()[: kept.pages_end] + blocks.sealed(newer))
    before = path.read_bytes()
    with pytest.raises(CannotOpen, match="newer version"):
        factories.sign_in(path)
    assert path.read_bytes() == before


def test_each_reason_has_its_own_sentence(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()
    kept = blocks.unsealed(content)
    assert kept is not None
    pages = content[: kept.pages_end]
    cases = {
        "is not a file of Tirek": b"%PDF-1.7 " + bytes(8000),
        "keys of .* are missing": pages,
        "end of .* is missing": pages[:-1000],
        "keys of the file are damaged": pages + blocks.sealed(kept).replace(b"schema", b"scheme"),
        "does not exist": None,
    }
    for number, (sentence, written) in enumerate(cases.items()):
        wrong = tmp_path / f"{number}.tirek"
        if written is not None:
            wrong.write_bytes(written)
        with pytest.raises((CannotOpen, DamagedFile), match=sentence):
            factories.sign_in(wrong)
    with pytest.raises(CannotOpen, match="login or the password"):
        factories.sign_in(path, password="wrong but long enough")


@pytest.mark.parametrize("content", [b"", b"x", bytes(PAGE), b"SQLite format 3\0" + os.urandom(PAGE * 3 - 16)])
def test_other_files_are_not_taken_for_ours(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(CannotOpen, match="not a file of Tirek"):
        factories.sign_in(path)
    assert path.read_bytes() == content


def test_a_plain_database_with_keys_behind_it_is_refused(path: Path) -> None:
    kept = blocks.unsealed(path.read_bytes())
    assert kept is not None
    path.write_bytes(b"SQLite format 3\0" + bytes(PAGE - 16) + blocks.sealed(blocks.Kept(kept.slots, PAGE)))
    with pytest.raises(CannotOpen, match="not a file of Tirek"):
        factories.sign_in(path)


def test_a_damaged_first_page_is_said_to_be_damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        factories.sign_in(path)
    with pytest.raises(DamagedFile):
        factories.sign_in(path)
    assert path.read_bytes()[:PAGE] == bytes(content[:PAGE])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.integers(0, 2**32))
def test_a_damaged_byte_is_never_read_as_something_else(tmp_path: Path, number: int) -> None:
    path = factories.closed_file(tmp_path)
    content = bytearray(path.read_bytes())
    content[number % len(content)] ^= 1 + number % 255
    path.write_bytes(content)
    try:
        file = factories.sign_in(path)
    except (CannotOpen, AppError):
        return
    try:
        assert centre.read(file) == factories.CENTRE
    except DamagedFile:
        return
    finally:
        try:
            files.close(file)
        except DamagedFile:
            file.keys.let_go()


def test_one_damaged_block_of_keys_is_no_loss(path: Path) -> None:
    content = path.read_bytes()
    kept = blocks.unsealed(content)
    assert kept is not None
    assert kept.pages_end is not None
    path.write_bytes(content[: kept.pages_end] + bytes(64) + content[kept.pages_end + 64 :])
    file = factories.sign_in(path)
    files.close(file)
    assert content[: kept.pages_end][:16] == path.read_bytes()[:16]


def test_a_file_is_not_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(AppError, match="already there"):
        files.create_file(path, factories.NEW, factories.CODE, factories.CHEAP)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_keys_of_another_file_are_set_aside_and_kept(path: Path, tmp_path: Path) -> None:
    other = factories.closed_file(tmp_path, "other.tirek")
    other_key = files.create_file(tmp_path / "third.tirek", factories.NEW, factories.CODE, factories.CHEAP)
    keys = envelope.keys_path(other_key.path).read_bytes()
    files.close(other_key)
    envelope.keys_path(other).write_bytes(keys)
    files.close(factories.sign_in(other))
    aside = [each for each in tmp_path.iterdir() if ".keys." in each.name]
    assert [each.read_bytes() for each in aside] == [keys]


def test_a_journal_of_another_state_is_not_replayed(path: Path) -> None:
    journal = path.with_name(path.name + "-wal")
    journal.write_bytes(os.urandom(5000))
    file = factories.sign_in(path)
    assert centre.read(file) == factories.CENTRE
    files.close(file)
    assert not journal.exists()


def test_nobody_else_on_the_computer_may_read_the_file(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        file = files.create_file(tmp_path / "centre.tirek", factories.NEW, factories.CODE, factories.CHEAP)
        while_open = {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir() if path.suffix != ".lock"}
        factories.close_file(file)
    finally:
        os.umask(before)
    assert set(while_open.values()) == {0}, while_open
    assert (tmp_path / "centre.tirek").stat().st_mode & 0o077 == 0
