"""All data about a person holds the complaints, papers and dates too, and nothing about the others of the crew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.db import models
from desktop_app.domain.answers import Answer, write_answers
from desktop_app.domain.cases import NewWageComplaint, NewWorker
from desktop_app.domain.letter_edits import Added, Edits
from desktop_app.domain.letter_json import Wanted
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.posting import NewIncoming, Sent, Way
from desktop_app.services import complaints, incoming, letter_drafts, letter_sending, letters, person_export
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services import rich_case
from tests.services.posted import PAY_BY
from tests.services.situations import KARIMOVA, SHIFTS, TODAY, YUSUPOV, opened

DAY = date(2026, 11, 20)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    made = factories.open_file(tmp_path)
    yield made
    factories.close_file(made)


def _exported(file: OpenFile, person_id: int, folder: Path, language: str = "en") -> list[tuple[str, ...]]:
    path = folder / "person.xlsx"
    person_export.export(file, person_id, language, path)
    sheet = load_workbook(path).worksheets[-2]
    return [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True)]


def _fill(file: OpenFile, case_id: int, worker: int, person: int, *, only_this_worker: bool) -> None:
    story = write_answers({"what_happened": Answer("Karimova saw it")})
    with file.db.write("t", None) as session:
        session.add(
            models.Complaint(case_id=case_id, kind="injury", since="2026-05", logged_on=DAY, answers=story, note="fell")
        )
        session.flush()
        if only_this_worker:
            session.add(models.ComplaintWorker(complaint_id=1, case_worker_id=worker))
        session.add(
            models.Paper(
                person_id=person, kind="passport", number="AA1234567", region="", employer="", note="", expires_on=DAY
            )
        )
        session.add(models.Outcome(case_id=case_id, case_worker_id=worker, code="paid", on_day=DAY, word="paper",
                                   amount_tiyn=1_050_000, evidence="receipt"))  # fmt: skip


def test_ones_own_complaint_and_papers_are_told_field_by_field(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file, NewWorker(YUSUPOV))
    worker = card.workers[0]
    _fill(file, card.id, worker.id, worker.person_id, only_this_worker=False)
    rows = _exported(file, worker.person_id, tmp_path)
    assert (card.number, "Complaint 1", "Kind", "Injury or unsafe work") in rows
    assert (card.number, "Complaint 1", "Note", "fell") in rows
    assert ("", "Paper 1", "Number", "AA1234567") in rows
    assert any(row[1:3] == ("Result 1", "Amount, tenge") and "10" in row[3] for row in rows)


def test_a_complaint_of_the_whole_crew_is_left_out_where_there_are_others(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file, NewWorker(YUSUPOV), NewWorker(KARIMOVA))
    worker = card.workers[0]
    _fill(file, card.id, worker.id, worker.person_id, only_this_worker=False)
    assert not [row for row in _exported(file, worker.person_id, tmp_path) if row[1].startswith("Complaint")]


def test_nothing_of_a_colleagues_complaint_is_told(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file, NewWorker(YUSUPOV), NewWorker(KARIMOVA))
    first, second = card.workers
    _fill(file, card.id, first.id, first.person_id, only_this_worker=True)
    assert _exported(file, second.person_id, tmp_path) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_sheet_is_told_in_three_languages(file: OpenFile, tmp_path: Path, language: str) -> None:
    card = opened(file, NewWorker(YUSUPOV))
    _fill(file, card.id, card.workers[0].id, card.workers[0].person_id, only_this_worker=False)
    assert len(_exported(file, card.workers[0].person_id, tmp_path, language)) >= 8


def _post(file: OpenFile, case_id: int) -> None:
    request = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id)
    letter = letters.create(file, replace(request, talked_over=True)).id
    letter_sending.note(file, letter, Sent(TODAY, Way.COURIER, "receipt of the courier"))
    incoming.register(file, NewIncoming(case_id, TODAY, "Labour inspection", "17-04/221", TODAY, "An answer"))


def test_how_letters_left_and_what_came_in_is_told_to_somebody_alone_in_a_case(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file, NewWorker(YUSUPOV))
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, ((card.workers[0].id, SHIFTS),)))
    _post(file, card.id)
    rows = _exported(file, card.workers[0].person_id, tmp_path)
    assert (card.number, "Letter sent 1", "Proof", "receipt of the courier") in rows
    assert (card.number, "Incoming paper 1", "From whom", "Labour inspection") in rows
    assert (card.number, "Incoming paper 1", "What it says", "An answer") in rows


def test_in_a_crew_the_papers_of_the_case_are_left_out(file: OpenFile, tmp_path: Path) -> None:
    card = rich_case.rich(file)
    _post(file, card.id)
    told = [row[1] for row in _exported(file, card.workers[0].person_id, tmp_path)]
    assert not [title for title in told if title.startswith(("Letter sent", "Incoming paper"))]


def test_a_letter_for_one_that_names_a_colleague_is_told_and_not_handed_out(file: OpenFile, tmp_path: Path) -> None:
    card = rich_case.rich(file)
    first, second, _third = card.workers
    plain = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id, (first.id,))
    plain = replace(plain, talked_over=True)
    letters.create(file, plain)
    added = Added("", (("ru", f"Свидетель: {second.person.full_name}."),))
    answers = {"names": Answer("with")}
    letters.create(file, replace(plain, kind="case_printout", answers=answers, edits=Edits(added=(added,))))
    written = person_export.export(file, first.person_id, "en", tmp_path / "person.xlsx")
    assert [path.name for path in written] == ["person.xlsx", "person_2026-1.pdf"]


def _draft(file: OpenFile, case_id: int, words: str, *worker_ids: int) -> None:
    plain = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id, worker_ids)
    letter_drafts.keep(file, Wanted(replace(plain, edits=Edits(added=(Added("", (("ru", words),)),)))))


def test_a_letter_that_is_being_written_for_a_person_is_told_to_them(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file, NewWorker(YUSUPOV))
    _draft(file, card.id, "Просим заплатить.")
    rows = _exported(file, card.workers[0].person_id, tmp_path)
    title = "Letter that is being written 1"
    assert (card.number, title, "Kind", "Claim to the employer for unpaid wages") in rows
    assert (card.number, title, "What was typed", "Просим заплатить.") in rows


def test_in_a_crew_only_the_drafts_of_the_person_alone_are_told_without_the_others(
    file: OpenFile, tmp_path: Path
) -> None:
    card = opened(file, NewWorker(YUSUPOV), NewWorker(KARIMOVA))
    first, second = card.workers
    _draft(file, card.id, "для обоих", first.id, second.id)
    _draft(file, card.id, "для всех")
    _draft(file, card.id, "для второй", second.id)
    _draft(file, card.id, "Каримова видела", first.id)
    _draft(file, card.id, "только для него", first.id)
    rows = _exported(file, first.person_id, tmp_path)
    assert [row[3] for row in rows if row[2] == "What was typed"] == ["только для него", "…"]


def test_how_a_letter_for_one_of_a_crew_left_and_what_answered_it_is_told(file: OpenFile, tmp_path: Path) -> None:
    card = rich_case.rich(file)
    first, second, _third = card.workers
    for worker, proof in ((first, "own receipt"), (second, "strange receipt")):
        plain = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id, (worker.id,))
        letter = letters.create(file, replace(plain, talked_over=True)).id
        letter_sending.note(file, letter, Sent(TODAY, Way.COURIER, proof))
        answer = letter_sending.told(file, letter).answers[0]
        paper = NewIncoming(card.id, TODAY, "employer", "", None, f"answer to the {proof}", letter, answer)
        incoming.register(file, paper)
    told = " ".join(cell for row in _exported(file, first.person_id, tmp_path) for cell in row)
    assert "own receipt" in told
    assert "answer to the own receipt" in told
    assert "strange receipt" not in told
