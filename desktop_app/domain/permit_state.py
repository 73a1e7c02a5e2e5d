"""What the papers written down say about the right to work, for the warnings: needed, there, run out, elsewhere.

Citizens of the Eurasian Economic Union need no permit (Treaty, article 97(1)); nor do permanent residents, kandas,
refugees with a certificate and family of citizens (Law on migration, articles 36-1(2) and 29(2)(1)).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.at_risk import WorkPermit
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.names import fold
from desktop_app.domain.papers import PERMITS, PaperKind
from desktop_app.domain.standing import Sign
from desktop_app.domain.work_facts import Status
from desktop_app.law.countries import HOME, citizenship

FREE: Final = frozenset({Status.PERMANENT, Status.KANDAS, Status.REFUGEE, Status.FAMILY, Status.LISTED})
"""Statuses that need no permit."""
WORK_PAPERS: Final = PERMITS | {PaperKind.QUALIFICATION}
FREEING_PAPERS: Final = frozenset({PaperKind.PERMANENT_RESIDENCE, PaperKind.KANDAS, PaperKind.REFUGEE})
STAY_PAPERS: Final = frozenset({PaperKind.VISA, PaperKind.REGISTRATION, PaperKind.TEMPORARY_RESIDENCE})


@dataclass(frozen=True)
class HeldPaper:
    """A paper of a person: its kind, its last day (None when not known), the region and employer it is bound to."""

    kind: str
    expires_on: date | None = None
    region: str = ""
    employer: str = ""

    def runs(self, on: date) -> bool:
        """Whether it had not run out by `on`."""
        return self.expires_on is None or self.expires_on >= on


@dataclass(frozen=True)
class Asked:
    """What was asked beside papers: the status, an unpaid fine; codes, empty when nobody asked."""

    status: str = ""
    unpaid_fine: str = ""


def permit_on(
    on: date,
    country: str,
    status: str,
    papers: Iterable[HeldPaper],
    region: str = "",
    employer: str = "",
    employer_kind: str = "",
) -> WorkPermit:
    """What the papers say about work in `region` for `employer` on a day; `country` is the citizenship.

    Who is known to stay for a time only, with no permit among the papers, has none; else nobody asked, as with a
    permit whose last day is not known.
    """
    held, known = tuple(papers), citizenship(country)
    if country == HOME or (known is not None and known.eaeu) or status in FREE:
        return WorkPermit.NOT_NEEDED
    if any(paper.kind in FREEING_PAPERS and paper.runs(on) for paper in held):
        return WorkPermit.NOT_NEEDED
    permits = [paper for paper in held if paper.kind in WORK_PAPERS]
    running = [paper for paper in permits if paper.expires_on is not None and paper.runs(on)]
    if running:
        fits = any(_fits(paper, region, employer, employer_kind) for paper in running)
        return WorkPermit.VALID if fits else WorkPermit.ELSEWHERE
    if any(paper.expires_on is None for paper in permits):
        # Every permit has a term: one whose last day nobody wrote down may have run out.
        return WorkPermit.UNKNOWN
    if permits:
        return WorkPermit.EXPIRED
    return WorkPermit.NONE if country and status == Status.TEMPORARY else WorkPermit.UNKNOWN


def by_complaint(permit: WorkPermit, signs: frozenset[Sign]) -> WorkPermit:
    """The permit with what a complaint about stay says; what the papers show stays where they show something."""
    if permit in (WorkPermit.UNKNOWN, WorkPermit.ELSEWHERE) and Sign.NO_PERMIT in signs:
        return WorkPermit.NONE
    if permit in (WorkPermit.UNKNOWN, WorkPermit.VALID) and Sign.PERMIT_ELSEWHERE in signs:
        return WorkPermit.ELSEWHERE
    return permit


def overstayed_on(on: date, status: str, papers: Iterable[HeldPaper]) -> bool:
    """Whether every paper of stay that is written down has run out by a day."""
    stays = [paper for paper in papers if paper.kind in STAY_PAPERS | FREEING_PAPERS]
    return status not in FREE and bool(stays) and not any(paper.runs(on) for paper in stays)


def _fits(paper: HeldPaper, region: str, employer: str, employer_kind: str) -> bool:
    """Whether a permit is for this region and employer, as far as it names them.

    The permit of a labour immigrant is for work in the household of an individual alone (Law on migration, article
    43-2).
    """
    if paper.kind == PaperKind.LABOUR_IMMIGRANT_PERMIT and employer_kind not in ("", EmployerKind.HOUSEHOLD):
        return False
    if paper.region and region and paper.region != region:
        return False
    ours, theirs = fold(employer), fold(paper.employer)
    return not ours or not theirs or ours in theirs or theirs in ours
