"""Which backups stay: close together for the last days, further apart the older they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final

from desktop_app.domain.backups import Backup, Occasion

NEWEST: Final = 3
DAYS: Final = 12
WEEKS: Final = 10
MONTHS: Final = 9


class Rung(StrEnum):
    """Why a backup stays."""

    NEWEST = "newest"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    UPGRADE = "upgrade"


def rungs(backups: Iterable[Backup]) -> dict[tuple[str, str], Rung]:
    """The good backups that stay, by their place, each with the nearest reason.

    The three newest and the one whose log goes furthest (the clock may have been turned back), the last one of each
    of the 12 latest days that have one, of 10 weeks, of 9 months, and all that were made before an upgrade. Days are
    those of the clock the backup was made by.
    """
    good = sorted((each for each in backups if each.is_good), key=_order, reverse=True)
    kept = {each.place: Rung.UPGRADE for each in good if _occasion(each) is Occasion.UPGRADE}
    steps: tuple[tuple[Rung, int, Callable[[Backup], object]], ...] = (
        (Rung.MONTH, MONTHS, _month),
        (Rung.WEEK, WEEKS, _week),
        (Rung.DAY, DAYS, _day),
        (Rung.NEWEST, NEWEST, _itself),
    )
    for rung, most, span in steps:
        last_of: dict[object, Backup] = {}
        for each in good:
            last_of.setdefault(span(each), each)
        kept.update((each.place, rung) for each in list(last_of.values())[:most])
    if good:
        kept.setdefault(max(good, key=_log).place, Rung.NEWEST)
    return kept


def to_remove(backups: Iterable[Backup], file_id: str) -> tuple[Backup, ...]:
    """What may go: good backups of this file, made by the program, that no rung holds.

    A damaged one and one that nothing is known of are nobody's to remove; the last good one always has a rung.
    """
    own = [each for each in backups if each.manifest is not None and each.manifest.file_id == file_id]
    kept = rungs(own)
    return tuple(each for each in own if each.is_good and each.place not in kept)


def _occasion(backup: Backup) -> Occasion | None:
    return backup.manifest.occasion if backup.manifest else None


def _order(backup: Backup) -> tuple[datetime, int, str]:
    return backup.order


def _log(backup: Backup) -> int:
    return backup.manifest.log_seq if backup.manifest else 0


def _itself(backup: Backup) -> object:
    return backup.place


def _day(backup: Backup) -> object:
    return backup.made_at.date()


def _week(backup: Backup) -> object:
    return backup.made_at.isocalendar()[:2]


def _month(backup: Backup) -> object:
    return backup.made_at.year, backup.made_at.month
