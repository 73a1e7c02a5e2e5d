"""Situation 1: a building crew of twelve, no contract, long days, three passports kept, the claim not answered."""

from __future__ import annotations

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies


def facts(language: LetterLanguage) -> LetterFacts:
    workers = bodies.crew(12)
    everybody = tuple(worker.worker_id for worker in workers)
    documents = tuple(bodies.passport(place, f"AA 000000{place}") for place in (1, 2, 3))
    return bodies.facts(
        "inspection_complaint",
        language,
        workers,
        bodies.complaint(ComplaintKind.WAGE_ARREARS, everybody),
        bodies.complaint(ComplaintKind.NO_CONTRACT, everybody, **bodies.WITHOUT_CONTRACT),
        bodies.complaint(ComplaintKind.OVERTIME, everybody[:5], **bodies.LONG_DAYS),
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, everybody[:3], documents, **bodies.HELD),
        earlier=(bodies.CLAIM,),
    )
