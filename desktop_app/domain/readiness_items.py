"""The items a court looks for in a claim about labour, each computed on its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.answers import Answers
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.limitation import Unit, added
from desktop_app.domain.readiness import Asked, Found, Item, Known, State
from desktop_app.domain.readiness_before import commission, term
from desktop_app.i18n import N_

_ASK_IN_WRITING: Final = N_("Ask the employer in writing and keep the copy with the day it was handed over.")


def items(known: Known, answers: Answers, on: date) -> tuple[Item, ...]:
    """The whole list for a case on a day."""
    asked = Asked(known, answers, on)
    return tuple(make(asked).item(name, title) for name, title, make in _ITEMS)


def _certificate(asked: Asked) -> Found:
    norms = ("lc.62", "eaeu.98.7") if asked.known.eaeu else ("lc.62",)
    got, on = asked.code("certificate"), asked.day("certificate_on")
    if got == "have":
        return Found(State.READY, N_("The certificate of work and pay goes with the claim."), norms)
    days = law.value("certificate.working_days", asked.on).fact
    if got == "asked" and on is not None:
        due = added(on, int(days.number), Unit.WORKING_DAYS)
        why = N_("It was asked for on %(on)s; the employer is to give it by %(day)s.")
        how = N_("When the day has passed, attach the request with the proof that it was handed over.")
        return Found(State.MISSING, why, norms, how, {"on": on, "day": due}, (days,))
    state = State.UNKNOWN if not got else State.MISSING
    why = N_("On request the employer gives a certificate of the work and the pay within %(days)s working days.")
    return Found(state, why, norms, _ASK_IN_WRITING, {"days": days.number}, (days,))


def _slips(asked: Asked) -> Found:
    got = asked.code("slips")
    why = N_("Each month the employer tells each worker in writing what the pay consists of and what is kept back.")
    if got == "have":
        return Found(State.READY, why, ("lc.113.2",))
    return Found(State.UNKNOWN if not got else State.MISSING, why, ("lc.113.2",), _ASK_IN_WRITING)


def _demand(asked: Asked) -> Found:
    if not asked.known.demanded:
        why = N_("No claim to the employer was made in this case. It shows the court what was asked for and when.")
        return Found(State.MISSING, why, (), N_("Make the claim to the employer under “Letters”."))
    if asked.said("delivered").is_yes:
        return Found(State.READY, N_("The claim to the employer and the proof that it arrived go with the claim."))
    state = State.MISSING if asked.said("delivered").is_no else State.UNKNOWN
    why = N_("A claim to the employer was made; the proof that it arrived belongs to it.")
    return Found(state, why, (), N_("Hand it over against a signature, or send it by registered mail with a list."))


def _address(asked: Asked) -> Found:
    if asked.known.employer.address:
        return Found(State.READY, N_("The address of the employer is in the file."), ("gpk.148.2",))
    how = N_("Look at the contract, receipts, the seal, the sign at the site; enter it under “Employers”.")
    return Found(State.MISSING, N_("The claim names the address of the respondent."), ("gpk.148.2",), how)


def _number(asked: Asked) -> Found:
    employer = asked.known.employer
    if employer.bin_iin:
        return Found(State.READY, N_("The BIN or IIN of the employer is in the file."), ("gpk.148.2",))
    if employer.kind in (EmployerKind.COMPANY, EmployerKind.SOLE_TRADER):
        why = N_("The BIN or IIN of the employer is not in the file.")
        how = N_("Look at the contract, receipts or transfers, or at another case of the same employer.")
        return Found(State.MISSING, why, ("gpk.148.2",), how)
    why = N_("The employer is a person without a known IIN.")
    return Found(State.UNKNOWN, why, ("gpk.148.2",), N_("Write down all that is known: full name, address, telephone."))


def _claimants(asked: Asked) -> Found:
    if asked.known.undated:
        why = N_("Workers whose date of birth is not in the file: %(n)s.")
        how = N_("Ask for it and enter it on the page of the person.")
        return Found(State.MISSING, why, ("gpk.148.2",), how, {"n": asked.known.undated})
    why = N_("The claim names each claimant with address and identity document.")
    if asked.said("identity").is_yes:
        return Found(State.READY, why, ("gpk.148.2",))
    state = State.MISSING if asked.said("identity").is_no else State.UNKNOWN
    how = N_("Ask each worker for the document and for an address where the court’s letters arrive.")
    return Found(state, why, ("gpk.148.2",), how)


def _proofs(asked: Asked) -> Found:
    if asked.said("proofs").codes or asked.known.in_hand:
        return Found(State.READY, N_("There is proof of the work that the Code names."), ("lc.35", "gpk.149"))
    state = State.MISSING if asked.known.oral else State.UNKNOWN
    how = N_("Ask for the statement of the pension fund, extracts of pay, orders; collect messages and witnesses too.")
    return Found(state, N_("The Code lists what proves that there was work."), ("lc.35", "gpk.149"), how)


def _calculation(asked: Asked) -> Found:
    if not asked.known.unpriced:
        return Found(State.READY, N_("The wages of all workers are counted; the count is an annex."), ("gpk.149",))
    why = N_("Workers whose wages are not counted yet: %(n)s.")
    return Found(State.MISSING, why, ("gpk.149",), N_("Log their wages under “Wages”."), {"n": asked.known.unpriced})


def _fee(asked: Asked) -> Found:
    if asked.code("filed") == "order":
        why = N_(
            "Claims about pay are free of state duty. Whether an application for a court order is too is doubtful."
        )
        return Found(State.UNKNOWN, why, ("tax.668.1",), N_("Ask the lawyer, or file it as a claim."))
    why = N_("Claims about pay and other demands from labour are free of state duty.")
    return Found(State.NOT_NEEDED, why, ("tax.668.1",))


def _jurisdiction(asked: Asked) -> Found:
    if asked.code("claimed") == "health":
        why = N_(
            "For harm to health: the court of the claimant’s home or of the place of the harm, or of the respondent."
        )
        return Found(State.READY, why, ("gpk.30.5", "gpk.29"))
    if not asked.known.employer.address:
        why = N_("The court is that of the respondent’s place, and the place is not in the file.")
        return Found(State.MISSING, why, ("gpk.29",), N_("Enter the employer’s address under “Employers”."))
    if asked.said("branch").is_yes and asked.known.employer.kind is EmployerKind.COMPANY:
        why = N_("The court of the firm’s place, or of the place of its branch.")
        return Found(State.READY, why, ("gpk.29", "gpk.30.3"))
    return Found(State.READY, N_("The court of the respondent’s place."), ("gpk.29",))


def _power(asked: Asked) -> Found:
    if asked.code("by") == "worker":
        return Found(State.NOT_NEEDED, N_("The worker signs and files the claim in person."))
    if asked.said("power").is_yes:
        return Found(State.READY, N_("The power of attorney goes with the claim."))
    state = State.MISSING if asked.code("by") == "representative" else State.UNKNOWN
    how = N_("Have a power of attorney made while the worker is still in the country.")
    return Found(state, N_("Who files for the worker needs a power of attorney."), (), how)


def _inspection(asked: Asked) -> Found:
    why = N_("A complaint to the labour inspection is not needed for a court, and it does not stop the term.")
    how = N_("File the claim without waiting for the inspection; its answer can follow as an annex.")
    return Found(State.NOT_NEEDED, why, ("lc.160",), how if asked.said("inspection").is_yes else "")


_ITEMS: Final[tuple[tuple[str, str, Callable[[Asked], Found]], ...]] = (
    ("commission", N_("Decision of the conciliation commission"), commission),
    ("term", N_("Term to go to court"), term),
    ("certificate", N_("Certificate of work and pay"), _certificate),
    ("slips", N_("Notices of pay"), _slips),
    ("demand", N_("Claim to the employer and its delivery"), _demand),
    ("address", N_("Address of the respondent"), _address),
    ("number", N_("BIN or IIN of the respondent"), _number),
    ("claimants", N_("Data of the claimants"), _claimants),
    ("proofs", N_("Proofs of the work"), _proofs),
    ("calculation", N_("Calculation"), _calculation),
    ("jurisdiction", N_("The right court"), _jurisdiction),
    ("fee", N_("State duty"), _fee),
    ("power", N_("Power of attorney"), _power),
    ("inspection", N_("Complaint to the labour inspection"), _inspection),
)
