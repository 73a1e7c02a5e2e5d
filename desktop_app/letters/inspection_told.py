"""What the labour inspection is told of a case: wages, other sums and breaches, section by section, with the norms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from desktop_app.domain.answers import said
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.employers import PRIVATE, EmployerKind
from desktop_app.domain.held_documents import is_returned
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.pay_claims import ClaimKind
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import claim_law, owed_lines, sums
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.claim_totals import totals
from desktop_app.letters.complaint_lines import Group, Told, concerned, groups, norms_of, tell, texts_of
from desktop_app.letters.grounds import cite
from desktop_app.letters.labour_breaches import BREACHES
from desktop_app.letters.owed_lines import WorkerSum
from desktop_app.letters.texts import Text, say

_WAGES: Final = Text("inspection.wages", N_("The work was done, but the wages have not been paid in full."))
_LATE: Final = Text("inspection.late", N_("The wages were paid later than they were due; the penalty was not paid."))
_MINIMUM: Final = Text(
    "inspection.minimum",
    N_(
        "Less than the minimum wage was paid for months that were worked in full. The monthly wage for the whole norm "
        "of working time may not be lower than the minimum (%(norm)s). By the calculation %(sum)s is lacking."
    ),
)
_LEAVE: Final = Text(
    "inspection.leave_pay",
    N_("Unused leave was not paid for at the end of work. By the calculation %(sum)s is owed for it."),
)
_HELD: Final = Text(
    "inspection.held",
    N_(
        "The employer keeps originals of documents. They may stay with an employer only with the worker’s consent and "
        "against a written undertaking to return them (%(norm)s)."
    ),
)
_NO_CONTRACT: Final = N_("Work without a written employment contract")
_CONTRACT: Final = N_("Employment contract")
_OF_ORDERS: Final = ("order_seen", "order_on")
_EMPLOYERS: Final = ("", "employer", "foreman")
_TWO_YEARS: Final = timedelta(days=730)

TEXTS: Final = (
    *claim_law.TEXTS,
    _WAGES,
    _LATE,
    _MINIMUM,
    _LEAVE,
    _HELD,
    *(text for lines in BREACHES.values() for text in texts_of(lines)),
)


def has(facts: LetterFacts, kind: ComplaintKind) -> bool:
    """Whether a complaint of this kind is about a worker of the letter."""
    return facts.told is not None and bool(facts.told.of_kind(kind, facts.worker_ids))


def beside_wages(facts: LetterFacts) -> bool:
    """Whether there is a breach beside unpaid wages."""
    return any(_found(facts, kind) for kind in BREACHES) or bool(_held_by_employer(facts))


def is_without_contract(facts: LetterFacts) -> bool:
    """Whether anybody works without a contract; one that was signed and only not handed over is none of these."""
    found = facts.told.of_kind(ComplaintKind.NO_CONTRACT, facts.worker_ids) if facts.told is not None else ()
    return any(said(each.answers, "asked").text != "kept" for each in found)


def is_anything(facts: LetterFacts) -> bool:
    """Whether there is anything to tell the inspection."""
    return bool(owed_lines.owed(facts)) or has(facts, ComplaintKind.WAGE_ARREARS) or beside_wages(facts)


def circumstances(facts: LetterFacts, owed: tuple[WorkerSum, ...], tr: Translator) -> Iterator[Block]:
    """Everything that happened, wages first, each kind under its own name."""
    yield from _wages(facts, owed, tr)
    for kind in BREACHES:
        lines, found = _lines(facts, kind), _found(facts, kind)
        if found:
            yield Words(tr(_head(facts, kind)), "section")
        for group in found:
            yield from tell(facts, tr, kind, lines, group)
    if about := _held_by_employer(facts):
        yield Words(tr(COMPLAINT_KINDS[ComplaintKind.WITHHELD_DOCUMENTS]), "section")
        yield from concerned(facts, tr, about)
        yield say(facts, tr, _HELD, norm=cite(facts, "lc.32.7", tr.code))


def liability(facts: LetterFacts, owed: tuple[WorkerSum, ...]) -> Iterator[str]:
    """The articles on administrative liability that fit what is told; they name no private person."""
    if facts.employer.kind in PRIVATE:
        return
    hours = groups(facts, ComplaintKind.OVERTIME, BREACHES[ComplaintKind.OVERTIME])
    what = {code for group in hours for code in said(group.answers, "what").codes}
    if is_without_contract(facts):
        yield "koap.86"
    unpaid = {ComplaintKind.WAGE_ARREARS, ComplaintKind.DEDUCTIONS}
    if owed or any(has(facts, kind) for kind in unpaid) or _is_final_pay_due(facts):
        yield "koap.87.1"
    if any(_is_underpaid(group) for group in hours):
        yield "koap.87.3"
    if "no_leave" in what and _two_years_without_leave(facts):
        yield "koap.88"
    if "long_days" in what:
        yield "koap.89"
    if has(facts, ComplaintKind.DISCRIMINATION):
        yield "koap.90"


def norms(facts: LetterFacts) -> Iterator[str]:
    """The keys of the law that the circumstances of these facts cite."""
    for kind in BREACHES:
        yield from norms_of(_lines(facts, kind), _found(facts, kind))
    if owed_lines.of_kind(owed_lines.owed(facts), ClaimKind.MINIMUM_WAGE):
        yield "lc.103.2"
    if _held_by_employer(facts):
        yield "lc.32.7"


def counted(facts: LetterFacts) -> tuple[Fact, ...]:
    """The facts of law that the sums of the letter are counted on."""
    owed = owed_lines.owed(facts)
    claims = tuple(fact for each in owed if each.claims is not None for fact in each.claims.facts)
    return (*(claim_law.grounds(facts) if _of_wages(owed) else ()), *claims)


def _wages(facts: LetterFacts, owed: tuple[WorkerSum, ...], tr: Translator) -> Iterator[Block]:
    if not owed and not has(facts, ComplaintKind.WAGE_ARREARS):
        return
    yield Words(tr(COMPLAINT_KINDS[ComplaintKind.WAGE_ARREARS]), "section")
    arrears = any(each.arrears for each in owed)
    if arrears or not owed:
        yield say(facts, tr, _WAGES)
    elif _of_wages(owed):
        yield say(facts, tr, _LATE)
    if owed:
        yield from owed_lines.lines(facts, owed, tr)
    if lacking := owed_lines.of_kind(owed, ClaimKind.MINIMUM_WAGE):
        norm = cite(facts, "lc.103.2", tr.code)
        yield say(facts, tr, _MINIMUM, sum=sums.money(lacking, tr), norm=norm)
    if leave := owed_lines.of_kind(owed, ClaimKind.LEAVE):
        yield say(facts, tr, _LEAVE, sum=sums.money(leave, tr))
    if _of_wages(owed):
        yield from claim_law.paragraphs(facts, totals(facts), tr)


def _of_wages(owed: tuple[WorkerSum, ...]) -> bool:
    return any(each.arrears or each.penalty for each in owed)


def _held_by_employer(facts: LetterFacts) -> tuple[int, ...]:
    """Workers of the letter whose documents the employer or a foreman has not returned."""
    told = facts.told.of_kind(ComplaintKind.WITHHELD_DOCUMENTS, facts.worker_ids) if facts.told is not None else ()
    kept = {
        document.worker_id
        for complaint in told
        if said(complaint.answers, "role").text in _EMPLOYERS
        for document in complaint.documents
        if not is_returned(document, facts.on)
    }
    return tuple(worker.worker_id for worker in facts.workers if worker.worker_id in kept)


def _found(facts: LetterFacts, kind: ComplaintKind) -> list[Group]:
    """The complaints of a kind that belong to the inspection: of housing, that which the employer gives."""
    found = groups(facts, kind, _lines(facts, kind))
    if kind is ComplaintKind.HOUSING:
        return [group for group in found if said(group.answers, "provider").text == "employer"]
    return found


def _head(facts: LetterFacts, kind: ComplaintKind) -> str:
    if kind is ComplaintKind.NO_CONTRACT:
        return _NO_CONTRACT if is_without_contract(facts) else _CONTRACT
    return COMPLAINT_KINDS[kind]


def _lines(facts: LetterFacts, kind: ComplaintKind) -> tuple[Told, ...]:
    """The lines of a kind; whoever employs in the own household draws up no orders (article 136)."""
    if facts.employer.kind is not EmployerKind.HOUSEHOLD:
        return BREACHES[kind]
    return tuple(line for line in BREACHES[kind] if line.name not in _OF_ORDERS)


def _is_final_pay_due(facts: LetterFacts) -> bool:
    found = groups(facts, ComplaintKind.DISMISSAL, BREACHES[ComplaintKind.DISMISSAL])
    return any(said(group.answers, "final_pay").text in ("part", "nothing") for group in found)


def _is_underpaid(group: Group) -> bool:
    """Whether overtime, night work or work on days off was done and is not told to have been paid or rested for."""
    worked = set(said(group.answers, "what").codes) & {"long_days", "night", "days_off"}
    return bool(worked) and said(group.answers, "paid").text not in ("more", "rest")


def _two_years_without_leave(facts: LetterFacts) -> bool:
    """Article 88 is about leave that was not given two years running."""
    found = groups(facts, ComplaintKind.OVERTIME, BREACHES[ComplaintKind.OVERTIME])
    last = [when.full for group in found if (when := said(group.answers, "last_leave").when) is not None]
    return any(day is not None and facts.on - day > _TWO_YEARS for day in last)
