"""Which earlier letters a later one tells of: offices and the employer, never where a worker found help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.i18n import for_language
from desktop_app.letters import steps_taken
from desktop_app.letters.catalogue import texts_of
from tests.letters.samples import consulate_request, ombudsman_appeal

SHELTER = "Кризисный центр «Тихий дом»"
TOLD = frozenset(AddresseeKind) - {
    AddresseeKind.PARTNER,
    AddresseeKind.SOCIAL_SERVICES,
    AddresseeKind.CONSULATE,
    AddresseeKind.WORKER,
    AddresseeKind.FILE,
}


def _after(facts: LetterFacts, to: AddresseeKind, name: str = SHELTER) -> LetterFacts:
    assert facts.told is not None
    day = date(2026, 10, 1)
    letter = EarlierLetter(9, "2026/9", "partner_referral", name, day, day, to=to)
    return replace(facts, told=replace(facts.told, earlier=(letter,)))


@pytest.mark.parametrize("to", AddresseeKind)
@pytest.mark.parametrize("sample", [consulate_request, ombudsman_appeal], ids=["consulate", "ombudsman"])
def test_only_offices_and_the_employer_are_told_of(sample: object, to: AddresseeKind) -> None:
    facts = _after(sample.facts(LetterLanguage.RU), to)  # type: ignore[attr-defined]  # a module of samples
    (text,) = texts_of(facts)
    assert (SHELTER in text) == (to in TOLD)
    assert ("2026/9" in text) == (to in TOLD)


def test_what_was_sent_to_this_very_addressee_is_told() -> None:
    facts = consulate_request.facts(LetterLanguage.RU)
    facts = _after(facts, AddresseeKind.CONSULATE, facts.addressee.name.ru)
    assert [each.number for each in steps_taken.sent_before(facts)] == ["2026/9"]


def test_a_paper_that_was_given_to_a_worker_went_to_nobody_else() -> None:
    facts = _after(ombudsman_appeal.facts(LetterLanguage.RU), AddresseeKind.WORKER, "")
    assert facts.told is not None
    assert steps_taken.whom(facts.told.earlier[0], facts) == ""
    assert len(steps_taken.table(facts, for_language("ru")).rows) == 0
