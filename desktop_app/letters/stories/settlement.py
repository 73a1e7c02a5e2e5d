"""The agreement with the employer on paying the debt by instalments.

The worker gives up nothing before the last instalment has come: a missed one makes the whole rest due, and the penalty
of article 113(3) of the Labour Code runs on. What the law says of mediation and of settlements in court was not
checked, and the agreement says so until the lawyer takes the sentence out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.limitation import Unit, added
from desktop_app.domain.money import NOTHING
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator, format_money
from desktop_app.law import Fact
from desktop_app.letters import appeal, claim_beyond, letterhead, on_behalf, settlement_texts, sums
from desktop_app.letters.blocks import Block, Column, Grid, Signature, Story, Words
from desktop_app.letters.claim_totals import Debt, debt, debt_of
from desktop_app.letters.grounds import cite, counted_on, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

MOST_INSTALMENTS: Final = 60
_NO_DEBT: Final = N_("Nothing is owed on that day, so there is nothing to agree on. Log the wages first.")
_NO_PLAN: Final = N_(
    "The instalments are not known: write down the first day and the number of instalments, or the promises of the "
    "employer on the tab Money."
)
_UNEVEN: Final = N_(
    "The instalments written down on the tab Money come to %(promised)s, but %(owed)s is owed. Correct them there, or "
    "write the first day and the number of equal instalments here."
)
_UNEVEN_FOR: Final = N_(
    "The instalments of %(name)s written down on the tab Money come to %(promised)s, but %(owed)s is owed. Correct "
    "them there, or write the first day and the number of equal instalments here."
)
_TIYN: Final = Decimal("0.01")
_BANK: Final = "bank"
_BLANK: Final = "_" * 24
_FIRST: Final = FieldSpec(
    "first",
    N_("Day of the first instalment"),
    FieldKind.DAY,
    future=True,
    hint=N_("Empty: the instalments written down on the tab Money."),
)
_COUNT: Final = FieldSpec("count", N_("Number of instalments, one a month"), FieldKind.NUMBER)
_WAY: Final = FieldSpec(
    "way",
    N_("How it is paid"),
    FieldKind.CHOICE,
    (("cash", N_("In cash, against a receipt")), (_BANK, N_("To the account the worker names in writing"))),
)
_RETURN: Final = FieldSpec(
    "return_by",
    N_("The documents are returned by"),
    FieldKind.DAY,
    future=True,
    hint=N_("Empty: on the day the agreement is signed."),
)
_FIELDS: Final = (_FIRST, _COUNT, _WAY, _RETURN)


@dataclass(frozen=True)
class Part:
    """One instalment of one worker, in tenge."""

    worker: LetterWorker
    due_on: date
    amount: Decimal


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole agreement in one language. AppError when nothing is owed or no instalments are known."""
    owed = debt(facts)
    if not owed.total:
        raise AppError(_NO_DEBT)
    parts = plan(facts)
    if not parts:
        raise AppError(_NO_PLAN)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.head(facts, tr)
    blocks.append(Words(tr(N_("AGREEMENT")), "title"))
    blocks.append(Words(tr(N_("on paying wages and other sums owed by instalments")), "subtitle"))
    blocks += _parties(facts, tr)
    clauses = list(_clauses(facts, owed, tr))
    for number, (text, values) in enumerate(clauses, start=1):
        blocks.append(say(facts, tr, text, "item", f"{number}.", **values))
        if text is settlement_texts.DEBT:
            blocks.append(claim_beyond.table(facts, owed, tr))
        if text in (settlement_texts.PAYS_CASH, settlement_texts.PAYS_BANK):
            blocks.append(_table(facts, parts, tr))
    blocks.append(say(facts, tr, settlement_texts.UNCHECKED, "closing"))
    blocks += _signatures(facts, tr)
    return tuple(blocks)


def plan(facts: LetterFacts) -> tuple[Part, ...]:
    """Every instalment, worker by worker: equal parts from the answers, else the promises that were written down.

    The last of the equal parts takes the remainder, so that the parts agree with the debt to the tiyn. Empty when
    neither is known.
    """
    first, count = said(facts.answers, _FIRST.name).when, said(facts.answers, _COUNT.name).amount
    if first is not None and first.full is not None and count is not None and 1 <= count <= MOST_INSTALMENTS:
        return tuple(part for worker in facts.workers for part in _equal(facts, worker, first.full, int(count)))
    promises = facts.told.promises if facts.told is not None else {}
    return tuple(
        Part(worker, each.due_on, each.amount)
        for worker in facts.workers
        for each in sorted(promises.get(worker.worker_id, ()), key=lambda one: one.due_on)
    )


def _equal(facts: LetterFacts, worker: LetterWorker, first: date, count: int) -> Iterator[Part]:
    owed = debt_of(facts, worker).total
    part = (owed / count).quantize(_TIYN, ROUND_DOWN)
    for number in range(count):
        amount = part if number < count - 1 else owed - part * (count - 1)
        if amount:
            yield Part(worker, added(first, number, Unit.MONTHS), amount)


