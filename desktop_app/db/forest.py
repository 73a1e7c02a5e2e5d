"""The trees of a damaged file: which pages of rows belong to which table, and where rows are missing."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

from desktop_app.db import rows_in_pages
from desktop_app.db.rows_in_pages import INNER, LEAF, Child, Row, Value
from desktop_app.db.sealed_pages import SealedPages

_SCHEMA_ROOT: Final = 1
_SCHEMA_TYPES: Final = ("table", "index", "trigger", "view")
_SAMPLE: Final = 20
_SEARCH: Final = "_names_"
"""Stands in the names of the tables that the search index keeps for itself; they are made anew."""

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


Probes = Mapping[str, Callable[[tuple[Row, ...]], bool]]


class Column(NamedTuple):
    """A column as the schema declares it; `is_id` for the one that is the row's id itself."""

    name: str
    type: str
    is_needed: bool
    is_id: bool


class Gap(NamedTuple):
    """A damaged page of a tree, or all below it: rows from `first` (None: any) to `last` are not there."""

    page: int
    first: int | None
    last: int | None
    holds_rows: bool


@dataclass
class Found:
    """What was found of a table: its pages of rows, and its gaps. `adopted` of its trees hung on nothing."""

    leaves: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    adopted: int = 0


class Forest:
    """All trees of tables in a file. `broken` are the pages whose seal is broken or whose content makes no sense."""

    def __init__(self, pages: SealedPages) -> None:
        self.pages = pages
        self.broken: set[int] = set()
        self._inner: dict[int, tuple[Child, ...]] = {}
        self._leaves: set[int] = set()
        for number in pages.numbers():
            self._take(number)

    def assigned(self, tables: Mapping[str, tuple[Column, ...]], probes: Probes) -> tuple[dict[str, Found], int]:
        """What there is of each of these tables, and how many pages of rows belong to none for certain.

        A probe says whether rows can be those of a table that looks like others.
        """
        roots = self._roots()
        found = {name: self._below(roots[name]) if name in roots else _nowhere() for name in tables}
        unplaced = empty = 0
        for root in self._loose({_SCHEMA_ROOT, *roots.values()}):
            tree = self._below(root)
            sample = tuple(islice(self.rows(tree.leaves), _SAMPLE))
            if not sample:
                empty += 1
            elif not _is_schema(sample):
                wounded = {name: tables[name] for name in tables if found[name].gaps}
                unplaced += _adopt(tree, sample, found, _alike(sample, wounded, probes))
        _forgive_empty(found, empty)
        return found, unplaced

    def rows(self, leaves: Iterable[int]) -> Iterator[Row]:
        """The rows on these pages. What makes no sense is passed over."""
        for number in leaves:
            page = self.pages.page(number)
            if page is not None:
                try:
                    yield from rows_in_pages.rows(page, number, self.pages.page)
                except (ValueError, IndexError, struct.error):
                    self.broken.add(number)

    def _take(self, number: int) -> None:
        page = self.pages.page(number)
        try:
            if page is None:
                self.broken.add(number)
            elif rows_in_pages.kind(page, number) == INNER:
                self._inner[number] = rows_in_pages.children(page, number)
            elif rows_in_pages.kind(page, number) == LEAF:
                self._leaves.add(number)
        except (ValueError, IndexError, struct.error):
            self.broken.add(number)

    def _roots(self) -> dict[str, int]:
        """Where each table begins, as far as the pages of the schema can be read, wherever they are."""
        told = list(self.rows(self._below(_SCHEMA_ROOT).leaves))
        for root in self._loose({_SCHEMA_ROOT}):
            leaves = self._below(root).leaves
            if _is_schema(tuple(islice(self.rows(leaves), _SAMPLE))):
                told += self.rows(leaves)
        values = (row.values for row in told if row.values is not None and len(row.values) == 5)
        return {str(each[1]): each[3] for each in values if each[0] == "table" and type(each[3]) is int and each[3]}

    def _loose(self, roots: set[int]) -> list[int]:
        """Trees that hang on nothing any more."""
        children = {child.number for inner in self._inner.values() for child in inner}
        return sorted(number for number in (*self._inner, *self._leaves) if number not in children | roots)

    def _below(self, root: int) -> Found:
        """The pages of rows of a tree in the order of their rows."""
        found, seen = Found(), set()
        stack: list[tuple[int, int | None, int | None, bool]] = [(root, None, None, root not in self._inner)]
        while stack:
            number, first, last, holds_rows = stack.pop()
            if number in seen or number not in self._inner.keys() | self._leaves:
                found.gaps.append(Gap(number, first, last, holds_rows))
            elif number in self._leaves:
                found.leaves.append(number)
            else:
                stack += reversed(self._under(number, first, last))
            seen.add(number)
        return found

    def _under(
        self, number: int, first: int | None, last: int | None
    ) -> list[tuple[int, int | None, int | None, bool]]:
        inner = self._inner[number]
        holds_rows = not any(child.number in self._inner for child in inner)
        told, begin = [], first
        for child in inner:
            end = last if child.last is None else child.last
            told.append((child.number, begin, end, holds_rows))
            begin = None if child.last is None else child.last + 1
        return told


