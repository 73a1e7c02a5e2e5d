"""What a centre does with its file, as the harnesses disturb it: each flow says what it has been told is saved.

A flow is prepared at rest, run in a process of its own, and judged afterwards by tests/harness/verdict.py.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

from desktop_app.domain.cases import CaseChange, MoneyEntry, MoneyKind, NewWageComplaint, NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.people import Person
from desktop_app.services import cases, complaints, files, letters, money, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness import old_rows
from tests.services.situations import SHIFTS, TODAY, YUSUPOV, new_case

NAME: Final = "centre.tirek"
NEW_PASSWORD: Final = "quite another long one"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Flow:
    """`prepare` lays the folder out; `run` works in it and says what it was told is saved."""

    prepare: Callable[[Path], None]
    run: Callable[[Path, Say], None]


def open_a_case(file: OpenFile, name: str = YUSUPOV.full_name) -> int:
    """A new case of two workers."""
    crew = (NewWorker(replace(YUSUPOV, full_name=name)), NewWorker(Person("Али")))
    return cases.open_case(file, new_case(*crew)).id


def receive(file: OpenFile, case: int, tenge: int) -> None:
    """Money that reached the first worker of a case."""
    worker = cases.card(file, case).workers[0].id
    money.record(file, case, (MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(tenge), TODAY),))


def complain(file: OpenFile, case: int) -> None:
    """The wage complaint of a crew."""
    workers = cases.card(file, case).workers
    complaints.log_wage_arrears(file, NewWageComplaint(case, tuple((worker.id, SHIFTS) for worker in workers)))


def write_letter(file: OpenFile, case: int) -> int:
    """The claim to the employer, kept in the file."""
    request = LetterRequest(case, "employer_claim", LetterLanguage.KK, TODAY, TODAY + timedelta(days=10), file.staff.id)
    return letters.create(file, request).id


def note(file: OpenFile, case: int, text: str) -> None:
    """Another note on a case."""
    card = cases.card(file, case)
    names = CaseChange.__dataclass_fields__.keys() & card.__dataclass_fields__.keys()
    told = {name: getattr(card, name) for name in names}
    cases.change(file, CaseChange(**{**told, "case_id": case, "note": text}))


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
}
