"""The demonstration: the eight situations with their letters and summaries."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop_app import cli, settings
from desktop_app.domain.cases import CaseFilter, CaseRow, Status
from desktop_app.domain.contract_rules import findings
from desktop_app.domain.enquiries import EnquiryFilter
from desktop_app.domain.letters import State
from desktop_app.services import (
    cases,
    complaints_log,
    contracts,
    enquiries,
    files,
    letter_drafts,
    letters,
    pay_claims,
    warnings,
)
from desktop_app.services import demonstration as demonstration_service


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration in Russian, made once for this module."""
    folder = tmp_path_factory.mktemp("demonstration")
    patch = pytest.MonkeyPatch()
    patch.setenv("TIREK_TODAY", "2026-11-21")
    patch.setenv("TIREK_LANG", "en")
    assert cli.main(["demo", "--out", str(folder), "--lang", "ru"], lambda *_: None) == 0
    patch.undo()
    return folder


def _json(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *argv: str
) -> dict[str, Any]:
    password = folder / "password"
    password.write_text("tirek demonstration", encoding="utf-8")
    monkeypatch.setenv("TIREK_TODAY", "2026-11-21")
    options = ["--file", str(folder / "demonstration.tirek"), "--user", "aigul", "--password-file", str(password)]
    code = cli.main([*argv, *options, "--json"], lambda *_: None)
    captured = capsys.readouterr()
    assert code == 0, captured.err
    answer: dict[str, Any] = json.loads(captured.out)
    return answer


