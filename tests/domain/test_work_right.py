"""Whether somebody may work: worked cases, each with the norm it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.navigator import Navigator, Verdict, navigate
from desktop_app.domain.papers import PaperKind, PaperRow
from desktop_app.domain.stays import Stay
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.domain.work_line import Part
from desktop_app.domain.work_lines import stated
from desktop_app.domain.work_needs import Have
from desktop_app.domain.work_permits import PERMITS
from desktop_app.domain.work_right import FREE, ORDER, PERMIT_OF, RULES, Regime, find
from desktop_app.domain.work_rights import RIGHTS
from desktop_app.domain.work_words import HEADLINES, QUESTIONS, REGIMES
from desktop_app.law.countries import known_countries
from tests.domain.work_cases import TODAY, facts, plain


def named(cases: list[Any]) -> list[str]:
    return [f"{at}-{case[0]}" for at, case in enumerate(cases)]


HOME = {"household_work": "yes"}

# norm, what is known, the ground that follows
GROUNDS: list[tuple[str, WorkFacts, Regime]] = [
    # the union: any employer, household too
    ("eaeu.97.1", plain("KG", "company"), Regime.EAEU),
    ("eaeu.97.1", plain("RU", "sole_trader"), Regime.EAEU),
    ("eaeu.97.1", plain("BY", "foreman"), Regime.EAEU),
    ("eaeu.97.1", plain("AM", "household", **HOME), Regime.EAEU),
    ("eaeu.97.1", facts("KG"), Regime.EAEU),
    ("eaeu.97.1", plain("KG", "company", form="seasonal"), Regime.EAEU),
    # a labour immigrant: an individual, household work, three months without a visa
    ("mig.43-1.1", plain("UZ", "household", **HOME), Regime.LABOUR_IMMIGRANT),
    ("mig.43-1.1", plain("TJ", "household", **HOME), Regime.LABOUR_IMMIGRANT),
    ("mig.43-1.1", plain("MD", "household", **HOME), Regime.LABOUR_IMMIGRANT),
    ("mig.43-1.1", plain("PH", "household", **HOME, three_months="yes"), Regime.LABOUR_IMMIGRANT),
    ("mig.43-1.1", plain("PH", "household", **HOME, three_months="no"), Regime.EMPLOYER_PERMIT),
    ("mig.43-1.1", plain("TM", "household", **HOME), Regime.EMPLOYER_PERMIT),
    ("mig.43-1.1", plain("CN", "household", **HOME), Regime.EMPLOYER_PERMIT),
    ("mig.34", plain("UZ", "household", household_work="no"), Regime.EMPLOYER_PERMIT),
    # an employer's permit
    ("mig.37", plain("UZ", "company"), Regime.EMPLOYER_PERMIT),
    ("mig.37", plain("UZ", "sole_trader"), Regime.EMPLOYER_PERMIT),
    ("mig.36-1", plain("TJ", "foreman"), Regime.EMPLOYER_PERMIT),
    ("mig.37", plain("CN", "company"), Regime.EMPLOYER_PERMIT),
    ("mig.37", plain("TM", "company"), Regime.EMPLOYER_PERMIT),
    ("mig.37", plain("PH", "company"), Regime.EMPLOYER_PERMIT),
    # the other grounds that need a paper
    ("mig.41", plain("UZ", "company", form="seasonal"), Regime.SEASONAL),
    ("mig.41", plain("CN", "sole_trader", form="seasonal"), Regime.SEASONAL),
    ("mig.37-2", plain("IN", "company", form="self_employed"), Regime.SELF_EMPLOYED),
    ("mig.37-3", plain("TR", "company", form="transfer"), Regime.TRANSFER),
    ("mig.39", plain("CN", "company", form="own_company"), Regime.BUSINESS),
    ("mig.40", facts("UZ", status="temporary", form="own_company"), Regime.BUSINESS),
    # no permit
    ("mig.36-1.2", facts("UZ", "company", status="permanent"), Regime.PERMANENT),
    ("lc.32.1", facts(status="kandas"), Regime.KANDAS),
    ("mig.1.13", facts("UZ", "company", status="kandas"), Regime.KANDAS),
    ("mig.36-1.2", facts("AF", "company", status="refugee"), Regime.REFUGEE),
    ("mig.29.2.1", facts("UZ", "company", status="family_of_citizen"), Regime.FAMILY),
    ("mig.36-1.2", facts("US", "company", status="government_list"), Regime.LISTED),
    ("eaeu.97.1", facts("KG", "company", status="temporary"), Regime.EAEU),
]


@pytest.mark.parametrize(("norm", "known", "regime"), GROUNDS, ids=named(GROUNDS))
def test_the_ground(norm: str, known: WorkFacts, regime: Regime) -> None:
    found = find(known)
    assert found.regime is regime
    assert found.is_settled
    assert found.asked == ()
    assert norm in found.norms or norm in [fact.key for fact in navigate(known, TODAY).rests_on]


def test_a_citizen_of_kazakhstan_is_no_migrant() -> None:
    assert find(facts("KZ", "company")).regime is Regime.CITIZEN
    assert navigate(facts("KZ", "company"), TODAY).lines == ()


# what is known, what is asked first
OPEN: list[tuple[WorkFacts, tuple[str, ...]]] = [
    (facts(), ("citizenship", "employer_kind", "status", "form")),
    (facts("UZ"), ("employer_kind", "status", "form")),
    (facts("", "company"), ("citizenship", "status", "form")),
    (facts("UZ", "household"), ("household_work", "status", "form")),
    (plain("UZ", "household"), ("household_work",)),
    (plain("PH", "household", **HOME), ("three_months",)),
    (plain("IN", "household", **HOME), ("three_months",)),  # 14 days an entry; the total was not established
    (plain("AZ", "household"), ("household_work",)),
    (plain("", "household", **HOME), ("citizenship",)),
]


@pytest.mark.parametrize(("known", "asked"), OPEN, ids=[str(at) for at in range(len(OPEN))])
def test_what_decides_is_asked_and_not_assumed(known: WorkFacts, asked: tuple[str, ...]) -> None:
    found = find(known)
    assert (found.regime, found.asked) == (None, asked)
    answer = navigate(known, TODAY)
    assert answer.verdict is Verdict.UNKNOWN
    assert answer.needs == ()
    assert answer.questions == asked


def test_a_call_may_a_citizen_of_uzbekistan_work_for_a_company() -> None:
    answer = navigate(facts("UZ", "company"), TODAY)
    assert answer.regime is Regime.EMPLOYER_PERMIT
    assert answer.verdict is Verdict.NEEDED
    assert "labour immigrant does not fit" in answer.headline.msgid
    assert not answer.finding.is_settled
    assert {Regime.PERMANENT, Regime.KANDAS, Regime.SEASONAL} <= set(answer.finding.unless)
    assert answer.questions[:2] == ("status", "form")
    assert "koap.517.5" in [fact.key for fact in answer.rests_on]
    assert {need.have for need in answer.needs} == {Have.NOT_ASKED}


def test_a_domestic_worker_with_a_permit_for_six_months() -> None:
    permit = PaperRow(PaperKind.LABOUR_IMMIGRANT_PERMIT, issued_on=date(2026, 9, 1), expires_on=date(2027, 2, 28), id=1)
    known = plain("UZ", "household", **HOME, papers=(permit,), entered_on=date(2026, 8, 20))
    answer = navigate(known, TODAY)
    assert answer.verdict is Verdict.HELD
    assert {need.kind: need.have for need in answer.needs}[PaperKind.LABOUR_IMMIGRANT_PERMIT] is Have.VALID
    days = {line.day for line in answer.lines if line.day is not None}
    assert {date(2027, 2, 28), date(2027, 8, 19)} <= days  # the permit; twelve months without a break, mig.43-1.2
    told = " ".join(line.message.msgid % line.message.params for line in answer.lines)
    assert "at most 5 labour immigrants" in told  # lc.26.1.7
    assert "for 1 to 12 months" in told  # mig.43-2
    assert "for 1 to 3 months" in told


# norm, the paper or nothing, the verdict
PAPERS: list[tuple[str, str, str | None, Verdict, Have]] = [
    ("mig.37", "employer_permit", "2026-11-21", Verdict.HELD, Have.VALID),
    ("mig.37", "employer_permit", "2026-11-20", Verdict.NEEDED, Have.EXPIRED),
    ("mig.37", "employer_permit", None, Verdict.HELD, Have.VALID),
    ("mig.37", "labour_immigrant_permit", "2027-01-01", Verdict.NEEDED, Have.NOT_ON_FILE),
    ("mig.37", "seasonal_permit", "2027-01-01", Verdict.NEEDED, Have.NOT_ON_FILE),
]


@pytest.mark.parametrize(("norm", "kind", "until", "verdict", "have"), PAPERS, ids=named(PAPERS))
def test_the_paper_that_gives_the_right(norm: str, kind: str, until: str | None, verdict: Verdict, have: Have) -> None:
    paper = PaperRow(PaperKind(kind), expires_on=date.fromisoformat(until) if until else None, id=1)
    answer = navigate(plain("UZ", "company", papers=(paper,)), TODAY)
    assert answer.verdict is verdict
    need = next(each for each in answer.needs if each.kind is PaperKind.EMPLOYER_PERMIT)
    assert need.have is have
    assert norm in [fact.key for fact in need.rests_on]


@pytest.mark.parametrize("kind", [PaperKind.VISA, PaperKind.TEMPORARY_RESIDENCE])
def test_a_business_immigrant_has_a_visa_or_a_residence_permit(kind: PaperKind) -> None:
    known = plain("CN", "company", form="own_company")
    assert navigate(known, TODAY).verdict is Verdict.NEEDED  # mig.40
    paper = PaperRow(kind, expires_on=TODAY, id=1)
    assert navigate(replace(known, papers=(paper,)), TODAY).verdict is Verdict.HELD


@pytest.mark.parametrize("form", ["hired", "seasonal", "transfer", "self_employed"])
def test_no_contract_without_medical_insurance(form: str) -> None:
    needs = navigate(plain("UZ", "company", form=form), TODAY).needs
    asked = {need.kind: [fact.key for fact in need.rests_on] for need in needs}
    assert asked[PaperKind.INSURANCE] == ["lc.26.1.6"]


def test_of_two_papers_the_longer_one_counts() -> None:
    old, new = (PaperRow(PaperKind.EMPLOYER_PERMIT, expires_on=date(year, 1, 1), id=year) for year in (2026, 2027))
    assert navigate(plain("UZ", "company", papers=(new, old)), TODAY).verdict is Verdict.HELD


def test_a_permit_for_another_region_is_told() -> None:
    permit = PaperRow(PaperKind.EMPLOYER_PERMIT, expires_on=date(2027, 1, 1), region="KZ-75", id=1)
    known = plain("UZ", "company", papers=(permit,), work_region="KZ-71")
    assert [line for line in navigate(known, TODAY).lines if "another region" in line.message.msgid]
    same = plain("UZ", "company", papers=(permit,), work_region="KZ-75")
    assert not [line for line in navigate(same, TODAY).lines if "another region" in line.message.msgid]


# norm, what is known, words that must be there, in which part
TOLD: list[tuple[str, WorkFacts, str, Part]] = [
    ("mig.48.7", plain("UZ", "company", unpaid_fine="yes"), "Pay it before leaving", Part.RISKS),
    ("mig.48.8", plain("UZ", "company"), "tax declaration", Part.RISKS),
    ("mig.48", plain("UZ", "company"), "closed for 5 years", Part.RISKS),
    ("koap.519.1", plain("UZ", "company"), "fined too", Part.RISKS),
    ("koap.519.5", plain("UZ", "household", **HOME), "household that employs", Part.RISKS),
    ("koap.51.2", plain("UZ", "company"), "faces expulsion", Part.RISKS),
    ("mig.49", plain("UZ", "company"), "permanent residence", Part.RISKS),
    ("work.CN", plain("CN", "company"), "gives no right to work", Part.RISKS),
    ("stay.TM", plain("TM", "company"), "need a visa", Part.LIMITS),
    ("stay.GE", plain("GE", "company"), "old source", Part.LIMITS),
    ("kzuz.9", plain("UZ", "company"), "agreement with Uzbekistan", Part.RIGHTS),
    ("kzkg.1", plain("KG", "company"), "may be extended for the same", Part.DATES),
    ("mig.5", plain("UZ", "company"), "court", Part.RIGHTS),
    ("cis08.12.2", plain("UZ", "company"), "in force with the worker’s country was not established", Part.RIGHTS),
    ("lc.32.7", plain("KG", "company"), "written undertaking", Part.RIGHTS),
    ("mig.41.2", plain("UZ", "company", form="seasonal"), "housing", Part.RIGHTS),
    ("mig.37-1", plain("UZ", "company"), "at most 90 days a year", Part.LIMITS),
    ("mig.37-2", plain("UZ", "company", form="self_employed"), "at most 3 years", Part.LIMITS),
    ("mig.37-3", plain("TR", "company", form="transfer"), "at most 3 years", Part.LIMITS),
    ("mig.40", plain("CN", "company", form="own_company", entered_on=date(2026, 11, 1)), "by 01.01.2027", Part.DATES),
    ("lc.26.1.4", plain("UZ", "company"), "may not be signed before", Part.LIMITS),
    ("order.123", plain("UZ", "household", **HOME), "was not read", Part.LIMITS),
    ("mig.36-1", plain("UZ", "foreman"), "foreman without papers", Part.LIMITS),
    ("eaeu.98.7", plain("KG", "company"), "certificate", Part.RIGHTS),
    ("eaeu.98.8", plain("KG", "company"), "Children", Part.RIGHTS),
    ("mig.6-1", plain("UZ", "company"), "declared address", Part.LIMITS),
    ("koap.517.5", plain("UZ", "company", purpose="private"), "another purpose", Part.RISKS),
]


@pytest.mark.parametrize(("norm", "known", "words", "part"), TOLD, ids=named(TOLD))
def test_what_is_told(norm: str, known: WorkFacts, words: str, part: Part) -> None:
    said = [line for line in navigate(known, TODAY).lines if words in line.message.msgid % line.message.params]
    assert len(said) == 1
    assert said[0].part is part
    assert norm in [fact.key for fact in said[0].rests_on]


def test_a_free_ground_does_not_ask_for_what_cannot_change_it() -> None:
    assert navigate(facts("KG"), TODAY).questions == ("entered_on", "contract", "unpaid_fine")
    assert navigate(facts(status="kandas"), TODAY).questions == ("unpaid_fine",)


def test_the_end_of_a_contract_is_asked_by_how_it_ended() -> None:
    assert "contract_ended_on" in navigate(facts("KG", contract="ended_early"), TODAY).questions
    assert "contract_until" in navigate(facts("KG", contract="in_force"), TODAY).questions
    assert "contract_ended_on" not in navigate(facts("KG", contract="none"), TODAY).questions


@pytest.mark.parametrize("regime", Regime)
def test_every_ground_has_its_words_and_norms(regime: Regime) -> None:
    assert regime in REGIMES
    assert regime in HEADLINES
    assert any(rule.regime is regime for rule in RULES)
    for line in stated(regime, TODAY):
        assert line.rests_on
        assert "%(" not in line.message.msgid % line.message.params


@pytest.mark.parametrize("stated_line", [*PERMITS, *RIGHTS], ids=lambda each: each.norms[0] + each.text[:20])
def test_every_line_of_the_tables_names_norms_that_are_shipped(stated_line: Any) -> None:
    assert stated_line.regimes
    for key in stated_line.norms:
        assert law.fact(key).confidence in {"V", "V-old", "S"}
    for key in stated_line.values.values():
        assert law.value(key, TODAY).fact.number > 0


def test_every_question_that_decides_can_be_asked() -> None:
    names = {spec.name for spec in QUESTIONS}
    assert set(ORDER) <= names
    assert names <= set(WorkFacts.__dataclass_fields__)


VALUES: dict[str, tuple[str, ...]] = {
    "citizenship": ("", "UZ", "KG", "CN", "TM", "IN", "PH", "KZ"),
    "status": ("", "temporary", "permanent", "kandas", "refugee"),
    "employer_kind": ("", "company", "sole_trader", "household", "foreman"),
    "form": ("", "hired", "seasonal", "self_employed", "transfer", "own_company"),
    "household_work": ("", "yes", "no"),
    "three_months": ("", "yes", "no"),
}
anything = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in VALUES.items()})


@given(anything)
def test_answering_every_question_decides_the_ground(answers: dict[str, Any]) -> None:
    """However much is known at first: asking on and on comes to an end, and a settled ground does not change."""
    known = dict(answers)
    for _round in range(len(VALUES) + 1):
        found = find(WorkFacts(**known))
        if not found.asked:
            break
        known[found.asked[0]] = VALUES[found.asked[0]][1]
    assert found.regime is not None
    assert found.is_settled
    answer: Navigator = navigate(WorkFacts(**known), TODAY)
    assert (answer.verdict is Verdict.FREE) is (found.regime in FREE)
    assert found.regime in FREE or PERMIT_OF[found.regime] in [need.kind for need in answer.needs]


@given(anything, st.sampled_from(sorted(VALUES)), st.integers(1, 5))
def test_a_settled_ground_is_not_changed_by_what_was_not_asked(answers: dict[str, Any], name: str, at: int) -> None:
    found = find(WorkFacts(**answers))
    if not found.is_settled or answers[name] or found.regime in FREE:
        return
    filled = answers | {name: VALUES[name][min(at, len(VALUES[name]) - 1)]}
    assert find(WorkFacts(**filled)).regime is found.regime


@given(
    st.sampled_from((*known_countries(), "PH", "")),
    st.sampled_from(list(VALUES["employer_kind"])),
    st.dates(date(2026, 7, 1), date(2027, 12, 31)),
    st.integers(0, 400),
)
def test_an_answer_is_given_for_every_country_and_day(country: str, employer: str, entered: date, later: int) -> None:
    today = entered + timedelta(days=later)
    answer = navigate(plain(country, employer, stays=(Stay(entered),), papers=()), today)
    for line in answer.lines:
        assert line.rests_on
        assert "%(" not in line.message.msgid % line.message.params
    if answer.regime is not None:
        assert answer.verdict is not Verdict.UNKNOWN
