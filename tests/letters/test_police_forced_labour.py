from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.letters import catalogue
from tests.letters import bodies
from tests.letters.samples import police_forced_labour as sample

EN = LetterLanguage.EN
K = ComplaintKind
VERDICTS = {
    "en": ("slave", "victim", "trafficker", "criminal", "guilty", "bondage"),
    "ru": ("рабств", "раб ", "жертв", "преступник", "виновн", "кабал", "потерпевш"),
    "kk": ("құл ", "құлдық", "құрбан", "қылмыскер", "кінәлі", "кіріптар", "жәбірленуші"),
}


def one(kind: ComplaintKind, **answers: str | tuple[str, ...]) -> LetterFacts:
    return bodies.facts(
        "police_forced_labour",
        EN,
        bodies.unpaid(bodies.crew(1)),
        bodies.complaint(kind, (1,), **answers),
        addressee=bodies.POLICE,
        answers=bodies.said(consent="yes"),
    )


def lacks_consent(facts: LetterFacts) -> bool:
    return "answers.consent" in {problem.field for problem in catalogue.lacking(facts)}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_verdict_is_spoken(language: str) -> None:
    read = bodies.read(sample.facts(LetterLanguage(language))).lower()
    read = read.replace("of the criminal code", "").replace("criminal offences", "").replace("criminal case", "")
    assert [word for word in VERDICTS[language] if word in read] == []


@pytest.mark.parametrize("answer", ["", "no", "unknown"])
def test_without_the_workers_agreement_it_is_not_made_final(answer: str) -> None:
    facts = one(K.MOVEMENT, how=("locked",))
    assert not lacks_consent(facts)
    assert lacks_consent(replace(facts, answers=bodies.said(consent=answer)))


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        (K.MOVEMENT, {"how": ("locked",), "children": "yes"}),
        (K.DEBT_BONDAGE, {"for_what": ("living",), "children": "yes"}),
    ],
    ids=["movement", "debt"],
)
def test_a_child_is_reason_enough(kind: ComplaintKind, answers: dict[str, str | tuple[str, ...]]) -> None:
    assert not lacks_consent(replace(one(kind, **answers), answers={}))


def test_who_did_not_agree_is_no_applicant_and_signs_nothing() -> None:
    agreed = one(K.MOVEMENT, how=("locked",), children="yes")
    alone = replace(agreed, answers=bodies.said(consent="no"))
    assert catalogue.lacking(alone) == ()
    name = agreed.workers[0].person.full_name
    assert name in bodies.read(agreed)
    read = bodies.read(alone)
    assert name not in read
    assert "The centre makes this statement itself" in read
    unasked = one(K.MOVEMENT, how=("locked",))
    for facts in (agreed, replace(unasked, answers={})):
        assert "The centre makes" not in bodies.read(facts)
    assert agreed.signer.full_name in read


def test_a_young_worker_is_a_child() -> None:
    facts = replace(one(K.MOVEMENT, how=("locked",)), answers={})
    worker = facts.workers[0]
    young = replace(worker, person=replace(worker.person, birth=PartialDate(2011)))
    assert lacks_consent(facts)
    assert not lacks_consent(replace(facts, workers=(young,)))


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        (K.MOVEMENT, {"how": ("locked", "no_phone")}, "the people are locked in; the phone was taken"),
        (K.VIOLENCE, {"what": ("beaten",), "injuries": "yes"}, "beating or other bodily harm."),
        (K.DEBT_BONDAGE, {"for_what": ("travel",), "held": "yes"}, "Leaving is not allowed until the debt is paid."),
        (K.DECEPTION, {"who": "Агентство", "differs": ("no_job",)}, "did not exist at all"),
    ],
    ids=["movement", "violence", "debt", "deception"],
)
def test_each_kind_is_told_by_its_facts(
    kind: ComplaintKind, answers: dict[str, str | tuple[str, ...]], said: str
) -> None:
    read = bodies.read(one(kind, **answers))
    assert said in read
    assert ("article 126 " in read) is (kind is K.MOVEMENT)
    for norm in ("article 7 ", "article 3(1)", "article 128 ", "article 51(2)", "article 133(2)", "article 141(1)"):
        assert norm in read


def test_a_threat_that_betrays_the_stay_is_told_as_a_threat_alone() -> None:
    read = bodies.read(one(K.VIOLENCE, what=("threat_police",)))
    assert "There were threats of other unfavourable consequences." in read
    assert "police or expulsion" not in read


def test_the_place_is_to_be_visited_only_when_people_are_held_there_now() -> None:
    asked = "go to the place named above"
    assert asked in bodies.read(sample.facts(EN))
    assert asked not in bodies.read(one(K.MOVEMENT, how=("locked",), now="yes"))
    assert asked not in bodies.read(one(K.MOVEMENT, how=("locked",), now="no", where="село"))


def test_of_help_and_expulsion_no_more_is_said_than_the_law_says() -> None:
    read = bodies.read(sample.facts(EN))
    assert "after trafficking no prior decision of the local executive body is needed" in read
    assert "Immigrants identified as having suffered from trafficking are not expelled until the services" in read


def test_no_weeks_are_granted_where_people_may_be_held() -> None:
    facts = sample.facts(EN)
    read = bodies.read(facts)
    assert "An appeal is considered within" not in read
    assert "Refusal to accept an appeal is not allowed" not in read
    rested_on = {fact.key for fact in catalogue.LETTERS["police_forced_labour"].grounds(facts)}
    assert not [key for key in rested_on if key.startswith("appc.")]


def test_who_reports_knows_that_a_false_report_is_punished() -> None:
    known = "know that a report known to be false is punished"
    facts = sample.facts(EN)
    assert f"The applicants {known}" in bodies.read(facts)
    assert "The applicant knows that a report" in bodies.read(one(K.MOVEMENT, how=("locked",)))
    by_lawyer = replace(facts, answers={**facts.answers, **bodies.said(signed_by="attorney", attorney="No. 1")})
    assert known not in bodies.read(by_lawyer)


def test_it_is_about_force_and_not_about_wages_alone() -> None:
    with pytest.raises(AppError):
        bodies.read(one(K.WAGE_ARREARS))


def test_the_centre_that_reports_for_a_child_asks_as_a_centre() -> None:
    facts = one(K.DEBT_BONDAGE, children="yes")
    by_centre = replace(facts, answers={**facts.answers, **bodies.said(consent="no")})
    assert "The centre makes this statement itself" in bodies.read(by_centre)
    assert "On these grounds we ask you to:" in bodies.read(by_centre)
    assert "know that a report known to be false" not in bodies.read(by_centre)
