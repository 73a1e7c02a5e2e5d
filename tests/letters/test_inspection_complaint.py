from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.deductions import Consent, Deduction
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.pay_claims import ClaimKind, WorkerPay
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Sheet
from tests.letters import bodies, claims
from tests.letters.samples import inspection_complaint as sample

EN = LetterLanguage.EN
K = ComplaintKind
ADMINISTRATIVE = "of the Code of the Republic of Kazakhstan on Administrative Offences"


def one(kind: ComplaintKind, **answers: str | tuple[str, ...]) -> LetterFacts:
    """A letter about a single complaint of one worker who is owed nothing."""
    workers = bodies.unpaid(bodies.crew(1))
    return bodies.facts("inspection_complaint", EN, workers, bodies.complaint(kind, (1,), **answers))


CASES = [
    (K.NO_CONTRACT, {"started": "2025-03-01"}, "without a written employment contract", "article 33(3)", ("86",)),
    (K.NO_CONTRACT, {"asked": "kept"}, "no copy of it was handed over", "article 33 ", ()),
    (K.NO_CONTRACT, {"asked": "refused"}, "the employer refused.", "article 33(3)", ("86",)),
    (K.OVERTIME, {"what": ("long_days",)}, "beyond the normal length", "article 78 ", ("87(3)", "89")),
    (K.OVERTIME, {"what": ("night",)}, "work at night", "article 110 ", ("87(3)",)),
    (K.OVERTIME, {"what": ("days_off",)}, "days off and holidays", "article 85(1)", ("87(3)",)),
    (K.OVERTIME, {"what": ("no_rest",)}, "No weekly day off", "article 84 ", ()),
    (K.OVERTIME, {"what": ("no_leave",)}, "leave laid down by law was not given", "article 88 of the Labour", ()),
    (
        K.OVERTIME,
        {"what": ("no_leave",), "last_leave": "2024-05-01"},
        "Last leave",
        "article 88 of the Labour",
        ("88",),
    ),
    (K.OVERTIME, {"what": ("no_rest",), "records": "no"}, "no record of working time", "article 79 of the Labour", ()),
    (K.DEDUCTIONS, {"for_what": ("fine",), "sum": "90000"}, "90,000.00", "article 115(3)", ("87(1)",)),
    (K.DISMISSAL, {"last_day": "2026-09-01", "order_seen": "no"}, "No order of dismissal", "article 61 ", ()),
    (K.DISMISSAL, {"last_day": "2026-09-01", "protected": ("sick",)}, "doctor’s paper", "article 54 ", ()),
    (K.DISMISSAL, {"last_day": "2026-09-01", "final_pay": "nothing"}, "final pay", "article 113(4)", ("87(1)",)),
    (K.INJURY, {"severity": "hospital", "sick_pay": "no"}, "treatment in a hospital", "article 133 ", ()),
    (K.INJURY, {"severity": "none", "still_unsafe": "yes"}, "dangerous to life", "article 22(1)(19)", ()),
    (
        K.HOUSING,
        {"provider": "employer", "what": ("cold",), "paid_how": "deducted"},
        "no heating",
        "article 115 ",
        (),
    ),
    (K.DISCRIMINATION, {"ground": ("origin",), "what": ("pay",)}, "nationality or origin", "article 6 ", ("90",)),
]
IDS = [f"{kind.value}-{number}" for number, (kind, *_rest) in enumerate(CASES)]
ALL = ("86", "87(1)", "87(3)", "88", "89", "90")


@pytest.mark.parametrize(("kind", "answers", "said", "norm", "liable"), CASES, ids=IDS)
def test_a_breach_is_told_with_its_norm_and_liability(
    kind: ComplaintKind, answers: dict[str, str | tuple[str, ...]], said: str, norm: str, liable: tuple[str, ...]
) -> None:
    read = bodies.read(one(kind, **answers))
    assert said in read
    assert norm in read
    assert tuple(each for each in ALL if f"article {each} {ADMINISTRATIVE}" in read) == liable


@pytest.mark.parametrize(("kind", "answers", "said", "norm", "liable"), CASES, ids=IDS)
def test_nothing_is_told_of_what_did_not_happen(
    kind: ComplaintKind, answers: dict[str, str | tuple[str, ...]], said: str, norm: str, liable: tuple[str, ...]
) -> None:
    other = K.DISCRIMINATION if kind is not K.DISCRIMINATION else K.INJURY
    read = bodies.read(one(other, **({"ground": ("age",)} if other is K.DISCRIMINATION else {"severity": "light"})))
    assert said not in read
    assert norm not in read.replace("article 64(1)", "")


def test_wages_are_asked_for_only_when_they_are_owed() -> None:
    assert "binding order to pay" not in bodies.read(one(K.DISCRIMINATION, ground=("age",)))
    read = bodies.read(sample.facts(EN))
    assert "binding order to pay what is owed with the penalty (article 193(4)" in read
    assert "article 195(1)(1)" in read
    assert "Total on 21 November 2026: 11,342,352.72 ₸" in read


def test_a_crew_has_a_table_of_names_and_sums_and_a_page_for_each() -> None:
    facts = sample.facts(EN)
    story = catalogue.LETTERS[facts.kind].story(facts, for_language("en"))
    assert sum(isinstance(block, Sheet) for block in story) == 12
    sums = next(block for block in story if isinstance(block, Grid) and block.total)
    assert len(sums.rows) == 13
    assert "calculations of what is owed, annexes Nos 1–12" in bodies.read(facts)


