"""What every appeal to a body has in common: applicants, employer, where to answer, who signs, what must be there.

The contents of an appeal are laid down by the Administrative Procedural and Process-Related Code, article 63(2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop_app import law
from desktop_app.domain.answers import Answers, FieldKind, FieldSpec, said
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.letters import letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Signature, Words
from desktop_app.letters.grounds import cite
from desktop_app.letters.texts import Text, say

ATTORNEY: Final = "attorney"

SIGNED: Final = (
    FieldSpec(
        "signed_by",
        N_("Who signs the appeal"),
        FieldKind.CHOICE,
        (
            ("workers", N_("The workers themselves")),
            (ATTORNEY, N_("The centre’s lawyer, by power of attorney")),
        ),
        hint=N_("An appeal without the signature of the applicant or of a representative is sent back."),
    ),
    FieldSpec(
        "attorney",
        N_("Power of attorney: number and day"),
        FieldKind.TEXT,
        hint=N_("Only when the lawyer signs. A copy goes with the letter."),
    ),
)
"""Fields of every appeal: who signs."""

ALL_PAPERS: Final = "all"
PAPERS: Final = (
    FieldSpec(
        "papers",
        N_("Papers of the case that go along"),
        FieldKind.CHOICE,
        (("none", N_("None")), (ALL_PAPERS, N_("All attachments of the case"))),
        hint=N_("Their names are printed as they are: read them first."),
    ),
)
"""The field of an appeal that lists the attachments of the case among its annexes."""

_ONE: Final = Text("appeal.applicant", N_("Applicant: %(worker)s."))
_MANY: Final = Text("appeal.applicants", N_("The applicants are named in the table below."))
_ANSWER: Final = Text(
    "appeal.answer",
    N_("Please send the answer in writing to the address of the centre: %(address)s."),
)
_TERM: Final = Text(
    "appeal.term",
    N_("An appeal is considered within %(days)s working days of its registration (%(norm)s)."),
)
_ACCEPT: Final = Text(
    "appeal.accept",
    N_(
        "Please register this appeal and issue a receipt with its number, day and time (%(receipt)s). Refusal to "
        "accept an appeal is not allowed (%(norm)s)."
    ),
)
_FORWARD: Final = Text(
    "appeal.forward",
    N_("Should another body be competent, please forward the appeal there and tell us of it (%(norm)s)."),
)
_BY_ATTORNEY: Final = Text(
    "appeal.attorney", N_("The centre’s lawyer acts under the power of attorney %(attorney)s; a copy is attached.")
)
_ASK_ALONE: Final = Text("appeal.ask_alone", N_("On these grounds I ask you to:"))
TEXTS: Final = (_ONE, _MANY, _ACCEPT, _TERM, _FORWARD, _ANSWER, _BY_ATTORNEY, _ASK_ALONE)
"""Standing texts that every appeal has; a letter adds its own: texts=(*appeal.TEXTS, ...)."""

_ROOM_TO_SIGN: Final = "\n"

RESTS_ON: Final = ("appc.63.2", "appc.64.1", "appc.64.2", "appc.65", "appc.76")


def ask(facts: LetterFacts, tr: Translator, together: Text, alone: Text = _ASK_ALONE) -> Words:
    """What the requests begin with: `together` where several apply, `alone` for one, or where the lawyer signs."""
    is_alone = is_by_attorney(facts.answers) or len(facts.workers) == 1
    return say(facts, tr, alone if is_alone else together, "lead_in")


def applicants(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Who applies: one worker in a line, a crew in a table, with the IIN of those who have one."""
    if len(facts.workers) == 1:
        person = facts.workers[0].person
        worker = sums.named(person, tr)
        if person.iin:
            worker = tr(N_("%(name)s, IIN %(iin)s"), name=worker, iin=person.iin)
            worker = worker.replace(f" {person.iin}", f"\u00a0{person.iin}")  # they stay on one line
        yield say(facts, tr, _ONE, "fact", worker=worker)
        return
    yield say(facts, tr, _MANY, "fact")
    yield table(facts, tr)


def table(facts: LetterFacts, tr: Translator, *, to_sign: bool = False) -> Grid:
    """The crew, one worker a row; with a place to sign behind each when `to_sign` is set."""
    has_iin = not to_sign and any(worker.person.iin for worker in facts.workers)
    columns = [Column(tr(N_("No.")), 9, "right"), Column(tr(N_("Worker")), 80)]
    columns.append(Column(tr(N_("Year of birth")), 24, "centre"))
    if has_iin:
        columns.append(Column(tr(N_("IIN")), 34, "centre"))
    if to_sign:
        columns.append(Column(tr(N_("Signature")), 52, "centre"))
    rows = []
    for number, worker in enumerate(facts.workers, start=1):
        row = [str(number), worker.person.full_name, sums.born(worker.person)]
        row += [worker.person.iin] if has_iin else []
        row += [_ROOM_TO_SIGN] if to_sign else []
        rows.append(tuple(row))
    return Grid(tuple(columns), tuple(rows))


