"""A log of as many lines as asked, chained as the program chains them, in a file with cases and staff."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import islice
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from benchmarks import big_file
from desktop_app.db import models
from desktop_app.db.audit import head, link
from desktop_app.domain.centre import Role
from desktop_app.domain.permissions import Action
from desktop_app.services.files import OpenFile

CASES: Final = 2_000
COLLEAGUES: Final = 12
HOT_CASE: Final = 7
"""The case that a hundredth of all lines is about."""

_FIRST: Final = datetime(2017, 1, 2, 9, tzinfo=timezone(timedelta(hours=5)))
_AT_ONCE: Final = 5_000
_OFTEN: Final = (Action.VIEW_CASE, Action.VIEW_PERSON, Action.CHANGE_CASE, Action.VIEW_LETTER, Action.RECORD_MONEY)
_SELDOM: Final = (Action.EXPORT_LETTER, Action.SET_ACCESS, Action.CREATE_LETTER, "refused:view_case", "sign_in")
_ADD: Final = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def build(folder: Path, lines: int) -> OpenFile:
    """A new file with a log of `lines` lines, open. A million take half a minute."""
    file = big_file.build(folder, CASES)
    with file.db.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection:
        connection.execute(sa.insert(models.Staff), [_colleague(number) for number in range(2, COLLEAGUES + 1)])
        told = _lines(connection, lines, random.Random(lines))
        cursor = connection.connection.cursor()
        while some := list(islice(told, _AT_ONCE)):
            cursor.executemany(_ADD, some)
        connection.commit()
    return file


def _colleague(number: int) -> dict[str, Any]:
    role = (Role.STAFF, Role.LAWYER, Role.MANAGER)[number % 3]
    login = f"colleague{number}"
    return {"login": login, "login_key": login, "full_name": f"Әріптес {number}", "role": role.value, "active": True}


def _lines(connection: sa.Connection, lines: int, dice: random.Random) -> Iterator[tuple[Any, ...]]:
    key = connection.scalar(sa.select(models.AuditKey.key)) or b""
    people = connection.scalar(sa.select(sa.func.count()).select_from(models.Person)) or 1
    seq, chain = head(Session(connection))
    step = (datetime(2026, 11, 20, tzinfo=_FIRST.tzinfo) - _FIRST) / lines
    while seq < lines:
        seq += 1
        told = (seq, (_FIRST + seq * step).isoformat(timespec="seconds"), *_act(dice, people), "computer-1")
        chain = link(key, told, chain)
        yield (*told, chain)


def _act(dice: random.Random, people: int) -> tuple[int, str, str, int | None]:
    who = dice.randint(1, COLLEAGUES)
    action = str(dice.choice(_OFTEN if dice.random() < 0.97 else _SELDOM))
    if action == "sign_in":
        return who, action, "staff", who
    if action == Action.VIEW_PERSON:
        return who, action, "person", dice.randint(1, people)
    if "letter" in action:
        return who, action, "letter", dice.randint(1, CASES)
    return who, action, "case", HOT_CASE if dice.random() < 0.01 else dice.randint(1, CASES)
