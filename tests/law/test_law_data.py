"""No fact that is only remembered is shipped, and the law and the program know each other's keys."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from desktop_app import law
from desktop_app.law.folder import FOLDER, read

RESOURCES = FOLDER.parent
PROGRAM = RESOURCES.parent / "desktop_app"
DATA = sorted(RESOURCES.rglob("*.json"))
# A key is named by the short name of its act and what follows; a look-alike that is no key stands here.
NO_KEYS = frozenset({"law.key", "law.value", "mig.csv"})
PREFIXES = {fact.key.partition(".")[0] for fact in law.facts()}
KEYS = {fact.key for fact in law.facts()}
LOOKS_LIKE_A_KEY = re.compile(r"(lc|koap|uk|mig|eaeu|appc|gpk|gk|kc|npvs|cis08|sc|hc|edu|aid|pd|tax)\.\d([\w.-]*\w)?")


def script() -> Any:
    """The script that makes used_by.json."""
    spec = spec_from_file_location("law_used_by", FOLDER / "used_by.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def confidences(content: Any) -> Iterator[str]:
    """Every word that says how sure a fact is."""
    if isinstance(content, dict):
        for name, value in content.items():
            if name == "confidence":
                yield str(value)
            yield from confidences(value)
    elif isinstance(content, list):
        for value in content:
            yield from confidences(value)


def texts(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        for name, value in content.items():
            yield name
            yield from texts(value)
    elif isinstance(content, list):
        for value in content:
            yield from texts(value)
    else:
        yield str(content)


def named() -> dict[str, set[str]]:
    """Every text of the program that looks like a key, and where it stands."""
    found: dict[str, set[str]] = {}
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and LOOKS_LIKE_A_KEY.fullmatch(text):
                found.setdefault(text, set()).add(path.name)
    return found


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_nothing_that_is_only_remembered_is_shipped(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    assert set(confidences(content)) <= {"V", "V-old", "S"}
    assert "M" not in set(texts(content))
    assert not any("[M]" in text for text in texts(content))


@pytest.mark.parametrize("fact", law.facts(), ids=lambda fact: fact.id)
def test_every_fact_says_what_it_is_where_it_stands_and_how_sure_that_is(fact: law.Fact) -> None:
    assert fact.confidence in {"V", "V-old", "S"}
    assert all(text.strip() for text in (fact.title.kk, fact.title.ru, fact.title.en, fact.source, fact.edition))
    assert fact.source in read("sources.json") or not re.search("[a-zA-Z]", fact.source)
    assert all(fact.source_in(lang).strip() and fact.edition_in(lang).strip() for lang in ("kk", "ru", "en"))
    assert fact.edition_day is not None, "say in resources/law/editions.json until when this text was so"


def test_the_ages_of_editions_are_those_of_the_facts() -> None:
    used = {fact.edition for fact in law.facts()}
    assert set(read("editions.json")) <= used


@pytest.mark.parametrize("key", sorted(named()))
def test_every_rule_the_program_names_is_shipped(key: str) -> None:
    assert key in KEYS | NO_KEYS, f"{named()[key]} names a rule that is not in resources/law"


def test_every_value_the_program_asks_for_is_shipped() -> None:
    asked = re.compile(r"law\.(value|fact|rows)\(\s*\"([^\"]+)\"")
    found = {
        match[2]: path.name
        for path in PROGRAM.rglob("*.py")
        for match in asked.finditer(path.read_text(encoding="utf-8"))
    }
    assert {key: name for key, name in found.items() if key not in KEYS} == {}


def test_what_rests_on_a_key_is_known() -> None:
    maker = script()
    fresh = maker.text(maker.found())
    kept = (FOLDER / "used_by.json").read_text(encoding="utf-8")
    assert kept == fresh, "a key was named or let go: python resources/law/used_by.py"


def test_what_no_part_names_is_still_shown_on_the_law_screen() -> None:
    unused = {fact.id for fact in law.facts() if not law.used_parts(fact.key)}
    assert unused <= {fact.id for fact in law.facts()}  # ui/law lists law.facts() whole: tests/ui/law
    assert len(unused) < len(law.facts()) / 2


ASKS = ("law.value(", "law.fact(", "law.facts(", "law.rows(")


def test_nobody_remembers_a_value_that_an_update_may_change() -> None:
    found = []
    for path in PROGRAM.rglob("*.py"):
        if path.parent.name == "law" and path.parent.parent == PROGRAM:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                found += [f"{path.name}: {asks}" for asks in ASKS if asks in ast.unparse(node.value)]
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(each) for each in node.decorator_list):
                found += [f"{path.name}: {node.name}" for asks in ASKS if asks in ast.unparse(node)]
    assert not found, "What is kept from one file would count in the next: " + ", ".join(found)
