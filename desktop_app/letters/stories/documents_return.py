"""The demand to the employer to return documents that are kept from their owners.

Labour Code, articles 32(6), 32(7), 23(1)14); Code on Administrative Offences, 494; Criminal Code, 384(1).
Whether the word “citizens” in the last two covers foreigners is not settled, so their own words are repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, in_words, said
from desktop_app.domain.case_told import ToldComplaint
from desktop_app.domain.complaint_fields import ROLES
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.held_documents import DOCUMENT_KINDS, OF_IDENTITY, PERSONAL, HeldDocument
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator, format_partial
from desktop_app.law import Fact
from desktop_app.letters import letterhead, on_behalf, sums
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.grounds import cite, cite_if_settled, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_(
    "No document is held, as far as the case knows. Log the complaint “Withheld documents” first and add every "
    "document to it: this letter is made from them."
)
_AT_CENTRE: Final = "centre"
_PLACE: Final = FieldSpec(
    "place",
    N_("Where the documents are to be handed over"),
    FieldKind.CHOICE,
    (
        ("owner", N_("To the owner in person")),
        (_AT_CENTRE, N_("At the centre’s address")),
    ),
    hint=N_("Choose the centre where the worker should not meet the employer alone."),
)
_OFFICIAL: Final = "official"
_ROLE: Final = FieldSpec("role", N_("Who keeps the documents"), FieldKind.CHOICE, ROLES)

_KEPT: Final = Text(
    "return.kept",
    N_("According to the worker, the originals of the documents named below are kept from their owner:"),
)
_KEPT_MANY: Final = Text(
    "return.kept_many",
    N_("According to the workers, the originals of the documents named below are kept from their owners:"),
)
_NO_CONSENT: Final = Text(
    "return.no_consent", N_("There was no free consent to leave the originals with the employer.")
)
_NO_UNDERTAKING: Final = Text("return.no_undertaking", N_("No written undertaking to return the documents was given."))
_UNDERTAKEN: Final = Text(
    "return.undertaken", N_("There is a written undertaking to return the documents; its performance is demanded.")
)
_ASKED: Final = Text("return.asked", N_("The return of the documents was demanded before, without result."))
_ORIGINALS: Final = Text(
    "return.originals",
    N_(
        "Originals may stay with the employer only with the worker’s consent, and then the employer gives a written "
        "undertaking to return them (%(norm)s)."
    ),
)
_NO_OTHERS: Final = Text(
    "return.no_others",
    N_("The employer may not demand documents that labour law does not name (%(norm)s)."),
)
_COPIES: Final = Text(
    "return.copies",
    N_(
        "Of the identity documents of a labour immigrant the law lets the employer collect copies, not the originals "
        "(%(norm)s)."
    ),
)
_OFFENCE: Final = Text(
    "return.offence",
    N_(
        "The unlawful taking of passports or identity cards from citizens, or taking them in pledge, entails "
        "administrative liability (%(norm)s)."
    ),
)
_CRIME: Final = Text(
    "return.crime",
    N_(
        "The unlawful taking from a citizen of a passport, an identity card or another personal document entails "
        "criminal liability (%(norm)s)."
    ),
)
_TO_OWNER: Final = Text(
    "return.to_owner", N_("hand the originals of all documents named in the table over to their owner in person;")
)
_TO_OWNERS: Final = Text(
    "return.to_owners", N_("hand the originals of all documents named in the table over to each owner in person;")
)
_TO_CENTRE: Final = Text(
    "return.to_centre",
    N_("hand the originals of all documents named in the table over at the address of our centre: %(address)s;"),
)
_FREELY: Final = Text(
    "return.freely", N_("make the return depend on no payment, no further work and no other condition;")
)
_RECEIPT: Final = Text(
    "return.receipt",
    N_("record the handing over in a written receipt that names every document, one copy for each side;"),
)
_ELSEWHERE: Final = Text(
    "return.elsewhere",
    N_(
        "if a document is no longer with you, tell our centre in writing where it is, to whom it was given, when and "
        "on what ground."
    ),
)
_WARNING: Final = Text(
    "return.warning",
    N_(
        "If the documents are not returned in time, a statement will be filed, with the assistance of our centre, with "
        "the internal affairs bodies, and a complaint with the state labour inspection."
    ),
)
_TEXTS: Final = (
    *on_behalf.TEXTS, on_behalf.DEMAND, _KEPT, _KEPT_MANY, _NO_CONSENT, _NO_UNDERTAKING, _UNDERTAKEN, _ASKED,
    _ORIGINALS, _NO_OTHERS, _COPIES, _OFFENCE, _CRIME, _TO_OWNER, _TO_OWNERS, _TO_CENTRE, _FREELY, _RECEIPT, _ELSEWHERE,
    _WARNING,
)  # fmt: skip


@dataclass(frozen=True)
class _Held:
    """A document with its owner and the complaint that tells of it."""

    owner: str
    document: HeldDocument
    complaint: ToldComplaint


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole demand in one language. AppError when no document is held."""
    held = _held(facts)
    if not held:
        raise AppError(_NOTHING)
    facts = _for_owners(facts, held)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening(facts, tr)
    blocks.append(Words(tr(N_("DEMAND")), "title"))
    blocks.append(Words(tr(N_("to return documents")), "subtitle"))
    blocks += on_behalf.represented(facts, tr, names=False)
    blocks += on_behalf.place_of_work(facts, tr)
    blocks.append(say(facts, tr, _KEPT if _owners(held) == 1 else _KEPT_MANY))
    blocks.append(_table(facts, held, tr))
    blocks += _circumstances(facts, held, tr)
    blocks += _law(facts, held, tr)
    blocks += _demands(facts, held, tr)
    blocks.append(say(facts, tr, _WARNING))
    blocks.append(on_behalf.reply(facts, tr))
    blocks.append(letterhead.signature(facts.signer, tr))
    return tuple(blocks)


