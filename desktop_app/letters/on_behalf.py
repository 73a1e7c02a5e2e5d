"""What letters to the employer have in common: whom the centre writes for, where they work, where to answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.answers import said
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.letters import appeal, sums
from desktop_app.letters.blocks import Block, Column, Grid, Words
from desktop_app.letters.texts import Text, say

APPLIED: Final = Text(
    "claim.applied", N_("The following worker has applied to our centre for legal assistance: %(worker)s.")
)
DEMAND: Final = Text("claim.demand", N_("On these grounds we demand that not later than %(day)s you:"))
REPLY: Final = Text("employer.reply", N_("Please send the written reply to the address of our centre: %(address)s."))
TEXTS: Final = (APPLIED, REPLY)
"""Standing texts of every letter the centre writes to an employer for the workers."""
ANSWER: Final = next(text for text in appeal.TEXTS if text.key == "appeal.answer")
"""Where an answer to the workers themselves goes."""
OF_APPLICANTS: Final = tuple(
    text for text in appeal.TEXTS if text.key in ("appeal.applicant", "appeal.applicants", "appeal.attorney")
)
"""Standing texts of a letter that the workers sign themselves."""


def represented(facts: LetterFacts, tr: Translator, *, names: bool = True) -> Iterator[Block]:
    """Whom the centre speaks for: one worker in a sentence, a crew in a table unless another one names them."""
    if len(facts.workers) == 1:
        yield say(facts, tr, APPLIED, worker=sums.named(facts.workers[0].person, tr))
        return
    yield Words(
        tr.n(
            "%(n)s worker named in the table below has applied to our centre for legal assistance.",
            "%(n)s workers named in the table below have applied to our centre for legal assistance.",
            len(facts.workers),
        )
    )
    if names:
        yield crew(facts, tr)


def crew(facts: LetterFacts, tr: Translator) -> Grid:
    """The names of a crew with the years of birth, and the occupations where they are not all the same."""
    columns = [Column(tr(N_("No.")), 10, "right"), Column(tr(N_("Worker")), 80)]
    columns.append(Column(tr(N_("Year of birth")), 25, "centre"))
    jobs = len({worker.occupation for worker in facts.workers}) > 1
    columns += [Column(tr(N_("Occupation")), 50)] if jobs else []
    rows = []
    for number, worker in enumerate(facts.workers, start=1):
        row = [str(number), worker.person.full_name, sums.born(worker.person)]
        rows.append(tuple([*row, worker.occupation] if jobs else row))
    return Grid(tuple(columns), tuple(rows))


def place_of_work(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Where the work is done, and as what when all do the same."""
    place = [text for text in (facts.site, law.region_name(facts.region, tr.code)) if text]
    if place:
        yield Words(tr(N_("Place of work: %(place)s."), place=", ".join(place)), "fact")
    jobs = {worker.occupation for worker in facts.workers}
    if len(jobs) == 1 and (job := jobs.pop()):
        yield Words(tr(N_("Occupation: %(job)s."), job=job), "fact")


def reply(facts: LetterFacts, tr: Translator) -> Words:
    """Where the written answer goes."""
    return say(facts, tr, REPLY, "closing", address=facts.centre.address.within(tr.code))


def requisites(facts: LetterFacts) -> Iterable[Problem]:
    """What a letter to an employer must have and this one lacks; each is named with what to do."""
    if not facts.employer.name.strip():
        yield Problem("employer.name", Message(N_("Write the name of the employer: open the employer of the case.")))
    if any(not facts.centre.address.within(code) for code in facts.language.split("+")):
        message = N_("The employer answers by post: write the centre’s address under Settings.")
        yield Problem("centre.address", Message(message))
    if any(not worker.person.full_name.strip() for worker in facts.workers):
        yield Problem("worker_ids", Message(N_("The letter needs the full name of every worker.")))
    if appeal.is_by_attorney(facts.answers) and not said(facts.answers, "attorney").text.strip():
        yield Problem("answers.attorney", Message(N_("Write the number and the day of the power of attorney.")))