def _parties(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield from appeal.employer(facts, tr)
    if facts.employer.kind is EmployerKind.COMPANY:
        who = ", ".join(filter(None, (facts.employer.head_name, _BLANK)))
        yield Words(
            tr(N_("Who signs for the employer (office, full name, ground of the powers): %(who)s"), who=who), "fact"
        )
    if len(facts.workers) == 1:
        yield Words(tr(N_("Worker: %(name)s."), name=sums.named(facts.workers[0].person, tr)), "fact")
        yield say(facts, tr, settlement_texts.OPENING)
    else:
        yield say(facts, tr, settlement_texts.OPENING_MANY)


def _clauses(facts: LetterFacts, owed: Debt, tr: Translator) -> Iterator[tuple[Text, dict[str, object]]]:
    words = settlement_texts
    one = len(facts.workers) == 1
    total = {"sum": sums.money(owed.total, tr), "words": sums.in_words(owed.total, tr)}
    yield words.DEBT, {"day": sums.day(facts.on, tr), **total}
    yield words.PAYS_BANK if said(facts.answers, _WAY.name).text == _BANK else words.PAYS_CASH, {}
    yield words.MISSED, {"norm": cite(facts, "lc.113.3", tr.code)}
    if _keeps_documents(facts):
        back = said(facts.answers, _RETURN.name).when
        day = back.full if back is not None and back.full is not None else facts.on
        yield words.DOCUMENTS if one else words.DOCUMENTS_MANY, {"day": sums.day(day, tr)}
    yield words.NO_WAIVER if one else words.NO_WAIVER_MANY, {}
    yield words.SET_OFF, {}
    yield words.COPIES, {}


def _keeps_documents(facts: LetterFacts) -> bool:
    """Whether a document of one of the workers is still kept."""
    told = facts.told.of_kind(ComplaintKind.WITHHELD_DOCUMENTS, facts.worker_ids) if facts.told is not None else ()
    held = (document for complaint in told for document in complaint.documents)
    return any(each.returned_on is None and each.worker_id in facts.worker_ids for each in held)


def _table(facts: LetterFacts, parts: tuple[Part, ...], tr: Translator) -> Grid:
    many = len(facts.workers) > 1
    columns = [Column(tr(N_("No.")), 12, "right")]
    columns += [Column(tr(N_("Worker")), 70)] if many else []
    columns += [Column(tr(N_("Not later than")), 40, "centre"), Column(tr(N_("Sum, ₸")), 43, "right")]
    rows: list[tuple[str, ...]] = []
    groups, before = set(), -1
    for number, part in enumerate(parts, start=1):
        new = part.worker.worker_id != before
        if many and new:
            groups.add(len(rows))
        name = [part.worker.person.full_name] if many else []
        rows.append((str(number), *name, sums.short_day(part.due_on, tr), sums.figures(part.amount, tr)))
        before = part.worker.worker_id
    total = sums.figures(sum((part.amount for part in parts), NOTHING), tr)
    rows.append(("", tr(N_("Total")), "", total) if many else ("", tr(N_("Total")), total))
    return Grid(tuple(columns), tuple(rows), total=True, groups=frozenset(groups))


def _signatures(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield Signature(tr(N_("For the employer")), facts.employer.head_name or facts.employer.name)
    if len(facts.workers) == 1:
        yield Signature(tr(N_("Worker")), facts.workers[0].person.full_name)
    else:
        yield Words(tr(N_("Signatures of the workers")), "section")
        yield appeal.table(facts, tr, to_sign=True)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    yield from on_behalf.requisites(facts)
    count = said(facts.answers, _COUNT.name).amount
    if count is not None and not (1 <= count <= MOST_INSTALMENTS and count == int(count)):
        message = N_("Write a whole number of instalments, from 1 to %(most)s.")
        yield Problem("answers.count", Message(message, {"most": MOST_INSTALMENTS}))
    parts = plan(facts)
    if not parts:
        yield Problem("answers.first", Message(_NO_PLAN))
        return
    for worker in facts.workers:
        promised = sum((part.amount for part in parts if part.worker is worker), NOTHING)
        owed = debt_of(facts, worker).total
        if promised != owed:
            told = {"promised": format_money(promised, "ru"), "owed": format_money(owed, "ru")}
            if len(facts.workers) == 1:
                yield Problem("answers.first", Message(_UNEVEN, told))
            else:
                yield Problem("answers.first", Message(_UNEVEN_FOR, {"name": worker.person.full_name, **told}))


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys((fact_of(facts, "lc.113.3"), *counted_on(facts), *claim_beyond.grounds(facts))))


LETTER: Final = Letter(
    "settlement",
    N_("Agreement on paying by instalments"),
    story,
    AddresseeKind.EMPLOYER,
    _grounds,
    fields=_FIELDS,
    texts=settlement_texts.TEXTS,
    requisites=_requisites,
)
