"""Saving what is readable of a damaged file, from the sign-in screen or a command."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db import at_rest, envelope, restoring, salvage
from desktop_app.db.engine import SCHEMA
from desktop_app.db.envelope import Found
from desktop_app.db.failures import sorted_disk_failures
from desktop_app.db.keys import Secret, given
from desktop_app.db.vault import BY_PASSWORD
from desktop_app.domain.salvage import Lost, Salvaged
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.i18n import N_, Translator

_WRONG: Final = N_("The login or the password does not open this file. Check the keyboard layout and Caps Lock.")
_TAKEN: Final = N_("%(path)s is already there. Choose another name.")
_NO_FILE: Final = N_("%(path)s does not exist. Choose another file.")

_TABLES: Final = {
    "case_file": N_("Cases"),
    "case_worker": N_("Workers of cases"),
    "person": N_("People"),
    "employer": N_("Employers"),
    "letter": N_("Letters"),
    "attachment": N_("Attachments"),
    "money_entry": N_("Entries of money"),
    "staff": N_("Staff"),
    "audit": N_("Lines of the log"),
    "consent": N_("Consents"),
}
_COUNTED: Final = {"cases": "case_file", "people": "person", "employers": "employer", "letters": "letter"}
_MOST_TOLD: Final = 200
_OTHER: Final = N_("Rows of “%(table)s”")
_PAGES: Final = N_("Of %(pages)s pages of the file, %(broken)s are damaged.")
_SAVED: Final = N_("Saved: cases %(cases)s, people %(people)s, employers %(employers)s, letters %(letters)s.")
_LOST_ONE: Final = N_("Lost: %(what)s, number %(first)s.")
_LOST_SOME: Final = N_("Lost: %(what)s, those of the numbers %(first)s to %(last)s that were in use.")
_LOST_REST: Final = N_("Lost: %(what)s, those from number %(first)s on, if there were any.")
_STANDS_IN: Final = N_(
    "%(what)s: %(count)s stand in for what was lost, so that the rest of their cases is kept. They are named “?” "
    "unless another page told the name. Look for them in a backup."
)
_UNPLACED: Final = N_("%(count)s pages with rows could not be placed. They stay in the damaged file; keep it.")
_OWNER: Final = N_(
    "The list of staff was lost. You are the administrator of the new file now: add your colleagues again, with the "
    "logins they had."
)
_MORE: Final = N_("And %(count)s more.")
_NOTHING_LOST: Final = N_("Nothing that the program keeps was lost.")


def rebuild(
    path: Path, target: Path, login: str, password: str, *, replace: bool = True, keys_from: Path | None = None
) -> tuple[Salvaged, Path | None]:
    """Make a sound file at `target` out of what is readable of the damaged file at `path`, which may be the same.

    What was saved and lost, and where the former file of `target` is now. `keys_from` is a backup whose keys serve when
    those of the file are damaged. Raises CannotOpen (in use, wrong password), DamagedFile when nothing can be read, or
    AppError (no room); then nothing was changed.
    """
    if not path.is_file():
        raise CannotOpen(_NO_FILE, path=path)
    if not replace and target.exists():
        raise AppError(_TAKEN, path=target)
    with restoring.reserved(target) as live:
        if path.resolve() == live:
            return _rebuilt(live, live, login, password, keys_from)
        with restoring.reserved(path) as source:
            return _rebuilt(source, live, login, password, keys_from)


def sentences(told: Salvaged, tr: Translator) -> tuple[str, ...]:
    """What was saved and what was lost, table by table."""
    kept = {name: told.kept.get(table, 0) for name, table in _COUNTED.items()}
    found = [tr(_PAGES, pages=told.pages, broken=told.broken), tr(_SAVED, **kept)]
    found += [_lost(each, tr) for each in told.lost[:_MOST_TOLD]]
    if len(told.lost) > _MOST_TOLD:
        found.append(tr(_MORE, count=len(told.lost) - _MOST_TOLD))
    found += [tr(_STANDS_IN, what=_name(table, tr), count=count) for table, count in told.stand_ins.items()]
    if told.unplaced:
        found.append(tr(_UNPLACED, count=told.unplaced))
    if told.made_owner:
        found.append(tr(_OWNER))
    if not (told.lost or told.unplaced):
        found.append(tr(_NOTHING_LOST))
    return tuple(found)


def _rebuilt(
    source: Path, live: Path, login: str, password: str, keys_from: Path | None
) -> tuple[Salvaged, Path | None]:
    with sorted_disk_failures(source, CannotOpen):
        found = _found(source, keys_from)
    hidden = live.with_name(f".{live.name}.restoring")
    opened = given(found.slots, Secret(BY_PASSWORD, password, login), _WRONG)
    *former, last = opened.keys
    for key in former:
        try:
            told = salvage.rebuild(source, found, key, hidden, login)
            break
        except DamagedFile:  # of two keys after a re-keying that was interrupted, it has the other
            continue
    else:
        told = salvage.rebuild(source, found, last, hidden, login)
    restoring.settle_aside(live)
    return told, restoring.swap(hidden, live, settings.now())


def _found(source: Path, keys_from: Path | None) -> Found:
    try:
        return envelope.look(source, SCHEMA)
    except (DamagedFile, CannotOpen):
        if keys_from is None:
            raise
        return Found(at_rest.closed_slots(keys_from), None, was_closed=False)


def _lost(lost: Lost, tr: Translator) -> str:
    what = _name(lost.table, tr)
    if lost.last is None:
        return tr(_LOST_REST, what=what, first=lost.first)
    if lost.first == lost.last:
        return tr(_LOST_ONE, what=what, first=lost.first)
    return tr(_LOST_SOME, what=what, first=lost.first, last=lost.last)


def _name(table: str, tr: Translator) -> str:
    return tr(_TABLES[table]) if table in _TABLES else tr(_OTHER, table=table)
