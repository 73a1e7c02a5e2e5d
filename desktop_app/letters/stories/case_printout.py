"""The case on paper, for the file: with names, or with a code for each name, the same all through.

It tells what the case holds that letters may draw on. What was asked about forced labour is never in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.case_told import CaseTold, ToldComplaint
from desktop_app.domain.cases import Channel
from desktop_app.domain.chains import PARTS, Part
from desktop_app.domain.code_names import CHANNELS, EMPLOYER_KINDS, EVIDENCE
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.employers import Employer
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator, format_partial
from desktop_app.letters import ending_told, letterhead, printout, sums
from desktop_app.letters.blocks import Block, Signature, Story, Words
from desktop_app.letters.kind import Letter
from desktop_app.letters.redaction import Shown, shown

WITH_NAMES, REDACTED = "with", "redacted"

_NOTHING: Final = N_("A print-out is made from a case: open the case first.")
_FIELDS: Final = (
    FieldSpec(
        "names",
        N_("Names in the print-out"),
        FieldKind.CHOICE,
        (
            (WITH_NAMES, N_("With names, phones and numbers")),
            (REDACTED, N_("Redacted: a code for each name")),
        ),
        hint=N_("Redacted is what may be shown to others. Read its free texts before it leaves the centre."),
        required=True,
    ),
)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole print-out in one language. While nothing is chosen it is redacted. AppError without a case."""
    told = facts.told
    if told is None:
        raise AppError(_NOTHING)
    seen = shown(facts, hidden=said(facts.answers, "names").text != WITH_NAMES)
    blocks: list[Block] = [Words(tr(_STRIP[seen.hidden]), "strip")]
    blocks += letterhead.head(facts, tr)
    blocks.append(Words(tr(N_("CASE PRINT-OUT")), "title"))
    blocks.append(Words(tr(N_("Case No. %(number)s"), number=facts.case_number), "subtitle"))
    blocks += _about(facts, told, seen, tr)
    blocks += printout.workers(facts, seen, tr)
    for complaint in told.complaints:
        if facts.worker_ids & set(complaint.worker_ids):
            blocks += _complaint(facts, complaint, seen, tr)
    blocks += printout.owed(facts, seen, tr)
    blocks += printout.promises(facts, seen, tr)
    blocks += ending_told.settled(facts, seen, tr)
    blocks += ending_told.money(facts, seen, tr)
    blocks += ending_told.results(facts, seen, tr)
    blocks += printout.letters(facts, seen, tr)
    blocks += printout.exhibits(facts, seen, tr)
    blocks.append(_signature(facts, seen, tr))
    return tuple(blocks)


_STRIP: Final = {
    False: N_("WITH NAMES: keep it locked."),
    True: N_("REDACTED. The same code is the same person. Read the free texts before it leaves the centre."),
}


def _about(facts: LetterFacts, told: CaseTold, seen: Shown, tr: Translator) -> Iterator[Block]:
    yield Words(tr(N_("Opened on: %(day)s."), day=sums.day(told.opened_on, tr)), "fact")
    if told.channel in tuple(Channel):
        yield Words(tr(N_("How it came: %(channel)s."), channel=tr(CHANNELS[Channel(told.channel)])), "fact")
    if facts.region:
        yield Words(tr(N_("Region: %(region)s."), region=law.region_name(facts.region, tr.code)), "fact")
    if facts.site:
        yield Words(tr(N_("Place of work: %(place)s."), place=seen.called(facts.site)), "fact")
    workers = tr(
        N_("Workers in the case: %(all)s, in this print-out: %(here)s."), all=told.everybody, here=len(facts.workers)
    )
    yield Words(workers, "fact")
    yield Words(tr(N_("Employer: %(name)s."), name=_employer(facts.employer, seen, tr)), "fact")
    for party in told.chain:
        if party.part in tuple(Part):
            part, name = tr(PARTS[Part(party.part)]), _employer(party.employer, seen, tr)
            yield Words(tr(N_("%(question)s: %(answer)s."), question=part, answer=name), "fact")


def _employer(employer: Employer, seen: Shown, tr: Translator) -> str:
    """Name and kind; number, address, phone and head where names are shown."""
    kind = tr(EMPLOYER_KINDS[employer.kind])
    parts = [seen.called(employer.name) or printout.NONE, kind[:1].lower() + kind[1:]]
    if not seen.hidden:
        parts += [letterhead.identifier(employer, tr)] if employer.bin_iin else []
        parts += [text for text in (employer.address, employer.phone, employer.head_name) if text]
    return ", ".join(parts)


def _complaint(facts: LetterFacts, complaint: ToldComplaint, seen: Shown, tr: Translator) -> Iterator[Block]:
    yield Words(tr(COMPLAINT_KINDS[complaint.kind]), "section")
    since = complaint.since
    if since is not None:
        day = format_partial(since.year, since.month, since.day, tr.code)
        yield Words(tr(N_("Since: %(day)s."), day=day), "fact")
    yield Words(tr(N_("Logged on: %(day)s."), day=sums.day(complaint.logged_on, tr)), "fact")
    about = [seen.worker(each) for each in facts.workers if each.worker_id in complaint.worker_ids]
    if len(about) < len(facts.workers):
        yield Words(tr(N_("About: %(workers)s."), workers=", ".join(about)), "fact")
    for spec in form_of(complaint.kind).fields:
        answer = said(complaint.answers, spec.name)
        if text := seen.answer(spec, answer, tr).strip():
            line = N_("%(question)s: %(answer)s")
            if answer.word in tuple(Evidence):
                text = tr(N_("%(answer)s (%(word)s)"), answer=text, word=tr(EVIDENCE[Evidence(answer.word)]))
            yield Words(tr(line, question=tr(spec.title), answer=text), "fact")
    yield from printout.documents(facts, complaint, seen, tr)


def _signature(facts: LetterFacts, seen: Shown, tr: Translator) -> Signature:
    """Who printed it; the name is left out where names are."""
    signed = letterhead.signature(facts.signer, tr)
    return Signature(signed.position, "") if seen.hidden else signed


def _requisites(facts: LetterFacts) -> Iterator[Problem]:
    """Names of workers who are left out of the print-out would stay in the texts of the others."""
    hidden = said(facts.answers, "names").text != WITH_NAMES
    if hidden and facts.told is not None and len(facts.workers) < facts.told.everybody:
        message = N_("A redacted print-out needs the whole crew: the names of the others would stay in the texts.")
        yield Problem("worker_ids", Message(message))


LETTER: Final = Letter(
    "case_printout",
    N_("Case print-out"),
    story,
    AddresseeKind.FILE,
    fields=_FIELDS,
    requisites=_requisites,
    to_many=False,
    counts_pages=True,
)
