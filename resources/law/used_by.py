"""Make used_by.json, which says what rests on each key of the law: `python resources/law/used_by.py`.

A part of the program rests on a key when one of its files (a module, or data beside the law) names it. Run it after
a key was named or let go somewhere; a test compares.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# The first that fits the path counts.
PARTS = (
    ("/privacy", "privacy"), ("consent", "privacy"), ("erasure", "privacy"), ("breach", "privacy"),
    ("transfer", "privacy"), ("retention", "privacy"), ("duties", "privacy"), ("person_", "privacy"),
    ("readiness", "readiness"), ("contract", "contract"), ("withheld", "documents"), ("/held_", "documents"),
    ("risk", "protection"), ("/work_", "work_right"), ("working_time", "money"), ("/pay_", "money"),
    ("document", "documents"),
    ("screening", "protection"), ("warning", "protection"), ("protection", "protection"), ("indicator", "protection"),
    ("trafficking", "protection"), ("navigator", "work_right"), ("exchange", "money"),
    ("stay", "work_right"), ("work_right", "work_right"), ("workright", "work_right"),
    ("countr", "work_right"), ("regime", "work_right"), ("papers", "work_right"), ("permit", "work_right"),
    ("clock", "clocks"), ("steps", "clocks"), ("limitation", "clocks"), ("deadline", "clocks"),
    ("terms_of", "clocks"), ("/terms", "clocks"),
    ("instalment", "money"), ("overtime", "money"), ("leave", "money"), ("deduction", "money"), ("money", "money"),
    ("final_pay", "money"), ("average", "money"), ("hours", "money"), ("minimum", "money"), ("extra_pay", "money"),
    ("wage", "wages"), ("penalty", "wages"), ("crew", "wages"), ("calculation", "wages"),
    ("/letters/", "letters"), ("rights_sheet", "letters"), ("directory", "directory"), ("referral", "directory"),
    ("complaint", "complaints"), ("enquir", "complaints"),
)  # fmt: skip
OTHER = "other"
# Data beside the law that names its keys.
NAMING = ("consent_form.json", "countries.json", "rights_sheets.json", "steps.json")
# What shows the law itself rests on no key of it.
APART = ("desktop_app/law/", "law_", "demonstration")


def main() -> None:
    """Write the file beside this one."""
    (HERE / "used_by.json").write_text(text(found()), encoding="utf-8")


def keys() -> set[str]:
    """Every key of a value and of a norm."""
    return {*_read("rules.json"), *(row["key"] for row in _read("norms.json"))}


def found() -> dict[str, list[str]]:
    """The parts of the program by key."""
    known = keys()
    used: dict[str, set[str]] = {}
    for path in (*sorted((ROOT / "desktop_app").rglob("*.py")), *sorted((ROOT / "resources").glob("*.json")),
                 *(HERE / name for name in NAMING if (HERE / name).exists())):  # fmt: skip
        name = path.relative_to(ROOT).as_posix()
        if not any(apart in name for apart in APART):
            for key in _named(set(_texts(path)), known):
                used.setdefault(key, set()).add(part_of(name))
    return {key: sorted(parts) for key, parts in sorted(used.items())}


def _named(texts: set[str], known: set[str]) -> set[str]:
    """The keys among the texts, and those that a text such as "lc.28.1." begins."""
    begun = tuple(text for text in texts if text.endswith(".") and text.count(".") > 1)
    return (texts & known) | {key for key in known if begun and key.startswith(begun)}


def part_of(name: str) -> str:
    """The part of the program that a file belongs to."""
    return next((part for sign, part in PARTS if sign in f"/{name}"), OTHER)


def text(used: dict[str, list[str]]) -> str:
    """The content of the file, a key on a line."""
    lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(parts)}" for key, parts in used.items())
    return f"{{\n{lines}\n}}\n"


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".json":
        yield from _strings(json.loads(path.read_text(encoding="utf-8")))
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        for value in content.values():
            yield from _strings(value)
    elif isinstance(content, list):
        for value in content:
            yield from _strings(value)
    elif isinstance(content, str):
        yield content


def _read(name: str) -> Any:
    return json.loads((HERE / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
