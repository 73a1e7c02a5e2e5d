"""The application for a court order on wages that were accrued and not paid, made for the centre's lawyer to finish.

Wages were not found among the demands for a court order in the edition of the Civil Procedure Code that was read
(article 135, early 2026); the law on notaries gives a writ of execution for them (article 92-1). So the paper names no
ground: the lawyer writes it from the text in force, or files nothing. The exemption from the duty speaks of claims
alone, so nothing is said of it here. Penalties and disputed sums need a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.centre import Role
from desktop_app.domain.letters import LetterFacts, LetterWorker, MadeFrom
from desktop_app.domain.money import NOTHING
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import court, court_facts, letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

TITLE: Final = N_("Application for a court order on wages")
UNVERIFIED: Final = N_(
    "NOT TO BE FILED YET. In the edition of the Civil Procedure Code that was read, wages are not among the demands "
    "for a court order; a notary’s writ of execution serves for accrued wages. The centre’s lawyer reads the text in "
    "force and writes the ground here, or chooses another way."
)
_WAGES: Final = "lc.113.1"

_ROLES: Final = court.Roles(
    N_("Recovering party: %(name)s"),
    N_("Recovering parties: named in the table below"),
    N_("Debtor: %(name)s"),
    N_("Sum to be recovered: %(sum)s"),
)
_SHOWN_BY: Final = {
    "slip": N_("Pay slip"),
    "payroll": N_("Extract from the pay sheet"),
    "certificate": N_("Certificate of the employer on the pay"),
    "letter": N_("Letter of the employer that admits the debt"),
    "order": N_("Order or act of the employer"),
}
_FIELDS: Final = (
    FieldSpec(
        "ground",
        N_("Ground for the court order"),
        FieldKind.TEXT,
        hint=N_(
            "Wages were not found among the demands for a court order in the edition that was read: see whether a "
            "notary’s writ of execution is the way. The lawyer reads the text in force and writes the provision here."
        ),
        span=2,
    ),
    FieldSpec(
        "accrued",
        N_("What shows that the employer accrued the wages"),
        FieldKind.CHOICES,
        tuple(_SHOWN_BY.items()),
        hint=N_("Without such a paper it is a claim, not an order. Check that the sums are those of the paper."),
        span=2,
    ),
    FieldSpec(
        "undisputed",
        N_("The employer does not dispute the sum"),
        FieldKind.YES_NO_UNKNOWN,
    ),
)
_NEEDED: Final = {
    "ground": N_("The lawyer writes the ground for the court order: it has not been verified in the law book."),
    "accrued": N_("Say what shows that the employer accrued the wages, or make a claim to the court instead."),
    "undisputed": N_("Say whether the employer disputes the sum."),
}

_ACCRUED: Final = Text(
    "court_order.accrued",
    N_("The employer accrued these wages and did not pay them. The sum is not disputed."),
)
_SHOWN: Final = Text("court_order.shown", N_("That the wages were accrued is shown by: %(papers)s."))
_LAW: Final = Text(
    "court_order.law",
    N_(
        "Wages are set and paid in money, in the national currency of the Republic of Kazakhstan, at least once a "
        "month and not later than the first ten days of the following month (%(norm)s)."
    ),
)
_GROUND: Final = Text("court_order.ground", N_("Ground for the court order: %(ground)s."))
_ASK: Final = Text(
    "court_order.ask",
    N_(
        "Please issue a court order to recover from the debtor the wages that were accrued and not paid: %(sum)s "
        "(%(words)s)."
    ),
)
_ASK_MANY: Final = Text(
    "court_order.ask_many",
    N_(
        "Please issue court orders to recover from the debtor the wages that were accrued and not paid, to each of the "
        "workers as in the table, together %(sum)s (%(words)s)."
    ),
)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole application in one language. AppError when no wages are owed."""
    total = sum((accrued_of(facts, worker) for worker in facts.workers), NOTHING)
    if total <= 0:
        raise AppError(court.NOTHING_OWED)
    ground = said(facts.answers, "ground").text.strip()
    blocks: list[Block] = [*draft_strip(facts, tr, grounds(facts))]
    if not ground:
        blocks.append(Words(tr(UNVERIFIED), "strip"))
    blocks += letterhead.opening_to_body(facts, tr)
    blocks += court.parties(facts, _ROLES, total, tr)
    blocks.append(Words(tr(N_("APPLICATION TO THE COURT")), "title"))
    blocks.append(Words(tr(N_("for a court order to recover wages that were accrued")), "subtitle"))
    blocks += court_facts.work(facts, tr)
    if said(facts.answers, "undisputed").is_yes:
        blocks.append(say(facts, tr, _ACCRUED))
    blocks.append(_table(facts, tr))
    blocks += _shown(facts, tr)
    blocks.append(say(facts, tr, _LAW, norm=cite(facts, _WAGES, tr.code)))
    if ground:
        blocks.append(say(facts, tr, _GROUND, ground=ground.rstrip(".")))
    figures, words = sums.money(total, tr), sums.in_words(total, tr)
    blocks.append(say(facts, tr, _ASK if len(facts.workers) == 1 else _ASK_MANY, sum=figures, words=words))
    blocks.append(Words(tr(N_("Annexes:")), "lead_in"))
    blocks += court.annexes(facts, tr, _papers(facts, tr), has_sheets=False)
    blocks += court.signatures(facts, N_("Recovering party"), tr)
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """What the paper rests on: the term of wages; the ground of the order itself is the lawyer's."""
    return fact_of(facts, _WAGES), fact_of(facts, court.CONTENTS)


