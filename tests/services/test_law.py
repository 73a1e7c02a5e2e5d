"""A lawyer confirms a value of law; a changed value is unconfirmed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app import law as law_tables
from desktop_app.domain.centre import Role
from desktop_app.domain.changes import Kind
from desktop_app.errors import AppError, NotAllowed
from desktop_app.services import law
from desktop_app.services.files import OpenFile
from tests import factories

CLOCK = date(2026, 11, 21)


def _some_key() -> str:
    return law.fact_id(next(fact for fact in law_tables.facts() if fact.effective_from is not None))


def test_every_fact_has_a_norm_of_its_own(file: OpenFile) -> None:
    norms = law.norms(file)
    assert [norm.fact for norm in norms.values()] == list(law_tables.facts())
    assert all(norm.confirmed_on is None for norm in norms.values())


def test_a_confirmed_fact_says_by_whom_and_when(file: OpenFile) -> None:
    key = _some_key()
    assert law.confirm(file, key).kinds == {Kind.LAW}
    norm = law.norms(file)[key]
    assert (norm.confirmed_by, norm.confirmed_on) == (file.staff.full_name, CLOCK)
    assert norm.settled
    assert sum(each.confirmed_on is not None for each in law.norms(file).values()) == 1


@pytest.mark.parametrize("changed", [{"value": "1"}, {"edition": "new"}, {"source": "another"}])
def test_a_changed_fact_is_unconfirmed(
    file: OpenFile, changed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = _some_key()
    law.confirm(file, key)
    facts = tuple(replace(fact, **changed) if law.fact_id(fact) == key else fact for fact in law_tables.facts())
    monkeypatch.setattr(law_tables, "facts", lambda: facts)
    assert law.norms(file)[key].confirmed_on is None


@pytest.mark.parametrize(("role", "may"), [(Role.LAWYER, True), (Role.STAFF, False), (Role.MANAGER, False)])
def test_only_a_lawyer_or_an_administrator_confirms(file: OpenFile, role: Role, may: bool) -> None:
    theirs = factories.colleague(file, role)
    if may:
        law.confirm(theirs, _some_key())
    else:
        with pytest.raises(NotAllowed):
            law.confirm(theirs, _some_key())
    assert (law.norms(file)[_some_key()].confirmed_on is not None) == may


def test_an_unknown_key_is_said_plainly(file: OpenFile) -> None:
    with pytest.raises(AppError, match="No value or rule"):
        law.confirm(file, "lc.999")
