"""How the order before a court was kept: what the conciliation commission did, or why none is needed.

Labour Code, articles 159 and 136; ruling 1 of the Supreme Court of 2024. A claim without it is returned.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.limitation import DIRECT_NORMS, SMALL, Direct, Unit, added
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block
from desktop_app.letters.grounds import cite
from desktop_app.letters.texts import Text, say

NOT_DONE, AGAINST, SILENT, NO_COMMISSION = "decided", "against", "silent", "none"
APPLICATION: Final = "commission_application"

FIELDS: Final = (
    FieldSpec(
        "pretrial",
        N_("Before the court"),
        FieldKind.CHOICE,
        (
            (NOT_DONE, N_("The commission decided, the employer has not carried it out")),
            (AGAINST, N_("The commission decided, the dispute is not settled")),
            (SILENT, N_("The commission was applied to and has not decided in its term")),
            (NO_COMMISSION, N_("The employer has no commission")),
            (Direct.DOMESTIC.value, N_("Not needed: domestic worker")),
            (Direct.MICRO.value, N_("Not needed: micro-enterprise")),
            (Direct.SMALL_NON_PROFIT.value, N_("Not needed: small non-profit organisation")),
            (Direct.HEAD.value, N_("Not needed: head or member of the executive body")),
            (Direct.NO_CONTRACT.value, N_("Not needed: the dispute is whether there was employment at all")),
        ),
        hint=N_("Left open, it is taken from the case: a household, or an application to the commission."),
    ),
    FieldSpec(
        "commission",
        N_("Decision of the commission: number and day"),
        FieldKind.TEXT,
    ),
)

_DECIDED: Final = Text(
    "court.commission_decided",
    N_(
        "The dispute was heard by the conciliation commission. Its decision: %(decision)s. The employer has not "
        "carried it out, so the dispute goes on to court (%(norm)s)."
    ),
)
_AGAINST: Final = Text(
    "court.commission_against",
    N_(
        "The dispute was heard by the conciliation commission. Its decision: %(decision)s. It did not settle the "
        "dispute, so the dispute goes on to court (%(norm)s)."
    ),
)
_SILENT: Final = Text(
    "court.commission_silent",
    N_(
        "The conciliation commission was applied to on %(day)s. Within %(days)s working days (%(term)s) it did not "
        "decide, so the dispute goes on to court (%(norm)s)."
    ),
)
_NONE: Final = Text(
    "court.commission_none",
    N_(
        "The employer has set up no conciliation commission, although that is a duty of the employer (%(duty)s). For "
        "this reason the dispute could not be brought before it. Please take this into account when the claim is "
        "accepted (%(norm)s)."
    ),
)
_DOMESTIC: Final = Text(
    "court.direct_domestic",
    N_("The work was a domestic worker’s: such disputes go to court without a conciliation commission (%(norm)s)."),
)
_MICRO: Final = Text(
    "court.direct_micro",
    N_("The employer is a micro-enterprise: such disputes go to court without a conciliation commission (%(norm)s)."),
)
_SMALL: Final = Text(
    "court.direct_small",
    N_(
        "The employer is a non-profit organisation with at most %(count)s workers: such disputes go to court without a "
        "conciliation commission (%(norm)s)."
    ),
)
_HEAD: Final = Text(
    "court.direct_head",
    N_(
        "The work was that of a head or member of the executive body: such disputes go to court without a conciliation "
        "commission (%(norm)s)."
    ),
)
_NO_CONTRACT: Final = Text(
    "court.direct_no_contract",
    N_(
        "No written contract was made, and the dispute is also about whether there was employment: it goes to court "
        "without a conciliation commission (%(norm)s)."
    ),
)
_DIRECT: Final = {
    Direct.DOMESTIC: _DOMESTIC,
    Direct.MICRO: _MICRO,
    Direct.SMALL_NON_PROFIT: _SMALL,
    Direct.HEAD: _HEAD,
    Direct.NO_CONTRACT: _NO_CONTRACT,
}
TEXTS: Final = (_DECIDED, _AGAINST, _SILENT, _NONE, *_DIRECT.values())


def way(facts: LetterFacts) -> str:
    """What was chosen, else what the case tells; empty when neither says anything."""
    if chosen := said(facts.answers, "pretrial").text:
        return chosen
    if facts.employer.kind is EmployerKind.HOUSEHOLD:
        return Direct.DOMESTIC.value
    if said(facts.answers, "commission").text.strip():
        return AGAINST
    return SILENT if application(facts) is not None else ""


def application(facts: LetterFacts) -> EarlierLetter | None:
    """The newest application to the commission that was handed in."""
    earlier = facts.told.earlier_for(facts.worker_ids) if facts.told is not None else ()
    found = [each for each in earlier if each.kind == APPLICATION and each.sent_on is not None]
    return max(found, key=lambda each: each.sent_on or each.on, default=None)


def paragraph(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """What was done before the court; nothing while that is not known (then it is a missing requisite)."""
    found = way(facts)
    onward = cite(facts, "lc.159.7", tr.code)
    if found in (NOT_DONE, AGAINST):
        text = _DECIDED if found == NOT_DONE else _AGAINST
        yield say(facts, tr, text, decision=said(facts.answers, "commission").text, norm=onward)
    elif found == SILENT and (handed := _handed_in(facts)) is not None:
        days, term = _decision_days(facts), cite(facts, "lc.159.5", tr.code)
        yield say(facts, tr, _SILENT, day=sums.day(handed, tr), days=days, term=term, norm=onward)
    elif found == NO_COMMISSION:
        duty, norm = (cite(facts, key, tr.code) for key in ("lc.23.2.26", "gpk.152.1.1"))
        yield say(facts, tr, _NONE, duty=duty, norm=norm)
    elif found in tuple(Direct):
        norm = "; ".join(cite(facts, key, tr.code) for key in keys(facts))
        most = int(law.value(SMALL, facts.on).fact.number)
        yield say(facts, tr, _DIRECT[Direct(found)], norm=norm, count=most)


def keys(facts: LetterFacts) -> tuple[str, ...]:
    """The norms this rests on."""
    found = way(facts)
    if found in (NOT_DONE, AGAINST):
        return ("lc.159.7",)
    if found == SILENT:
        return ("lc.159.5", "lc.159.7")
    if found == NO_COMMISSION:
        return ("lc.23.2.26", "gpk.152.1.1")
    if found not in tuple(Direct):
        return ()
    norm = DIRECT_NORMS[Direct(found)]
    return (norm,) if Direct(found) is Direct.NO_CONTRACT else tuple(dict.fromkeys(("lc.159.1", norm)))


def annexed(facts: LetterFacts, tr: Translator) -> Iterator[str]:
    """The paper that shows it."""
    found = way(facts)
    if found in (NOT_DONE, AGAINST):
        yield tr(N_("Decision of the conciliation commission"))
    elif found == SILENT:
        yield tr(N_("Application to the conciliation commission with the proof that it was handed in"))
    elif found == NO_COMMISSION:
        yield tr(N_("Proof that the employer has no conciliation commission"))


def requisites(facts: LetterFacts) -> Iterator[Problem]:
    """A claim that does not show the order before the court is returned (article 152 of the Civil Procedure Code)."""
    found = way(facts)
    if not found:
        message = N_(
            "Say what the conciliation commission did, or why none is needed: else the court returns the claim."
        )
        yield Problem("answers.pretrial", Message(message))
    elif found in (NOT_DONE, AGAINST) and not said(facts.answers, "commission").text.strip():
        yield Problem("answers.commission", Message(N_("Write the number and the day of the commission’s decision.")))
    elif found == SILENT:
        yield from _waiting(facts)
    elif found == Direct.NO_CONTRACT.value and not _without_contract(facts):
        message = N_("Log the complaint “No written contract” first: the claim tells from it what proves the work.")
        yield Problem("answers.pretrial", Message(message))


def _waiting(facts: LetterFacts) -> Iterator[Problem]:
    handed = _handed_in(facts)
    if handed is None:
        message = N_(
            "Note when the application was handed to the commission: open it under Letters and say how it was sent."
        )
        yield Problem("answers.pretrial", Message(message))
        return
    due = added(handed, _decision_days(facts), Unit.WORKING_DAYS)
    if facts.on <= due:
        message = N_(
            "The commission has until %(day)s to decide. File the claim after that day, or when it has decided."
        )
        yield Problem("answers.pretrial", Message(message, {"day": f"{due:%d.%m.%Y}"}))


def _handed_in(facts: LetterFacts) -> date | None:
    found = application(facts)
    return None if found is None else found.sent_on


def _decision_days(facts: LetterFacts) -> int:
    return int(law.value("commission.decision_working_days", facts.on).fact.number)


def _without_contract(facts: LetterFacts) -> bool:
    return facts.told is not None and bool(facts.told.of_kind(ComplaintKind.NO_CONTRACT, facts.worker_ids))
