"""The worker's notice that the employer breaks the labour contract (Labour Code, article 56(3)).

The employer has a number of working days to end the breach; if it goes on, the worker may leave with a short notice and
is owed compensation for the loss of work (article 131). For a domestic worker both are as the contract lays them down
(article 136), so neither is told. All days are counted by the calendar of the law tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.limitation import Unit, added
from desktop_app.domain.money import NOTHING
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, letterhead, on_behalf, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_NO_BREACH: Final = N_("Choose which duties the employer breaks, or log the complaints first: the notice names them.")
_ENDED: Final = N_(
    "The work has ended already, so there is no contract to give notice of. Make the claim to the employer instead."
)
_RIGHT: Final = "lc.56.3"
_LOSS_OF_WORK: Final = "lc.131"
_DOMESTIC: Final = "lc.136"
_TO_MEND: Final = "notice.breach_working_days"
_TO_LEAVE: Final = "notice.leave_working_days"

_WAGES, _MINIMUM, _OVERTIME, _DEDUCTIONS, _PAPERS, _COPY, _OTHER_WORK, _SAFETY, _REST = (
    "wages", "minimum", "overtime", "deductions", "papers", "copy", "other_work", "safety", "rest",
)  # fmt: skip
_BREACHES: Final = FieldSpec(
    "breaches",
    N_("What the employer does"),
    FieldKind.CHOICES,
    (
        (_WAGES, N_("Pays late or not in full")),
        (_MINIMUM, N_("Pays less than the minimum wage")),
        (_OVERTIME, N_("Does not pay overtime, nights, days off")),
        (_REST, N_("Gives no days off or leave")),
        (_DEDUCTIONS, N_("Deducts without a ground")),
        (_PAPERS, N_("Keeps the documents of the worker")),
        (_COPY, N_("Gave no copy of the contract")),
        (_OTHER_WORK, N_("Demands work that was not agreed")),
        (_SAFETY, N_("Gives no safe conditions of work")),
    ),
    hint=N_("Complaints of the case are named of themselves."),
)
_MORE: Final = FieldSpec("more", N_("Another breach, as it is to stand in the notice"), FieldKind.TEXT, span=2)

_OPENING: Final = Text("breach.opening", N_("I give notice that the employer breaks my labour contract:"))
_OPENING_MANY: Final = Text("breach.opening_many", N_("We give notice that the employer breaks our labour contracts:"))
_NAMED: Final = {
    _WAGES: Text("breach.wages", N_("Wages are paid late or not in full.")),
    _MINIMUM: Text("breach.minimum", N_("The pay for the whole norm of working time is below the minimum wage.")),
    _OVERTIME: Text(
        "breach.overtime", N_("Overtime, night work or work on days off and holidays is not paid as the law says.")
    ),
    _REST: Text("breach.rest", N_("Weekly days off or yearly leave are not given.")),
    _DEDUCTIONS: Text("breach.deductions", N_("Sums are deducted from the wages without a ground in law.")),
    _PAPERS: Text("breach.papers", N_("The originals of documents are kept.")),
    _COPY: Text("breach.copy", N_("No copy of the labour contract was given.")),
    _OTHER_WORK: Text("breach.other_work", N_("Work is demanded that the labour contract does not provide for.")),
    _SAFETY: Text("breach.safety", N_("Safe conditions of work are not provided.")),
}
_OWN: Final = Text("breach.own", N_("%(breach)s."))
_SUM: Final = Text("breach.sum", N_("On %(day)s the debt of wages with the penalty is %(sum)s (%(words)s)."))
_END_IT: Final = Text(
    "breach.end_it",
    N_(
        "I ask you to end these breaches not later than %(day)s. The law gives the employer %(days)s working days from "
        "the notice (%(norm)s)."
    ),
)
_END_IT_MANY: Final = Text(
    "breach.end_it_many",
    N_(
        "We ask you to end these breaches not later than %(day)s. The law gives the employer %(days)s working days "
        "from the notice (%(norm)s)."
    ),
)
_LEAVING: Final = Text(
    "breach.leaving",
    N_(
        "If the breaches go on after that day, I have the right to end the labour contract with a written notice of at "
        "least %(days)s working days (%(norm)s). When that notice is given on %(given)s, the last day of work is "
        "%(last)s at the earliest."
    ),
)
_LEAVING_MANY: Final = Text(
    "breach.leaving_many",
    N_(
        "If the breaches go on after that day, each of us has the right to end the labour contract with a written "
        "notice of at least %(days)s working days (%(norm)s). When that notice is given on %(given)s, the last day of "
        "work is %(last)s at the earliest."
    ),
)
_LEAVING_HOME: Final = Text(
    "breach.leaving_home",
    N_(
        "If the breaches go on after that day, I have the right to end the labour contract (%(norm)s). The term of "
        "that notice and the compensation for the loss of work are those of the labour contract (%(domestic)s)."
    ),
)
_LEAVING_HOME_MANY: Final = Text(
    "breach.leaving_home_many",
    N_(
        "If the breaches go on after that day, each of us has the right to end the labour contract (%(norm)s). The "
        "term of that notice and the compensation for the loss of work are those of the labour contract "
        "(%(domestic)s)."
    ),
)
_COMPENSATION: Final = Text(
    "breach.compensation",
    N_(
        "When the contract ends for this reason, the employer pays all that is owed and the compensation for the loss "
        "of work (%(norm)s)."
    ),
)
_HANDED: Final = Text(
    "breach.handed",
    N_(
        "These days are counted for a notice that is handed over on %(day)s. If it is handed over later, they move by "
        "as many working days."
    ),
)
_TEXTS: Final = (
    _OPENING, _OPENING_MANY, *_NAMED.values(), _OWN, _SUM, _END_IT, _END_IT_MANY, _LEAVING, _LEAVING_MANY,
    _LEAVING_HOME, _LEAVING_HOME_MANY, _COMPENSATION, _HANDED, *on_behalf.OF_APPLICANTS,
)  # fmt: skip
_OF_COMPLAINTS: Final = {
    ComplaintKind.WAGE_ARREARS: _WAGES,
    ComplaintKind.OVERTIME: _OVERTIME,
    ComplaintKind.DEDUCTIONS: _DEDUCTIONS,
    ComplaintKind.WITHHELD_DOCUMENTS: _PAPERS,
}


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole notice in one language. AppError when no breach is known or the work has ended."""
    if _has_ended(facts):
        raise AppError(_ENDED)
    breaches = _breaches(facts)
    own = said(facts.answers, _MORE.name).text.strip().rstrip(".;")
    own = own[:1].upper() + own[1:]
    if not breaches and not own:
        raise AppError(_NO_BREACH)
    one = len(facts.workers) == 1
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening(facts, tr)
    blocks.append(Words(tr(N_("NOTICE")), "title"))
    blocks.append(Words(tr(N_("of a breach of the labour contract by the employer")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += on_behalf.place_of_work(facts, tr)
    blocks.append(say(facts, tr, _OPENING if one else _OPENING_MANY, "lead_in"))
    items = [say(facts, tr, text, "item", "–") for text in breaches]
    items += [say(facts, tr, _OWN, "item", "–", breach=own)] if own else []
    blocks += items
    blocks += _terms(facts, tr)
    blocks += appeal.signatures(facts, tr)
    return tuple(blocks)


def _has_ended(facts: LetterFacts) -> bool:
    """Whether everybody the notice speaks for has left the work."""
    ended = [worker.terms.ended_on if worker.terms else None for worker in facts.workers]
    return all(day is not None and day < facts.on for day in ended)


def _breaches(facts: LetterFacts) -> tuple[Text, ...]:
    """The breaches chosen and those the complaints of the case tell of, in the order of the form."""
    found = set(said(facts.answers, _BREACHES.name).codes)
    told = facts.told
    kinds = [kind for kind in _OF_COMPLAINTS if told is not None and told.of_kind(kind, facts.worker_ids)]
    found |= {_OF_COMPLAINTS[kind] for kind in kinds}
    if _debt(facts):
        found.add(_WAGES)
    return tuple(_NAMED[code] for code, _name in _BREACHES.choices if code in found)


def _debt(facts: LetterFacts) -> Decimal:
    return sum((worker.calculation.total for worker in facts.workers), NOTHING)


def _terms(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """What is owed, until when the breaches are to end, and what the worker may do then."""
    if debt := _debt(facts):
        day, total = sums.day(facts.on, tr), sums.money(debt, tr)
        yield say(facts, tr, _SUM, day=day, sum=total, words=sums.in_words(debt, tr))
    norm, one = cite(facts, _RIGHT, tr.code), len(facts.workers) == 1
    days = int(law.value(_TO_MEND, facts.on).fact.number)
    yield say(facts, tr, _END_IT if one else _END_IT_MANY, day=sums.day(facts.pay_by, tr), days=days, norm=norm)
    if _is_domestic(facts):
        domestic = cite(facts, _DOMESTIC, tr.code)
        yield say(facts, tr, _LEAVING_HOME if one else _LEAVING_HOME_MANY, norm=norm, domestic=domestic)
    else:
        yield from _leaving(facts, norm, tr)
    yield say(facts, tr, _HANDED, day=sums.day(facts.on, tr))


def _leaving(facts: LetterFacts, norm: str, tr: Translator) -> Iterator[Block]:
    """The short notice with its real days, and what is owed when the contract ends by it."""
    given = added(facts.pay_by, 1, Unit.WORKING_DAYS)
    days = int(law.value(_TO_LEAVE, facts.on).fact.number)
    last = added(given, days, Unit.WORKING_DAYS)
    text = _LEAVING if len(facts.workers) == 1 else _LEAVING_MANY
    yield say(facts, tr, text, days=days, norm=norm, given=sums.day(given, tr), last=sums.day(last, tr))
    yield say(facts, tr, _COMPENSATION, norm=cite(facts, _LOSS_OF_WORK, tr.code))


def _is_domestic(facts: LetterFacts) -> bool:
    """Whether the work is a household's: notice and compensation are then a matter of the contract (article 136)."""
    return facts.employer.kind is EmployerKind.HOUSEHOLD


def earliest_end(on: date) -> date:
    """The last of the working days the employer has to end a breach, when the notice is handed over on `on`."""
    return added(on, int(law.value(_TO_MEND, on).fact.number), Unit.WORKING_DAYS)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    yield from on_behalf.requisites(facts)
    end = earliest_end(facts.on)
    if facts.pay_by < end:
        message = N_("The law gives the employer time through %(day)s: choose that day or a later one.")
        yield Problem("pay_by", Message(message, {"day": f"{end:%d.%m.%Y}"}))


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    domestic = _is_domestic(facts)
    norms = (_RIGHT, _DOMESTIC) if domestic else (_RIGHT, _LOSS_OF_WORK)
    terms = (_TO_MEND,) if domestic else (_TO_MEND, _TO_LEAVE)
    return (*(fact_of(facts, key) for key in norms), *(law.value(key, facts.on).fact for key in terms))


LETTER: Final = Letter(
    "breach_notice",
    N_("Notice to the employer of a breach of the contract"),
    story,
    AddresseeKind.EMPLOYER,
    _grounds,
    fields=(_BREACHES, _MORE, *appeal.SIGNED),
    texts=_TEXTS,
    requisites=_requisites,
    asks_date=True,
)
