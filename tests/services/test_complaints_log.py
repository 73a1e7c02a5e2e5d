"""The complaints of a case: written down, changed, settled, removed, and behind a seal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_app.db.queries import complaints as queries
from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.changes import Kind
from desktop_app.domain.complaint_cards import NewComplaint, RemovalReason
from desktop_app.domain.complaint_forms import FORMS
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.log_words import named
from desktop_app.domain.logbook import LogFilter
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.i18n import for_language
from desktop_app.services import complaints_log, files, logbook, sealed, staff
from desktop_app.services.cases import StaleChange
from desktop_app.services.files import OpenFile
from tests import factories
from tests.db.pages import decrypted
from tests.services.situations import TODAY, opened, unpaid

SECRET = "Құпияхана"


@pytest.fixture
def card(file: OpenFile) -> CaseCard:
    return opened(file)


def passports(card: CaseCard, number: str = "AA1234567") -> NewComplaint:
    return NewComplaint(
        ComplaintKind.WITHHELD_DOCUMENTS,
        worker_ids=(card.workers[0].id,),
        since=PartialDate(2025, 3),
        answers={"role": Answer("foreman"), "undertaking": Answer("no", "says"), "holder": Answer("  Бригадир\u200b ")},
        note="Сейфте",
        documents=(
            HeldDocument(
                card.workers[0].id, DocumentKind.PASSPORT, number, PartialDate(2025, 3, 5), "Бригадир", "сейф"
            ),
            HeldDocument(card.workers[1].id, DocumentKind.PHONE),
        ),
    )


def test_a_complaint_comes_back_as_it_was_written_down(file: OpenFile, card: CaseCard) -> None:
    saved = complaints_log.log(file, card.id, passports(card))
    (found,) = complaints_log.listing(file, card.id)
    assert found.id == saved.id
    assert saved.kinds == {Kind.COMPLAINT, Kind.CASE}
    assert found.kind is ComplaintKind.WITHHELD_DOCUMENTS
    assert found.since == PartialDate(2025, 3)
    assert found.logged_on == TODAY
    assert found.settled_on is None
    assert found.version == 1
    assert found.answers == {
        "role": Answer("foreman"),
        "undertaking": Answer("no", "says"),
        "holder": Answer("Бригадир"),
    }
    assert [(each.kind, each.number, each.place) for each in found.documents] == [
        (DocumentKind.PASSPORT, "AA1234567", "сейф"),
        (DocumentKind.PHONE, "", ""),
    ]
    assert found.concerns(card.workers[0].id)
    assert not found.concerns(card.workers[1].id)


def test_no_worker_chosen_means_all_the_crew(file: OpenFile, card: CaseCard) -> None:
    complaints_log.log(file, card.id, NewComplaint(ComplaintKind.OTHER, answers={"title": Answer("Ыстық")}))
    (found,) = complaints_log.listing(file, card.id)
    assert found.worker_ids == ()
    assert all(found.concerns(worker.id) for worker in card.workers)


@pytest.mark.parametrize("kind", sorted(set(ComplaintKind) - {ComplaintKind.WAGE_ARREARS}))
def test_every_kind_can_be_written_down_in_full(file: OpenFile, card: CaseCard, kind: ComplaintKind) -> None:
    answers = {spec.name: full_answer(spec.kind, spec.offered) for spec in FORMS[kind].fields}
    complaints_log.log(file, card.id, NewComplaint(kind, answers=answers))
    (found,) = complaints_log.listing(file, card.id)
    assert found.answers == answers


def full_answer(kind: str, offered: tuple[tuple[str, str], ...]) -> Answer:
    if kind == "choices":
        return Answer(tuple(code for code, _name in offered))
    if offered:
        return Answer(offered[0][0])
    return Answer({"partial_date": "2026", "day": "2026-05-20", "amount": "5000", "number": "3"}.get(kind, "Сөз"))


def test_required_answers_and_strangers_are_told(file: OpenFile, card: CaseCard) -> None:
    with pytest.raises(InvalidInput) as caught:
        complaints_log.log(file, card.id, NewComplaint(ComplaintKind.INJURY, since=PartialDate(2027)))
    assert {problem.field for problem in caught.value.problems} == {"since", "happened"}
    stranger = NewComplaint(ComplaintKind.OTHER, (999,), answers={"title": Answer("x")})
    with pytest.raises(InvalidInput) as caught:
        complaints_log.log(file, card.id, stranger)
    assert [problem.field for problem in caught.value.problems] == ["worker_ids"]
    wrong = replace(passports(card), documents=(HeldDocument(999, DocumentKind.PASSPORT),))
    with pytest.raises(InvalidInput) as caught:
        complaints_log.log(file, card.id, wrong)
    assert [problem.field for problem in caught.value.problems] == ["documents[0].worker_id"]
    assert complaints_log.listing(file, card.id) == ()


def test_wage_arrears_stay_under_wages(file: OpenFile, card: CaseCard) -> None:
    with pytest.raises(InvalidInput) as caught:
        complaints_log.log(file, card.id, NewComplaint(ComplaintKind.WAGE_ARREARS))
    assert [problem.field for problem in caught.value.problems] == ["kind"]
    owed = unpaid(file)
    complaints_log.log(file, owed.id, passports(owed))
    with file.db.read() as session:
        assert queries.kinds_of_case(session, owed.id) == {
            ComplaintKind.WAGE_ARREARS,
            ComplaintKind.WITHHELD_DOCUMENTS,
        }
        assert queries.kinds_of_case(session, card.id) == frozenset()


def test_a_change_keeps_known_documents_and_their_ids(file: OpenFile, card: CaseCard) -> None:
    saved = complaints_log.log(file, card.id, passports(card))
    (before,) = complaints_log.listing(file, card.id)
    back = replace(before.documents[0], returned_on=TODAY)
    new = replace(
        passports(card), worker_ids=(), documents=(back, HeldDocument(card.workers[1].id, DocumentKind.DIPLOMA))
    )
    complaints_log.change(file, card.id, saved.id, before.version, new)
    (after,) = complaints_log.listing(file, card.id)
    assert after.version == 2
    assert after.worker_ids == ()
    assert after.documents[0] == back
    assert [each.kind for each in after.documents] == [DocumentKind.PASSPORT, DocumentKind.DIPLOMA]


def test_a_colleague_who_was_quicker_is_not_overwritten(file: OpenFile, card: CaseCard) -> None:
    saved = complaints_log.log(file, card.id, passports(card))
    complaints_log.change(file, card.id, saved.id, 1, replace(passports(card), note="бірінші"))
    with pytest.raises(StaleChange):
        complaints_log.change(file, card.id, saved.id, 1, replace(passports(card), note="екінші"))
    assert complaints_log.listing(file, card.id)[0].note == "бірінші"


def test_the_kind_stays(file: OpenFile, card: CaseCard) -> None:
    saved = complaints_log.log(file, card.id, passports(card))
    other = NewComplaint(ComplaintKind.OTHER, answers={"title": Answer("x")})
    with pytest.raises(InvalidInput):
        complaints_log.change(file, card.id, saved.id, 1, other)


def test_settled_and_open_again(file: OpenFile, card: CaseCard) -> None:
    first = complaints_log.log(file, card.id, passports(card))
    second = complaints_log.log(file, card.id, NewComplaint(ComplaintKind.OTHER, answers={"title": Answer("x")}))
    complaints_log.settle(file, card.id, second.id, TODAY)
    assert [each.id for each in complaints_log.listing(file, card.id)] == [first.id, second.id]
    complaints_log.settle(file, card.id, second.id, None)
    assert [each.id for each in complaints_log.listing(file, card.id)] == [second.id, first.id]
    for day in (date(2026, 11, 22), date(2026, 11, 20)):
        with pytest.raises(InvalidInput):
            complaints_log.settle(file, card.id, second.id, day)


def test_a_removed_complaint_leaves_its_reason_in_the_log(file: OpenFile, card: CaseCard) -> None:
    saved = complaints_log.log(file, card.id, passports(card))
    complaints_log.remove(file, card.id, saved.id, RemovalReason.TWICE)
    assert complaints_log.listing(file, card.id) == ()
    with file.db.read() as session:
        for table in ("complaint", "complaint_worker", "held_document"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0  # noqa: S608  names of our own tables
    lines = logbook.page(file, LogFilter())
    told = [named(line, for_language("en")) for line in lines if line.action == "remove_complaint"]
    assert f"Complaint, entry {saved.id}: stood in the case twice" in told
    with pytest.raises(AppError):
        complaints_log.remove(file, card.id, saved.id, RemovalReason.TWICE)


def test_a_complaint_of_another_case_is_out_of_reach(file: OpenFile, card: CaseCard) -> None:
    saved = complaints_log.log(file, card.id, passports(card))
    other = opened(file)
    with pytest.raises(AppError):
        complaints_log.settle(file, other.id, saved.id, TODAY)
    with pytest.raises(AppError):
        complaints_log.remove(file, other.id, saved.id, RemovalReason.MISTAKE)
    with pytest.raises(AppError):
        complaints_log.change(file, other.id, saved.id, 1, passports(card))


def secret(card: CaseCard) -> NewComplaint:
    wanted = passports(card, number=SECRET)
    return replace(wanted, note=SECRET, answers=wanted.answers | {"words": Answer(SECRET)})


def test_behind_a_seal_only_holders_of_the_key_read_and_write(file: OpenFile, card: CaseCard) -> None:
    for login, role in (("lawyer", Role.LAWYER), ("staff", Role.STAFF)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "lawyer")
    saved = complaints_log.log(lawyer, card.id, secret(card))
    sealed.seal_case(lawyer, card.id)
    (seen,) = complaints_log.listing(lawyer, card.id)
    assert (seen.note, seen.answers["words"].text, seen.documents[0].number) == (SECRET, SECRET, SECRET)
    complaints_log.change(lawyer, card.id, saved.id, 1, replace(secret(card), note="басқа", documents=seen.documents))
    (seen,) = complaints_log.listing(lawyer, card.id)
    assert (seen.note, seen.documents[0].number) == ("басқа", SECRET)
    assert SECRET.encode() not in readable(lawyer)
    files.close(lawyer)
    colleague = factories.sign_in(file.path, "staff")
    (seen,) = complaints_log.listing(colleague, card.id)
    assert (seen.note, seen.answers, seen.documents[0].number) == ("", {}, "")
    with pytest.raises(NotAllowed):
        complaints_log.change(colleague, card.id, saved.id, 2, secret(card))
    with pytest.raises(NotAllowed):
        complaints_log.log(colleague, card.id, secret(card))
    with pytest.raises(NotAllowed):
        complaints_log.remove(colleague, card.id, saved.id, RemovalReason.MISTAKE)
    files.close(colleague)


def test_a_removed_complaint_is_gone_from_behind_the_seal(file: OpenFile, card: CaseCard) -> None:
    staff.add(file, NewStaffMember("lawyer", "lawyer person", Role.LAWYER, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "lawyer")
    saved = complaints_log.log(lawyer, card.id, secret(card))
    sealed.seal_case(lawyer, card.id)
    complaints_log.remove(lawyer, card.id, saved.id, RemovalReason.MISTAKE)
    sealed.unseal_case(lawyer, card.id)
    assert SECRET.encode() not in readable(lawyer)
    files.close(lawyer)


def readable(file: OpenFile) -> bytes:
    with file.db.engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    path: Path = file.path
    return decrypted(path, bytes(file.keys._key))
