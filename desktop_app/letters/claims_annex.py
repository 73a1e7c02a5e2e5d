"""The annex on what a worker is owed beyond the wages: each sum, its penalty, and every step of the count."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.money import NOTHING
from desktop_app.domain.pay_claims import CLAIM_KINDS, ClaimKind, ClaimLine, PayClaims
from desktop_app.domain.pay_explained import explained
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import calculation, letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Sheet, Words
from desktop_app.letters.calculation import TO_CLAIM, AnnexTo
from desktop_app.letters.claim_totals import claims_of

_PENALTY: Final = N_("The penalty on these sums is counted from the day they fell due, as the penalty on wages is.")
_DOUBTED: Final = N_(
    "The penalty on these sums is counted from the day they fell due, as the penalty on wages is. Whether it is owed "
    "on all of them is to be checked by the lawyer."
)


def annexes(facts: LetterFacts, tr: Translator, to: AnnexTo = TO_CLAIM) -> Iterator[Block]:
    """For each worker a sheet on the wages, then one on the sums beyond them, as far as there are any."""
    for number, worker in enumerate(facts.workers, start=1):
        if worker.calculation.months:
            yield Sheet(landscape=True)
            yield from calculation.sheet(facts, worker, number, tr, to)
        yield from _beyond(facts, worker, number, tr, to)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """The norms and values that the sums beyond the wages stand on, each once."""
    found = (claims_of(facts, worker) for worker in facts.workers)
    return tuple(dict.fromkeys(fact for claims in found if claims is not None for fact in claims.facts))


def _beyond(facts: LetterFacts, worker: LetterWorker, number: int, tr: Translator, to: AnnexTo) -> Iterator[Block]:
    claims = claims_of(facts, worker)
    if claims is None:
        return
    yield Sheet(landscape=True)
    yield calculation.annexed_to(facts, number, tr, to)
    yield Words(tr(N_("Calculation of the sums owed beyond the wages")), "heading")
    yield Words(tr(N_("Worker: %(worker)s"), worker=sums.named(worker.person, tr)), "annex_fact")
    yield Words(tr(N_("Counted through %(day)s."), day=sums.day(claims.counted_to, tr)), "annex_fact")
    yield _grid(claims, tr)
    yield from _totals(claims, tr)
    for step in (*explained(claims, tr), *_in_arrears(claims, tr)):
        yield Words(step, "method")
    if claims.penalty:
        yield Words(tr(_DOUBTED if to.inside else _PENALTY), "last_note")
    yield letterhead.signature(facts.signer, tr)


def _grid(claims: PayClaims, tr: Translator) -> Grid:
    columns = (
        Column(tr(N_("What is owed")), 90),
        Column(tr(N_("Month")), 28, "centre"),
        Column(tr(N_("Due date")), 30, "centre"),
        Column(tr(N_("Sum, ₸")), 36, "right"),
        Column(tr(N_("Penalty, ₸")), 36, "right"),
        Column(tr(N_("Together, ₸")), 37, "right"),
    )
    rows = [_row(line, tr) for line in claims.lines]
    rows.append((tr(N_("Total")), "", "", *_money((claims.amount, claims.penalty), tr)))
    return Grid(columns, tuple(rows), total=True)


def _row(line: ClaimLine, tr: Translator) -> tuple[str, ...]:
    kind, month = tr(CLAIM_KINDS[line.kind]), sums.short_month(line.month)
    return kind, month, sums.short_day(line.due_on, tr), *_money((line.amount, line.penalty), tr)


def _money(pair: tuple[Decimal, Decimal], tr: Translator) -> tuple[str, ...]:
    return tuple(sums.figures(each, tr) for each in (*pair, sum(pair, NOTHING)))


def _in_arrears(claims: PayClaims, tr: Translator) -> Iterator[str]:
    """Deductions that have no line of their own, because the arrears of the month hold them."""
    claimed = {line.month for line in claims.lines if line.kind is ClaimKind.DEDUCTIONS}
    for month in claims.deductions.months if claims.deductions is not None else ():
        if month.unlawful and month.month not in claimed:
            msgid = N_(
                "%(month)s: what was kept back is part of the arrears of that month already, so it is not counted a "
                "second time."
            )
            yield tr(msgid, month=sums.short_month(month.month))


def _totals(claims: PayClaims, tr: Translator) -> Iterator[Block]:
    if claims.set_off:
        msgid = N_("Money received beyond the wages that were due is set off: %(sum)s.")
        yield Words(tr(msgid, sum=sums.money(claims.set_off, tr)), "annex_fact")
    msgid = N_("Total on %(day)s: %(sum)s (%(words)s).")
    day, total = sums.day(claims.counted_to, tr), sums.money(claims.total, tr)
    yield Words(tr(msgid, day=day, sum=total, words=sums.in_words(claims.total, tr)), "sum")
