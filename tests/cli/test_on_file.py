"""A file made, filled and read from the command line alone."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app import cli
from desktop_app.services import files

PASSWORD = "four words make one"


@pytest.fixture
def at_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a file whose user and password come from the environment."""
    password = tmp_path / "password"
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    monkeypatch.setenv("TIREK_FILE", str(tmp_path / "centre.tirek"))
    monkeypatch.setenv("TIREK_USER", "aigul")
    monkeypatch.setenv("TIREK_PASSWORD_FILE", str(password))
    return tmp_path


def _no_screens(*_arguments: object) -> None:
    raise AssertionError


def _json(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    code = cli.main([*argv, "--json"], _no_screens)
    captured = capsys.readouterr()
    assert code == 0, captured.err
    answer: dict[str, Any] = json.loads(captured.out)
    return answer


def _refused(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str]:
    code = cli.main(argv, _no_screens)
    captured = capsys.readouterr()
    assert captured.out == ""
    return code, captured.err.strip()


def test_init_makes_one_file_and_tells_the_recovery_code_once(
    capsys: pytest.CaptureFixture[str], at_the_terminal: Path
) -> None:
    made = _json(capsys, "init", "--centre", "Көмек орталығы", "--lang", "kk")
    assert files.check_recovery_code(made["recovery_code"])
    assert sorted(path.name for path in at_the_terminal.iterdir()) == ["centre.tirek", "password"]
    assert _json(capsys, "cases") == {"cases": []}
    assert _json(capsys, "search", "Юсупов")["people"] == []


def test_init_prints_three_sheets_when_they_are_wanted(
    capsys: pytest.CaptureFixture[str], at_the_terminal: Path
) -> None:
    made = _json(capsys, "init", "--centre", "Көмек орталығы", "--sheets")
    first, _second, third = made["recovery_sheets"]
    path = at_the_terminal / "centre.tirek"
    words = "another row of five words"
    files.close(files.recover_with_sheets(path, (third, first), "aigul", words))


def test_init_never_writes_over_a_file(capsys: pytest.CaptureFixture[str], at_the_terminal: Path) -> None:
    _json(capsys, "init", "--centre", "Көмек орталығы")
    before = hashlib.sha256((at_the_terminal / "centre.tirek").read_bytes()).digest()
    code, sentence = _refused(capsys, "init", "--centre", "Другой центр")
    assert code == 2
    assert "centre.tirek" in sentence
    assert hashlib.sha256((at_the_terminal / "centre.tirek").read_bytes()).digest() == before


def test_each_reason_not_to_open_has_its_own_sentence(
    capsys: pytest.CaptureFixture[str], at_the_terminal: Path
) -> None:
    _json(capsys, "init", "--centre", "Көмек орталығы")
    sentences = []
    for argv in (
        ("cases", "--user", "nobody"),
        ("cases", "--file", str(at_the_terminal / "password")),
        ("cases", "--file", str(at_the_terminal / "missing.tirek")),
    ):
        code, sentence = _refused(capsys, *argv)
        assert code == 3
        sentences.append(sentence)
    (at_the_terminal / "wrong").write_text("three other words now", encoding="utf-8")
    code, sentence = _refused(capsys, "cases", "--password-file", str(at_the_terminal / "wrong"))
    assert code == 3
    assert sentence == sentences[0]  # an unknown login and a wrong password are not told apart
    assert len(set(sentences)) == 3


def test_a_file_in_use_is_refused(capsys: pytest.CaptureFixture[str], at_the_terminal: Path) -> None:
    _json(capsys, "init", "--centre", "Көмек орталығы")
    opened = files.sign_in(at_the_terminal / "centre.tirek", "aigul", PASSWORD)
    try:
        code, sentence = _refused(capsys, "cases")
    finally:
        files.close(opened)
    assert code == 3
    assert "already open" in sentence


def test_an_unknown_case_is_named(capsys: pytest.CaptureFixture[str], at_the_terminal: Path) -> None:
    _json(capsys, "init", "--centre", "Көмек орталығы")
    code, sentence = _refused(capsys, "case", "2026-9999")
    assert code == 2
    assert "2026-9999" in sentence
