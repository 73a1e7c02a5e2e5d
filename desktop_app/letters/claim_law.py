"""The law a claim for wages rests on, and the paragraphs that state it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.complaints import PayBasis
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator, format_number
from desktop_app.law import Fact
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.claim_totals import ClaimTotals
from desktop_app.letters.grounds import cite, cite_if_settled, counted_on, fact_of, mark
from desktop_app.letters.texts import Text, say, wording

RESTS_ON: Final = ("lc.113.1", "lc.113.2", "lc.113.3")
MINIMUM_WAGE: Final = "lc.103.2"

_TERM: Final = Text(
    "claim.term",
    N_(
        "Wages are set and paid in money, in the national currency of the Republic of Kazakhstan, at least once a "
        "month and not later than the first ten days of the following month (%(norm)s)."
    ),
)
_LEAST: Final = Text(
    "claim.minimum_wage",
    N_(
        "The monthly wage of a worker who has worked the whole norm of working time may not be lower than the "
        "minimum, which from %(day)s is %(sum)s (%(norm)s)."
    ),
)
_FINAL: Final = Text(
    "claim.final_pay",
    N_(
        "When an employment contract ends, all sums due to the worker from the employer are paid not later than "
        "%(days)s working days after its end (%(norm)s)."
    ),
)
_PENALTY: Final = Text(
    "claim.penalty",
    N_(
        "An employer who delays wages owes the worker the arrears and a penalty. The penalty is counted at "
        "%(coefficient)s times the base rate of the National Bank of the Republic of Kazakhstan on the day the "
        "wages are paid, for each overdue calendar day, from the day after the payment was due through the day of "
        "payment (%(norm)s)."
    ),
)
TEXTS: Final = (_TERM, _LEAST, _FINAL, _PENALTY)
"""Standing texts of what the law says."""


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """Everything of law that the letter cannot do without: norms, rates, the minimum wage where it is claimed."""
    always = (fact_of(facts, key) for key in RESTS_ON)
    minimum = _minimum_wages(facts.workers)
    lowest = (fact_of(facts, MINIMUM_WAGE), *minimum) if minimum else ()
    return (*always, *counted_on(facts), *lowest)


def paragraphs(facts: LetterFacts, claim: ClaimTotals, tr: Translator) -> Iterator[Block]:
    """What the law says of the term, the minimum, the final pay and the penalty, as far as it is claimed."""
    yield say(facts, tr, _TERM, norm=cite(facts, "lc.113.1", tr.code))
    yield from (Words(text, key=_LEAST.key) for text in minimum_wages(facts, facts.workers, tr))
    term = law.value("pay.final_working_days", facts.on).fact
    final = "" if mark(facts, term) else cite_if_settled(facts, "lc.113.4", tr.code)
    if claim.ended and final:
        yield say(facts, tr, _FINAL, days=int(term.number), norm=final)
    if claim.penalty:
        coefficient = format_number(law.value("penalty.coefficient", facts.on).fact.number, tr.code)
        yield say(facts, tr, _PENALTY, coefficient=coefficient, norm=cite(facts, "lc.113.3", tr.code))


def minimum_wages(facts: LetterFacts, workers: tuple[LetterWorker, ...], tr: Translator) -> Iterator[str]:
    """Why months of these workers are claimed at the minimum wage; nothing when more than that was agreed."""
    for wage in _minimum_wages(workers):
        day = sums.day(wage.effective_from or facts.on, tr)
        least = sums.money(wage.number, tr) + mark(facts, wage)
        yield wording(facts, tr, _LEAST, day=day, sum=least, norm=cite(facts, MINIMUM_WAGE, tr.code))


def _minimum_wages(workers: tuple[LetterWorker, ...]) -> tuple[Fact, ...]:
    """The minimum wages that months are claimed at because less was agreed, each once."""
    found: dict[Fact, None] = {}
    for worker in workers:
        if worker.terms is None or worker.terms.basis is not PayBasis.MONTHLY:
            continue
        for month in worker.calculation.months:
            least = _minimum_wage(month.month)
            if least and worker.terms.rate_in_tenge < least.number == month.due:
                found[least] = None
    return tuple(found)


def _minimum_wage(month: date) -> Fact | None:
    try:
        return law.value("minimum_wage", month).fact
    except AppError:
        return None  # the table begins later: nothing can be said of that month
