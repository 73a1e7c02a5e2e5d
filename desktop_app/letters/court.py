"""What papers to a court about pay have in common: the parties, the price, the annexes, who signs, what must be there.

Contents: Civil Procedure Code, articles 148(2) and 149, known from a secondary source and marked until confirmed. The
respondent gets a copy: how to reach a worker is never told, and where they live only when the lawyer writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.people import Person
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator, format_partial
from desktop_app.letters import letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Signature, Words
from desktop_app.letters.claim_totals import Debt, debt, debt_of
from desktop_app.letters.grounds import fact_of, mark

CONTENTS: Final = "gpk.148.2"
ANNEXED: Final = "gpk.149"
NOTHING_OWED: Final = N_("Nothing is owed on that day, so there is nothing to claim.")
_ATTORNEY: Final = "attorney"

SIGNED: Final = (
    FieldSpec(
        "signed_by",
        N_("Who signs"),
        FieldKind.CHOICE,
        (
            ("workers", N_("The workers themselves")),
            (_ATTORNEY, N_("The centre’s lawyer, by power of attorney")),
        ),
        hint=N_("The employer gets a copy: the address for letters is the centre’s, never where a worker lives."),
    ),
    FieldSpec(
        "attorney",
        N_("Power of attorney: number and day"),
        FieldKind.TEXT,
        hint=N_("When the lawyer signs or speaks in court. A copy goes with the letter."),
    ),
    FieldSpec(
        "residence",
        N_("Where the claimants live"),
        FieldKind.TEXT,
        hint=N_("The Code asks for it, and the employer reads it: leave it empty where that is not safe."),
    ),
)
"""Fields of every paper to a court: who signs, and where those live who ask."""

CONTRACT, SLIPS, CERTIFICATE, DELIVERY, IDENTITY, EXHIBITS = (
    "contract", "slips", "certificate", "delivery", "identity", "exhibits",
)  # fmt: skip
_NAMES: Final = {
    CONTRACT: N_("Labour contract or other proof of the work"),
    SLIPS: N_("Pay slips or other papers on what was accrued"),
    CERTIFICATE: N_("Certificate of work and pay"),
    DELIVERY: N_("Claim to the employer with the proof that it arrived"),
    IDENTITY: N_("Copies of identity documents"),
    EXHIBITS: N_("List of exhibits with the exhibits"),
}
ANNEXES: Final = (
    FieldSpec("annexes", N_("Annexed beside the calculation"), FieldKind.CHOICES, tuple(_NAMES.items())),
    FieldSpec("other_annexes", N_("Another annex"), FieldKind.TEXT),
)
"""Fields of every paper to a court: what goes with it."""


@dataclass(frozen=True)
class Roles:
    """What the parties are called in a paper, and what its sum is called: English texts with their facts."""

    one: str
    many: str
    respondent: str
    price: str


def price(facts: LetterFacts) -> Debt:
    """What all the workers of the paper claim together. AppError when that is nothing."""
    whole = debt(facts)
    if whole.total <= 0:
        raise AppError(NOTHING_OWED)
    return whole


def parties(facts: LetterFacts, roles: Roles, total: Decimal, tr: Translator) -> Iterator[Block]:
    """Who asks, where to write to them, who represents them, against whom, for how much in tenge."""
    if len(facts.workers) == 1:
        person = facts.workers[0].person
        yield Words(tr(roles.one, name=_told(person, tr)), "addressee")
        if person.iin:
            yield Words(tr(N_("IIN %(number)s"), number=person.iin), "addressee")
    else:
        yield Words(tr(roles.many), "addressee")
    if home := said(facts.answers, "residence").text.strip():
        yield Words(tr(N_("Place of residence: %(address)s"), address=home), "addressee")
    address = facts.centre.address.within(tr.code) + mark(facts, fact_of(facts, CONTENTS))
    yield Words(tr(N_("Address for letters: %(address)s"), address=address), "addressee")
    if is_by_attorney(facts) or power_of(facts):
        name = f"{facts.signer.full_name}, {facts.centre.name.within(tr.code)}"
        yield Words(tr(N_("Representative: %(name)s"), name=name), "addressee")
    yield Words(tr(roles.respondent, name=facts.employer.name), "addressee")
    if facts.employer.bin_iin:
        yield Words(letterhead.identifier(facts.employer, tr), "addressee")
    if facts.employer.address:
        yield Words(tr(N_("Address: %(address)s"), address=facts.employer.address), "addressee")
    yield Words(tr(roles.price, sum=sums.money(total, tr)), "addressee")


def _told(person: Person, tr: Translator) -> str:
    if person.birth is None:
        return person.full_name
    birth = format_partial(person.birth.year, person.birth.month, person.birth.day, tr.code)
    return tr(N_("%(name)s, date of birth: %(birth)s"), name=person.full_name, birth=birth)


_PARTS: Final[Mapping[str, Callable[[Debt], Decimal]]] = {
    N_("Arrears, ₸"): lambda each: each.arrears,
    N_("Other sums, ₸"): lambda each: each.beyond,
    N_("Penalty, ₸"): lambda each: each.all_penalty,
    N_("Total, ₸"): lambda each: each.total,
}


def table(facts: LetterFacts, tr: Translator) -> Grid:
    """The crew with what each claims; a column stands there only when anybody has something in it."""
    found = [debt_of(facts, worker) for worker in facts.workers]
    whole = price(facts)
    people = [worker.person for worker in facts.workers]
    columns = [Column(tr(N_("No.")), 8, "right"), Column(tr(N_("Worker")), 48)]
    cells = [[str(at) for at in range(1, len(found) + 1)], [each.full_name for each in people]]
    columns.append(Column(tr(N_("Date of birth")), 21, "centre"))
    cells.append([_birth(each, tr) for each in people])
    if any(each.iin for each in people):
        columns.append(Column(tr(N_("IIN")), 25, "centre"))
        cells.append([each.iin for each in people])
    foot = ["", tr(N_("Total")), *[""] * (len(columns) - 2)]
    for head, part in _PARTS.items():
        if part(whole):
            columns.append(Column(tr(head), 25, "right"))
            cells.append([sums.figures(part(each), tr) for each in found])
            foot.append(sums.figures(part(whole), tr))
    return Grid(tuple(columns), (*zip(*cells, strict=True), tuple(foot)), total=True)


def _birth(person: Person, tr: Translator) -> str:
    if person.birth is None:
        return ""
    day = person.birth.full
    return sums.born(person) if day is None else sums.short_day(day, tr)


def annexes(facts: LetterFacts, tr: Translator, own: Iterable[str] = (), *, has_sheets: bool = True) -> Iterator[Block]:
    """The numbered list of what goes with the paper; `own` are lines of this paper alone."""
    counted = (
        N_("Calculation of the sums claimed")
        if len(facts.workers) == 1
        else N_("Calculation of the sums claimed, for each worker apart")
    )
    lines = [*([tr(counted)] if has_sheets else []), *_annexed(facts, tr, own)]
    for number, line in enumerate(lines, start=1):
        yield Words(line, "item", f"{number}.")


def _annexed(facts: LetterFacts, tr: Translator, own: Iterable[str]) -> Iterator[str]:
    yield tr(N_("Copies of this paper and of its annexes for the other side"))
    yield from own
    chosen = said(facts.answers, "annexes").codes
    yield from (tr(name) for code, name in _NAMES.items() if code in chosen)
    if power := power_of(facts):
        yield tr(N_("Power of attorney of the representative: %(attorney)s"), attorney=power)
    if other := said(facts.answers, "other_annexes").text.strip():
        yield other


def signatures(facts: LetterFacts, role: str, tr: Translator) -> Iterator[Block]:
    """Where it is signed: by the lawyer with a power of attorney, or by the workers; `role` is what they are called."""
    if is_by_attorney(facts):
        yield letterhead.signature(facts.signer, tr)
        return
    yield Words(tr(N_("Prepared with the assistance of the centre: %(name)s."), name=facts.signer.full_name), "fact")
    if len(facts.workers) == 1:
        yield Signature(tr(role), facts.workers[0].person.full_name)
    else:
        yield Words(tr(N_("Signatures")), "section")
        columns = (
            Column(tr(N_("No.")), 9, "right"),
            Column(tr(N_("Worker")), 100),
            Column(tr(N_("Signature")), 70, "centre"),
        )
        rows = tuple((str(at), each.person.full_name, "\n") for at, each in enumerate(facts.workers, start=1))
        yield Grid(columns, rows)


def is_by_attorney(facts: LetterFacts) -> bool:
    """Whether the centre's lawyer signs for the workers."""
    return said(facts.answers, "signed_by").text == _ATTORNEY


