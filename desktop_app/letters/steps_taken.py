"""Which bodies were asked before, and what they answered: a table of the letters that have left."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date
from typing import Final

from desktop_app.domain.addressees import INSIDE, AddresseeKind
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator
from desktop_app.letters import earlier_letters, sums
from desktop_app.letters.blocks import Column, Grid

_NONE: Final = "–"
# Where a worker found shelter or help, and the consulate of another worker, is nobody's business.
_UNTOLD: Final = INSIDE | {AddresseeKind.PARTNER, AddresseeKind.SOCIAL_SERVICES, AddresseeKind.CONSULATE}


def sent_before(facts: LetterFacts) -> tuple[EarlierLetter, ...]:
    """The letters to offices and the employer sent on or before the day of this one, oldest first.

    Those to services, partners and consulates are left out, but for letters to the addressee of this one; so are those
    that speak for other workers alone.
    """
    told, own = facts.told, {name for name in astuple(facts.addressee.name) if name}
    if told is None:
        return ()
    left = (each for each in told.earlier_for(facts.worker_ids) if each.sent_on and each.sent_on <= facts.on)
    return tuple(each for each in left if each.to not in _UNTOLD or (each.addressee in own and each.to not in INSIDE))


def table(facts: LetterFacts, tr: Translator) -> Grid:
    """To whom each letter went, when, and what came back by the day of this letter."""
    columns = (
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("To whom")), 68),
        Column(tr(N_("Our number")), 26, "centre"),
        Column(tr(N_("Sent on")), 24, "centre"),
        Column(tr(N_("Answer")), 54),
    )
    rows = []
    for number, each in enumerate(sent_before(facts), start=1):
        sent = sums.short_day(each.sent_on, tr) if each.sent_on is not None else _NONE
        rows.append((str(number), whom(each, facts) or _NONE, each.number, sent, answer(each, facts, tr)))
    return Grid(columns, tuple(rows))


def whom(letter: EarlierLetter, facts: LetterFacts) -> str:
    """Whom a letter went to. What was sent to nobody of the directory went to the employer; other papers go nowhere."""
    if letter.to in INSIDE:
        return ""
    return letter.addressee or (facts.employer.name if letter.sent_on is not None else "")


def answer(letter: EarlierLetter, facts: LetterFacts, tr: Translator) -> str:
    """What came back to a letter by the day of this one, in words."""
    if letter.answered_on is not None and letter.answered_on <= facts.on:
        day = sums.short_day(letter.answered_on, tr)
        if letter.their_number:
            return tr(N_("answered on %(day)s, No. %(number)s"), day=day, number=letter.their_number)
        return tr(N_("answered on %(day)s"), day=day)
    if letter.due_on is None or not earlier_letters.has_term(letter.kind):
        return tr(N_("none yet"))
    if letter.due_on < facts.on:
        return tr(N_("no answer; it was due by %(day)s"), day=sums.short_day(letter.due_on, tr))
    return tr(N_("none yet; it is due by %(day)s"), day=sums.short_day(letter.due_on, tr))


def has_overdue(facts: LetterFacts) -> bool:
    """Whether an answer was due by law before the day of this letter and has not come by then."""
    return any(_is_overdue(each, facts.on) for each in sent_before(facts))


def _is_overdue(letter: EarlierLetter, on: date) -> bool:
    answered = letter.answered_on is not None and letter.answered_on <= on
    is_due = letter.due_on is not None and letter.due_on < on and earlier_letters.has_term(letter.kind)
    return is_due and not answered