def test_a_worker_who_is_owed_nothing_has_no_page() -> None:
    facts = sample.facts(EN)
    last = bodies.unpaid(facts.workers[11:])
    story = catalogue.LETTERS[facts.kind].story(
        replace(facts, workers=(*facts.workers[:11], *last)), for_language("en")
    )
    assert sum(isinstance(block, Sheet) for block in story) == 11


def test_whom_it_concerns_is_named_when_it_is_not_everybody() -> None:
    read = bodies.read(sample.facts(EN))
    overtime = read.split("Overtime, rest and leave")[1].splitlines()[1]
    assert overtime == f"This concerns: {', '.join(claims.NAMES[:5])}."
    assert "This concerns" not in read.split("Work without a written employment contract")[1].split("Overtime")[0]


def test_complaints_that_say_the_same_are_told_once() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    apart = [bodies.complaint(K.NO_CONTRACT, (each,), **bodies.WITHOUT_CONTRACT) for each in range(1, 13)]
    facts = replace(facts, told=replace(facts.told, complaints=tuple(apart)))
    assert bodies.read(facts).count("First day of work: 01.03.2025.") == 1


def test_settled_complaints_and_those_of_others_are_not_told() -> None:
    workers = bodies.crew(2)
    facts = bodies.facts(
        "inspection_complaint", EN, workers[:1], bodies.complaint(K.DISCRIMINATION, (2,), ground=("age",))
    )
    assert "discrimination" not in bodies.read(facts).lower()


def test_the_claim_is_told_only_when_it_was_sent() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    assert "by 21 November 2026 no answer had come" in bodies.read(facts)
    for letter, said in (
        (replace(bodies.CLAIM, sent_on=None), ""),
        (replace(bodies.CLAIM, answered_on=date(2026, 11, 2)), "the answer came on 2 November 2026"),
    ):
        read = bodies.read(replace(facts, told=replace(facts.told, earlier=(letter,))))
        assert "no answer had come" not in read
        assert said in read
        assert said or "The employer was sent" not in read


def test_less_than_the_minimum_wage_and_deductions_are_told_with_their_sums() -> None:
    wages = claims.shifts("26", rate="1000")
    worker = bodies.placed(claims.worker(wages=wages), 1)
    pay = WorkerPay(deductions=(Deduction(date(2025, 3, 1), Decimal(5000), consent=Consent.NO),))
    facts = bodies.facts("inspection_complaint", EN, (worker,))
    assert facts.told is not None
    owed = bodies.owed(worker, pay, wages)
    facts = replace(facts, told=replace(facts.told, owed={1: owed}))
    read = bodies.read(facts)
    lacking = owed.claims.sum_of(ClaimKind.MINIMUM_WAGE)
    assert lacking > 0
    assert f"By the calculation {lacking:,.2f} ₸ is lacking." in read
    assert "article 103(2)" in read
    assert f"Total on 21 November 2026: {worker.calculation.total + owed.claims.total:,.2f} ₸" in read


def test_documents_kept_by_the_employer_are_told_and_those_of_a_landlord_are_not() -> None:
    workers = bodies.unpaid(bodies.crew(1))
    documents = (bodies.passport(1, "AA 1"),)
    for role, told in (("employer", True), ("landlord", False)):
        facts = bodies.facts(
            "inspection_complaint",
            EN,
            workers,
            bodies.complaint(K.NO_CONTRACT, (1,), started="2025-03-01"),
            bodies.complaint(K.WITHHELD_DOCUMENTS, (1,), documents, role=role),
        )
        assert ("keeps originals of documents" in bodies.read(facts)) is told


@pytest.mark.parametrize(("paid", "named"), [("", True), ("nothing", True), ("plain", True), ("more", False)])
def test_the_fine_for_unpaid_overtime_is_named_unless_it_was_paid(paid: str, named: bool) -> None:
    read = bodies.read(one(K.OVERTIME, what=("long_days",), paid=paid))
    assert (f"article 87(3) {ADMINISTRATIVE}" in read) is named


def test_no_fine_for_businesses_is_asked_for_from_a_private_person() -> None:
    facts = one(K.NO_CONTRACT, started="2025-03-01")
    assert f"article 86 {ADMINISTRATIVE}" in bodies.read(facts)
    assert ADMINISTRATIVE not in bodies.read(replace(facts, employer=bodies.HOUSEHOLD))


def test_a_household_is_not_asked_for_orders() -> None:
    facts = one(K.DISMISSAL, last_day="2026-09-01", order_seen="no", final_pay="nothing")
    assert "No order of dismissal" in bodies.read(facts)
    household = bodies.read(replace(facts, employer=bodies.HOUSEHOLD))
    assert "No order of dismissal" not in household
    assert "article 61 " not in household
    assert "final pay was not made in full" in household


def test_a_contract_that_was_only_not_handed_over_is_no_work_without_contract() -> None:
    read = bodies.read(one(K.NO_CONTRACT, asked="kept"))
    assert "Employment contract" in read.splitlines()
    assert "draw up the employment in writing" not in read
    assert "draw up the employment in writing" in bodies.read(one(K.NO_CONTRACT, asked="refused"))


def test_of_housing_only_that_of_the_employer_is_told_and_never_its_address() -> None:
    answers = {"what": ("cold", "no_notice"), "where": "посёлок Тихий, дом 4", "provider": "landlord"}
    with pytest.raises(AppError):
        bodies.read(one(K.HOUSING, **answers))
    read = bodies.read(one(K.HOUSING, **{**answers, "provider": "employer"}))
    assert "Тихий" not in read
    assert "register" not in read.split("What is wrong")[1].splitlines()[0]
