"""The annex: one worker's arrears and penalty, line by line, so that a judge can count them again by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from desktop_app import law
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.penalty import PenaltyPart
from desktop_app.domain.wages import MonthArrears, WageCalculation
from desktop_app.errors import Message
from desktop_app.i18n import N_, Translator, format_number
from desktop_app.law import Fact
from desktop_app.letters import letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Sheet, Words
from desktop_app.letters.claim_law import minimum_wages
from desktop_app.letters.grounds import cite, confirmed_after, mark

_SHOWN_EXACT: Final = Decimal("0.0001")
_NONE: Final = "–"

Row = tuple[str, ...]


@dataclass(frozen=True)
class AnnexTo:
    """What a sheet is annexed to, as it says on top: `one` for a single worker, `many` with the number of the annex.

    `inside`: it stays in the file, so it also says what the lawyer has still to look at; nobody else reads doubts.
    """

    one: str
    many: str
    inside: bool = False


TO_CLAIM: Final = AnnexTo(
    N_("Annex to the claim No. %(letter)s of %(day)s"),
    N_("Annex No. %(number)s to the claim No. %(letter)s of %(day)s"),
)


def annexes(facts: LetterFacts, tr: Translator, to: AnnexTo = TO_CLAIM) -> Iterator[Block]:
    """A sheet of its own for each worker, so that a worker's figures can be handed to that worker alone."""
    for number, worker in enumerate(facts.workers, start=1):
        yield Sheet(landscape=True)
        yield from sheet(facts, worker, number, tr, to)


def annexed_to(facts: LetterFacts, number: int, tr: Translator, to: AnnexTo) -> Words:
    """The line on top of a sheet: which annex it is, and of what."""
    said = {"letter": sums.reference(facts.copy_of or facts.number, tr), "day": sums.day(facts.on, tr)}
    if len(facts.workers) == 1:
        return Words(tr(to.one, **said), "annex_mark")
    return Words(tr(to.many, number=number, **said), "annex_mark")


def sheet(
    facts: LetterFacts, worker: LetterWorker, number: int, tr: Translator, to: AnnexTo = TO_CLAIM
) -> Iterator[Block]:
    """The wages of one worker, without the new page before it."""
    counted = worker.calculation
    yield annexed_to(facts, number, tr, to)
    yield Words(tr(N_("Calculation of the wage arrears and the penalty")), "heading")
    yield Words(tr(N_("Worker: %(worker)s"), worker=sums.named(worker.person, tr)), "annex_fact")
    if worker.terms:
        told = (sums.pay(worker.terms, tr), sums.exchange(worker.terms, tr))
        yield from (Words(text, "annex_fact") for text in told if text)
    yield Words(tr(N_("Counted through %(day)s."), day=sums.day(counted.counted_to, tr)), "annex_fact")
    yield _grid(facts, counted, tr)
    yield from _totals(counted, tr)
    yield from _method(facts, worker, tr)
    yield letterhead.signature(facts.signer, tr)


def _grid(facts: LetterFacts, counted: WageCalculation, tr: Translator) -> Grid:
    columns = (
        Column(tr(N_("Month")), 16, "centre"),
        Column(tr(N_("Accrued, ₸")), 23, "right"),
        Column(tr(N_("Due date")), 19, "centre"),
        Column(tr(N_("Paid on (counted through)")), 28, "centre"),
        Column(tr(N_("Sum, ₸")), 23, "right"),
        Column(tr(N_("Balance, ₸")), 23, "right"),
        Column(tr(N_("Days overdue")), 22, "right"),
        Column(tr(N_("Rate, percent a year")), 28, "right"),
        Column(tr(N_("Rate since")), 21, "left"),
        Column(tr(N_("Coefficient")), 23, "right"),
        Column(tr(N_("Penalty before rounding, ₸")), 31, "right"),
        Column(tr(N_("Penalty, ₸")), 21, "right"),
    )
    rows: list[Row] = []
    groups = set()
    for month in counted.months:
        groups.add(len(rows))
        rows += _month(facts, counted, month, tr)
    money = [sums.figures(amount, tr) for amount in (counted.due, counted.arrears, counted.penalty)]
    rows.append((tr(N_("Total")), money[0], "", "", "", money[1], "", "", "", "", "", money[2]))
    return Grid(columns, tuple(rows), total=True, groups=frozenset(groups))


