"""One search box for people, employers and cases, and suggestions while a form is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import employers as employer_queries
from desktop_app.db.queries import people as people_queries
from desktop_app.domain.cases import CaseRow
from desktop_app.domain.employers import EmployerRow
from desktop_app.domain.people import PersonRow
from desktop_app.domain.permissions import Action
from desktop_app.services import access
from desktop_app.services.files import OpenFile

SUGGESTIONS = 8


@dataclass(frozen=True)
class Found:
    """What a text may mean, best first; cases newest first. `took_ms` is the time of the search in milliseconds."""

    people: tuple[PersonRow, ...]
    employers: tuple[EmployerRow, ...]
    cases: tuple[CaseRow, ...]
    took_ms: float


def everything(file: OpenFile, text: str, limit: int) -> Found:
    """People and employers that `text` may mean, and cases of theirs or with this number, at most `limit` of each."""
    begun = perf_counter()
    with access.reading(file, Action.SEARCH) as session:
        who = access.viewer(file, session)
        people = people_queries.found(session, who, text, limit)
        employers = employer_queries.found(session, who, text, limit)
        ids = [row.id for row in people], [row.id for row in employers]
        cases = case_queries.likely(session, who, text, *ids, limit)
    return Found(people, employers, cases, (perf_counter() - begun) * 1000)


def suggest_people(file: OpenFile, text: str) -> tuple[PersonRow, ...]:
    """People already in the file whose name, phone or IIN may be the one being typed, best first."""
    with access.reading(file, Action.SEARCH) as session:
        return people_queries.found(session, access.viewer(file, session), text, SUGGESTIONS)


def suggest_employers(file: OpenFile, text: str) -> tuple[EmployerRow, ...]:
    """Employers already in the file whose name, phone, BIN or IIN may be the one being typed, best first."""
    with access.reading(file, Action.SEARCH) as session:
        return employer_queries.found(session, access.viewer(file, session), text, SUGGESTIONS)
