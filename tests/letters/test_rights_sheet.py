"""The rights sheets: one a kind, a page long, in plain words, nothing of anybody, the law marked where unchecked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app import law
from desktop_app.domain.answers import Answer
from desktop_app.domain.case_told import CaseTold
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.law.folder import read
from desktop_app.law.rights_sheets import rights_sheet
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Words
from desktop_app.letters.for_workers import DASH, name_of
from desktop_app.letters.grounds import MARK
from desktop_app.letters.stories import rights_sheet as sheet
from desktop_app.services.letter_facts import nothing_owed
from tests.letters import claims
from tests.letters.reading import letter, pages_of
from tests.letters.samples.receipt import complaint, told

EN = LetterLanguage.EN
CODES = ("kk", "ru", "en")
KINDS = list(ComplaintKind)
LONGEST_SENTENCE = 30


def about(
    *kinds: ComplaintKind, language: LetterLanguage = EN, confirmed: bool = False, on: date = claims.ON, **answers: str
) -> LetterFacts:
    worker = replace(claims.worker(), worker_id=1, calculation=nothing_owed(on))
    made = claims.claim(language, (worker,), confirmed=confirmed)
    said = {name: Answer(value) for name, value in answers.items()}
    case = told(*(complaint(kind, 1, answers=said) for kind in kinds))
    return replace(made, kind="rights_sheet", told=case, on=on, pay_by=on)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_sheet_of_one_page_that_names_it(kind: ComplaintKind, language: str) -> None:
    made = about(kind, language=LetterLanguage(language))
    (page,) = pages_of(catalogue.render(made))
    assert for_language(language)(name_of(kind))[1:] in re.sub(r"\s+", " ", page)
    for name in (claims.NAMES[0], claims.COMPANY.name, made.case_number, claims.SIGNER.full_name, claims.IIN):
        assert name not in page


@pytest.mark.parametrize("kind", KINDS)
def test_side_by_side_both_languages_have_the_same_blocks(kind: ComplaintKind) -> None:
    made = about(kind, language=LetterLanguage.KK_RU)
    stories = [[type(block) for block in sheet.story(made, for_language(code))] for code in ("kk", "ru")]
    assert stories[0] == stories[1]
    assert len(pages_of(catalogue.render(made))) <= 2


def sayings() -> list[tuple[str, dict[str, Any]]]:
    kept = read("rights_sheets.json")
    parts = [("common", kept["common"])]
    parts += [(f"{kind}.{part}", rows) for kind, row in kept["kinds"].items() for part, rows in row.items()]
    return [(f"{name}.{at}", row) for name, rows in parts for at, row in enumerate(rows)]


@pytest.mark.parametrize("row", [row for _name, row in sayings()], ids=[name for name, _row in sayings()])
def test_each_sentence_stands_in_three_languages_and_leaves_figures_to_the_law(row: dict[str, Any]) -> None:
    assert set(row) <= {*CODES, "norms", "values"}
    values = row.get("values", {})
    for code in CODES:
        text = str(row[code])
        assert text.endswith(".")
        assert set(re.findall(r"%\((\w+)\)s", text)) == set(values)
        assert not re.search(r"\d", text), "a figure belongs to resources/law/values.json"
        assert max(len(part.split()) for part in re.split(r"[.:;]", text)) <= LONGEST_SENTENCE
    for key in row.get("norms", ()):
        assert law.fact(key).key == key
    for key in values.values():
        assert law.value(key, claims.ON).fact.key == key


@pytest.mark.parametrize("kind", KINDS)
def test_every_right_rests_on_a_norm_and_there_is_something_to_do(kind: ComplaintKind) -> None:
    told_of = rights_sheet(kind.value)
    assert all(saying.norms for saying in told_of.rights)
    assert 2 <= len(told_of.rights) <= 4
    assert len(told_of.todo) >= 2
    assert len(told_of.never) >= 3


def test_there_is_a_sheet_for_each_kind_and_none_for_another() -> None:
    assert set(read("rights_sheets.json")["kinds"]) == {kind.value for kind in ComplaintKind}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_marked_once_the_lawyer_has_confirmed_it(kind: ComplaintKind) -> None:
    text = letter(about(kind, confirmed=True))
    assert MARK not in text
    assert catalogue.to_check(about(kind, confirmed=True)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_each_right_that_rests_on_something_unchecked_is_marked(kind: ComplaintKind) -> None:
    made = about(kind)
    unchecked = {norm.fact.key for norm in catalogue.to_check(made)}
    items = [block for block in sheet.story(made, for_language("en")) if isinstance(block, Words)]
    rights = [block.text for block in items if block.style == "item" and block.mark != DASH]
    for text, saying in zip(rights, rights_sheet(kind.value).rights, strict=True):
        assert text.endswith(MARK) == bool(unchecked & {*saying.norms, *saying.values.values()}), text


FORCED = {ComplaintKind.VIOLENCE, ComplaintKind.MOVEMENT, ComplaintKind.DEBT_BONDAGE, ComplaintKind.DECEPTION}


@pytest.mark.parametrize("kind", KINDS)
def test_putting_off_an_expulsion_is_told_only_where_force_or_trafficking_may_be(kind: ComplaintKind) -> None:
    norms = {key for saying in rights_sheet(kind.value).rights for key in saying.norms}
    assert ("koap.51.2" in norms) == (kind in FORCED)


def test_kinds_that_are_chosen_go_before_those_that_are_logged() -> None:
    made = replace(about(ComplaintKind.INJURY), answers={"kinds": Answer(("housing", "deductions"))})
    pages = pages_of(catalogue.render(made))
    assert len(pages) == 2
    assert "unlawful deductions" in pages[0]
    assert "housing" in pages[1]


def test_the_sheet_about_papers_speaks_of_no_stay() -> None:
    text = letter(about(ComplaintKind.STAY)).lower()
    assert "questions about papers" in text
    assert not [word for word in ("permit", "registration", "expulsion", "deport") if word in text]


def test_only_what_is_logged_for_these_workers_is_printed() -> None:
    made = about(ComplaintKind.INJURY)
    made = replace(made, told=told(complaint(ComplaintKind.INJURY, 1), complaint(ComplaintKind.VIOLENCE, 2)))
    assert "violence" not in letter(made)


def test_wages_that_are_owed_count_as_a_complaint() -> None:
    made = replace(about(), workers=(replace(claims.worker(), worker_id=1),), told=told())
    assert "wage arrears" in letter(made)


@pytest.mark.parametrize("case", [None, told()], ids=["nothing told", "no complaint"])
def test_without_a_kind_it_says_what_to_do_first(case: CaseTold | None) -> None:
    with pytest.raises(AppError, match="Choose the kinds"):
        catalogue.render(replace(about(), told=case))


def test_both_readings_of_the_term_for_pay_are_told() -> None:
    text = letter(about(ComplaintKind.OVERTIME))
    assert "safe term: 1 year*; by another reading of the law: 3 years*" in text


def test_before_the_rulings_of_the_constitutional_court_there_is_one_reading() -> None:
    text = letter(about(ComplaintKind.OVERTIME, on=date(2026, 5, 4)))
    assert "safe term: 1 year*. It runs" in text
    assert "another reading" not in text


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2025, 11, 21), "the safe last day is 10 April 2026*"),
        (date(2026, 11, 21), "By another reading there is time until 10 April 2028*"),
        (date(2028, 11, 21), "The term may be over."),
    ],
    ids=["in time", "by the longer reading", "over"],
)
def test_the_day_itself_stands_where_the_case_knows_when_pay_was_due(on: date, words: str) -> None:
    owed = replace(claims.worker(), worker_id=1)
    text = letter(replace(about(ComplaintKind.WAGE_ARREARS, on=on), workers=(owed,)))
    assert words in text


def test_the_term_of_a_dismissal_runs_from_the_day_the_order_was_handed_over() -> None:
    assert "the safe last day is 3 December 2026*" in letter(about(ComplaintKind.DISMISSAL, order_on="2026-11-03"))
    assert "last day is" not in letter(about(ComplaintKind.DISMISSAL, order_on="2026-11"))


def test_an_order_sent_by_registered_mail_starts_the_term_before_it_is_read() -> None:
    assert "handed to you or was sent to you by registered mail" in letter(about(ComplaintKind.DISMISSAL))


def test_a_domestic_workers_term_is_told_by_itself() -> None:
    made = about(ComplaintKind.DISMISSAL)
    told = letter(replace(made, employer=replace(claims.COMPANY, kind=EmployerKind.HOUSEHOLD)))
    assert "straight to court: 3 months*; by another reading of the law: 1 year*" in told
    assert "from the day on which the work was ended" in told
    assert "from the same day" not in told


def test_a_domestic_worker_is_sent_to_no_commission() -> None:
    made = about(ComplaintKind.DISMISSAL)
    assert "conciliation commission" in letter(made)
    household = replace(claims.COMPANY, kind=EmployerKind.HOUSEHOLD)
    alone = letter(replace(made, employer=household))
    assert "conciliation commission" not in alone
    assert "to the commission" not in alone


def test_a_decision_of_an_office_has_the_terms_of_a_complaint() -> None:
    text = letter(about(ComplaintKind.SCHOOLING))
    assert "3 months from the day you learned of it" in text
    assert "how to complain: 6 months" in text


def test_of_schooling_no_more_is_promised_than_the_treaty_says() -> None:
    text = letter(about(ComplaintKind.SCHOOLING))
    assert "have a right to kindergarten and education by the treaty" in text
    assert "So may children" not in text


def test_the_sheet_carries_no_number_of_a_letter() -> None:
    assert "2026/17" not in letter(about(ComplaintKind.OTHER))
