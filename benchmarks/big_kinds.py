"""What stands in a large file beside wages: dates to keep, complaints, results, enquiries."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from desktop_app.db import models
from desktop_app.domain.cases import Channel
from desktop_app.domain.clocks import DeadlineKind
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.outcomes import Result

_KINDS: Final = tuple(ComplaintKind)
_DEADLINES: Final = (DeadlineKind.LIMITATION, DeadlineKind.ANSWER, DeadlineKind.STEP)
_AT_ONCE: Final = 5_000

# What the services keep beside the rows.
_EARLIEST: Final = """
UPDATE case_file SET next_deadline = (
  SELECT min(due_on) FROM deadline WHERE case_id = case_file.id AND done_on IS NULL AND removed_on IS NULL
) WHERE status = 'open'
"""


def fill(connection: sa.Connection, cases: int, last: date, dice: random.Random) -> None:
    """A complaint a case; two dates for an open one, one for a closed one; an enquiry for every two cases."""
    is_open = sa.select(models.Case.id).where(models.Case.status == "open")
    working = set(connection.execute(is_open).scalars())
    _insert(connection, models.Complaint, list(_complaints(cases, last, dice)))
    _insert(connection, models.Deadline, list(_deadlines(cases, working, last, dice)))
    _insert(connection, models.Outcome, list(_outcomes(cases, working, last, dice)))
    _insert(connection, models.Enquiry, list(_enquiries(cases // 2, last, dice)))
    connection.exec_driver_sql(_EARLIEST)


def _insert(connection: sa.Connection, model: type[models.Base], rows: list[dict[str, Any]]) -> None:
    for at in range(0, len(rows), _AT_ONCE):
        connection.execute(sa.insert(model), rows[at : at + _AT_ONCE])


def _complaints(cases: int, last: date, dice: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, cases + 1):
        story = {"answers": '{"what": {"value": ["a"]}}', "note": "", "logged_on": last, "version": 1}
        yield {"case_id": number, "kind": dice.choice(_KINDS).value, **story}


def _deadlines(cases: int, working: set[int], last: date, dice: random.Random) -> Iterator[dict[str, Any]]:
    words = {"rule": "", "note": "", "answer": "", "answer_note": "", "removed_why": ""}
    for number in range(1, cases + 1):
        for _ in range(2 if number in working else 1):
            due = last + timedelta(days=dice.randint(-30, 400))
            done = None if number in working else last - timedelta(days=30)
            kind = dice.choice(_DEADLINES).value
            yield {"case_id": number, "kind": kind, "due_on": due, "done_on": done, **words}


def _outcomes(cases: int, working: set[int], last: date, dice: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, cases + 1):
        if number not in working:
            code = dice.choice(tuple(Result)).value
            yield {"case_id": number, "code": code, "on_day": last, "word": "says", "evidence": ""}


def _enquiries(count: int, last: date, dice: random.Random) -> Iterator[dict[str, Any]]:
    words = {"caller": "", "phone": "", "question": "?", "answer": "!", "version": 1, "staff_id": 1}
    for number in range(count):
        codes = {"language": "uz", "topic": dice.choice(_KINDS).value, "sex": "unknown", "citizenship": "UZ"}
        channel = dice.choice(tuple(Channel)).value
        yield {"on_day": last - timedelta(days=number % 900), "channel": channel, "region": "KZ-75", **codes, **words}
