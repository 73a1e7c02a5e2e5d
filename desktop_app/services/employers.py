"""Employers: the list, the card with their cases, corrections."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app import settings
from desktop_app.db import models, rows, search
from desktop_app.db.queries import chains as chain_queries
from desktop_app.db.queries import employers as employer_queries
from desktop_app.domain import chains
from desktop_app.domain.chains import Known, PerhapsSame
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import problems_of_employer, refuse
from desktop_app.domain.employers import Employer, EmployerCard, EmployerRow
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import digits_joined, tidied
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.services import access
from desktop_app.services.files import OpenFile

_NO_EMPLOYER: Final = N_("This employer is not in the file.")


def page(file: OpenFile, text: str, after_id: int | None, limit: int) -> tuple[EmployerRow, ...]:
    """Employers in alphabetical order, or those `text` may mean, best first; below the row `after_id`."""
    with access.reading(file, Action.LIST_EMPLOYERS) as session:
        return employer_queries.page(session, access.viewer(file, session), text, after_id, limit)


def card(file: OpenFile, employer_id: int) -> EmployerCard:
    """An employer with its cases; that it was looked at is logged. AppError when it is not in the file."""
    with access.writing(file, Action.VIEW_EMPLOYER, "employer", employer_id) as session:
        found = employer_queries.card(session, access.viewer(file, session), employer_id, settings.today())
        if found is None:
            raise AppError(_NO_EMPLOYER)
        return found


def perhaps_same(file: OpenFile, employer_id: int) -> tuple[PerhapsSame, ...]:
    """Other employers that who is signed in may see and that share a number, phone, address or person with this one."""
    with access.reading(file, Action.VIEW_EMPLOYER, "employer", employer_id) as session:
        known = chain_queries.known(session, access.viewer(file, session))
    this = next((each for each in known if each.id == employer_id), None)
    return () if this is None else chains.perhaps_same(this, known)


def perhaps_known(file: OpenFile, typed: Employer) -> tuple[PerhapsSame, ...]:
    """Employers of the file that share a number, phone, address or person with one that is only being typed."""
    typed = tidied(typed)
    with access.reading(file, Action.LIST_EMPLOYERS) as session:
        known = chain_queries.known(session, access.viewer(file, session))
    return chains.perhaps_same(Known(0, typed, search.phone_tail(typed.phone)), known)


def save(file: OpenFile, employer_id: int, employer: Employer) -> Saved:
    """Correct an employer, in all its cases at once. Raises InvalidInput with the problems of the fields."""
    employer = tidied(employer)
    employer = replace(employer, bin_iin=digits_joined(employer.bin_iin))
    refuse(problems_of_employer(employer))
    with access.writing(file, Action.CHANGE_EMPLOYER, "employer", employer_id) as session:
        stored = session.get(models.Employer, employer_id)
        if stored is None:
            raise AppError(_NO_EMPLOYER)
        for name, value in rows.columns_of_employer(employer).items():
            setattr(stored, name, value)
        employer_queries.repeat(session, employer_id, employer)
        search.learn_words(session, search.EMPLOYERS, [employer.name])
    return Saved(employer_id, frozenset({Kind.EMPLOYER, Kind.CASE}))
