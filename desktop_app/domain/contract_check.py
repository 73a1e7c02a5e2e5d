"""From the answers about a contract to findings: each with its norm, what the employer risks, and what to do.

The rules stand as tables in contract_rules_*.py: a condition and what is found when it holds. A rule looks only at the
answers it names, so that one more violation never hides another finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from desktop_app import law
from desktop_app.domain.answers import Answers, said
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, Translator, format_date, format_money, format_number
from desktop_app.law import Dated, Fact


class Weight(StrEnum):
    """How heavy a finding is; the order is the order on paper."""

    UNLAWFUL = "unlawful"
    MISSING = "missing"
    WORRYING = "worrying"
    GOOD = "good"


WEIGHTS: Final = {
    Weight.UNLAWFUL: N_("Against the law"),
    Weight.MISSING: N_("Missing"),
    Weight.WORRYING: N_("Worrying"),
    Weight.GOOD: N_("Protects the worker"),
}
_ORDER: Final = {weight: place for place, weight in enumerate(Weight)}


@dataclass(frozen=True)
class Tenge:
    """A sum inside a message, written as money in the language of the reader."""

    amount: Decimal


@dataclass(frozen=True)
class Finding:
    """What is found. `norms` are keys of the law it rests on (none: a sign without a norm), `liability` keys of what
    the employer answers for, `values` the dated values that were compared, `warnings` what is not sure about them.
    """

    code: str
    weight: Weight
    message: Message
    norms: tuple[str, ...]
    advice: Message
    liability: tuple[str, ...] = ()
    values: tuple[Fact, ...] = ()
    warnings: tuple[Message, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All the law it rests on, norms first."""
        return (*map(law.fact, self.norms), *self.values, *map(law.fact, self.liability))


@dataclass(frozen=True)
class Hit:
    """That the condition of a rule holds: what fills its sentence, and the values it compared."""

    params: Mapping[str, object] = field(default_factory=dict)
    values: tuple[Fact, ...] = ()
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Contract:
    """The answers about one contract, as rules read them; dated values are those of the day `on`."""

    answers: Answers
    on: date

    def yes(self, *names: str) -> bool:
        """Whether all of these were answered with yes."""
        return all(said(self.answers, name).is_yes for name in names)

    def no(self, name: str) -> bool:
        """Whether this was answered with no."""
        return said(self.answers, name).is_no

    def code(self, name: str) -> str:
        """The code chosen, empty when nothing was."""
        return said(self.answers, name).text

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes chosen where there may be several."""
        return said(self.answers, name).codes

    def number(self, name: str) -> Decimal | None:
        """The number, None when it is not known."""
        return said(self.answers, name).amount

    def day(self, name: str) -> date | None:
        """The day, None when it is not known."""
        when = said(self.answers, name).when
        return None if when is None else when.full

    def value(self, key: str) -> Dated | None:
        """The dated value of the law; None for a day before its table begins."""
        try:
            return law.value(key, self.on)
        except AppError:
            return None


Condition = Callable[[Contract], Hit | None]


@dataclass(frozen=True)
class Rule:
    """A line of the table: the condition, and the finding when it holds. `message` and `advice` are msgids."""

    code: str
    weight: Weight
    when: Condition
    message: str
    advice: str
    norms: tuple[str, ...]
    liability: tuple[str, ...] = ()

    def finding(self, contract: Contract) -> Finding | None:
        """What is found, None when the condition does not hold."""
        hit = self.when(contract)
        if hit is None:
            return None
        message, advice = Message(self.message, hit.params), Message(self.advice)
        return Finding(self.code, self.weight, message, self.norms, advice, self.liability, hit.values, hit.warnings)


def check(rules: Iterable[Rule], answers: Answers, on: date) -> tuple[Finding, ...]:
    """What the rules find, heaviest first and within a weight in the order of the table."""
    contract = Contract(answers, on)
    found = [finding for rule in rules if (finding := rule.finding(contract)) is not None]
    return tuple(sorted(found, key=_heaviest_first))


def worded(message: Message, tr: Translator) -> str:
    """The sentence in a language: sums as money, numbers, days and inner msgids in that language too."""
    return tr(message.msgid, **{name: _worded(value, tr) for name, value in message.params.items()})


def _worded(value: object, tr: Translator) -> str:
    if isinstance(value, Tenge):
        return format_money(value.amount, tr.code)
    if isinstance(value, Decimal):
        return format_number(value, tr.code)
    if isinstance(value, date):
        return format_date(value, tr.code)
    return worded(value, tr) if isinstance(value, Message) else str(value)


def _heaviest_first(finding: Finding) -> int:
    return _ORDER[finding.weight]


# Conditions that rules are made of.


def if_yes(*names: str) -> Condition:
    """When all of these were answered with yes."""
    return lambda contract: Hit() if contract.yes(*names) else None


def if_no(name: str) -> Condition:
    """When this was answered with no."""
    return lambda contract: Hit() if contract.no(name) else None


def if_code(name: str, *codes: str) -> Condition:
    """When one of these codes was chosen."""
    return lambda contract: Hit() if contract.code(name) in codes else None


def if_among(name: str, code: str) -> Condition:
    """When this code is among those chosen."""
    return lambda contract: Hit() if code in contract.codes(name) else None


def more_than(name: str, key: str) -> Condition:
    """When the number is above the law's value; fills %(said)s and %(limit)s."""
    return _compared(name, key, below=False)


def less_than(name: str, key: str) -> Condition:
    """When the number is below the law's value; fills %(said)s and %(limit)s."""
    return _compared(name, key, below=True)


def both(first: Condition, second: Condition) -> Condition:
    """When both hold; the sentence is filled by the second."""
    return lambda contract: second(contract) if first(contract) is not None else None


def unless(first: Condition, second: Condition) -> Condition:
    """When the second holds and the first does not."""
    return lambda contract: second(contract) if first(contract) is None else None


def _compared(name: str, key: str, *, below: bool) -> Condition:
    def when(contract: Contract) -> Hit | None:
        number, value = contract.number(name), contract.value(key)
        if number is None or value is None:
            return None
        limit = value.fact.number
        if not (number < limit if below else number > limit):
            return None
        return Hit({"said": number, "limit": limit}, (value.fact,), value.warnings)

    return when