def _month(facts: LetterFacts, counted: WageCalculation, month: MonthArrears, tr: Translator) -> list[Row]:
    """The lines of one month: each payment on its day, then what is still owed; the month's penalty at the end."""
    balance = month.due
    lines: list[Row] = []
    for payment in month.payments:
        if payment.paid_on <= month.due_on:
            balance -= payment.amount
            when = sums.short_day(payment.paid_on, tr)
            lines.append((when, sums.figures(payment.amount, tr), sums.figures(balance, tr), *[_NONE] * 5))
    for part in month.penalty.parts:
        balance -= part.amount if part.paid else 0
        lines.append(_part(facts, counted, part, balance, tr))
    if month.owed and not any(not part.paid for part in month.penalty.parts):
        owed = sums.figures(month.owed, tr)
        lines.append((_not_paid(counted, tr), owed, owed, *[_NONE] * 5))
    head = (sums.short_month(month.month), sums.figures(month.due, tr), sums.short_day(month.due_on, tr))
    lines = lines or [(_NONE,) * 8]
    last = len(lines) - 1
    return [
        (
            *(head if index == 0 else ("", "", "")),
            *line,
            sums.figures(month.penalty.total, tr) if index == last else "",
        )
        for index, line in enumerate(lines)
    ]


def _part(facts: LetterFacts, counted: WageCalculation, part: PenaltyPart, balance: Decimal, tr: Translator) -> Row:
    return (
        sums.short_day(part.until, tr) if part.paid else _not_paid(counted, tr),
        sums.figures(part.amount, tr),
        sums.figures(balance, tr),
        str(part.days),
        format_number(part.rate, tr.code),
        sums.short_day(part.rate_from, tr) + _rate_mark(facts, counted, part),
        format_number(part.coefficient, tr.code),
        _exact(part, tr),
    )


def _not_paid(counted: WageCalculation, tr: Translator) -> str:
    """In brackets: the day of counting stands where a day of payment would."""
    return f"({sums.short_day(counted.counted_to, tr)})"


def _exact(part: PenaltyPart, tr: Translator) -> str:
    return format_number(part.exact.quantize(_SHOWN_EXACT, ROUND_HALF_UP), tr.code)


def _rate_mark(facts: LetterFacts, counted: WageCalculation, part: PenaltyPart) -> str:
    rates = (fact for fact in _rate_facts(counted) if fact.effective_from == part.rate_from)
    return next((mark(facts, fact) for fact in rates), "")


def _totals(counted: WageCalculation, tr: Translator) -> Iterator[Block]:
    on = sums.day(counted.counted_to, tr)
    yield Words(
        tr(
            N_("Accrued %(due)s, paid %(paid)s; wage arrears: %(arrears)s (%(words)s)."),
            due=sums.money(counted.due, tr),
            paid=sums.money(counted.paid, tr),
            arrears=sums.money(counted.arrears, tr),
            words=sums.in_words(counted.arrears, tr),
        ),
        "annex_fact",
    )
    penalty = sums.money(counted.penalty, tr)
    words = sums.in_words(counted.penalty, tr)
    yield Words(tr(N_("Penalty on %(day)s: %(sum)s (%(words)s)."), day=on, sum=penalty, words=words), "annex_fact")
    total, words = sums.money(counted.total, tr), sums.in_words(counted.total, tr)
    yield Words(tr(N_("Total on %(day)s: %(sum)s (%(words)s)."), day=on, sum=total, words=words), "sum")
    if counted.unallocated:
        msgid = N_("Paid beyond what had accrued and not set off: %(sum)s.")
        yield Words(tr(msgid, sum=sums.money(counted.unallocated, tr)), "annex_fact")


def _method(facts: LetterFacts, worker: LetterWorker, tr: Translator) -> Iterator[Block]:
    counted = worker.calculation
    parts = [part for month in counted.months for part in month.penalty.parts if part.days]
    if parts:
        yield Words(_formula(facts, counted, parts[0], tr), "method")
        yield Words(_example(counted, parts[0], tr), "method")
    notes = [*minimum_wages(facts, (worker,), tr), *_notes(facts, counted, tr)]
    for number, note in enumerate(notes, start=1):
        yield Words(note, "last_note" if number == len(notes) else "note", f"{number}.")


