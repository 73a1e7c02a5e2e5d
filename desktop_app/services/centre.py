"""The centre as its letterhead shows it."""

from __future__ import annotations

from desktop_app.db.queries import centre as queries
from desktop_app.domain.centre import Centre
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied_centre
from desktop_app.services import access
from desktop_app.services.files import OpenFile, problems_of_centre


def read(file: OpenFile) -> Centre:
    """The centre of the file."""
    with access.reading(file, Action.VIEW_CENTRE) as session:
        return queries.centre(session)


def save(file: OpenFile, centre: Centre) -> Saved:
    """Store the centre. Raises InvalidInput."""
    centre = tidied_centre(centre)
    refuse(tuple(problems_of_centre(centre)))
    with access.writing(file, Action.CHANGE_CENTRE, "centre", queries.THE_CENTRE) as session:
        queries.write_centre(session, centre)
    return Saved(queries.THE_CENTRE, frozenset({Kind.CENTRE}))
