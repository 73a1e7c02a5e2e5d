"""An update of the law, looked at and installed without a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app import cli, settings
from desktop_app import law as tables
from desktop_app.domain.access import Approval
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.services import files, law_updates, staff
from tests import factories
from tests.law.signed import content, file_of, public_key

SECOND = Approval("dina", "seven small words in a row")


@pytest.fixture
def update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An update beside a file that trusts its key; user and password come from the environment."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2026-11-21")
    file = factories.open_file(tmp_path)
    staff.add(file, NewStaffMember(SECOND.login, "Дина Әбенова", Role.LAWYER, SECOND.password))
    law_updates.trust_key(file, "Tirek", public_key(), SECOND)
    files.close(file)
    (tmp_path / "password").write_text(factories.PASSWORD, encoding="utf-8")
    monkeypatch.setenv("TIREK_FILE", str(file.path))
    monkeypatch.setenv("TIREK_USER", factories.LOGIN)
    monkeypatch.setenv("TIREK_PASSWORD_FILE", str(tmp_path / "password"))
    path = tmp_path / "update.json"
    path.write_bytes(file_of(content()))
    return path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = cli.main(["law-update", *argv], _no_screens)
    said = capsys.readouterr()
    return code, said.out, said.err


def _no_screens(*_arguments: object) -> None:
    raise AssertionError


def told(out: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_an_update_is_looked_at_first_and_installed_when_asked(
    capsys: pytest.CaptureFixture[str], update: Path
) -> None:
    code, out, _err = run(capsys, str(update), "--json")
    seen = told(out)
    assert (code, seen["installed"], seen["signed_by"]) == (0, False, "Tirek")
    assert [change["key"] for change in seen["changes"]] == ["base_rate", "lc.113.3"]
    code, out, _err = run(capsys, str(update), "--install", "--json")
    assert (code, told(out)["installed"]) == (0, True)
    code, out, err = run(capsys, str(update), "--install")
    assert (code, out) == (2, "")
    assert "Only a newer one can be installed" in err
    assert tables.rows("base_rate")[-1].origin is tables.Origin.SHIPPED


def test_a_changed_update_is_refused(capsys: pytest.CaptureFixture[str], update: Path) -> None:
    update.write_text(update.read_text(encoding="utf-8").replace("16.00", "61.00"), encoding="utf-8")
    code, out, err = run(capsys, str(update), "--install")
    assert (code, out) == (2, "")
    assert "signature does not fit" in err


def test_the_law_says_where_each_line_came_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["law", "lc.113.3", "--json"], _no_screens) == 0
    (fact,) = told(capsys.readouterr().out)["facts"]
    assert fact["origin"] == "shipped"


def test_an_old_rule_warns_on_the_command_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2028-01-01")
    assert cli.main(["law", "lc.113.3"], _no_screens) == 0
    assert "more than 12 months ago" in capsys.readouterr().out
