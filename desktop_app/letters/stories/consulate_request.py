"""The request to a consulate: a passport or certificate of return, help with return, identity, relatives.

A consulate is no body of the Republic: no term of its answer is named. Data leave the country, so consent is needed:
Law on personal data, articles 7(6) and 16(3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.code_names import SEXES
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.held_documents import DOCUMENT_KINDS, HeldDocument, is_returned
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.people import Person, Sex
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator, country_name, format_partial
from desktop_app.law import Fact
from desktop_app.letters import consented, letterhead, steps_taken, sums
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.grounds import cite, cite_if_settled, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

PASSPORT, CERTIFICATE, RETURN, IDENTITY, RELATIVES = "passport", "certificate", "return", "identity", "relatives"

_NOTHING: Final = N_("Choose what the consulate is asked for: the letter is made from it.")
_NONE: Final = "–"
_OF_RETURN: Final = {"TJ": "kztj.3.4", "BY": "kzby.3"}
"""Agreements that name the certificate of return, by citizenship."""
_PAPERS: Final = frozenset({PASSPORT, CERTIFICATE})

_FIELDS: Final = (
    FieldSpec(
        "asks",
        N_("What the consulate is asked for"),
        FieldKind.CHOICES,
        (
            (PASSPORT, N_("A new passport")),
            (CERTIFICATE, N_("A certificate of return")),
            (RETURN, N_("Help with the way home")),
            (IDENTITY, N_("To confirm identity and citizenship")),
            (RELATIVES, N_("To find or inform relatives")),
        ),
        hint=N_(
            "A certificate of return serves the way home. Who wants to go on working needs a passport. Do not write "
            "for somebody who fears their own state or has asked for asylum."
        ),
        required=True,
    ),
    FieldSpec(
        "lost",
        N_("Documents that were lost: kind, number, day"),
        FieldKind.TEXT,
        hint=N_("Documents that somebody keeps are taken from the complaint."),
        span=2,
    ),
    FieldSpec("return_by", N_("Wants to be home by"), FieldKind.DAY, future=True),
    FieldSpec(
        "relatives",
        N_("Relatives, as the worker named them"),
        FieldKind.TEXT,
        hint=N_("Printed only when relatives are asked for."),
        span=2,
    ),
    *consented.FIELDS,
)

_OPEN_ONE: Final = Text(
    "consulate.open_one",
    N_("A citizen of your state has turned to our centre for help. We ask the consulate to assist within its powers."),
)
_OPEN_MANY: Final = Text(
    "consulate.open_many",
    N_("Citizens of your state have turned to our centre for help. We ask the consulate to assist within its powers."),
)
_KEPT: Final = Text("consulate.kept", N_("These documents are kept by others and have not been returned:"))
_LOST: Final = Text("consulate.lost", N_("Documents that were lost: %(documents)s."))
_STEPS: Final = Text("consulate.steps", N_("To protect their rights, these steps have been taken in Kazakhstan:"))
_ASK: Final = Text("consulate.ask", N_("We ask the consulate:"))
_REQUESTS: Final = {
    PASSPORT: Text(
        "consulate.passport", N_("to issue a new passport and to say which papers and photographs it takes;")
    ),
    CERTIFICATE: Text(
        "consulate.certificate", N_("to issue a certificate of return and to say what is needed for it;")
    ),
    RETURN: Text("consulate.return", N_("to help with the way home;")),
    IDENTITY: Text("consulate.identity", N_("to confirm identity and citizenship in writing;")),
    RELATIVES: Text("consulate.relatives", N_("to help to get in touch with relatives;")),
}
_REPLY: Final = Text("consulate.reply", N_("to inform our centre of the result by %(day)s."))
_HOME_BY: Final = Text("consulate.home_by", N_("Wished day of return: not later than %(day)s."))
_RELATIVES: Final = Text("consulate.relatives_named", N_("Relatives: %(relatives)s."))
_TRAVEL: Final = Text("consulate.travel", N_("A certificate of return is named among travel documents in %(norm)s."))
_CONSENT: Final = Text(
    "consulate.consent",
    N_(
        "The data in this letter are given with consent of %(day)s to their transfer abroad "
        "(%(third)s; %(abroad)s). Please use them for this purpose alone."
    ),
)
_CENTRE: Final = Text(
    "consulate.centre", N_("Please write to the centre: %(address)s. Meetings are arranged through it.")
)
_TEXTS: Final = (
    _OPEN_ONE, _OPEN_MANY, _KEPT, _LOST, _STEPS, _ASK, *_REQUESTS.values(), _REPLY, _HOME_BY, _RELATIVES, _TRAVEL,
    _CONSENT, _CENTRE,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole request in one language. AppError while nothing is asked for."""
    if facts.told is None or not said(facts.answers, "asks").codes:
        raise AppError(_NOTHING)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("REQUEST")), "title"))
    blocks.append(Words(tr(N_("for consular assistance")), "subtitle"))
    blocks.append(say(facts, tr, _OPEN_ONE if len(facts.workers) == 1 else _OPEN_MANY))
    blocks.append(_people(facts, tr))
    blocks += _documents(facts, tr)
    if steps_taken.sent_before(facts):
        blocks.append(say(facts, tr, _STEPS))
        blocks.append(steps_taken.table(facts, tr))
    blocks += _requests(facts, tr)
    blocks += _closing(facts, tr)
    blocks.append(letterhead.signature(facts.signer, tr))
    return tuple(blocks)


