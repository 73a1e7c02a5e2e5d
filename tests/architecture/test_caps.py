"""Files, functions and classes stay small enough to read, and names say what a thing is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture import sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
LONGEST_BUILDER = 60
MOST_PUBLIC_METHODS = 15

EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "controller", "core", "common", "misc"}
EMPTY_CLASS = re.compile(r"(Utils?|Helpers?|Manager|Controller)$")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_file_is_too_long() -> None:
    found = [
        f"{sources.name(path)} has {length} lines"
        for path in sources.files("desktop_app", "tests", "benchmarks", "installer")
        if (length := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    ]
    assert not found, f"Split what is longer than {LONGEST_FILE} lines by what it does: " + "; ".join(found)


def test_no_function_is_too_long() -> None:
    found = [
        f"{sources.name(path)}:{function.lineno} {function.name} has {length} lines"
        for path in sources.files("desktop_app", "benchmarks")
        for function in _functions(sources.tree(path))
        if (length := _length(function)) > _cap(function)
    ]
    assert not found, (
        f"A function has at most {LONGEST_FUNCTION} lines without its docstring, a _build_ one {LONGEST_BUILDER}: "
        + "; ".join(found)
    )


def test_no_class_has_too_many_public_methods() -> None:
    found = [
        f"{sources.name(path)}:{node.lineno} {node.name} has {len(names)}"
        for path in sources.files()
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.ClassDef) and len(names := _public_methods(node)) > MOST_PUBLIC_METHODS
    ]
    assert not found, f"More than {MOST_PUBLIC_METHODS} public methods are two classes: " + "; ".join(found)


def test_no_name_is_empty_of_meaning() -> None:
    found = [
        sources.name(path)
        for path in sources.files()
        if any(part in EMPTY_NAMES for part in (path.stem, path.parent.name))
        and not sources.name(path).startswith("desktop_app/ui/common/")
    ]
    found += [
        f"{sources.name(path)}:{node.lineno} {node.name}"
        for path in sources.files()
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.ClassDef) and EMPTY_CLASS.search(node.name)
    ]
    assert not found, "Name a thing by what it does at the centre: " + "; ".join(found)


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _length(function: Function) -> int:
    text = sources.docstring(function)
    documented = (text.end_lineno or text.lineno) - text.lineno + 1 if text else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - documented


def _cap(function: Function) -> int:
    return LONGEST_BUILDER if function.name.startswith("_build_") else LONGEST_FUNCTION


def _public_methods(node: ast.ClassDef) -> set[str]:
    return {item.name for item in node.body if isinstance(item, Function) and not item.name.startswith("_")}
