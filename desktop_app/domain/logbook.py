"""The log as people read it: its lines, its check word, who saw a case. Lines are ordered by number, never by clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from desktop_app.domain.centre import Centre, Role, Trilingual
from desktop_app.domain.log_actions import Group, is_refused
from desktop_app.domain.permissions import Relation
from desktop_app.errors import AppError
from desktop_app.i18n import N_

CLOCK_SLIP: Final = timedelta(minutes=5)
"""A clock that goes back by more than this is told."""

EARLIEST: Final = date(2026, 1, 1)
"""Before this day the program did not exist: a clock that says so is wrong."""

WORD_BYTES: Final = 8
_SIGNS: Final = 2 * WORD_BYTES
# What looks the same on paper, typed with the layout that happened to be on.
_ALIKE: Final = str.maketrans(
    {"\u0430": "a", "\u0435": "e", "\u0441": "c", "\u0432": "b", "\u043e": "0", "\u0437": "3"}
    | {"o": "0", "l": "1", "i": "1", "s": "5"}
)


@dataclass(frozen=True)
class LogHead:
    """A line of the log to be compared later: its number and its check word (16 signs in four groups)."""

    seq: int
    word: str


@dataclass(frozen=True)
class LogFilter:
    """Which lines to show, newest first: below the line `before`, of the days `first` to `last`.

    `own` leaves out everybody else's lines; `case` is a case number.
    """

    staff_id: int | None = None
    group: Group | None = None
    first: date | None = None
    last: date | None = None
    case: str = ""
    before: int | None = None
    limit: int = 200


@dataclass(frozen=True)
class LogLine:
    """One line. `thing` is its kind and `named` what it is called: a number, or a colleague, never a worker.

    `at` is local time with offset, None when the line was changed by somebody and holds no time. `clock_back`: the
    clock stood more than five minutes earlier than at the line before, or before this program existed.
    """

    seq: int
    at: datetime | None
    who: str
    action: str
    thing: str
    thing_id: int | None
    named: str
    computer: str
    clock_back: bool = False

    @property
    def refused(self) -> bool:
        """Whether it was an attempt only."""
        return is_refused(self.action)


@dataclass(frozen=True)
class LogCheck:
    """What checking the log found: how many lines it has, and the number of the first that does not fit, if any.

    `clock_back`: the clock went back between the last two lines.
    """

    head: LogHead
    first_broken: int | None
    clock_back: bool = False


@dataclass(frozen=True)
class Comparison:
    """A paper against the log: whether line `seq` is still the one of the paper, and the first that does not fit."""

    seq: int
    holds: bool
    head: LogHead
    first_broken: int | None


@dataclass(frozen=True)
class LogView:
    """What the page of the log begins with. `colleagues` by id, none for who reads only the own lines."""

    head: LogHead
    colleagues: Mapping[int, Colleague]
    everything: bool


@dataclass(frozen=True)
class Colleague:
    """Somebody of the staff as the log names them."""

    name: str
    role: Role
    active: bool


@dataclass(frozen=True)
class Seen:
    """What a colleague did with a case: how often they looked, changed, took out, and were refused; when."""

    name: str
    role: Role | None
    active: bool
    views: int
    changes: int
    taken: int
    refused: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True)
class MaySee:
    """A colleague who can open a case now, and why."""

    name: str
    role: Role
    why: Relation


@dataclass(frozen=True)
class CaseLooks:
    """Who saw a case, and who could."""

    case_id: int
    number: str
    seen: tuple[Seen, ...]
    may: tuple[MaySee, ...]


@dataclass(frozen=True)
class LogMonth:
    """The report of a month: lines `first_seq` to `last_seq`, counted by action and by person (name, role, lines).

    `head` is the end of the log when the report was made; its line may be later than the month.
    """

    centre: Centre
    month: date
    language: str
    made_at: datetime
    lines: int
    first_seq: int
    last_seq: int
    last_word: str
    refused: int
    clock_back: int
    by_action: tuple[tuple[str, int], ...]
    by_person: tuple[tuple[str, Role | None, int], ...]
    head: LogHead


@dataclass(frozen=True)
class LogExport:
    """What an exported log says of itself."""

    centre: Trilingual
    made_at: datetime
    head: LogHead
    wanted: LogFilter
    who: str
    language: str


def check_word(chain: bytes) -> str:
    """The first eight bytes of a link as people compare them: 1a2b 3c4d 5e6f 7081."""
    signs = chain[:WORD_BYTES].hex()
    return " ".join(signs[at : at + 4] for at in range(0, _SIGNS, 4))


def read_word(typed: str) -> str:
    """A check word as it was typed, tidied; the beginning of a whole link, as backups note it. AppError for others."""
    signs = re.sub(r"[\s\-\u2010-\u2015.]", "", typed.lower()).translate(_ALIKE)
    if re.fullmatch(r"[0-9a-f]{64}", signs):
        signs = signs[:_SIGNS]
    if not re.fullmatch(rf"[0-9a-f]{{{_SIGNS}}}", signs):
        raise AppError(N_("A check word has sixteen signs: the digits 0 to 9 and the letters a to f."))
    return check_word(bytes.fromhex(signs))


def moment(at: object) -> datetime | None:
    """The time of a line; None when it holds none, which only a changed line does."""
    try:
        found = datetime.fromisoformat(str(at))
    except ValueError:
        return None
    return found if found.utcoffset() is not None else None


def went_back(at: datetime | None, before: datetime | None) -> bool:
    """Whether the clock of a line stood earlier than at the line before, by more than a slip."""
    if at is None:
        return False
    return at.date() < EARLIEST or (before is not None and at < before - CLOCK_SLIP)
