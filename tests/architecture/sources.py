"""The program's own source files, as the tests of this folder look at them."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop_app"
Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files(*folders: str) -> tuple[Path, ...]:
    """Every Python file under the named folders of the project, desktop_app when none is named."""
    found = (path for folder in folders or ("desktop_app",) for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(found)


def name(path: Path) -> str:
    """The file's name as a reader writes it: desktop_app/ui/main_window.py."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def docstring(node: Documented) -> ast.Expr | None:
    """The statement that is the docstring of `node`."""
    first = node.body[0] if node.body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return first
    return None


@cache
def code_lines(path: Path) -> tuple[str, ...]:
    """The file's lines with comments and docstrings blanked, so that a rule judges what runs."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column]
    for node in ast.walk(tree(path)):
        if isinstance(node, Documented) and (text_of := docstring(node)) is not None:
            for row in range(text_of.lineno, (text_of.end_lineno or text_of.lineno) + 1):
                lines[row - 1] = ""
    return tuple(lines)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in the file with the last part of the name that is called: setText for label.setText(...)."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
