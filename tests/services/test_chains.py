"""The chain of employers of a case, and an employer's page over all its cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.cases import MoneyEntry, MoneyKind
from desktop_app.domain.centre import Role
from desktop_app.domain.chains import NewParty, Part, Sign
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, chains, employers, letters, money
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import COMPANY, SHIFTS_DUE, TODAY, opened, unpaid
from tests.services.test_traces import lines

BROKER = Employer("Делдал Омаров", EmployerKind.FOREMAN, phone="+7 705 555 55 55")
OTHER = Employer("ТОО «Екінші»", EmployerKind.COMPANY, "941240000193")


def parts(file: OpenFile, case_id: int) -> list[tuple[str, Part | None]]:
    return [(each.employer.name, each.part) for each in chains.of_case(file, case_id)]


def test_a_chain_is_built_and_taken_apart(file: OpenFile) -> None:
    card = opened(file)
    assert parts(file, card.id) == [(COMPANY.name, None)]
    foreman = chains.add(file, card.id, NewParty(Part.FOREMAN, BROKER, note="на объекте"))
    chains.add(file, card.id, NewParty(Part.CUSTOMER, OTHER))
    assert parts(file, card.id) == [(COMPANY.name, None), (OTHER.name, Part.CUSTOMER), (BROKER.name, Part.FOREMAN)]
    assert chains.of_case(file, card.id)[2].note == "на объекте"
    chains.remove(file, card.id, foreman.id)
    assert parts(file, card.id) == [(COMPANY.name, None), (OTHER.name, Part.CUSTOMER)]
    assert [line[:2] for line in lines(file)[-1:]] == [("set_parties", "case")]
    with pytest.raises(AppError, match="gone already"):
        chains.remove(file, card.id, foreman.id)


def test_one_employer_has_a_part_once_but_may_have_two_parts(file: OpenFile) -> None:
    card = opened(file)
    chains.add(file, card.id, NewParty(Part.BROKER, BROKER))
    broker = chains.of_case(file, card.id)[1].employer_id
    with pytest.raises(InvalidInput):
        chains.add(file, card.id, NewParty(Part.BROKER, BROKER, employer_id=broker))
    chains.add(file, card.id, NewParty(Part.FOREMAN, BROKER, employer_id=broker))
    assert [each.employer_id for each in chains.of_case(file, card.id)][1:] == [broker, broker]


def test_a_party_of_another_case_is_not_taken_out_from_here(file: OpenFile) -> None:
    first, second = opened(file), opened(file)
    party = chains.add(file, first.id, NewParty(Part.BROKER, BROKER)).id
    with pytest.raises(AppError):
        chains.remove(file, second.id, party)
    assert len(chains.of_case(file, first.id)) == 2


def test_the_page_of_an_employer_has_the_cases_of_its_chain_too(file: OpenFile) -> None:
    card, other = unpaid(file), opened(file, employer=OTHER)
    chains.add(file, other.id, NewParty(Part.GENERAL_CONTRACTOR, COMPANY, employer_id=card.employer_id))
    money.record(file, card.id, (MoneyEntry(card.workers[0].id, MoneyKind.AWARDED, Decimal(70_000), TODAY),))
    money.record(file, card.id, (MoneyEntry(card.workers[0].id, MoneyKind.RECEIVED, Decimal(20_000), TODAY),))
    page = employers.card(file, card.employer_id)
    assert [(case[0], case[2].part) for case in page.cases] == [(other.id, "general_contractor"), (card.id, "")]
    assert (page.awarded, page.received) == (Decimal(70_000), Decimal(20_000))
    assert page.owed == 2 * SHIFTS_DUE - Decimal(20_000)
    assert employers.page(file, "", None, 9)[1].cases == 2


def test_a_chain_of_a_hidden_case_tells_nothing(file: OpenFile) -> None:
    card = opened(file)
    chains.add(file, card.id, NewParty(Part.BROKER, BROKER))
    broker = chains.of_case(file, card.id)[1].employer_id
    stranger = factories.colleague(file, Role.STAFF)
    assert {row.id for row in employers.page(stranger, "", None, 9)} == {card.employer_id, broker}
    access.set_restricted(file, card.id, True)
    assert employers.page(stranger, "", None, 9) == ()
    for call in (
        lambda: chains.of_case(stranger, card.id),
        lambda: chains.add(stranger, card.id, NewParty(Part.BROKER, OTHER)),
        lambda: employers.card(stranger, broker),
        lambda: employers.perhaps_same(stranger, broker),
    ):
        with pytest.raises(NotAllowed):
            call()
    mine = opened(file, employer=replace(OTHER, phone=BROKER.phone))
    assert employers.perhaps_same(stranger, mine.employer_id) == ()
    with pytest.raises(InvalidInput):
        chains.add(stranger, mine.id, NewParty(Part.BROKER, BROKER, employer_id=broker))
    access.assign(file, card.id, frozenset({stranger.staff.id}))
    assert [each.id for each in employers.perhaps_same(stranger, mine.employer_id)] == [broker]


def test_an_administrator_sees_the_employers_of_given_cases_alone(file: OpenFile) -> None:
    card, other = opened(file), opened(file, employer=OTHER)
    chains.add(file, card.id, NewParty(Part.BROKER, BROKER))
    broker = chains.of_case(file, card.id)[1].employer_id
    theirs = factories.colleague(file, Role.ADMINISTRATOR)
    assert employers.page(theirs, "", None, 9) == ()
    access.assign(file, card.id, frozenset({theirs.staff.id}))
    assert {row.id for row in employers.page(theirs, "", None, 9)} == {card.employer_id, broker}
    chains.add(file, other.id, NewParty(Part.BROKER, BROKER, employer_id=broker))
    assert [case[0] for case in employers.card(theirs, broker).cases] == [card.id]


def test_an_employer_with_one_open_and_one_hidden_case_stays_visible(file: OpenFile) -> None:
    card, other = opened(file), opened(file, employer=OTHER)
    chains.add(file, other.id, NewParty(Part.CUSTOMER, COMPANY, employer_id=card.employer_id))
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.STAFF)
    assert [case[0] for case in employers.card(stranger, card.employer_id).cases] == [other.id]
    assert employers.card(stranger, card.employer_id).owed == 0


def test_the_same_foreman_under_a_new_company_is_shown_and_explained(file: OpenFile) -> None:
    card = opened(file, employer=replace(COMPANY, phone="+7 701 000 11 22", head_name="Ким Вадим"))
    opened(file, employer=replace(OTHER, phone="8 701 000 11 22", head_name="Kim Vadim"))
    found = employers.perhaps_same(file, card.employer_id)
    assert [(each.name, each.signs) for each in found] == [(OTHER.name, (Sign.PHONE, Sign.HEAD))]
    assert found[0].cases == 1


def letter(file: OpenFile, case_id: int, pay_by: date) -> int:
    request = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, pay_by, file.staff.id)
    return letters.create(file, request).id


def without_clocks(file: OpenFile) -> None:
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM deadline")


def clock(file: OpenFile, case_id: int, letter_id: int, due: date, **columns: object) -> None:
    names = {"done_on": None, "removed_on": None, **columns}
    without_clocks(file)
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO deadline (case_id, kind, rule, due_on, letter_id, note, done_on, answer, answer_note, "
            "removed_on, removed_why) VALUES (?, 'answer', '', ?, ?, '', ?, '', '', ?, '')",
            (case_id, due.isoformat(), letter_id, names["done_on"], names["removed_on"]),
        )


def waiting(file: OpenFile, employer_id: int) -> list[int]:
    return [each.letter_id for each in employers.card(file, employer_id).unanswered]


def test_a_letter_without_a_clock_is_unanswered_once_its_day_is_past(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = unpaid(file)
    number = letter(file, card.id, TODAY + timedelta(days=7))
    without_clocks(file)
    assert waiting(file, card.employer_id) == []
    monkeypatch.setenv("TIREK_TODAY", (TODAY + timedelta(days=7)).isoformat())
    assert waiting(file, card.employer_id) == []
    monkeypatch.setenv("TIREK_TODAY", (TODAY + timedelta(days=8)).isoformat())
    assert waiting(file, card.employer_id) == [number]
    assert employers.card(file, card.employer_id).cases[0][2].unanswered == 1


@pytest.mark.parametrize(
    ("columns", "unanswered"),
    [({}, True), ({"done_on": "2026-11-30"}, False), ({"removed_on": "2026-11-30"}, False)],
    ids=["open", "answered", "taken away"],
)
def test_a_letter_with_a_clock_waits_for_its_answer(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch, columns: dict[str, object], unanswered: bool
) -> None:
    card = unpaid(file)
    number = letter(file, card.id, TODAY + timedelta(days=7))
    clock(file, card.id, number, TODAY + timedelta(days=20), **columns)
    monkeypatch.setenv("TIREK_TODAY", (TODAY + timedelta(days=20)).isoformat())
    assert waiting(file, card.employer_id) == []
    monkeypatch.setenv("TIREK_TODAY", (TODAY + timedelta(days=21)).isoformat())
    assert waiting(file, card.employer_id) == ([number] if unanswered else [])


def test_an_employer_that_is_being_typed_may_be_in_the_file(file: OpenFile) -> None:
    card = opened(file, employer=replace(COMPANY, phone="+7 701 000 11 22"))
    typed = Employer("ИП Новый", EmployerKind.SOLE_TRADER, phone="8 701 000 11 22")
    assert [(each.id, each.signs) for each in employers.perhaps_known(file, typed)] == [
        (card.employer_id, (Sign.PHONE,))
    ]
    assert employers.perhaps_known(file, replace(typed, phone="")) == ()
    access.set_restricted(file, card.id, True)
    assert employers.perhaps_known(factories.colleague(file, Role.STAFF), typed) == ()
