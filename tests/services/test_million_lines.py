"""A log of a million lines: checked within ten seconds, paged at once, and its papers made within five minutes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from benchmarks import big_log
from desktop_app.domain.breaches import NewBreach, PackRequest
from desktop_app.domain.centre import Role
from desktop_app.domain.log_actions import Group
from desktop_app.domain.logbook import LogFilter
from desktop_app.services import breaches, files, logbook
from desktop_app.services.files import OpenFile

LINES = 1_000_000

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def manager(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenFile]:
    file = big_log.build(tmp_path_factory.mktemp("million"), LINES)
    yield replace(file, staff=replace(file.staff, id=2, role=Role.MANAGER))
    files.close(file)


def _seconds(call: Callable[[], object]) -> float:
    """What it takes of a processor, the best of three: others use this computer too."""
    return min(_spent(call) for _run in range(3))


def _spent(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun


def test_every_line_is_checked(manager: OpenFile) -> None:
    assert logbook.check(manager).first_broken is None
    assert _seconds(partial(logbook.check, manager)) <= 10


@pytest.mark.parametrize(
    "wanted",
    [
        LogFilter(),
        LogFilter(before=LINES // 2),
        LogFilter(staff_id=3),
        LogFilter(group=Group.LOOKED, before=LINES // 2),
        LogFilter(group=Group.LEFT),
        LogFilter(first=date(2020, 3, 1), last=date(2020, 3, 31)),
    ],
    ids=["newest", "middle", "person", "looks", "left", "month"],
)
def test_a_page_comes_at_once(manager: OpenFile, wanted: LogFilter) -> None:
    assert len(logbook.page(manager, wanted)) == wanted.limit
    assert _seconds(partial(logbook.page, manager, wanted)) <= 0.05


def test_who_saw_the_busiest_case(manager: OpenFile) -> None:
    assert _seconds(partial(logbook.case_looks, manager, big_log.HOT_CASE)) <= 0.5


def test_the_tail_at_the_door(manager: OpenFile) -> None:
    assert _seconds(partial(logbook.check_tail, manager)) <= 0.1


def test_the_papers_of_a_breach(manager: OpenFile, tmp_path: Path) -> None:
    breach_id = breaches.record(manager, NewBreach(date(2026, 11, 1), "9:00", "-")).id
    wanted = PackRequest(breach_id, date(2017, 1, 1), date(2026, 12, 31), "", "kk")
    assert _spent(partial(breaches.make_pack, manager, wanted, tmp_path / "papers.xlsx")) <= 300