def _people(facts: LetterFacts, tr: Translator) -> Grid:
    columns = (
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Full name")), 70),
        Column(tr(N_("Date of birth")), 34),
        Column(tr(N_("Sex")), 24),
        Column(tr(N_("Citizenship")), 40),
    )
    rows = tuple(
        (str(at), each.person.full_name, _born(each.person, tr), _sex(each.person, tr), _country(each.person, tr))
        for at, each in enumerate(facts.workers, start=1)
    )
    return Grid(columns, rows)


def _born(person: Person, tr: Translator) -> str:
    birth = person.birth
    return _NONE if birth is None else format_partial(birth.year, birth.month, birth.day, tr.code)


def _sex(person: Person, tr: Translator) -> str:
    return _NONE if person.sex is Sex.UNKNOWN else tr(SEXES[person.sex])


def _country(person: Person, tr: Translator) -> str:
    return country_name(person.citizenship, tr.code) if person.citizenship else _NONE


def kept(facts: LetterFacts) -> tuple[tuple[LetterWorker, HeldDocument], ...]:
    """The documents of these workers that nobody has returned by the day of the letter, worker by worker."""
    told = facts.told
    complaints = () if told is None else told.of_kind(ComplaintKind.WITHHELD_DOCUMENTS, facts.worker_ids)
    papers = [paper for each in complaints for paper in each.documents if not is_returned(paper, facts.on)]
    return tuple((worker, paper) for worker in facts.workers for paper in papers if paper.worker_id == worker.worker_id)


def _documents(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    if papers := kept(facts):
        yield say(facts, tr, _KEPT)
        columns = (
            Column(tr(N_("Worker")), 66),
            Column(tr(N_("Document")), 44),
            Column(tr(N_("Number")), 34),
            Column(tr(N_("Kept since")), 36),
        )
        yield Grid(columns, tuple(_row(worker, paper, tr) for worker, paper in papers))
    if lost := said(facts.answers, "lost").text.strip():
        yield say(facts, tr, _LOST, documents=lost.rstrip("."))


def _row(worker: LetterWorker, paper: HeldDocument, tr: Translator) -> tuple[str, ...]:
    since = paper.since
    told = _NONE if since is None else format_partial(since.year, since.month, since.day, tr.code)
    return worker.person.full_name, tr(DOCUMENT_KINDS[paper.kind]), paper.number or _NONE, told


def _requests(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    asked = [code for code in _REQUESTS if code in said(facts.answers, "asks").codes]
    yield say(facts, tr, _ASK, "lead_in")
    for number, code in enumerate(asked, start=1):
        yield say(facts, tr, _REQUESTS[code], "item", f"{number}.")
    yield say(facts, tr, _REPLY, "item", f"{len(asked) + 1}.", day=sums.day(facts.pay_by, tr))
    home = said(facts.answers, "return_by").when
    if RETURN in asked and home is not None and home.full is not None:
        yield say(facts, tr, _HOME_BY, day=sums.day(home.full, tr))
    if RELATIVES in asked and (named := said(facts.answers, "relatives").text.strip()):
        yield say(facts, tr, _RELATIVES, relatives=named.rstrip("."))
    if CERTIFICATE in asked:
        for key in _certificates(facts):
            if norm := cite_if_settled(facts, key, tr.code):
                yield say(facts, tr, _TRAVEL, "ground", norm=norm)


def _certificates(facts: LetterFacts) -> tuple[str, ...]:
    """The agreements that fit the citizenship of these workers, each once."""
    found = (_OF_RETURN.get(worker.person.citizenship, "") for worker in facts.workers)
    return tuple(dict.fromkeys(key for key in found if key))


def _closing(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    third, abroad = cite(facts, "pd.7.6", tr.code), cite(facts, "pd.16.3", tr.code)
    yield say(facts, tr, _CONSENT, day=consented.given_on(facts, tr), third=third, abroad=abroad)
    yield say(facts, tr, _CENTRE, "closing", address=facts.centre.address.within(tr.code))


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return tuple(fact_of(facts, key) for key in ("pd.7.6", "pd.16.3"))


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    if not facts.addressee.name.within(facts.language.split("+")[0]):
        yield Problem("addressee", Message(N_("Name the consulate the letter goes to: choose it from the directory.")))
    yield from consented.requisites(facts)
    asks = frozenset(said(facts.answers, "asks").codes)
    if asks & _PAPERS and not kept(facts) and not said(facts.answers, "lost").text.strip():
        message = N_("Say which document is missing: log it as a complaint, or write what was lost.")
        yield Problem("answers.lost", Message(message))
    if asks & (_PAPERS | {IDENTITY}) and any(each.person.birth is None for each in facts.workers):
        message = N_("A consulate looks people up by their date of birth: write it into the card of each worker.")
        yield Problem("worker_ids", Message(message))
    if len({each.person.citizenship for each in facts.workers if each.person.citizenship}) > 1:
        message = N_("The workers are citizens of different states: write to each consulate apart.")
        yield Problem("worker_ids", Message(message))


LETTER: Final = Letter(
    "consulate_request",
    N_("Request to the consulate"),
    story,
    AddresseeKind.CONSULATE,
    _grounds,
    fields=_FIELDS,
    texts=_TEXTS,
    requisites=_requisites,
    asks_date=True,
)
