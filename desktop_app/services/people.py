"""People: the list, the card with their cases, corrections."""

from __future__ import annotations

from typing import Final

from desktop_app import settings
from desktop_app.db import models, rows, search
from desktop_app.db.queries import people as people_queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import problems_of_person, refuse
from desktop_app.domain.people import Person, PersonCard, PersonRow
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied_person
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

_NO_PERSON: Final = N_("This person is not in the file.")
_ERASED: Final = N_("The data of this person were erased. What remains serves statistics and is not changed.")


def page(file: OpenFile, text: str, after_id: int | None, limit: int) -> tuple[PersonRow, ...]:
    """People in alphabetical order, or those `text` may mean, best first; below the row `after_id`."""
    with access.reading(file, Action.LIST_PEOPLE) as session:
        return people_queries.page(session, access.viewer(file, session), text, after_id, limit)


def card(file: OpenFile, person_id: int) -> PersonCard:
    """A person with their cases; that it was looked at is logged. AppError when they are not in the file."""
    with access.writing(file, Action.VIEW_PERSON, "person", person_id) as session:
        found = people_queries.card(session, access.viewer(file, session), person_id)
        if found is None:
            raise AppError(_NO_PERSON)
        return sealed.reveal_person(file, session, found)


def save(file: OpenFile, person_id: int, person: Person) -> Saved:
    """Correct a person, in all their cases at once. Raises InvalidInput with the problems of the fields."""
    person = tidied_person(person)
    refuse(problems_of_person(person, settings.today()))
    with access.writing(file, Action.CHANGE_PERSON, "person", person_id) as session:
        stored = session.get(models.Person, person_id)
        if stored is None:
            raise AppError(_NO_PERSON)
        if stored.anonymised_on is not None:
            raise AppError(_ERASED)
        for name, value in rows.columns_of_person(person).items():
            setattr(stored, name, value)
        people_queries.repeat(session, person_id, person)
        sealed.settle_person(file, session, person_id)
        search.learn_words(session, search.PEOPLE, [stored.full_name])
    return Saved(person_id, frozenset({Kind.PERSON, Kind.CASE}))
