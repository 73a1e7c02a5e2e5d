"""What the permits allow and what they do not: limits of each ground that needs one."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.work_line import Part, Stated
from desktop_app.domain.work_right import Regime
from desktop_app.i18n import N_

_BOUND: Final = frozenset({Regime.EMPLOYER_PERMIT, Regime.SEASONAL, Regime.TRANSFER})
_LABOUR: Final = frozenset({Regime.LABOUR_IMMIGRANT})
_EMPLOYER: Final = frozenset({Regime.EMPLOYER_PERMIT})
_SEASON: Final = frozenset({Regime.SEASONAL})
_SELF: Final = frozenset({Regime.SELF_EMPLOYED})
_TRANSFER: Final = frozenset({Regime.TRANSFER})
_BUSINESS: Final = frozenset({Regime.BUSINESS})

PERMITS: Final = (
    # labour immigrant
    Stated(
        Part.LIMITS,
        _LABOUR,
        N_("Only household work, only for an employer who is an individual. It does not fit a firm or a sole trader."),
        ("mig.34", "mig.43-2"),
        tone="warn",
    ),
    Stated(
        Part.LIMITS,
        _LABOUR,
        N_("Only in the administrative-territorial unit whose local executive body issued the permit."),
        ("mig.43-2", "mig.15"),
        tone="warn",
    ),
    Stated(
        Part.LIMITS,
        _LABOUR,
        N_(
            "The first permit is for %(least)s to %(most)s months; an extension is for 1 to %(more)s months, several "
            "in a row. Together at most %(most)s months. The new permit must be issued before the old one ends."
        ),
        ("mig.43-2", "mig.43-2.2", "mig.43-1.2"),
        {"least": "permit.shortest_months", "most": "permit.longest_months", "more": "permit.extension_most_months"},
    ),
    Stated(
        Part.LIMITS,
        _LABOUR,
        N_("One employer may have at most %(count)s labour immigrants at the same time."),
        ("lc.26.1.7",),
        {"count": "household.most_immigrants"},
    ),
    Stated(
        Part.LIMITS,
        _LABOUR,
        N_(
            "The individual income tax is prepaid for all the months asked for; without the receipt no permit is "
            "issued."
        ),
        ("mig.43-2.1",),
    ),
    Stated(
        Part.LIMITS,
        _LABOUR,
        N_(
            "The citizenship must allow a visa-free stay of at least %(months)s months. The ministry’s list of "
            "countries was not read: ask the local executive body whether this country is on it."
        ),
        ("mig.43-1.1", "order.123"),
        {"months": "permit.visa_free_months"},
    ),
    # employer's permit, seasonal, transfer
    Stated(
        Part.LIMITS,
        _EMPLOYER,
        N_(
            "The employer asks for the permit at the local executive body of the region or city, within the quota "
            "and the share of local staff. The worker cannot get it for themselves."
        ),
        ("mig.37", "mig.37-1", "mig.36-1"),
    ),
    Stated(
        Part.LIMITS,
        _EMPLOYER,
        N_("The permit is for this employer. Work elsewhere is allowed for at most %(days)s days a year."),
        ("mig.37-1",),
        {"days": "posting.days_year"},
    ),
    Stated(
        Part.LIMITS,
        _EMPLOYER | _LABOUR | _SEASON | _TRANSFER | _SELF,
        N_("A labour contract may not be signed before the permit or the certificate is there."),
        ("lc.26.1.4",),
    ),
    Stated(
        Part.LIMITS,
        _BOUND,
        N_("When the permit ends, the employer must see to it that the worker leaves."),
        ("mig.36-1.6",),
    ),
    Stated(
        Part.LIMITS,
        _SEASON,
        N_("Seasonal work from the official list of professions, for at most %(years)s year."),
        ("mig.34", "mig.41"),
        {"years": "seasonal.longest_years"},
    ),
    Stated(
        Part.RIGHTS,
        _SEASON,
        N_("The employer must provide housing that meets the sanitary norms."),
        ("mig.41.2",),
        tone="good",
    ),
    Stated(
        Part.LIMITS,
        _SEASON,
        N_("The internal affairs bodies give a seasonal worker a temporary residence permit."),
        ("mig.41.4",),
    ),
    Stated(
        Part.LIMITS,
        _SELF,
        N_(
            "Professions in demand in the priority sectors only. The certificate is for %(months)s months to find "
            "work and is extended to the term of the contract, at most %(years)s years."
        ),
        ("mig.37.3", "mig.37-2"),
        {"months": "self_employed.months", "years": "self_employed.longest_years"},
    ),
    Stated(
        Part.LIMITS,
        _TRANSFER,
        N_(
            "For managers and specialists of companies from countries of the World Trade Organization, for the term "
            "of the contract, at most %(years)s years, and %(more)s year more."
        ),
        ("mig.37-3",),
        {"years": "transfer.longest_years", "more": "transfer.extension_years"},
    ),
    Stated(
        Part.LIMITS,
        _BUSINESS,
        N_("Within %(months)s months after the entry a company must be registered or joined."),
        ("mig.39", "mig.40"),
        {"months": "business.register_months"},
    ),
    Stated(
        Part.LIMITS,
        _BUSINESS,
        N_(
            "The visa is for at most %(most)s years; whoever needs no visa gets a temporary residence permit for "
            "%(years)s year, and again after it."
        ),
        ("mig.39", "mig.40"),
        {"most": "business.visa_years", "years": "business.residence_years"},
    ),
    Stated(
        Part.LIMITS,
        _EMPLOYER | _TRANSFER,
        N_("The stay of a foreign worker is extended for a year at a time while the permit lasts."),
        ("mig.36.4",),
    ),
)
