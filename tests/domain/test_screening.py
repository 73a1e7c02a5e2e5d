"""Complaints in, prompts and urgency out: the table of worked cases, and what must always hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain import screening
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.consents import Aim, Consent, How, StoredConsent, Withdrawal
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.indicators import INDICATORS, Found, Indicator
from desktop_app.domain.screening import Finding, Logged
from desktop_app.domain.screening_law import ADVISORY, CHILD_YEARS, DEFINITIONS, NUMBERS, RIGHTS
from desktop_app.errors import Message

TODAY = date(2026, 11, 21)
K, I = ComplaintKind, Indicator  # noqa: E741 - the table below is read as one
BOY = PartialDate(2015)


def logged(*kinds: ComplaintKind, held: int = 0, unpaid: int = 0, born: PartialDate | None = None, site: bool = False):
    return Logged(frozenset(kinds), held, unpaid, born, site)


# What is logged -> the indicators worth asking about; the norm behind the subject of the row.
PROMPTS = (
    ("documents withheld", "koap.494", logged(K.WITHHELD_DOCUMENTS), {I.DOCUMENTS, I.MOVEMENT}),
    ("documents written down", "uk.384.1", logged(held=1), {I.DOCUMENTS}),
    ("one month unpaid", "lc.113.1", logged(K.WAGE_ARREARS, unpaid=1), set()),
    ("two months unpaid", "lc.113.1", logged(K.WAGE_ARREARS, unpaid=2), {I.WAGES}),
    ("deductions", "lc.115.3", logged(K.DEDUCTIONS), {I.WAGES, I.DEBT}),
    ("overtime", "lc.77", logged(K.OVERTIME), {I.OVERTIME}),
    ("no contract", "koap.86", logged(K.NO_CONTRACT), {I.DECEPTION}),
    ("stay", "koap.517.3", logged(K.STAY), {I.VULNERABILITY}),
    ("violence", "uk.128", logged(K.VIOLENCE), {I.VIOLENCE, I.THREATS}),
    ("movement", "uk.126", logged(K.MOVEMENT), {I.MOVEMENT, I.ISOLATION}),
    ("debt bondage", "lc.7", logged(K.DEBT_BONDAGE), {I.DEBT}),
    ("officials", "mig.5", logged(K.OFFICIALS), {I.THREATS, I.VULNERABILITY}),
    ("deception", "uk.128", logged(K.DECEPTION), {I.DECEPTION, I.DEBT}),
    ("discrimination", "lc.6", logged(K.DISCRIMINATION), {I.VULNERABILITY}),
    ("injury", "uk.3.1", logged(K.INJURY), {I.CONDITIONS}),
    ("housing", "mig.41.2", logged(K.HOUSING), {I.CONDITIONS, I.ISOLATION}),
    ("health", "hc.83.2", logged(K.HEALTH), {I.CONDITIONS}),
    ("a child", CHILD_YEARS, logged(born=BOY), {I.VULNERABILITY, I.CONDITIONS}),
    ("sleeps at the site", "mig.41.2", logged(site=True), {I.MOVEMENT, I.ISOLATION}),
    ("dismissal", "lc.113.4", logged(K.DISMISSAL), set()),
    ("contract check", "lc.28.1", logged(K.CONTRACT_CHECK), set()),
    ("schooling", "edu.8", logged(K.SCHOOLING), set()),
    ("nothing", "pd.19-1", logged(), set()),
)

# What is logged and answered -> why the lawyer should hear of it today.
YES = Found.YES
URGENT = (
    ("violence answered", "uk.128", logged(), {I.VIOLENCE: YES}, {"violence"}),
    ("violence logged", "uk.128", logged(K.VIOLENCE), {}, {"violence"}),
    ("violence not known", "uk.128", logged(), {I.VIOLENCE: Found.UNKNOWN}, set()),
    ("violence denied, complaint stands", "uk.128", logged(K.VIOLENCE), {I.VIOLENCE: Found.NO}, {"violence"}),
    (
        "movement and documents",
        "uk.126.2.11",
        logged(),
        {I.MOVEMENT: YES, I.DOCUMENTS: YES},
        {"movement_documents"},
    ),
    ("movement alone", "uk.126", logged(K.MOVEMENT), {}, set()),
    ("documents alone", "koap.494", logged(held=2), {}, set()),
    ("movement logged, documents held", "uk.126.2.11", logged(K.MOVEMENT, held=1), {}, {"movement_documents"}),
    ("documents and wages", "uk.128.2.12", logged(), {I.DOCUMENTS: YES, I.WAGES: YES}, {"documents_wages"}),
    ("documents held, three months unpaid", "uk.128.2.12", logged(held=1, unpaid=3), {}, {"documents_wages"}),
    ("documents held, one month unpaid", "lc.113.1", logged(held=1, unpaid=1), {}, set()),
    ("wages alone", "lc.113.1", logged(unpaid=5), {}, set()),
    ("threats alone", "uk.128", logged(), {I.THREATS: YES}, set()),
    ("debt, isolation, conditions", "lc.7", logged(), {I.DEBT: YES, I.ISOLATION: YES, I.CONDITIONS: YES}, set()),
    ("a boy of eleven", CHILD_YEARS, logged(born=BOY), {}, {"child"}),
    ("tobacco land: a boy, documents, no wages", "uk.128.2.12", logged(held=1, unpaid=6, born=BOY), {},
     {"child", "documents_wages"}),
    ("building crew: passports kept, three months unpaid", "uk.128.2.12",
     logged(K.WITHHELD_DOCUMENTS, K.WAGE_ARREARS, unpaid=3), {}, {"documents_wages"}),
    ("all of it", "uk.128", logged(K.VIOLENCE, K.MOVEMENT, held=1, unpaid=2, born=BOY), {},
     {"violence", "movement_documents", "documents_wages", "child"}),
)  # fmt: skip

AGES = (
    ("seventeen", PartialDate(2009, 3, 1), True),
    ("eighteen today", PartialDate(2008, 11, 21), False),
    ("eighteen tomorrow", PartialDate(2008, 11, 22), True),
    ("month known, may be tomorrow", PartialDate(2008, 11), True),
    ("year known, may be December", PartialDate(2008), True),
    ("year known, surely over", PartialDate(2007), False),
    ("born on 29 February", PartialDate(2008, 2, 29), False),
    ("unknown", None, False),
)


@pytest.mark.parametrize(("norm", "facts", "wanted"), [row[1:] for row in PROMPTS], ids=[row[0] for row in PROMPTS])
def test_what_is_logged_makes_indicators_worth_asking(norm, facts, wanted):
    law.fact(norm)
    found = screening.prompts(facts, TODAY)
    assert {each.indicator for each in found} == wanted
    assert all(each.reason.msgid for each in found)


@pytest.mark.parametrize(
    ("norm", "facts", "answers", "wanted"), [row[1:] for row in URGENT], ids=[row[0] for row in URGENT]
)
def test_when_the_lawyer_should_hear_of_it_today(norm, facts, answers, wanted):
    law.fact(norm)
    found = screening.urgencies(facts, answers, TODAY)
    assert {each.code for each in found} == wanted
    for each in found:
        assert each.reason.msgid
        assert "tel.102" in each.numbers


@pytest.mark.parametrize(("born", "wanted"), [row[1:] for row in AGES], ids=[row[0] for row in AGES])
def test_who_may_be_a_child(born, wanted):
    assert screening.may_be_child(born, TODAY) is wanted


KINDS = st.frozensets(st.sampled_from(list(ComplaintKind)))
ANSWERS = st.dictionaries(st.sampled_from(list(Indicator)), st.sampled_from(list(Found)))
FACTS = st.builds(
    Logged,
    kinds=KINDS,
    held=st.integers(0, 3),
    unpaid=st.integers(0, 6),
    born=st.sampled_from((None, BOY, PartialDate(1980))),
    at_site=st.booleans(),
)


@given(facts=FACTS, answers=ANSWERS, more=FACTS, told=ANSWERS)
def test_a_further_fact_never_lowers_urgency(facts, answers, more, told):
    fuller = replace(
        facts,
        kinds=facts.kinds | more.kinds,
        held=facts.held + more.held,
        unpaid=facts.unpaid + more.unpaid,
        born=facts.born or more.born,
        at_site=facts.at_site or more.at_site,
    )
    answered = {**told, **{each: answer for each, answer in answers.items() if answer is YES}}
    before = {each.code for each in screening.urgencies(facts, answers, TODAY)}
    assert before <= {each.code for each in screening.urgencies(fuller, answered, TODAY)}
    raised = {(each.indicator, each.kind) for each in screening.prompts(facts, TODAY)}
    assert raised <= {(each.indicator, each.kind) for each in screening.prompts(fuller, TODAY)}


@given(facts=FACTS, answers=ANSWERS)
def test_nothing_urgent_goes_without_a_prompt_or_a_yes(facts, answers):
    if screening.urgencies(facts, answers, TODAY):
        assert screening.prompts(facts, TODAY) or YES in answers.values()


@given(facts=FACTS, answers=ANSWERS)
def test_only_a_no_against_a_standing_complaint_is_a_contradiction(facts, answers):
    for indicator in screening.contradictions(facts, answers):
        assert answers[indicator] is Found.NO
        assert indicator in {each.indicator for each in screening.prompts(facts, TODAY)}


def test_a_verdict_is_in_no_text_and_nothing_is_counted_together():
    texts = [text for about in INDICATORS.values() for text in (about.title, about.meaning, about.ask, about.avoid)]
    texts += [told.says for told in (*RIGHTS, *DEFINITIONS)]
    everything = Logged(frozenset(ComplaintKind), 1, 9, BOY, True)
    texts += [each.reason.msgid for each in screening.prompts(everything, TODAY)]
    texts += [each.reason.msgid for each in screening.urgencies(everything, {}, TODAY)]
    for text in texts:
        for word in ("victim", "score", "points", "guilty", "slave", "proves", "is trafficked", "%(total)"):
            assert word not in text.lower(), text


def test_every_indicator_is_stored_by_name_and_every_norm_is_shipped():
    assert len(INDICATORS) == len(Indicator) == 11
    assert not any(any(sign.isdigit() for sign in each.value) for each in Indicator)
    for key in (ADVISORY, CHILD_YEARS, *NUMBERS, *(told.norm for told in (*RIGHTS, *DEFINITIONS))):
        assert law.fact(key).confidence in ("V", "V-old", "S")


def test_the_numbers_are_those_with_a_source_and_no_others():
    assert [law.fact(key).value for key in NUMBERS] == ["102", "11616", "111"]
    assert not any(fact.key.startswith("tel.") and fact.key not in NUMBERS for fact in law.facts())


def test_a_note_that_is_too_long_is_told_beside_its_indicator():
    (problem,) = screening.problems((Finding(I.DEBT, YES, "x" * 200_001),))
    assert problem.field == "debt_bondage.note"
    assert isinstance(problem.message, Message)


def consent(**changes):
    given = Consent(How.PAPER, date(2026, 11, 1), None, "ru", aims=(Aim.REFERRAL,), third_parties=True)
    return StoredConsent(1, 1, replace(given, **changes), "")


CONSENTS = (
    ("third parties and the aim of referral", (consent(),), True),
    ("no consent", (), False),
    ("no third parties", (consent(third_parties=False),), False),
    ("another aim", (consent(aims=(Aim.CLAIMS,)),), False),
    ("run out", (consent(until=date(2026, 11, 20)),), False),
    ("without consent, by law", (consent(how=How.WITHOUT),), False),
    ("withdrawn", (replace(consent(), withdrawn=Withdrawal(date(2026, 11, 10))),), False),
)


@pytest.mark.parametrize(("given_", "wanted"), [row[1:] for row in CONSENTS], ids=[row[0] for row in CONSENTS])
def test_consent_comes_before_a_referral(given_, wanted):
    """Law on personal data, articles 7(1) and 7(6)."""
    law.fact("pd.7.6")
    assert screening.may_be_referred(given_, TODAY) is wanted


@pytest.mark.parametrize(
    ("since", "months"),
    [
        (PartialDate(2026, 9, 21), 2),
        (PartialDate(2026, 9, 22), 1),
        (PartialDate(2026, 9), 1),
        (PartialDate(2025), 10),
        (PartialDate(2026), 0),
        (PartialDate(2026, 11, 21), 0),
    ],
)
def test_months_since_a_date_known_in_part(since, months):
    assert screening.months_between(since, TODAY) == months
