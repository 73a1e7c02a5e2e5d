"""The lock files are whole, and nothing in them ties the project to one machine."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture import sources

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(.*)$")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock", "requirements-validators.lock")


def _pins(lock: str) -> dict[str, Version]:
    lines = (sources.ROOT / lock).read_text("utf-8").splitlines()
    return {found[1]: Version(found[2]) for line in lines if (found := PINNED.match(line))}


def _project() -> dict[str, list[str]]:
    settings = tomllib.loads((sources.ROOT / "pyproject.toml").read_text("utf-8"))
    run: list[str] = settings["project"]["dependencies"]
    groups = settings["dependency-groups"]
    return dict(zip(LOCKS, (run, run + groups["dev"], groups["bench"], groups["validators"]), strict=True))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked_at_a_version_it_allows(lock: str) -> None:
    pins = _pins(lock)
    for wanted in map(Requirement, _project()[lock]):
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)]), f"Run make lock for {wanted}."


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_carries_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (sources.ROOT / lock).read_text("utf-8").strip())
    assert len(entries) == len(_pins(lock))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address(lock: str) -> None:
    assert not re.search(r"https?:|file:|--index-url|--find-links|@", (sources.ROOT / lock).read_text("utf-8"))


def test_locks_agree() -> None:
    run, development, peers, _validators = (_pins(lock) for lock in LOCKS)
    assert run.items() <= development.items()
    assert not peers.keys() & development.keys(), "What is measured against is no part of the program or its tests."
