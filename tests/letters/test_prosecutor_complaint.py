from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.letters import catalogue
from tests.letters import bodies
from tests.letters.samples import prosecutor_complaint as sample

EN = LetterLanguage.EN
K = ComplaintKind


def after(*earlier: EarlierLetter, **answers: str) -> LetterFacts:
    """The complaint when these letters went out before."""
    facts = sample.facts(EN)
    assert facts.told is not None
    told = replace(facts.told, earlier=earlier)
    return replace(facts, told=told, answers=bodies.said(**{"ground": "no_answer", **answers}))


def fields(facts: LetterFacts) -> set[str]:
    return {problem.field for problem in catalogue.lacking(facts)}


def test_it_names_the_body_the_letter_its_number_and_the_day_that_passed() -> None:
    read = bodies.read(sample.facts(EN))
    for said in (
        "Body complained of: Государственная инспекция труда по городу Алматы.",
        "Appeal to it: No. АЛМ/2026/11 of 15 October 2026.",
        "Handed in or sent: 16 October 2026.",
        "ЖТ-2026-00123",
        "An answer was due: 9 November 2026.",
        "by 21 November 2026 no answer had come",
        "a copy of the letter No. АЛМ/2026/11 of 15 October 2026",
    ):
        assert said in read


def test_the_list_of_what_the_appeal_was_about_ends_in_a_full_stop() -> None:
    read = bodies.read(sample.facts(EN))
    assert "wages that were not paid;" in read
    assert "work without a written contract." in read


def test_the_last_unanswered_letter_to_a_body_is_taken() -> None:
    later = replace(bodies.TO_POLICE, sent_on=date(2026, 10, 20))
    answered = replace(bodies.ANSWERED, sent_on=date(2026, 11, 1))
    read = bodies.read(after(bodies.TO_INSPECTION, later, answered, bodies.CLAIM))
    assert "Управление полиции" in read.split("Body complained of:")[1].splitlines()[0]


def test_another_letter_may_be_named_by_its_number() -> None:
    read = bodies.read(after(bodies.TO_INSPECTION, bodies.TO_POLICE, letter_number="АЛМ/2026/11"))
    assert "Государственная инспекция" in read.split("Body complained of:")[1].splitlines()[0]


def test_a_letter_made_elsewhere_is_told_as_it_was_typed() -> None:
    read = bodies.read(after(body="Отдел полиции № 3", letter_number="15", since="2026-10-01", their_number="77"))
    assert "Body complained of: Отдел полиции № 3." in read
    assert "Appeal to it: No. 15." in read
    assert "Handed in or sent: 1 October 2026." in read


def test_without_a_letter_to_a_body_there_is_nothing_to_complain_of() -> None:
    with pytest.raises(AppError):
        bodies.read(after(bodies.CLAIM))


def test_a_body_that_may_still_answer_is_not_complained_of() -> None:
    assert "answers.ground" in fields(after(replace(bodies.TO_INSPECTION, due_on=date(2026, 11, 21))))
    assert "answers.ground" not in fields(after(replace(bodies.TO_INSPECTION, due_on=date(2026, 11, 20))))


def test_silence_is_not_claimed_of_a_body_that_answered() -> None:
    assert "answers.ground" in fields(after(bodies.ANSWERED))
    assert "answers.ground" not in fields(after(bodies.ANSWERED, ground="refusal"))


def test_the_day_it_was_handed_in_is_needed() -> None:
    unsent = replace(bodies.TO_INSPECTION, sent_on=None)
    assert "answers.since" in fields(after(unsent))
    assert "answers.since" not in fields(after(unsent, since="2026-10-16"))


def test_only_what_the_earlier_letter_told_is_repeated() -> None:
    facts = after(bodies.TO_POLICE)
    assert facts.told is not None
    more = bodies.complaint(K.WITHHELD_DOCUMENTS, (1,)), bodies.complaint(K.VIOLENCE, (1,))
    read = bodies.read(replace(facts, told=replace(facts.told, complaints=(*facts.told.complaints, *more))))
    assert "withheld documents." in read
    assert "wages that were not paid" not in read
    assert "violence" not in read


def test_a_refusal_names_the_duty_to_accept() -> None:
    read = bodies.read(after(bodies.TO_INSPECTION, ground="refusal"))
    assert "was not accepted or not decided on its substance" in read
    assert "no answer had come" not in read


def test_a_gross_breach_needs_no_earlier_letter() -> None:
    read = bodies.read(after(ground="gross"))
    assert "Rights of workers are grossly broken." in read
    assert "Work without a written employment contract" in read
    assert "inaction of the body" not in read
    assert fields(after(ground="gross")) == set()


def test_what_it_is_about_has_to_be_chosen() -> None:
    assert "answers.ground" in fields(replace(sample.facts(EN), answers={}))


def test_a_number_that_no_letter_has_is_told_apart() -> None:
    with pytest.raises(AppError) as caught:
        bodies.read(after(bodies.TO_INSPECTION, letter_number="999"))
    assert "has this number" in caught.value.message.msgid


@pytest.mark.parametrize(
    ("ground", "told"), [("no_answer", "no decision on the statement"), ("refusal", "not accepted")]
)
def test_police_who_do_not_decide_are_complained_of_without_the_terms_of_appeals(ground: str, told: str) -> None:
    facts = after(bodies.TO_POLICE, ground=ground)
    read = bodies.read(facts)
    assert told in read
    assert "working days" not in read
    assert "An answer was due" not in read
    assert "Administrative Procedural" not in read
    assert catalogue.LETTERS["prosecutor_complaint"].grounds(facts) == ()


def test_police_may_be_complained_of_at_once() -> None:
    soon = replace(bodies.TO_POLICE, sent_on=date(2026, 11, 20), due_on=date(2026, 12, 20))
    assert "answers.ground" not in fields(after(soon))
    late = replace(bodies.TO_INSPECTION, sent_on=date(2026, 11, 20), due_on=date(2026, 12, 11))
    assert "answers.ground" in fields(after(late))
