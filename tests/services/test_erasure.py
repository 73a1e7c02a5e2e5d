"""Erasing a person: who may, when, what stands in the way, and that nothing of them is left in any page of the file."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.vocabulary import words_of
from desktop_app.domain.access import Approval
from desktop_app.domain.cases import CaseCard, CaseFilter, NewWorker, Status
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.erasure import Erased, ErasureKind, ErasureRequest
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.reports import SummaryRequest
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import (
    access,
    attachments,
    cases,
    consents,
    deletion,
    erasure,
    holds,
    letters,
    people,
    sealed,
    search,
    staff,
    summaries,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.erased import (
    CANARIES,
    CONSENT,
    GONE,
    LATER,
    SECOND,
    attached,
    close,
    found,
    full_case,
    letter,
    marked,
    pages,
)
from tests.services.situations import KARIMOVA, TODAY, opened
from tests.services.test_cases import change_of
from tests.services.test_traces import lines


@pytest.fixture
def lawyer(file: OpenFile) -> OpenFile:
    """The file in the hands of a lawyer, and a colleague whose password approves."""
    staff.add(file, NewStaffMember(SECOND.login, "Дина Маратқызы", Role.MANAGER, SECOND.password))
    return factories.colleague(file, Role.LAWYER)


def test_nothing_of_an_erased_person_is_left_in_any_page(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    letter_id = letter(file, card, 0)
    attached(file, card, tmp_path)
    with file.db.read() as session:
        pdf = session.get_one(models.Letter, letter_id).pdf[500:560]
        piece = session.query(models.AttachmentPiece).one().content[:60]
    person_id = marked(file, card, monkeypatch)
    before = pages(file)
    assert found(before, "Қанарейкин", "870203300003", "1987-02-03", "987 65 43") != []
    assert pdf in before
    assert piece in before
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    after = pages(file)
    assert found(after, *CANARIES) == []
    assert pdf not in after
    assert piece not in after
    assert found(after, factories.CENTRE.bin) != []  # the pages are those of this file, in the clear


def test_what_is_removed_is_overwritten_even_when_the_file_is_not_written_anew(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    letter(file, card, 0)
    attached(file, card, tmp_path)
    person_id = marked(file, card, monkeypatch)
    monkeypatch.setattr("desktop_app.db.compact.LARGEST", 0)
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    assert found(pages(file), *CANARIES) == []


def test_the_file_opens_again_after_it(file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    card = full_case(file)
    person_id = marked(file, card, monkeypatch)
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    factories.close_file(file)
    again = factories.sign_in(file.path)
    assert [row.full_name for row in people.page(again, "", None, 9)] == [f"— {card.number}"]
    factories.close_file(again)


def test_an_erased_person_is_a_dash_with_the_number_of_the_case(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    person_id = marked(file, card, monkeypatch)
    assert people.page(lawyer, "зебуниссо", None, 9)
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    (row,) = people.page(lawyer, "", None, 9)
    assert (row.full_name, row.birth, row.sex, row.citizenship, row.phone) == (
        f"— {card.number}", PartialDate(1987), Sex.MALE, "UZ", "",
    )  # fmt: skip
    assert people.page(lawyer, "зебуниссо", None, 9) == ()
    assert people.page(lawyer, "870203300003", None, 9) == ()
    assert search.everything(lawyer, "Қанарейкин", 9).people == ()
    assert cases.page(lawyer, CaseFilter())[0].first_worker == f"— {card.number}"
    with file.db.read() as session:
        assert [draft.form for draft in session.query(models.Draft)] == ["employer:1"]
        assert words_of(session, "person_names").beginning("zeb") == ""


def test_only_after_the_days_of_grace_and_the_mark_can_be_taken_back(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    close(file, card.id)
    person_id = card.workers[0].person_id
    request = ErasureRequest(person_id)
    with pytest.raises(AppError):
        erasure.erase(lawyer, request, SECOND)
    with pytest.raises(InvalidInput):
        erasure.mark(file, person_id, "  ")
    erasure.mark(file, person_id, "asked")
    assert erasure.mark_of(file, person_id) == (TODAY + timedelta(days=7), "asked")
    with pytest.raises(AppError):
        erasure.erase(lawyer, request, SECOND)
    erasure.unmark(file, person_id)
    assert erasure.mark_of(file, person_id) == (None, "")
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    with pytest.raises(AppError):
        erasure.erase(lawyer, request, SECOND)
    assert people.card(file, person_id).person == GONE


def test_an_open_case_and_a_legal_hold_stand_in_the_way(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    person_id = card.workers[0].person_id
    erasure.mark(file, person_id, "asked")
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    assert "still open" in erasure.plan(lawyer, person_id).blockers[0].why.msgid
    close(file, card.id)
    holds.set_hold(lawyer, card.id, date(2027, 5, 1), "a court asked for the papers")
    assert "legal hold" in erasure.plan(lawyer, person_id).blockers[0].why.msgid
    with pytest.raises(AppError):
        erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    assert people.card(file, person_id).person == GONE
    holds.lift(lawyer, card.id)
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)


def test_two_people_answer_for_it_and_both_are_logged(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    person_id = marked(file, card, monkeypatch)
    for wrong in (Approval("dina", "nonsense"), Approval("nobody", SECOND.password), Approval("", "")):
        with pytest.raises(InvalidInput):
            erasure.erase(lawyer, ErasureRequest(person_id), wrong)
    assert people.card(file, person_id).person == GONE
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    assert lines(file)[-2:] == [("approve", "person", person_id), ("erase_person", "person", person_id)]
    with file.db.read() as session:
        done = session.query(models.Erasure).one()
        assert done.done_by == lawyer.staff.id
        assert done.approved_by not in (None, lawyer.staff.id)


@pytest.mark.parametrize("role", [Role.STAFF, Role.ADMINISTRATOR])
def test_staff_and_administrators_erase_nobody(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    card = full_case(file)
    person_id = marked(file, card, monkeypatch)
    with pytest.raises(NotAllowed):
        erasure.erase(factories.colleague(file, role), ErasureRequest(person_id), SECOND)
    with pytest.raises(NotAllowed):
        erasure.plan(factories.colleague(file, role), person_id)


def test_in_a_crew_the_others_keep_what_is_theirs(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file, KARIMOVA)
    both = letter(file, card, 0, 1)
    # The site names the first worker, whom a letter for the second one alone may not name.
    cases.change(file, replace(change_of(file, card.id, note=card.note), site=""))
    others = letter(file, card, 1)
    cases.change(file, replace(change_of(file, card.id, note=card.note), site=card.site))
    mine = letter(file, card, 0)
    goes, stays = attached(file, card, tmp_path), attached(file, card, tmp_path, "contract.txt")
    kept = letters.pdf(file, others)
    person_id = marked(file, card, monkeypatch)
    plan = erasure.plan(lawyer, person_id)
    assert [each.id for each in plan.letters] == [both, mine]
    assert {each.id for each in plan.attachments} == {goes, stays}
    assert not any(each.alone for each in plan.attachments)
    assert [(text.case_id, text.named, text.alone) for text in plan.texts] == [(card.id, True, False)]
    erasure.erase(lawyer, ErasureRequest(person_id, (goes,), (card.id,)), SECOND)
    after = cases.card(lawyer, card.id)
    assert [worker.person.full_name for worker in after.workers] == [f"— {card.number}", KARIMOVA.full_name]
    assert replace(after.workers[1], money=()) == card.workers[1]
    assert after.workers[0].wages == card.workers[0].wages
    assert after.note == after.site == after.next_step == ""
    assert [row.id for row in attachments.listing(lawyer, card.id).rows] == [stays]
    assert letters.pdf(file, others) == kept
    for letter_id in (both, mine):
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(letters.pdf(file, letter_id))).pages)
        assert found(text.encode(), *CANARIES, KARIMOVA.full_name) == []
        assert f"2026/{letter_id}" in text
    left = found(pages(file), *CANARIES)
    assert left == []


def test_nothing_of_another_case_can_be_made_to_go(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opened(file)
    foreign = attached(file, other, tmp_path)
    card = full_case(file)
    person_id = marked(file, card, monkeypatch)
    for request in (ErasureRequest(person_id, (foreign,)), ErasureRequest(person_id, (), (other.id,))):
        with pytest.raises(AppError):
            erasure.erase(lawyer, request, SECOND)
    assert people.card(file, person_id).person == GONE


def test_after_a_correction_of_the_name_every_letter_of_the_crew_goes(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    third = Person("Али Вали")
    card = full_case(file, KARIMOVA, third)
    one = letter(file, card, 0, 1)
    people.save(file, card.workers[0].person_id, replace(GONE, full_name="Совсем Другой"))
    person_id = marked(file, card, monkeypatch)
    assert [each.id for each in erasure.plan(lawyer, person_id).letters] == [one]


def test_the_numbers_of_the_summaries_stay(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file, KARIMOVA)
    letter(file, card, 0)
    person_id = marked(file, card, monkeypatch)
    wanted = SummaryRequest(date(2026, 1, 1), date(2026, 12, 31), "ru")
    before = summaries.read(file, wanted)
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    after = summaries.read(file, wanted)
    assert replace(after, made_at=before.made_at) == before


def test_a_sealed_case_stays_sealed_for_the_others(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file, KARIMOVA)
    letter(file, card, 0, 1)
    attached(file, card, tmp_path)
    close(file, card.id)
    member = NewStaffMember("zhanar", "Жанар", Role.LAWYER, "yet another four words")
    staff.add(file, member)
    factories.close_file(file)
    holder = factories.sign_in(file.path, member.login, member.password)
    sealed.seal_case(holder, card.id)
    person_id = card.workers[0].person_id
    erasure.mark(holder, person_id, "asked")
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    plan = erasure.plan(holder, person_id)
    assert plan.name == GONE.full_name
    assert plan.texts[0].named
    erasure.erase(holder, ErasureRequest(person_id, tuple(each.id for each in plan.attachments), (card.id,)), SECOND)
    after = cases.card(holder, card.id)
    assert after.sealed
    assert [worker.person.full_name for worker in after.workers] == [f"— {card.number}", KARIMOVA.full_name]
    assert found(pages(holder), *CANARIES, KARIMOVA.full_name) == []
    sealed.unseal_case(holder, card.id)
    assert found(pages(holder), *CANARIES) == []
    factories.close_file(holder)


def test_without_the_second_key_nobody_of_a_sealed_case_is_erased(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    with file.db.write("test", file.staff.id) as session:
        session.get_one(models.Case, card.id).sealed = b"x"
    person_id = marked_only(file, card, monkeypatch)
    with pytest.raises(NotAllowed):
        erasure.erase(lawyer, ErasureRequest(person_id), SECOND)


def marked_only(file: OpenFile, card: CaseCard, monkeypatch: pytest.MonkeyPatch) -> int:
    person_id = card.workers[0].person_id
    with file.db.write("test", file.staff.id) as session:
        session.get_one(models.Case, card.id).status = Status.CLOSED.value
    erasure.mark(file, person_id, "asked")
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    return person_id


def test_a_case_hidden_from_the_colleague_hides_what_is_in_it(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    seen = opened(file, NewWorker(GONE, person_id=card.workers[0].person_id))
    close(file, seen.id)
    person_id = marked(file, card, monkeypatch)
    access.set_restricted(file, card.id, True)
    plan = erasure.plan(lawyer, person_id)
    assert [blocker.case_id for blocker in plan.blockers] == [0]
    assert plan.texts == plan.attachments == plan.letters == ()
    with pytest.raises(AppError):
        erasure.erase(lawyer, ErasureRequest(person_id), SECOND)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_certificate_names_nobody_who_was_erased(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    card = full_case(file)
    letter(file, card, 0)
    attached(file, card, tmp_path)
    person_id = marked(file, card, monkeypatch)
    record = erasure.erase(lawyer, ErasureRequest(person_id), SECOND).id
    (done,) = erasure.listing(file)
    assert done == Erased(
        record, done.code, date.fromisoformat(LATER), ErasureKind.PERSON, 1, 1, 1, 1, "asked on the phone",
        lawyer.staff.full_name, "Дина Маратқызы",
    )  # fmt: skip
    path = erasure.save_certificate(lawyer, record, language, tmp_path / "certificate.pdf")
    pdf = PdfReader(path)
    assert len(pdf.pages) == 1
    text = pdf.pages[0].extract_text()
    assert done.code in text
    assert "Дина Маратқызы" in text
    assert found(text.encode(), *CANARIES, card.number) == []
    assert lines(file)[-1] == ("print_certificate", "erasure", record)


def test_an_erased_person_takes_no_more_papers(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    person_id = marked(file, card, monkeypatch)
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    for forbidden in (
        lambda: consents.record(file, person_id, CONSENT),
        lambda: erasure.mark(file, person_id, "again"),
        lambda: erasure.erase(lawyer, ErasureRequest(person_id), SECOND),
        lambda: people.save(file, person_id, GONE),
    ):
        with pytest.raises(AppError):
            forbidden()


def test_somebody_whose_case_was_deleted_can_still_be_erased(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    person_id = card.workers[0].person_id
    deletion.delete_case(lawyer, card.id, "logged twice", SECOND)
    erasure.mark(lawyer, person_id, "asked")
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    record = erasure.erase(lawyer, ErasureRequest(person_id), SECOND).id
    assert [row.full_name for row in people.page(lawyer, "", None, 9)] == ["—"]
    assert found(pages(file), *CANARIES) == []
    assert [done.kind for done in erasure.listing(file)] == [ErasureKind.PERSON, ErasureKind.CASE]
    assert erasure.certificate(lawyer, record, "ru").startswith(b"%PDF")
