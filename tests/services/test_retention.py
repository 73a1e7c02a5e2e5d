"""The clock of storage: what is due, what holds it, and that summaries tell the same numbers before and after."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app import settings
from desktop_app.db import models
from desktop_app.domain.access import Approval
from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.cases import (
    CaseCard,
    Channel,
    MoneyEntry,
    MoneyKind,
    NewCase,
    NewWageComplaint,
    NewWorker,
    Sector,
)
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.consents import Consent, How
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.erasure import ErasureKind
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.reports import SummaryRequest
from desktop_app.domain.transfers import Basis, NewTransfer
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import (
    access,
    attachments,
    cases,
    complaints,
    consents,
    erasure,
    holds,
    money,
    outcomes,
    people,
    retention,
    settings_of_file,
    staff,
    summaries,
    transfers,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.erased import CANARIES, GONE, NOTE, SECOND, close, found, full_case, letter, pages
from tests.services.situations import COMPANY, KARIMOVA, SHIFTS, TODAY, YUSUPOV, opened
from tests.services.test_traces import lines

AFTER = date(2029, 11, 21).isoformat()


@pytest.fixture
def manager(file: OpenFile) -> OpenFile:
    """The file in the hands of a manager, a term of three years, and a colleague whose password approves."""
    staff.add(file, NewStaffMember(SECOND.login, "Дина Маратқызы", Role.LAWYER, SECOND.password))
    settings_of_file.save(file, FileSettings(retention_years=3))
    return factories.colleague(file, Role.MANAGER)


def later(monkeypatch: pytest.MonkeyPatch, day: str = AFTER) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, day)


def due(file: OpenFile) -> list[int]:
    return [row.case_id for row in retention.page(file).rows]


def test_old_enquiries_lose_their_words_and_go_on_counting(file: OpenFile, manager: OpenFile) -> None:
    old, young = TODAY.replace(year=TODAY.year - 4), TODAY
    with file.db.write("t", None) as session:
        for on in (old, young):
            words = {"caller": "Юсупов", "phone": "7", "question": "?", "answer": "!"}
            codes = {"language": "uz", "topic": "other", "sex": "male", "citizenship": "UZ", "region": ""}
            session.add(models.Enquiry(on_day=on, channel="phone", staff_id=file.staff.id, **words, **codes))
    assert retention.page(manager).enquiries == 1
    retention.run(manager, (), SECOND)
    assert retention.page(manager).enquiries == 0
    with file.db.read() as session:
        rows = session.query(models.Enquiry).order_by(models.Enquiry.on_day).all()
    assert [(row.caller, row.phone, row.question, row.answer) for row in rows] == [
        ("", "", "", ""),
        ("Юсупов", "7", "?", "!"),
    ]
    with pytest.raises(InvalidInput):
        retention.run(manager, (), SECOND)


def test_a_case_is_listed_from_the_day_its_term_ends(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, still_open = opened(file), opened(file)
    close(file, card.id)
    for day, listed in ((TODAY, []), (date(2029, 11, 20), []), (date(2029, 11, 21), [card.id])):
        later(monkeypatch, day.isoformat())
        assert due(manager) == listed
    (row,) = retention.page(manager).rows
    assert (row.number, row.closed_on, row.ended_on, row.workers) == (card.number, TODAY, date(2029, 11, 21), 2)
    assert still_open.id not in due(manager)


def test_without_a_term_nothing_is_due_and_nothing_runs(file: OpenFile, manager: OpenFile) -> None:
    settings_of_file.save(file, FileSettings())
    card = opened(file)
    close(file, card.id)
    assert retention.page(manager) == type(retention.page(manager))(None, ())
    with pytest.raises(AppError):
        retention.run(manager, (card.id,), SECOND)


def test_names_go_and_what_serves_statistics_stays(
    file: OpenFile, manager: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file, KARIMOVA)
    letter(file, card, 0, 1)
    scan = tmp_path / "scan.txt"
    scan.write_text(NOTE, encoding="utf-8")
    attachments.add(file, card.id, scan, NewAttachment(NOTE))
    close(file, card.id)
    later(monkeypatch)
    record = retention.run(manager, (card.id,), SECOND).id
    after = cases.card(manager, card.id)
    assert [worker.person.full_name for worker in after.workers] == [f"— {card.number}"] * 2
    assert [worker.wages for worker in after.workers] == [worker.wages for worker in card.workers]
    assert after.workers[0].person.birth == PartialDate(1987)
    assert found(pages(file), *CANARIES, KARIMOVA.full_name) == []
    (done,) = erasure.listing(file)
    assert (done.id, done.kind, done.people, done.cases, done.attachments, done.letters) == (
        record, ErasureKind.TERM, 2, 1, 1, 1,
    )  # fmt: skip
    assert due(manager) == []


def test_two_people_answer_for_it_and_both_are_logged(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = opened(file)
    close(file, card.id)
    later(monkeypatch)
    with pytest.raises(InvalidInput):
        retention.run(manager, (card.id,), Approval("dina", "nonsense"))
    with pytest.raises(InvalidInput):
        retention.run(manager, (), SECOND)
    record = retention.run(manager, (card.id,), SECOND).id
    assert lines(file)[-2:] == [("approve", "retention", None), ("run_retention", "retention", record)]


def test_a_hold_an_open_case_and_a_term_that_lasts_are_refused_whole(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, young, still_open, ready = (opened(file) for _each in range(4))
    close(file, held.id)
    close(file, ready.id)
    later(monkeypatch, "2028-01-01")
    close(file, young.id)
    later(monkeypatch)
    holds.set_hold(manager, held.id, date(2030, 1, 1), "court")
    assert {row.case_id: row.is_held(date(2029, 11, 21)) for row in retention.page(manager).rows} == {
        held.id: True, ready.id: False,
    }  # fmt: skip
    for wrong in (held, young, still_open):
        with pytest.raises(AppError):
            retention.run(manager, (ready.id, wrong.id), SECOND)
    assert cases.card(manager, ready.id).workers[0].person.full_name == YUSUPOV.full_name
    retention.run(manager, (ready.id,), SECOND)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LAWYER, Role.ADMINISTRATOR])
def test_only_a_manager_runs_it(file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    card = opened(file)
    close(file, card.id)
    later(monkeypatch)
    with pytest.raises(NotAllowed):
        retention.run(factories.colleague(file, role), (card.id,), SECOND)


def test_a_case_hidden_from_the_manager_is_neither_listed_nor_touched(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = opened(file)
    close(file, card.id)
    access.set_restricted(file, card.id, True)
    later(monkeypatch)
    assert due(manager) == []
    with pytest.raises(AppError):
        retention.run(manager, (card.id,), SECOND)


def test_somebody_who_came_back_keeps_the_name_in_the_new_case(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = opened(file, NewWorker(GONE), NewWorker(KARIMOVA))
    person_id = old.workers[0].person_id
    close(file, old.id)
    new = opened(file, NewWorker(GONE, person_id=person_id))
    consents.record(file, person_id, Consent(How.PAPER, TODAY, None, "uz", third_parties=True, recipients="суд"))
    transfers.record(
        file, NewTransfer((person_id,), TODAY, "суд", "KZ", "иск", Basis.CONSENT, ("name",), case_id=old.id)
    )
    later(monkeypatch)
    retention.run(manager, (old.id,), SECOND)
    assert people.card(file, person_id).person == GONE
    assert [each[0] for each in people.card(file, person_id).cases] == [new.id]
    names = [worker.person.full_name for worker in cases.card(file, old.id).workers]
    assert names == [f"— {old.number}"] * 2
    assert consents.page(file, person_id).consents
    (row,) = transfers.of_person(file, person_id)
    assert row.case_number == ""


def test_an_employer_who_is_a_person_goes_with_the_last_case(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreman = Employer("Қанарейкин Бригадир", EmployerKind.FOREMAN, "", "Абай 5", "+7 701 987 65 43", "Зебуниссо")
    first = opened(file, employer=foreman)
    second = cases.open_case(file, replace(_new(_chance(1)), employer=foreman, employer_id=first.employer_id)).id
    firm = opened(file)
    for case_id in (first.id, second, firm.id):
        close(file, case_id)
    later(monkeypatch)
    retention.run(manager, (first.id,), SECOND)
    assert cases.card(manager, first.id).employer == foreman
    retention.run(manager, (second, firm.id), SECOND)
    gone, kept = cases.card(manager, first.id).employer, cases.card(manager, firm.id).employer
    assert (gone.name[0], gone.kind, gone.phone, gone.address, gone.head_name) == (
        "—",
        EmployerKind.FOREMAN,
        "",
        "",
        "",
    )
    assert (kept.name, kept.bin_iin, kept.address) == (COMPANY.name, COMPANY.bin_iin, "")
    assert found(pages(file), "Бригадир", "987 65 43") == []


def test_a_sealed_case_loses_its_names_without_the_second_key(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = opened(file)
    close(file, card.id)
    with file.db.write("test", file.staff.id) as session:
        session.get_one(models.Case, card.id).sealed = b"names under a second key"
    later(monkeypatch)
    retention.run(manager, (card.id,), SECOND)
    after = cases.card(manager, card.id)
    assert not after.sealed
    assert b"under a second key" not in pages(file)


@pytest.mark.parametrize("seed", range(6))
def test_summaries_tell_the_same_numbers_before_and_after(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = _chance(seed)
    made = [_made(file, chance) for _each in range(6)]
    for card in made[: chance.randint(1, 5)]:
        close(file, card.id)
    wanted = [
        SummaryRequest(date(2020, 1, 1), date(2029, 12, 31), "ru"),
        SummaryRequest(date(2026, 1, 1), date(2026, 6, 30), "kk", sector=Sector.CONSTRUCTION.value),
        SummaryRequest(date(2025, 1, 1), date(2026, 12, 31), "en", region="KZ-75"),
    ]
    later(monkeypatch)
    before = [summaries.read(file, each) for each in wanted]
    going = due(manager)
    retention.run(manager, tuple(chance.sample(going, chance.randint(1, len(going)))), SECOND)
    after = [summaries.read(file, each) for each in wanted]
    assert [replace(new, made_at=old.made_at) for new, old in zip(after, before, strict=True)] == before
    assert sum(len(each.cases) for each in before) > 0


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  the same situations on every run


def _new(chance: random.Random) -> NewCase:
    crew = tuple(
        NewWorker(
            Person(
                f"Имя{chance.randint(1, 999)} Фамилия{place}",
                chance.choice((None, PartialDate(1990), PartialDate(1975, 5), PartialDate(2004, 2, 29))),
                chance.choice(list(Sex)),
                chance.choice(("UZ", "KG", "", "TJ")),
            )
        )
        for place in range(chance.randint(1, 4))
    )
    day = date(2026, 1, 1) + timedelta(days=chance.randint(0, 300))
    return NewCase(
        COMPANY, crew, site="x", region=chance.choice(("KZ-75", "KZ-71", "")), sector=chance.choice(list(Sector)),
        channel=chance.choice(list(Channel)), opened_on=day, note="y",
    )  # fmt: skip


def _made(file: OpenFile, chance: random.Random) -> CaseCard:
    card = cases.card(file, cases.open_case(file, _new(chance)).id)
    if chance.random() < 0.7:
        complaints.log_wage_arrears(
            file, NewWageComplaint(card.id, tuple((worker.id, SHIFTS) for worker in card.workers[:2]))
        )
    entries = tuple(
        MoneyEntry(
            chance.choice(card.workers).id, chance.choice(list(MoneyKind)), Decimal(chance.randint(1, 10**6)),
            date(2026, chance.randint(1, 11), 5), "z",
        )
        for _each in range(chance.randint(1, 4))
    )  # fmt: skip
    money.record(file, card.id, entries)
    return cases.card(file, card.id)


def test_reopening_and_closing_starts_the_clock_anew(
    file: OpenFile, manager: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = opened(file)
    close(file, card.id)
    later(monkeypatch, "2028-01-01")
    outcomes.reopen(file, card.id, "the employer did not keep the settlement", settings.today())
    close(file, card.id)
    later(monkeypatch)
    assert due(manager) == []
