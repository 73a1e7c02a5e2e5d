"""The columns of both lists of backups."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.backups import Backup
from desktop_app.i18n import N_, _
from desktop_app.ui.backups import words
from desktop_app.ui.backups.calls import Listed
from desktop_app.ui.common.table import Column

_LEAST: Final = 190


def of_the_file() -> tuple[Column[Listed], ...]:
    """What the settings show of every backup in the places of the open file."""
    return (
        Column(N_("Day and time"), _made, width=_LEAST, mark=_mark_of_own),
        Column(N_("State"), _state, stretch=True),
        Column(N_("Made how"), _occasion),
        Column(N_("Size"), _size, number=True),
        Column(N_("Line of the log"), _line, number=True),
        Column(N_("Folder"), _folder, stretch=True),
    )


def of_a_folder() -> tuple[Column[Backup], ...]:
    """What is known of the backups in a folder while no file is open."""
    return (
        Column(N_("Day and time"), words.made_at, width=_LEAST, mark=_mark),
        Column(N_("Made how"), words.occasion),
        Column(N_("Size"), words.size, number=True),
        Column(N_("Form of the tables"), _schema, number=True),
        Column(N_("Line of the log"), words.line_of_log, number=True),
        Column(N_("Name"), _name, stretch=True),
    )


def _made(row: Listed) -> str:
    return words.made_at(row.backup)


def _state(row: Listed) -> str:
    if not row.is_own:
        return _(N_("not a backup of this file"))
    if words.is_damaged(row.backup):
        return _(N_("damaged"))
    return _(words.RUNGS[row.rung]) if row.rung else _(N_("goes with the next backup"))


def _mark_of_own(row: Listed) -> tuple[str, str]:
    return _mark(row.backup) if row.is_own else ("circle", "muted")


def _mark(backup: Backup) -> tuple[str, str]:
    if backup.manifest is None:
        return "circle", "muted"
    return ("circle-check", "good") if backup.is_good else ("circle-alert", "danger")


def _occasion(row: Listed) -> str:
    return words.occasion(row.backup)


def _size(row: Listed) -> str:
    return words.size(row.backup)


def _line(row: Listed) -> str:
    return words.line_of_log(row.backup)


def _folder(row: Listed) -> str:
    return row.backup.folder


def _schema(backup: Backup) -> str:
    return str(backup.manifest.schema) if backup.manifest else "–"


def _name(backup: Backup) -> str:
    return _(N_("%(name)s (damaged)"), name=backup.name) if words.is_damaged(backup) else backup.name