def power_of(facts: LetterFacts) -> str:
    """The number and day of the power of attorney, empty when none was named."""
    return said(facts.answers, _ATTORNEY).text.strip()


def claimed_of(facts: LetterFacts, worker: LetterWorker) -> Decimal:
    """All that one worker claims."""
    return debt_of(facts, worker).total


def requisites(
    facts: LetterFacts, claimed: Callable[[LetterFacts, LetterWorker], Decimal] = claimed_of
) -> Iterator[Problem]:
    """What a court sends such a paper back for; each is named with what to do. `claimed`: what one worker asks for."""
    code = facts.language.split("+")[0]
    if not facts.addressee.name.within(code):
        yield Problem("addressee", Message(N_("Name the court the paper goes to: choose it from the directory.")))
    if not facts.centre.address.within(code):
        message = N_("The court needs an address for its letters: write the centre’s address under Settings.")
        yield Problem("centre.address", Message(message))
    yield from _of_respondent(facts)
    for worker in facts.workers:
        if not worker.person.full_name.strip():
            yield Problem("worker_ids", Message(N_("A court needs the full name of every worker.")))
        elif claimed(facts, worker) <= 0:
            message = N_("%(name)s is owed nothing on the day of the letter. Choose the others.")
            yield Problem("worker_ids", Message(message, {"name": worker.person.full_name}))
        if worker.person.birth is None and not worker.person.iin:
            message = N_("A court needs the date of birth or the IIN of %(name)s: enter it on the page of the person.")
            yield Problem("worker_ids", Message(message, {"name": worker.person.full_name}))
    if is_by_attorney(facts) and not power_of(facts):
        yield Problem("answers.attorney", Message(N_("Write the number and the day of the power of attorney.")))


def _of_respondent(facts: LetterFacts) -> Iterator[Problem]:
    employer = facts.employer
    if not employer.name.strip():
        yield Problem("employer.name", Message(N_("A court needs the name of the employer.")))
    if not employer.address.strip():
        message = N_("A court needs the address of the employer: enter it under Employers.")
        yield Problem("employer.address", Message(message))
    official = employer.kind in (EmployerKind.COMPANY, EmployerKind.SOLE_TRADER)
    if official and not employer.bin_iin:
        message = N_("A court needs the BIN or IIN of the employer: enter it under Employers.")
        yield Problem("employer.bin_iin", Message(message))
