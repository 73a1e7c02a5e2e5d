"""The duties that follow from the law on personal data, for the people whom who is signed in may see."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from desktop_app import law, settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import consents as consent_queries
from desktop_app.db.queries import erasure as erasure_queries
from desktop_app.db.queries import retention as retention_queries
from desktop_app.db.queries.access import Viewer
from desktop_app.domain import duties as domain
from desktop_app.domain.consents import stop_by
from desktop_app.domain.duties import Duties, Duty, DutyKind
from desktop_app.domain.permissions import Action, Relation, may
from desktop_app.domain.retention import closed_by
from desktop_app.services import access, settings_of_file
from desktop_app.services.files import OpenFile

MOST_WITHOUT: Final = 100


def listing(file: OpenFile) -> Duties:
    """What is to be done, the soonest first; of people without a consent at most the first hundred."""
    found, today = settings_of_file.read(file), settings.today()
    with access.reading(file, Action.LIST_DUTIES) as session:
        who = access.viewer(file, session)
        count, without = consent_queries.without(session, who, MOST_WITHOUT)
        duties = (
            *_of_people(session, who, today),
            *_of_terms(session, who, found.retention_years, today),
            *domain.of_documents(found),
            *(Duty(DutyKind.NO_CONSENT, person_id, name) for person_id, name in without),
        )
    return Duties(today, domain.in_order(duties), count)


def _of_people(session: Session, who: Viewer, today: date) -> list[Duty]:
    soon = today + timedelta(days=law.practice("days_before_consent_ends"))
    found = [
        Duty(DutyKind.STOP, person_id, name, stop_by(on))
        for person_id, name, on in consent_queries.withdrawn(session, who)
    ]
    found += [
        Duty(DutyKind.ERASE, person_id, name, day) for person_id, name, day in erasure_queries.marked(session, who)
    ]
    found += [
        Duty(DutyKind.CONSENT_ENDS, person_id, name, day)
        for person_id, name, day in consent_queries.ending(session, who, soon)
    ]
    return found


def _of_terms(session: Session, who: Viewer, years: int | None, today: date) -> list[Duty]:
    if years is None or not may(who.role, Action.VIEW_RETENTION, Relation.CENTRE):
        return []
    count = retention_queries.count(session, who, closed_by(today, years), today)
    return [Duty(DutyKind.TERM_ENDED, count=count)] if count else []