def accrued_of(_facts: LetterFacts, worker: LetterWorker) -> Decimal:
    """The wages of one worker that were not paid, without penalty, in tenge."""
    return worker.calculation.arrears


def _table(facts: LetterFacts, tr: Translator) -> Grid:
    """Month by month: accrued, due, paid, not paid."""
    columns = (
        Column(tr(N_("No.")), 8, "right"),
        Column(tr(N_("Worker")), 46),
        Column(tr(N_("Month")), 18, "centre"),
        Column(tr(N_("Accrued, ₸")), 26, "right"),
        Column(tr(N_("Due date")), 22, "centre"),
        Column(tr(N_("Paid, ₸")), 26, "right"),
        Column(tr(N_("Not paid, ₸")), 26, "right"),
    )
    rows: list[tuple[str, ...]] = []
    starts = []
    for number, worker in enumerate(facts.workers, start=1):
        starts.append(len(rows))
        head = (str(number), worker.person.full_name)
        for month in worker.calculation.months:
            if month.owed:
                paid = month.due - month.owed
                due, left = sums.short_day(month.due_on, tr), sums.figures(month.owed, tr)
                told = (sums.figures(month.due, tr), due, sums.figures(paid, tr), left)
                rows.append((*head, sums.short_month(month.month), *told))
                head = ("", "")
    total = sum((worker.calculation.arrears for worker in facts.workers), NOTHING)
    rows.append(("", tr(N_("Total")), "", "", "", "", sums.figures(total, tr)))
    return Grid(columns, tuple(rows), total=True, groups=frozenset(starts))


def _shown(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    if papers := tuple(_papers(facts, tr)):
        yield say(facts, tr, _SHOWN, papers="; ".join(each[:1].lower() + each[1:] for each in papers))


def _papers(facts: LetterFacts, tr: Translator) -> Iterator[str]:
    chosen = said(facts.answers, "accrued").codes
    yield from (tr(name) for code, name in _SHOWN_BY.items() if code in chosen)


def _requisites(facts: LetterFacts) -> Iterator[Problem]:
    yield from court.requisites(facts, accrued_of)
    for name, message in _NEEDED.items():
        if not said(facts.answers, name).value:
            yield Problem(f"answers.{name}", Message(message))
    if said(facts.answers, "undisputed").text in ("no", "unknown"):
        message = N_("A court order is for sums that nobody disputes. Make a claim to the court instead.")
        yield Problem("answers.undisputed", Message(message))
    if facts.signer.role is not Role.LAWYER:
        message = N_("The ground for a court order is the lawyer’s: choose a lawyer who signs.")
        yield Problem("signer_id", Message(message))


LETTER: Final = Letter(
    "court_order",
    TITLE,
    story,
    AddresseeKind.COURT,
    grounds,
    MadeFrom.WAGES,
    fields=(*_FIELDS, *court.SIGNED, *court.ANNEXES),
    texts=(_ACCRUED, _SHOWN, _LAW, _GROUND, _ASK, _ASK_MANY),
    requisites=_requisites,
)
