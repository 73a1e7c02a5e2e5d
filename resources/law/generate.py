"""Make values.json and regions.json from the checked tables: `python resources/law/generate.py FOLDER`.

FOLDER holds base_rate.csv, minimum_wage_mrp.csv and regions.csv. rules.json beside this file adds what the
tables do not have: titles, and the dated values that come from the wording of the Labour Code. A value
without a checked source (marked unverified) is left out.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EDITION = "checked 2026-11-21"
SHIPPED = {"secondary": "S", "two sources": "S", "three sources": "S"}


def main() -> None:
    """Write both files beside this one."""
    folder = Path(sys.argv[1])
    for name, content in generated(folder).items():
        (HERE / name).write_text(content, encoding="utf-8")


def generated(folder: Path) -> dict[str, str]:
    """The text of values.json and regions.json as made from the tables in `folder`."""
    values: dict[str, Any] = json.loads((HERE / "rules.json").read_text(encoding="utf-8"))
    values["base_rate"]["rows"] = _base_rate(_rows(folder / "base_rate.csv"))
    wages = _rows(folder / "minimum_wage_mrp.csv")
    for key, column in (("minimum_wage", "minimum_wage_kzt"), ("mrp", "mrp_kzt")):
        values[key]["rows"] = _yearly(wages, key, column)
    regions = [
        {"code": row["iso"], "kk": row["kk"], "ru": row["ru"], "en": row["en"]} for row in _rows(folder / "regions.csv")
    ]
    return {"values.json": _text(values), "regions.json": _text(regions)}


def _base_rate(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    made = [
        _row(row["effective_from"], row["annual_percent"], row["source"], SHIPPED[row["confidence"]]) for row in rows
    ]
    _close(made)
    said = re.search(r"confirmed through (\d{4}-\d{2}-\d{2})", rows[-1]["source"])
    if said:
        made[-1]["confirmed_until"] = said[1]
        made[-1]["source"] = rows[-1]["source"].partition(";")[0]
    return made


def _yearly(rows: list[dict[str, str]], key: str, column: str) -> list[dict[str, str]]:
    made = []
    for row in rows:
        confidence = row["confidence"].partition(" (")[0]
        if confidence not in SHIPPED or f"{key} unverified" in row["confidence"]:
            continue
        made.append(_row(row["effective_from"], row[column], row["source"], SHIPPED[confidence]))
    _close(made)
    made[-1]["confirmed_until"] = f"{made[-1]['effective_from'][:4]}-12-31"
    return made


def _row(effective_from: str, value: str, source: str, confidence: str) -> dict[str, str]:
    return {
        "effective_from": effective_from,
        "value": value,
        "source": source,
        "edition": EDITION,
        "confidence": confidence,
    }


def _close(made: list[dict[str, str]]) -> None:
    """A value is confirmed up to the eve of the next one."""
    for row, following in pairwise(made):
        eve = date.fromisoformat(following["effective_from"]) - timedelta(days=1)
        row["confirmed_until"] = eve.isoformat()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
