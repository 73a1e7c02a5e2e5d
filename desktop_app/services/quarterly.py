"""The quarterly check: gathered from the log, the backups and the system; finished with a line in the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from importlib.metadata import version
from typing import Final, TypeVar

from desktop_app import law, settings
from desktop_app.db import disk_encryption, places
from desktop_app.db.queries import Session, log
from desktop_app.db.queries import breaches as breach_queries
from desktop_app.db.queries import quarterly as queries
from desktop_app.db.vault import BY_PASSWORD, login_tag
from desktop_app.domain import quarterly_lines
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.permissions import Action
from desktop_app.domain.quarterly import QUARTER, Check, Facts
from desktop_app.errors import AppError
from desktop_app.services import access, backups, breaches, duties
from desktop_app.services.files import OpenFile

_TAIL: Final = 1000
T = TypeVar("T")


def read(file: OpenFile) -> Check:
    """Look at everything once; some seconds on a slow computer. Nothing is written."""
    now = settings.now()
    last_backup = _asked(partial(backups.last_good, file))
    duty = _asked(partial(duties.listing, file))
    today = now.date()
    with access.reading(file, Action.VIEW_CHECK) as session:
        found = _finished(session)
        facts = Facts(
            now=now,
            last_backup=last_backup.made_at if last_backup else None,
            last_rehearsal=log.last_of(session, Action.REHEARSE_RECOVERY.value),
            people=queries.people(session),
            keys_left_over=_left_over(file, queries.logins(session)),
            disk=disk_encryption.disk_of(file.path.parent),
            swap=disk_encryption.swap(),
            place=places.warning(file.path),
            first_broken=file.db.chain.first_broken(session, after=max(log.head(session).seq - _TAIL, 0)),
            version=version("tirek"),
            law_until=law.checked_until(),
            duties_late=sum(each.day is not None and each.day < today for each in duty.duties) if duty else 0,
            duties_open=len(duty.duties) if duty else 0,
            notices_late=_late(session, today),
        )
    return Check(quarterly_lines.lines(facts), *found, now)


def is_due(file: OpenFile) -> bool:
    """Whether a quarter has passed since the last finished check, or since the file was made."""
    with access.reading(file, Action.VIEW_CHECK) as session:
        since = _finished(session)[0] or log.last_of(session, "create_file")
    return since is None or settings.now() - since > QUARTER


def finish(file: OpenFile) -> Saved:
    """Write down that the check was gone through."""
    with access.writing(file, Action.FINISH_CHECK, "check"):
        pass
    return Saved(0, frozenset({Kind.CENTRE}))


def _left_over(file: OpenFile, logins: tuple[str, ...]) -> int:
    slots = file.keys.slots
    known = {login_tag(slots, login) for login in logins}
    return len({slot.tag for slot in slots.slots if slot.kind == BY_PASSWORD} - known)


def _finished(session: Session) -> tuple[datetime | None, str]:
    return queries.last_with_name(session, Action.FINISH_CHECK.value)


def _late(session: Session, today: date) -> int:
    return sum(
        each.notified_at is None and each.found_on is not None and breaches.notify_by(each.found_on) < today
        for each in breach_queries.listing(session)
    )


def _asked(question: Callable[[], T]) -> T | None:
    """The answer of another part, None when a disk or a right is missing: the check goes on without it."""
    try:
        return question()
    except (AppError, OSError):
        return None
