"""What workers are owed as letters to bodies tell it: a table of names and sums, and a page of counting for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.money import NOTHING
from desktop_app.domain.pay_claims import CLAIM_KINDS, ClaimKind, PayClaims
from desktop_app.i18n import N_, Translator
from desktop_app.letters import claims_annex, sums
from desktop_app.letters.blocks import Block, Column, Grid, Words
from desktop_app.letters.calculation import AnnexTo
from desktop_app.letters.claim_totals import claims_of

_TO_LETTER: Final = AnnexTo(
    N_("Annex to the letter No. %(letter)s of %(day)s"),
    N_("Annex No. %(number)s to the letter No. %(letter)s of %(day)s"),
)


@dataclass(frozen=True)
class WorkerSum:
    """What one worker is owed on the day of the letter, in tenge; `other` are sums beyond the wages with penalty."""

    worker: LetterWorker
    arrears: Decimal
    penalty: Decimal
    other: Decimal
    claims: PayClaims | None

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.arrears + self.penalty + self.other


def owed(facts: LetterFacts) -> tuple[WorkerSum, ...]:
    """Those of the workers who are owed something, in the order of the letter."""
    return tuple(each for worker in facts.workers if (each := _of(facts, worker)).total > 0)


def total(found: tuple[WorkerSum, ...]) -> Decimal:
    """What all are owed together."""
    return sum((each.total for each in found), NOTHING)


def of_kind(found: tuple[WorkerSum, ...], kind: ClaimKind) -> Decimal:
    """What all are owed of one kind beyond the wages, without penalty."""
    return sum((each.claims.sum_of(kind) for each in found if each.claims is not None), NOTHING)


def lines(facts: LetterFacts, found: tuple[WorkerSum, ...], tr: Translator) -> Iterator[Block]:
    """The sums: lines for one worker, a table for a crew; what is owed beyond the wages kind by kind."""
    if len(facts.workers) > 1:
        yield table(found, tr)
    else:
        arrears, penalty = (sum((getattr(each, name) for each in found), NOTHING) for name in ("arrears", "penalty"))
        if arrears:
            yield Words(tr(N_("Wage arrears: %(sum)s."), sum=sums.money(arrears, tr)), "fact")
        if penalty:
            yield Words(tr(N_("Penalty for late payment: %(sum)s."), sum=sums.money(penalty, tr)), "fact")
    for kind, name in CLAIM_KINDS.items():
        if amount := of_kind(found, kind):
            yield Words(tr(N_("%(name)s: %(sum)s."), name=tr(name), sum=sums.money(amount, tr)), "fact")
    whole = total(found)
    words = N_("Total on %(day)s: %(sum)s (%(words)s).")
    said = {"day": sums.day(facts.on, tr), "sum": sums.money(whole, tr), "words": sums.in_words(whole, tr)}
    yield Words(tr(words, **said), "total")


def table(found: tuple[WorkerSum, ...], tr: Translator) -> Grid:
    """The crew with what each is owed, and the totals."""
    has_other = any(each.other for each in found)
    columns = [
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Worker")), 56),
        Column(tr(N_("Year of birth")), 19, "centre"),
        Column(tr(N_("Arrears, ₸")), 27, "right"),
        Column(tr(N_("Penalty, ₸")), 25, "right"),
    ]
    columns += [Column(tr(N_("Other sums, ₸")), 25, "right")] if has_other else []
    columns.append(Column(tr(N_("Total, ₸")), 27, "right"))

    def amounts(*each: Decimal) -> tuple[str, ...]:
        shown = (*each[:2], *(each[2:3] if has_other else ()), each[3])
        return tuple(sums.figures(amount, tr) for amount in shown)

    rows = []
    for number, each in enumerate(found, start=1):
        who = (str(number), each.worker.person.full_name, sums.born(each.worker.person))
        rows.append((*who, *amounts(each.arrears, each.penalty, each.other, each.total)))
    parts = [sum((getattr(each, name) for each in found), NOTHING) for name in ("arrears", "penalty", "other")]
    rows.append(("", tr(N_("Total")), "", *amounts(*parts, total(found))))
    return Grid(tuple(columns), tuple(rows), total=True)


def annexes(facts: LetterFacts, found: tuple[WorkerSum, ...], tr: Translator) -> Iterator[Block]:
    """A sheet of counting for each worker who is owed something: the wages, then what is owed beyond them."""
    yield from claims_annex.annexes(replace(facts, workers=tuple(each.worker for each in found)), tr, _TO_LETTER)


def annexed(found: tuple[WorkerSum, ...], tr: Translator) -> list[str]:
    """The annexes for the list of them."""
    if not found:
        return []
    if len(found) == 1:
        return [tr(N_("calculation of what is owed"))]
    return [tr(N_("calculations of what is owed, annexes Nos 1–%(last)s"), last=len(found))]


def _of(facts: LetterFacts, worker: LetterWorker) -> WorkerSum:
    counted, claims = worker.calculation, claims_of(facts, worker)
    other = NOTHING if claims is None else claims.total
    return WorkerSum(worker, counted.arrears, counted.penalty, other, claims)