def _held(facts: LetterFacts) -> tuple[_Held, ...]:
    """Every document that is still kept from a worker the letter speaks for, in the order of the crew.

    What an official keeps is not demanded of an employer.
    """
    logged = facts.told.of_kind(ComplaintKind.WITHHELD_DOCUMENTS, facts.worker_ids) if facts.told else ()
    told = [complaint for complaint in logged if said(complaint.answers, _ROLE.name).text != _OFFICIAL]
    return tuple(
        _Held(worker.person.full_name, document, complaint)
        for worker in facts.workers
        for complaint in told
        for document in complaint.documents
        if document.worker_id == worker.worker_id and document.returned_on is None
    )


def _for_owners(facts: LetterFacts, held: tuple[_Held, ...]) -> LetterFacts:
    """The letter for those whose documents are kept: the table names nobody else of the crew."""
    owners = {each.document.worker_id for each in held}
    return replace(facts, workers=tuple(worker for worker in facts.workers if worker.worker_id in owners))


def _owners(held: tuple[_Held, ...]) -> int:
    return len({each.document.worker_id for each in held})


def _table(facts: LetterFacts, held: tuple[_Held, ...], tr: Translator) -> Grid:
    """Every document with what is known of it; a column of which nothing is known is left out."""
    many = len(facts.workers) > 1
    told = [(each.owner if many else "", *_row(each, tr)) for each in held]
    columns = (
        Column(tr(N_("Owner of the document")), 42),
        Column(tr(N_("Document")), 32),
        Column(tr(N_("Number")), 25),
        Column(tr(N_("Kept since")), 28),
        Column(tr(N_("Who keeps it")), 36),
        Column(tr(N_("Where")), 32),
    )
    known = [at for at in range(len(columns)) if any(row[at] for row in told)]
    rows = tuple((str(number), *(row[at] for at in known)) for number, row in enumerate(told, start=1))
    return Grid((Column(tr(N_("No.")), 9, "right"), *(columns[at] for at in known)), rows)


def _row(each: _Held, tr: Translator) -> tuple[str, ...]:
    document = each.document
    since = document.since or each.complaint.since
    return (
        tr(DOCUMENT_KINDS[document.kind]),
        document.number,
        format_partial(since.year, since.month, since.day, tr.code) if since else "",
        document.held_by or in_words(_ROLE, said(each.complaint.answers, "role"), tr, tr.code),
        document.place,
    )


def _circumstances(facts: LetterFacts, held: tuple[_Held, ...], tr: Translator) -> Iterator[Block]:
    """What every complaint behind the table says alike."""
    answers = [each.complaint.answers for each in held]
    if all(said(each, "consent").text in ("none", "pressed") for each in answers):
        yield say(facts, tr, _NO_CONSENT)
    if all(said(each, "undertaking").is_no for each in answers):
        yield say(facts, tr, _NO_UNDERTAKING)
    elif all(said(each, "undertaking").is_yes for each in answers):
        yield say(facts, tr, _UNDERTAKEN)
    if all(said(each, "demanded").text in ("spoken", "written") for each in answers):
        yield say(facts, tr, _ASKED)


def _law(facts: LetterFacts, held: tuple[_Held, ...], tr: Translator) -> Iterator[Block]:
    kinds = {each.document.kind for each in held}
    yield say(facts, tr, _ORIGINALS, norm=cite(facts, "lc.32.7", tr.code))
    if norm := cite_if_settled(facts, "lc.32.6", tr.code):
        yield say(facts, tr, _NO_OTHERS, norm=norm)
    in_house = facts.employer.kind is EmployerKind.HOUSEHOLD
    if in_house and (norm := cite_if_settled(facts, "lc.23.1.14", tr.code)):
        yield say(facts, tr, _COPIES, norm=norm)
    if kinds & OF_IDENTITY and (norm := cite_if_settled(facts, "koap.494", tr.code)):
        yield say(facts, tr, _OFFENCE, norm=norm)
    if kinds & PERSONAL and (norm := cite_if_settled(facts, "uk.384.1", tr.code)):
        yield say(facts, tr, _CRIME, norm=norm)


def _demands(facts: LetterFacts, held: tuple[_Held, ...], tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, on_behalf.DEMAND, "lead_in", day=sums.day(facts.pay_by, tr))
    hand_over = _TO_OWNER if _owners(held) == 1 else _TO_OWNERS
    if said(facts.answers, _PLACE.name).text == _AT_CENTRE:
        hand_over = _TO_CENTRE
    address = facts.centre.address.within(tr.code)
    for number, text in enumerate((hand_over, _FREELY, _RECEIPT, _ELSEWHERE), start=1):
        yield say(facts, tr, text, "item", f"{number}.", address=address)


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return (fact_of(facts, "lc.32.7"),)


LETTER: Final = Letter(
    "documents_return",
    N_("Demand to the employer to return documents"),
    story,
    AddresseeKind.EMPLOYER,
    _grounds,
    fields=(_PLACE,),
    texts=_TEXTS,
    requisites=on_behalf.requisites,
    asks_date=True,
    about=frozenset({ComplaintKind.WITHHELD_DOCUMENTS}),
)
