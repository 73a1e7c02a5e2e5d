"""The centre as its letterhead shows it."""

from __future__ import annotations

from desktop_app.db.models import Centre as CentreRow
from desktop_app.db.queries import centre as queries
from desktop_app.domain.centre import Centre
from desktop_app.domain.changes import Kind, Saved
from desktop_app.errors import InvalidInput
from desktop_app.services.files import OpenFile, problems_of_centre


def read(file: OpenFile) -> Centre:
    """The centre of the file."""
    with file.db.read() as session:
        return queries.centre(session)


def save(file: OpenFile, centre: Centre) -> Saved:
    """Store the centre. Raises InvalidInput."""
    wrong = tuple(problems_of_centre(centre))
    if wrong:
        raise InvalidInput(wrong)
    with file.db.write("change_centre", file.staff.id, "centre", 1) as session:
        queries.write_centre(session.get_one(CentreRow, 1), centre)
    return Saved(1, frozenset({Kind.CENTRE}))
