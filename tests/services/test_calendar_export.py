"""One's own dates for a calendar: numbers and kinds, never a name; logged; of one's own open cases alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.centre import Role
from desktop_app.domain.clocks import DeadlineKind, Done, NewDeadline
from desktop_app.errors import AppError
from desktop_app.services import access, calendar_export, cases, clocks
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import COMPANY, KARIMOVA, TODAY, YUSUPOV, close, new_case
from tests.services.test_traces import lines

HEARING = NewDeadline(DeadlineKind.HEARING, TODAY + timedelta(days=5), note="Юсупов, 12 зал")


def words(path: Path) -> list[str]:
    told = path.read_bytes().decode().replace("\r\n ", "").split("\r\n")
    return [line.removeprefix("SUMMARY:") for line in told if line.startswith("SUMMARY:")]


def test_only_the_number_and_the_kind_leave_the_file(file: OpenFile, tmp_path: Path) -> None:
    case_id = cases.open_case(file, replace(new_case(), next_date=TODAY, next_step="позвонить Юсупову")).id
    clocks.add(file, case_id, HEARING)
    step = clocks.add(file, case_id, NewDeadline(DeadlineKind.STEP, TODAY)).id
    clocks.done(file, case_id, step, Done(TODAY))
    path = tmp_path / "dates.ics"
    assert calendar_export.export(file, path, "en") == 2
    assert words(path) == ["2026-0001 · Next step", "2026-0001 · Hearing or meeting"]
    content = path.read_bytes().decode()
    for name in (YUSUPOV.full_name, KARIMOVA.full_name, COMPANY.name, "Юсупов", "12 зал", "позвонить"):
        assert name not in content


def test_what_leaves_is_logged_and_a_place_that_cannot_take_it_is_told(file: OpenFile, tmp_path: Path) -> None:
    calendar_export.export(file, tmp_path / "dates.ics", "ru")
    assert lines(file)[-1][0] == "export_dates"
    with pytest.raises(AppError):
        calendar_export.export(file, tmp_path / "none" / "dates.ics", "ru")


def test_only_open_cases_one_is_responsible_for(file: OpenFile, tmp_path: Path) -> None:
    colleague = factories.colleague(file, Role.STAFF)
    own = cases.open_case(file, replace(new_case(), next_date=TODAY)).id
    others = cases.open_case(file, replace(new_case(), responsible_id=colleague.staff.id)).id
    closed = cases.open_case(file, replace(new_case(), next_date=TODAY)).id
    for who, case_id in ((file, own), (colleague, others), (file, closed)):
        clocks.add(who, case_id, HEARING)
    close(file, closed)
    path = tmp_path / "dates.ics"
    calendar_export.export(file, path, "en")
    assert {line[:9] for line in words(path)} == {"2026-0001"}
    calendar_export.export(colleague, path, "en")
    assert words(path) == ["2026-0002 · Hearing or meeting"]


def test_of_a_sealed_case_the_number_alone(file: OpenFile, tmp_path: Path) -> None:
    manager = factories.colleague(file, Role.MANAGER)
    case_id = cases.open_case(manager, new_case()).id
    clocks.add(manager, case_id, HEARING)
    with file.db.write("t", None) as session:
        from desktop_app.db import models

        session.get_one(models.Case, case_id).sealed = b"x"
    path = tmp_path / "dates.ics"
    calendar_export.export(manager, path, "en")
    assert words(path) == ["2026-0001"]


def test_a_case_that_was_closed_to_somebody_is_not_in_their_calendar(file: OpenFile, tmp_path: Path) -> None:
    colleague = factories.colleague(file, Role.STAFF)
    case_id = cases.open_case(file, new_case()).id
    clocks.add(file, case_id, HEARING)
    access.set_restricted(file, case_id, restricted=True)
    path = tmp_path / "dates.ics"
    assert calendar_export.export(colleague, path, "en") == 0
    assert words(path) == []