def _nowhere() -> Found:
    return Found(gaps=[Gap(0, None, None, holds_rows=False)])


def _is_schema(rows: tuple[Row, ...]) -> bool:
    return bool(rows) and all(
        row.values is not None and len(row.values) == 5 and row.values[0] in _SCHEMA_TYPES for row in rows
    )


def _is_within(rows: tuple[Row, ...], gaps: list[Gap]) -> bool:
    """Whether these rows could be those that are missing."""
    return all(
        any((gap.first is None or gap.first <= row.id) and (gap.last is None or row.id <= gap.last) for gap in gaps)
        for row in rows
    )


def _alike(rows: tuple[Row, ...], tables: Mapping[str, tuple[Column, ...]], probes: Probes) -> list[str]:
    """The tables that rows may belong to: those with as many columns, else those that have got more since."""
    fitting = [name for name, columns in tables.items() if _fits(rows, columns) and probes.get(name, _any)(rows)]
    widest = max((len(row.values) for row in rows if row.values is not None), default=0)
    return [name for name in fitting if len(tables[name]) == widest] or fitting


def _adopt(tree: Found, sample: tuple[Row, ...], found: dict[str, Found], alike: list[str]) -> int:
    """Give a tree that hung on nothing to the one table it can belong to; else how many pages stay without one."""
    if len(alike) > 1:
        alike = [name for name in alike if _is_within(sample, found[name].gaps)]
    kept = [name for name in alike if _SEARCH not in name]
    if alike and not kept:
        return 0  # the search index is made anew
    if len(kept) != 1:
        return len(tree.leaves)
    own = found[kept[0]]
    own.leaves += tree.leaves
    own.gaps += tree.gaps
    own.adopted += 1
    return 0


def _forgive_empty(found: dict[str, Found], empty: int) -> None:
    """Tables that were not found are no loss when as many empty ones hung on nothing."""
    kept = (each for name, each in found.items() if _SEARCH not in name and not each.adopted)
    nowhere = [each for each in kept if each.gaps and each.gaps[0].page == 0]
    if len(nowhere) <= empty:
        for each in nowhere:
            each.gaps.clear()


def _any(_rows: tuple[Row, ...]) -> bool:
    return True


def _fits(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> bool:
    whole = [row.values for row in rows if row.values is not None]
    return bool(whole) and all(
        0 < len(values) <= len(columns) and all(map(_may_hold, columns, values)) for values in whole
    )


def _may_hold(column: Column, value: Value) -> bool:
    if column.is_id:
        return value is None
    if value is None:
        return not column.is_needed
    if column.type in ("INTEGER", "BIGINT", "BOOLEAN"):
        return type(value) is int and (column.type != "BOOLEAN" or value in (0, 1))
    if column.type == "DATE":
        return type(value) is str and _DAY.fullmatch(value) is not None
    return type(value) is (bytes if column.type == "BLOB" else str)
