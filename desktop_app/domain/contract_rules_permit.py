"""What is found about the permit that the work of a foreigner rests on."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.contract_check import (
    Condition,
    Contract,
    Hit,
    Rule,
    Weight,
    both,
    if_code,
    if_no,
    more_than,
    unless,
)
from desktop_app.domain.contract_questions import WITH_PERMIT
from desktop_app.i18n import N_

_HOUSEHOLD: Final = if_code("employer", "household")
_IMMIGRANT: Final = if_code("regime", "labour_immigrant")
_BY_EMPLOYER: Final = if_code("regime", "employer_permit", "seasonal_permit")
_QUALIFIED: Final = if_code("regime", "qualified")
_SPEAK_FIRST: Final = N_(
    "Speak with the lawyer and the worker before anything leaves the centre: a complaint would show the work without a "
    "permit."
)


def _none(contract: Contract) -> Hit | None:
    """No permit, or one that has run out by the day of the check."""
    if contract.code("regime") not in WITH_PERMIT:
        return None
    until = contract.day("permit_until")
    return Hit() if contract.no("permit") or (until is not None and until < contract.on) else None


def _of(regime: Condition, *, household: bool) -> Condition:
    """Without a permit in this regime, for a household or for another employer."""
    where = both(_HOUSEHOLD, _none) if household else unless(_HOUSEHOLD, _none)
    return both(regime, where)


_MISSING: Final = N_(
    "There is no valid permit. A labour contract with a foreigner who stays for a time may not be made without it, and "
    "one made so must be ended."
)

PERMIT: Final = (
    Rule(
        "regime",
        Weight.WORRYING,
        if_code("regime", "unknown"),
        N_("Nobody knows which permit the work rests on."),
        N_("Find it out with the work-right questions on the page of the person before a letter leaves."),
        ("mig.36-1",),
    ),
    Rule(
        "permit",
        Weight.UNLAWFUL,
        _of(_IMMIGRANT, household=True),
        _MISSING,
        _SPEAK_FIRST,
        ("lc.26.1.4", "lc.60.1.3", "mig.43-2"),
        ("koap.519.5",),
    ),
    Rule(
        "permit",
        Weight.UNLAWFUL,
        _of(_IMMIGRANT, household=False),
        _MISSING,
        _SPEAK_FIRST,
        ("lc.26.1.4", "lc.60.1.3", "mig.43-2"),
        ("koap.519.1",),
    ),
    Rule(
        "permit",
        Weight.UNLAWFUL,
        both(_BY_EMPLOYER, _none),
        _MISSING,
        _SPEAK_FIRST,
        ("lc.26.1.4", "lc.60.1.3", "mig.36-1"),
        ("koap.519.1",),
    ),
    Rule(
        "permit",
        Weight.UNLAWFUL,
        both(_QUALIFIED, _none),
        _MISSING,
        _SPEAK_FIRST,
        ("lc.26.1.4", "lc.60.1.3", "mig.37-2"),
        ("koap.519.1",),
    ),
    Rule(
        "permit.risk",
        Weight.WORRYING,
        _none,
        N_("The worker too answers for work without a permit: a fine, arrest or expulsion."),
        _SPEAK_FIRST,
        ("koap.517.5",),
    ),
    Rule(
        "permit.revoked",
        Weight.WORRYING,
        _none,
        N_("When a permit is withdrawn, that is a ground to end the contract."),
        N_("Ask what was done to extend or replace the permit, and by whom."),
        ("lc.57.1.1",),
    ),
    Rule(
        "permit.household",
        Weight.UNLAWFUL,
        both(_IMMIGRANT, if_code("employer", "company", "small")),
        N_("The permit of a labour immigrant allows only work in the household of an individual, not for a firm."),
        _SPEAK_FIRST,
        ("mig.43-2",),
        ("koap.519.1",),
    ),
    Rule(
        "permit.employer",
        Weight.UNLAWFUL,
        both(_BY_EMPLOYER, if_no("permit_employer")),
        N_("The permit was given to another employer."),
        _SPEAK_FIRST,
        ("lc.26.1.4", "mig.36-1"),
        ("koap.519.1",),
    ),
    Rule(
        "permit.employer",
        Weight.WORRYING,
        both(_IMMIGRANT, if_no("permit_employer")),
        N_("The permit was got for work with another employer."),
        N_("Check with the body that gave the permit whether the change of the employer was told to it."),
        ("mig.43-2",),
    ),
    Rule(
        "permit.region",
        Weight.UNLAWFUL,
        both(_IMMIGRANT, if_no("permit_region")),
        N_("The work is outside the district or city where the permit was given; it is valid only there."),
        _SPEAK_FIRST,
        ("mig.43-2",),
    ),
    Rule(
        "permit.region",
        Weight.WORRYING,
        both(_BY_EMPLOYER, if_no("permit_region")),
        N_("The work is outside the region of the permit; the law allows that only for a part of the year."),
        N_("Count the days of work outside the region, and show them to the lawyer."),
        ("mig.37-1",),
    ),
    Rule(
        "insurance",
        Weight.UNLAWFUL,
        both(if_code("regime", *sorted(WITH_PERMIT)), if_no("insurance")),
        N_("There is no medical insurance for the foreigner. The contract may not be made without it."),
        N_("Ask who was to buy the insurance, and write down the answer."),
        ("lc.26.1.6",),
    ),
    Rule(
        "season.housing",
        Weight.UNLAWFUL,
        both(if_code("regime", "seasonal_permit"), if_no("housing")),
        N_("The employer gives the seasonal worker no housing. Who brings foreigners for the season must give it."),
        N_("Write down where the worker sleeps and what is paid for it; log the complaint about housing."),
        ("mig.41.2",),
    ),
    Rule(
        "household.crowd",
        Weight.UNLAWFUL,
        both(_HOUSEHOLD, more_than("immigrants", "household.most_immigrants")),
        N_("%(said)s labour immigrants work in this household. At most %(limit)s may."),
        N_("See which of them has a permit, and open one case for all of them."),
        ("lc.26.1.7", "mig.43-2"),
        ("koap.519.5",),
    ),
    Rule(
        "eaeu",
        Weight.GOOD,
        if_code("regime", "eaeu"),
        N_("A citizen of an EAEU state works without a permit."),
        N_("Nobody may ask this worker to pay for a permit."),
        ("eaeu.97.1",),
    ),
    Rule(
        "eaeu.civil",
        Weight.GOOD,
        both(if_code("regime", "eaeu"), if_code("called", "civil")),
        N_("The rules of the EAEU protect work under a contract for services too."),
        N_("Keep the contract for services: it gives the right to stay for its term."),
        ("eaeu.96.5", "eaeu.97.5"),
    ),
)
