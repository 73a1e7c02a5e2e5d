"""The warnings about workers as a table: whom each concerns, what it says, what to do, on which norms it rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain import risk_conditions as conditions
from desktop_app.domain.at_risk import AtRisk
from desktop_app.domain.screening_law import CHILD_YEARS
from desktop_app.i18n import N_


class Weight(StrEnum):
    """How much a warning asks: talk it over first, take care, or know it."""

    STOP = "stop"
    CAREFUL = "careful"
    KNOW = "know"


@dataclass(frozen=True)
class Rule:
    """A warning about some workers. `concerns(worker, today)`; `title`, `message` and `advice` are msgids.

    `%(years)s` in a message is the ban on entry after expulsion. `employer_only`: it weighs less when the letter does
    not go to the employer.
    """

    code: str
    weight: Weight
    title: str
    concerns: Callable[[AtRisk, date], bool]
    message: str
    advice: str
    norms: tuple[str, ...] = ()
    employer_only: bool = False


RULES: Final = (
    Rule(
        "no_permit",
        Weight.STOP,
        N_("Work without the permit it needs"),
        conditions.no_permit,
        N_(
            "By what is written down the work needs a permit and there is none. A complaint or a letter shows it, and "
            "it is an offence of the worker too: a fine, arrest or expulsion; after expulsion no entry for %(years)s "
            "years."
        ),
        N_(
            "Talk it over with the worker and the lawyer before anything leaves; the worker decides. Ask whether they "
            "were punished for the same before: a repetition means arrest with expulsion. The right to turn to courts "
            "and state bodies stays."
        ),
        ("koap.517.5", "koap.517.7", "mig.48", "mig.5"),
    ),
    Rule(
        "no_permit_again",
        Weight.STOP,
        N_("Work without the permit it needs, after a fine"),
        conditions.no_permit_again,
        N_(
            "By what is written down the work needs a permit, there is none, and a fine stands already. If it was for "
            "the same, a repetition means arrest with expulsion; after expulsion no entry for %(years)s years."
        ),
        N_(
            "Talk it over with the worker and the lawyer before anything leaves; the worker decides. Find out what the "
            "fine was for: keep a copy of the ruling."
        ),
        ("koap.517.5", "koap.517.7", "mig.48", "mig.5"),
    ),
    Rule(
        "overstayed",
        Weight.STOP,
        N_("The time of stay has run out"),
        conditions.overstayed,
        N_(
            "By the dates written down the time of stay has run out. The longer it lasts, the graver: from a warning "
            "to a fine or expulsion; after expulsion no entry for %(years)s years."
        ),
        N_("Check the dates with the worker, and ask the lawyer what can be put right before anything leaves."),
        ("koap.517.3", "koap.517.4", "mig.48"),
    ),
    Rule(
        "child",
        Weight.STOP,
        N_("A child may be at work"),
        conditions.child,
        N_("By the birth date, or by the answers of a complaint, a child may be at work there."),
        N_("Talk to the lawyer today. Let no letter name the child before that."),
        (CHILD_YEARS,),
    ),
    Rule(
        "lives_at_site",
        Weight.STOP,
        N_("They sleep where they work"),
        conditions.at_site,
        N_("They sleep where they work. The employer may put them out, or press them, on the day the letter comes."),
        N_("Agree first where they can sleep, how they fetch their things, and on which day the letter goes."),
        employer_only=True,
    ),
    Rule(
        "threatened",
        Weight.STOP,
        N_("Violence or threats"),
        conditions.threatened,
        N_("A complaint of violence or threats is logged. A letter may bring more of it."),
        N_("Agree on safety first: where the worker is, who is there, whom to call. The lawyer says who writes first."),
        employer_only=True,
    ),
    Rule(
        "papers_unknown",
        Weight.CAREFUL,
        N_("Papers not known"),
        conditions.papers_unknown,
        N_(
            "Nobody has written down with which papers they work, or until when the permit runs. If one is needed and "
            "missing, a letter shows an offence of the worker too."
        ),
        N_("Ask first: citizenship, status, permit. Write it down on the person’s page, under “Papers and work”."),
        ("koap.517.5",),
    ),
    Rule(
        "permit_elsewhere",
        Weight.CAREFUL,
        N_("The permit is for another place or employer"),
        conditions.permit_elsewhere,
        N_("The permit is for another region, another employer or another kind of work than in this case."),
        N_("Ask the lawyer whether it covered this work before a letter names the place and the employer."),
        ("koap.517.5", "mig.43-2"),
    ),
    Rule(
        "fined",
        Weight.CAREFUL,
        N_("An unpaid fine"),
        conditions.fined,
        N_(
            "A fine is written down as unpaid. Whoever looks into the complaint may see it, and while it is unpaid the "
            "next entry is refused."
        ),
        N_("Help to pay it before the worker leaves the country, and keep the receipt."),
        ("mig.48.7",),
    ),
    Rule(
        "documents_there",
        Weight.CAREFUL,
        N_("Somebody holds the documents"),
        conditions.documents_there,
        N_("Somebody holds their documents. After a letter the documents may be hidden or destroyed."),
        N_("Write down kinds, numbers and dates now, and ask the lawyer whether the police or the letter goes first."),
        ("lc.32.7", "koap.494", "uk.384.1"),
        employer_only=True,
    ),
    Rule(
        "officials",
        Weight.CAREFUL,
        N_("The complaint is about officials"),
        conditions.against_officials,
        N_("The complaint is about officials. Their own body may read a letter first."),
        N_("Do not send it where they serve before the lawyer has chosen the addressee."),
    ),
    Rule(
        "phone_unsafe",
        Weight.CAREFUL,
        N_("The phone is not safe"),
        conditions.phone_unsafe,
        N_("Do not call or write to their phone: somebody else may read or hear it."),
        N_("Use the safe way of contact written down on the person’s page."),
    ),
    Rule(
        "unreachable",
        Weight.CAREFUL,
        N_("No safe way to reach them"),
        conditions.unreachable,
        N_("The phone is not safe, and no other way of contact is written down."),
        N_("Agree on one at the next meeting: a relative, a place, an hour. Write it on the person’s page."),
    ),
    Rule(
        "report_adjourns",
        Weight.KNOW,
        N_("A report puts expulsion off"),
        conditions.expelled_though_harmed,
        N_(
            "Expulsion may threaten, and the complaints point to a grave crime. When the person reports it, the case "
            "about expulsion is put off until the report is decided."
        ),
        N_("Tell the worker and the lawyer, and note the number of the report."),
        ("koap.51.2",),
    ),
    Rule(
        "fines_not_asked",
        Weight.KNOW,
        N_("Fines not asked about"),
        conditions.fines_not_asked,
        N_("Nobody has asked about unpaid fines."),
        N_("Ask before the worker leaves the country: with an open fine entry is refused."),
        ("mig.48.7",),
    ),
    Rule(
        "site_not_asked",
        Weight.KNOW,
        N_("Where they sleep was not asked"),
        conditions.site_not_asked,
        N_("Nobody has asked whether they sleep where they work."),
        N_("Ask before a letter goes to the employer, and note it in the list of workers."),
        employer_only=True,
    ),
    Rule(
        "phone_not_asked",
        Weight.KNOW,
        N_("Whether the phone is safe was not asked"),
        conditions.phone_not_asked,
        N_("Nobody has asked whether it is safe to call them."),
        N_("Ask, and write it on the person’s page."),
    ),
)
"""In the order of their weight."""
