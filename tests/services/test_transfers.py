"""The register of transfers: what is recorded, on which ground, and what leaves the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.domain.access import Approval
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.consents import Consent, How, Withdrawal
from desktop_app.domain.transfers import Basis, NewTransfer, RegisterFilter
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, consents, staff, transfers
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import KARIMOVA, TODAY, YUSUPOV, opened
from tests.services.test_traces import lines

WIDE = Consent(How.PAPER, date(2026, 11, 1), date(2029, 11, 21), "uz", "1", third_parties=True, recipients="суд")
CANARY = "Қанарейка"


def sent(card: CaseCard, *places: int, **changes: object) -> NewTransfer:
    people = tuple(card.workers[place].person_id for place in places or (0, 1))
    transfer = NewTransfer(
        people, TODAY, "инспекция труда", "KZ", f"жалоба {CANARY}", Basis.CONSENT, ("name", "wages"), case_id=card.id
    )
    return replace(transfer, **changes)  # type: ignore[arg-type]  # the fields of the dataclass


def agreed(file: OpenFile, card: CaseCard, consent: Consent = WIDE) -> list[int]:
    return [consents.record(file, worker.person_id, consent).id for worker in card.workers]


def test_a_transfer_on_consents_is_a_line_for_each_with_their_consent(file: OpenFile) -> None:
    card = opened(file)
    ids = agreed(file, card)
    assert transfers.lacking(file, sent(card)) == ()
    transfers.record(file, sent(card))
    second, first = transfers.register(file, RegisterFilter())
    assert (first.person, second.person) == (YUSUPOV.full_name, KARIMOVA.full_name)
    assert [first.consent_id, second.consent_id] == ids
    assert (first.case_number, first.on, first.recipient) == (card.number, TODAY, "инспекция труда")
    assert (first.what, first.basis, first.recorded_by) == (("name", "wages"), Basis.CONSENT, file.staff.full_name)
    assert transfers.of_person(file, card.workers[0].person_id) == (first,)


def test_without_a_fitting_consent_nothing_is_recorded_and_it_is_said_what_to_do(file: OpenFile) -> None:
    card = opened(file)
    with pytest.raises(InvalidInput) as refused:
        transfers.record(file, sent(card))
    assert refused.value.problems[0].field == "basis"
    assert refused.value.message.params["count"] == 2
    consents.record(file, card.workers[0].person_id, WIDE)
    assert [row[1] for row in transfers.lacking(file, sent(card))] == [KARIMOVA.full_name]
    with pytest.raises(InvalidInput) as refused:
        transfers.record(file, sent(card))
    assert "Record the consent first" in refused.value.message.msgid
    assert transfers.register(file, RegisterFilter()) == ()


def test_the_ground_of_law_is_chosen_when_consent_cannot_be_obtained(file: OpenFile) -> None:
    card = opened(file)
    transfers.record(file, sent(card, basis=Basis.RIGHTS, reason="held in a cellar"))
    (second, first) = transfers.register(file, RegisterFilter())
    assert first.basis is second.basis is Basis.RIGHTS
    assert first.aim.splitlines()[1] == "held in a cellar"
    assert first.consent_id is None


def test_a_withdrawn_consent_carries_nothing_more(file: OpenFile) -> None:
    card = opened(file)
    ids = agreed(file, card)
    consents.withdraw(file, card.workers[0].person_id, ids[0], Withdrawal(TODAY))
    with pytest.raises(InvalidInput):
        transfers.record(file, sent(card, 0))
    transfers.record(file, sent(card, 0, on=TODAY - timedelta(days=1)))


def test_the_register_is_read_by_period_and_page_by_page(file: OpenFile) -> None:
    card = opened(file)
    agreed(file, card)
    for days in (3, 1, 2, 1):
        transfers.record(file, sent(card, 0, on=TODAY - timedelta(days=days)))
    everything = transfers.register(file, RegisterFilter())
    assert [(TODAY - row.on).days for row in everything] == [1, 1, 2, 3]
    first = transfers.register(file, RegisterFilter(limit=3))
    rest = transfers.register(file, RegisterFilter(after_id=first[-1].id))
    assert (*first, *rest) == everything
    day = TODAY - timedelta(days=1)
    assert len(transfers.register(file, RegisterFilter(first=day, last=day))) == 2
    with pytest.raises(InvalidInput):
        transfers.register(file, RegisterFilter(first=TODAY, last=day))


def test_somebody_outside_the_case_is_refused(file: OpenFile) -> None:
    card, other = opened(file), opened(file)
    agreed(file, card)
    agreed(file, other)
    with pytest.raises(InvalidInput):
        transfers.record(file, sent(card, person_ids=(other.workers[0].person_id,)))
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.LAWYER)
    with pytest.raises(NotAllowed):
        transfers.record(stranger, sent(card))
    with pytest.raises(NotAllowed):
        transfers.lacking(stranger, sent(card))
    transfers.record(file, sent(card))
    transfers.record(file, sent(other))
    assert {row.case_number for row in transfers.register(stranger, RegisterFilter())} == {other.number}


def test_a_transfer_from_the_page_of_a_person_is_about_them_alone(file: OpenFile) -> None:
    card = opened(file)
    agreed(file, card)
    with pytest.raises(InvalidInput):
        transfers.record(file, sent(card, case_id=None))
    saved = transfers.record(file, sent(card, 0, case_id=None))
    assert transfers.register(file, RegisterFilter())[0].id == saved.id
    assert lines(file)[-1][:2] == ("record_transfer", "person")


def text_of(path: Path) -> str:
    book = load_workbook(path)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def test_the_register_without_names_names_nobody(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file)
    agreed(file, card)
    transfers.record(file, sent(card, other_what=CANARY))
    manager = factories.colleague(file, Role.MANAGER)
    for language in ("kk", "ru", "en"):
        path = transfers.export(manager, RegisterFilter(), language, tmp_path / f"{language}.xlsx")
        text = text_of(path)
        for word in (*YUSUPOV.full_name.split(), *KARIMOVA.full_name.split(), CANARY, card.number):
            assert word not in text
    assert lines(file)[-1] == ("export_transfers", "transfer", None)


def test_names_leave_with_a_second_colleague_and_both_are_logged(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file)
    agreed(file, card)
    transfers.record(file, sent(card))
    manager = factories.colleague(file, Role.MANAGER)
    path = tmp_path / "register.xlsx"
    for wrong in (Approval(factories.LOGIN, "nonsense"), Approval("nobody", factories.PASSWORD)):
        with pytest.raises(InvalidInput):
            transfers.export(manager, RegisterFilter(), "ru", path, wrong)
    assert not path.exists()
    staff.add(file, NewStaffMember("dina", "Дина", Role.LAWYER, "another four words here"))
    transfers.export(manager, RegisterFilter(), "ru", path, Approval("dina", "another four words here"))
    assert YUSUPOV.full_name in text_of(path)
    assert [line[0] for line in lines(file)[-2:]] == ["approve", "export_transfers"]


def test_only_a_manager_takes_the_register_out(file: OpenFile, tmp_path: Path) -> None:
    for role in (Role.STAFF, Role.LAWYER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            transfers.export(factories.colleague(file, role), RegisterFilter(), "ru", tmp_path / "r.xlsx")
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_failed_export_still_has_its_line(file: OpenFile, tmp_path: Path) -> None:
    manager = factories.colleague(file, Role.MANAGER)
    with pytest.raises(AppError):
        transfers.export(manager, RegisterFilter(), "ru", tmp_path / "nowhere" / "r.xlsx")
    assert lines(file)[-1] == ("export_transfers", "transfer", None)
