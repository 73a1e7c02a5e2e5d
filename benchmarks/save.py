"""Saving a case with synchronous FULL against NORMAL, and unlocking against the derivation of the key alone."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import argon2.low_level as argon2

from benchmarks.big_file import build
from benchmarks.rows import Row, paired
from desktop_app.db import engine
from desktop_app.db.vault import dearest
from desktop_app.domain.cases import CaseChange
from desktop_app.services import cases, files
from desktop_app.services.files import OpenFile

_PASSWORD: Final = "four words make one"  # noqa: S105  of a file that is thrown away
_MOST_BEYOND: Final = 1.5


def measure(*, quick: bool) -> Iterable[Row]:
    """Two rows of saving (median and 95th percentile) and one of unlocking."""
    size = 1_000 if quick else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = build(Path(folder), size)
        files.close(path)
        runs = 40 if quick else 400
        full, normal = _saves(path.path, "full", runs), _saves(path.path, "normal", runs)
        note = f"FULL against NORMAL, {size:,} cases"
        yield Row("save a case, median", statistics.median(full), statistics.median(normal), None, note)
        yield Row("save a case, 95th percentile", _p95(full), _p95(normal), None, note)
        yield paired(
            "unlock",
            lambda: files.close(files.sign_in(path.path, "bench", _PASSWORD)),
            _derive(path.path),
            runs=3 if quick else 9,
            target=_MOST_BEYOND,
            note="sign-in and closing against Argon2id alone",
        )


def _saves(path: Path, synchronous: str, runs: int) -> list[float]:
    """The times of changing a case through the services, each a committed transaction."""
    kept = engine.PRAGMAS["synchronous"]
    engine.PRAGMAS["synchronous"] = {"full": 2, "normal": 1}[synchronous]
    file = files.sign_in(path, "bench", _PASSWORD)
    try:
        return [_timed(file, case_id) for case_id in range(1, runs + 1)]
    finally:
        files.close(file)
        engine.PRAGMAS["synchronous"] = kept


def _timed(file: OpenFile, case_id: int) -> float:
    card = cases.card(file, case_id)
    wanted = CaseChange(
        card.id, card.version, card.site, card.region, card.sector, card.channel, card.status,
        card.responsible_id, card.next_date, "call the employer", card.note,
    )  # fmt: skip
    begun = time.perf_counter()
    cases.change(file, wanted)
    return time.perf_counter() - begun


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _derive(path: Path) -> Callable[[], object]:
    """One derivation at the cost that the file's own slot has after its first sign-in."""
    file = files.sign_in(path, "bench", _PASSWORD)
    cost = dearest(file.keys.slots)
    files.close(file)
    return lambda: argon2.hash_secret_raw(
        b"x" * 16, b"salt" * 4, cost.passes, cost.memory, cost.lanes, 32, argon2.Type.ID
    )
