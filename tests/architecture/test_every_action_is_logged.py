"""Nobody can do anything past the log: one gate for all services, one writer of lines, no switch anywhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from desktop_app.domain.centre import Role
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.permissions import MAY, Action
from tests.architecture import sources

SERVICES: Final = sources.PACKAGE / "services"
GATE: Final = SERVICES / "access.py"
ENTRANCES: Final = frozenset({"reading", "writing", "noting", "allowed"})

# Where the file itself is opened, closed, put to rest or asked for its keys; no data of the centre is read there.
WITHOUT_THE_GATE: Final = {
    "files.confirm_password": "compares a password with the keys",
    "files.rest": "puts the file to rest, behind the lock",
    "files.wake": "wakes the file, and notes it itself",
    "files.checkpoint": "folds the journal",
    "files.close": "closes the file",
    "files.reissue": "changes the ways of recovery at setup, and logs it itself",
    "sealed.share_key": "gives the second key to its holders after signing in, and logs it through the gate",
    "backups.places": "says where backups lie",
    "backups.file_id": "tells the backups of this file from those of another",
    "backups.last_good": "reads the notes beside the backups, which name nobody",
    "surroundings.warnings": "looks at the disk and the folder",
    "erasure.tidy": "empties what an erasure left, which the erasure has logged",
    "access.second": "asks a colleague for a password; what they approve is logged by the service",
}

Function = ast.FunctionDef


def test_every_service_of_an_open_file_goes_through_the_gate() -> None:
    around = sorted(name for name in _services() if name not in WITHOUT_THE_GATE and not _reaches(name, set()))
    assert not around, (
        "Ask services/access.reading or writing, so that the table of permissions decides and the log tells: "
        + ", ".join(around)
    )


@pytest.mark.parametrize("name", sorted(WITHOUT_THE_GATE))
def test_no_exception_is_out_of_date(name: str) -> None:
    assert name in _services(), f"{name} is gone: take it out of the list"


def test_only_the_gate_and_the_opening_touch_the_database() -> None:
    found = [
        f"{sources.name(path)}:{node.lineno}: {ast.unparse(node)}"
        for path in sources.files("desktop_app/services")
        if path.name not in ("access.py", "files.py")
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in ("read", "write", "chain")
        and re.search(r"(^|\.)(db|database)$", ast.unparse(node.value))
        and not _in_function(path, node, {"share_key"})
        and not (node.attr == "chain" and _only_checks(path))
    ]
    assert not found, "Only services/access opens sessions: " + "; ".join(found)


def test_only_the_drafts_write_without_a_line() -> None:
    users = {
        path.name
        for path in sources.files("desktop_app")
        if path != GATE
        for name, _call in sources.calls(path)
        if name == "noting"
    }
    assert users <= {"drafts.py"}, f"Only what is being typed may be stored without a line: {users}"


def test_one_place_writes_lines() -> None:
    writers = {
        sources.name(path)
        for path in sources.files("desktop_app")
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "AuditLine"
    }
    assert writers == {"desktop_app/db/audit.py"}


def test_no_code_changes_or_removes_a_line() -> None:
    statement = re.compile(r"\b(UPDATE|DELETE\s+FROM|DROP\s+TRIGGER|REPLACE\s+INTO)\s+(audit\b|audit_)", re.IGNORECASE)
    found = [
        f"{sources.name(path)}:{node.lineno}"
        for path in sources.files("desktop_app")
        if "migrations" not in path.parts  # the triggers that keep the lines are made there
        for node in ast.walk(sources.tree(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, str) and statement.search(node.value))
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("update", "delete")
            and any(
                "AuditLine" in ast.unparse(argument) or "AuditKey" in ast.unparse(argument) for argument in node.args
            )
        )
    ]
    assert not found, "Lines of the log stay as they are: " + ", ".join(found)


def test_no_setting_speaks_of_the_log() -> None:
    assert not [field.name for field in fields(FileSettings) if re.search(r"log|audit|trace", field.name)]


def test_no_role_may_switch_it_off() -> None:
    assert not [
        action for action in Action if re.search(r"(switch|turn|stop|delete|clear|erase|edit|change)_log", action)
    ]
    # Everybody may have the log checked, and nobody's reading of a case goes without a line.
    assert all((role, Action.CHECK_LOG, relation) in MAY for role in Role for _r, _a, relation in MAY)


def test_a_service_past_the_gate_is_found(tmp_path: Path) -> None:
    tree = ast.parse("def look(file, case_id):\n    with file.db.read() as session:\n        return session\n")
    assert not _calls_entrance(tree.body[0])  # type: ignore[arg-type]  # it is a function
    tree = ast.parse("def look(file):\n    with access.reading(file, A) as session:\n        return session\n")
    assert _calls_entrance(tree.body[0])  # type: ignore[arg-type]  # it is a function


@cache
def _services() -> dict[str, Function]:
    """Public functions that take an open file first, and no session: those get theirs from the gate."""
    return {
        f"{path.stem}.{node.name}": node
        for path in sources.files("desktop_app/services")
        for node in sources.tree(path).body
        if isinstance(node, Function)
        and not node.name.startswith("_")
        and node.args.args
        and node.args.args[0].arg == "file"
        and "session" not in [argument.arg for argument in node.args.args]
    }


def _reaches(name: str, seen: set[str]) -> bool:
    """Whether a function of the services comes to the gate, by itself or by one it calls."""
    seen.add(name)
    module, _dot, _function = name.partition(".")
    node = _functions().get(name)
    if node is None:
        return False
    if module == "access" and name.split(".")[1] in ENTRANCES:
        return True
    return _calls_entrance(node) or any(each not in seen and _reaches(each, seen) for each in _called(module, node))


def _calls_entrance(node: ast.AST) -> bool:
    return any(
        isinstance(each, ast.Attribute)
        and each.attr in ENTRANCES
        and isinstance(each.value, ast.Name)
        and each.value.id == "access"
        for each in ast.walk(node)
    )


def _called(module: str, node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and f"{module}.{each.id}" in _functions():
            yield f"{module}.{each.id}"
        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            yield f"{each.value.id}.{each.attr}"


@cache
def _functions() -> dict[str, Function]:
    return {
        f"{path.stem}.{node.name}": node
        for path in sources.files("desktop_app/services")
        for node in ast.walk(sources.tree(path))
        if isinstance(node, Function)
    }


def _in_function(path: Path, node: ast.AST, names: set[str]) -> bool:
    return any(
        isinstance(function, Function) and function.name in names and node in ast.walk(function)
        for function in ast.walk(sources.tree(path))
    )


def _only_checks(path: Path) -> bool:
    """Whether the log is only checked in this file: first_broken writes nothing."""
    return not re.search(r"\.chain\.(?!first_broken\b)\w+", path.read_text("utf-8"))
