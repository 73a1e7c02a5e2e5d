"""What is asked about a labour contract, part by part; domain/contract_check turns the answers into findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.answers import UNKNOWN, Answer, Answers, FieldKind, FieldSpec, said
from desktop_app.domain.contract_choices import (
    BASES,
    CALLED,
    EMPLOYERS,
    FORMS,
    MONTHS,
    REGIMES,
    REQUISITES,
    SETTINGS,
    TERMS,
    UNPAID,
    WHEN,
)
from desktop_app.domain.employers import EmployerKind
from desktop_app.i18n import N_

EAEU_CITIZENS: Final = frozenset({"AM", "BY", "KG", "RU"})
"""Citizens who work without a permit (Treaty on the EAEU, article 97(1)); Kazakhstan's own are not migrants here."""

WITH_PERMIT: Final = frozenset({"labour_immigrant", "employer_permit", "seasonal_permit", "qualified"})
"""The regimes that rest on a permit or a certificate."""


@dataclass(frozen=True)
class Part:
    """One part of the questionnaire with its heading."""

    name: str
    title: str
    questions: tuple[FieldSpec, ...]


def _asks(name: str, title: str, hint: str = "", *, span: int = 1) -> FieldSpec:
    return FieldSpec(name, title, FieldKind.YES_NO_UNKNOWN, hint=hint, span=span)


def _choice(name: str, title: str, choices: tuple[tuple[str, str], ...], hint: str = "", *, span: int = 1) -> FieldSpec:
    return FieldSpec(name, title, FieldKind.CHOICE, choices, hint=hint, span=span)


def _number(name: str, title: str, hint: str = "", *, span: int = 1) -> FieldSpec:
    return FieldSpec(name, title, FieldKind.NUMBER, hint=hint, span=span)


def _day(name: str, title: str, *, span: int = 1) -> FieldSpec:
    return FieldSpec(name, title, FieldKind.DAY, future=True, span=span)


_ABOUT: Final = Part(
    "about",
    N_("What kind of contract it is"),
    (
        _choice("form", N_("In what form it was made"), FORMS, span=2),
        _choice("called", N_("What the paper is called"), CALLED, span=2),
        _choice("employer", N_("Who the employer is"), EMPLOYERS, span=2),
        _choice("setting", N_("What work it is"), SETTINGS, span=2),
        _choice("regime", N_("Which permit the work rests on"), REGIMES, span=2),
        _choice("term", N_("For how long"), TERMS),
        _asks("head", N_("A head or a chief accountant?")),
        _day("starts_on", N_("Work begins on")),
        _day("ends_on", N_("The contract ends on")),
    ),
)
_REQUISITES: Final = Part(
    "requisites",
    N_("What the contract names"),
    (
        *(_asks(f"names_{place}", title, span=2) for place, title in enumerate(REQUISITES, start=1)),
        _asks("remote", N_("Is all the work done remotely?"), span=2),
        _asks("hazardous", N_("Is the work heavy, harmful or dangerous?"), span=2),
    ),
)
_PAY: Final = Part(
    "pay",
    N_("Pay"),
    (
        _choice("pay_basis", N_("How pay is counted"), BASES),
        FieldSpec("pay", N_("Sum, tenge"), FieldKind.AMOUNT, hint=N_("For a month, day, hour or piece as chosen.")),
        _choice("pay_when", N_("When it is paid"), WHEN, span=2),
        _number("pay_day", N_("Day of the month"), N_("The last day named, when there are several.")),
        _choice("pay_month", N_("Of which month"), MONTHS),
        _asks("pay_tenge", N_("Is pay named in tenge?"), span=2),
        _asks("pay_in_kind", N_("Is part of the pay given in goods, food or housing?")),
        FieldSpec("unpaid", N_("What is not paid extra by the contract"), FieldKind.CHOICES, UNPAID, span=2),
        _asks(
            "deductions", N_("Are sums deducted from pay?"), N_("For food, housing, papers, the road, tools …"), span=2
        ),
        _asks("deductions_consent", N_("Only with the worker’s written consent?")),
        _number("deductions_percent", N_("Most that is deducted, percent of pay")),
        _asks("fines", N_("Are there fines for lateness, faults or damage?")),
        _asks("fine_leaving", N_("Is there a fine for leaving?")),
        FieldSpec("fine_leaving_sum", N_("The fine for leaving, tenge"), FieldKind.AMOUNT),
    ),
)
_TIME: Final = Part(
    "time",
    N_("Hours, rest, leave, probation"),
    (
        _number("week_hours", N_("Hours a week")),
        _number("rest_hours", N_("Hours of rest between shifts")),
        _number("leave_days", N_("Days of leave a year")),
        _number("probation", N_("Probation, months")),
        _asks("day_off", N_("Is there at least one day off a week?"), span=2),
        _number("shift_days", N_("Length of a rotation shift, days"), span=2),
        _asks("shift_consent", N_("Did the worker consent in writing to longer shifts?")),
        _asks("shift_kept", N_("Does the employer give housing, food and transport?")),
    ),
)
_CHANGE: Final = Part(
    "change",
    N_("Changes and the end of the contract"),
    (
        _asks("changes_alone", N_("May the employer change the terms alone?")),
        _asks("no_leaving", N_("Is the worker forbidden to leave before the end?")),
        _asks("dismissal_at_will", N_("May the employer dismiss without any ground?")),
        _asks("notice_named", N_("Does it name the terms of notice?"), span=2),
        _number("notice_worker", N_("Days of notice when the worker leaves")),
        _asks("agency_place", N_("Does it name the place of work at the other firm?")),
        _asks("agency_lower", N_("Is pay lower than that of the other firm’s own workers?")),
    ),
)
_PAPERS: Final = Part(
    "papers",
    N_("Signing, copies, documents"),
    (
        _asks("signed", N_("Signed by both sides?")),
        _asks("copy", N_("Does the worker have a copy?")),
        _asks("order", N_("Was an order of hiring issued?")),
        _asks("before", N_("Did work begin before the contract was concluded?")),
        _asks("esutd", N_("Entered in the state register of labour contracts (ESUTD)?")),
        _asks("language", N_("Did the worker understand the language of the contract?")),
        _asks("originals", N_("Does the employer keep the worker’s original documents?")),
        _asks("undertaking", N_("Is there a written undertaking to return them?")),
        _asks("pledge", N_("Is the passport a pledge or deposit?"), span=2),
    ),
)
_PERMIT: Final = Part(
    "permit",
    N_("The permit to work"),
    (
        _asks("permit", N_("Is there a valid permit or certificate?")),
        _day("permit_until", N_("The permit is valid until"), span=2),
        _asks("permit_employer", N_("Is it for this employer?")),
        _asks("permit_region", N_("Is it for the region of the work?")),
        _asks("insurance", N_("Is there a contract of medical insurance for the foreigner?")),
        _asks("housing", N_("Does the employer give the seasonal worker housing?")),
        _number("immigrants", N_("Labour immigrants in this household")),
    ),
)
PARTS: Final = (_ABOUT, _REQUISITES, _PAY, _TIME, _CHANGE, _PAPERS, _PERMIT)
QUESTIONS: Final = tuple(question for part in PARTS for question in part.questions)


