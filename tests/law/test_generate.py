"""The generator of resources/law from the checked tables."""

from __future__ import annotations

import json
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from desktop_app.law.folder import FOLDER, read

RATES = """effective_from,annual_percent,kind,confidence,source
2025-10-13,18.00,base,two sources,National Bank
2026-06-08,17.00,base,secondary,National Bank
2026-09-07,16.25,base,two sources,National Bank; confirmed through 2026-10-26 only
"""
BUDGET = """effective_from,minimum_wage_kzt,mrp_kzt,confidence,source
2021-01-01,42500,2917,secondary,law for 2021
2022-01-01,60000,3063,secondary,law for 2022 (mrp from the draft)
2022-04-01,60000,3180,unverified,amended budget
2023-01-01,70000,3450,secondary,law for 2023
2024-01-01,85000,3692,secondary (mrp unverified),law for 2024
2026-01-01,85000,4325,three sources,law for 2026
"""
REGIONS = "iso,kk,ru,en\nKZ-71,Астана қаласы,город Астана,Astana city\n"


@pytest.fixture(scope="module")
def generator() -> Any:
    spec = spec_from_file_location("generate_law", FOLDER / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    for name, text in (
        ("base_rate.csv", RATES),
        ("minimum_wage_mrp.csv", BUDGET),
        ("regions.csv", REGIONS),
        ("labour.md", "# Facts\n\nChecked 2026-11-21 against copies\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def values(generator: Any, tables: Path) -> dict[str, list[dict[str, str]]]:
    made: dict[str, list[dict[str, str]]] = json.loads(generator.generated(tables)["values.json"])
    return made


def test_the_last_confirmed_day_is_read_from_the_source(values: dict[str, list[dict[str, str]]]) -> None:
    assert values["base_rate"][-1] == {
        "effective_from": "2026-09-07",
        "confirmed_until": "2026-10-26",
        "value": "16.25",
        "source": "National Bank",
        "edition": "2026-11-21",
        "confidence": "S",
    }
    assert [row["confirmed_until"] for row in values["base_rate"]] == ["2026-06-07", "2026-09-06", "2026-10-26"]


def test_unverified_values_are_left_out_and_end_the_value_before(values: dict[str, list[dict[str, str]]]) -> None:
    wages = [(row["value"], row["confirmed_until"]) for row in values["minimum_wage"]]
    assert wages == [
        ("42500", "2021-12-31"),
        ("60000", "2022-03-31"),
        ("70000", "2023-12-31"),
        ("85000", "2025-12-31"),
        ("85000", "2026-12-31"),
    ]
    index = [(row["value"], row["confirmed_until"]) for row in values["mrp"]]
    assert index == [("2917", "2021-12-31"), ("3450", "2023-12-31"), ("4325", "2026-12-31")]
    assert "draft" not in json.dumps(values)


def test_regions_are_taken_over(generator: Any, tables: Path) -> None:
    made = json.loads(generator.generated(tables)["regions.json"])
    assert made == [{"code": "KZ-71", "kk": "Астана қаласы", "ru": "город Астана", "en": "Astana city"}]


@pytest.mark.parametrize(
    ("name", "gone"), [("base_rate.csv", "; confirmed through 2026-10-26 only"), ("labour.md", "Checked")]
)
def test_tables_that_do_not_say_how_far_they_reach_are_refused(
    generator: Any, tables: Path, name: str, gone: str
) -> None:
    path = tables / name
    path.write_text(path.read_text(encoding="utf-8").replace(gone, ""), encoding="utf-8")
    with pytest.raises(SystemExit):
        generator.generated(tables)


def test_tables_and_rules_share_the_values_out() -> None:
    rules, values = read("rules.json"), read("values.json")
    assert {key for key, rule in rules.items() if "rows" not in rule} == set(values)


def test_the_generator_names_no_folder_of_its_own() -> None:
    assert not re.search(r"[\"'](/|~|[A-Z]:)", (FOLDER / "generate.py").read_text(encoding="utf-8"))
