"""The calculation for the file: all that each worker is owed, wages and sums beyond them, line by line.

A lawyer puts it to a court, a mediator or an employer: it holds names, years of birth and sums, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.letters import LetterFacts, LetterWorker, MadeFrom
from desktop_app.domain.money import NOTHING
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import claims_annex, law_used, letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.calculation import AnnexTo
from desktop_app.letters.claim_totals import claims_of
from desktop_app.letters.grounds import MARK, counted_on, to_check
from desktop_app.letters.kind import Letter

TITLE: Final = N_("Calculation of wages and other sums owed")
_NOTHING: Final = N_(
    "Nothing is counted for these workers. Log wages, hours, deductions or leave on the tab Wages first."
)
_TO_PAPER: Final = AnnexTo(
    N_("To the calculation No. %(letter)s"),
    N_("Sheet for worker No. %(number)s, calculation No. %(letter)s"),
    inside=True,
)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole calculation in one language. AppError when nothing is counted for these workers."""
    if not any(_sums(facts, worker)[-1] for worker in facts.workers):
        raise AppError(_NOTHING)
    blocks: list[Block] = []
    if to_check(facts, grounds(facts)):
        told = N_("DRAFT. What is marked %(mark)s is to be checked by the centre’s lawyer.")
        blocks.append(Words(tr(told, mark=MARK), "strip"))
    blocks += letterhead.head(facts, tr)
    blocks.append(Words(tr(N_("CALCULATION")), "title"))
    blocks.append(Words(tr(N_("of wages and other sums owed")), "subtitle"))
    blocks += _about(facts, tr)
    blocks += _together(facts, tr)
    blocks.append(Words(tr(N_("The law this rests on")), "section"))
    blocks.append(law_used.table(facts, grounds(facts), tr))
    blocks.append(letterhead.signature(facts.signer, tr))
    blocks += claims_annex.annexes(facts, tr, _TO_PAPER)
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """Every norm and value that any figure stands on."""
    return tuple(dict.fromkeys((*counted_on(facts), *claims_annex.grounds(facts))))


def _about(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield Words(tr(N_("Case: %(number)s."), number=facts.case_number), "fact")
    yield Words(tr(N_("Employer: %(name)s."), name=letterhead.named(facts.employer, tr)), "fact")
    if len(facts.workers) == 1:
        yield Words(tr(N_("Worker: %(name)s."), name=sums.named(facts.workers[0].person, tr)), "fact")
    yield Words(tr(N_("Counted through %(day)s."), day=sums.day(facts.on, tr)), "fact")


def _together(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """What each worker is owed, and all of them together."""
    columns = (
        Column(tr(N_("No.")), 8, "right"),
        Column(tr(N_("Worker")), 49),
        Column(tr(N_("Arrears, ₸")), 26, "right"),
        Column(tr(N_("Penalty, ₸")), 25, "right"),
        Column(tr(N_("Other sums, ₸")), 26, "right"),
        Column(tr(N_("Penalty on them, ₸")), 23, "right"),
        Column(tr(N_("Total, ₸")), 26, "right"),
    )
    found = [_sums(facts, worker) for worker in facts.workers]
    rows = [
        (str(number), worker.person.full_name, *(sums.figures(each, tr) for each in told))
        for number, (worker, told) in enumerate(zip(facts.workers, found, strict=True), start=1)
    ]
    whole = [sum(column, NOTHING) for column in zip(*found, strict=True)]
    rows.append(("", tr(N_("Total")), *(sums.figures(each, tr) for each in whole)))
    yield Grid(columns, tuple(rows), total=True)
    msgid = N_("Total on %(day)s: %(sum)s (%(words)s).")
    day, total = sums.day(facts.on, tr), sums.money(whole[-1], tr)
    yield Words(tr(msgid, day=day, sum=total, words=sums.in_words(whole[-1], tr)), "total")


def _sums(facts: LetterFacts, worker: LetterWorker) -> tuple[Decimal, ...]:
    """Arrears, the penalty on them, what is owed beyond after a set-off, the penalty on it, all together."""
    counted, claims = worker.calculation, claims_of(facts, worker)
    beyond, on_top = (NOTHING, NOTHING) if claims is None else (claims.amount - claims.set_off, claims.penalty)
    parts = (counted.arrears, counted.penalty, beyond, on_top)
    return (*parts, sum(parts, NOTHING))


LETTER: Final = Letter("calculation_paper", TITLE, story, AddresseeKind.FILE, grounds, MadeFrom.WAGES)