def asked(answers: Answers) -> frozenset[str]:
    """The names of the questions that make sense after these answers; the others can be left out of sight."""
    out: set[str] = set()
    form, setting = said(answers, "form").text, said(answers, "setting").text
    household = said(answers, "employer").text == "household"
    if form == "oral":
        out |= {f"names_{place}" for place in range(1, len(REQUISITES) + 1)}
        out |= {"called", "signed", "copy", "language", "remote", "hazardous", "notice_named"}
    if not said(answers, "hazardous").is_yes:
        out.add("names_8")
    if said(answers, "remote").is_yes:
        out.add("names_3")
    if setting != "rotation":
        out |= {"shift_days", "shift_consent", "shift_kept"}
    if setting != "agency":
        out |= {"agency_place", "agency_lower"}
    if said(answers, "pay_when").text not in ("", "monthly"):
        out |= {"pay_day", "pay_month"}
    out |= {name for name, first in _ONLY_AFTER_YES if not said(answers, first).is_yes}
    if said(answers, "regime").text not in WITH_PERMIT:
        out |= {question.name for question in _PERMIT.questions}
    if said(answers, "regime").text != "seasonal_permit":
        out.add("housing")
    if household:
        out |= {"order", "head"}
    else:
        out.add("immigrants")
    return frozenset(question.name for question in QUESTIONS) - out


_ONLY_AFTER_YES: Final = (
    ("undertaking", "originals"),
    ("deductions_consent", "deductions"),
    ("deductions_percent", "deductions"),
    ("fine_leaving_sum", "fine_leaving"),
)


def unanswered(answers: Answers) -> frozenset[str]:
    """The questions that make sense after these answers and have none, “not known” counted as none."""
    return frozenset(name for name in asked(answers) if said(answers, name).value in ("", (), UNKNOWN))


def beginning(kind: EmployerKind, citizenships: frozenset[str]) -> dict[str, Answer]:
    """What the case already knows of the contract: who the employer is, and whether all are citizens of the EAEU."""
    found = {}
    if kind is EmployerKind.HOUSEHOLD:
        found["employer"] = Answer("household")
    elif kind is EmployerKind.SOLE_TRADER:
        found["employer"] = Answer("small")
    elif kind is EmployerKind.COMPANY:
        found["employer"] = Answer("company")
    if citizenships and citizenships <= EAEU_CITIZENS:
        found["regime"] = Answer("eaeu")
    return found
