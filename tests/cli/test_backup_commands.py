"""Backup, restore and verify from the command line: answers, exit codes, and nothing replaced unasked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app import cli
from desktop_app.db import envelope
from desktop_app.db.vault import Cost
from desktop_app.services import centre, files
from tests import factories


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file whose user and password come from the environment."""
    password = tmp_path / "password"
    password.write_text(factories.PASSWORD + "\n", encoding="utf-8")
    monkeypatch.setenv("TIREK_FILE", str(factories.closed_file(tmp_path)))
    monkeypatch.setenv("TIREK_USER", factories.LOGIN)
    monkeypatch.setenv("TIREK_PASSWORD_FILE", str(password))
    sign_in = files.sign_in

    def cheap(path: Path, login: str, password: str, _cost: Cost | None = None) -> files.OpenFile:
        return sign_in(path, login, password, factories.CHEAP)

    monkeypatch.setattr(files, "sign_in", cheap)
    (tmp_path / "stick").mkdir()
    return tmp_path


def _run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    code = cli.main([str(each) for each in argv], lambda *_: None)
    captured = capsys.readouterr()
    return code, captured.out, captured.err.strip()


def _json(capsys: pytest.CaptureFixture[str], *argv: object, code: int = 0) -> dict[str, Any]:
    got, out, err = _run(capsys, *argv, "--json")
    assert got == code, err
    answer: dict[str, Any] = json.loads(out)
    return answer


def _backup(capsys: pytest.CaptureFixture[str], folder: Path) -> Path:
    return Path(_json(capsys, "backup", "--to", folder / "stick")["backup"])


def test_backup_answers_what_its_manifest_says(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    told = _json(capsys, "backup", "--to", folder / "stick")
    made = Path(told["backup"])
    manifest = json.loads(made.with_name(made.name + ".json").read_text("utf-8"))
    assert {name: told[name] for name in ("size", "sha256", "log_seq", "rows")} == {
        name: manifest[name] for name in ("size", "sha256", "log_seq", "rows")
    }
    assert isinstance(told["read_back_from_disk"], bool)
    code, out, _ = _run(capsys, "backup", "--to", folder / "stick")
    assert code == 0
    assert "manual" in out


def test_backup_into_a_folder_that_is_not_there_changes_nothing(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    code, out, err = _run(capsys, "backup", "--to", folder / "away")
    assert (code, out) == (2, "")
    assert "is not there" in err


def test_restore_to_a_free_name(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    made = _backup(capsys, folder)
    told = _json(capsys, "restore", "--from", made, "--to", folder / "again.tirek")
    assert told["restored"] is True
    assert told["set_aside"] is None
    assert told["in_use"] == "missing"
    assert told["contents"]["centre"]["en"] == factories.CENTRE.name.en
    file = factories.sign_in(folder / "again.tirek")
    assert centre.read(file) == factories.CENTRE
    files.close(file)


def test_restore_replaces_only_when_told_to(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    made, live = _backup(capsys, folder), folder / "centre.tirek"
    before = live.read_bytes()
    code, out, err = _run(capsys, "restore", "--from", made, "--to", live)
    assert (code, out) == (2, "")
    assert "already there" in err
    assert live.read_bytes() == before
    told = _json(capsys, "restore", "--from", made, "--to", live, "--replace")
    assert Path(told["set_aside"]).read_bytes() == before
    assert told["loss"]["cases"] == 0


def test_a_dry_run_only_looks_inside(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    made, live = _backup(capsys, folder), folder / "centre.tirek"
    before = live.read_bytes()
    told = _json(capsys, "restore", "--from", made, "--to", live, "--dry-run")
    assert (told["restored"], told["in_use"]) == (False, "compared")
    assert live.read_bytes() == before
    code, out, _ = _run(capsys, "restore", "--from", made, "--to", live, "--dry-run")
    assert code == 0
    assert "No case, person or letter" in out


def test_exit_codes_of_restore(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    made, target = _backup(capsys, folder), folder / "again.tirek"
    (folder / "password").write_text("wrong password here", "utf-8")
    assert _run(capsys, "restore", "--from", made, "--to", target)[0] == 3
    (folder / "password").write_text(factories.PASSWORD, "utf-8")
    assert _run(capsys, "restore", "--from", folder / "nothing.tirek", "--to", target)[0] == 3
    (folder / "text.tirek").write_text("no such file " * 1000, "utf-8")
    assert _run(capsys, "restore", "--from", folder / "text.tirek", "--to", target)[0] == 3
    with made.open("r+b") as damaged:
        damaged.seek(9000)
        damaged.write(b"damage")
    code, out, err = _run(capsys, "restore", "--from", made, "--to", target)
    assert (code, out) == (4, "")
    assert "damaged" in err
    assert not target.exists()


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_verify_answers_as_the_interface_says(
    capsys: pytest.CaptureFixture[str], folder: Path, full: tuple[str, ...]
) -> None:
    told = _json(capsys, "verify", *full)
    assert told["ok"] is True
    assert (told["database"], told["audit_chain"], told["attachments"]) == ("ok", "ok", 0)
    assert told["audit_rows"] >= 2
    assert told["law_checked_until"]
    assert told["problems"] == []
    code, out, err = _run(capsys, "verify", *full)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize("from_end", [5, 30])
def test_verify_of_a_damaged_file_ends_with_4_and_says_where(
    capsys: pytest.CaptureFixture[str], folder: Path, from_end: int
) -> None:
    path = folder / "centre.tirek"
    file = factories.sign_in(path)
    with file.db.write("written", file.staff.id, "x" * 200_000):
        pass
    files.close(file)
    page = (envelope.look(path, 99).cut_at or 0) // 4096 - from_end
    with path.open("r+b") as damaged:
        damaged.seek((page - 1) * 4096 + 50)
        damaged.write(b"damage")
    told = _json(capsys, "verify", "--full", code=4)
    assert (told["ok"], told["database"]) == (False, "damaged")
    assert page in [each["id"] for each in told["problems"]]


def test_a_damaged_file_is_salvaged_and_what_was_lost_is_told(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    path = folder / "centre.tirek"
    with path.open("r+b") as damaged:
        damaged.seek(3000)
        damaged.write(b"damage")
    assert _run(capsys, "verify")[0] == 4
    before = path.read_bytes()
    assert _run(capsys, "restore", "--salvage", "--from", path, "--to", path)[0] == 2
    assert path.read_bytes() == before
    told = _json(capsys, "restore", "--salvage", "--from", path, "--to", path, "--replace")
    assert (told["damaged_pages"], told["lost"], told["made_administrator"]) == (1, [], False)
    assert told["kept"]["staff"] == 1
    assert Path(told["set_aside"]).read_bytes() == before
    assert _json(capsys, "verify", "--full")["ok"] is True
    code, out, _ = _run(capsys, "restore", "--salvage", "--from", path, "--to", folder / "again.tirek")
    assert code == 0
    assert "Nothing that the program keeps was lost." in out
