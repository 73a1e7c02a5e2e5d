"""What the codes of the navigator are called, and the questions it asks."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.answers import NO, YES, FieldKind, FieldSpec
from desktop_app.domain.code_names import EMPLOYER_KINDS
from desktop_app.domain.work_facts import Contract, Purpose, Status, WorkForm
from desktop_app.domain.work_right import Regime
from desktop_app.i18n import N_

STATUSES: Final = {
    Status.TEMPORARY: N_("Stays temporarily, none of these"),
    Status.PERMANENT: N_("Permanent resident"),
    Status.KANDAS: N_("Kandas, with the certificate"),
    Status.REFUGEE: N_("Refugee, with the certificate"),
    Status.FAMILY: N_("Close family of a citizen of Kazakhstan, here to join them"),
    Status.LISTED: N_("On the Government’s list of those who need no permit"),
}
FORMS: Final = {
    WorkForm.HIRED: N_("Hired for ordinary work"),
    WorkForm.SEASONAL: N_("Seasonal work"),
    WorkForm.SELF_EMPLOYED: N_("On their own, in a profession in demand"),
    WorkForm.TRANSFER: N_("Sent by a foreign company to its branch here"),
    WorkForm.OWN_COMPANY: N_("Runs an own company"),
}
PURPOSES: Final = {
    Purpose.WORK: N_("For work"),
    Purpose.PRIVATE: N_("Private trip"),
    Purpose.FAMILY: N_("Family"),
    Purpose.STUDY: N_("Study"),
    Purpose.BUSINESS: N_("Business"),
    Purpose.TREATMENT: N_("Medical treatment"),
    Purpose.OTHER: N_("Another purpose"),
}
CONTRACTS: Final = {
    Contract.NONE: N_("There is none"),
    Contract.IN_FORCE: N_("In force"),
    Contract.ENDED_EARLY: N_("Ended before its term"),
    Contract.ENDED_IN_TERM: N_("Ended in its term"),
}
YES_NO: Final = {YES: N_("Yes"), NO: N_("No")}

REGIMES: Final = {
    Regime.CITIZEN: N_("Citizen of Kazakhstan"),
    Regime.PERMANENT: N_("Permanent resident: no permit"),
    Regime.KANDAS: N_("Kandas: no permit"),
    Regime.REFUGEE: N_("Refugee: no permit"),
    Regime.FAMILY: N_("Family of a citizen: no permit"),
    Regime.LISTED: N_("Government’s list: no permit"),
    Regime.EAEU: N_("Worker from the Eurasian Economic Union: no permit"),
    Regime.BUSINESS: N_("Business immigrant"),
    Regime.TRANSFER: N_("Intra-corporate transfer"),
    Regime.SELF_EMPLOYED: N_("Self-employed in a profession in demand"),
    Regime.SEASONAL: N_("Seasonal foreign worker"),
    Regime.LABOUR_IMMIGRANT: N_("Labour immigrant"),
    Regime.EMPLOYER_PERMIT: N_("Foreign worker with an employer’s permit"),
}

OTHERWISE: Final = {
    **REGIMES,
    Regime.PERMANENT: STATUSES[Status.PERMANENT],
    Regime.KANDAS: STATUSES[Status.KANDAS],
    Regime.REFUGEE: STATUSES[Status.REFUGEE],
    Regime.FAMILY: STATUSES[Status.FAMILY],
    Regime.LISTED: STATUSES[Status.LISTED],
}
"""How a ground is named that would hold instead of the one found."""

HEADLINES: Final = {
    Regime.CITIZEN: N_("Yes. A citizen of Kazakhstan needs no permit to work."),
    Regime.PERMANENT: N_("Yes. A permanent resident needs no permit to work."),
    Regime.KANDAS: N_("Yes. A kandas needs no permit to work."),
    Regime.REFUGEE: N_("Yes. A refugee with the certificate needs no permit to work."),
    Regime.FAMILY: N_("Yes. Close family of a citizen who came to join them need no permit to work."),
    Regime.LISTED: N_("Yes. Whoever is on the Government’s list needs no permit to work."),
    Regime.EAEU: N_(
        "Yes. A citizen of a country of the Eurasian Economic Union needs no permit, only a labour or civil-law "
        "contract."
    ),
    Regime.BUSINESS: N_("Yes, in an own company, as a business immigrant."),
    Regime.TRANSFER: N_("Only with a permit for the intra-corporate transfer."),
    Regime.SELF_EMPLOYED: N_("Only with the certificate of qualification for self-employment."),
    Regime.SEASONAL: N_("Only with a permit for a seasonal foreign worker, which the employer gets."),
    Regime.LABOUR_IMMIGRANT: N_(
        "Only with the permit of a labour immigrant: household work for an individual, nothing else."
    ),
    Regime.EMPLOYER_PERMIT: N_(
        "Only if the employer gets a permit for foreign labour first. The permit of a labour immigrant does not fit "
        "here: it is for household work in the home of an individual."
    ),
}

_EMPLOYERS: Final = tuple((str(kind), name) for kind, name in EMPLOYER_KINDS.items())

QUESTIONS: Final = (
    FieldSpec("citizenship", N_("Which citizenship?"), FieldKind.COUNTRY),
    FieldSpec("employer_kind", N_("Who is the employer?"), FieldKind.CHOICE, _EMPLOYERS),
    FieldSpec(
        "household_work",
        N_("Is it household work?"),
        FieldKind.CHOICE,
        tuple(YES_NO.items()),
        hint=N_("Cleaning, cooking, care of children or the old, a garden: in the home of an individual."),
    ),
    FieldSpec(
        "three_months",
        N_("Does the citizenship allow three months without a visa?"),
        FieldKind.CHOICE,
        tuple(YES_NO.items()),
        hint=N_("This is not in the program’s table. Ask the migration police."),
    ),
    FieldSpec(
        "status",
        N_("What is the person in Kazakhstan?"),
        FieldKind.CHOICE,
        tuple((str(code), name) for code, name in STATUSES.items()),
    ),
    FieldSpec(
        "form",
        N_("What kind of work is it?"),
        FieldKind.CHOICE,
        tuple((str(code), name) for code, name in FORMS.items()),
    ),
    FieldSpec(
        "purpose",
        N_("For which purpose did they enter?"),
        FieldKind.CHOICE,
        tuple((str(code), name) for code, name in PURPOSES.items()),
    ),
    FieldSpec("entered_on", N_("When did they enter last?"), FieldKind.DAY),
    FieldSpec("work_region", N_("In which region do they work?"), FieldKind.REGION),
    FieldSpec(
        "contract",
        N_("Is there a labour or civil-law contract?"),
        FieldKind.CHOICE,
        tuple((str(code), name) for code, name in CONTRACTS.items()),
    ),
    FieldSpec("contract_until", N_("Until when is the contract?"), FieldKind.DAY, future=True),
    FieldSpec("contract_ended_on", N_("When did the contract end?"), FieldKind.DAY),
    FieldSpec("moved_on", N_("When did the address change last?"), FieldKind.DAY, hint=N_("Empty: it did not.")),
    FieldSpec("unpaid_fine", N_("Is a fine unpaid?"), FieldKind.CHOICE, tuple(YES_NO.items())),
    FieldSpec("fine_on", N_("When was the fine imposed?"), FieldKind.DAY),
    FieldSpec("fine_note", N_("What is the fine for, and how much?"), FieldKind.TEXT),
)
"""Every question, in the order of the form."""
