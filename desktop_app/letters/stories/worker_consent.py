"""The consent to the processing of personal data, printed from the case for each worker to sign.

Its words are those of the consent form (letters.consent_form): there is one text of the consent, by edition. What was
signed is then recorded on the worker's page under Privacy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain import privacy_names
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.consents import USUAL_AIMS, USUAL_DATA, Consent, How
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import consent_form
from desktop_app.letters.blocks import Block, Sheet, Story, Words
from desktop_app.letters.grounds import fact_of
from desktop_app.letters.kind import Letter

_USUAL: Final = N_("Without a choice the usual ones stand in the consent.")

_FIELDS: Final = (
    FieldSpec(
        "until",
        N_("Consent until"),
        FieldKind.DAY,
        hint=N_("Without a day it lasts until the aims are reached."),
        future=True,
    ),
    FieldSpec(
        "read_in",
        N_("Language in which the worker reads it"),
        FieldKind.CHOICE,
        tuple(privacy_names.READING.items()),
    ),
    FieldSpec(
        "data",
        N_("Data"),
        FieldKind.CHOICES,
        tuple((code.value, name) for code, name in privacy_names.DATA.items()),
        hint=_USUAL,
        span=2,
    ),
    FieldSpec(
        "aims",
        N_("Aims"),
        FieldKind.CHOICES,
        tuple((code.value, name) for code, name in privacy_names.AIMS.items()),
        hint=_USUAL,
        span=2,
    ),
    FieldSpec(
        "recipients",
        N_("To whom the data may be given"),
        FieldKind.TEXT,
        hint=N_("Empty: to nobody. Name bodies and organisations, never everybody."),
    ),
    FieldSpec(
        "country",
        N_("To which country the data may be given"),
        FieldKind.COUNTRY,
        hint=N_("Empty: to none. For a consulate choose its country."),
    ),
)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The consent of every worker, one sheet each."""
    consent = _consent(facts)
    is_pair = facts.language is LetterLanguage.KK_RU
    small = is_pair or _is_small(facts, consent, tr)
    blocks: list[Block] = []
    for worker in facts.workers:
        if blocks:
            blocks.append(Sheet())
        blocks += consent_form.story(facts.centre, worker.person, consent, tr, small=small, again=is_pair)
        blocks.append(Words(consent_form.edition(consent, tr.code), "annex_mark"))
    return tuple(blocks)


def _is_small(facts: LetterFacts, consent: Consent, tr: Translator) -> bool:
    """Whether the letters are small: the same for all the crew, so only the longest name is tried."""
    longest = max((worker.person for worker in facts.workers), key=lambda person: len(person.full_name))
    return consent_form.is_long(facts.centre, longest, consent, tr.code)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """The norms that the text of the consent rests on."""
    return tuple(fact_of(facts, key) for key in law.consent_text().rests_on)


def _consent(facts: LetterFacts) -> Consent:
    """The consent as it is to be signed; nothing is ever put into open sources."""
    told = facts.answers
    until = said(told, "until").when
    recipients, country = said(told, "recipients").text.strip(), said(told, "country").text
    return Consent(
        How.PAPER,
        facts.on,
        None if until is None else until.full,
        said(told, "read_in").text,
        law.consent_text().version,
        data=said(told, "data").codes or USUAL_DATA,
        aims=said(told, "aims").codes or USUAL_AIMS,
        third_parties=bool(recipients),
        recipients=recipients,
        cross_border=bool(country),
        countries=(country,) if country else (),
    )


def requisites(facts: LetterFacts) -> Iterator[Problem]:
    """A consent that would be over before it is given is none; its words are those that its edition is known by."""
    until = said(facts.answers, "until").when
    if until is not None and until.full is not None and until.full < facts.on:
        yield Problem("answers.until", Message(N_("The consent would end before it was given.")))
    if facts.edits.changed or facts.edits.left_out:
        message = N_("The words of the consent belong to its edition: take your changes back, or add a paragraph.")
        yield Problem("edits", Message(message))


LETTER: Final = Letter(
    "worker_consent",
    N_("Consent to the processing of personal data"),
    story,
    AddresseeKind.WORKER,
    grounds,
    fields=_FIELDS,
    requisites=requisites,
)
