"""What is owed beyond the wages, as letters say it: each kind of sum with its norm, and the table of a crew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.money import NOTHING
from desktop_app.domain.overtime import NORMS, HourKind
from desktop_app.domain.pay_claims import ClaimKind, PayClaims
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import claims_annex, sums
from desktop_app.letters.blocks import Block, Column, Grid, Words
from desktop_app.letters.claim_totals import Debt, claims_of, debt_of
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.texts import Text, say

KINDS: Final = {
    ClaimKind.OVERTIME: N_("Pay for overtime, night work, work on days off and holidays"),
    ClaimKind.MINIMUM_WAGE: N_("Pay up to the minimum wage"),
    ClaimKind.DEDUCTIONS: N_("Sums deducted from the wages without a ground in law"),
    ClaimKind.LEAVE: N_("Compensation for leave that was not used"),
}
_NORMS: Final = {
    ClaimKind.MINIMUM_WAGE: ("lc.103.2",),
    ClaimKind.DEDUCTIONS: ("lc.115",),
    ClaimKind.LEAVE: ("lc.96.2",),
}

_BEYOND: Final = Text(
    "claim.beyond", N_("Beyond the wages the employer owes the following sums, as set out in the attached calculation:")
)
_SET_OFF: Final = Text(
    "claim.set_off", N_("Of this, %(sum)s was received beyond the wages that were due and is taken off.")
)
_PENALTY: Final = Text(
    "claim.beyond_penalty", N_("The penalty on these sums, from the day each of them fell due, is %(sum)s on %(day)s.")
)
_OWED: Final = Text(
    "claim.owed",
    N_("According to the attached calculation the employer owes on %(day)s: %(sum)s (%(words)s)."),
)
TEXTS: Final = (_BEYOND, _SET_OFF, _PENALTY)
"""Standing texts of `paragraphs`."""
ALL_TEXTS: Final = (*TEXTS, _OWED)
"""Standing texts of `owed`."""


def paragraphs(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """What is owed beyond the wages and by which norm, all workers together; nothing when nothing is."""
    found = _claims(facts)
    if not found:
        return
    yield say(facts, tr, _BEYOND)
    columns = (
        Column(tr(N_("What the sum is for")), 62),
        Column(tr(N_("Norm")), 70),
        Column(tr(N_("Sum, ₸")), 33, "right"),
    )
    rows = []
    for kind, name in KINDS.items():
        amount = sum((each.sum_of(kind) for each in found), NOTHING)
        if amount:
            norms = "; ".join(cite(facts, key, tr.code) for key in _norms(kind, found))
            rows.append((tr(name), norms, sums.figures(amount, tr)))
    whole = sum((each.amount for each in found), NOTHING)
    rows.append((tr(N_("Total")), "", sums.figures(whole, tr)))
    yield Grid(columns, tuple(rows), total=True)
    set_off = sum((each.set_off for each in found), NOTHING)
    if set_off:
        yield say(facts, tr, _SET_OFF, sum=sums.money(set_off, tr))
    on_top = sum((each.penalty for each in found), NOTHING)
    if on_top:
        yield say(facts, tr, _PENALTY, sum=sums.money(on_top, tr), day=sums.day(facts.on, tr))


def owed(facts: LetterFacts, debt: Debt, tr: Translator) -> Iterator[Block]:
    """All that is owed: the sum in words, the parts of it by worker, what lies beyond the wages by its norms."""
    day, total = sums.day(facts.on, tr), sums.money(debt.total, tr)
    yield say(facts, tr, _OWED, day=day, sum=total, words=sums.in_words(debt.total, tr))
    yield table(facts, debt, tr)
    yield from paragraphs(facts, tr)


def table(facts: LetterFacts, debt: Debt, tr: Translator) -> Grid:
    """What each worker is owed: arrears, other sums where there are any, the penalty on both, all together."""
    columns = [
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Worker")), 50),
        Column(tr(N_("Year of birth")), 18, "centre"),
        Column(tr(N_("Arrears, ₸")), 27, "right"),
    ]
    columns += [Column(tr(N_("Other sums, ₸")), 26, "right")] if debt.has_beyond else []
    columns += [Column(tr(N_("Penalty, ₸")), 25, "right"), Column(tr(N_("Total, ₸")), 27, "right")]
    rows = []
    for number, worker in enumerate(facts.workers, start=1):
        head = (str(number), worker.person.full_name, sums.born(worker.person))
        rows.append((*head, *figures(debt_of(facts, worker), tr, beyond=debt.has_beyond)))
    rows.append(("", tr(N_("Total")), "", *figures(debt, tr, beyond=debt.has_beyond)))
    return Grid(tuple(columns), tuple(rows), total=True)


def annexes_named(facts: LetterFacts, tr: Translator) -> Words:
    """The line that says which calculations are attached."""
    last = len(facts.workers)
    if last == 1:
        return Words(tr(N_("Annex: calculation of what is owed.")), "closing")
    msgid = N_("Annexes Nos 1–%(last)s: calculation of what is owed to each worker.")
    return Words(tr(msgid, last=last), "closing")


def figures(debt: Debt, tr: Translator, *, beyond: bool) -> tuple[str, ...]:
    """Arrears, other sums when the table has them, penalty and total as a row of a table."""
    parts = [debt.arrears, *([debt.beyond] if beyond else []), debt.all_penalty, debt.total]
    return tuple(sums.figures(each, tr) for each in parts)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """The norms and values that the sums beyond the wages rest on."""
    found = _claims(facts)
    keys = (key for kind in KINDS if any(each.sum_of(kind) for each in found) for key in _norms(kind, found))
    return tuple(dict.fromkeys((*(fact_of(facts, key) for key in keys), *claims_annex.grounds(facts))))


def _claims(facts: LetterFacts) -> tuple[PayClaims, ...]:
    found = (claims_of(facts, worker) for worker in facts.workers)
    return tuple(each for each in found if each is not None)


def _norms(kind: ClaimKind, found: tuple[PayClaims, ...]) -> tuple[str, ...]:
    """The keys of the norms a kind of sum rests on: of hours, those of the hours there are."""
    if kind is not ClaimKind.OVERTIME:
        return _NORMS[kind]
    hours = [each.overtime for each in found if each.overtime is not None]
    worked = {part.kind for one in hours for month in one.months for part in month.parts}
    return tuple(NORMS[each] for each in HourKind if each in worked)
