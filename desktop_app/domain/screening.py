"""Screening by the indicators of forced labour: what the complaints already logged make worth asking, and urgency.

Advisory and explained, never a verdict and never a sum of points: a person decides (Law on personal data, article
19-1). The rules of urgency are the centre's practice, not law.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.checks import LONGEST_NOTE, problem_of_length
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.consents import Aim, StoredConsent
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.screening_law import CHILD_YEARS, NUMBERS
from desktop_app.domain.standing import Sign
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

_ARREARS: Final = "arrears_months_to_ask"


@dataclass(frozen=True)
class Logged:
    """What the file knows of one worker before anybody screens.

    `kinds` are the complaints about them that are not settled; `held` counts documents still kept by somebody;
    `unpaid` counts months with wages owed; `at_site`: they sleep where they work. `said` are indicators that answers of
    a complaint name, `signs` what else they say.
    """

    kinds: frozenset[ComplaintKind] = frozenset()
    held: int = 0
    unpaid: int = 0
    born: PartialDate | None = None
    at_site: bool = False
    said: frozenset[tuple[ComplaintKind, Indicator]] = frozenset()
    signs: frozenset[Sign] = frozenset()


@dataclass(frozen=True)
class Prompt:
    """Why an indicator should be asked about. `kind` is the complaint that raised it, None for another fact.

    `by_answer`: an answer of that complaint raised it, not its kind alone.
    """

    indicator: Indicator
    reason: Message
    kind: ComplaintKind | None = None
    by_answer: bool = False


@dataclass(frozen=True)
class Urgency:
    """Why the lawyer should hear of it today. `numbers` are the keys of telephones that can help at once."""

    code: str
    reason: Message
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What was found about one indicator: the answer, a note, the day, and who wrote it down."""

    indicator: Indicator
    answer: Found
    note: str = ""
    on: date | None = None
    by: str = ""


_BY_COMPLAINT: Final[dict[ComplaintKind, tuple[Indicator, ...]]] = {
    ComplaintKind.DEDUCTIONS: (Indicator.WAGES, Indicator.DEBT),
    ComplaintKind.OVERTIME: (Indicator.OVERTIME,),
    ComplaintKind.NO_CONTRACT: (Indicator.DECEPTION,),
    ComplaintKind.STAY: (Indicator.VULNERABILITY,),
    ComplaintKind.VIOLENCE: (Indicator.VIOLENCE, Indicator.THREATS),
    ComplaintKind.MOVEMENT: (Indicator.MOVEMENT, Indicator.ISOLATION),
    ComplaintKind.DEBT_BONDAGE: (Indicator.DEBT,),
    ComplaintKind.OFFICIALS: (Indicator.THREATS, Indicator.VULNERABILITY),
    ComplaintKind.DECEPTION: (Indicator.DECEPTION, Indicator.DEBT),
    ComplaintKind.DISCRIMINATION: (Indicator.VULNERABILITY,),
    ComplaintKind.INJURY: (Indicator.CONDITIONS,),
    ComplaintKind.HOUSING: (Indicator.CONDITIONS, Indicator.ISOLATION),
    ComplaintKind.HEALTH: (Indicator.CONDITIONS,),
    ComplaintKind.WITHHELD_DOCUMENTS: (Indicator.DOCUMENTS, Indicator.MOVEMENT),
}
"""Which indicators a complaint makes worth asking about; wage arrears only from some months on."""

