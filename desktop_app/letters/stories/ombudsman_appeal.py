"""The appeal to the human rights body: which right was breached, which bodies were asked, what they answered.

The Administrative Procedural and Process-Related Code does not extend to what the law on this body governs (article
3(4)), and that law was not read: neither a term nor a norm on the contents is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.money import NOTHING
from desktop_app.errors import AppError, Problem
from desktop_app.i18n import N_, Translator, format_partial
from desktop_app.law import Fact
from desktop_app.letters import appeal, letterhead, steps_taken, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_("Log what happened first, under Complaints: the appeal to the human rights body is made from it.")
_NO_RIGHT: Final = N_("Choose which right was breached.")
_RESTS_ON: Final = ("mig.5",)
_STATUS: Final = frozenset({ComplaintKind.STAY, ComplaintKind.CONTRACT_CHECK})
"""Complaints that are not named: one tells the right to stay, the other is work of the centre."""

_RIGHTS: Final = (
    ("pay", N_("to pay for work")),
    ("rest", N_("to rest and safe conditions of work")),
    ("documents", N_("to one’s own identity documents")),
    ("liberty", N_("to freedom and freedom of movement")),
    ("dignity", N_("to dignity, life and health, protected from violence")),
    ("forced", N_("not to be forced to work")),
    ("equality", N_("to equal treatment")),
    ("care", N_("to health care")),
    ("school", N_("to education of children")),
    ("home", N_("to a home")),
    ("defence", N_("to have a complaint accepted and answered by state bodies")),
)
_FIELDS: Final = (
    FieldSpec("rights", N_("Which rights were breached"), FieldKind.CHOICES, _RIGHTS, required=True),
    FieldSpec(
        "breach",
        N_("How they were breached"),
        FieldKind.NOTE,
        hint=N_("Who did or did not do what, and when. Nothing about the right to stay."),
        required=True,
        span=2,
    ),
    FieldSpec(
        "asked",
        N_("What is asked beside considering the appeal"),
        FieldKind.NOTE,
        hint=N_("One request a line."),
        span=2,
    ),
)

_RIGHT: Final = Text("ombudsman.right", N_("The appeal is about these rights:"))
_LAW: Final = Text(
    "ombudsman.law",
    N_("Immigrants have the right to turn to court and to state bodies for the protection of their rights (%(norm)s)."),
)
_FACTS: Final = Text("ombudsman.facts", N_("What happened:"))
_OWED: Final = Text("ombudsman.owed", N_("On %(day)s the employer owes %(sum)s."))
_ASKED: Final = Text("ombudsman.bodies", N_("These were written to before, with this result:"))
_ASK: Final = Text("ombudsman.ask", N_("On these grounds we ask you within your powers:"))
_ASK_ALONE: Final = Text("ombudsman.ask_alone", N_("On these grounds I ask you within your powers:"))
_CONSIDER: Final = Text("ombudsman.consider", N_("to consider the appeal and to take measures to restore the rights;"))
_UNANSWERED: Final = Text(
    "ombudsman.unanswered", N_("to ask the bodies that did not answer in time for the reasons of it;")
)
_RESULT: Final = Text("ombudsman.result", N_("to inform the applicants of the result and of the measures taken."))
_ANSWER: Final = Text(
    "ombudsman.answer", N_("Please send the answer in writing to the address of the centre: %(address)s.")
)
_NOT_SAID: Final = frozenset({"appeal.ask_alone", "appeal.accept", "appeal.term", "appeal.forward", "appeal.answer"})
_TEXTS: Final = (
    *(text for text in appeal.TEXTS if text.key not in _NOT_SAID),
    *(_RIGHT, _LAW, _FACTS, _OWED, _ASKED, _ASK, _ASK_ALONE, _CONSIDER, _UNANSWERED, _RESULT, _ANSWER),
)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole appeal in one language. AppError without a right, or when nothing is known of the breach."""
    if facts.told is None or not (_kinds(facts) or said(facts.answers, "breach").text.strip()):
        raise AppError(_NOTHING)
    if not said(facts.answers, "rights").codes:
        raise AppError(_NO_RIGHT)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("APPEAL")), "title"))
    blocks.append(Words(tr(N_("about breaches of human rights")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += appeal.employer(facts, tr)
    blocks += _rights(facts, tr)
    blocks += _circumstances(facts, tr)
    blocks += _requests(facts, tr)
    blocks.append(say(facts, tr, _ANSWER, address=facts.centre.address.within(tr.code)))
    blocks += appeal.signatures(facts, tr)
    return tuple(blocks)


def _rights(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _RIGHT, "lead_in")
    chosen = said(facts.answers, "rights").codes
    for title in (title for code, title in _RIGHTS if code in chosen):
        yield Words(tr(title), "item", "–")
    yield say(facts, tr, _LAW, "ground", norm=cite(facts, "mig.5", tr.code))


def _kinds(facts: LetterFacts) -> tuple[tuple[ComplaintKind, str], ...]:
    """The complaints of these workers that may be named, and since when, as ISO text; each kind once."""
    told = facts.told
    found: dict[ComplaintKind, str] = {}
    for each in () if told is None else told.complaints:
        if each.kind not in _STATUS and facts.worker_ids & set(each.worker_ids):
            since = "" if each.since is None else each.since.iso
            found[each.kind] = min(filter(None, (found.get(each.kind, ""), since)), default="")
    return tuple(found.items())


def _circumstances(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    kinds = _kinds(facts)
    if kinds:
        yield say(facts, tr, _FACTS, "lead_in")
    for kind, since in kinds:
        parts = [int(part) for part in since.split("-")] if since else []
        if not parts:
            yield Words(tr(COMPLAINT_KINDS[kind]), "item", "–")
            continue
        year, month, day = (*parts, None, None)[:3]
        told = format_partial(year or 0, month, day, tr.code)
        yield Words(tr(N_("%(kind)s, since: %(day)s"), kind=tr(COMPLAINT_KINDS[kind]), day=told), "item", "–")
    for line in said(facts.answers, "breach").text.splitlines():
        if line.strip():
            yield Words(line.strip())
    owed = facts.told.owed if facts.told is not None else {}
    total = sum((each.total for worker, each in owed.items() if worker in facts.worker_ids), NOTHING)
    if total > 0:
        yield say(facts, tr, _OWED, day=sums.day(facts.on, tr), sum=sums.money(total, tr))
    if steps_taken.sent_before(facts):
        yield say(facts, tr, _ASKED)
        yield steps_taken.table(facts, tr)


def _requests(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield appeal.ask(facts, tr, _ASK, _ASK_ALONE)
    yield say(facts, tr, _CONSIDER, "item", "1.")
    own = (line.strip().rstrip(";.").rstrip() for line in said(facts.answers, "asked").text.splitlines())
    number = 1
    for number, line in enumerate(filter(None, own), start=2):
        yield Words(f"{line};", "item", f"{number}.")
    if steps_taken.has_overdue(facts):
        number += 1
        yield say(facts, tr, _UNANSWERED, "item", f"{number}.")
    yield say(facts, tr, _RESULT, "item", f"{number + 1}.")


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return tuple(fact_of(facts, key) for key in _RESTS_ON)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    return appeal.requisites(facts)


LETTER: Final = Letter(
    "ombudsman_appeal",
    N_("Appeal to the human rights body"),
    story,
    AddresseeKind.OMBUDSMAN,
    _grounds,
    fields=(*_FIELDS, *appeal.SIGNED),
    texts=_TEXTS,
    requisites=_requisites,
)
