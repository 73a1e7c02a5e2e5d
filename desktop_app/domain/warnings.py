"""What may hurt the workers of a case when a complaint or a letter goes out, said before it does.

Advisory: nothing is forbidden here. A warning of weight STOP has to be talked over with the worker before a letter is
made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.at_risk import CaseAtRisk
from desktop_app.domain.warning_rules import RULES, Rule, Weight
from desktop_app.errors import Message
from desktop_app.i18n import N_

TO_EMPLOYER: Final = frozenset({"", "employer_claim"})
"""Kinds of letter that the employer gets; empty: a letter of any kind may come."""

_SEALED: Final = (
    N_("A sealed case"),
    N_("The case is sealed. A letter on paper is not: whoever holds it reads the names."),
    N_("Hand it over in person or in a closed envelope, and keep no copy outside the file."),
)
_RESTRICTED: Final = (
    N_("Open only to some colleagues"),
    N_("The case is open only to colleagues it was given to."),
    N_("Do not speak about it with others, and leave no papers at the printer."),
)


@dataclass(frozen=True)
class CaseWarning:
    """A warning with the norms it rests on (keys of law.fact), what to do, and the workers it is about (their ids)."""

    code: str
    weight: Weight
    title: Message
    message: Message
    advice: Message
    norms: tuple[str, ...] = ()
    workers: tuple[int, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether it has to be talked over with the worker before a letter is made."""
        return self.weight is Weight.STOP


def warnings(case: CaseAtRisk, today: date, letter_kind: str = "") -> tuple[CaseWarning, ...]:
    """Everything to be thought over before a letter of this kind leaves (empty: any), the weightiest first."""
    found = [*_of_workers(case, today, letter_kind), *_of_case(case)]
    order = list(Weight)
    return tuple(sorted(found, key=lambda each: order.index(each.weight)))


def _of_workers(case: CaseAtRisk, today: date, letter_kind: str) -> Iterator[CaseWarning]:
    for rule in RULES:
        about = tuple(worker.worker_id for worker in case.crew if rule.concerns(worker, today))
        if about:
            params = {"years": law.value("reentry_ban.years", today).fact.value} if "%(years)s" in rule.message else {}
            yield CaseWarning(
                rule.code,
                _weight(rule, letter_kind),
                Message(rule.title),
                Message(rule.message, params),
                Message(rule.advice),
                rule.norms,
                about,
            )


def _weight(rule: Rule, letter_kind: str) -> Weight:
    """What the employer may do weighs less while the letter goes to somebody else."""
    lighter = rule.employer_only and rule.weight is Weight.STOP and letter_kind not in TO_EMPLOYER
    return Weight.CAREFUL if lighter else rule.weight


def _of_case(case: CaseAtRisk) -> Iterable[CaseWarning]:
    if case.sealed:
        title, message, advice = map(Message, _SEALED)
        yield CaseWarning("sealed", Weight.CAREFUL, title, message, advice)
    elif case.restricted:
        title, message, advice = map(Message, _RESTRICTED)
        yield CaseWarning("restricted", Weight.KNOW, title, message, advice)
