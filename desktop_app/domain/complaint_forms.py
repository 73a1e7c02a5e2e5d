"""For every kind of complaint: its questions, what to ask for as evidence, the norms it rests on, where one goes.

The plain words about rights cite the norms beside them; numbers of days and sums stand in the law tables alone. Adding
a question is one line in the tables of complaint_forms_*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.domain import complaint_forms_force as force
from desktop_app.domain import complaint_forms_life as life
from desktop_app.domain import complaint_forms_papers as papers
from desktop_app.domain import complaint_forms_pay as pay
from desktop_app.domain.answers import FieldSpec
from desktop_app.domain.complaint_bodies import Body
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.i18n import N_


@dataclass(frozen=True)
class ComplaintForm:
    """One kind of complaint as data; texts are msgids, `norms` keys of resources/law."""

    fields: tuple[FieldSpec, ...]
    rights: str
    prompts: tuple[str, ...]
    norms: tuple[str, ...]
    bodies: tuple[Body, ...]


_PAY_BODIES: Final = (Body.EMPLOYER, Body.COMMISSION, Body.INSPECTION, Body.COURT)
_FORCE_BODIES: Final = (Body.POLICE, Body.PROSECUTOR, Body.CONSULATE)

FORMS: Final = {
    ComplaintKind.WAGE_ARREARS: ComplaintForm(
        (),
        N_("Pay is due at least once a month. For each day of delay the employer owes a penalty."),
        (
            N_("Sheets of shifts or hours, messages about pay, transfers to a card."),
            N_("Ask the employer in writing for the pay sheet of each month."),
        ),
        ("lc.113.1", "lc.113.3", "koap.87.1"),
        _PAY_BODIES,
    ),
    ComplaintKind.OVERTIME: ComplaintForm(
        pay.OVERTIME,
        N_(
            "Overtime needs written consent, with few exceptions, has a limit and is paid above the ordinary hour; so "
            "are nights and days off."
        ),
        (
            N_("The worker’s own notes of hours, day by day, even those made now from memory."),
            N_("Messages that call to work, photographs with a time, the pass log."),
            N_("Put the hours of each month into the table under Wages."),
        ),
        ("lc.68.1", "lc.77", "lc.78", "lc.79", "lc.108", "lc.109", "lc.110", "lc.84", "lc.88", "koap.87.3", "koap.89"),
        _PAY_BODIES,
    ),
    ComplaintKind.DEDUCTIONS: ComplaintForm(
        pay.DEDUCTIONS,
        N_(
            "Pay may be reduced only by a court decision or in the cases the law names; other deductions need the "
            "worker’s written consent, and a part of the pay must always be left."
        ),
        (
            N_("Pay sheets and transfers of the months concerned."),
            N_("The order about the deduction, and any paper the worker signed."),
            N_("Put the sums of each month into the table under Wages."),
        ),
        ("lc.115", "lc.115.3", "lc.113.2", "koap.87.1"),
        _PAY_BODIES,
    ),
    ComplaintKind.DISMISSAL: ComplaintForm(
        pay.DISMISSAL,
        N_(
            "Dismissal needs an order with its ground, and a copy for the worker, but not for domestic workers. The "
            "final pay has its own short term. The terms for returning to work are short: look at Steps today."
        ),
        (
            N_("The order of dismissal or a photograph of it; the envelope with the post mark."),
            N_("Messages or calls about the dismissal, with day and hour."),
            N_("Ask the employer in writing for the copy of the order and a certificate of work and pay."),
        ),
        ("lc.61", "lc.62", "lc.54", "lc.113.4", "lc.160", "lc.161", "kc.88"),
        _PAY_BODIES,
    ),
    ComplaintKind.NO_CONTRACT: ComplaintForm(
        pay.NO_CONTRACT,
        N_(
            "Nobody may be let to work without a written contract. When it is missing by the employer’s fault, the "
            "work counts from the day it really began."
        ),
        (
            N_("Ask a bank for the list of transfers, the pension fund for the statement of contributions."),
            N_("Save messages with their dates; write down names and phones of colleagues."),
            N_("Photographs of the worker at work, the pass, the work clothes."),
        ),
        ("lc.33.3", "lc.33", "lc.27", "lc.35", "koap.86", "npvs.1"),
        (Body.EMPLOYER, Body.INSPECTION, Body.COURT),
    ),
    ComplaintKind.CONTRACT_CHECK: ComplaintForm(
        pay.CONTRACT_CHECK,
        N_("The law lists what a contract must contain. “Check a contract” compares it item by item."),
        (N_("Every page of the contract, its annexes and changes."),),
        ("lc.28.1", "lc.33", "lc.36"),
        (Body.EMPLOYER, Body.INSPECTION),
    ),
    ComplaintKind.WITHHELD_DOCUMENTS: ComplaintForm(
        papers.WITHHELD_DOCUMENTS,
        N_(
            "An employer may keep originals only with the worker’s consent and against a written undertaking to "
            "return them. Copies may be made; originals are not a pledge."
        ),
        (
            N_("A photo or copy of the document, its number, who issued it."),
            N_("The undertaking or receipt, if there is one."),
            N_("Messages about the documents; the words used, as exactly as remembered."),
            N_("Names of other workers whose documents are kept."),
        ),
        ("lc.32.7", "lc.23.1.14", "koap.494", "uk.384.1", "cis08.12.2"),
        (Body.EMPLOYER, Body.POLICE, Body.INSPECTION, Body.PROSECUTOR, Body.CONSULATE),
    ),
    ComplaintKind.STAY: ComplaintForm(
        papers.STAY,
        N_(
            "A complaint about work can show that somebody works without a permit, which is an offence of the worker "
            "too. Look at the warnings of the case before anything is sent."
        ),
        (
            N_("Passport pages with entry stamps, the migration card, the permit, the notice of arrival."),
            N_("Every decision or protocol, both sides, with the day it was handed over."),
            N_("Receipts of what was paid for the papers."),
        ),
        ("mig.6.5", "mig.43-1", "koap.517.3", "koap.517.4", "koap.517.5", "mig.48", "appc.92"),
        (Body.POLICE, Body.HIGHER, Body.COURT, Body.CONSULATE),
    ),
    ComplaintKind.VIOLENCE: ComplaintForm(
        force.VIOLENCE,
        N_("Safety comes first. Work under the threat of punishment is forced labour, which the law forbids."),
        (
            N_("A doctor’s record of injuries as soon as possible, before they fade."),
            N_("Photographs of injuries and damaged things; threatening messages with their dates."),
            N_("The police receipt with its number. A statement may not be refused."),
        ),
        ("lc.7", "uk.3.1", "appc.64.1", "koap.51.2"),
        (*_FORCE_BODIES, Body.DOCTOR, Body.LEGAL_AID),
    ),
    ComplaintKind.MOVEMENT: ComplaintForm(
        force.MOVEMENT,
        N_("Locking somebody in is unlawful deprivation of liberty. Taken documents and exploitation make it graver."),
        (
            N_("The place on a map, photographs of the fence, the lock, the guard post."),
            N_("How to reach the worker without anybody noticing."),
            N_("Who else is there, children first."),
        ),
        ("uk.126", "uk.126.2.11", "lc.7", "uk.128"),
        _FORCE_BODIES,
    ),
    ComplaintKind.DEBT_BONDAGE: ComplaintForm(
        force.DEBT_BONDAGE,
        N_(
            "A debt does not bind anybody to work. Work under the threat of punishment is forced labour; deductions "
            "for a debt have the limits of every deduction."
        ),
        (
            N_("Papers about the debt, notebooks with sums, messages with demands."),
            N_("What was paid or worked off, by day."),
            N_("Who else owes to the same person."),
        ),
        ("lc.7", "uk.3.1", "lc.115", "uk.128", "uk.128.2.10"),
        (Body.POLICE, Body.INSPECTION, Body.PROSECUTOR),
    ),
    ComplaintKind.OFFICIALS: ComplaintForm(
        force.OFFICIALS,
        N_(
            "A state body must accept a statement and give a receipt for it; a complaint goes to the body above. Ask "
            "first whether the worker is afraid: nothing is sent without consent."
        ),
        (
            N_("Name, rank, badge, car number, the street and the hour; whether there was a camera."),
            N_("The transfer slip, the messages, the call log."),
            N_("The protocol and the receipt, or that they were not given."),
        ),
        ("appc.64.1", "appc.64.2", "appc.91", "appc.92"),
        (Body.HIGHER, Body.PROSECUTOR, Body.OMBUDSMAN, Body.CONSULATE),
    ),
    ComplaintKind.DISCRIMINATION: ComplaintForm(
        force.DISCRIMINATION,
        N_("Nobody may be treated worse at work because of origin, language or place of residence."),
        (
            N_("Pay sheets or messages that show what others receive for the same work."),
            N_("The text of the vacancy with its date and address."),
        ),
        ("lc.6", "koap.90"),
        (Body.EMPLOYER, Body.INSPECTION, Body.COURT),
    ),
    ComplaintKind.DECEPTION: ComplaintForm(
        force.DECEPTION,
        N_(
            "A private employment agency must conclude a contract and may not discriminate. Deceit in hiring for "
            "exploitation is a sign of trafficking."
        ),
        (
            N_("The advertisement, the page or channel with its address, all messages."),
            N_("The transfer slip or receipt: who received the money."),
            N_("Others who were promised the same."),
        ),
        ("mig.55-1", "uk.128", "uk.128.2.8"),
        (Body.POLICE, Body.PROSECUTOR, Body.CONSULATE),
    ),
    ComplaintKind.INJURY: ComplaintForm(
        life.INJURY,
        N_(
            "A worker may refuse dangerous work. Harm to health from work gives a right to consulting by the state’s "
            "legal aid, and a claim for harm may be filed where the worker lives."
        ),
        (
            N_("A doctor’s paper that says the injury came at work, with day and hour."),
            N_("Photographs of the place and the equipment; names of who saw it."),
            N_("A copy of the report on the accident, or that none was made."),
            N_("Receipts for medicines and treatment."),
        ),
        ("lc.22.1.19", "lc.133", "aid.26.2", "gpk.30.5"),
        (Body.DOCTOR, Body.EMPLOYER, Body.INSPECTION, Body.LEGAL_AID, Body.COURT),
    ),
    ComplaintKind.HOUSING: ComplaintForm(
        life.HOUSING,
        N_(
            "What housing costs may be kept from the pay only as any deduction. Who houses a foreigner answers for the "
            "notice of arrival. On rotation the employer provides housing."
        ),
        (
            N_("Photographs of the rooms, of what is dangerous, of the notice to leave."),
            N_("The agreement, receipts and deductions for the housing."),
        ),
        ("lc.115", "koap.518.1", "koap.518.2", "lc.135"),
        (Body.EMPLOYER, Body.INSPECTION, Body.POLICE),
    ),
    ComplaintKind.HEALTH: ComplaintForm(
        life.HEALTH,
        N_(
            "What care is free depends on the status: for those who stay for a time it is help with diseases "
            "dangerous to others; workers from the EAEU have emergency help by the treaty."
        ),
        (
            N_("The insurance policy, bills and receipts."),
            N_("The refusal of the clinic in writing, with day and name."),
        ),
        ("hc.83.2", "hc.196", "hc.201-1", "eaeu.98.4", "lc.133"),
        (Body.DOCTOR, Body.EMPLOYER, Body.AKIMAT, Body.CONSULATE),
    ),
    ComplaintKind.SCHOOLING: ComplaintForm(
        life.SCHOOLING,
        N_(
            "Children of those who live here permanently or came for family reunification, and of workers from the "
            "EAEU, have a right to school. For other labour migrants the law is silent: ask the lawyer."
        ),
        (
            N_("The refusal in writing with day and reason."),
            N_("The child’s birth certificate, registration, the parents’ permit."),
        ),
        ("edu.8", "eaeu.98.8", "mig.15"),
        (Body.AKIMAT, Body.HIGHER, Body.CONSULATE),
    ),
    ComplaintKind.OTHER: ComplaintForm(
        life.OTHER_COMPLAINT,
        N_("Write down what happened and what the worker wants; ask the lawyer which rule it touches."),
        (N_("Papers, photographs and messages that show it."),),
        ("aid.26.1",),
        (Body.LEGAL_AID,),
    ),
}
"""The form of every kind. Wage arrears have none here: their months are typed under Wages."""


def form_of(kind: ComplaintKind) -> ComplaintForm:
    """The form of a kind."""
    return FORMS[kind]


def evidence_of(form: ComplaintForm) -> tuple[str, ...]:
    """What to photograph or ask for: the prompts of the kind, then those of its questions."""
    return (*form.prompts, *(spec.evidence for spec in form.fields if spec.evidence))
