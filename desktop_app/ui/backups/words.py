"""How backups are spoken of: their day, their size, why they stay, and what is wrong with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.domain.backups import Backup, Occasion
from desktop_app.domain.ladder import Rung
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, format_date, format_number, language

_MEGABYTE: Final = 1_000_000

OCCASIONS: Final = {
    Occasion.AUTOMATIC: N_("by itself"),
    Occasion.BY_HAND: N_("by hand"),
    Occasion.UPGRADE: N_("before an upgrade"),
}
RUNGS: Final = {
    Rung.NEWEST: N_("one of the newest"),
    Rung.DAY: N_("last of its day"),
    Rung.WEEK: N_("last of its week"),
    Rung.MONTH: N_("last of its month"),
    Rung.UPGRADE: N_("before an upgrade"),
}


def last_good(moment: datetime | None) -> Message:
    """What the status line says."""
    if moment is None:
        return Message(N_("No backup yet"))
    local, today = moment.astimezone(), settings.today()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return Message(N_("Last good backup: today %(time)s"), {"time": time})
    if local.date() == today - timedelta(days=1):
        return Message(N_("Last good backup: yesterday %(time)s"), {"time": time})
    return Message(N_("Last good backup: %(day)s"), {"day": format_date(local.date(), language())})


def made_at(backup: Backup) -> str:
    """Day and time on this computer's clock."""
    local = backup.made_at.astimezone()
    return f"{format_date(local.date(), language())}  {local:%H:%M}"


def path_of(backup: Backup) -> Path:
    """Where a backup lies."""
    return Path(backup.folder) / backup.name


def size(backup: Backup) -> str:
    """The size in megabytes."""
    megabytes = Decimal(backup.size) / _MEGABYTE
    return _("%(size)s MB", size=format_number(megabytes.quantize(Decimal("0.1")), language()))


def occasion(backup: Backup) -> str:
    """Why it was made; a dash when nothing is known of it."""
    return _(OCCASIONS[backup.manifest.occasion]) if backup.manifest else "–"


def line_of_log(backup: Backup) -> str:
    """The last line of its log; a dash when nothing is known of it."""
    return str(backup.manifest.log_seq) if backup.manifest else "–"


def is_damaged(backup: Backup) -> bool:
    """Whether it was found damaged, or lost a part of its bytes."""
    return backup.manifest is not None and not backup.is_good
