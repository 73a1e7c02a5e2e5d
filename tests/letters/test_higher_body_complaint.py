from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app import law
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.samples import higher_body_complaint as sample

EN = LetterLanguage.EN


def after(*earlier: EarlierLetter, **answers: str | tuple[str, ...]) -> LetterFacts:
    facts = sample.facts(EN)
    assert facts.told is not None
    asked = {"ground": "no_answer", "asked": ("consider",), **answers}
    return replace(facts, told=replace(facts.told, earlier=earlier), answers=bodies.said(**asked))


def months(key: str) -> int:
    return int(law.value(key, claims.ON).fact.number)


def test_it_goes_to_the_higher_body_through_the_one_complained_of() -> None:
    read = bodies.read(sample.facts(EN)).splitlines()
    at = read.index("through: Государственная инспекция труда по городу Алматы")
    assert any("Ministry of Labour" in line for line in read[:at])
    assert any("handed in through the body" in line and "article 91 " in line for line in read)


def test_silence_is_told_with_the_term_that_has_passed() -> None:
    read = bodies.read(after(bodies.TO_INSPECTION))
    assert "This inaction is complained of in the order laid down (article 91 " in read
    assert "article 76 " in read
    assert "is not agreed with" not in read
    assert f"within {months('appeal.months')} months" in read


@pytest.mark.parametrize(
    ("explained", "key"), [("no", "appeal.months_unexplained"), ("yes", "appeal.months"), ("", "appeal.months")]
)
def test_the_term_is_longer_where_the_answer_did_not_explain_how_to_complain(explained: str, key: str) -> None:
    read = bodies.read(after(bodies.ANSWERED, ground="refusal", why="нет", explained=explained))
    assert f"within {months(key)} months" in read
    assert ("did not explain" in read) is (key != "appeal.months")


@pytest.mark.parametrize(("ground", "earlier"), [("no_answer", bodies.TO_INSPECTION), ("refusal", bodies.ANSWERED)])
def test_a_late_complaint_does_not_say_so_of_itself(ground: str, earlier: EarlierLetter) -> None:
    facts = after(earlier, ground=ground, why="нет")
    term = f"within {months('appeal.months')} months"
    assert term in bodies.read(facts)
    assert term not in bodies.read(replace(facts, on=date(2027, 3, 1)))


def test_an_answer_is_told_with_the_reasons_against_it() -> None:
    read = bodies.read(sample.facts(EN))
    assert "The answer of the body came on 6 November 2026." in read
    assert "Инспекция не запросила у работодателя документы" in read
    assert "a copy of the answer of the body" in read
    assert "An answer was due" not in read


def test_what_is_asked_follows_the_choice() -> None:
    read = bodies.read(after(bodies.ANSWERED, ground="refusal", why="нет", asked=("cancel", "persons")))
    assert "1. cancel the refusal as unfounded;" in read
    assert "2. consider the liability" in read
    assert "3. send a written answer on the decision" in read
    assert "oblige the body" not in read


def test_both_addresses_stand_where_both_are_known() -> None:
    facts = after(bodies.TO_INSPECTION, actual_address="город Астана, улица Иманова, 5")
    assert "Actual address: город Астана, улица Иманова, 5." in bodies.read(facts)
    assert "Actual address" not in bodies.read(after(bodies.TO_INSPECTION))


def test_its_contents_are_called_complete_only_when_both_addresses_stand() -> None:
    complete = "The complaint holds what the law asks for"
    whole, safe = after(bodies.TO_INSPECTION, actual_address="город Астана"), after(bodies.TO_INSPECTION)
    assert complete in bodies.read(whole)
    assert complete not in bodies.read(safe)
    grounds = [
        {fact.key for fact in catalogue.LETTERS["higher_body_complaint"].grounds(each)} for each in (whole, safe)
    ]
    assert ["appc.93.2" in keys for keys in grounds] == [True, False]


def test_what_is_only_quoted_of_the_law_is_marked_until_the_lawyer_confirms_it() -> None:
    told = after(bodies.TO_INSPECTION, actual_address="город Астана, улица Иманова, 5")
    facts = replace(told, norms=claims.norms(confirmed=False))
    read = bodies.read(facts)
    days = months("appeal.answer_working_days")
    assert f"within {days}* working days (article 99 " in read
    for title in ("article 93(2)", "article 99"):
        assert (
            f"{title} of the Administrative Procedural and Process-Related Code of the Republic of Kazakhstan*" in read
        )
    assert f"within {days} working days" in bodies.read(after(bodies.TO_INSPECTION))


def fields(facts: LetterFacts) -> set[str]:
    return {problem.field for problem in catalogue.lacking(facts)}


def test_a_refusal_needs_the_circumstances() -> None:
    assert "answers.why" in fields(after(bodies.ANSWERED, ground="refusal"))
    assert "answers.why" not in fields(after(bodies.ANSWERED, ground="refusal", why="нет проверки"))


def test_the_ground_and_what_is_asked_have_to_be_chosen() -> None:
    assert {"answers.ground", "answers.asked"} <= fields(replace(sample.facts(EN), answers={}))


def test_without_a_letter_to_a_body_there_is_nothing_to_complain_of() -> None:
    with pytest.raises(AppError):
        bodies.read(after(bodies.CLAIM))


def test_a_refusal_is_about_the_letter_that_was_answered() -> None:
    later = replace(bodies.TO_POLICE, on=date(2026, 11, 1), sent_on=date(2026, 11, 1), due_on=date(2026, 11, 20))
    refused = bodies.read(after(bodies.ANSWERED, later, ground="refusal", why="нет"))
    assert "through: Государственная инспекция" in refused
    assert "through: Управление полиции" in bodies.read(after(bodies.ANSWERED, later))


def test_the_day_typed_for_a_refusal_is_the_day_of_the_answer() -> None:
    typed = {"body": "Акимат района", "letter_number": "15", "since": "2026-10-01"}
    refused = bodies.read(after(ground="refusal", why="нет", **typed))
    assert "The answer of the body came on 1 October 2026." in refused
    assert "Handed in or sent" not in refused
    assert "Handed in or sent: 1 October 2026." in bodies.read(after(**typed))


def test_silence_of_the_police_on_an_offence_goes_to_the_prosecutor() -> None:
    lacking = {problem.field for problem in catalogue.lacking(after(bodies.TO_POLICE))}
    assert "answers.letter_number" in lacking
    assert "answers.letter_number" not in {problem.field for problem in catalogue.lacking(sample.facts(EN))}
