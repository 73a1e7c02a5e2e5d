"""Which earlier letters a later one tells of: offices and the employer, never where a worker found help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.i18n import for_language
from desktop_app.letters import court_before, steps_taken
from desktop_app.letters.catalogue import texts_of
from tests.letters.samples import consulate_request, court_claim, inspection_complaint, ombudsman_appeal

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


def _for(facts: LetterFacts, *worker_ids: int) -> LetterFacts:
    assert facts.told is not None
    earlier = tuple(replace(each, worker_ids=frozenset(worker_ids)) for each in facts.told.earlier)
    return replace(facts, told=replace(facts.told, earlier=earlier))


@pytest.mark.parametrize("sample", [inspection_complaint, ombudsman_appeal], ids=["inspection", "ombudsman"])
def test_letters_for_other_workers_alone_are_neither_told_of_nor_copied(sample: object) -> None:
    facts = sample.facts(LetterLanguage.RU)  # type: ignore[attr-defined]  # a module of samples
    own, number = min(facts.worker_ids), facts.told.earlier[0].number
    assert number in "".join(texts_of(_for(facts, own, 999)))
    assert number in "".join(texts_of(_for(facts)))
    assert number not in "".join(texts_of(_for(facts, 999)))


def test_an_application_of_other_workers_opens_no_way_to_the_court() -> None:
    facts = court_claim.facts(LetterLanguage.RU)
    own = min(facts.worker_ids)
    assert court_before.application(_for(facts, own)) is not None
    assert court_before.application(_for(facts, 999)) is None
