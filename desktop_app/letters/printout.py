"""Tables of a case on paper: workers, documents, sums, promises, letters, attachments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop_app.domain.attachments import TYPE_NAMES, AttachmentType
from desktop_app.domain.case_told import EarlierLetter, ToldComplaint
from desktop_app.domain.code_names import EVIDENCE, SEXES
from desktop_app.domain.held_documents import DOCUMENT_KINDS
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.money import NOTHING
from desktop_app.domain.people import Person, Sex
from desktop_app.i18n import N_, Translator, country_name, format_partial
from desktop_app.letters import steps_taken, sums
from desktop_app.letters.blocks import Block, Column, Grid, Words
from desktop_app.letters.redaction import Shown

NONE: Final = "–"


def workers(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """Everybody the print-out is about, with what the file knows of each."""
    columns = [
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Worker")), 58),
        Column(tr(N_("Born")), 26),
        Column(tr(N_("Sex")), 22),
        Column(tr(N_("Citizenship")), 32),
        Column(tr(N_("Occupation")), 34),
    ]
    yield Words(tr(N_("Workers")), "section")
    rows = ((str(at), *_person(each, shown, tr)) for at, each in enumerate(facts.workers, start=1))
    yield Grid(tuple(columns), tuple(rows))
    if not shown.hidden:
        for each in facts.workers:
            yield from _reached(each.person, tr)


def _person(worker: LetterWorker, shown: Shown, tr: Translator) -> tuple[str, ...]:
    person = worker.person
    sex = NONE if person.sex is Sex.UNKNOWN else tr(SEXES[person.sex])
    country = country_name(person.citizenship, tr.code) if person.citizenship else NONE
    return shown.worker(worker), _born(person, shown, tr), sex, country, shown.free(worker.occupation) or NONE


def _born(person: Person, shown: Shown, tr: Translator) -> str:
    """The day as far as known; the year alone where names are left out."""
    birth = person.birth
    if birth is None:
        return NONE
    return str(birth.year) if shown.hidden else format_partial(birth.year, birth.month, birth.day, tr.code)


def _reached(person: Person, tr: Translator) -> Iterator[Block]:
    """The IIN and how the worker is reached, where the file knows it."""
    told = []
    if person.iin:
        told.append(tr(N_("IIN %(number)s"), number=person.iin))
    if person.phone:
        told.append(tr(N_("phone %(number)s"), number=person.phone))
    if person.phone_safe == "no":
        told.append(tr(N_("it is not safe to call")))
    if person.safe_contact:
        told.append(tr(N_("safe way: %(way)s"), way=person.safe_contact))
    if told:
        yield Words(tr(N_("%(name)s: %(facts)s."), name=person.full_name, facts="; ".join(told)), "fact")


def documents(facts: LetterFacts, complaint: ToldComplaint, shown: Shown, tr: Translator) -> Iterator[Block]:
    """The documents a complaint is about, where there are any."""
    names = {each.worker_id: shown.worker(each) for each in facts.workers}
    papers = [paper for paper in complaint.documents if paper.worker_id in names]
    if not papers:
        return
    columns = (
        Column(tr(N_("Worker")), 42),
        Column(tr(N_("Document")), 32),
        Column(tr(N_("Number")), 28),
        Column(tr(N_("Kept since")), 26),
        Column(tr(N_("Kept by, where")), 36),
        Column(tr(N_("Returned on")), 24, "centre"),
    )
    rows = []
    for paper in papers:
        since = paper.since
        told = NONE if since is None else format_partial(since.year, since.month, since.day, tr.code)
        place = ", ".join(filter(None, (shown.called(paper.held_by), shown.called(paper.place))))
        back = NONE if paper.returned_on is None else sums.short_day(paper.returned_on, tr)
        kind, number = tr(DOCUMENT_KINDS[paper.kind]), shown.number(paper.number) or NONE
        rows.append((names[paper.worker_id], kind, number, told, place or NONE, back))
    yield Grid(columns, tuple(rows))


def owed(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """What each worker is owed on the day of the print-out, where anything is."""
    told = facts.told.owed if facts.told is not None else {}
    lines = [(each, told[each.worker_id]) for each in facts.workers if each.worker_id in told]
    lines = [(worker, owing) for worker, owing in lines if owing.total or owing.wages is not None]
    if not lines:
        return
    columns = (
        Column(tr(N_("Worker")), 60),
        Column(tr(N_("Wages, ₸")), 30, "right"),
        Column(tr(N_("Penalty, ₸")), 32, "right"),
        Column(tr(N_("Other sums with penalty, ₸")), 34, "right"),
        Column(tr(N_("Total, ₸")), 30, "right"),
    )
    rows, totals = [], [NOTHING] * 4
    for worker, owing in lines:
        wages = owing.wages
        parts = (NOTHING if wages is None else wages.arrears, NOTHING if wages is None else wages.penalty)
        amounts = [*parts, owing.claims.total, owing.total]
        totals = [total + amount for total, amount in zip(totals, amounts, strict=True)]
        rows.append((shown.worker(worker), *(sums.figures(amount, tr) for amount in amounts)))
    rows.append((tr(N_("Total")), *(sums.figures(amount, tr) for amount in totals)))
    yield Words(tr(N_("Owed on %(day)s"), day=sums.day(facts.on, tr)), "section")
    yield Grid(columns, tuple(rows), total=True)


def promises(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """What the employer promised to pay, and when."""
    told = facts.told.promises if facts.told is not None else {}
    rows = [
        (
            shown.worker(worker),
            sums.short_day(each.promised_on, tr),
            sums.short_day(each.due_on, tr),
            sums.figures(each.amount, tr),
            tr(EVIDENCE[each.evidence]),
        )
        for worker in facts.workers
        for each in told.get(worker.worker_id, ())
    ]
    if not rows:
        return
    columns = (
        Column(tr(N_("Worker")), 60),
        Column(tr(N_("Promised on")), 28, "centre"),
        Column(tr(N_("To be paid by")), 28, "centre"),
        Column(tr(N_("Sum, ₸")), 30, "right"),
        Column(tr(N_("On whose word")), 38),
    )
    yield Words(tr(N_("Payments promised")), "section")
    yield Grid(columns, tuple(rows))


def letters(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """Every numbered letter of the case: whom to, when, how far it has come."""
    earlier = facts.told.earlier if facts.told is not None else ()
    if not earlier:
        return
    columns = (
        Column(tr(N_("Number")), 30),
        Column(tr(N_("Date")), 24, "centre"),
        Column(tr(N_("To whom")), 58),
        Column(tr(N_("Sent on")), 24, "centre"),
        Column(tr(N_("Answer")), 46),
    )
    rows = []
    for each in earlier:
        sent = NONE if each.sent_on is None else sums.short_day(each.sent_on, tr)
        answer = NONE if each.sent_on is None else steps_taken.answer(_hidden(each, shown), facts, tr)
        to = shown.refuge(each.to, steps_taken.whom(each, facts))
        rows.append((each.number, sums.short_day(each.on, tr), to or NONE, sent, answer))
    yield Words(tr(N_("Letters")), "section")
    yield Grid(columns, tuple(rows))


def _hidden(letter: EarlierLetter, shown: Shown) -> EarlierLetter:
    """Our numbers stay; the number another body gave its answer goes where names go."""
    return replace(letter, their_number="") if shown.hidden else letter


def exhibits(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """What is attached to the case; a file's own name may name somebody."""
    attached = facts.told.exhibits if facts.told is not None else ()
    if not attached:
        return
    columns = (
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("File")), 60),
        Column(tr(N_("Note")), 56),
        Column(tr(N_("Pages")), 18, "right"),
        Column(tr(N_("Added on")), 28, "centre"),
    )
    rows = []
    for at, each in enumerate(attached, start=1):
        kind = tr(TYPE_NAMES[AttachmentType(each.kind)]) if each.kind in tuple(AttachmentType) else NONE
        name = kind if shown.hidden else shown.free(each.name)
        pages = NONE if each.pages is None else str(each.pages)
        rows.append((str(at), name, shown.free(each.note) or NONE, pages, sums.short_day(each.added_on, tr)))
    yield Words(tr(N_("Attachments")), "section")
    yield Grid(columns, tuple(rows))
