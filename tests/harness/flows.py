"""What a centre does with its file, as the harnesses disturb it: each flow says what it has been told is saved.

A flow is prepared at rest, run in a process of its own, and judged afterwards by tests/harness/verdict.py.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.services import files, staff
from tests import factories
from tests.harness import letter_flows, old_rows, trust_flows
from tests.harness.desk_work import complain, note, open_a_case, receive, write_letter
from tests.harness.flow import NAME, NEW_PASSWORD, Flow, Say


def _at_rest(folder: Path) -> None:
    factories.closed_file(folder)


def _with_a_complaint(folder: Path) -> None:
    file = factories.open_file(folder)
    complain(file, open_a_case(file))
    files.close(file)


def _save(folder: Path, say: Say) -> None:
    file = factories.sign_in(folder / NAME)
    for number in range(2):
        case = open_a_case(file)
        say(f"case {case}")
        receive(file, case, 1000 + number)
        say(f"money {case} {1000 + number}")
        note(file, case, f"note {number}")
        say(f"note {case} note {number}")
    files.close(file)
    say("closed")


def _letter(folder: Path, say: Say) -> None:
    file = factories.sign_in(folder / NAME)
    say(f"letter {write_letter(file, 1)}")
    files.close(file)
    say("closed")


def _password(folder: Path, say: Say) -> None:
    file = factories.sign_in(folder / NAME)
    staff.change_password(file, factories.PASSWORD, NEW_PASSWORD)
    say("password")
    files.close(file)
    say("closed")


def _rekey(folder: Path, say: Say) -> None:
    file = factories.sign_in(folder / NAME)
    say("case 1")
    staff.rekey(file)
    note(file, 1, "under a new key")
    say("note 1 under a new key")
    files.close(file)
    say("closed")


def _colleague(folder: Path, say: Say) -> None:
    file = factories.sign_in(folder / NAME)
    staff.add(file, NewStaffMember("dina", "Дина", Role.LAWYER, "дом трава ключ"))
    say("staff dina")
    files.close(file)
    say("closed")


def _after_a_crash(folder: Path) -> None:
    """A file as a crash leaves it: pages, slots and journal beside each other."""
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    file = factories.open_file(elsewhere)
    receive(file, open_a_case(file), 1000)
    for part in elsewhere.iterdir():
        if not part.name.endswith((".lock", "-shm")):
            shutil.copyfile(part, folder / part.name)
    files.close(file)
    shutil.rmtree(elsewhere)


def _close(folder: Path, say: Say) -> None:
    say("case 1")
    say("money 1 1000")
    file = factories.sign_in(folder / NAME)
    files.close(file)
    say("closed")
    file = factories.sign_in(folder / NAME)
    note(file, 1, "again")
    say("note 1 again")
    files.close(file)
    say("closed")


def _old(folder: Path) -> None:
    shutil.copyfile(old_rows.FOLDER / "schema1.tirek", folder / NAME)


def _migrate(folder: Path, say: Say) -> None:
    say("rows schema1")
    file = factories.sign_in(folder / NAME)
    say(f"case {open_a_case(file)}")
    files.close(file)
    say("closed")


def _empty(_folder: Path) -> None:
    """Nothing at all."""


def _make(folder: Path, say: Say) -> None:
    file = files.create_file(folder / NAME, factories.NEW, factories.CODE, factories.CHEAP)
    say("made")
    case = open_a_case(file)
    say(f"case {case}")
    files.close(file)
    say("closed")


FLOWS: Final = {
    "save": Flow(_at_rest, _save),
    "letter": Flow(_with_a_complaint, _letter),
    "password": Flow(_at_rest, _password),
    "colleague": Flow(_at_rest, _colleague),
    "rekey": Flow(_with_a_complaint, _rekey),
    "close": Flow(_after_a_crash, _close),
    "migrate": Flow(_old, _migrate),
    "make": Flow(_empty, _make),
    **trust_flows.FLOWS,
    **letter_flows.FLOWS,
}
