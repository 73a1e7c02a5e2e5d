"""Make values.json and regions.json from the checked tables: `python resources/law/generate.py FOLDER`.

FOLDER holds base_rate.csv, minimum_wage_mrp.csv and regions.csv, and labour.md, whose first lines say when they
were checked. What comes from the wording of the law stands in rules.json and norms.json, written by hand. A value
without a checked source (marked unverified, or taken from a draft) is left out: the value before it ends anyway.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
SHIPPED = {"secondary": "S", "two sources": "S", "three sources": "S"}

Row = dict[str, str]


def main() -> None:
    """Write both files beside this one."""
    for name, content in generated(Path(sys.argv[1])).items():
        (HERE / name).write_text(content, encoding="utf-8")


def generated(folder: Path) -> dict[str, str]:
    """The text of values.json and regions.json as made from the tables in `folder`."""
    checked = re.search(r"Checked (\d{4}-\d{2}-\d{2})", (folder / "labour.md").read_text(encoding="utf-8"))
    if checked is None:
        sys.exit("labour.md does not say when the tables were checked.")
    budget = _rows(folder / "minimum_wage_mrp.csv")
    values = {
        "base_rate": _base_rate(_rows(folder / "base_rate.csv"), checked[1]),
        "minimum_wage": _yearly(budget, "minimum_wage", "minimum_wage_kzt", checked[1]),
        "mrp": _yearly(budget, "mrp", "mrp_kzt", checked[1]),
    }
    regions = [
        {"code": row["iso"], "kk": row["kk"], "ru": row["ru"], "en": row["en"]} for row in _rows(folder / "regions.csv")
    ]
    tables = ",\n".join(f" {json.dumps(key)}: {_text(rows, '  ')}" for key, rows in values.items())
    return {"values.json": f"{{\n{tables}\n}}\n", "regions.json": _text(regions, " ") + "\n"}


def _base_rate(rows: list[Row], checked: str) -> list[Row]:
    """The decisions of the National Bank; the last row's source says how far it was confirmed."""
    said = re.search(r"confirmed through (\d{4}-\d{2}-\d{2})", rows[-1]["source"])
    if said is None:
        sys.exit("base_rate.csv does not say through which day its last row is confirmed.")
    return [
        _row(row, "annual_percent", until, checked)
        for row, until in zip(rows, _ends(rows, said[1]), strict=True)
        if row["confidence"] in SHIPPED
    ]


def _yearly(rows: list[Row], key: str, column: str, checked: str) -> list[Row]:
    """What budget laws set, to the end of the last row's year. A note in brackets speaks of one column only."""
    ends = _ends(rows, f"{rows[-1]['effective_from'][:4]}-12-31")
    made = []
    for row, until in zip(rows, ends, strict=True):
        notes = row["confidence"] + row["source"]
        sure = row["confidence"].partition(" (")[0] in SHIPPED
        if sure and f"{key} unverified" not in notes and f"{key} from the draft" not in notes:
            made.append(_row(row, column, until, checked))
    return made


def _ends(rows: list[Row], last: str) -> list[str]:
    """The last day of each row: the eve of the next one, shipped or not."""
    starts = [date.fromisoformat(row["effective_from"]) for row in rows[1:]]
    return [*((start - timedelta(days=1)).isoformat() for start in starts), last]


def _row(row: Row, column: str, until: str, checked: str) -> Row:
    return {
        "effective_from": row["effective_from"],
        "confirmed_until": until,
        "value": row[column],
        "source": re.split(r"; | \(", row["source"])[0],
        "edition": checked,
        "confidence": SHIPPED[row["confidence"].partition(" (")[0]],
    }


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _text(rows: list[Row], indent: str) -> str:
    """A list with a row on a line, so that a change shows as one line."""
    lines = ",\n".join(indent + json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n{indent[:-1]}]"


if __name__ == "__main__":
    main()
