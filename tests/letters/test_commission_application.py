from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Sheet, Words
from desktop_app.services.letter_facts import nothing_owed
from tests.letters import at_employer, bodies, claims
from tests.letters.blocks_alike import alike, words_of
from tests.letters.reading import pages_of
from tests.letters.samples import commission_application

LETTER = catalogue.LETTERS["commission_application"]
EN = LetterLanguage.EN


def application(
    size: int = 1,
    more: tuple[int, ...] = (),
    *,
    owed: bool = True,
    confirmed: bool = True,
    **said: str | tuple[str, ...],
) -> LetterFacts:
    crew = at_employer.crew(size)
    crew = crew if owed else tuple(replace(each, calculation=nothing_owed(claims.ON)) for each in crew)
    answers = bodies.said(**said)
    return at_employer.facts("commission_application", EN, crew, more=more, confirmed=confirmed, answers=answers)


def text(facts: LetterFacts) -> str:
    return words_of(LETTER.story(facts, for_language("en"))).replace("\u00a0", " ")


def asked(facts: LetterFacts) -> list[str]:
    story = LETTER.story(facts, for_language("en"))
    return [block.key for block in story if isinstance(block, Words) and block.style == "item"]


def test_it_is_written_to_the_commission_at_the_employer() -> None:
    assert LETTER.addressee is AddresseeKind.COMMISSION
    story = LETTER.story(application(), for_language("en"))
    told = [block.text for block in story if isinstance(block, Words) and block.style.startswith("addressee")]
    assert told[:2] == ["To the conciliation commission", claims.COMPANY.name]


def test_a_domestic_worker_is_told_that_there_is_no_commission() -> None:
    facts = replace(application(), employer=replace(claims.COMPANY, kind=EmployerKind.HOUSEHOLD))
    with pytest.raises(AppError, match="straight to court"):
        text(facts)


@pytest.mark.parametrize("claims_of", [(), ("money",)])
def test_without_a_debt_there_is_nothing_to_ask_for(claims_of: tuple[str, ...]) -> None:
    with pytest.raises(AppError, match="Nothing is owed"):
        text(application(owed=False, claims=claims_of))
    with pytest.raises(AppError, match="Nothing is owed"):
        text(replace(application(owed=False), told=None))


def test_money_is_asked_for_with_its_calculation() -> None:
    facts = application()
    assert asked(facts) == ["commission.register", "commission.pay", "commission.pay_on", "commission.decide"]
    assert "oblige the employer to pay 945,196.06 ₸" in text(facts)
    pages = pages_of(catalogue.render(facts))
    assert "Annex to the application No. АЛМ/2026/17" in pages[-1]


def test_what_is_owed_beyond_the_wages_is_asked_for_with_them() -> None:
    facts = application(more=(1,))
    letter = text(facts)
    assert "oblige the employer to pay 1,061,045.49 ₸" in letter
    assert "Compensation for leave that was not used" in letter
    assert "Calculation of the sums owed beyond the wages" in letter


def test_reinstatement_alone_needs_no_calculation() -> None:
    facts = application(claims=("reinstatement",))
    assert asked(facts) == ["commission.register", "commission.reinstate", "commission.decide"]
    assert not [block for block in LETTER.story(facts, for_language("en")) if isinstance(block, (Sheet, Grid))]
    assert "lc.161" in {fact.key for fact in LETTER.grounds(facts)}
    assert "lc.161" not in {fact.key for fact in LETTER.grounds(application())}


def test_the_last_day_of_work_is_that_of_the_form_or_of_the_complaint() -> None:
    facts = application(claims=("reinstatement",))
    assert "The employer ended the work; the ground" in text(facts)
    dismissal = bodies.complaint(ComplaintKind.DISMISSAL, (1,), last_day="2026-11-13")
    assert facts.told is not None
    known = replace(facts, told=replace(facts.told, complaints=(dismissal,)))
    assert "ended the work on 13 November 2026" in text(known)
    typed = replace(known, answers=bodies.said(claims=("reinstatement",), last_day="2026-11-12"))
    assert "ended the work on 12 November 2026" in text(typed)


def test_terms_are_real_days_by_the_values_of_the_law() -> None:
    letter = text(application())
    assert "decide within 15 working days of the registration and give a copy within 3 working days" in letter
    assert "registered on 21 November 2026, the decision is due not later than 11 December 2026" in letter
    assert "mark that day on the second copy (article 159(4)" in letter


@pytest.mark.parametrize(
    ("answer", "said", "unsaid"),
    [("yes", "in the absence of", "name the day and place"), ("no", "name the day and place", "in the absence of")],
)
def test_hearing_without_the_applicant_is_agreed_to_when_wanted(answer: str, said: str, unsaid: str) -> None:
    letter = text(application(absent=answer))
    assert said in letter
    assert unsaid not in letter


def test_its_law_is_marked_until_it_is_confirmed() -> None:
    facts = application(confirmed=False)
    keys = {norm.fact.key for norm in catalogue.to_check(facts)}
    assert {"lc.159.1", "lc.159.4", "lc.159.5", "lc.159.6", "commission.decision_working_days"} <= keys
    assert "may not refuse" not in text(facts)
    assert "may not refuse" in text(application())


def test_a_crew_applies_together() -> None:
    letter = text(application(size=3))
    assert "we ask the conciliation commission to" in letter
    assert "Individual labour disputes between the applicants" in letter
    assert "Signatures of the applicants" in letter


@pytest.mark.parametrize("size", [1, 3])
def test_both_languages_have_the_same_blocks(size: int) -> None:
    alike(commission_application.facts(LetterLanguage.KK_RU))
    alike(application(size, (1,), claims=("money", "reinstatement"), absent="yes"))


def test_the_penalty_runs_on_also_where_only_sums_beyond_the_wages_are_owed() -> None:
    assert "commission.pay_on" in asked(application(more=(1,), owed=False))