_REASONS: Final = {
    ComplaintKind.DEDUCTIONS: N_("Unlawful deductions: ask whether pay is held back or debt worked off."),
    ComplaintKind.OVERTIME: N_("A complaint about overtime, rest or leave: ask whether they could refuse."),
    ComplaintKind.NO_CONTRACT: N_("There is no written contract: ask what was promised."),
    ComplaintKind.STAY: N_("A complaint about stay or permits: ask whether somebody makes use of it."),
    ComplaintKind.VIOLENCE: N_("A complaint of violence or threats."),
    ComplaintKind.MOVEMENT: N_("A complaint that movement is restricted: ask also who can be reached from there."),
    ComplaintKind.DEBT_BONDAGE: N_("A complaint of debt bondage."),
    ComplaintKind.OFFICIALS: N_("A complaint about officials: ask whether anybody threatens with the authorities."),
    ComplaintKind.DECEPTION: N_("A complaint of deception: ask what was promised and what the journey cost."),
    ComplaintKind.DISCRIMINATION: N_("A complaint of discrimination: ask whether their position is made use of."),
    ComplaintKind.INJURY: N_("A complaint of injury or unsafe work: ask about conditions."),
    ComplaintKind.HOUSING: N_("A complaint about housing: ask how they live and whether they can receive visits."),
    ComplaintKind.HEALTH: N_("A complaint about health care: ask what happens when somebody is ill."),
    ComplaintKind.WITHHELD_DOCUMENTS: N_("A complaint that documents are withheld: ask also whether they can leave."),
}  # fmt: skip

_HELD = N_("Documents of this worker are written down as kept by somebody else and not yet returned.")
_UNPAID = N_("Wages are owed for %(months)s months or more: ask what is said about the pay.")
_CHILD = N_("By the birth date this worker may be under %(years)s: speak with a person the child trusts nearby.")
_AT_SITE = N_("The worker sleeps where they work: ask whether they can come and go, and whom they can reach.")

_URGENT_VIOLENCE = N_("Violence: it is answered “yes”, or a complaint of violence or threats is logged.")
_URGENT_MOVEMENT = N_("The worker cannot move freely and the documents are kept by somebody else.")
_URGENT_WAGES = N_("The documents are kept by somebody else and the wages are withheld.")
_URGENT_CHILD = N_("By the birth date the worker may be a child (under %(years)s).")
_URGENT_CHILDREN = N_("The answers of a complaint say that children work or are held there.")
_URGENT_DANGER = N_("The answers of a complaint say that somebody is in danger now.")

_SAID: Final = {
    Indicator.VIOLENCE: N_("Its answers speak of violence."),
    Indicator.THREATS: N_("Its answers speak of threats."),
    Indicator.ISOLATION: N_("Its answers speak of a place cut off, or of a phone that is taken."),
    Indicator.DOCUMENTS: N_("Its answers speak of documents that are kept."),
    Indicator.DEBT: N_("Its answers speak of a debt or a sum demanded."),
    Indicator.MOVEMENT: N_("Its answers say that the worker may not leave."),
    Indicator.CONDITIONS: N_("Its answers speak of humiliation."),
}
"""What an answer of a complaint says, by the indicator it names."""


def prompts(logged: Logged, today: date) -> tuple[Prompt, ...]:
    """What is worth asking about, in the order of the indicators; one prompt for each reason."""
    found = [Prompt(*each) for each in _of_complaints(logged)]
    if logged.held:
        found.append(Prompt(Indicator.DOCUMENTS, Message(_HELD), ComplaintKind.WITHHELD_DOCUMENTS))
    if _long_unpaid(logged):
        reason = Message(_UNPAID, {"months": law.practice(_ARREARS)})
        found.append(Prompt(Indicator.WAGES, reason, ComplaintKind.WAGE_ARREARS))
    if may_be_child(logged.born, today):
        reason = Message(_CHILD, {"years": _years()})
        found += [Prompt(Indicator.VULNERABILITY, reason), Prompt(Indicator.CONDITIONS, reason)]
    found += [Prompt(told, Message(_SAID[told]), kind, by_answer=True) for kind, told in sorted(logged.said)]
    if logged.at_site:
        found += [Prompt(each, Message(_AT_SITE)) for each in (Indicator.MOVEMENT, Indicator.ISOLATION)]
    order = list(Indicator)
    return tuple(sorted(found, key=lambda each: order.index(each.indicator)))


