"""The commands that need no file, as they are called from outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app import cli


def _run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = cli.main(argv, _no_screens)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def _json(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    code, out, _ = _run(capsys, *argv, "--json")
    assert code == 0
    answer: dict[str, Any] = json.loads(out)
    return answer


def _no_screens(*_arguments: object) -> None:
    raise AssertionError


@pytest.mark.parametrize(
    ("debt", "due", "paid", "days", "rate", "coefficient", "penalty"),
    [
        ("100000", "2026-01-10", "2026-02-09", 30, "18.00", "1.25", "1849.32"),
        ("250000", "2026-09-10", "2026-11-21", 72, "16.25", "1.25", "10017.12"),
        ("85000", "2025-05-08", "2025-05-13", 5, "16.50", "1.25", "240.15"),
        ("180000", "2021-02-10", "2021-03-27", 45, "9.00", "1.25", "2496.58"),
        ("1234567", "2023-02-10", "2023-02-11", 1, "16.75", "1.25", "708.18"),
        ("300000", "2020-04-10", "2020-04-20", 10, "9.50", "1.00", "780.82"),
    ],
)
def test_penalty_gives_the_worked_figures(
    capsys: pytest.CaptureFixture[str],
    debt: str,
    due: str,
    paid: str,
    days: int,
    rate: str,
    coefficient: str,
    penalty: str,
) -> None:
    answer = _json(capsys, "penalty", "--debt", debt, "--due", due, "--paid", paid)
    assert answer["debt"] == f"{debt}.00"
    assert (answer["due"], answer["paid"], answer["days"]) == (due, paid, days)
    assert (answer["rate_percent"], answer["coefficient"], answer["divisor"]) == (rate, coefficient, 365)
    assert answer["penalty"] == penalty
    assert {source["key"] for source in answer["sources"]} >= {"base_rate"}
    assert all(source["source"] and source["confidence"] for source in answer["sources"])


def test_penalty_past_the_known_rates_warns_and_still_counts(capsys: pytest.CaptureFixture[str]) -> None:
    answer = _json(capsys, "penalty", "--debt", "1000", "--due", "2026-09-10", "--paid", "2026-11-21")
    assert any("26.10.2026" in warning for warning in answer["warnings"])
    known = _json(capsys, "penalty", "--debt", "1000", "--due", "2026-09-10", "--paid", "2026-10-26")
    assert not any("26.10.2026" in warning for warning in known["warnings"])


@pytest.mark.parametrize(
    "argv",
    [
        ("penalty", "--debt", "-5", "--due", "2026-01-10", "--paid", "2026-02-09"),
        ("penalty", "--debt", "1e18", "--due", "2026-01-10", "--paid", "2026-02-09"),
        ("penalty", "--debt", "100", "--due", "2026-02-31", "--paid", "2026-03-09"),
        ("penalty", "--debt", "100", "--due", "1990-02-01", "--paid", "1991-03-09"),
        ("penalty", "--debt", "100"),
        ("law", "no.such.key"),
        ("nonsense",),
        ("cases", "--limit", "0"),
    ],
)
def test_wrong_input_is_one_sentence_and_exit_code_two(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    code, out, err = _run(capsys, *argv)
    assert code == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_check_id_tells_a_well_formed_bin(capsys: pytest.CaptureFixture[str]) -> None:
    answer = _json(capsys, "check-id", "940140000385")
    assert answer["valid"] is True
    assert answer["kind"] == "bin"
    assert answer["reason"] is None


def test_check_id_says_why_a_number_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    answer = _json(capsys, "check-id", "941240000194")
    assert answer["valid"] is False
    assert answer["reason"]


def test_names_are_compared_across_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    alike = _json(capsys, "names", "Ғұлом Йўлдошев", "G'ulom Yo'ldoshev")
    apart = _json(capsys, "names", "Ғұлом Йўлдошев", "Айжамал Токтосунова")
    assert alike["same_person_likely"] is True
    assert apart["same_person_likely"] is False
    assert alike["score"] > apart["score"]


def test_law_lists_sources_and_a_value_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    everything = _json(capsys, "law")["facts"]
    assert len(everything) > 40
    assert all(fact["source"] and fact["confidence"] in ("V", "V-old", "S") for fact in everything)
    (rate,) = _json(capsys, "law", "base_rate", "--on", "2026-01-15")["facts"]
    assert (rate["value"], rate["effective_from"]) == ("18.00", "2025-10-13")


def test_letters_lists_the_claim(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = [letter["kind"] for letter in _json(capsys, "letters")["letters"]]
    assert "employer_claim" in kinds


def test_language_of_the_sentences_follows_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_LANG", "ru")
    _, _, err = _run(capsys, "law", "no.such.key")
    assert "Полный список" in err


def test_password_file_that_is_missing_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = _run(
        capsys,
        "cases",
        "--file",
        str(tmp_path / "none.tirek"),
        "--user",
        "u",
        "--password-file",
        str(tmp_path / "none"),
    )
    assert code == 2
    assert str(tmp_path / "none") in err