def test_steps_that_the_program_proposes_are_in_the_language_of_the_demonstration(
    demonstration: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _json(demonstration, capsys, monkeypatch, "cases")["cases"]
    steps = [row["next_step"] for row in rows if row["next_step"]]
    assert steps
    assert not [step for step in steps if step.isascii()]


def test_the_cases_hold_the_sums_of_the_situations(
    demonstration: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _json(demonstration, capsys, monkeypatch, "cases")["cases"]
    by_sector = {f"{row['sector']} {row['region']}": row for row in rows}
    assert {sector: row["workers"] for sector, row in by_sector.items()} == {
        "construction KZ-75": 12,
        "agriculture KZ-19": 3,
        "domestic_work KZ-71": 1,
        "trade KZ-61": 1,
        "catering KZ-79": 1,
        "manufacturing KZ-39": 160,
        "agriculture KZ-33": 1,
    }
    by_sector = {row["sector"]: row for row in rows}
    assert by_sector["construction"]["owed"] == str(12 * 72 * 10_000) + ".00"
    assert by_sector["domestic_work"]["owed"] == "100000.00"
    assert by_sector["catering"]["owed"] == "260000.00"
    assert (by_sector["manufacturing"]["owed"], by_sector["manufacturing"]["received"]) == ("0.00", "56000000.00")


def test_the_crew_is_counted_month_by_month(
    demonstration: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _json(demonstration, capsys, monkeypatch, "cases")["cases"]
    number = next(row["number"] for row in rows if row["sector"] == "construction")
    crew = _json(demonstration, capsys, monkeypatch, "case", number)
    assert crew["bin_iin"] == "940140000385"
    # 260,000 due 10.04.2025, 240,000 due 08.05.2025 (the eve), 220,000 due 10.06.2025; 16.25 % x 1.25 to 21.11.2026
    expected = sum(
        (Decimal(debt) * Decimal("16.25") / 100 * Decimal("1.25") * days / 365).quantize(Decimal("0.01"))
        for debt, days in ((260_000, 590), (240_000, 562), (220_000, 529))
    )
    assert {worker["penalty"] for worker in crew["workers"]} == {f"{expected:.2f}"}


def test_a_worker_is_found_in_any_script(
    demonstration: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for typed in ("Gulom Yoldoshev", "Ғұлом Йўлдошев", "гулом юлдашев"):
        people = _json(demonstration, capsys, monkeypatch, "search", typed)["people"]
        assert people[0]["name"] == "G‘ulom Yo‘ldoshev", typed


def test_letters_are_there_in_every_language_and_can_be_read(demonstration: Path) -> None:
    claims = sorted((demonstration / "letters").glob("*employer_claim*.pdf"))
    # A warning asks to stop before a letter of situations 2 and 4 leaves; in situation 6 nothing is owed.
    assert len(claims) == 4 * 4
    for path in claims:
        text = "".join(page.extract_text() for page in PdfReader(path).pages)
        assert "₸" in text or "тенге" in text or "теңге" in text or "tenge" in text, path.name


def test_letters_of_every_situation_are_made_sent_and_answered(
    demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-11-21")
    told = json.loads((settings.resources_dir() / "demonstration" / "letters.json").read_text(encoding="utf-8"))
    file = files.sign_in(demonstration / "demonstration.tirek", "aigul", "tirek demonstration")
    rows = letters.page(file, "", None, 100)
    drafts = letter_drafts.listing(file, "", None, 10)
    files.close(file)
    assert {each["kind"] for each in told["letters"]} <= {row.kind for row in rows}
    assert {row.state for row in rows} == {State.FINAL, State.SENT, State.ANSWERED}
    numbered = [row for row in rows if row.copy_of is None]
    assert [row.on for row in numbered] == sorted((row.on for row in numbered), reverse=True)
    assert sum(row.copy_of is not None for row in rows) == 4 + sum(bool(each.get("copy")) for each in told["letters"])
    assert len(drafts) == len(told["drafts"])


def test_summaries_carry_no_names(demonstration: Path) -> None:
    for path in sorted(demonstration.glob("summary_*.xlsx")):
        words = " ".join(str(cell) for sheet in load_workbook(path) for row in sheet.values for cell in row if cell)
        for name in ("Юсупов", "Yo‘ldoshev", "Абдурахмонова", "Самал", "Дастархан", "Қасымова"):
            assert name not in words, (path.name, name)


def test_a_file_that_is_no_demonstration_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "demonstration.tirek").write_bytes(b"something else")
    assert cli.main(["demo", "--out", str(tmp_path)], lambda *_: None) == 2
    assert "demonstration.tirek" in capsys.readouterr().err
    assert (tmp_path / "demonstration.tirek").read_bytes() == b"something else"


def test_each_situation_says_what_it_is_there_for(demonstration: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-11-21")
    file = files.sign_in(demonstration / "demonstration.tirek", "aigul", "tirek demonstration")
    by_place = {(row.sector.value, row.region): row for row in cases.page(file, CaseFilter())}

    def stops(row: CaseRow) -> set[str]:
        return {each.code for each in warnings.of_case(file, row.id, "employer_claim") if each.stops}

    crew = by_place["construction", "KZ-75"]
    held = next(each for each in complaints_log.listing(file, crew.id) if each.kind == "withheld_documents")
    assert len(held.worker_ids) == 3
    assert stops(by_place["agriculture", "KZ-19"])
    assert stops(by_place["trade", "KZ-61"])
    assert not stops(crew)
    family = complaints_log.listing(file, by_place["agriculture", "KZ-19"].id)
    child = next(each for each in family if each.kind == "schooling")
    assert child.answers["ages"].value == "2015"
    contract = contracts.listing(file, by_place["catering", "KZ-79"].id)[0]
    codes = {finding.code for finding in findings(contract.answers, date(2026, 11, 21))}
    assert len(codes) >= 4
    plant = cases.card(file, by_place["manufacturing", "KZ-39"].id)
    assert plant.status is Status.CLOSED
    leave = pay_claims.totals(file, by_place["agriculture", "KZ-33"].id, date(2026, 11, 21))
    assert leave
    asked = enquiries.page(file, EnquiryFilter())
    assert [row.topic for row in asked] == ["may_work"]
    files.close(file)


def test_an_earlier_demonstration_makes_room(demonstration: Path) -> None:
    demonstration_service._make_room(demonstration / "demonstration.tirek")
    assert not (demonstration / "demonstration.tirek").exists()
