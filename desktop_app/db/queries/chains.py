"""The chain of employers of a case, and employers of the file that share something with another."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db import case_rows
from desktop_app.db.models import Case, CaseParty, Employer
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.rows import employer_of
from desktop_app.db.search import phone_tail
from desktop_app.domain.chains import Known, Part, PartyCard, in_order

_MOST_COMPARED: Final = 20_000


def of_case(session: Session, case_id: int, words: case_rows.Words) -> tuple[PartyCard, ...]:
    """The employers of a case from the one it is against down the chain."""
    against = session.execute(
        select(Employer).join(Case, Case.employer_id == Employer.id).where(Case.id == case_id)
    ).scalar_one_or_none()
    if against is None:
        return ()
    rows = session.execute(
        select(CaseParty, Employer)
        .join(Employer, Employer.id == CaseParty.employer_id)
        .where(CaseParty.case_id == case_id)
    )
    others = (
        PartyCard(
            party.id,
            employer.id,
            employer_of(employer),
            Part(party.part),
            words("case_party", party.id, "note", party.note),
        )
        for party, employer in rows
    )
    return in_order((PartyCard(0, against.id, employer_of(against), None), *others))


def has(session: Session, case_id: int, employer_id: int, part: Part) -> bool:
    """Whether an employer has this part in a case already."""
    parties = CaseParty.__table__.c
    found = select(parties.id).where(
        parties.case_id == case_id, parties.employer_id == employer_id, parties.part == part.value
    )
    return session.scalar(found) is not None


def known(session: Session, who: Viewer) -> tuple[Known, ...]:
    """The newest 20,000 employers that `who` may see, with how many cases against them `who` may see."""
    cases = select(func.count()).where(Case.employer_id == Employer.id, access.cases_for(who)).scalar_subquery()
    rows = session.execute(
        select(
            Employer.id,
            Employer.name,
            Employer.kind,
            Employer.bin_iin,
            Employer.address,
            Employer.phone,
            Employer.head_name,
            cases.label("cases"),
        )
        .where(access.employers_for(who))
        .order_by(Employer.id.desc())
        .limit(_MOST_COMPARED)
    )
    return tuple(Known(row.id, employer_of(row), phone_tail(row.phone), row.cases) for row in rows)
