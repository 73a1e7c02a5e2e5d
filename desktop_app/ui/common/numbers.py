"""Numbers by codes as one table: what is counted by, which code, how many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from desktop_app.i18n import N_, _, format_number, language
from desktop_app.ui.common.table import Column

_NOT_SAID: Final = N_("Not noted")


class Line(NamedTuple):
    """A line of the table: `group` and `name` are msgids."""

    group: str
    name: str
    number: int


def lines(group: str, counted: tuple[tuple[str, int], ...], names: Mapping[str, str]) -> list[Line]:
    """Counted codes as lines of a group, with their names (msgids)."""
    return [Line(group, names.get(code, _NOT_SAID), number) for code, number in counted]


def columns(counted: str) -> tuple[Column[Line], ...]:
    """The columns of such a table; `counted` is the msgid of what is counted."""
    return (
        Column(N_("Counted by"), _group, width=150),
        Column(N_("Which"), _name, width=200, stretch=True),
        Column(counted, _number, width=90, number=True),
    )


def _group(line: Line) -> str:
    return _(line.group)


def _name(line: Line) -> str:
    return _(line.name)


def _number(line: Line) -> str:
    return format_number(line.number, language())
