"""The receipt of the complaint: a page a worker, plain words, nothing that endangers whoever carries it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.case_told import CaseTold
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.for_workers import FEARED
from desktop_app.letters.stories import receipt
from desktop_app.services.letter_facts import nothing_owed
from tests.letters import claims
from tests.letters.reading import letter, pages_of
from tests.letters.samples import rights_sheet
from tests.letters.samples.receipt import complaint, facts, told

EN = LetterLanguage.EN
NOTHING: WageCalculation = nothing_owed(claims.ON)


def without_wages(count: int = 1) -> tuple[LetterWorker, ...]:
    crew = claims.crew(count)
    return tuple(replace(each, worker_id=at, calculation=NOTHING) for at, each in enumerate(crew, start=1))


def about(*kinds: ComplaintKind, count: int = 1, **answers: str) -> LetterFacts:
    crew = without_wages(count)
    made = claims.claim(EN, crew, confirmed=False)
    case = told(*(complaint(kind, *(each.worker_id for each in crew)) for kind in kinds))
    said = {name: Answer(value) for name, value in answers.items()}
    return replace(made, kind="receipt", told=case, answers=said)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_each_worker_gets_a_page_of_his_own_without_the_names_of_others(language: str) -> None:
    made = replace(facts(LetterLanguage(language)), workers=tuple(_places(12)))
    pages = pages_of(catalogue.render(made))
    assert len(pages) == 12
    for at, page in enumerate(pages):
        assert [name for name in claims.NAMES if name in page] == [claims.NAMES[at]]


def _places(count: int) -> list[LetterWorker]:
    return [replace(each, worker_id=at) for at, each in enumerate(claims.crew(count), start=1)]


def test_it_tells_the_number_the_day_and_whom_to_call() -> None:
    text = letter(facts(EN))
    for words in (
        "Case No. 2026-0001",
        "You will hear from us by 1 December 2026",
        "+7 727 000 00 00",
        "102*",
        "11616*",
    ):
        assert words in text
    for words in ("Our help is free", "You may stop at any time", "Keep this paper safe"):
        assert words in text


def test_a_confirmed_number_is_not_marked() -> None:
    made = facts(EN)
    text = letter(replace(made, norms=claims.norms(confirmed=True)))
    assert "102 – " in text
    assert "102*" not in text


def test_what_was_received_is_named_worker_by_worker() -> None:
    first, second = pages_of(catalogue.render(facts(EN)))
    assert "What we received: wage arrears; no written contract; questions about papers." in first.replace("\r\n", " ")
    assert "What we received: wage arrears." in second


@pytest.mark.parametrize("kind", list(ComplaintKind))
@pytest.mark.parametrize("language", list(LetterLanguage))
def test_a_quiet_receipt_names_neither_complaint_nor_employer(kind: ComplaintKind, language: LetterLanguage) -> None:
    made = replace(about(kind, quiet="yes"), language=language)
    text = letter(made)
    for code in language.split("+"):
        tr = for_language(code)
        forbidden = (
            tr(COMPLAINT_KINDS[kind]),
            tr("RECEIPT OF A COMPLAINT"),
            tr("What we received: %(kinds)s.", kinds=""),
        )
        assert not [words for words in forbidden if words.strip(" .").lower() in text.lower()]
    assert claims.COMPANY.name not in text
    assert "жалоб" not in text.lower()
    assert "complaint" not in text.lower()


@pytest.mark.parametrize("kind", sorted(FEARED))
def test_where_somebody_is_feared_it_is_quiet_unless_told_otherwise(kind: ComplaintKind) -> None:
    assert "CONSULTATION" in letter(about(kind))
    assert "RECEIPT OF A COMPLAINT" in letter(about(kind, quiet="no"))


def test_the_title_that_a_screen_shows_is_quiet_too() -> None:
    assert "complaint" not in receipt.LETTER.title.lower()


def test_a_quiet_receipt_of_papers_is_one_of_papers() -> None:
    text = letter(about(ComplaintKind.VIOLENCE, copies="passport, 2 pages."))
    assert "RECEIPT FOR PAPERS" in text
    assert "Copies that we keep: passport, 2 pages. " in text


def test_a_complaint_about_the_stay_is_called_a_question_about_papers() -> None:
    text = letter(about(ComplaintKind.STAY, quiet="no"))
    assert "questions about papers" in text
    assert "permit" not in text.lower()
    assert "registration" not in text.lower()


def test_originals_are_promised_back_and_none_are_claimed_where_none_were_given() -> None:
    assert "We keep no originals" in letter(about(ComplaintKind.OVERTIME))
    text = letter(about(ComplaintKind.OVERTIME, originals="diploma"))
    assert "Originals that we keep and give back when you ask: diploma." in text
    assert "We keep no originals" not in text


def test_the_employer_and_the_safe_address_are_never_there() -> None:
    text = letter(facts(EN))
    assert claims.COMPANY.name not in text
    assert claims.PHONE not in text
    assert claims.IIN not in text


def test_a_worker_about_whom_nothing_is_logged_gets_a_quiet_one() -> None:
    made = about(ComplaintKind.OVERTIME, count=2)
    made = replace(made, told=told(complaint(ComplaintKind.OVERTIME, 1)))
    first, second = pages_of(catalogue.render(made))
    assert "RECEIPT OF A COMPLAINT" in first
    assert "CONSULTATION" in second


@pytest.mark.parametrize("case", [None, told()], ids=["nothing told", "no complaint"])
def test_without_a_complaint_it_says_what_to_do_first(case: CaseTold | None) -> None:
    with pytest.raises(AppError, match="Log what happened first"):
        catalogue.render(replace(about(ComplaintKind.OVERTIME), told=case))


def test_both_languages_have_the_same_blocks() -> None:
    made = facts(LetterLanguage.KK_RU)
    kinds = [[type(block) for block in receipt.story(made, for_language(code))] for code in ("kk", "ru")]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_many_kinds_and_papers_still_fit_on_a_page(language: str) -> None:
    copies = "contract, 3 pages; 2 photos; statement of the bank, 4 pages"
    made = about(*ComplaintKind, quiet="no", copies=copies, originals="diploma 123456")
    made = replace(made, language=LetterLanguage(language))
    (page,) = pages_of(catalogue.render(made))
    assert "13" in page


def test_an_answer_is_not_promised_for_a_day_that_the_body_may_move() -> None:
    assert "working days to answer, and may prolong them" in letter(facts(EN))


def test_who_has_lost_the_papers_to_another_carries_a_quiet_one() -> None:
    text = letter(about(ComplaintKind.WITHHELD_DOCUMENTS, count=1))
    assert "ocuments" not in text.replace("no originals of your documents", "")
    assert "trafficking" not in text


def test_a_worker_is_promised_no_more_silence_than_the_centre_keeps() -> None:
    assert "before you agree, unless a child is in danger" in letter(facts(EN))
    assert "before you agree, unless a child is in danger" in letter(rights_sheet.facts(EN))


def test_the_term_of_appeals_is_not_promised_of_every_body() -> None:
    assert "it usually has 15 working days to answer" in letter(facts(EN))
