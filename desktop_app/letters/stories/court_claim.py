"""The claim to a court for wages and other sums from the work, with a calculation page for each claimant.

Contents and annexes: Civil Procedure Code, articles 148(2) and 149. The order before the court: letters/court_before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, MadeFrom
from desktop_app.domain.limitation import Direct
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import (
    claim_beyond,
    claim_law,
    claims_annex,
    court,
    court_before,
    court_facts,
    letterhead,
    sums,
)
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.calculation import AnnexTo
from desktop_app.letters.grounds import cite, counted_on, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

TITLE: Final = N_("Claim to a court for wages")

_ROLES: Final = court.Roles(
    N_("Claimant: %(name)s"),
    N_("Claimants: named in the table of this claim"),
    N_("Respondent: %(name)s"),
    N_("Price of the claim: %(sum)s"),
)
_TO_COURT: Final = AnnexTo(
    N_("Annex to the claim to the court No. %(letter)s"),
    N_("Annex for claimant No. %(number)s, claim to the court No. %(letter)s"),
)

_BRANCH: Final = FieldSpec(
    "court_of",
    N_("The court is that of"),
    FieldKind.CHOICE,
    (("respondent", N_("The place of the employer")), ("branch", N_("The place of its branch"))),
    hint=N_("There is no court of the worker’s choice for wages."),
)
_ABSENT: Final = FieldSpec(
    "absent",
    N_("Ask the court to hear the case without the workers"),
    FieldKind.YES_NO_UNKNOWN,
    hint=N_("When they have left the country: then the lawyer needs a power of attorney."),
)

_COURT: Final = Text(
    "court_claim.court",
    N_("The claim is brought in the court of the place of the respondent (%(norm)s)."),
)
_COURT_OF_HOME: Final = Text(
    "court_claim.court_of_home",
    N_("The claim is brought in the court of the place where the respondent lives (%(norm)s)."),
)
_COURT_OF_BRANCH: Final = Text(
    "court_claim.court_of_branch",
    N_("The claim arises from the work of a branch and is brought in the court of the place of the branch (%(norm)s)."),
)
_FREE: Final = Text(
    "court_claim.free",
    N_("Claimants for pay and other demands from labour are exempt from state duty in court (%(norm)s)."),
)
_ASK: Final = Text("court_claim.ask", N_("On these grounds I ask the court to:"))
_ASK_MANY: Final = Text("court_claim.ask_many", N_("On these grounds we ask the court to:"))
_EMPLOYMENT: Final = Text(
    "court_claim.employment",
    N_("establish that there was employment between the respondent and the claimant;"),
)
_EMPLOYMENT_MANY: Final = Text(
    "court_claim.employment_many",
    N_("establish that there was employment between the respondent and each of the claimants;"),
)
_ARREARS: Final = Text(
    "court_claim.arrears",
    N_("recover from the respondent for the claimant the wage arrears: %(sum)s (%(words)s);"),
)
_ARREARS_MANY: Final = Text(
    "court_claim.arrears_many",
    N_("recover from the respondent for the claimants the wage arrears, to each as in the table: %(sum)s (%(words)s);"),
)
_BEYOND: Final = Text(
    "court_claim.beyond",
    N_("recover from the respondent for the claimant the sums owed beyond the wages: %(sum)s (%(words)s);"),
)
_BEYOND_MANY: Final = Text(
    "court_claim.beyond_many",
    N_(
        "recover from the respondent for the claimants the sums owed beyond the wages, to each as in the table: "
        "%(sum)s (%(words)s);"
    ),
)
_PENALTY: Final = Text(
    "court_claim.penalty",
    N_(
        "recover from the respondent for the claimant the penalty for late payment, which on %(day)s is %(sum)s "
        "(%(words)s), counted again on the day of the decision and through the day of actual payment;"
    ),
)
_PENALTY_MANY: Final = Text(
    "court_claim.penalty_many",
    N_(
        "recover from the respondent for the claimants the penalty for late payment, to each as in the table, which "
        "on %(day)s is %(sum)s (%(words)s), counted again on the day of the decision and through the day of actual "
        "payment;"
    ),
)
_PAID_LATE: Final = Text(
    "court_claim.paid_late",
    N_("recover from the respondent the penalty for wages paid late: %(sum)s (%(words)s);"),
)
_NO_DUTY: Final = Text("court_claim.no_duty", N_("let the respondent bear the state duty."))
_WITHOUT: Final = Text(
    "court_claim.absent",
    N_("hear the case without the claimant, with the representative taking part;"),
)
_WITHOUT_MANY: Final = Text(
    "court_claim.absent_many",
    N_("hear the case without the claimants, with the representative taking part;"),
)
_TEXTS: Final = (
    *court_before.TEXTS, *court_facts.TEXTS, _COURT, _COURT_OF_HOME, _COURT_OF_BRANCH, _FREE, _ASK, _ASK_MANY,
    _EMPLOYMENT, _EMPLOYMENT_MANY, _ARREARS, _ARREARS_MANY, _BEYOND, _BEYOND_MANY, _PENALTY, _PENALTY_MANY, _PAID_LATE,
    _NO_DUTY, _WITHOUT, _WITHOUT_MANY,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole claim in one language. AppError when nothing is owed."""
    total = court.price(facts).total
    blocks: list[Block] = [*draft_strip(facts, tr, grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks += court.parties(facts, _ROLES, total, tr)
    blocks.append(Words(tr(N_("STATEMENT OF CLAIM")), "title"))
    blocks.append(Words(tr(N_("for recovery of wages and other sums from the work")), "subtitle"))
    blocks += court_facts.circumstances(facts, tr)
    blocks += court_before.paragraph(facts, tr)
    blocks += court_facts.law_of_pay(facts, tr)
    blocks += court_facts.in_time(facts, tr)
    blocks += _where(facts, tr)
    blocks += _requests(facts, tr)
    blocks.append(Words(tr(N_("Annexes (%(norm)s):"), norm=cite(facts, court.ANNEXED, tr.code)), "lead_in"))
    blocks += court.annexes(facts, tr, court_before.annexed(facts, tr))
    blocks += court.signatures(facts, N_("Claimant"), tr)
    blocks += claims_annex.annexes(facts, tr, _TO_COURT)
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """Every norm and value the claim rests on for these facts."""
    keys = [court.CONTENTS, court.ANNEXED, "gpk.30.3" if _is_of_branch(facts) else "gpk.29", "tax.668.1"]
    named = (fact_of(facts, key) for key in (*keys, *court_before.keys(facts)))
    wages = claim_law.grounds(facts) if court_facts.has_wages(facts) else counted_on(facts)
    return tuple(dict.fromkeys((*named, *court_facts.grounds(facts), *wages, *claim_beyond.grounds(facts))))


def _where(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    text, key = _COURT, "gpk.29"
    if _is_of_branch(facts):
        text, key = _COURT_OF_BRANCH, "gpk.30.3"
    elif facts.employer.kind in (EmployerKind.HOUSEHOLD, EmployerKind.FOREMAN):
        text = _COURT_OF_HOME
    yield say(facts, tr, text, norm=cite(facts, key, tr.code))
    yield say(facts, tr, _FREE, norm=cite(facts, "tax.668.1", tr.code))


def _is_of_branch(facts: LetterFacts) -> bool:
    return facts.employer.kind is EmployerKind.COMPANY and said(facts.answers, "court_of").text == "branch"


def _requests(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """What the court is asked for, each sum in figures and in words, numbered."""
    ours = len(facts.workers) > 1 and not court.is_by_attorney(facts)
    yield say(facts, tr, _ASK_MANY if ours else _ASK, "lead_in")
    for number, block in enumerate(_asked(facts, tr), start=1):
        yield Words(block.text, "item", f"{number}.", key=block.key)
    total = court.price(facts).total
    msgid = N_("Total on %(day)s: %(sum)s (%(words)s).")
    day, words = sums.day(facts.on, tr), sums.in_words(total, tr)
    yield Words(tr(msgid, day=day, sum=sums.money(total, tr), words=words), "total")


def _asked(facts: LetterFacts, tr: Translator) -> Iterator[Words]:
    many, price = len(facts.workers) > 1, court.price(facts)
    if court_before.way(facts) == Direct.NO_CONTRACT.value:
        yield say(facts, tr, _EMPLOYMENT_MANY if many else _EMPLOYMENT)
    for amount, one, all_of_them in ((price.arrears, _ARREARS, _ARREARS_MANY), (price.beyond, _BEYOND, _BEYOND_MANY)):
        if amount:
            figures, words = sums.money(amount, tr), sums.in_words(amount, tr)
            yield say(facts, tr, all_of_them if many else one, sum=figures, words=words)
    if price.all_penalty:
        figures, words = sums.money(price.all_penalty, tr), sums.in_words(price.all_penalty, tr)
        text = _PENALTY_MANY if many else _PENALTY
        if not price.arrears and not price.beyond:
            text = _PAID_LATE
        yield say(facts, tr, text, sum=figures, words=words, day=sums.day(facts.on, tr))
    if said(facts.answers, "absent").is_yes:
        yield say(facts, tr, _WITHOUT_MANY if many else _WITHOUT)
    yield say(facts, tr, _NO_DUTY)


def _requisites(facts: LetterFacts) -> Iterator[Problem]:
    yield from court.requisites(facts)
    yield from court_before.requisites(facts)
    if said(facts.answers, "absent").is_yes and not court.power_of(facts) and not court.is_by_attorney(facts):
        message = N_("Without the workers the lawyer needs a power of attorney: write its number and day.")
        yield Problem("answers.attorney", Message(message))


LETTER: Final = Letter(
    "court_claim",
    TITLE,
    story,
    AddresseeKind.COURT,
    grounds,
    MadeFrom.WAGES,
    fields=(*court_before.FIELDS, _BRANCH, *court.SIGNED, *court.ANNEXES, _ABSENT),
    texts=_TEXTS,
    requisites=_requisites,
    about_wages=True,
)
