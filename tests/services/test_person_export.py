"""All data about a person, and nothing about anybody else."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.cases import CaseCard, MoneyEntry, MoneyKind, NewCase, NewWageComplaint, NewWorker
from desktop_app.domain.centre import Role
from desktop_app.domain.consents import Consent, How, Withdrawal
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.transfers import Basis, NewTransfer
from desktop_app.errors import AppError, NotAllowed
from desktop_app.services import (
    access,
    attachments,
    cases,
    complaints,
    consents,
    letters,
    money,
    person_export,
    transfers,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import SHIFTS, SHIFTS_DUE, TODAY, new_case, opened
from tests.services.test_cases import change_of
from tests.services.test_traces import lines

ME = Person("Юсупов Алишер Каримович", PartialDate(1987, 2, 3), Sex.MALE, "UZ", "+7 701 123 45 67", "870203300003")
OTHER = Person("Қанарейкина Зебо", PartialDate(1990), Sex.FEMALE, "TJ", "+7 702 765 43 21", "900520400001")
CANARIES = ("Қанарейкин", "Канарейкин", "Зебо", "765 43 21", "900520400001", "7654321")
WIDE = Consent(How.PAPER, date(2026, 11, 1), date(2029, 11, 21), "uz", "1", third_parties=True, recipients="суд")


def crew(file: OpenFile) -> CaseCard:
    """A case of two with everything a case can hold, every free text naming the other one."""
    card = opened(file, NewWorker(ME, occupation="сварщик"), NewWorker(OTHER, occupation="повар"))
    wages = tuple((worker.id, SHIFTS) for worker in card.workers)
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, wages))
    note = "Юсупову и Қанарейкиной вместе"
    for worker in card.workers:
        money.record(file, card.id, (MoneyEntry(worker.id, MoneyKind.AWARDED, SHIFTS_DUE, TODAY, note),))
        consents.record(file, worker.person_id, replace(WIDE, note=note, other_aims=note))
    cases.change(file, change_of(file, card.id, note=note))
    people = tuple(worker.person_id for worker in card.workers)
    transfers.record(
        file, NewTransfer(people, TODAY, "суд", "KZ", note, Basis.CONSENT, ("name",), note, case_id=card.id)
    )
    consent = consents.page(file, people[0]).consents[0]
    consents.withdraw(file, people[0], consent.id, Withdrawal(TODAY, note))
    return cases.card(file, card.id)


def letter(file: OpenFile, card: CaseCard, *places: int) -> int:
    ids = tuple(card.workers[place].id for place in places)
    request = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id, ids)
    return letters.create(file, request).id


def text_of(path: Path) -> str:
    book = load_workbook(path)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def test_everything_of_the_person_is_there(file: OpenFile, tmp_path: Path) -> None:
    card = crew(file)
    letter(file, card, 0)
    for language in ("kk", "ru", "en"):
        path = tmp_path / f"{language}.xlsx"
        person_export.export(file, card.workers[0].person_id, language, path)
        text = text_of(path)
        for part in (ME.full_name, ME.phone, card.number, "сварщик", "720000", "10000", "суд", "2026/1"):
            assert part in text, part
        sheets = load_workbook(path).worksheets
        assert len(sheets) == 10
        assert [sheet.max_row for sheet in sheets[1:]] == [2, 4, 3, 2, 1, 2, 2, 1, 2]


def test_nothing_of_anybody_else_is_there(file: OpenFile, tmp_path: Path) -> None:
    card = crew(file)
    letter(file, card, 0, 1)
    letter(file, card, 1)
    own = letter(file, card, 0)
    scan = tmp_path / "Қанарейкина Зебо.txt"
    scan.write_text("Зебо", encoding="utf-8")
    attachments.add(file, card.id, scan, NewAttachment("Зебо"))
    neutral = tmp_path / "contract.txt"
    neutral.write_text("x", encoding="utf-8")
    attachments.add(file, card.id, neutral, NewAttachment())
    files = person_export.export(file, card.workers[0].person_id, "ru", tmp_path / "person.xlsx")
    text = text_of(files[0])
    assert "contract" not in text
    for canary in CANARIES:
        assert canary not in text
    assert [path.name for path in files[1:]] == [f"person_2026-{own}.pdf"]
    pages = PdfReader(io.BytesIO(files[1].read_bytes())).pages
    told = " ".join(page.extract_text() for page in pages)
    assert "Юсупов" in told
    for canary in CANARIES:
        assert canary not in told
    assert "2026/1" in text  # the letter for both is listed
    assert "2026/2" not in text  # the one that speaks for the other alone is not


def test_alone_in_a_case_its_note_and_files_are_one_s_own(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file, NewWorker(ME))
    scan = tmp_path / "contract.txt"
    scan.write_text("x", encoding="utf-8")
    attachments.add(file, card.id, scan, NewAttachment())
    person_export.export(file, card.workers[0].person_id, "en", tmp_path / "person.xlsx")
    text = text_of(tmp_path / "person.xlsx")
    assert "a\nb" in text
    assert "contract.txt" in text
    assert ME.iin in text


def test_it_is_logged_before_a_file_appears(file: OpenFile, tmp_path: Path) -> None:
    person_id = crew(file).workers[0].person_id
    with pytest.raises(AppError):
        person_export.export(file, person_id, "ru", tmp_path / "nowhere" / "person.xlsx")
    assert lines(file)[-1] == ("export_person", "person", person_id)


def test_a_case_that_is_closed_to_the_colleague_is_left_out(file: OpenFile, tmp_path: Path) -> None:
    card = crew(file)
    person_id = card.workers[0].person_id
    other = cases.open_case(file, replace(_of(person_id), site="x"))
    access.set_restricted(file, card.id, True)
    lawyer = factories.colleague(file, Role.LAWYER)
    person_export.export(lawyer, person_id, "ru", tmp_path / "person.xlsx")
    text = text_of(tmp_path / "person.xlsx")
    assert card.number not in text.replace(cases.card(file, other.id).number, "")
    access.set_restricted(file, other.id, True)
    with pytest.raises(NotAllowed):
        person_export.export(lawyer, person_id, "ru", tmp_path / "again.xlsx")
    assert not (tmp_path / "again.xlsx").exists()


def _of(person_id: int) -> NewCase:
    return new_case(NewWorker(ME, person_id=person_id))


def test_who_looked_is_told_by_day_and_role_without_names(file: OpenFile, tmp_path: Path) -> None:
    card = crew(file)
    lawyer = factories.colleague(file, Role.LAWYER)
    for _time in range(3):
        cases.card(lawyer, card.id)
    person_export.export(file, card.workers[0].person_id, "en", tmp_path / "person.xlsx")
    rows = list(load_workbook(tmp_path / "person.xlsx").worksheets[-1].iter_rows(min_row=2, values_only=True))
    assert ("Lawyer", 3) in [row[1:] for row in rows]
    assert "Әріптес" not in text_of(tmp_path / "person.xlsx")
