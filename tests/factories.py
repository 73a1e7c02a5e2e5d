"""Small files and people for tests. Their passwords cost next to nothing to check, unlike those of the program."""

from __future__ import annotations

import atexit
import secrets
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.vault import Cost
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, Role, Trilingual
from desktop_app.services import files
from desktop_app.services.files import OpenFile

CHEAP = Cost(memory=64, passes=1, lanes=1)
LOGIN = "aigul"
PASSWORD = "four words make one"
CENTRE = Centre(
    name=Trilingual("Мигранттарды қолдау орталығы", "Центр поддержки мигрантов", "Migrant support centre"),
    address=Trilingual("Алматы қаласы, Абай даңғылы, 10", "город Алматы, проспект Абая, 10", "Almaty, Abay Avenue 10"),
    bin="941240000193",
    region="KZ-75",
)
NEW = NewFile("kk", CENTRE, NewStaffMember(LOGIN, "Айгүл Оспанова", Role.ADMINISTRATOR, PASSWORD))
CODE = files.new_recovery_code()


def open_file(folder: Path, name: str = "centre.tirek") -> OpenFile:
    """A new file of a centre, signed in as its administrator."""
    return sign_in(closed_file(folder, name))


def closed_file(folder: Path, name: str = "centre.tirek") -> Path:
    """A new file of a centre, at rest: a copy of one that is made once, which is quicker than making it."""
    return Path(shutil.copyfile(_made_once(), folder / name))


def sign_in(path: Path, login: str = LOGIN, password: str = PASSWORD) -> OpenFile:
    """Open a file of these tests at little cost."""
    return files.sign_in(path, login, password, CHEAP)


def colleague(file: OpenFile, role: Role, login: str = "") -> OpenFile:
    """The same open file in the hands of a colleague with this role, who has no password of their own."""
    with file.db.write("add_staff", file.staff.id, "staff") as session:
        new = NewStaffMember(login or f"{role}-{secrets.token_hex(4)}", "Әріптес", role, PASSWORD)
        member = centre_queries.add_staff(session, new)
    return replace(file, staff=member)


def close_file(file: OpenFile) -> None:
    """Close it cleanly."""
    files.close(file)


@cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tirek-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "centre.tirek"
    files.close(files.create_file(path, NEW, CODE, CHEAP))
    return path
