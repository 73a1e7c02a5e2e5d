"""The application to the conciliation commission at the employer (Labour Code, article 159).

A domestic worker's dispute goes to court without a commission (article 136): for a household this letter is refused.
The law lays down no contents; the mark of the day of registration is asked for, because all terms run from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.limitation import Unit, added
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, claim_beyond, claims_annex, letterhead, on_behalf, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.calculation import AnnexTo
from desktop_app.letters.claim_totals import Debt, debt_of
from desktop_app.letters.grounds import cite, cite_if_settled, counted_on, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_HOUSEHOLD: Final = N_(
    "There is no conciliation commission in a household: a domestic worker’s dispute goes straight to court. Make the "
    "claim to the court instead."
)
_NOTHING: Final = N_(
    "Nothing is owed on that day and no reinstatement is asked for, so there is nothing to ask the commission for. Log "
    "the wages first, or choose reinstatement."
)
_RESTS_ON: Final = ("lc.159.1", "lc.159.4", "lc.159.5", "lc.159.6")
_TERMS: Final = ("commission.decision_working_days", "commission.copy_working_days", "commission.execution_months")
_MONEY, _BACK = "money", "reinstatement"
_CLAIMS: Final = FieldSpec(
    "claims",
    N_("What the commission is asked for"),
    FieldKind.CHOICES,
    (
        (_MONEY, N_("To pay what is owed")),
        (_BACK, N_("To reinstate the worker")),
    ),
    hint=N_(
        "Nothing chosen: what is owed. Some disputes go straight to court, as with a micro-enterprise or where it is "
        "disputed whether there was employment: ask the lawyer first."
    ),
)
_LAST_DAY: Final = FieldSpec(
    "last_day",
    N_("Last day of work, when reinstatement is asked for"),
    FieldKind.DAY,
    hint=N_("Empty: the day of the dismissal complaint."),
)
_ABSENT: Final = FieldSpec("absent", N_("May the commission decide without the applicant"), FieldKind.YES_NO_UNKNOWN)

_TO_APPLICATION: Final = AnnexTo(
    N_("Annex to the application No. %(letter)s of %(day)s"),
    N_("Annex No. %(number)s to the application No. %(letter)s of %(day)s"),
)
_DISPUTE: Final = Text(
    "commission.dispute",
    N_(
        "An individual labour dispute between the applicant and the employer has not been settled. It is put before "
        "the conciliation commission (%(norm)s)."
    ),
)
_DISPUTE_MANY: Final = Text(
    "commission.dispute_many",
    N_(
        "Individual labour disputes between the applicants and the employer have not been settled. They are put before "
        "the conciliation commission (%(norm)s)."
    ),
)
_DISMISSED: Final = Text(
    "commission.dismissed", N_("The employer ended the work on %(day)s; the ground of it is disputed.")
)
_DISMISSED_PLAIN: Final = Text(
    "commission.dismissed_plain", N_("The employer ended the work; the ground of it is disputed.")
)
_ASK: Final = Text("commission.ask", N_("On these grounds I ask the conciliation commission to:"))
_ASK_MANY: Final = Text("commission.ask_many", N_("On these grounds we ask the conciliation commission to:"))
_REGISTER: Final = Text(
    "commission.register",
    N_("register this application on the day it is handed in and mark that day on the second copy (%(norm)s);"),
)
_PAY: Final = Text(
    "commission.pay", N_("oblige the employer to pay %(sum)s (%(words)s), as set out in the calculation;")
)
_PAY_ON: Final = Text(
    "commission.pay_on",
    N_(
        "oblige the employer to pay the penalty for each further calendar day through the day of actual payment "
        "(%(norm)s);"
    ),
)
_REINSTATE: Final = Text(
    "commission.reinstate",
    N_("reinstate the applicant at work and oblige the employer to pay for the forced absence (%(norm)s);"),
)
_REINSTATE_MANY: Final = Text(
    "commission.reinstate_many",
    N_("reinstate the applicants at work and oblige the employer to pay for the forced absence (%(norm)s);"),
)
_DECIDE: Final = Text(
    "commission.decide",
    N_(
        "decide within %(days)s working days of the registration and give a copy within %(copy)s working days of the "
        "decision (%(norm)s)."
    ),
)
_WHEN: Final = Text(
    "commission.when",
    N_("When this application is registered on %(on)s, the decision is due not later than %(day)s."),
)
_EXECUTION: Final = Text(
    "commission.execution",
    N_(
        "A decision of the commission is carried out in the term it sets, within the %(months)s-month limit of the "
        "law; sums are paid not later than the pay day of the next month (%(norm)s)."
    ),
)
_NO_REFUSAL: Final = Text(
    "commission.no_refusal",
    N_("The commission may not refuse the application because a term has passed (%(norm)s)."),
)
_WITHOUT: Final = Text(
    "commission.without", N_("The applicant agrees that the application is considered in the absence of the applicant.")
)
_WITHOUT_MANY: Final = Text(
    "commission.without_many",
    N_("The applicants agree that the application is considered in the absence of the applicants."),
)
_PRESENT: Final = Text(
    "commission.present", N_("Please name the day and place of the hearing in writing, with time to come to it.")
)
_TEXTS: Final = (
    _DISPUTE, _DISPUTE_MANY, _DISMISSED, _DISMISSED_PLAIN, _ASK, _ASK_MANY, _REGISTER, _PAY, _PAY_ON, _REINSTATE,
    _REINSTATE_MANY, _DECIDE, _WHEN, _EXECUTION, _NO_REFUSAL, _WITHOUT, _WITHOUT_MANY, _PRESENT, on_behalf.ANSWER,
    *claim_beyond.ALL_TEXTS, *on_behalf.OF_APPLICANTS,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole application in one language. AppError for a household, or when there is nothing to ask for."""
    if facts.employer.kind is EmployerKind.HOUSEHOLD:
        raise AppError(_HOUSEHOLD)
    debt = _debt(facts)
    if not debt.total and not _is_back(facts):
        raise AppError(_NOTHING)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += _opening(facts, tr)
    blocks.append(Words(tr(N_("APPLICATION")), "title"))
    blocks.append(Words(tr(N_("to settle an individual labour dispute")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += on_behalf.place_of_work(facts, tr)
    blocks += _circumstances(facts, debt, tr)
    blocks += _requests(facts, debt, tr)
    blocks += _hearing(facts, tr)
    blocks.append(say(facts, tr, on_behalf.ANSWER, "closing", address=facts.centre.address.within(tr.code)))
    if debt.total:
        blocks.append(claim_beyond.annexes_named(facts, tr))
    blocks += appeal.signatures(facts, tr)
    if debt.total:
        blocks += claims_annex.annexes(facts, tr, _TO_APPLICATION)
    return tuple(blocks)


def _opening(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """The letterhead and the commission by the employer it sits at."""
    yield from letterhead.head(facts, tr)
    yield Words(tr(N_("To the conciliation commission")), "addressee")
    yield Words(facts.employer.name, "addressee_name")
    if facts.employer.address:
        yield Words(tr(N_("Address: %(address)s"), address=facts.employer.address), "addressee")
    if facts.employer.bin_iin:
        yield Words(letterhead.identifier(facts.employer, tr), "addressee")


def _is_back(facts: LetterFacts) -> bool:
    return _BACK in said(facts.answers, _CLAIMS.name).codes


def _debt(facts: LetterFacts) -> Debt:
    """What is asked for in money: nothing when reinstatement alone was chosen."""
    chosen = said(facts.answers, _CLAIMS.name).codes
    asked = not chosen or _MONEY in chosen
    return sum((debt_of(facts, worker) for worker in facts.workers if asked), Debt())


def _circumstances(facts: LetterFacts, debt: Debt, tr: Translator) -> Iterator[Block]:
    one = len(facts.workers) == 1
    yield say(facts, tr, _DISPUTE if one else _DISPUTE_MANY, norm=cite(facts, "lc.159.1", tr.code))
    if debt.total:
        yield from claim_beyond.owed(facts, debt, tr)
    if _is_back(facts):
        day = _last_day(facts, tr)
        yield say(facts, tr, _DISMISSED, day=day) if day else say(facts, tr, _DISMISSED_PLAIN)


def _last_day(facts: LetterFacts, tr: Translator) -> str:
    """The last day of work: as answered, else as the complaint of a dismissal has it; empty when nobody knows."""
    told = facts.told.of_kind(ComplaintKind.DISMISSAL, facts.worker_ids) if facts.told else ()
    answers = [said(facts.answers, _LAST_DAY.name), *(said(each.answers, "last_day") for each in told)]
    days = [each.when.full for each in answers if each.when and each.when.full]
    return sums.day(days[0], tr) if days else ""


def _requests(facts: LetterFacts, debt: Debt, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _ASK if len(facts.workers) == 1 else _ASK_MANY, "lead_in")
    asked: list[tuple[Text, dict[str, object]]] = [(_REGISTER, {"norm": cite(facts, "lc.159.4", tr.code)})]
    if debt.total:
        asked.append((_PAY, {"sum": sums.money(debt.total, tr), "words": sums.in_words(debt.total, tr)}))
    if (debt.penalty and debt.arrears) or (debt.beyond_penalty and debt.beyond):
        asked.append((_PAY_ON, {"norm": cite(facts, "lc.113.3", tr.code)}))
    if _is_back(facts):
        text = _REINSTATE if len(facts.workers) == 1 else _REINSTATE_MANY
        asked.append((text, {"norm": cite(facts, "lc.161", tr.code)}))
    days, copy = _count(facts, _TERMS[0]), _count(facts, _TERMS[1])
    asked.append((_DECIDE, {"days": days, "copy": copy, "norm": cite(facts, "lc.159.5", tr.code)}))
    for number, (text, values) in enumerate(asked, start=1):
        yield say(facts, tr, text, "item", f"{number}.", **values)
    due = added(facts.on, days, Unit.WORKING_DAYS)
    yield say(facts, tr, _WHEN, on=sums.day(facts.on, tr), day=sums.day(due, tr))
    norm = cite(facts, "lc.159.6", tr.code)
    yield say(facts, tr, _EXECUTION, months=_count(facts, _TERMS[2]), norm=norm)


def _count(facts: LetterFacts, key: str) -> int:
    return int(law.value(key, facts.on).fact.number)


def _hearing(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    if norm := cite_if_settled(facts, "npvs.1", tr.code):
        yield say(facts, tr, _NO_REFUSAL, norm=norm)
    if said(facts.answers, _ABSENT.name).is_yes:
        yield say(facts, tr, _WITHOUT if len(facts.workers) == 1 else _WITHOUT_MANY)
    else:
        yield say(facts, tr, _PRESENT)


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    keys = (*_RESTS_ON, *(("lc.161",) if _is_back(facts) else ()))
    values = (law.value(key, facts.on).fact for key in _TERMS)
    money = (*counted_on(facts), *claim_beyond.grounds(facts)) if _debt(facts).total else ()
    return tuple(dict.fromkeys((*(fact_of(facts, key) for key in keys), *values, *money)))


LETTER: Final = Letter(
    "commission_application",
    N_("Application to the conciliation commission"),
    story,
    AddresseeKind.COMMISSION,
    _grounds,
    fields=(_CLAIMS, _LAST_DAY, _ABSENT, *appeal.SIGNED),
    texts=_TEXTS,
    requisites=on_behalf.requisites,
    to_many=True,
)
