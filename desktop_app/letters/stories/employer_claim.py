"""The claim to the employer for unpaid wages (Labour Code, article 113), with the calculation as an annex.

Sentences are whole msgids, so that each language says them as a lawyer would; names and places stand
where no language has to inflect them. A paragraph appears only when it is true of the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.letters import LetterFacts, MadeFrom
from desktop_app.i18n import N_, Translator, format_month
from desktop_app.letters import calculation, claim_law, letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.claim_totals import ClaimTotals, totals
from desktop_app.letters.grounds import MARK, cite, cite_if_settled, to_check
from desktop_app.letters.kind import Letter

TITLE: Final = N_("Claim to the employer for unpaid wages")


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole letter in one language. AppError when nothing is owed."""
    claim = totals(facts)
    blocks: list[Block] = []
    if to_check(facts, claim_law.grounds(facts)):
        blocks.append(Words(notice(tr), "strip"))
    blocks += letterhead.opening(facts, tr)
    blocks += _title(claim, tr)
    blocks += _circumstances(facts, claim, tr)
    blocks += claim_law.paragraphs(facts, claim, tr)
    blocks += _demands(facts, claim, tr)
    blocks += _warning(facts, tr)
    blocks += _closing(facts, tr)
    blocks += calculation.annexes(facts, tr)
    return tuple(blocks)


def notice(tr: Translator) -> str:
    """What the first page says while the letter rests on something the lawyer has not checked."""
    return tr(N_("DRAFT. What is marked %(mark)s is to be checked by the centre’s lawyer before sending."), mark=MARK)


