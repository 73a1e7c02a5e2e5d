"""The complaint to the state labour inspection about unpaid wages and other breaches by the employer.

Requisites: Administrative Procedural and Process-Related Code, article 63(2). Powers: Labour Code, articles 193, 195.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.money import NOTHING
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, letterhead, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, cite_if_settled, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_("Log what happened first, under Complaints or Wages: this letter is made from it.")
_RESTS_ON: Final = (*appeal.RESTS_ON, "lc.192", "lc.193.4", "lc.195.1.1")

_ASK: Final = Text("inspection.ask", N_("On these grounds we ask you to:"))
_ORDER: Final = Text(
    "inspection.order",
    N_("issue the employer a binding order to pay what is owed with the penalty (%(norm)s);"),
)
_ANSWER: Final = Text("inspection.result", N_("inform the applicants of the result and of the measures taken."))
_TEXTS: Final = (*appeal.TEXTS, _ASK, _ORDER, _ANSWER)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole complaint in one language. AppError when nothing was logged that it could be about."""
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("COMPLAINT")), "title"))
    blocks.append(Words(tr(N_("about breaches of labour law by the employer")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += appeal.employer(facts, tr)
    blocks += _circumstances(facts, tr)
    blocks += _requests(facts, tr)
    blocks += appeal.term_and_answer(facts, tr)
    blocks += appeal.signatures(facts, tr)
    return tuple(blocks)


def _circumstances(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    told = facts.told
    if told is None:
        raise AppError(_NOTHING)
    total = sum((owed.total for each, owed in told.owed.items() if each in facts.worker_ids), NOTHING)
    if not total and not told.of_kind(ComplaintKind.WAGE_ARREARS, facts.worker_ids):
        raise AppError(_NOTHING)
    msgid = N_("The work was done, but the wages have not been paid in full. On %(day)s the employer owes %(sum)s.")
    yield Words(tr(msgid, day=sums.day(facts.on, tr), sum=sums.money(total, tr)))
    if norm := cite_if_settled(facts, "koap.87.1", tr.code):
        yield Words(tr(N_("Unpaid wages entail the employer’s administrative liability (%(norm)s)."), norm=norm))


def _requests(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _ASK, "lead_in")
    norm = cite(facts, "lc.195.1.1", tr.code)
    yield say(facts, tr, _ORDER, "item", "1.", norm=norm)
    yield say(facts, tr, _ANSWER, "item", "2.")


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return tuple(fact_of(facts, key) for key in _RESTS_ON)


LETTER: Final = Letter(
    "inspection_complaint",
    N_("Complaint to the labour inspection"),
    story,
    AddresseeKind.INSPECTION,
    _grounds,
    fields=appeal.SIGNED,
    texts=_TEXTS,
    requisites=appeal.requisites,
    to_many=False,
)
