"""The file of a centre is opened by SQLCipher alone while it is open, and by few named modules while it is not (C5)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import sources

OTHER_LIBRARIES = {"sqlite3", "apsw", "pysqlcipher3", "pysqlite3", "QtSql"}
THE_LIBRARY = {"desktop_app/db/engine.py"}

OPENS = {"open", "fdopen", "read_bytes", "read_text", "write_bytes", "write_text", "touch"}
OPENS |= {"copy", "copy2", "copyfile", "copyfileobj", "copytree", "move", "truncate", "sendfile", "mmap"}
# Modules of db that open files themselves, and what they open. None is the database of a file that is open.
MAY_OPEN = {
    "desktop_app/db/ballast.py": "the reserve beside a file",
    "desktop_app/db/backup.py": "a finished backup",
    "desktop_app/db/backup_folder.py": "what stands beside backups",
    "desktop_app/db/disk.py": "a finished backup, read back from the disk",
    "desktop_app/db/envelope.py": "the closed file and its slots",
    "desktop_app/db/disk_encryption.py": "what the system tells of its disks",
    "desktop_app/db/file_lock.py": "the lock beside a file",
    "desktop_app/db/former.py": "the closed file of an older schema, which is copied",
    "desktop_app/db/places.py": "what the system tells of its disks",
    "desktop_app/db/restoring.py": "a backup and the closed file it replaces",
    "desktop_app/db/sealed_pages.py": "a damaged file that nobody has open, to save what is readable",
    "desktop_app/db/tries.py": "the count of wrong passwords",
}
# How the path of the open file is reached from outside db.
OF_OPEN_FILE = ("file.path", "self._file.path", "context.file.path", "self._context.file.path")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(sources.tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]
            yield from (alias.name for alias in node.names)


def _opened(path: Path) -> Iterator[str]:
    """Every call that opens a file, with the words of what it is called on and with."""
    for name, call in sources.calls(path):
        if name in OPENS:
            yield f"{sources.name(path)}:{call.lineno}: {ast.unparse(call)}"


def test_no_other_library_for_databases_is_used() -> None:
    found = [
        f"{sources.name(path)} imports {name}"
        for path in sources.files("desktop_app")
        for name in _imports(path)
        if name in OTHER_LIBRARIES or (name == "sqlcipher3" and sources.name(path) not in THE_LIBRARY)
    ]
    assert not found, "Two libraries on one database damage it; db/engine.py alone opens it: " + "; ".join(found)


def test_only_named_modules_of_the_database_open_files() -> None:
    found = [
        line
        for path in sources.files("desktop_app")
        if sources.name(path).startswith("desktop_app/db/") and sources.name(path) not in MAY_OPEN
        for line in _opened(path)
        if not line.startswith("desktop_app/db/migrations/")
    ]
    assert not found, "Say in MAY_OPEN what is opened, if it can never be the open database: " + "; ".join(found)


def test_every_named_module_opens_files() -> None:
    named = {sources.name(path): path for path in sources.files("desktop_app")}
    assert [name for name in MAY_OPEN if name not in named or not list(_opened(named[name]))] == []


def test_nobody_else_opens_the_open_file() -> None:
    found = [
        line
        for path in sources.files("desktop_app")
        if not sources.name(path).startswith("desktop_app/db/")
        for line in _opened(path)
        if any(f"{words}.open" in line or f"{words}.read" in line or f"({words}" in line for words in OF_OPEN_FILE)
    ]
    assert not found, "Opening and closing the open file takes its locks away; ask db: " + "; ".join(found)


@pytest.mark.parametrize(
    ("code", "is_opened"),
    [
        ("file.path.open('rb')", True),
        ("shutil.copyfile(file.path, elsewhere)", True),
        ("file.path.stat()", False),
        ("sqlite.connect(file.path)", False),
    ],
)
def test_calls_that_open_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, is_opened: bool) -> None:
    source = tmp_path / "some.py"
    source.write_text(code, "utf-8")
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    assert bool(list(_opened(source))) is is_opened
