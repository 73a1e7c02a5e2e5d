"""The claim to the employer for unpaid wages (Labour Code, article 113), with the calculation as an annex.

What is owed beyond the wages (hours, the minimum wage, deductions, leave) is claimed with them when the case knows it.
Sentences are whole msgids, so that each language says them as a lawyer would; names and places stand where no language
has to inflect them. A paragraph appears only when it is true of the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.employers import PRIVATE
from desktop_app.domain.letters import LetterFacts, MadeFrom
from desktop_app.i18n import N_, Translator, format_month
from desktop_app.law import Fact
from desktop_app.letters import (
    calculation,
    claim_beyond,
    claim_law,
    claim_texts,
    claims_annex,
    letterhead,
    on_behalf,
    sums,
)
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.claim_totals import ClaimTotals, debt_of, totals
from desktop_app.letters.grounds import MARK, cite, cite_if_settled, to_check
from desktop_app.letters.kind import Letter
from desktop_app.letters.texts import Text, say

TITLE: Final = N_("Claim to the employer for unpaid wages")


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole letter in one language. AppError when nothing is owed."""
    claim = totals(facts)
    blocks: list[Block] = []
    if to_check(facts, grounds(facts)):
        blocks.append(Words(notice(tr), "strip"))
    blocks += letterhead.opening(facts, tr)
    blocks += _title(claim, tr)
    blocks += _circumstances(facts, claim, tr)
    blocks += claim_law.paragraphs(facts, claim, tr)
    blocks += claim_beyond.paragraphs(facts, tr)
    blocks += _demands(facts, claim, tr)
    blocks += _warning(facts, tr)
    blocks += _closing(facts, claim, tr)
    if claim.debt.has_beyond:
        blocks += claims_annex.annexes(facts, tr)
    else:
        blocks += calculation.annexes(facts, tr)
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """Everything of law the letter cannot do without, also for what is owed beyond the wages."""
    return tuple(dict.fromkeys((*claim_law.grounds(facts), *claim_beyond.grounds(facts))))


def notice(tr: Translator) -> str:
    """What the first page says while the letter rests on something the lawyer has not checked."""
    return tr(N_("DRAFT. What is marked %(mark)s is to be checked by the centre’s lawyer before sending."), mark=MARK)


