"""What a paper to a court about pay tells: the work, what is owed, what was asked before, the law, the term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.answers import Answers, FieldSpec, in_words, said
from desktop_app.domain.complaint_forms_pay import NO_CONTRACT
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.limitation import Rule, Term, term
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator, format_month
from desktop_app.law import Fact
from desktop_app.letters import claim_beyond, claim_law, claim_texts, court, earlier_letters, on_behalf, sums
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.claim_totals import claims_of, totals
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.texts import Text, say

_WITHOUT_CONTRACT: Final = Text(
    "court.no_contract",
    N_("The employer let the work be done without a written contract."),
)
_PROOFS: Final = Text("court.proofs", N_("The work is proved by: %(found)s (%(norm)s)."))
_TRACES: Final = Text("court.traces", N_("The work also left these traces: %(found)s."))
_IN_TIME: Final = Text("court.in_time", N_("The term to go to court is kept (%(norm)s)."))
_LONGER: Final = Text(
    "court.longer_term",
    N_(
        "The term of one year does not bar recovery of wages and other sums for work within the general limitation "
        "period while the employer’s duty is not fulfilled (%(ruling)s)."
    ),
)
_OWED: Final = (claim_texts.UNPAID_AND_LATE, claim_texts.UNPAID, claim_texts.LATE)
TEXTS: Final = (*_OWED, *claim_law.TEXTS, *claim_beyond.TEXTS, _WITHOUT_CONTRACT, _PROOFS, _TRACES, _IN_TIME, _LONGER)

_PROVED_BY: Final = "lc.35"
_DEMANDS: Final = frozenset({"employer_claim"})


def circumstances(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Where the work was, for what pay, what is owed of it, what was asked of the employer before."""
    yield from work(facts, tr)
    yield from _no_contract(facts, tr)
    yield from _owed(facts, tr)
    yield from earlier_letters.to_employer(facts, tr, _DEMANDS)


def has_wages(facts: LetterFacts) -> bool:
    """Whether any month of wages is claimed, or a penalty on one."""
    return any(worker.calculation.total for worker in facts.workers)


def law_of_pay(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """What the law says of wages and of the penalty; the other sums name their norms themselves."""
    if has_wages(facts):
        yield from claim_law.paragraphs(facts, totals(facts), tr)


def in_time(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """That the term is kept, by the shorter reading or by the longer one; nothing when it is late by both."""
    counted = _term(facts)
    if counted is None or facts.on > counted.outer.on:
        return
    if facts.on <= counted.safe.on:
        yield say(facts, tr, _IN_TIME, norm=cite(facts, "lc.160", tr.code))
        return
    yield say(facts, tr, _LONGER, ruling=cite(facts, "kc.81", tr.code))


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """What these paragraphs rest on, beside the norms of the wages and of the sums beyond them."""
    counted = _term(facts)
    found = [fact_of(facts, _PROVED_BY)] if _proofs(facts) else []
    if counted is not None and facts.on <= counted.safe.on:
        found.append(fact_of(facts, "lc.160"))
    elif counted is not None and facts.on <= counted.outer.on:
        found.append(fact_of(facts, "kc.81"))
    return tuple(found)


def work(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """The employer, the place, the occupation, the pay as agreed, the months: line by line."""
    yield Words(tr(N_("Employer: %(name)s."), name=facts.employer.name), "fact")
    yield from on_behalf.place_of_work(facts, tr)
    agreed = {worker.terms for worker in facts.workers}
    if len(agreed) == 1 and (terms := agreed.pop()):
        yield from (Words(text, "fact") for text in (sums.pay(terms, tr), sums.exchange(terms, tr)) if text)
    if not has_wages(facts):
        return
    claim = totals(facts)
    first, last = (format_month(month, tr.code) for month in (claim.months[0], claim.months[-1]))
    if first == last:
        yield Words(tr(N_("Wages claimed for: %(month)s."), month=first), "fact")
    else:
        yield Words(tr(N_("Wages claimed for: %(first)s – %(last)s."), first=first, last=last), "fact")


def _no_contract(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    told = facts.told.of_kind(ComplaintKind.NO_CONTRACT, facts.worker_ids) if facts.told is not None else ()
    if not told:
        return
    yield say(facts, tr, _WITHOUT_CONTRACT)
    for each in told:
        if started := in_words(_SPECS["started"], said(each.answers, "started"), tr, tr.code):
            yield Words(tr(N_("First day of work: %(day)s."), day=started), "fact")
            break
    for name, text in (("proofs", _PROOFS), ("traces", _TRACES)):
        if found := _named(tuple(each.answers for each in told), _SPECS[name], tr):
            yield say(facts, tr, text, found=found, norm=cite(facts, _PROVED_BY, tr.code))


_SPECS: Final[dict[str, FieldSpec]] = {spec.name: spec for spec in NO_CONTRACT}


def _named(answers: tuple[Answers, ...], spec: FieldSpec, tr: Translator) -> str:
    """What was chosen by anybody, each once, in the words and the order of the form."""
    chosen = {code for each in answers for code in said(each, spec.name).codes}
    names = (tr(name) for code, name in spec.offered if code in chosen)
    return "; ".join(name[:1].lower() + name[1:] for name in names)


def _proofs(facts: LetterFacts) -> bool:
    told = facts.told.of_kind(ComplaintKind.NO_CONTRACT, facts.worker_ids) if facts.told is not None else ()
    return any(said(each.answers, "proofs").codes for each in told)


def _owed(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    price, day = court.price(facts), sums.day(facts.on, tr)
    arrears, penalty = sums.money(price.arrears, tr), sums.money(price.penalty, tr)
    if price.arrears and price.penalty:
        yield say(facts, tr, claim_texts.UNPAID_AND_LATE, day=day, arrears=arrears, penalty=penalty)
    elif price.arrears:
        yield say(facts, tr, claim_texts.UNPAID, day=day, arrears=arrears)
    elif price.penalty:
        yield say(facts, tr, claim_texts.LATE, penalty=penalty)
    yield from claim_beyond.paragraphs(facts, tr)
    if len(facts.workers) > 1:
        yield court.table(facts, tr)


def _term(facts: LetterFacts) -> Term | None:
    """The term of the oldest sum that is claimed; None without a sum, or for days before the law tables."""
    days = [month.due_on for worker in facts.workers for month in worker.calculation.months if month.owed]
    for worker in facts.workers:
        claims = claims_of(facts, worker)
        days += [line.due_on for line in claims.lines] if claims is not None else []
    try:
        return term(Rule.WAGES, min(days), facts.on) if days else None
    except AppError:
        return None
