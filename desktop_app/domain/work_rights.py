"""Rights and risks: those of workers from the union, and those of everybody who is not a citizen."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.work_line import Part, Stated
from desktop_app.domain.work_right import FREE, Regime
from desktop_app.i18n import N_

_NEEDS_PERMIT: Final = frozenset(Regime) - FREE
_VISITORS: Final = _NEEDS_PERMIT | {Regime.EAEU}
_LABOUR: Final = frozenset({Regime.LABOUR_IMMIGRANT})
_HIRED: Final = frozenset({Regime.EMPLOYER_PERMIT, Regime.SEASONAL, Regime.TRANSFER})
_EAEU: Final = frozenset({Regime.EAEU})
_ALL: Final = frozenset(Regime)

RIGHTS: Final = (
    # the union
    Stated(
        Part.RIGHTS,
        _EAEU,
        N_("No permit is needed, and limits that protect the national labour market do not apply."),
        ("eaeu.97.1", "eaeu.97.2"),
        tone="good",
    ),
    Stated(
        Part.LIMITS,
        _EAEU,
        N_("Exceptions: work in strategic sectors, and limits for national security and public order."),
        ("eaeu.97.2",),
    ),
    Stated(
        Part.RIGHTS,
        _EAEU,
        N_("Civil-law contracts count as work too. The worker and the family may stay for the term of the contract."),
        ("eaeu.96.5", "eaeu.97.5"),
        tone="good",
    ),
    Stated(
        Part.RIGHTS,
        _EAEU,
        N_(
            "Papers on education are recognised without a procedure, except for teachers, lawyers, doctors and "
            "pharmacists. The employer may ask for a notarised translation."
        ),
        ("eaeu.97.3",),
    ),
    Stated(
        Part.RIGHTS,
        _EAEU,
        N_("Social insurance as for citizens, except pensions; trade unions as for citizens."),
        ("eaeu.98.3", "eaeu.98.5"),
    ),
    Stated(Part.RIGHTS, _EAEU, N_("Earnings may be sent home without hindrance."), ("eaeu.98.2",)),
    Stated(
        Part.RIGHTS,
        _EAEU,
        N_(
            "On request the employer gives, free of charge, a certificate of the profession, the period of work and "
            "the wage, to a former worker too. It is strong evidence."
        ),
        ("eaeu.98.7",),
        tone="good",
    ),
    Stated(
        Part.RIGHTS,
        _EAEU,
        N_("State bodies and the employer must inform about the rules of stay and work."),
        ("eaeu.98.6",),
    ),
    Stated(
        Part.RIGHTS, _EAEU, N_("Children who live with the worker may go to kindergarten and school."), ("eaeu.98.8",)
    ),
    Stated(Part.RIGHTS, _EAEU, N_("Emergency medical care by the rules of the union."), ("eaeu.98.4",)),
    # everybody else
    Stated(
        Part.LIMITS,
        _NEEDS_PERMIT,
        N_(
            "Free medical care is guaranteed only for diseases that are dangerous to others, unless a treaty gives "
            "more. The medical insurance of a foreign worker covers primary care and emergency care in hospital."
        ),
        ("hc.83.2", "hc.196", "hc.201-1"),
    ),
    Stated(
        Part.LIMITS,
        frozenset({Regime.PERMANENT, Regime.KANDAS}),
        N_("The residence permit or the kandas certificate is shown when the labour contract is signed."),
        ("lc.32.1",),
    ),
    Stated(
        Part.RIGHTS,
        _ALL - {Regime.CITIZEN},
        N_(
            "Immigrants have the rights of citizens unless a law says otherwise; among them, to go to court and "
            "state bodies."
        ),
        ("mig.5",),
    ),
    Stated(
        Part.RIGHTS,
        _ALL - {Regime.CITIZEN},
        N_("An employer may keep an original document only with consent and a written undertaking to return it."),
        ("lc.32.7",),
    ),
    Stated(
        Part.RIGHTS,
        _ALL - {Regime.CITIZEN},
        N_(
            "By the CIS convention nobody but a competent authority may take away the passport or the permit of who "
            "stays and works lawfully. Whether it is in force with the worker’s country was not established."
        ),
        ("cis08.12.2", "cis08.2"),
    ),
    Stated(
        Part.LIMITS,
        _VISITORS,
        N_("It is forbidden to live elsewhere than at the declared address: a new site means a new registration."),
        ("mig.6-1", "mig.6.5"),
    ),
    Stated(
        Part.LIMITS,
        _VISITORS,
        N_(
            "A temporary residence permit is given, among other grounds, for a labour contract, for joining the "
            "family, for study and for treatment in hospital; the employer, the relative or the institution asks for "
            "it."
        ),
        ("mig.6-1",),
    ),
    Stated(
        Part.RIGHTS,
        _ALL - {Regime.CITIZEN, Regime.EAEU},
        N_(
            "Children of permanent residents and of those who came to join their family go to school like citizens. "
            "For others the law does not say it in so many words: ask the local executive body."
        ),
        ("edu.8", "mig.15"),
    ),
    Stated(
        Part.RISKS,
        _NEEDS_PERMIT,
        N_(
            "Work without the permit or the certificate, or other than the visa is for, is an offence of the worker: "
            "a fine, arrest or expulsion. Think of it before a complaint shows it."
        ),
        ("koap.517.5",),
        tone="danger",
    ),
    Stated(
        Part.RISKS,
        _HIRED,
        N_("Whoever employs a foreigner without the permit is fined too."),
        ("koap.519.1",),
    ),
    Stated(
        Part.RISKS,
        _LABOUR,
        N_("A household that employs without the permit, or more workers than allowed, is fined."),
        ("koap.519.5",),
    ),
    Stated(
        Part.RISKS,
        _VISITORS,
        N_(
            "After an expulsion the entry is closed for %(years)s years. Its costs may be laid on whoever invited "
            "the person or used their work."
        ),
        ("mig.48", "mig.60.2"),
        {"years": "reentry_ban.years"},
        "warn",
    ),
    Stated(
        Part.RISKS,
        _VISITORS,
        N_(
            "Somebody who faces expulsion and reports a grave crime against them: the case of expulsion is put off "
            "until the report is decided."
        ),
        ("koap.51.2",),
    ),
    Stated(
        Part.RISKS,
        _VISITORS,
        N_(
            "Punishments within a year for breaches of migration, tax or labour law are a ground to refuse permanent "
            "residence."
        ),
        ("mig.49",),
    ),
)
