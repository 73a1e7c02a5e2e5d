"""“tirek work-right”: the answer on the phone from the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop_app import cli, settings
from tests.services.situations import CLOCK


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


def _asked(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str]:
    code = cli.main(("work-right", *argv), _no_screens)
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def _no_screens(*_arguments: object) -> None:
    raise AssertionError


# the question, the ground, whether it is settled (norms: eaeu.97.1, mig.37, mig.43-2, mig.36-1.2)
ASKED: list[tuple[tuple[str, ...], str | None, bool]] = [
    (("--citizenship", "UZ", "--employer", "company"), "employer_permit", False),
    (("--citizenship", "KG", "--employer", "company"), "eaeu", True),
    (("--citizenship", "UZ", "--employer", "household"), None, False),
    (("--citizenship", "UZ", "--status", "kandas"), "kandas", True),
    ((), None, False),
]


@pytest.mark.parametrize(("argv", "regime", "settled"), ASKED)
def test_the_answer(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], regime: str | None, settled: bool
) -> None:
    code, out = _asked(capsys, *argv, "--json")
    answer: dict[str, Any] = json.loads(out)
    assert code == 0
    assert (answer["regime"], answer["settled"]) == (regime, settled)
    assert answer["norms"] or regime is None
    assert all(line["norms"] for line in answer["lines"])


def test_in_words_what_is_open_is_asked_and_every_line_names_its_norms(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _asked(capsys, "--citizenship", "UZ", "--employer", "household", "--household-work", "yes",
                       "--status", "temporary", "--entered-on", "2026-11-01")  # fmt: skip
    assert code == 0
    assert "Only with the permit of a labour immigrant" in out
    assert "? What kind of work is it?" in out
    assert "by 30.11.2026" in out
    assert "[mig.34, mig.43-2]" in out


def test_a_country_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = _asked(capsys, "--citizenship", "Uzbekistan")
    assert code == 2
    assert "Choose an answer from the list" in out


def test_norms_nobody_has_checked_are_marked(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _asked(capsys, "--citizenship", "CN", "--employer", "company")
    assert code == 0
    assert "* To be checked by the centre’s lawyer." in said
    assert "[koap.517.5]" in said
    assert "stay.CN*" in said or "work.CN*" in said, said
