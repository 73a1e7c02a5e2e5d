"""The tool that publishes an update: what it signs, a centre takes; its private key stays where it was made."""

from __future__ import annotations

import json
import stat
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from desktop_app.db import law_signature
from desktop_app.domain import law_updates
from desktop_app.errors import AppError
from desktop_app.law.folder import FOLDER
from tests.law.signed import content, value

PASSPHRASE = "six words that nobody else knows"


@pytest.fixture(scope="module")
def tool() -> Any:
    spec = spec_from_file_location("sign_update", FOLDER / "sign_update.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def key(tool: Any, tmp_path: Path) -> Path:
    tool.made_key(tmp_path / "key.pem", PASSPHRASE)
    return tmp_path / "key.pem"


def written(folder: Path, told: Any) -> Path:
    path = folder / "content.json"
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def test_what_it_signs_is_an_update(tool: Any, key: Path, tmp_path: Path) -> None:
    update = tmp_path / "update.json"
    tool.signed(written(tmp_path, content()), key, update, PASSPHRASE)
    text = law_updates.read_file(update.read_bytes())
    assert law_signature.fits(text.public_key, text.signature, text.signed_bytes)
    assert not law_signature.fits(text.public_key, text.signature, text.signed_bytes + b" ")
    said = "\n".join(tool.looked_at(update))
    assert "The signature fits." in said
    assert "base_rate@2026-10-27  16.00" in said


def test_a_private_key_is_encrypted_and_its_owner_s_alone(tool: Any, key: Path, tmp_path: Path) -> None:
    assert b"ENCRYPTED PRIVATE KEY" in key.read_bytes()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    update = tmp_path / "update.json"
    tool.signed(written(tmp_path, content()), key, update, PASSPHRASE)
    assert b"PRIVATE" not in update.read_bytes()
    with pytest.raises(FileExistsError):
        tool.made_key(key, PASSPHRASE)
    with pytest.raises(ValueError, match=r"password|decrypt"):
        tool.signed(written(tmp_path, content()), key, update, "a wrong passphrase")


def test_a_mistake_is_not_signed(tool: Any, key: Path, tmp_path: Path) -> None:
    update = tmp_path / "update.json"
    with pytest.raises(AppError, match="has a mistake"):
        tool.signed(written(tmp_path, content(values=[value(confidence="M")])), key, update, PASSPHRASE)
    assert not update.exists()


def test_the_command_says_how_it_is_used(tool: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert tool.main([]) == 2
    assert "sign_update.py sign CONTENT.json" in capsys.readouterr().out
    assert tool.main(["look", str(tmp_path / "nothing.json")]) == 2
