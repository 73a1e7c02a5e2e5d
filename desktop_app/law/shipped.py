"""What resources/law brings with the program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from desktop_app.law.folder import read
from desktop_app.law.kept import Fact, Titles


class Tables(NamedTuple):
    """Every dated value by its key, oldest row first, and every norm by its key."""

    dated: Mapping[str, tuple[Fact, ...]]
    norms: Mapping[str, Fact]

    def all(self) -> tuple[Fact, ...]:
        """Every row of the dated values, then the norms."""
        return (*(row for rows in self.dated.values() for row in rows), *self.norms.values())


@cache
def shipped_tables() -> Tables:
    """Every dated value: those of rules.json, and the generated rows of the tables; and the norms."""
    generated = read("values.json")
    dated = {
        key: tuple(_fact(key, rule["title"], row) for row in rule.get("rows") or generated[key])
        for key, rule in read("rules.json").items()
    }
    return Tables(dated, {row["key"]: _fact(row["key"], row["title"], row) for row in read("norms.json")})


def _fact(key: str, title: dict[str, str], row: dict[str, str]) -> Fact:
    return Fact(
        key,
        row.get("value", ""),
        _date(row.get("effective_from")),
        _date(row.get("confirmed_until")),
        Titles(**title),
        row["source"],
        row["edition"],
        row["confidence"],
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
