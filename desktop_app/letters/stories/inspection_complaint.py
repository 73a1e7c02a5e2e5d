"""The complaint to the state labour inspection about unpaid wages and other breaches by the employer.

Requisites: Administrative Procedural and Process-Related Code, article 63(2). Powers: Labour Code, articles 193, 195.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, earlier_letters, inspection_told, letterhead, owed_lines
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, cite_if_settled, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.owed_lines import WorkerSum
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

NOTHING_TOLD: Final = N_("Log what happened first, under Complaints or Wages: this letter is made from it.")
_RESTS_ON: Final = (*appeal.RESTS_ON, "lc.192", "lc.193.4", "lc.195.1.1")
_TO_EMPLOYER: Final = frozenset({"employer_claim", "pay_documents", "documents_return", "breach_notice"})

_ACCORDING: Final = Text(
    "inspection.according",
    N_("According to what was told to our centre and to the papers there are, the following happened."),
)
_ASK: Final = Text("inspection.ask", N_("On these grounds we ask you to:"))
_CHECK: Final = Text("inspection.check", N_("check at the employer what is told here (%(norm)s);"))
_ORDER: Final = Text(
    "inspection.order",
    N_("issue the employer a binding order to pay what is owed with the penalty (%(powers)s, %(norm)s);"),
)
_REMOVE: Final = Text(
    "inspection.remove",
    N_("issue the employer a binding order to remove the other breaches found (%(powers)s);"),
)
_CONTRACT: Final = Text(
    "inspection.contract",
    N_("oblige the employer to draw up the employment in writing from the day on which the work began;"),
)
_PROTOCOL: Final = Text(
    "inspection.protocol",
    N_("where the breaches are confirmed, decide on administrative liability of the employer (%(norms)s);"),
)
_POLICE: Final = Text(
    "inspection.police",
    N_("where signs of a crime are found, hand the material over to the bodies of internal affairs;"),
)
_RESULT: Final = Text(
    "inspection.result",
    N_("send a written answer on the result, with a copy of the order if one is issued."),
)
_TEXTS: Final = (
    *appeal.TEXTS,
    *inspection_told.TEXTS,
    _ACCORDING,
    _ASK,
    _CHECK,
    _ORDER,
    _REMOVE,
    _CONTRACT,
    _PROTOCOL,
    _POLICE,
    _RESULT,
)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole complaint in one language. AppError when nothing was logged that it could be about."""
    if facts.told is None or not inspection_told.is_anything(facts):
        raise AppError(NOTHING_TOLD)
    owed = owed_lines.owed(facts)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("COMPLAINT")), "title"))
    blocks.append(Words(tr(N_("about breaches of labour law by the employer")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += appeal.employer(facts, tr)
    blocks.append(say(facts, tr, _ACCORDING))
    blocks += inspection_told.circumstances(facts, owed, tr)
    blocks += earlier_letters.to_employer(facts, tr, _TO_EMPLOYER)
    blocks += _requests(facts, owed, tr)
    blocks += appeal.term_and_answer(facts, tr)
    annexes = [*owed_lines.annexed(owed, tr), *earlier_letters.copies(facts, tr, _TO_EMPLOYER)]
    blocks += appeal.annex_list(facts, tr, annexes)
    blocks += appeal.signatures(facts, tr)
    blocks += owed_lines.annexes(facts, owed, tr)
    return tuple(blocks)


def _requests(facts: LetterFacts, owed: tuple[WorkerSum, ...], tr: Translator) -> Iterator[Block]:
    yield appeal.ask(facts, tr, _ASK)
    for number, (text, norms) in enumerate(_asked(facts, owed, tr), start=1):
        yield say(facts, tr, text, "item", f"{number}.", **norms)


def _asked(facts: LetterFacts, owed: tuple[WorkerSum, ...], tr: Translator) -> Iterator[tuple[Text, dict[str, str]]]:
    """The requests that follow from what happened, each with the norms it names."""
    powers = cite(facts, "lc.193.4", tr.code)
    yield _CHECK, {"norm": cite(facts, "lc.192", tr.code)}
    if owed or inspection_told.has(facts, ComplaintKind.WAGE_ARREARS):
        yield _ORDER, {"powers": powers, "norm": cite(facts, "lc.195.1.1", tr.code)}
    if inspection_told.beside_wages(facts):
        yield _REMOVE, {"powers": powers}
    if inspection_told.is_without_contract(facts):
        yield _CONTRACT, {}
    articles = (cite_if_settled(facts, key, tr.code) for key in inspection_told.liability(facts, owed))
    if norms := "; ".join(norm for norm in articles if norm):
        yield _PROTOCOL, {"norms": norms}
    yield _POLICE, {}
    yield _RESULT, {}


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    keys = (*_RESTS_ON, *inspection_told.norms(facts))
    return tuple(dict.fromkeys((*(fact_of(facts, key) for key in keys), *inspection_told.counted(facts))))


LETTER: Final = Letter(
    "inspection_complaint",
    N_("Complaint to the labour inspection"),
    story,
    AddresseeKind.INSPECTION,
    _grounds,
    fields=(*appeal.SIGNED, *appeal.PAPERS),
    texts=_TEXTS,
    requisites=appeal.requisites,
)
