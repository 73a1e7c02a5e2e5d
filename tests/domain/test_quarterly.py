"""Each line of the quarterly check says how it stands and, where it is not in order, what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from desktop_app.domain import quarterly_lines
from desktop_app.domain.quarterly import PARTS, STATES, Check, Encryption, Facts, Line, Part, Person, State
from desktop_app.errors import Message
from desktop_app.i18n import LANGUAGES, for_language

NOW = datetime.fromisoformat("2026-11-21T10:00:00+05:00")
HERE = Person("Айгүл Оспанова", None, NOW - timedelta(days=1))
WELL = Facts(
    now=NOW,
    last_backup=NOW - timedelta(days=1),
    last_rehearsal=NOW - timedelta(days=30),
    people=(HERE,),
    keys_left_over=0,
    disk=Encryption.ON,
    swap=Encryption.NONE,
    place=None,
    first_broken=None,
    version="2.0",
    law_until=date(2026, 11, 1),
    duties_late=0,
    duties_open=0,
    notices_late=0,
)


def _line(part: Part, **changed: Any) -> Line:
    (found,) = (line for line in quarterly_lines.lines(replace(WELL, **changed)) if line.part is part)
    return found


def test_all_is_well() -> None:
    states = {line.part: line.state for line in quarterly_lines.lines(WELL)}
    assert list(states) == list(Part)
    assert states.pop(Part.VERSION) is State.UNKNOWN
    assert set(states.values()) == {State.GOOD}


@pytest.mark.parametrize(
    ("part", "changed", "state"),
    [
        (Part.BACKUP, {"last_backup": None}, State.ACT),
        (Part.BACKUP, {"last_backup": NOW - timedelta(days=8)}, State.ACT),
        (Part.BACKUP, {"last_backup": NOW - timedelta(days=7)}, State.GOOD),
        (Part.RECOVERY, {"last_rehearsal": None}, State.ACT),
        (Part.RECOVERY, {"last_rehearsal": NOW - timedelta(days=184)}, State.LOOK),
        (Part.LEAVERS, {"people": (replace(HERE, left_on=date(2026, 11, 1)),)}, State.ACT),
        (Part.LEAVERS, {"people": (replace(HERE, left_on=date(2026, 12, 1)),)}, State.GOOD),
        (Part.LEAVERS, {"keys_left_over": 1}, State.ACT),
        (Part.ABSENT, {"people": (replace(HERE, last_here=NOW - timedelta(days=91)),)}, State.LOOK),
        (Part.ABSENT, {"people": (replace(HERE, last_here=None),)}, State.LOOK),
        (Part.DISK, {"disk": Encryption.OFF}, State.LOOK),
        (Part.DISK, {"disk": Encryption.UNKNOWN}, State.UNKNOWN),
        (Part.SWAP, {"swap": Encryption.ON}, State.GOOD),
        (Part.SWAP, {"swap": Encryption.OFF}, State.LOOK),
        (Part.SWAP, {"swap": Encryption.UNKNOWN}, State.UNKNOWN),
        (Part.PLACE, {"place": Message("x")}, State.ACT),
        (Part.LOG, {"first_broken": 7}, State.ACT),
        (Part.LAW, {"law_until": None}, State.UNKNOWN),
        (Part.LAW, {"law_until": date(2026, 1, 1)}, State.LOOK),
        (Part.DUTIES, {"duties_open": 3}, State.LOOK),
        (Part.DUTIES, {"duties_open": 3, "duties_late": 1}, State.ACT),
        (Part.NOTICES, {"notices_late": 1}, State.ACT),
    ],
)
def test_what_is_not_in_order_says_what_to_do(part: Part, changed: dict[str, Any], state: State) -> None:
    line = _line(part, **changed)
    assert line.state is state
    if state is not State.GOOD and part is not Part.PLACE:
        assert line.advice is not None


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_line_is_a_sentence(code: str) -> None:
    tr = for_language(code)
    for facts in (WELL, replace(WELL, last_backup=None, last_rehearsal=None, people=(), disk=Encryption.OFF)):
        for line in quarterly_lines.lines(facts):
            assert tr(PARTS[line.part])
            assert tr(STATES[line.state])
            assert line.told.text(tr).endswith(".")
            assert line.advice is None or line.advice.text(tr).endswith(".")


@pytest.mark.parametrize(("days", "due"), [(None, True), (92, False), (93, True)])
def test_it_is_due_after_a_quarter(days: int | None, due: bool) -> None:
    finished = None if days is None else NOW - timedelta(days=days)
    assert Check((), finished, "", NOW).is_due is due
