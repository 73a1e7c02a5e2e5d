"""Whether somebody may work, and on which ground: a table of conditions read in order, the first that holds decides.

Every condition may be true, false or not known. What is not known is asked and never assumed: an answer that still
depends on an open question says on which one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.papers import PaperKind
from desktop_app.domain.work_facts import YES, Status, WorkFacts, WorkForm, known_fields
from desktop_app.law.countries import HOME


class Regime(StrEnum):
    """The ground on which somebody may work."""

    CITIZEN = "citizen"
    PERMANENT = "permanent_resident"
    KANDAS = "kandas"
    REFUGEE = "refugee"
    FAMILY = "family_of_citizen"
    LISTED = "government_list"
    EAEU = "eaeu"
    BUSINESS = "business_immigrant"
    TRANSFER = "transfer"
    SELF_EMPLOYED = "self_employed"
    SEASONAL = "seasonal"
    LABOUR_IMMIGRANT = "labour_immigrant"
    EMPLOYER_PERMIT = "employer_permit"


FREE: Final = frozenset(
    {
        Regime.CITIZEN,
        Regime.PERMANENT,
        Regime.KANDAS,
        Regime.REFUGEE,
        Regime.FAMILY,
        Regime.LISTED,
        Regime.EAEU,
    }
)
"""No permit is needed."""

PERMIT_OF: Final = {
    Regime.LABOUR_IMMIGRANT: PaperKind.LABOUR_IMMIGRANT_PERMIT,
    Regime.EMPLOYER_PERMIT: PaperKind.EMPLOYER_PERMIT,
    Regime.SEASONAL: PaperKind.SEASONAL_PERMIT,
    Regime.TRANSFER: PaperKind.TRANSFER_PERMIT,
    Regime.SELF_EMPLOYED: PaperKind.QUALIFICATION,
    Regime.BUSINESS: PaperKind.TEMPORARY_RESIDENCE,
}
"""The paper that gives the right where one is needed."""


@dataclass(frozen=True)
class Rule:
    """`regime` holds when every field of `when` has one of its values. `norms` are the keys it rests on."""

    regime: Regime
    when: Mapping[str, frozenset[str]]
    norms: tuple[str, ...]


def _rule(regime: Regime, *norms: str, **when: StrEnum | str | tuple[StrEnum, ...]) -> Rule:
    wanted = {
        field: frozenset(str(each) for each in values) if isinstance(values, tuple) else frozenset({str(values)})
        for field, values in when.items()
    }
    return Rule(regime, wanted, norms)


RULES: Final = (
    _rule(Regime.PERMANENT, "mig.36-1.2", "lc.32.1", status=Status.PERMANENT),
    _rule(Regime.KANDAS, "mig.1.13", "mig.36-1.2", "lc.32.1", status=Status.KANDAS),
    _rule(Regime.REFUGEE, "mig.36-1.2", status=Status.REFUGEE),
    _rule(Regime.FAMILY, "mig.29.2.1", status=Status.FAMILY),
    _rule(Regime.LISTED, "mig.36-1.2", status=Status.LISTED),
    _rule(Regime.CITIZEN, citizenship=HOME),
    _rule(Regime.EAEU, "eaeu.97.1", "eaeu.96.5", eaeu=YES),
    _rule(Regime.BUSINESS, "mig.34", "mig.39", "mig.40", form=WorkForm.OWN_COMPANY),
    _rule(Regime.TRANSFER, "mig.34", "mig.37-3", form=WorkForm.TRANSFER),
    _rule(Regime.SELF_EMPLOYED, "mig.34", "mig.37.3", "mig.37-2", form=WorkForm.SELF_EMPLOYED),
    _rule(Regime.SEASONAL, "mig.34", "mig.41", form=WorkForm.SEASONAL),
    _rule(
        Regime.LABOUR_IMMIGRANT,
        *("mig.34", "mig.43-1.1", "mig.43-2"),
        employer_kind=EmployerKind.HOUSEHOLD,
        household_work=YES,
        visa_free_term=YES,
    ),
    _rule(Regime.EMPLOYER_PERMIT, "mig.34", "mig.36-1", "mig.37", employer_kind=tuple(EmployerKind)),
)
"""Read in order; the first that holds decides."""

MAY_STAY_OPEN: Final = frozenset({"status", "form"})
"""Questions without whose answer something can be said already, with the words “unless …”."""


ORDER: Final = ("citizenship", "employer_kind", "household_work", "three_months", "status", "form")
"""The order in which the questions that decide are asked."""


@dataclass(frozen=True)
class Finding:
    """What the table says. `regime` is None while a question that decides is open.

    `unless`: the regimes that would hold instead, if a question of `asked` is answered so. `asked` are the fields still
    to be asked, in order.
    """

    regime: Regime | None
    norms: tuple[str, ...]
    unless: tuple[Regime, ...]
    asked: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether no open question can change the regime."""
        return self.regime is not None and not self.unless


def find(facts: WorkFacts) -> Finding:
    """The regime by the table, as far as the facts decide it."""
    known = known_fields(facts)
    open_rules: list[Rule] = []
    for rule in RULES:
        held = _holds(rule, known)
        if held is None:
            open_rules.append(rule)
        elif held:
            return _found(rule, open_rules, known)
    return Finding(None, (), (), _unknown(open_rules, known))


def _found(rule: Rule, open_rules: list[Rule], known: Mapping[str, str]) -> Finding:
    if rule.regime in FREE:
        # Whatever the open questions bring, no permit is needed either.
        return Finding(rule.regime, rule.norms, (), ())
    unknown = _unknown(open_rules, known)
    if not MAY_STAY_OPEN.issuperset(unknown):
        return Finding(None, (), (), unknown)
    return Finding(rule.regime, rule.norms, tuple(each.regime for each in open_rules), unknown)


def _holds(rule: Rule, known: Mapping[str, str]) -> bool | None:
    """Whether every condition holds; None when none fails and some is not known."""
    answers = [known[field] in wanted if known[field] else None for field, wanted in rule.when.items()]
    if False in answers:
        return False
    return None if None in answers else True


_ASKED_AS: Final = {"eaeu": "citizenship", "visa_free_term": "three_months"}


def _unknown(open_rules: list[Rule], known: Mapping[str, str]) -> tuple[str, ...]:
    """The fields to ask for: of each open rule the first that is not known."""
    fields = {next(field for field in rule.when if not known[field]) for rule in open_rules}
    asked = {_ASKED_AS.get(field, field) for field in fields}
    if "citizenship" in asked:
        # The citizenship may answer it.
        asked.discard("three_months")
    return tuple(field for field in ORDER if field in asked)
