"""All data about a person holds the complaints, papers and dates too, and nothing about the others of the crew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.db import models
from desktop_app.domain.answers import Answer, write_answers
from desktop_app.domain.cases import NewWorker
from desktop_app.services import person_export
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import KARIMOVA, YUSUPOV, opened

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
