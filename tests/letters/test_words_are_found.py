from __future__ import annotations

import ast
from pathlib import Path

import pytest

import desktop_app

SOURCES = sorted((Path(desktop_app.__file__).parent / "letters").rglob("*.py"))


def counted(tree: ast.AST) -> list[ast.Call]:
    """Calls of the translator for a number of things."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = ((call, call.func) for call in calls if isinstance(call.func, ast.Attribute))
    return [call for call, func in named if func.attr == "n" and ast.unparse(func.value).endswith("tr")]


@pytest.mark.parametrize("source", SOURCES, ids=[path.stem for path in SOURCES])
def test_sentences_with_a_number_stand_where_the_words_are_collected_from(source: Path) -> None:
    for call in counted(ast.parse(source.read_text(encoding="utf-8"))):
        one, many = call.args[:2]
        assert isinstance(one, ast.Constant), ast.unparse(call)
        assert isinstance(many, ast.Constant), ast.unparse(call)
