"""The papers that each ground of work asks for, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.papers import PaperKind, PaperRow
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.domain.work_right import FREE, Regime
from desktop_app.law import Fact, fact


class Have(StrEnum):
    """What is known of a paper that is needed."""

    VALID = "valid"
    EXPIRED = "expired"
    NOT_ON_FILE = "not_on_file"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Need:
    """A paper that is needed, what is known of it, its last day, and the norms that ask for it."""

    kind: PaperKind
    have: Have
    until: date | None
    rests_on: tuple[Fact, ...]


_INSURANCE: Final = (PaperKind.INSURANCE, ("lc.26.1.6",))
_NEEDED: Final = {
    Regime.PERMANENT: ((PaperKind.PERMANENT_RESIDENCE, ("lc.32.1",)),),
    Regime.KANDAS: ((PaperKind.KANDAS, ("lc.32.1",)),),
    Regime.REFUGEE: ((PaperKind.REFUGEE, ("mig.36-1.2",)),),
    Regime.FAMILY: ((PaperKind.TEMPORARY_RESIDENCE, ("mig.6-1", "mig.29.2.1")),),
    Regime.EAEU: ((PaperKind.PASSPORT, ("lc.32.1",)), (PaperKind.LABOUR_CONTRACT, ("eaeu.96.5", "eaeu.97.5"))),
    Regime.BUSINESS: ((PaperKind.TEMPORARY_RESIDENCE, ("mig.39", "mig.40")),),
    Regime.TRANSFER: ((PaperKind.TRANSFER_PERMIT, ("mig.37-3",)), _INSURANCE),
    Regime.SELF_EMPLOYED: ((PaperKind.QUALIFICATION, ("mig.37.3", "mig.37-2")), _INSURANCE),
    Regime.SEASONAL: (
        (PaperKind.SEASONAL_PERMIT, ("mig.41",)),
        _INSURANCE,
        (PaperKind.TEMPORARY_RESIDENCE, ("mig.41.4",)),
    ),
    Regime.LABOUR_IMMIGRANT: (
        (PaperKind.LABOUR_IMMIGRANT_PERMIT, ("mig.43-2",)),
        (PaperKind.CRIMINAL_RECORD, ("mig.43-1.1",)),
        (PaperKind.MEDICAL, ("mig.43-1.1",)),
        (PaperKind.INSURANCE, ("mig.43-1.1", "lc.26.1.6")),
        (PaperKind.FINGERPRINTS, ("mig.43-1.1",)),
        (PaperKind.TAX_RECEIPT, ("mig.43-2.1",)),
        (PaperKind.TEMPORARY_RESIDENCE, ("mig.43-1.2",)),
    ),
    Regime.EMPLOYER_PERMIT: (
        (PaperKind.EMPLOYER_PERMIT, ("mig.37", "mig.37-1")),
        _INSURANCE,
    ),
}
_VISITORS: Final = frozenset({Regime.EAEU, Regime.FAMILY, Regime.LISTED})
_ALSO: Final = ((PaperKind.REGISTRATION, ("mig.6.5", "order.923")),)


def needs(facts: WorkFacts, regime: Regime | None, today: date) -> Iterator[Need]:
    """The papers the ground asks for, in order; none while no ground is found."""
    if regime is None:
        return
    registers = regime in _VISITORS or regime not in FREE
    for kind, norms in (*_NEEDED.get(regime, ()), *(_ALSO if registers else ())):
        paper = facts.paper(kind)
        yield Need(
            kind,
            _have(facts, paper, today),
            None if paper is None else paper.expires_on,
            tuple(fact(key) for key in norms),
        )


def _have(facts: WorkFacts, paper: PaperRow | None, today: date) -> Have:
    if facts.papers is None:
        return Have.NOT_ASKED
    if paper is None:
        return Have.NOT_ON_FILE
    return Have.VALID if paper.is_valid(today) else Have.EXPIRED