def _title(claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    yield Words(tr(N_("PRE-TRIAL CLAIM")), "title")
    if not claim.penalty:
        yield Words(tr(N_("for payment of wage arrears")), "subtitle")
    elif not claim.arrears:
        yield Words(tr(N_("for payment of the penalty for wages paid late")), "subtitle")
    else:
        yield Words(tr(N_("for payment of wage arrears and the penalty for late payment")), "subtitle")


def _circumstances(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    crew = len(facts.workers)
    if crew == 1:
        worker = sums.named(facts.workers[0].person, tr)
        msgid = N_("The following worker has applied to our centre for legal assistance: %(worker)s.")
        yield Words(tr(msgid, worker=worker))
    else:
        yield Words(
            tr.n(
                "%(n)s worker named in the table below has applied to our centre for legal assistance.",
                "%(n)s workers named in the table below have applied to our centre for legal assistance.",
                crew,
            )
        )
    yield from _work(facts, claim, tr)
    yield Words(_debt(facts, claim, tr))
    if crew > 1:
        yield _crew_table(facts, claim, tr)
    if sentence := _whose_word(claim, crew, tr):
        yield Words(sentence)


def _work(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    place = [text for text in (facts.site, law.region_name(facts.region, tr.code)) if text]
    if place:
        yield Words(tr(N_("Place of work: %(place)s."), place=", ".join(place)), "fact")
    jobs = {worker.occupation for worker in facts.workers}
    if len(jobs) == 1 and (job := jobs.pop()):
        yield Words(tr(N_("Occupation: %(job)s."), job=job), "fact")
    agreed = {worker.terms for worker in facts.workers}
    if len(agreed) == 1 and (terms := agreed.pop()):
        yield from (Words(text, "fact") for text in (sums.pay(terms, tr), sums.exchange(terms, tr)) if text)
    first, last = (format_month(month, tr.code) for month in (claim.months[0], claim.months[-1]))
    if first == last:
        yield Words(tr(N_("Wages claimed for: %(month)s."), month=first), "fact")
    else:
        yield Words(tr(N_("Wages claimed for: %(first)s – %(last)s."), first=first, last=last), "fact")


def _debt(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> str:
    said = {
        "day": sums.day(facts.on, tr),
        "arrears": sums.money(claim.arrears, tr),
        "penalty": sums.money(claim.penalty, tr),
    }
    if not claim.arrears:
        msgid = N_(
            "These wages were paid later than they were due. According to the attached calculation, "
            "the penalty for late payment is %(penalty)s."
        )
        return tr(msgid, penalty=said["penalty"])
    if not claim.penalty:
        msgid = N_(
            "The work was done, but the wages have not been paid in full. According to the attached calculation, "
            "the wage arrears on %(day)s are %(arrears)s."
        )
        return tr(msgid, day=said["day"], arrears=said["arrears"])
    msgid = N_(
        "The work was done, but the wages have not been paid in full. According to the attached calculation, "
        "the wage arrears on %(day)s are %(arrears)s and the penalty for late payment is %(penalty)s."
    )
    return tr(msgid, **said)


def _crew_table(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Grid:
    columns = (
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Worker")), 52),
        Column(tr(N_("Year of birth")), 19, "centre"),
        Column(tr(N_("Months")), 25, "centre"),
        Column(tr(N_("Arrears, ₸")), 27, "right"),
        Column(tr(N_("Penalty, ₸")), 25, "right"),
        Column(tr(N_("Total, ₸")), 26, "right"),
    )
    rows = []
    for number, worker in enumerate(facts.workers, start=1):
        counted = worker.calculation
        months = tuple(month.month for month in counted.months if month.owed or month.penalty.total)
        rows.append(
            (
                str(number),
                worker.person.full_name,
                sums.born(worker.person),
                sums.span(months) if months else "",
                *(sums.figures(amount, tr) for amount in (counted.arrears, counted.penalty, counted.total)),
            )
        )
    whole = (sums.figures(amount, tr) for amount in (claim.arrears, claim.penalty, claim.total))
    rows.append(("", tr(N_("Total")), "", "", *whole))
    return Grid(columns, tuple(rows), total=True)


def _whose_word(claim: ClaimTotals, crew: int, tr: Translator) -> str:
    """On whose word the sums stand; nothing when documents and admissions are mixed."""
    if Evidence.SAYS in claim.words:
        if crew == 1:
            msgid = N_(
                "The sums are stated according to the worker. If your records of working time and pay say otherwise, "
                "please attach certified copies of them to your reply."
            )
        else:
            msgid = N_(
                "The sums are stated according to the workers. If your records of working time and pay say otherwise, "
                "please attach certified copies of them to your reply."
            )
        return tr(msgid)
    if claim.words == {Evidence.PAPER}:
        return tr(N_("The sums are stated according to documents on working time and pay."))
    if claim.words == {Evidence.ADMITS}:
        return tr(N_("The sums are those that you have admitted."))
    return ""


def _demands(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    day = sums.day(facts.pay_by, tr)
    yield Words(tr(N_("On these grounds we demand that not later than %(day)s you:"), day=day), "lead_in")
    for number, demand in enumerate(_demanded(facts, claim, tr), start=1):
        yield Words(demand, "item", f"{number}.")
    total = N_("Total on %(day)s: %(sum)s (%(words)s).")
    day = sums.day(facts.on, tr)
    yield Words(
        tr(total, day=day, sum=sums.money(claim.total, tr), words=sums.in_words(claim.total, tr)),
        "total",
    )


def _demanded(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[str]:
    one = len(facts.workers) == 1
    if claim.arrears:
        said = {"sum": sums.money(claim.arrears, tr), "words": sums.in_words(claim.arrears, tr)}
        if one:
            yield tr(N_("pay the worker the wage arrears: %(sum)s (%(words)s);"), **said)
        else:
            yield tr(N_("pay the workers the wage arrears: %(sum)s (%(words)s), to each as in the table;"), **said)
    if claim.penalty:
        said = {"sum": sums.money(claim.penalty, tr), "words": sums.in_words(claim.penalty, tr)}
        if claim.arrears:
            msgid = N_(
                "pay the penalty for late payment, which through %(day)s is %(sum)s (%(words)s), and the penalty for "
                "each further calendar day through the day of actual payment;"
            )
            yield tr(msgid, day=sums.day(facts.on, tr), **said)
        else:
            yield tr(N_("pay the penalty for late payment: %(sum)s (%(words)s);"), **said)
    norm = cite(facts, "lc.113.2", tr.code)
    if one:
        msgid = N_(
            "give the worker a written notice of the components of the wages for each month claimed, of deductions "
            "with their grounds, and of the total due (%(norm)s);"
        )
    else:
        msgid = N_(
            "give each worker a written notice of the components of the wages for each month claimed, of deductions "
            "with their grounds, and of the total due (%(norm)s);"
        )
    yield tr(msgid, norm=norm)
    yield tr(N_("send our centre a written reply with copies of the payment documents."))


def _warning(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    if len(facts.workers) == 1:
        msgid = N_(
            "If this is not done in time, the worker will turn, with the assistance of our centre and in the manner "
            "laid down by law, to the territorial division of the authorised state body for labour and to the court "
            "for recovery of what is owed and of the penalty through the day of actual payment."
        )
    else:
        msgid = N_(
            "If this is not done in time, the workers will turn, with the assistance of our centre and in the manner "
            "laid down by law, to the territorial division of the authorised state body for labour and to the court "
            "for recovery of what is owed and of the penalty through the day of actual payment."
        )
    yield Words(tr(msgid))
    if norm := cite_if_settled(facts, "koap.87.1", tr.code):
        msgid = N_(
            "Failure through the employer’s fault to pay wages in full and on time, or to accrue and pay the penalty, "
            "entails administrative liability (%(norm)s)."
        )
        yield Words(tr(msgid, norm=norm))


def _closing(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    annexed = len(facts.workers)
    if annexed == 1:
        text = tr(N_("Annex: calculation of the wage arrears and the penalty."))
    else:
        msgid = N_("Annexes Nos 1–%(last)s: calculation of the wage arrears and the penalty for each worker.")
        text = tr(msgid, last=annexed)
    yield Words(text, "closing")
    yield letterhead.signature(facts.signer, tr)


LETTER: Final = Letter(
    "employer_claim",
    TITLE,
    story,
    AddresseeKind.EMPLOYER,
    claim_law.grounds,
    MadeFrom.WAGES,
    asks_date=True,
    about_wages=True,
)
