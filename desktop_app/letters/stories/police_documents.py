"""The statement to the police about documents that are kept from their owners.

Code on Administrative Offences, articles 494, 685; Criminal Code, article 384; Labour Code, article 32(7). What it may
not say of terms: letters/police_closing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, documents_told, earlier_letters, letterhead, police_closing
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.documents_told import Held
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.inspection_told import has
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_("Log the documents that are kept first, under Complaints: this letter is made from them.")
_RESTS_ON: Final = ("lc.32.7", "koap.685")
_DEMANDS: Final = frozenset({"documents_return"})
_FORCE: Final = (ComplaintKind.MOVEMENT, ComplaintKind.VIOLENCE, ComplaintKind.DEBT_BONDAGE)
_HIDDEN: Final = ("hidden", "destroyed")

_FIELDS: Final = (
    FieldSpec("issued", N_("When and by whom the documents were issued, if known"), FieldKind.TEXT, span=2),
    FieldSpec(
        "with_words",
        N_("Print the words used when the documents were taken"),
        FieldKind.YES_NO_UNKNOWN,
        hint=N_("Read them first: they must tell nothing of papers or stay."),
    ),
)

_KEPT: Final = Text("police_documents.kept", N_("The following documents are withheld:"))
_CONSENT: Final = Text(
    "police_documents.consent",
    N_(
        "Originals of documents may stay with an employer only with the worker’s consent and against a written "
        "undertaking to return them (%(norm)s)."
    ),
)
_OFFENCE: Final = Text(
    "police_documents.offence",
    N_(
        "Administrative liability for unlawful taking of passports and identity cards, or for taking them in pledge, "
        "is laid down by law (%(norm)s). Such cases are considered by the bodies of internal affairs (%(bodies)s)."
    ),
)
_CRIME: Final = Text(
    "police_documents.crime",
    N_("Criminal liability for unlawful taking of personal documents is laid down by law (%(norm)s)."),
)
_GOES_ON: Final = Text(
    "police_documents.goes_on",
    N_(
        "The documents have not been returned to this day. Where an offence goes on, the term of liability is counted "
        "from the day of its discovery (%(norm)s)."
    ),
)
_ASK: Final = Text("police_documents.ask", N_("On these grounds we ask you to:"))
_RETURN: Final = Text(
    "police_documents.return",
    N_("take measures so that the withheld documents are returned, and draw up their return in writing;"),
)
_CASE: Final = Text(
    "police_documents.case", N_("decide on bringing those who keep the documents to liability (%(norms)s);")
)
_SIGNS: Final = Text(
    "police_documents.signs",
    N_("check, with what is told above, whether there are signs of graver offences (%(norms)s);"),
)
_RECEIPT: Final = Text(
    "police_documents.receipt",
    N_("register the statement and issue the receipt with its number;"),
)
_RESULT: Final = Text("police_documents.result", N_("send a written answer on the decision taken."))
_TEXTS: Final = (
    *police_closing.TEXTS, _KEPT, _CONSENT, _OFFENCE, _CRIME, _GOES_ON, _ASK, _RETURN, _CASE, _SIGNS, _RECEIPT, _RESULT,
)  # fmt: skip
_ALSO: Final = {
    ComplaintKind.MOVEMENT: N_("Restriction of movement is also told of."),
    ComplaintKind.VIOLENCE: N_("Violence or threats are also told of."),
    ComplaintKind.DEBT_BONDAGE: N_("Work for a debt is also told of."),
}


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole statement in one language. AppError when no documents are logged as kept."""
    found = documents_told.held(facts)
    if not found.groups or not found.documents:
        raise AppError(_NOTHING)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("STATEMENT")), "title"))
    blocks.append(Words(tr(N_("about withholding of documents")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += appeal.employer(facts, tr)
    blocks += _circumstances(facts, found, tr)
    blocks += _law(facts, found, tr)
    blocks += _requests(facts, found, tr)
    blocks += police_closing.forward_and_answer(facts, tr)
    blocks += appeal.annex_list(facts, tr, earlier_letters.copies(facts, tr, _DEMANDS))
    blocks += police_closing.warned(facts, tr)
    blocks += appeal.signatures(facts, tr)
    return tuple(blocks)


def _circumstances(facts: LetterFacts, found: Held, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _KEPT)
    yield documents_told.table(facts, found, tr)
    if issued := said(facts.answers, "issued").text:
        yield Words(tr(N_("Issued: %(issued)s."), issued=issued), "fact")
    with_words = said(facts.answers, "with_words").is_yes
    yield from documents_told.circumstances(facts, found, tr, with_words=with_words)
    yield from earlier_letters.to_employer(facts, tr, _DEMANDS)
    yield from (Words(tr(text), "fact") for kind, text in _ALSO.items() if has(facts, kind))


def _law(facts: LetterFacts, found: Held, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _CONSENT, norm=cite(facts, "lc.32.7", tr.code))
    if found.names_offence:
        bodies = cite(facts, "koap.685", tr.code)
        yield say(facts, tr, _OFFENCE, norm=cite(facts, "koap.494", tr.code), bodies=bodies)
    if found.names_crime:
        yield say(facts, tr, _CRIME, norm=cite(facts, "uk.384.1", tr.code))
    yield say(facts, tr, _GOES_ON, norm=cite(facts, "koap.62.3", tr.code))


def _requests(facts: LetterFacts, found: Held, tr: Translator) -> Iterator[Block]:
    yield appeal.ask(facts, tr, _ASK)
    cited = {name: "; ".join(cite(facts, key, tr.code) for key in keys) for name, keys in _articles(facts, found)}
    asked: list[tuple[Text, dict[str, str]]] = [(_RETURN, {}), (_RECEIPT, {}), (_RESULT, {})]
    if "graver" in cited:
        asked.insert(1, (_SIGNS, {"norms": cited["graver"]}))
    if "case" in cited:
        asked.insert(1, (_CASE, {"norms": cited["case"]}))
    for number, (text, norms) in enumerate(asked, start=1):
        yield say(facts, tr, text, "item", f"{number}.", **norms)


def _articles(facts: LetterFacts, found: Held) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The articles the police are asked to look at: of the case itself, and graver ones where facts point to them."""
    case = (*(["koap.494"] if found.names_offence else []), *(["uk.384.1"] if found.names_crime else []))
    if case:
        yield "case", case
    graver = []
    if has(facts, ComplaintKind.MOVEMENT):
        graver.append("uk.126.2.11" if found.is_any("state", *_HIDDEN) else "uk.126")
    forced = any(has(facts, kind) for kind in _FORCE) or found.is_any("threats", "yes")
    if forced or found.is_any("condition", "debt", "until_end"):
        graver.append("uk.128.2.12")
    if graver and found.names_crime:
        yield "graver", tuple(graver)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    yield from appeal.requisites(facts)
    kept = documents_told.held(facts).documents
    owners = {document.worker_id for document in kept}
    others = [worker.person.full_name for worker in facts.workers if worker.worker_id not in owners]
    if others:
        message = N_("No kept documents are logged for: %(names)s. Choose only those whose documents are kept.")
        yield Problem("worker_ids", Message(message, {"names": ", ".join(others)}))
    nameless = any(not each.number for each in kept)
    if nameless and not said(facts.answers, "issued").text.strip():
        message = N_(
            "A document has no number. Write it under Complaints, or write here what is known of who issued it "
            "and when."
        )
        yield Problem("answers.issued", Message(message))


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    found = documents_told.held(facts)
    keys = [*_RESTS_ON, "koap.62.3", *(key for _name, keys in _articles(facts, found) for key in keys)]
    return tuple(fact_of(facts, key) for key in dict.fromkeys(keys))


LETTER: Final = Letter(
    "police_documents",
    N_("Statement to the police about withheld documents"),
    story,
    AddresseeKind.POLICE,
    _grounds,
    fields=(*appeal.SIGNED, *appeal.PAPERS, *_FIELDS),
    texts=_TEXTS,
    requisites=_requisites,
    about=frozenset({ComplaintKind.WITHHELD_DOCUMENTS}),
)
