"""Papers for the file: numbered among the letters, kept byte for byte, claiming nothing."""

from __future__ import annotations

import pytest

from desktop_app.db import case_rows
from desktop_app.domain.answers import Answer
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.letters.naming import letters_of, names
from desktop_app.services import (
    access,
    case_papers,
    cases,
    contracts,
    files,
    law,
    letter_kinds,
    letters,
    readiness,
    sealed,
    staff,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.letters.contracts import SITUATION_5
from tests.letters.reading import text_of
from tests.services.situations import TODAY, opened, unpaid

EN, RU = LetterLanguage.EN, LetterLanguage.RU


def test_a_memo_takes_the_next_number_and_stands_among_the_letters(file: OpenFile) -> None:
    card = unpaid(file)
    first = letters.create(file, LetterRequest(card.id, "employer_claim", RU, TODAY, TODAY, 1, talked_over=True)).id
    check = contracts.record(file, NewContractCheck(card.id, None, SITUATION_5)).id
    memo = case_papers.contract_memo(file, card.id, check, EN).id
    rows = letters.page(file, "", None, 10)
    assert [(row.id, row.number, row.kind) for row in rows] == [
        (memo, "2026/2", "contract_memo"),
        (first, "2026/1", "employer_claim"),
    ]
    assert letters.row(file, memo).workers == 2
    text = text_of(letters.pdf(file, memo))
    assert "MEMO ON A LABOUR CONTRACT" in text
    assert "2026/2" in text


def test_a_memo_claims_nothing_and_sets_no_date(file: OpenFile) -> None:
    card = unpaid(file)
    check = contracts.record(file, NewContractCheck(card.id, None, SITUATION_5)).id
    case_papers.contract_memo(file, card.id, check, EN)
    after = cases.card(file, card.id)
    assert after.next_date == card.next_date
    assert [worker.money for worker in after.workers] == [worker.money for worker in card.workers]


def test_a_memo_on_the_contract_of_one_worker_names_no_other(file: OpenFile) -> None:
    card = opened(file)
    own, other = card.workers
    check = contracts.record(file, NewContractCheck(card.id, own.id, SITUATION_5)).id
    pdf = letters.pdf(file, case_papers.contract_memo(file, card.id, check, RU).id)
    assert names(letters_of(pdf), own.person.full_name)
    assert not names(letters_of(pdf), other.person.full_name)


def test_a_norm_that_the_lawyer_confirmed_loses_its_mark(file: OpenFile) -> None:
    lawyer = factories.colleague(file, Role.LAWYER)
    card = opened(file)
    check = contracts.record(file, NewContractCheck(card.id, None, {"pledge": Answer("yes")})).id
    before = text_of(letters.pdf(file, case_papers.contract_memo(file, card.id, check, EN).id))
    assert "DRAFT" in before
    assert "32(7) of the Labour Code of the Republic of Kazakhstan*" in before
    law.confirm(lawyer, "lc.32.7")
    after = text_of(letters.pdf(file, case_papers.contract_memo(file, card.id, check, EN).id))
    assert "32(7) of the Labour Code of the Republic of Kazakhstan*" not in after
    assert "confirmed by the lawyer" in after


def test_a_check_that_is_gone_makes_no_memo(file: OpenFile) -> None:
    card = opened(file)
    with pytest.raises(AppError, match="not in the file"):
        case_papers.contract_memo(file, card.id, 1, EN)
    assert letters.page(file, "", None, 10) == ()


def test_what_the_fonts_cannot_show_stops_the_memo_and_takes_no_number(file: OpenFile) -> None:
    card = opened(file)
    check = contracts.record(file, NewContractCheck(card.id, None, SITUATION_5, "中")).id
    with pytest.raises(AppError):
        case_papers.contract_memo(file, card.id, check, EN)
    again = contracts.record(file, NewContractCheck(card.id, None, SITUATION_5, check_id=check)).id
    memo = case_papers.contract_memo(file, card.id, again, EN).id
    assert letters.row(file, memo).number == "2026/1"


def test_the_letter_dialog_offers_no_paper_for_the_file_and_refuses_it(file: OpenFile) -> None:
    assert "contract_memo" not in {kind.id for kind in letter_kinds.kinds()}
    assert {"contract_memo", "readiness_list", "employer_claim"} <= set(letter_kinds.titles())
    card = unpaid(file)
    with pytest.raises(InvalidInput) as caught:
        letters.create(file, LetterRequest(card.id, "contract_memo", RU, TODAY, TODAY, 1))
    assert caught.value.problems[0].field == "kind"


def test_the_list_before_court_is_printed(file: OpenFile) -> None:
    card = unpaid(file)
    text = text_of(letters.pdf(file, case_papers.readiness_list(file, card.id, EN).id))
    assert "BEFORE A CLAIM GOES TO COURT" in text
    assert "How to get it" in text
    assert letters.page(file, "", None, 10)[0].kind == "readiness_list"


def test_who_may_not_make_letters_makes_no_papers(file: OpenFile) -> None:
    card = opened(file)
    check = contracts.record(file, NewContractCheck(card.id, None, SITUATION_5)).id
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.STAFF)
    with pytest.raises(NotAllowed):
        case_papers.contract_memo(stranger, card.id, check, EN)
    with pytest.raises(NotAllowed):
        case_papers.readiness_list(stranger, card.id, EN)


def test_a_memo_of_a_sealed_case_is_behind_the_seal(file: OpenFile) -> None:
    staff.add(file, NewStaffMember("dina", "Дина Сапарова", Role.LAWYER, factories.PASSWORD))
    staff.add(file, NewStaffMember("sat", "Сәт", Role.STAFF, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "dina")
    card = opened(lawyer)
    sealed.seal_case(lawyer, card.id)
    check = contracts.record(lawyer, NewContractCheck(card.id, None, SITUATION_5)).id
    memo = case_papers.contract_memo(lawyer, card.id, check, EN).id
    listed = case_papers.readiness_list(lawyer, card.id, EN).id
    assert card.workers[0].person.full_name in text_of(letters.pdf(lawyer, memo))
    files.close(lawyer)
    colleague = factories.sign_in(file.path, "sat")
    for letter_id in (memo, listed):
        with pytest.raises(NotAllowed):
            letters.pdf(colleague, letter_id)
    with pytest.raises(NotAllowed):
        case_papers.contract_memo(colleague, card.id, check, EN)
    with pytest.raises(NotAllowed):
        case_papers.readiness_list(colleague, card.id, EN)
    files.close(colleague)


def test_deleting_the_case_takes_its_checks_and_lists(file: OpenFile) -> None:
    card = opened(file)
    contracts.record(file, NewContractCheck(card.id, card.workers[0].id, SITUATION_5))
    readiness.record(file, card.id, {"commission": Answer("none")})
    with file.db.write("t", None) as session:
        case_rows.delete_of_case(session, card.id)
    assert contracts.listing(file, card.id) == ()
    assert readiness.of_case(file, card.id).answers == {}
