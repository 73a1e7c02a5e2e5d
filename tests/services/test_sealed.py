"""Sealed cases: who holds the second key reads everything, for all others the names are not in the file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_app.db import seal
from desktop_app.db.models import CaseWorker
from desktop_app.domain.cases import CaseChange, MoneyEntry, MoneyKind, NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.people import Person
from desktop_app.errors import AppError, DamagedFile, NotAllowed
from desktop_app.services import cases, files, letters, money, people, sealed, search, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.db.pages import decrypted
from tests.services.situations import TODAY, unpaid

CANARIES = ("Құпияова", "қамалған", "Жасырынбек", "аспазгерова", "87019998877", "840101450125")
NAME = "Құпияова Жасырынбек"
PERSON = Person(NAME, PartialDate.from_iso("1984-01-01"), phone="+7 701 999 88 77", iin="840101450125")


@pytest.fixture
def path(file: OpenFile) -> Path:
    """A file with a lawyer, a manager and a colleague who can sign in; `file` is closed."""
    for login, role in (("lawyer", Role.LAWYER), ("manager", Role.MANAGER), ("staff", Role.STAFF)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    files.close(file)
    return file.path


def secret_case(file: OpenFile) -> int:
    """A case full of canaries."""
    card = unpaid(file)
    cases.add_workers(file, card.id, (NewWorker(PERSON, occupation="аспазгерова"),))
    card = cases.card(file, card.id)
    wanted = CaseChange(
        card.id, card.version, "қамалған үй", card.region, card.sector, card.channel, card.status,
        card.responsible_id, TODAY, "қамалған қадам", "Құпияова туралы",
    )  # fmt: skip
    cases.change(file, wanted)
    money.record(file, card.id, (MoneyEntry(card.workers[0].id, MoneyKind.AWARDED, Decimal(5), TODAY, "Құпияова"),))
    return card.id


def readable(file: OpenFile) -> bytes:
    """Everything that the key of the file opens, pages that are no longer in use too."""
    with file.db.engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return decrypted(file.path, bytes(file.keys._key))


def claim_of(file: OpenFile, case_id: int) -> LetterRequest:
    return LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id)


def found_in(content: bytes) -> list[str]:
    return [word for word in CANARIES if word.encode() in content or word.casefold().encode() in content]


def test_a_lawyer_seals_and_reads_and_a_colleague_finds_placeholders(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    case_id = secret_case(lawyer)
    before = cases.card(lawyer, case_id)
    assert found_in(readable(lawyer)) == [*CANARIES[:4], CANARIES[5]]
    sealed.seal_case(lawyer, case_id)
    after = cases.card(lawyer, case_id)
    assert after == replace(before, sealed=True)
    assert found_in(readable(lawyer)) == []
    files.close(lawyer)

    colleague = factories.sign_in(path, "staff")
    card = cases.card(colleague, case_id)
    assert (card.sealed, card.is_revealed, card.note, card.site) == (True, False, "", "")
    assert [worker.person.full_name for worker in card.workers] == [f"№ {card.number}/{n}" for n in (1, 2, 3)]
    assert search.everything(colleague, NAME, 9).people == ()
    with pytest.raises(NotAllowed, match="sealed"):
        money.record(colleague, case_id, (MoneyEntry(card.workers[0].id, MoneyKind.CLAIMED, Decimal(1), TODAY),))
    with pytest.raises(NotAllowed):
        sealed.unseal_case(colleague, case_id)
    files.close(colleague)

    manager = factories.sign_in(path, "manager")
    assert cases.card(manager, case_id).workers == before.workers
    sealed.unseal_case(manager, case_id)
    assert cases.card(manager, case_id) == before
    files.close(manager)


def test_what_is_written_later_goes_behind_the_seal(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    case_id = unpaid(lawyer).id
    sealed.seal_case(lawyer, case_id)
    letter = letters.create(lawyer, claim_of(lawyer, case_id))
    content = letters.pdf(lawyer, letter.id)
    assert content.startswith(b"%PDF")
    cases.add_workers(lawyer, case_id, (NewWorker(PERSON),))
    card = cases.card(lawyer, case_id)
    people.save(lawyer, card.workers[0].person_id, replace(card.workers[0].person, full_name="Құпияова Жаңа"))
    money.record(lawyer, case_id, (MoneyEntry(card.workers[0].id, MoneyKind.AWARDED, Decimal(5), TODAY, "қамалған"),))
    card = cases.card(lawyer, case_id)
    names = [worker.person.full_name for worker in card.workers]
    assert names == ["Құпияова Жаңа", "Каримова Ғұлом", NAME]
    assert card.workers[0].money[-1].note == "қамалған"
    assert people.card(lawyer, card.workers[0].person_id).person.full_name == "Құпияова Жаңа"
    raw = readable(lawyer)
    assert found_in(raw) == []
    assert b"%PDF" not in raw
    assert letters.pdf(lawyer, letter.id) == content
    sealed.unseal_case(lawyer, case_id)
    assert [worker.person.full_name for worker in cases.card(lawyer, case_id).workers] == names
    assert letters.pdf(lawyer, letter.id) == content
    files.close(lawyer)


def test_what_a_program_of_before_left_readable_goes_behind_the_seal_when_a_holder_signs_in(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    case_id = secret_case(lawyer)
    before = cases.card(lawyer, case_id)
    sealed.seal_case(lawyer, case_id)
    _leave_open(lawyer)
    assert found_in(readable(lawyer)) == ["аспазгерова"]
    files.close(lawyer)
    colleague = factories.sign_in(path, "staff")
    sealed.share_key(colleague)
    assert found_in(readable(colleague)) == ["аспазгерова"]
    files.close(colleague)
    manager = factories.sign_in(path, "manager")
    sealed.share_key(manager)
    assert found_in(readable(manager)) == []
    assert cases.card(manager, case_id).workers == before.workers
    sealed.unseal_case(manager, case_id)
    assert cases.card(manager, case_id).workers == before.workers
    files.close(manager)


def _leave_open(file: OpenFile) -> None:
    """What the crew worked as stands in the open again, as before it was sealed too."""
    with file.db.write("test", None) as session:
        place = session.scalars(select(CaseWorker).where(CaseWorker.position == 2)).one()
        place.occupation = "аспазгерова"


def test_a_text_that_was_emptied_stays_empty(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    case_id = secret_case(lawyer)
    sealed.seal_case(lawyer, case_id)
    card = cases.card(lawyer, case_id)
    cases.change(
        lawyer,
        CaseChange(card.id, card.version, "", card.region, card.sector, card.channel, card.status, 2, None, "", "жаңа"),
    )
    card = cases.card(lawyer, case_id)
    assert (card.site, card.next_step, card.note) == ("", "", "жаңа")
    files.close(lawyer)


def test_somebody_who_also_stands_in_an_open_case_keeps_the_name(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    first, second = unpaid(lawyer), unpaid(lawyer)
    shared = first.workers[0]
    cases.add_workers(lawyer, second.id, (NewWorker(shared.person, shared.person_id),))
    assert sealed.shared_people(lawyer, first.id) == 1
    sealed.seal_case(lawyer, first.id)
    assert people.card(lawyer, shared.person_id).person == shared.person
    files.close(lawyer)


def test_a_lawyer_who_comes_later_is_given_the_key_when_a_holder_signs_in(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    case_id = secret_case(lawyer)
    sealed.seal_case(lawyer, case_id)
    files.close(lawyer)
    admin = factories.sign_in(path)
    staff.add(admin, NewStaffMember("second", "Second", Role.LAWYER, factories.PASSWORD))
    files.close(admin)
    second = factories.sign_in(path, "second")
    sealed.share_key(second)
    assert not cases.card(second, case_id).is_revealed
    with pytest.raises(AppError, match="second key"):
        sealed.seal_case(second, unpaid(second).id)
    files.close(second)
    lawyer = factories.sign_in(path, "lawyer")
    sealed.share_key(lawyer)
    files.close(lawyer)
    second = factories.sign_in(path, "second")
    assert cases.card(second, case_id).is_revealed
    files.close(second)


def test_the_key_changes_when_a_holder_leaves(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    case_id = secret_case(lawyer)
    sealed.seal_case(lawyer, case_id)
    with lawyer.db.read() as session:
        old = sealed.key_of(lawyer, session)
    letter = letters.create(lawyer, claim_of(lawyer, case_id))
    card = cases.card(lawyer, case_id)
    with lawyer.db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE staff SET active = 0 WHERE login = 'manager'")
    sealed.share_key(lawyer)
    assert old is not None
    with lawyer.db.read() as session, pytest.raises(DamagedFile):
        seal.opened(session.get_one(seal.Case, case_id), old)
    assert cases.card(lawyer, case_id) == card
    assert letters.pdf(lawyer, letter.id).startswith(b"%PDF")
    files.close(lawyer)


def test_a_changed_seal_is_told(path: Path) -> None:
    lawyer = factories.sign_in(path, "lawyer")
    case_id = secret_case(lawyer)
    sealed.seal_case(lawyer, case_id)
    with lawyer.db.write("test", None) as session:
        case = session.get_one(seal.Case, case_id)
        case.sealed = bytes([case.sealed[0] ^ 1]) + case.sealed[1:] if case.sealed else b""
    with pytest.raises(DamagedFile, match="sealed part"):
        cases.card(lawyer, case_id)
    files.close(lawyer)