def employer(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Who the employer is and where the work was: name, BIN or IIN, address, head, site, region."""
    told = facts.employer
    yield Words(tr(N_("Employer: %(name)s."), name=letterhead.named(told, tr)), "fact")
    if told.address:
        yield Words(tr(N_("Employer’s address: %(address)s."), address=told.address), "fact")
    if told.head_name:
        yield Words(tr(N_("Head of the employer: %(name)s."), name=told.head_name), "fact")
    place = [text for text in (facts.site, law.region_name(facts.region, tr.code)) if text]
    if place:
        yield Words(tr(N_("Place of work: %(place)s."), place=", ".join(place)), "fact")


def acceptance(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """That the appeal is to be registered, with a receipt, and may not be refused."""
    receipt = cite(facts, "appc.64.2", tr.code)
    yield say(facts, tr, _ACCEPT, receipt=receipt, norm=cite(facts, "appc.64.1", tr.code))


def term_and_answer(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """How an appeal is accepted, within what term it is considered, and where to send the answer."""
    yield from acceptance(facts, tr)
    yield say(facts, tr, _TERM, days=working_days(facts), norm=cite(facts, "appc.76", tr.code))
    yield from forward_and_answer(facts, tr)


def forward_and_answer(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """That another body is to get it where that one is competent, and where to send the answer."""
    yield say(facts, tr, _FORWARD, norm=cite(facts, "appc.65", tr.code))
    yield where_to_answer(facts, tr)


def where_to_answer(facts: LetterFacts, tr: Translator) -> Words:
    """The postal address of the applicants: the centre's."""
    return say(facts, tr, _ANSWER, address=facts.centre.address.within(tr.code))


def working_days(facts: LetterFacts) -> int:
    """Within how many working days an appeal is considered."""
    return int(law.value("answer.working_days", facts.on).fact.number)


def annex_list(facts: LetterFacts, tr: Translator, annexes: Sequence[str]) -> Iterator[Block]:
    """What goes with the letter, numbered, the power of attorney last; nothing when nothing does."""
    named = [*annexes, *_papers(facts, tr)]
    if is_by_attorney(facts.answers):
        named.append(tr(N_("a copy of the power of attorney")))
    if named:
        yield Words(tr(N_("Annexes:")), "lead_in")
        for number, text in enumerate(named, start=1):
            yield Words(text, "item", f"{number}.")


def _papers(facts: LetterFacts, tr: Translator) -> Iterator[str]:
    """The attachments of the case by name, with their pages where these were counted, when they are to go along."""
    if facts.told is None or said(facts.answers, "papers").text != ALL_PAPERS:
        return
    for exhibit in facts.told.exhibits:
        if exhibit.pages:
            yield tr.n("%(name)s, %(n)s page", "%(name)s, %(n)s pages", exhibit.pages, name=exhibit.name)
        else:
            yield exhibit.name


def signatures(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Where it is signed: by the lawyer with a power of attorney, or by the workers and the lawyer of the centre."""
    if is_by_attorney(facts.answers):
        yield say(facts, tr, _BY_ATTORNEY, attorney=said(facts.answers, "attorney").text)
    elif len(facts.workers) == 1:
        yield Signature(tr(N_("Applicant")), facts.workers[0].person.full_name)
    else:
        yield Words(tr(N_("Signatures of the applicants")), "section")
        yield table(facts, tr, to_sign=True)
    yield letterhead.signature(facts.signer, tr)


def is_by_attorney(answers: Answers) -> bool:
    """Whether the centre's lawyer signs for the workers."""
    return said(answers, "signed_by").text == ATTORNEY


def requisites(facts: LetterFacts) -> Iterable[Problem]:
    """What an appeal must have and this one lacks (article 63(2)); each is named with what to do."""
    code = facts.language.split("+")[0]
    if not facts.addressee.name.within(code):
        yield Problem("addressee", Message(N_("Name the body the letter goes to: choose it from the directory.")))
    if not facts.centre.address.within(code):
        message = N_("An appeal needs a postal address for the answer: write the centre’s address under Settings.")
        yield Problem("centre.address", Message(message))
    if any(not worker.person.full_name.strip() for worker in facts.workers):
        yield Problem("worker_ids", Message(N_("An appeal needs the full name of every applicant.")))
    if is_by_attorney(facts.answers) and not said(facts.answers, "attorney").text.strip():
        yield Problem("answers.attorney", Message(N_("Write the number and the day of the power of attorney.")))
