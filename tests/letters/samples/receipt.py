"""Two of a crew: one with unpaid wages and no contract, who handed in copies, one with wages alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.answers import Answer
from desktop_app.domain.case_told import CaseTold, ToldComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims

PAPERS = {"copies": Answer("еңбек шарты, 3 бет; 2 фотосурет"), "quiet": Answer("no")}


def complaint(kind: ComplaintKind, *worker_ids: int, answers: dict[str, Answer] | None = None) -> ToldComplaint:
    """A complaint about some workers, logged on the day of the letter."""
    return ToldComplaint(kind, PartialDate(2025, 3), claims.ON, answers or {}, worker_ids)


def told(*complaints: ToldComplaint) -> CaseTold:
    """A case with these complaints."""
    return CaseTold(date(2026, 11, 2), everybody=12, complaints=complaints)


def facts(language: LetterLanguage) -> LetterFacts:
    """Each gets a page of his own."""
    crew = tuple(replace(each, worker_id=at) for at, each in enumerate(claims.crew(2), start=1))
    case = told(
        complaint(ComplaintKind.WAGE_ARREARS, 1, 2),
        complaint(ComplaintKind.NO_CONTRACT, 1),
        complaint(ComplaintKind.STAY, 1),
    )
    made = claims.claim(language, crew, number="2026/41", confirmed=False)
    return replace(made, kind="receipt", told=case, answers=PAPERS)
