"""The worker's consent that a letter gives their data to somebody: what is asked, and what is lacking without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.letters import sums

FIELDS: Final = (
    FieldSpec(
        "consent",
        N_("Everybody named in the letter agreed that it is sent"),
        FieldKind.YES_NO_UNKNOWN,
        hint=N_("Read them what the letter says first. Without consent it is not made final."),
        required=True,
    ),
    FieldSpec("consent_on", N_("The consent was given on"), FieldKind.DAY),
)
"""Asked by every letter that hands a worker's data to somebody who is no state body."""


def given_on(facts: LetterFacts, tr: Translator) -> str:
    """The day of the consent written out; a blank to fill in while it is not known."""
    when = said(facts.answers, "consent_on").when
    moment = None if when is None else when.full
    return "____________" if moment is None else sums.day(moment, tr)


def requisites(facts: LetterFacts) -> Iterator[Problem]:
    """No consent, or consent without a day, or of a later day than the letter."""
    if not said(facts.answers, "consent").is_yes:
        message = N_("The letter gives data of the worker away: it needs the worker’s consent. Ask for it first.")
        yield Problem("answers.consent", Message(message))
        return
    when = said(facts.answers, "consent_on").when
    moment = None if when is None else when.full
    if moment is None:
        yield Problem("answers.consent_on", Message(N_("Write the day on which the worker agreed.")))
    elif moment > facts.on:
        yield Problem("answers.consent_on", Message(N_("The consent cannot be later than the letter.")))
