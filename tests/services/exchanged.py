"""A file that was changed after its backup, for the tests that put the backup in its place."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from desktop_app.domain.centre import NewStaffMember, Role, Trilingual
from desktop_app.services import backups, centre, files, staff
from tests import factories

THEN = replace(factories.CENTRE, name=Trilingual("Сол кезде", "Тогда", "Then"))
NOW = replace(factories.CENTRE, name=Trilingual("Қазір", "Сейчас", "Now"))


def changed_file(folder: Path) -> Path:
    """A closed file with one backup, changed since. Dina of the staff can open both."""
    path = factories.closed_file(folder)
    file = factories.sign_in(path)
    centre.save(file, THEN)
    staff.add(file, NewStaffMember("dina", "Дина", Role.STAFF, "дом трава ключ"))
    backups.make_due(file)
    centre.save(file, NOW)
    files.close(file)
    return path


def backup_of(live: Path) -> Path:
    """Its one backup."""
    (found,) = backups.listing(live.parent / "Backups")
    return backups.path_of(found)


def name_in(path: Path) -> str:
    """The English name of the centre in a file that is whole."""
    file = factories.sign_in(path)
    with file.db.read() as session:
        assert file.db.chain.first_broken(session) is None
        assert session.scalars(sa.text("PRAGMA integrity_check")).all() == ["ok"]
    found = centre.read(file).name.en
    files.close(file)
    return found


def contents_of(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def crash(live: Path) -> None:
    """The file as a power cut leaves it: open, with its journal and its keys beside it."""
    aside = live.parent / "crash"
    aside.mkdir()
    file = factories.sign_in(live)
    centre.save(file, replace(NOW, bin=""))
    for each in live.parent.glob("centre.tirek*"):
        if not each.name.endswith(".lock"):
            shutil.copyfile(each, aside / each.name)
    files.close(file)
    for each in aside.iterdir():
        each.replace(live.parent / each.name)
    aside.rmdir()
