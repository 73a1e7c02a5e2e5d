"""Whether a file came through: everything that was said to be saved is there, and the whole agrees with itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop_app.errors import AppError, CannotOpen
from desktop_app.services import attachments, files
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness import old_rows
from tests.harness.flow import NAME, NEW_PASSWORD
from tests.harness.trust_flows import BACKUPS, LEAVER, LEAVERS_PASSWORD, WORDS


class Lost(AssertionError):
    """Something that was said to be saved is gone, or the file is not whole."""

    def __init__(self, what: str, *details: object) -> None:
        super().__init__(" ".join((what, *map(str, details))))


def judge(folder: Path, acknowledged: Iterable[str]) -> None:
    """Open the file of a folder as its people would, and look for what was acknowledged. Raises Lost."""
    told = tuple(acknowledged)
    _look_at_backups(folder, told)
    if not (folder / NAME).exists() and not told:
        return
    if "left" in told:
        _refuse_the_leaver(folder / NAME)
    try:
        file = _opened(folder / NAME, told)
        try:
            _fold(file)
            _compare(file, told)
        finally:
            files.close(file)
    except AppError as error:
        raise Lost(type(error).__name__, error) from error
    left = [ending for ending in (".keys", "-wal", "-shm", ".lock") if (folder / (NAME + ending)).exists()]
    if left:
        raise Lost("closed, but beside the file there is", *left)


def _opened(path: Path, told: tuple[str, ...]) -> OpenFile:
    """Open with the new password, or while it was not yet said to be changed with the old one."""
    if "password" not in told:
        try:
            return factories.sign_in(path)
        except CannotOpen as error:
            if "password is wrong" not in str(error):
                raise
    return factories.sign_in(path, password=NEW_PASSWORD)


def _look_at_backups(folder: Path, told: tuple[str, ...]) -> None:
    """A backup that was made, and the file that a restored one has replaced, open alone and elsewhere."""
    for words in told:
        kind, _, name = words.partition(" ")
        if kind == "backup":
            _judge_copy(folder / BACKUPS / name, ["case 1", "closed"], words)
        if kind == "restored":
            former = sorted(folder.glob("* before restore*.tirek"))
            _judge_copy(former[0] if former else folder / "the former file", ["case 1", "case 2", "closed"], words)


def _judge_copy(path: Path, told: list[str], words: str) -> None:
    elsewhere = path.parent / "elsewhere"
    elsewhere.mkdir(parents=True)
    try:
        shutil.copyfile(path, elsewhere / NAME)
    except FileNotFoundError as error:
        raise Lost(words) from error
    judge(elsewhere, told)
    shutil.rmtree(elsewhere)


def _refuse_the_leaver(path: Path) -> None:
    try:
        files.close(factories.sign_in(path, LEAVER, LEAVERS_PASSWORD))
    except CannotOpen:
        return
    raise Lost("who has left can still sign in")


def _fold(file: OpenFile) -> None:
    """Bring the journal into the pages: the check of the cipher reads these alone."""
    with file.db.engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _compare(file: OpenFile, told: tuple[str, ...]) -> None:
    for words in told:
        kind, *rest = words.split(" ", 2)
        if kind == "attachment" and attachments.look(file, int(rest[0])).content != WORDS.encode():
            raise Lost(words)
        if kind == "rows" and old_rows.changed_tables(file, rest[0]):
            raise Lost(words, *old_rows.changed_tables(file, rest[0]))
        if kind in _ASKS and _one(file, _ASKS[kind], rest) != (1,):
            raise Lost(words)
    for question, answer in _RULES:
        if _all(file, question) != answer:
            raise Lost(question, *_all(file, question)[:3])
    for number, pdf, digest in _all(file, "SELECT number, pdf, sha256 FROM letter"):
        if sha256(pdf).hexdigest() != digest:
            raise Lost("letter", number)
    with file.db.read() as session:
        broken = file.db.chain.first_broken(session)
        if broken is not None:
            raise Lost("line of the log", broken)


# Each must answer with one row of 1.
_ASKS = {
    "case": "SELECT count(*) FROM case_file WHERE id = :first",
    "note": "SELECT count(*) FROM case_file WHERE id = :first AND note = :second",
    "letter": "SELECT count(*) FROM letter WHERE id = :first",
    "sent": "SELECT count(*) FROM letter_sending WHERE letter_id = :first AND proof <> ''",
    "incoming": "SELECT count(*) FROM incoming_paper WHERE id = :first AND attachment_id IS NOT NULL",
    "staff": "SELECT count(*) FROM staff WHERE login = :first",
    "money": "SELECT count(*) FROM money_entry JOIN case_worker ON case_worker.id = case_worker_id "
    "WHERE case_id = :first AND amount_tiyn = 100 * :second",
}
_WORKERS = "SELECT count(*) FROM case_worker WHERE case_id = case_file.id"
_RECEIVED = (
    "SELECT coalesce(sum(amount_tiyn), 0) FROM money_entry JOIN case_worker ON case_worker.id = case_worker_id "
    "WHERE case_id = case_file.id AND kind = 'received'"
)
_OPENED = "SELECT entity_id FROM audit WHERE action = 'open_case' AND entity = 'case'"
_WRITTEN = "SELECT entity_id FROM audit WHERE action = 'create_letter'"
# Several letters made at once are one line of the log, under the first of them.
_APART = "SELECT count(*) FROM letter WHERE case_id = case_file.id AND letter.workers = 1"
_ANSWERED = "SELECT letter_id FROM incoming_paper"
# What every file of ours answers.
_RULES: tuple[tuple[str, list[Any]], ...] = (
    ("PRAGMA integrity_check", [("ok",)]),
    ("PRAGMA cipher_integrity_check", []),
    ("PRAGMA foreign_key_check", []),
    (f"SELECT number FROM case_file WHERE workers <> ({_WORKERS})", []),  # noqa: S608  a question of ours
    (f"SELECT number FROM case_file WHERE received_tiyn <> ({_RECEIVED})", []),  # noqa: S608  a question of ours
    (f"SELECT id FROM case_file WHERE id NOT IN ({_OPENED})", []),  # noqa: S608  a question of ours
    (f"SELECT id FROM letter WHERE workers > 1 AND id NOT IN ({_WRITTEN})", []),  # noqa: S608  a question of ours
    (f"SELECT number FROM case_file WHERE ({_APART}) NOT IN (0, workers)", []),  # noqa: S608  a question of ours
    (f"SELECT id FROM letter WHERE (answered_on IS NULL) = (id IN ({_ANSWERED}))", []),  # noqa: S608  a question of ours
    ("SELECT case_id FROM letter GROUP BY year, sequence HAVING count(*) > 1", []),
)


def _one(file: OpenFile, question: str, values: list[str]) -> tuple[Any, ...]:
    named = dict(zip(("first", "second"), values, strict=False))
    with file.db.read() as session:
        return tuple(session.execute(sa.text(question), named).one())


def _all(file: OpenFile, question: str) -> list[Any]:
    with file.db.read() as session:
        return [tuple(row) for row in session.execute(sa.text(question))]
