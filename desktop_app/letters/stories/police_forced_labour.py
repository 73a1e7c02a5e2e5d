"""The statement to the police about circumstances that may point to forced labour: facts and requests, no verdict.

Labour Code, article 7; Criminal Code, articles 3(1), 126, 128; Code on Administrative Offences, article 51(2); Social
Code, articles 133, 141. It goes only with the worker's agreement, unless a child is among those concerned. What it may
not say of terms: letters/police_closing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.money import NOTHING
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, documents_told, force_told, letterhead, police_closing, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.inspection_told import has
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_(
    "Log what happened first, under Complaints: restriction of movement, violence or threats, a debt, deceit or "
    "documents that are kept."
)
_RESTS_ON: Final = ("lc.7", "uk.3.1", "uk.128", "koap.51.2", "mig.60-1", "sc.133.2", "sc.141.1", "tip.1", "tipr")
_GROWN_UP: Final = 18

_FIELDS: Final = (
    FieldSpec(
        "consent",
        N_("The worker agrees that the police are told"),
        FieldKind.YES_NO_UNKNOWN,
        hint=N_("Without it this statement goes only when a child is among those concerned."),
    ),
)

_ACCORDING: Final = Text(
    "police_force.according",
    N_(
        "The following was told to our centre. We give no assessment of it and ask that what is told be checked in the "
        "manner laid down by law."
    ),
)
_BY_CENTRE: Final = Text(
    "police_force.by_centre",
    N_(
        "The centre makes this statement itself, because there are children among those concerned. Those it tells of "
        "do not sign it."
    ),
)
_UNPAID: Final = Text(
    "police_force.unpaid",
    N_("The work was done, but the wages have not been paid in full. On %(day)s the unpaid wages are %(sum)s."),
)
_FORCED: Final = Text(
    "police_force.forced",
    N_(
        "Forced labour is forbidden: it is work demanded under the threat of any punishment, for which a person did "
        "not offer themselves voluntarily (%(norm)s). The law counts it as exploitation of a person (%(exploitation)s)."
    ),
)
_LIBERTY: Final = Text(
    "police_force.liberty", N_("Liability for unlawful deprivation of liberty is laid down by law (%(norm)s).")
)
_TRAFFICKING: Final = Text(
    "police_force.trafficking",
    N_(
        "Liability for hiring, moving and harbouring people for exploitation is laid down by law; consent obtained by "
        "violence, deceit, dependence or taking of documents does not exclude it (%(norm)s)."
    ),
)
_SERVICES: Final = Text(
    "police_force.services",
    N_(
        "Special social services for those who suffered from trafficking or other exploitation are provided "
        "regardless of whether a criminal case was opened (%(norm)s); after trafficking no prior decision of the local "
        "executive body is needed for them (%(without)s)."
    ),
)
_NOT_EXPELLED: Final = Text(
    "police_force.protected",
    N_(
        "An administrative case that may end in expulsion is postponed when the person reports a grave or especially "
        "grave crime committed against them, until the report is decided (%(postponed)s). Immigrants identified as "
        "having suffered from trafficking are not expelled until the services guaranteed to them are completed "
        "(%(stay)s)."
    ),
)
_ASK: Final = Text("police_force.ask", N_("On these grounds we ask you to:"))
_REGISTER: Final = Text("police_force.register", N_("register the statement and issue the receipt with its number;"))
_SAFETY: Final = Text(
    "police_force.safety",
    N_("take measures for the safety of those this statement is about;"),
)
_FREE: Final = Text(
    "police_force.free",
    N_("go to the place named above and make it possible for everybody there to leave it freely;"),
)
_RETURN: Final = Text("police_force.return", N_("take measures so that the withheld documents are returned;"))
_CHECK: Final = Text(
    "police_force.check", N_("check whether what is told holds signs of criminal offences (%(norms)s);")
)
_IDENTIFY: Final = Text(
    "police_force.identify",
    N_("decide on identification and referral to assistance in the order laid down (%(law)s; %(rules)s);"),
)
_INTERVIEW: Final = Text(
    "police_force.interview",
    N_("hold the questioning apart from the employer and in a language that is understood;"),
)
_RESULT: Final = Text("police_force.result", N_("send a written answer on the decision taken."))
_TEXTS: Final = (
    *police_closing.TEXTS, _ACCORDING, _BY_CENTRE, _UNPAID, _FORCED, _LIBERTY,
    _TRAFFICKING, _SERVICES, _NOT_EXPELLED, _ASK, _REGISTER, _SAFETY, _FREE, _RETURN, _CHECK, _IDENTIFY, _INTERVIEW,
    _RESULT,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole statement in one language. AppError when no complaint tells of force, fear, deceit or documents."""
    held = documents_told.held(facts)
    if not held.documents and not any(has(facts, kind) for kind in force_told.FORCE):
        raise AppError(_NOTHING)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("STATEMENT")), "title"))
    blocks.append(Words(tr(N_("about circumstances of work that need to be checked")), "subtitle"))
    blocks += [say(facts, tr, _BY_CENTRE)] if _is_by_centre(facts) else appeal.applicants(facts, tr)
    blocks += appeal.employer(facts, tr)
    blocks += _circumstances(facts, tr)
    blocks += _law(facts, tr)
    blocks += _requests(facts, tr)
    blocks += police_closing.forward_and_answer(facts, tr)
    blocks += appeal.annex_list(facts, tr, ())
    if _is_by_centre(facts):
        blocks.append(letterhead.signature(facts.signer, tr))
    else:
        blocks += police_closing.warned(facts, tr)
        blocks += appeal.signatures(facts, tr)
    return tuple(blocks)