def _formula(facts: LetterFacts, counted: WageCalculation, part: PenaltyPart, tr: Translator) -> str:
    divisors = (fact for fact in counted.facts if fact.key == "penalty.days_in_year")
    divisor = f"{part.divisor}{next((mark(facts, fact) for fact in divisors), '')}"
    msgid = N_("Penalty = sum × rate / 100 × coefficient × days overdue / %(divisor)s.")
    return tr(msgid, divisor=divisor)


def _example(counted: WageCalculation, part: PenaltyPart, tr: Translator) -> str:
    month = next(month.month for month in counted.months if part in month.penalty.parts)
    return tr(
        N_(
            "Example, the first sum for %(month)s: "
            "%(sum)s × %(rate)s / 100 × %(coefficient)s × %(days)s / %(divisor)s = %(result)s."
        ),
        month=sums.short_month(month),
        sum=sums.figures(part.amount, tr),
        rate=format_number(part.rate, tr.code),
        coefficient=format_number(part.coefficient, tr.code),
        days=part.days,
        divisor=part.divisor,
        result=_exact(part, tr),
    )


def _notes(facts: LetterFacts, counted: WageCalculation, tr: Translator) -> Iterator[str]:
    day = sums.short_day(counted.counted_to, tr)
    term = N_(
        "Wages are due on the agreed day and not later than the law allows; where that day is a day off or a holiday, "
        "they are due on the eve (%(norm)s)."
    )
    yield tr(term, norm=cite(facts, "lc.113.1", tr.code))
    msgid = N_(
        "Days overdue are calendar days from the day after the due date through the day of payment, for what is not "
        "paid through %(day)s (%(norm)s)."
    )
    yield tr(msgid, day=day, norm=cite(facts, "lc.113.3", tr.code))
    yield from _rates(facts, counted, day, tr)
    yield tr(
        N_("The penalty for each month is rounded once, to the tiyn, halves up; totals add up the rounded figures.")
    )
    # What the centre has still to do about its law is told by the mark alone.
    ours = [warning for fact in _rate_facts(counted) for warning in _past(fact, counted)]
    ours += [warning for fact in counted.facts for warning in law.warnings(fact)]
    yield from (warning.text(tr) for warning in counted.warnings if warning not in ours)


def _rates(facts: LetterFacts, counted: WageCalculation, day: str, tr: Translator) -> Iterator[str]:
    rates = _rate_facts(counted)
    if any(fact.key == "base_rate" for fact in rates):
        msgid = N_(
            "The rate is the base rate of the National Bank of the Republic of Kazakhstan on the day of payment; for "
            "what is not paid, the rate in force on %(day)s, and the penalty is to be counted again on the day of "
            "payment. Source: decisions of the National Bank, www.nationalbank.kz."
        )
        yield tr(msgid, day=day)
    if any(fact.key == "refinancing_rate" for fact in rates):
        yield tr(N_("Before the base rate applied, the rate is the official refinancing rate of the National Bank."))
    for fact in rates:
        if fact.confirmed_until and _past(fact, counted) and not confirmed_after(facts, fact, counted.counted_to):
            msgid = N_(
                "The rate of %(rate)s %% is known through %(known)s. If the National Bank has changed it since, the "
                "penalty is to be counted again at the rate as changed."
            )
            rate, known = format_number(fact.number, tr.code), sums.short_day(fact.confirmed_until, tr)
            yield tr(msgid, rate=rate, known=known)


def _rate_facts(counted: WageCalculation) -> list[Fact]:
    return [fact for fact in counted.facts if fact.key.endswith("_rate")]


def _past(fact: Fact, counted: WageCalculation) -> tuple[Message, ...]:
    """The warning of the law tables when a part was counted on a day for which `fact` is not vouched.

    An employer is not told to check it: the annex says it in words of its own.
    """
    days = {part.until for month in counted.months for part in month.penalty.parts}
    dated = (law.value(fact.key, day) for day in days)
    return next((each.warnings for each in dated if each.fact == fact and each.past), ())
