"""The claim to a court: what it must have, what is true of the case alone, what it never tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.case_told import CaseTold, ToldComplaint
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue, claim_totals
from desktop_app.letters.blocks import Grid, Sheet, Words
from desktop_app.letters.grounds import MARK
from desktop_app.letters.stories import court_claim
from tests.letters import claims
from tests.letters.reading import letter, pages_of
from tests.letters.samples import court_claim as sample

EN = LetterLanguage.EN
HOUSEHOLD = Employer(
    "Ахметова Сауле Ерлановна", EmployerKind.HOUSEHOLD, "", "город Алматы, улица Жандосова, дом 5, квартира 12"
)


def claim(size: int = 1, *, confirmed: bool = True, **new: Any) -> LetterFacts:
    """A claim of some workers against a company whose commission decided."""
    workers = sample.crew(size)
    made = claims.claim(EN, workers, confirmed=confirmed)
    answers = {"pretrial": Answer("decided"), "commission": Answer("№ 3, 19.10.2026")}
    made = replace(made, kind="court_claim", told=sample.told(workers), addressee=sample.COURT, answers=answers)
    return replace(made, **new)


def answered(facts: LetterFacts, **answers: str | tuple[str, ...]) -> LetterFacts:
    return replace(facts, answers={**facts.answers, **{name: Answer(value) for name, value in answers.items()}})


def lacking(facts: LetterFacts) -> list[str]:
    return [problem.field for problem in catalogue.lacking(facts)]


def story(facts: LetterFacts, code: str = "en") -> list[str]:
    return [block.text for block in court_claim.story(facts, for_language(code)) if isinstance(block, Words)]


def test_a_complete_claim_lacks_nothing_and_names_its_parts() -> None:
    facts = claim()
    assert catalogue.lacking(facts) == ()
    text = letter(facts)
    for said in (
        "Almaly District Court of the city of Almaty",
        "Claimant: Юсупов Равшан Каримович, date of birth: 12.03.1984 IIN 880520300123",
        "Address for letters: 050000, Almaty, Abay Avenue 10",
        "Respondent: ТОО «Самал Құрылыс Сервис» BIN 940140000385",
        "Price of the claim: 1,061,045.49 ₸",
        "Its decision: № 3, 19.10.2026.",
        "article 159(7) of the Labour Code",
        "article 29 of the Civil Procedure Code",
        "article 668(1)",
        "On these grounds I ask the court to: 1. recover from the respondent for the claimant the wage arrears: 720",
        "2. recover from the respondent for the claimant the sums owed beyond the wages: 88,209.39 ₸",
        "3. recover from the respondent for the claimant the penalty for late payment",
        "through the day of actual payment; 4. let the respondent bear the state duty.",
        "Annexes (article 149 of the Civil Procedure Code of the Republic of Kazakhstan): 1. Calculation of the sums",
        "Decision of the conciliation commission",
        "Annex to the claim to the court No. 2026/17",
    ):
        assert said in text, said


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"addressee": replace(sample.COURT, name=Trilingual("", "", ""))}, "addressee"),
        ({"employer": replace(claims.COMPANY, address="")}, "employer.address"),
        ({"employer": replace(claims.COMPANY, bin_iin="")}, "employer.bin_iin"),
        ({"employer": replace(claims.COMPANY, name="")}, "employer.name"),
        ({"centre": replace(claims.CENTRE, address=Trilingual("", "", ""))}, "centre.address"),
        ({"answers": {}, "told": replace(sample.told(sample.crew(1)), earlier=())}, "answers.pretrial"),
        ({"answers": {"pretrial": Answer("against")}}, "answers.commission"),
        ({"answers": {"pretrial": Answer("no_contract")}}, "answers.pretrial"),
    ],
    ids=["court", "address", "bin", "name", "centre", "way", "decision", "no-contract"],
)
def test_a_missing_requisite_is_named(change: dict[str, Any], field: str) -> None:
    assert lacking(claim(**change)) == [field]


def test_who_signs_by_attorney_names_the_power() -> None:
    facts = answered(claim(), signed_by="attorney")
    assert lacking(facts) == ["answers.attorney"]
    facts = answered(facts, attorney="№ 214, 05.10.2026")
    assert lacking(facts) == []
    text = letter(facts)
    assert "Representative: Дина Маратқызы Әбенова, Tirek Migrant Support Centre" in text
    assert "Power of attorney of the representative: № 214, 05.10.2026" in text
    assert "Prepared with the assistance" not in text
    assert "Representative:" not in letter(claim())


def test_a_worker_who_is_owed_nothing_is_no_claimant() -> None:
    paid = replace(claims.worker(claims.NAMES[1], claims.shifts("0")), worker_id=2)
    workers = (*sample.crew(1), paid)
    facts = claim(workers=workers, told=sample.told(workers))
    (problem,) = catalogue.lacking(facts)
    assert problem.field == "worker_ids"
    assert claims.NAMES[1] in problem.message.text(for_language("en"))


def test_a_worker_whom_nobody_could_tell_from_another_is_named() -> None:
    one = sample.crew(1)[0]
    nameless = replace(one, person=replace(one.person, birth=None, iin=""))
    assert lacking(claim(workers=(nameless,))) == ["worker_ids"]
    for known in ({"birth": one.person.birth}, {"iin": claims.IIN}):
        assert lacking(claim(workers=(replace(one, person=replace(nameless.person, **known)),))) == []


def test_nothing_owed_makes_no_claim() -> None:
    paid = replace(claims.worker(claims.NAMES[1], claims.shifts("0")), worker_id=2)
    with pytest.raises(AppError, match="Nothing is owed"):
        letter(claim(workers=(paid,), told=sample.told((paid,), ())))
    with pytest.raises(AppError, match="Nothing is owed"):
        letter(claim(workers=(paid,), told=None))


def test_it_survives_a_case_that_tells_nothing() -> None:
    assert "Price of the claim: 945,196.06 ₸" in letter(claim(told=None))


@pytest.mark.parametrize(
    ("way", "said", "norm"),
    [
        ("domestic", "domestic worker’s", "article 136 of the Labour Code"),
        ("micro", "micro-enterprise", "article 159(1) of the Labour Code"),
        ("small_non_profit", "at most 15 workers", "article 159(1) of the Labour Code"),
        ("head", "executive body", "article 159(1) of the Labour Code"),
        ("none", "has set up no conciliation commission", "article 152(1)(1) of the Civil Procedure Code"),
    ],
)
def test_why_no_commission_was_needed(way: str, said: str, norm: str) -> None:
    facts = claim(answers={"pretrial": Answer(way)})
    assert lacking(facts) == []
    text = letter(facts)
    assert said in text
    assert norm in text
    assert "Decision of the conciliation commission" not in text


def test_a_household_goes_straight_to_court_without_being_asked() -> None:
    facts = claim(employer=HOUSEHOLD, answers={})
    assert lacking(facts) == [], "an individual’s IIN is often not known"
    assert "a domestic worker’s" in letter(facts)
    assert "the court of the place where the respondent lives (article 29" in letter(facts)
    assert "place where the respondent lives" in letter(answered(facts, court_of="branch")), "a person has no branch"


def test_a_silent_commission_is_taken_from_the_letters_of_the_case() -> None:
    facts = claim(answers={})
    assert lacking(facts) == []
    assert "The conciliation commission was applied to on 2 October 2026. Within 15 working days" in letter(facts)
    assert "Application to the conciliation commission with the proof" in letter(facts)


@pytest.mark.parametrize(
    ("sent_on", "missing"),
    [(date(2026, 11, 2), True), (date(2026, 10, 30), False), (None, True)],
    ids=["in-term", "late", "not-sent"],
)
def test_the_commission_is_given_its_term(sent_on: date | None, missing: bool) -> None:
    earlier = tuple(replace(each, sent_on=sent_on) for each in sample.EARLIER)
    facts = claim(answers={"pretrial": Answer("silent")}, told=replace(sample.told(sample.crew(1)), earlier=earlier))
    assert lacking(facts) == (["answers.pretrial"] if missing else [])


def _without_contract() -> CaseTold:
    answers = {
        "started": Answer("2025-03-01"),
        "proofs": Answer(("pension",)),
        "traces": Answer(("pass", "messages")),
        "promised": Answer("обещали золотые горы"),
        "hired_by": Answer("прораб Серик, +7 701 000 00 00"),
    }
    complaint = ToldComplaint(ComplaintKind.NO_CONTRACT, None, date(2026, 9, 10), answers, (1,))
    return replace(sample.told(sample.crew(1)), complaints=(complaint,))


def test_a_dispute_about_employment_tells_what_proves_the_work() -> None:
    facts = claim(answers={"pretrial": Answer("no_contract")}, told=_without_contract())
    assert lacking(facts) == []
    text = letter(facts)
    for said in (
        "First day of work: 01.03.2025.",
        "The work is proved by: statement of pension contributions (article 35 of the Labour Code",
        "The work also left these traces: pass or badge; messages with the foreman.",
        "1. establish that there was employment between the respondent and the claimant;",
        "normative ruling of the Supreme Court",
    ):
        assert said in text, said
    for hidden in ("золотые горы", "Серик", "701 000"):
        assert hidden not in text
    assert "establish that there was employment" not in letter(claim())


def test_the_term_is_said_by_the_reading_that_keeps_it() -> None:
    assert "Constitutional Court of the Republic of Kazakhstan of 8 June 2026 No 81-NP" in letter(claim())
    on = date(2025, 9, 1)
    fresh = replace(claims.worker(claims.NAMES[0], on=on), worker_id=1)
    text = letter(claim(workers=(fresh,), on=on, told=None))
    assert "The term to go to court is kept (article 160 of the Labour Code" in text
    assert "81-NP" not in text
    on = date(2030, 1, 10)
    late = replace(claims.worker(claims.NAMES[0], on=on), worker_id=1)
    text = letter(claim(workers=(late,), on=on, told=None))
    assert "81-NP" not in text
    assert "The term to go to court is kept" not in text


def test_the_court_of_a_branch() -> None:
    text = letter(answered(claim(), court_of="branch"))
    assert "article 30(3) of the Civil Procedure Code" in text
    assert "article 29 of the Civil Procedure Code" not in text


def test_only_asked_for_is_the_case_heard_without_the_worker() -> None:
    facts = answered(claim(), absent="yes")
    assert "hear the case without the claimant" in letter(facts)
    assert lacking(facts) == ["answers.attorney"], "somebody has to speak there"
    facts = answered(facts, attorney="№ 214")
    assert lacking(facts) == []
    assert "Power of attorney of the representative: № 214" in letter(facts)
    assert "Representative: Дина" in letter(facts)
    for answer in ("no", "unknown"):
        assert "hear the case without" not in letter(answered(claim(), absent=answer))


def test_wages_paid_late_claim_the_penalty_alone() -> None:
    wages = claims.shifts("26", payments=claims.PAID_IN_PARTS.payments)
    late = replace(claims.worker(claims.NAMES[0], wages), worker_id=1)
    assert late.calculation.arrears == 0
    text = letter(claim(workers=(late,), told=sample.told((late,), ())))
    assert "recover from the respondent the penalty for wages paid late" in text
    assert "wage arrears:" not in text.partition("Annexes")[0]


def test_a_crew_has_one_table_and_a_page_each() -> None:
    facts = claim(12)
    blocks = court_claim.story(facts, for_language("en"))
    table = next(block for block in blocks if isinstance(block, Grid) and len(block.rows) == 13)
    assert table.rows[-1][-1] == "11,458,202.15"
    assert claim_totals.debt(facts).total == Decimal("11458202.15")
    assert sum(isinstance(block, Sheet) for block in blocks) == 13, "twelve of wages, one of sums beyond them"
    text = letter(facts)
    assert "Claimants: named in the table of this claim" in text
    assert "On these grounds we ask the court to:" in text
    assert "for the claimants the wage arrears, to each as in the table: 8,640,000.00 ₸" in text
    assert "Annex for claimant No. 12, claim to the court No. 2026/17" in text
    assert "Signatures" in text


def test_sixty_claimants_have_their_pages() -> None:
    pages = pages_of(catalogue.render(claim(60)))
    assert sum("Calculation of the wage arrears and the penalty" in page for page in pages) == 60


@pytest.mark.parametrize("confirmed", [True, False], ids=["confirmed", "open"])
@pytest.mark.parametrize("language", [LetterLanguage.RU, LetterLanguage.KK_RU], ids=str)
def test_each_calculation_stands_on_one_sheet(language: LetterLanguage, confirmed: bool) -> None:
    document = pypdfium2.PdfDocument(catalogue.render(claim(3, language=language, confirmed=confirmed)))
    lying = sum(width > height for width, height in (page.get_size() for page in document))
    document.close()
    assert lying == 4, "three of wages, one of sums beyond them"


def test_what_is_not_settled_is_marked_and_says_so() -> None:
    text = letter(claim(confirmed=False))
    assert "DRAFT. What is marked * is to be checked" in text
    for norm in ("article 29 of the Civil Procedure Code of the Republic of Kazakhstan", "No 81-NP", "No 214-VIII"):
        assert f"{norm}{MARK}" in text, norm
    assert f"Abay Avenue 10{MARK}" in text, "whether the court writes to the centre is for the lawyer"
    assert "DRAFT" not in letter(claim())


def test_everything_cited_is_among_the_grounds() -> None:
    told = _without_contract()
    for facts in (
        claim(confirmed=False),
        claim(confirmed=False, answers={}),
        claim(confirmed=False, answers={"pretrial": Answer("no_contract")}, told=told),
        claim(confirmed=False, answers={"pretrial": Answer("none"), "court_of": Answer("branch")}),
    ):
        grounds = {fact.key for fact in court_claim.grounds(facts)}
        for fact in (norm.fact for norm in facts.norms.values() if norm.fact.effective_from is None):
            cited = any(
                fact.title.en.replace("\u00a0", " ") + MARK in text.replace("\u00a0", " ") for text in story(facts)
            )
            assert not cited or fact.key in grounds, fact.key


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize("way", ["decided", "silent", "domestic", "no_contract"])
def test_both_languages_have_the_same_blocks(size: int, way: str) -> None:
    facts = answered(claim(size, told=_without_contract()), pretrial=way, absent="yes", annexes=("identity",))
    shapes = [
        [(type(block).__name__, getattr(block, "style", "")) for block in court_claim.story(facts, for_language(code))]
        for code in ("kk", "ru", "en")
    ]
    assert shapes[0] == shapes[1] == shapes[2]


def test_how_a_worker_is_reached_and_the_citizenship_are_not_told() -> None:
    text = letter(claim(3))
    assert claims.PHONE not in text
    for status in ("UZ", "Uzbekistan", "citizen"):
        assert status not in text.replace("citizens", "")


def test_where_a_claimant_lives_stands_there_only_when_the_lawyer_writes_it() -> None:
    facts = sample.facts(EN)
    assert "Place of residence" not in letter(facts)
    told = letter(
        replace(facts, answers={**facts.answers, "residence": Answer("город Алматы, улица Сейфуллина, дом 8")})
    )
    assert "Place of residence: город Алматы, улица Сейфуллина, дом 8" in told