def _is_by_centre(facts: LetterFacts) -> bool:
    """Whether it goes for a child's sake without the workers' agreement: then they neither apply nor sign."""
    return not said(facts.answers, "consent").is_yes and names_child(facts)


def _circumstances(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _ACCORDING)
    yield from force_told.sections(facts, tr)
    held = documents_told.held(facts)
    if held.documents:
        yield Words(tr(COMPLAINT_KINDS[ComplaintKind.WITHHELD_DOCUMENTS]), "section")
        yield documents_told.table(facts, held, tr)
        yield from documents_told.circumstances(facts, held, tr)
    arrears = sum((worker.calculation.arrears for worker in facts.workers), NOTHING)
    if arrears:
        yield Words(tr(COMPLAINT_KINDS[ComplaintKind.WAGE_ARREARS]), "section")
        yield say(facts, tr, _UNPAID, day=sums.day(facts.on, tr), sum=sums.money(arrears, tr))


def _law(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    exploitation = cite(facts, "uk.3.1", tr.code)
    yield say(facts, tr, _FORCED, norm=cite(facts, "lc.7", tr.code), exploitation=exploitation)
    if has(facts, ComplaintKind.MOVEMENT):
        yield say(facts, tr, _LIBERTY, norm=cite(facts, "uk.126", tr.code))
    yield say(facts, tr, _TRAFFICKING, norm=cite(facts, "uk.128", tr.code))
    without = cite(facts, "sc.141.1", tr.code)
    yield say(facts, tr, _SERVICES, norm=cite(facts, "sc.133.2", tr.code), without=without)
    stay = cite(facts, "mig.60-1", tr.code)
    yield say(facts, tr, _NOT_EXPELLED, postponed=cite(facts, "koap.51.2", tr.code), stay=stay)


def _requests(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _ASK, "lead_in") if _is_by_centre(facts) else appeal.ask(facts, tr, _ASK)
    for number, (text, norms) in enumerate(_asked(facts, tr), start=1):
        yield say(facts, tr, text, "item", f"{number}.", **norms)


def _asked(facts: LetterFacts, tr: Translator) -> Iterator[tuple[Text, dict[str, str]]]:
    yield _REGISTER, {}
    yield _SAFETY, {}
    if _can_be_found(facts):
        yield _FREE, {}
    if documents_told.held(facts).documents:
        yield _RETURN, {}
    yield _CHECK, {"norms": "; ".join(cite(facts, key, tr.code) for key in _articles(facts))}
    yield _IDENTIFY, {"law": cite(facts, "tip.1", tr.code), "rules": cite(facts, "tipr", tr.code)}
    yield _INTERVIEW, {}
    yield _RESULT, {}


def _articles(facts: LetterFacts) -> Iterator[str]:
    if has(facts, ComplaintKind.MOVEMENT):
        yield "uk.126"
    yield "uk.128"
    if documents_told.held(facts).names_crime:
        yield "uk.384.1"


def _can_be_found(facts: LetterFacts) -> bool:
    """Whether people are held now at a place that the statement names."""
    told = facts.told.of_kind(ComplaintKind.MOVEMENT, facts.worker_ids) if facts.told is not None else ()
    return any(said(each.answers, "now").is_yes and bool(said(each.answers, "where").text) for each in told)


def names_child(facts: LetterFacts) -> bool:
    """Whether a child is among those concerned: by the year of birth of a worker, or by what was answered."""
    births = [worker.person.birth for worker in facts.workers if worker.person.birth is not None]
    young = any(facts.on.year - birth.year < _GROWN_UP for birth in births)
    kinds = (ComplaintKind.MOVEMENT, ComplaintKind.DEBT_BONDAGE)
    return young or any(force_told.is_any(facts, kind, "children", "yes") for kind in kinds)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    yield from appeal.requisites(facts)
    if not said(facts.answers, "consent").is_yes and not names_child(facts):
        message = N_(
            "Ask the worker first: nothing goes to the police without the worker’s agreement, unless a child is among "
            "those concerned. Mark the answer here."
        )
        yield Problem("answers.consent", Message(message))


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return tuple(fact_of(facts, key) for key in dict.fromkeys((*_RESTS_ON, *_articles(facts))))


LETTER: Final = Letter(
    "police_forced_labour",
    N_("Statement to the police about signs of forced labour"),
    story,
    AddresseeKind.POLICE,
    _grounds,
    fields=(*appeal.SIGNED, *appeal.PAPERS, *_FIELDS),
    texts=_TEXTS,
    requisites=_requisites,
)
