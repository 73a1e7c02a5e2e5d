"""What the centre decides for its file."""

from __future__ import annotations

from desktop_app import settings
from desktop_app.db.queries import settings as queries
from desktop_app.domain import file_settings
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.permissions import Action
from desktop_app.services import access
from desktop_app.services.files import OpenFile


def read(file: OpenFile) -> FileSettings:
    """The settings of the file, the defaults for what was never set."""
    with access.reading(file, Action.VIEW_SETTINGS) as session:
        return file_settings.from_texts(queries.read(session))


def save(file: OpenFile, wanted: FileSettings) -> Saved:
    """Store the settings. Raises InvalidInput or NotAllowed."""
    refuse(tuple(file_settings.problems(wanted, settings.today())))
    with access.writing(file, Action.CHANGE_SETTINGS, "setting") as session:
        queries.write(session, file_settings.to_texts(wanted))
    return Saved(0, frozenset({Kind.CENTRE}))
