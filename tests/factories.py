"""Small files and people for tests, with the least cost a password may have."""

from __future__ import annotations

from pathlib import Path

from desktop_app.db.vault import FLOOR
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, Role, Trilingual
from desktop_app.services import files
from desktop_app.services.files import OpenFile

LOGIN = "aigul"
PASSWORD = "four words make one"
CENTRE = Centre(
    name=Trilingual("Мигранттарды қолдау орталығы", "Центр поддержки мигрантов", "Migrant support centre"),
    address=Trilingual("Алматы қаласы, Абай даңғылы, 10", "город Алматы, проспект Абая, 10", "Almaty, Abay Avenue 10"),
    bin="941240000193",
    region="KZ-75",
)
CODE = files.new_recovery_code()


def open_file(folder: Path, name: str = "centre.tirek") -> OpenFile:
    """A new file of a centre, signed in as its administrator."""
    new = NewFile("kk", CENTRE, NewStaffMember(LOGIN, "Айгүл Оспанова", Role.ADMINISTRATOR, PASSWORD))
    return files.create_file(folder / name, new, CODE, FLOOR)


def close_file(file: OpenFile) -> None:
    """Close it cleanly."""
    files.close(file)