def urgencies(logged: Logged, answers: Mapping[Indicator, Found], today: date) -> tuple[Urgency, ...]:
    """Why the lawyer should hear of it today, by what was answered and what was logged; a further fact never less.

    An answer “no” does not outweigh a complaint that stands: both are shown, and a person decides.
    """
    present = {indicator for indicator, answer in answers.items() if answer is Found.YES} | _logged_plainly(logged)
    found = []
    if Indicator.VIOLENCE in present:
        found.append(Urgency("violence", Message(_URGENT_VIOLENCE), NUMBERS))
    if {Indicator.MOVEMENT, Indicator.DOCUMENTS} <= present:
        found.append(Urgency("movement_documents", Message(_URGENT_MOVEMENT), NUMBERS[:2]))
    if {Indicator.DOCUMENTS, Indicator.WAGES} <= present:
        found.append(Urgency("documents_wages", Message(_URGENT_WAGES), NUMBERS[:2]))
    if may_be_child(logged.born, today):
        found.append(Urgency("child", Message(_URGENT_CHILD, {"years": _years()}), NUMBERS))
    elif Sign.CHILD in logged.signs:
        found.append(Urgency("child", Message(_URGENT_CHILDREN), NUMBERS))
    if Sign.DANGER in logged.signs:
        found.append(Urgency("danger", Message(_URGENT_DANGER), NUMBERS))
    return tuple(found)


def may_be_child(born: PartialDate | None, today: date) -> bool:
    """Whether somebody may be younger than the age of full work; a date known in part is read as the latest day."""
    if born is None:
        return False
    month = born.month or 12
    latest = date(born.year, month, born.day or monthrange(born.year, month)[1])
    age = today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))
    return age < _years()


def contradictions(logged: Logged, answers: Mapping[Indicator, Found]) -> tuple[Indicator, ...]:
    """The indicators answered “no” although a complaint of that very thing stands."""
    return tuple(each for each in Indicator if answers.get(each) is Found.NO and each in _logged_plainly(logged))


def may_be_referred(consents: Iterable[StoredConsent], today: date) -> bool:
    """Whether a valid consent covers giving the data to others for a referral (Law on personal data, article 7(6))."""
    return any(
        each.valid_on(today) and each.consent.third_parties and Aim.REFERRAL in each.consent.aims for each in consents
    )


def months_between(since: PartialDate, today: date) -> int:
    """Whole months since a date known as far as it is; what is not known is read as late as possible."""
    month = since.month or 12
    begun = (today.year - since.year) * 12 + today.month - month
    return max(begun - (1 if (since.day or 28) > today.day else 0), 0)


def problems(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """What is wrong with a screening before it is kept: `retention_of_identity_documents.note` and so on."""
    return tuple(
        problem for each in findings for problem in problem_of_length(f"{each.indicator}.note", each.note, LONGEST_NOTE)
    )


def _of_complaints(logged: Logged) -> list[tuple[Indicator, Message, ComplaintKind]]:
    return [
        (indicator, Message(_REASONS[kind]), kind)
        for kind, indicators in _BY_COMPLAINT.items()
        if kind in logged.kinds
        for indicator in indicators
    ]


def _logged_plainly(logged: Logged) -> set[Indicator]:
    """The indicators that a complaint names outright, without anything to be read into it."""
    found = {indicator for kind, indicator in _PLAIN.items() if kind in logged.kinds}
    found |= {indicator for _kind, indicator in logged.said}
    if logged.held:
        found.add(Indicator.DOCUMENTS)
    if _long_unpaid(logged):
        found.add(Indicator.WAGES)
    return found


_PLAIN: Final = {
    ComplaintKind.VIOLENCE: Indicator.VIOLENCE,
    ComplaintKind.MOVEMENT: Indicator.MOVEMENT,
    ComplaintKind.WITHHELD_DOCUMENTS: Indicator.DOCUMENTS,
    ComplaintKind.DEBT_BONDAGE: Indicator.DEBT,
}


def _long_unpaid(logged: Logged) -> bool:
    return logged.unpaid >= law.practice(_ARREARS)


def _years() -> int:
    return int(law.fact(CHILD_YEARS).number)
