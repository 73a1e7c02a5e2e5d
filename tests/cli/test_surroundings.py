"""The command among closed streams, full disks, odd terminals and folders that are not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli
from tests import factories


def _tirek(*argv: str, streams: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; `streams` redirects its streams."""
    command = f'exec "$0" -m desktop_app "$@" {streams}'
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[2]), "TIREK_LANG": "en", **variables}
    return subprocess.run(["/bin/sh", "-c", command, sys.executable, *argv], env=environment, capture_output=True)


@pytest.fixture
def password(tmp_path: Path) -> str:
    path = tmp_path / "password"
    path.write_text(factories.PASSWORD + "\r\nsecond line\n", encoding="utf-8-sig")
    return str(path)


def _made(tmp_path: Path, password: str, streams: str) -> subprocess.CompletedProcess[bytes]:
    file = str(tmp_path / "new.tirek")
    options = ("--file", file, "--user", "aigul", "--password-file", password)
    return _tirek("init", "--centre", "Centre", *options, streams=streams)


@pytest.mark.parametrize("streams", [">&-", ">/dev/full"])
def test_no_file_is_made_when_its_recovery_code_cannot_be_told(tmp_path: Path, password: str, streams: str) -> None:
    done = _made(tmp_path, password, streams)
    assert done.returncode == 2
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["password"]


def test_a_reader_who_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    assert _tirek("law", streams="| true").stderr == b""


@pytest.mark.parametrize("streams", ["2>&-", "<&-", "<&- 2>&-"])
def test_streams_that_are_not_needed_may_be_closed(streams: str) -> None:
    done = _tirek("check-id", "123", "--json", streams=streams)
    assert done.returncode == 0
    assert json.loads(done.stdout)["valid"] is False
    assert _tirek("nonsense", streams=streams).returncode == 2


def test_without_a_terminal_nobody_is_asked_for_a_password(tmp_path: Path) -> None:
    file = str(factories.closed_file(tmp_path))
    for streams in ("<&-", "</dev/null"):
        done = _tirek("cases", "--file", file, "--user", "aigul", streams=streams)
        assert (done.returncode, b"--password-file" in done.stderr) == (3, True)


def test_json_is_utf_8_on_every_terminal() -> None:
    strange = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = _tirek("law", "base_rate", "--json", **strange | {"TIREK_LANG": "kk"})
    assert done.returncode == 0
    assert "Қазақстан" in done.stdout.decode("utf-8")
    assert _tirek("law", "base_rate", **strange | {"TIREK_LANG": "kk"}).returncode == 0


def test_bytes_that_are_no_text_do_not_spoil_the_json() -> None:
    done = _tirek("names", os.fsdecode(b"\xff\xfe"), "Алишер", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["b"] == "Алишер"


def test_only_the_first_line_of_a_password_file_is_read(tmp_path: Path, password: str) -> None:
    options = ("--file", str(factories.closed_file(tmp_path)), "--user", "aigul")
    assert _tirek("cases", *options, "--password-file", password).returncode == 0
    endless = _tirek("cases", *options, "--password-file", "/dev/zero")
    assert endless.returncode == 3


def test_a_fault_is_told_even_when_its_report_cannot_be_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise OSError

    monkeypatch.setattr(cli.log, "write_report", broken)
    hook = sys.excepthook
    try:
        cli.main(["check-id", "123"], broken)
        sys.excepthook(KeyError, KeyError("secret"), None)
    finally:
        sys.excepthook = hook
    told = capsys.readouterr().err
    assert "fault of the program" in told
    assert "secret" not in told
