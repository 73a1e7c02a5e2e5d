"""The settings of a file: defaults, what is stored, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.db.queries import settings as queries
from desktop_app.domain.centre import Role
from desktop_app.domain.file_settings import FileSettings
from desktop_app.errors import InvalidInput, NotAllowed
from desktop_app.services import settings_of_file
from desktop_app.services.files import OpenFile
from tests import factories


def test_settings_begin_with_their_defaults_and_stay_as_stored(file: OpenFile) -> None:
    assert settings_of_file.read(file) == FileSettings()
    wanted = FileSettings(9, True, False, 7, 5, 1, date(2026, 1, 2), date(2026, 1, 3))
    settings_of_file.save(file, wanted)
    assert settings_of_file.read(file) == wanted
    settings_of_file.save(file, replace(wanted, retention_years=None, policy_on=None))
    assert settings_of_file.read(file) == replace(wanted, retention_years=None, policy_on=None)


@pytest.mark.parametrize(
    ("field", "value"),
    [("idle_minutes", 0), ("idle_minutes", 31), ("retention_years", 0), ("consent_years", 76),
     ("policy_on", date(2099, 1, 1))],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(file: OpenFile, field: str, value: Any) -> None:
    with pytest.raises(InvalidInput) as refused:
        settings_of_file.save(file, replace(FileSettings(), **{field: value}))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert settings_of_file.read(file) == FileSettings()


def test_a_stored_value_that_cannot_be_read_has_its_default(file: OpenFile) -> None:
    with file.db.write("change_settings", file.staff.id) as session:
        queries.write(session, {"idle_minutes": "soon", "consent_years": "4"})
    assert settings_of_file.read(file) == FileSettings(consent_years=4)


def test_staff_and_lawyers_do_not_change_them(file: OpenFile) -> None:
    for role in (Role.STAFF, Role.LAWYER):
        with pytest.raises(NotAllowed):
            settings_of_file.save(factories.colleague(file, role), FileSettings())