def _title(claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    yield Words(tr(N_("PRE-TRIAL CLAIM")), "title")
    if claim.debt.has_beyond:
        yield Words(tr(N_("for payment of wages, other sums owed and the penalty for late payment")), "subtitle")
    elif not claim.penalty:
        yield Words(tr(N_("for payment of wage arrears")), "subtitle")
    elif not claim.arrears:
        yield Words(tr(N_("for payment of the penalty for wages paid late")), "subtitle")
    else:
        yield Words(tr(N_("for payment of wage arrears and the penalty for late payment")), "subtitle")


def _circumstances(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    yield from on_behalf.represented(facts, tr, names=False)
    yield from _work(facts, claim, tr)
    if claim.months:
        yield _debt(facts, claim, tr)
    if len(facts.workers) > 1:
        yield _crew_table(facts, claim, tr)
    if (text := _whose_word(claim, len(facts.workers))) is not None:
        yield say(facts, tr, text)


def _work(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    yield from on_behalf.place_of_work(facts, tr)
    agreed = {worker.terms for worker in facts.workers}
    if len(agreed) == 1 and (terms := agreed.pop()):
        yield from (Words(text, "fact") for text in (sums.pay(terms, tr), sums.exchange(terms, tr)) if text)
    if not claim.months:
        return
    first, last = (format_month(month, tr.code) for month in (claim.months[0], claim.months[-1]))
    if first == last:
        yield Words(tr(N_("Wages claimed for: %(month)s."), month=first), "fact")
    else:
        yield Words(tr(N_("Wages claimed for: %(first)s – %(last)s."), first=first, last=last), "fact")


def _debt(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Words:
    text = claim_texts.UNPAID_AND_LATE
    if not claim.arrears:
        text = claim_texts.LATE
    elif not claim.penalty:
        text = claim_texts.UNPAID
    arrears, penalty = sums.money(claim.arrears, tr), sums.money(claim.penalty, tr)
    return say(facts, tr, text, day=sums.day(facts.on, tr), arrears=arrears, penalty=penalty)


def _crew_table(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Grid:
    beyond = claim.debt.has_beyond
    columns = [
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Worker")), 40 if beyond else 52),
        Column(tr(N_("Year of birth")), 17 if beyond else 19, "centre"),
        Column(tr(N_("Months")), 25, "centre"),
        Column(tr(N_("Arrears, ₸")), 27, "right"),
    ]
    columns += [Column(tr(N_("Other sums, ₸")), 25, "right")] if beyond else []
    columns += [Column(tr(N_("Penalty, ₸")), 25, "right"), Column(tr(N_("Total, ₸")), 26, "right")]
    rows = []
    for number, worker in enumerate(facts.workers, start=1):
        months = tuple(month.month for month in worker.calculation.months if month.owed or month.penalty.total)
        head = (str(number), worker.person.full_name, sums.born(worker.person), sums.span(months) if months else "")
        rows.append((*head, *claim_beyond.figures(debt_of(facts, worker), tr, beyond=beyond)))
    rows.append(("", tr(N_("Total")), "", "", *claim_beyond.figures(claim.debt, tr, beyond=beyond)))
    return Grid(tuple(columns), tuple(rows), total=True)


def _whose_word(claim: ClaimTotals, crew: int) -> Text | None:
    """On whose word the sums stand; nothing when words are mixed, or when more than wages stands on them."""
    if Evidence.SAYS in claim.words:
        return claim_texts.SAYS if crew == 1 else claim_texts.SAY
    if claim.debt.has_beyond:
        return None
    if claim.words == {Evidence.PAPER}:
        return claim_texts.BY_PAPER
    return claim_texts.ADMITTED if claim.words == {Evidence.ADMITS} else None


def _demands(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, on_behalf.DEMAND, "lead_in", day=sums.day(facts.pay_by, tr))
    for number, (text, values) in enumerate(_demanded(facts, claim, tr), start=1):
        yield say(facts, tr, text, "item", f"{number}.", **values)
    total = N_("Total on %(day)s: %(sum)s (%(words)s).")
    day = sums.day(facts.on, tr)
    yield Words(
        tr(total, day=day, sum=sums.money(claim.total, tr), words=sums.in_words(claim.total, tr)),
        "total",
    )


def _demanded(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[tuple[Text, dict[str, object]]]:
    one, debt, day = len(facts.workers) == 1, claim.debt, sums.day(facts.on, tr)
    sums_of: list[tuple[Text, Decimal]] = []
    if debt.arrears:
        sums_of.append((claim_texts.PAY_ONE if one else claim_texts.PAY_MANY, debt.arrears))
    if debt.penalty:
        sums_of.append((claim_texts.PAY_PENALTY if debt.arrears else claim_texts.PAY_PENALTY_ALONE, debt.penalty))
    if debt.beyond:
        sums_of.append((claim_texts.PAY_BEYOND, debt.beyond))
    if debt.beyond_penalty:
        sums_of.append((claim_texts.PAY_BEYOND_PENALTY, debt.beyond_penalty))
    for text, amount in sums_of:
        yield text, {"sum": sums.money(amount, tr), "words": sums.in_words(amount, tr), "day": day}
    yield claim_texts.SLIP_ONE if one else claim_texts.SLIP_MANY, {"norm": cite(facts, "lc.113.2", tr.code)}
    yield claim_texts.REPLY, {}


def _warning(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    one, many = claim_texts.WARN_COMMISSION_ONE, claim_texts.WARN_COMMISSION_MANY
    if _goes_past_commission(facts):
        one, many = claim_texts.WARN_ONE, claim_texts.WARN_MANY
    yield say(facts, tr, one if len(facts.workers) == 1 else many)
    if facts.employer.kind not in PRIVATE and (norm := cite_if_settled(facts, "koap.87.1", tr.code)):
        yield say(facts, tr, claim_texts.LIABLE, norm=norm)


def _goes_past_commission(facts: LetterFacts) -> bool:
    """Whether the dispute is known to need no commission: with a private person, or on whether there was employment."""
    oral = facts.told is not None and facts.told.of_kind(ComplaintKind.NO_CONTRACT, facts.worker_ids)
    return facts.employer.kind in PRIVATE or bool(oral)


def _closing(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    annexed = len(facts.workers)
    if claim.debt.has_beyond:
        yield claim_beyond.annexes_named(facts, tr)
    elif annexed == 1:
        yield Words(tr(N_("Annex: calculation of the wage arrears and the penalty.")), "closing")
    else:
        msgid = N_("Annexes Nos 1–%(last)s: calculation of the wage arrears and the penalty for each worker.")
        yield Words(tr(msgid, last=annexed), "closing")
    yield letterhead.signature(facts.signer, tr)


LETTER: Final = Letter(
    "employer_claim",
    TITLE,
    story,
    AddresseeKind.EMPLOYER,
    grounds,
    MadeFrom.WAGES,
    texts=claim_texts.TEXTS,
    asks_date=True,
    about_wages=True,
)
