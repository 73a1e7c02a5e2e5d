"""What every test stands on: no display, folders of its own, steady hypothesis."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from desktop_app import law
from desktop_app.db import engine
from desktop_app.i18n import set_language

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOMES = itertools.count()

# Pinning every piece of memory is a third of a test's time, and a process that began with it cannot leave off.
# What looks into memory starts a program of its own, which does.
engine.MEMORY_SECURITY = "OFF"

# The day of every test, so that no term runs out and no year turns by itself; TIREK_TEST_DAY tries another day.
TODAY = os.environ.get("TIREK_TEST_DAY", "2026-11-21")

# Two cores that others use too: a slow moment is no failure, and a failure must come again on the next run.
settings.register_profile(
    "quick", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("TIREK_HYPOTHESIS", "quick"))


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the files and preferences of whoever runs them, and from their language."""
    # Numbered here: the factory would read through all folders of the tests before, thousands of them.
    home: Path = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    home.mkdir()
    for variable, folder in (
        ("HOME", ""),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.delenv("TIREK_LANG", raising=False)
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    monkeypatch.setattr("desktop_app.db.ballast.SIZE", 4096)  # thousands of tests would each keep a whole one
    set_language("en")
    law.forget()  # a file that another test left open must not lend its law


@pytest.fixture(scope="session", autouse=True)
def _statements_compiled_once() -> Iterator[None]:
    """Let the files of all tests share SQLAlchemy's compiled statements: each engine would compile them anew."""
    shared = LRUCache[Any, Any](4000)
    make = engine._engine

    def sharing(*args: Any) -> sa.Engine:
        made = make(*args)
        made._compiled_cache = shared
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_engine", sharing)
        # A dialect is part of a statement's key; those of this program differ in nothing.
        patch.setattr(SQLiteDialect_pysqlite, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(SQLiteDialect_pysqlite, "__hash__", lambda one: hash(type(one)))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say the figures that tests have measured."""
    told = [
        f"{report.nodeid.split('::')[-1]}: {line}"
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        for name, line in getattr(report, "user_properties", ())
        if name == "figures"
    ]
    if told:
        terminalreporter.section("figures")
        for line in told:
            terminalreporter.write_line(line)
