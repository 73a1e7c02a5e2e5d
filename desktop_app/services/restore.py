"""Restoring a backup from the sign-in screen or a command: a look inside first, then the exchange of the files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db import at_rest, backup_folder, envelope, restoring
from desktop_app.db.at_rest import AtRest, NotClosed
from desktop_app.db.keys import Secret
from desktop_app.db.queries import contents
from desktop_app.db.vault import BY_PASSWORD
from desktop_app.domain.backup_contents import Inside, InUse, Loss
from desktop_app.domain.centre import Role, StaffMember
from desktop_app.errors import AppError, CannotOpen, DamagedFile, Message, NotAllowed
from desktop_app.i18n import N_, format_date

_WRONG: Final = N_(
    "The login or the password does not open this backup. It opens with the passwords of the day it was made."
)
_NOT_YOURS: Final = N_(
    "The file in use can be opened, so only a manager or the administrator may put a backup in its place. "
    "Nothing was changed."
)
_SAME_FILE: Final = N_("This is the file in use itself. Choose a backup of it.")
_TAKEN: Final = N_("%(path)s is already there. Choose another name.")
_HOLDS: Final = N_("%(centre)s: cases %(cases)s, people %(people)s, letters %(letters)s.")
_NEWEST: Final = N_("The newest case is of %(day)s.")
_LAST: Final = N_("The last thing noted in it was on %(day)s at %(time)s, line %(seq)s of its log.")
_WOULD_LOSE: Final = N_(
    "Not in this backup: cases %(cases)s, people %(people)s, letters %(letters)s. Changed since: cases %(changed)s."
)
_LOSES_NOTHING: Final = N_("No case, person or letter of the file in use is missing from this backup.")
_IN_USE: Final = {
    InUse.MISSING: N_("There is no file in that place now, so nothing is replaced."),
    InUse.OTHER_HISTORY: N_(
        "The file in use does not go on from this backup: it belongs to another centre, or was restored since. "
        "What it holds beyond the backup cannot be counted."
    ),
    InUse.OTHER_PASSWORD: N_(
        "The file in use opens with another password, so what it holds beyond this backup cannot be counted."
    ),
    InUse.NOT_CLOSED: N_(
        "The file in use was not closed properly. Sign in to it first, if you can: then it is whole and can be "
        "compared."
    ),
    InUse.DAMAGED: N_("The file in use is damaged and cannot be compared."),
    InUse.NEWER: N_("The file in use was made by a newer version of Tirek. Install that version instead of restoring."),
}
_STAYS: Final = N_("The file in use is kept beside the restored one under another name; nothing is removed.")
_MAY_REPLACE: Final = (Role.MANAGER, Role.ADMINISTRATOR)
_LOST: Final = (InUse.MISSING, InUse.DAMAGED)


def look_inside(path: Path, login: str, password: str, live: Path) -> Inside:
    """What a backup holds and what putting it in the place of `live` would lose. Nothing is changed or logged.

    Raises CannotOpen (not there, no such file, newer, wrong login or password, still open), MustWait or DamagedFile.
    """
    _refuse_the_same(path, live)
    with _opened(path, login, password) as (seen, staff):
        restoring.refuse_damaged(path, seen, backup_folder.read_manifest(path))
        return _compared(seen, staff, live, Secret(BY_PASSWORD, password, login))


def restore(path: Path, live: Path, login: str, password: str, *, replace: bool = True) -> Path | None:
    """Put a backup in the place of `live`; where the former file is now, None when there was none.

    The former file is never removed. Over a file that opens only a manager or an administrator of the backup may do
    it, with `replace` left out nobody. Raises as `look_inside`, NotAllowed, CannotOpen (in use), or AppError (no room);
    then nothing was changed.
    """
    _refuse_the_same(path, live)
    if not replace and live.exists():
        raise AppError(_TAKEN, path=live)
    with restoring.reserved(live) as place, _opened(path, login, password) as (seen, staff):
        restoring.refuse_damaged(path, seen, backup_folder.read_manifest(path))
        inside = _compared(seen, staff, place, Secret(BY_PASSWORD, password, login))
        if inside.in_use not in _LOST and staff.role not in _MAY_REPLACE:
            raise NotAllowed(_NOT_YOURS)
        return restoring.put_in_place(path, seen, place, staff.id, settings.now())


def sentences(inside: Inside, language: str) -> tuple[Message, ...]:
    """What a look inside has found, for reading before anything is replaced; days in this language (kk, ru, en)."""
    held = inside.contents
    counts = {"cases": held.cases, "people": held.people, "letters": held.letters}
    told = [Message(_HOLDS, {"centre": held.centre.within(language), **counts})]
    if held.newest_case is not None:
        told.append(Message(_NEWEST, {"day": format_date(held.newest_case, language)}))
    if held.last_at is not None:
        when = {"day": format_date(held.last_at.date(), language), "time": f"{held.last_at:%H:%M}"}
        told.append(Message(_LAST, {**when, "seq": held.log_seq}))
    told.append(_lost(inside.loss) if inside.loss is not None else Message(_IN_USE[inside.in_use]))
    if inside.in_use is not InUse.MISSING:
        told.append(Message(_STAYS))
    return tuple(told)


def _lost(loss: Loss) -> Message:
    if loss.is_nothing:
        return Message(_LOSES_NOTHING)
    counts = {"cases": loss.cases, "people": loss.people, "letters": loss.letters, "changed": loss.changed_cases}
    return Message(_WOULD_LOSE, counts)


@contextmanager
def _opened(path: Path, login: str, password: str) -> Iterator[tuple[AtRest, StaffMember]]:
    with at_rest.looked_into(path, Secret(BY_PASSWORD, password, login), _WRONG) as seen:
        staff = contents.staff_with(seen.session, login)
        if staff is None or not staff.active:
            raise CannotOpen(_WRONG)
        yield seen, staff


def _compared(seen: AtRest, staff: StaffMember, live: Path, secret: Secret) -> Inside:
    held = contents.contents(seen.session)
    in_use = _state(live, seen.slots.file_id)
    if in_use is not InUse.COMPARED:
        return Inside(held, staff, in_use)
    try:
        with at_rest.looked_into(live, secret, _WRONG) as now:
            if not contents.has_same_past(seen.session, now.session):
                return Inside(held, staff, InUse.OTHER_HISTORY)
            lost = contents.loss(seen.session, now.session)
            return Inside(held, staff, InUse.COMPARED, lost, contents.contents(now.session))
    except CannotOpen:
        return Inside(held, staff, InUse.OTHER_PASSWORD)
    except DamagedFile:
        return Inside(held, staff, InUse.DAMAGED)


def _state(live: Path, file_id: str) -> InUse:
    """What can be said of the file in use without its key; COMPARED when it is worth trying to open it."""
    if not live.exists():
        return InUse.MISSING
    try:
        same = at_rest.closed_slots(live).file_id == file_id
    except NotClosed:
        return InUse.NOT_CLOSED
    except (CannotOpen, DamagedFile) as error:
        return InUse.NEWER if error.message.msgid == envelope.NEWER else InUse.DAMAGED
    return InUse.COMPARED if same else InUse.OTHER_HISTORY


def _refuse_the_same(path: Path, live: Path) -> None:
    if path.exists() and live.exists() and path.samefile(live):
        raise AppError(_SAME_FILE)
