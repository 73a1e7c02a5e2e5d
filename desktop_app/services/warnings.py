"""What has to be thought over before a letter of a case leaves, and where its workers sleep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app import settings
from desktop_app.db.case_rows import Words
from desktop_app.db.queries import Session
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import complaints as complaint_queries
from desktop_app.db.queries import papers as paper_queries
from desktop_app.db.queries import warnings as queries
from desktop_app.domain.at_risk import ASKED, YES, AtRisk, CaseAtRisk
from desktop_app.domain.cases import CaseCard, CaseWorker
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.log_actions import WARNINGS_TALKED_OVER
from desktop_app.domain.permissions import Action
from desktop_app.domain.permit_state import Asked, HeldPaper, by_complaint, overstayed_on, permit_on
from desktop_app.domain.standing import Sign, Standing, standing
from desktop_app.domain.stays import counted
from desktop_app.domain.warnings import CaseWarning, warnings
from desktop_app.domain.work_facts import stay_limits
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.cases import NO_CASE
from desktop_app.services.files import OpenFile

_TALK: Final = N_(
    "A warning asks to stop: talk it over with the worker first, then confirm that you did (the box above, or "
    "--talked-over on the command line). No letter was made."
)


def of_case(file: OpenFile, case_id: int, letter_kind: str = "") -> tuple[CaseWarning, ...]:
    """The warnings of a case, the weightiest first; `letter_kind` is a letter about to be made, empty for any."""
    with access.reading(file, Action.VIEW_WARNINGS, "case", case_id) as session:
        return warnings(at_risk(file, session, case_id), settings.today(), letter_kind)


def living_at_site(file: OpenFile, case_id: int) -> dict[int, str]:
    """Whether each worker of a case sleeps where they work: yes, no, or empty when nobody asked."""
    with access.reading(file, Action.VIEW_WARNINGS, "case", case_id) as session:
        return queries.living_at_site(session, case_id)


def set_living_at_site(file: OpenFile, case_id: int, worker_ids: tuple[int, ...], answer: str) -> Saved:
    """Write down whether some workers sleep where they work. Raises InvalidInput for another answer."""
    with access.writing(file, Action.CHANGE_CASE, "case", case_id) as session:
        if answer not in ASKED:
            raise InvalidInput((Problem("lives_at_site", Message(N_("Choose an answer from the list."))),))
        queries.set_living_at_site(session, case_id, worker_ids, answer)
        sealed.settle(file, session, case_id)
    return Saved(case_id, frozenset({Kind.CASE}))


def heed(file: OpenFile, session: Session, case_id: int, letter_kind: str, *, talked_over: bool) -> None:
    """Refuse a letter that a warning stops unless it was talked over; note in the log that it was.

    Call it in the transaction that makes the letter. Raises InvalidInput.
    """
    found = warnings(at_risk(file, session, case_id), settings.today(), letter_kind)
    if not any(each.stops for each in found):
        return
    if not talked_over:
        raise InvalidInput((Problem("talked_over", Message(_TALK)),))
    access.note(session, file, WARNINGS_TALKED_OVER, "case", case_id)


def at_risk(file: OpenFile, session: Session, case_id: int) -> CaseAtRisk:
    """The case as the warnings see it, with what is behind its seal for those who hold the key."""
    card = case_queries.card(session, case_id)
    if card is None:
        raise AppError(NO_CASE)
    card = sealed.reveal(file, session, card)
    words = sealed.words(file, session, case_id)
    sites = queries.living_at_site(session, case_id)
    known = _Known(
        session,
        words,
        queries.papers_of(session, case_id, words),
        queries.statuses_of(session, case_id),
        queries.staying(session, case_id),
        sites,
        standing(complaint_queries.of_case(session, case_id, words), sites),
    )
    return CaseAtRisk(tuple(_worker(known, card, each) for each in card.workers), card.sealed, card.restricted)


@dataclass(frozen=True)
class _Known:
    """What was read of a crew at once: papers, statuses and stays by person, the rest by the place in the case."""

    session: Session
    words: Words
    papers: Mapping[int, tuple[HeldPaper, ...]]
    statuses: Mapping[int, Asked]
    staying: frozenset[int]
    sites: Mapping[int, str]
    stands: Mapping[int, Standing]


def _worker(known: _Known, card: CaseCard, worker: CaseWorker) -> AtRisk:
    today, person, said = settings.today(), worker.person, known.stands[worker.id]
    asked, papers = known.statuses.get(worker.person_id, Asked()), known.papers.get(worker.person_id, ())
    permit = permit_on(
        today, person.citizenship, asked.status, papers, card.region, card.employer.name, card.employer.kind.value
    )
    return AtRisk(
        worker_id=worker.id,
        citizenship=person.citizenship,
        permit=by_complaint(permit, said.signs),
        fined=YES if Sign.FINED in said.signs else asked.unpaid_fine,
        overstayed=overstayed_on(today, asked.status, papers)
        or Sign.OVERSTAYED in said.signs
        or (worker.person_id in known.staying and _days_used_up(known, worker.person_id, person.citizenship)),
        lives_at_site=known.sites.get(worker.id, ""),
        phone=person.phone,
        phone_safe=person.phone_safe,
        safe_contact=person.safe_contact,
        born=person.birth,
        kinds=said.kinds,
        held=said.held,
        signs=said.signs,
    )


def _days_used_up(known: _Known, person_id: int, citizenship: str) -> bool:
    """Whether the stay that lasts is past its last lawful day by the counter of days."""
    session, words, today = known.session, known.words, settings.today()
    papers, stays = paper_queries.papers(session, person_id, words), paper_queries.stays(session, person_id, words)
    facts = paper_queries.answers(session, person_id, words).facts(citizenship, papers, stays)
    return counted(stays, today, stay_limits(facts, today)).over
