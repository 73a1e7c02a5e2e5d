"""The flows of keys, backups and attachments."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.services import attachments, backups, files, restore, staff
from tests import factories
from tests.harness.desk_work import open_a_case
from tests.harness.flow import NAME, Flow, Say

LEAVER: Final = "dina"
LEAVERS_PASSWORD: Final = "дом трава ключ"
BACKUPS: Final = "Backups"
PAPER: Final = "paper.txt"
WORDS: Final = "Ай сайынғы жалақы төленбеді.\n" * 4_000


def _with_a_case(folder: Path) -> None:
    file = factories.open_file(folder)
    open_a_case(file)
    files.close(file)


def _with_a_paper(folder: Path) -> None:
    _with_a_case(folder)
    (folder / PAPER).write_text(WORDS, "utf-8")


def _attach(folder: Path, say: Say) -> None:
    say("case 1")
    file = factories.sign_in(folder / NAME)
    added = attachments.add(file, 1, folder / PAPER, NewAttachment("ведомость")).id
    say(f"attachment {added}")
    files.close(file)
    say("closed")


def _with_a_leaver(folder: Path) -> None:
    file = factories.open_file(folder)
    open_a_case(file)
    staff.add(file, NewStaffMember(LEAVER, "Дина", Role.LAWYER, LEAVERS_PASSWORD))
    files.close(file)
    files.close(factories.sign_in(folder / NAME, LEAVER, LEAVERS_PASSWORD))


def _leave(folder: Path, say: Say) -> None:
    say("case 1")
    file = factories.sign_in(folder / NAME)
    staff.end_access(file, 2, rekey_too=True)
    say("left")
    case = open_a_case(file)
    say(f"case {case}")
    files.close(file)
    say("closed")


def _with_a_folder_for_backups(folder: Path) -> None:
    _with_a_case(folder)
    (folder / BACKUPS).mkdir()


def _back_up(folder: Path, say: Say) -> None:
    say("case 1")
    file = factories.sign_in(folder / NAME)
    made = backups.make(file, folder / BACKUPS)
    say(f"backup {made.backup.name}")
    case = open_a_case(file)
    say(f"case {case}")
    files.close(file)
    say("closed")


def _with_a_backup(folder: Path) -> None:
    """A file with two cases and a backup of the day when there was one."""
    file = factories.open_file(folder)
    open_a_case(file)
    (folder / BACKUPS).mkdir()
    backups.make(file, folder / BACKUPS)
    open_a_case(file)
    files.close(file)


def _restore(folder: Path, say: Say) -> None:
    say("case 1")
    backup = next((folder / BACKUPS).glob("*.tirek"))
    restore.restore(backup, folder / NAME, factories.LOGIN, factories.PASSWORD)
    say("restored")
    file = factories.sign_in(folder / NAME)
    case = open_a_case(file)
    say(f"case {case}")
    files.close(file)
    say("closed")


FLOWS: Final = {
    "attach": Flow(_with_a_paper, _attach),
    "leaver": Flow(_with_a_leaver, _leave),
    "backup": Flow(_with_a_folder_for_backups, _back_up),
    "restore": Flow(_with_a_backup, _restore),
}
