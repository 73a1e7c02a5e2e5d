"""The chain of employers of a case: who stands in it, adding and taking out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.db import models, rows, search
from desktop_app.db.queries import Session
from desktop_app.db.queries import access as access_queries
from desktop_app.db.queries import chains as queries
from desktop_app.domain import chains as domain
from desktop_app.domain.chains import NewParty, PartyCard
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.permissions import Action, Relation
from desktop_app.domain.tidy import digits_joined, tidied
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile

_CHANGED: Final = frozenset({Kind.CASE, Kind.EMPLOYER})
_NO_PARTY: Final = N_("This place in the chain is gone already.")
_TWICE: Final = N_("This employer has this part in the case already.")
_GONE: Final = N_("This employer is no longer in the file. Type the name again.")


def of_case(file: OpenFile, case_id: int) -> tuple[PartyCard, ...]:
    """The employers of a case: the one it is against, then the chain from the customer down to the foreman."""
    with access.reading(file, Action.VIEW_PARTIES, "case", case_id) as session:
        return queries.of_case(session, case_id, sealed.words(file, session, case_id))


def add(file: OpenFile, case_id: int, party: NewParty) -> Saved:
    """Put an employer into the chain of a case. Raises InvalidInput with the problems; then nothing is written."""
    party = replace(tidied(party), employer=tidied(party.employer))
    party = replace(party, employer=replace(party.employer, bin_iin=digits_joined(party.employer.bin_iin)))
    refuse(domain.problems(party))
    with access.writing(file, Action.SET_PARTIES, "case", case_id) as session:
        stored_case(session, case_id)
        employer_id = _employer(file, session, party)
        if queries.has(session, case_id, employer_id, party.part):
            raise InvalidInput((Problem("part", Message(_TWICE)),))
        row = models.CaseParty(case_id=case_id, employer_id=employer_id, part=party.part.value, note=party.note)
        session.add(row)
        session.flush()
        sealed.settle(file, session, case_id, written=(row,))
        return Saved(row.id, _CHANGED)


def remove(file: OpenFile, case_id: int, party_id: int) -> Saved:
    """Take an employer out of the chain of a case; the employer itself stays in the file."""
    with access.writing(file, Action.SET_PARTIES, "case", case_id) as session:
        row = session.get(models.CaseParty, party_id)
        if row is None or row.case_id != case_id:
            raise AppError(_NO_PARTY)
        session.delete(row)
        session.flush()
        sealed.settle(file, session, case_id)
    return Saved(case_id, _CHANGED)


def _employer(file: OpenFile, session: Session, party: NewParty) -> int:
    """The employer of the file, or a new one. InvalidInput for one that is not in the file or hidden."""
    if party.employer_id is None:
        new = models.Employer(**rows.columns_of_employer(party.employer))
        session.add(new)
        session.flush()
        search.learn_words(session, search.EMPLOYERS, [party.employer.name])
        return new.id
    known = session.get(models.Employer, party.employer_id)
    who = access.viewer(file, session)
    if known is None or access_queries.relation(session, who, "employer", known.id) is Relation.NONE:
        raise InvalidInput((Problem("employer.name", Message(_GONE)),))
    return known.id
