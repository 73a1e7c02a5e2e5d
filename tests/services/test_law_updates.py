"""Updates of the law: only what a trusted key signed, only newer than what is installed, all or nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop_app import law as tables
from desktop_app.domain.access import Approval
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.law_norms import Standing
from desktop_app.domain.law_values import NewLawValue
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.i18n import for_language
from desktop_app.services import files, law, law_updates, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.law.signed import content, file_of, norm, public_key, trilingual, value
from tests.services.test_permissions import last_line

TODAY = date(2026, 11, 21)
SECOND = Approval("dina", "seven small words in a row")


@pytest.fixture
def second(file: OpenFile) -> Approval:
    """A lawyer who can agree."""
    staff.add(file, NewStaffMember(SECOND.login, "Дина Әбенова", Role.LAWYER, SECOND.password))
    return SECOND


@pytest.fixture
def trusting(file: OpenFile, second: Approval) -> OpenFile:
    law_updates.trust_key(file, "Tirek", public_key(), second)
    return file


def written(folder: Path, told: dict[str, Any], seed: int = 1) -> Path:
    path = folder / "update.json"
    path.write_bytes(file_of(told, seed))
    return path


def install(file: OpenFile, folder: Path, told: dict[str, Any], seed: int = 1) -> None:
    law_updates.install(file, law_updates.preview(file, written(folder, told, seed)).text)


def test_an_update_brings_its_law_and_says_where_it_came_from(trusting: OpenFile, tmp_path: Path) -> None:
    install(trusting, tmp_path, content())
    rate = tables.value("base_rate", TODAY)
    assert (rate.fact.value, rate.fact.origin, rate.fact.brought_by) == ("16.00", tables.Origin.UPDATE, "Tirek")
    assert rate.warnings == ()
    assert tables.fact("lc.113.3").source_in("kk") == "Labour Code, art. 113(3), text read anew (қаз)"
    assert tables.fact("lc.113.1").origin is tables.Origin.SHIPPED
    (update,) = law.book(trusting).updates
    assert (update.number, update.key.name, update.installed_on) == (1, "Tirek", TODAY)
    told = [event.told.text(for_language("en")) for event in law.book(trusting).history(rate.fact)]
    assert told == ["came with update 1 of Tirek"]


def test_the_update_goes_with_the_file_and_comes_back_with_it(trusting: OpenFile, tmp_path: Path) -> None:
    install(trusting, tmp_path, content())
    files.rest(trusting)
    assert tables.value("base_rate", TODAY).fact.origin is tables.Origin.SHIPPED
    files.wake(trusting, factories.PASSWORD)
    assert tables.value("base_rate", TODAY).fact.origin is tables.Origin.UPDATE
    files.close(trusting)
    assert tables.value("base_rate", TODAY).fact.origin is tables.Origin.SHIPPED


def test_a_key_nobody_trusts_is_refused(file: OpenFile, trusting: OpenFile, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="does not trust"):
        law_updates.preview(trusting, written(tmp_path, content(), seed=2))


def test_a_stranger_who_names_a_trusted_key_is_refused(trusting: OpenFile, tmp_path: Path) -> None:
    told = json.loads(file_of(content(), seed=2)) | {"key": public_key()}
    path = tmp_path / "update.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(AppError, match="signature does not fit"):
        law_updates.preview(trusting, path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("16.00", "61.00"),
        ('"number": 1', '"number": 2'),
        ("2026-12-04", "2027-12-04"),
        ("lc.113.3", "lc.113.1"),
        ('"S"', '"V"'),
        ("(қаз)", "(каз)"),
    ],
)
def test_a_changed_sign_is_refused(trusting: OpenFile, tmp_path: Path, old: str, new: str) -> None:
    path = written(tmp_path, content())
    told = path.read_text(encoding="utf-8")
    assert old in told
    path.write_text(told.replace(old, new), encoding="utf-8")
    with pytest.raises(AppError, match="signature does not fit"):
        law_updates.preview(trusting, path)
    assert law.book(trusting).updates == ()


def test_other_spaces_and_another_order_are_the_same_update(trusting: OpenFile, tmp_path: Path) -> None:
    path = written(tmp_path, content())
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(dict(reversed(told.items())), indent=4), encoding="utf-8")
    law_updates.install(trusting, law_updates.preview(trusting, path).text)
    assert tables.value("base_rate", TODAY).fact.value == "16.00"


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_older_or_equal_number_is_refused(trusting: OpenFile, tmp_path: Path, number: int) -> None:
    install(trusting, tmp_path, content(number=3))
    with pytest.raises(AppError, match="Only a newer one can be installed"):
        law_updates.preview(trusting, written(tmp_path, content(number=number, values=[value(value="9.00")])))
    assert tables.value("base_rate", TODAY).fact.value == "16.00"


def test_a_newer_one_stands_before_an_older_one(trusting: OpenFile, tmp_path: Path) -> None:
    install(trusting, tmp_path, content(number=3))
    install(trusting, tmp_path, content(number=4, values=[value(value="15.00")], norms=[]))
    assert tables.value("base_rate", TODAY).fact.value == "15.00"
    assert tables.fact("lc.113.3").origin is tables.Origin.UPDATE


def test_one_preview_cannot_be_installed_twice(trusting: OpenFile, tmp_path: Path) -> None:
    seen = law_updates.preview(trusting, written(tmp_path, content()))
    law_updates.install(trusting, seen.text)
    with pytest.raises(AppError, match="installed already"):
        law_updates.install(trusting, seen.text)


def test_what_was_not_seen_cannot_be_installed(trusting: OpenFile, tmp_path: Path) -> None:
    seen = law_updates.preview(trusting, written(tmp_path, content()))
    other = replace(seen.text, content=seen.text.content.replace("16.00", "61.00"))
    with pytest.raises(AppError, match="signature does not fit"):
        law_updates.install(trusting, other)


def test_a_key_that_was_removed_after_the_preview_installs_nothing(trusting: OpenFile, tmp_path: Path) -> None:
    seen = law_updates.preview(trusting, written(tmp_path, content()))
    law_updates.remove_key(trusting, 1)
    with pytest.raises(AppError, match="does not trust"):
        law_updates.install(trusting, seen.text)


def test_a_signed_mistake_is_refused_as_well(trusting: OpenFile, tmp_path: Path) -> None:
    for told in (content(values=[value(confidence="M")]), content(norms=[norm(title={"kk": "x", "ru": "x"})])):
        with pytest.raises(AppError, match="has a mistake"):
            law_updates.preview(trusting, written(tmp_path, told))
    with pytest.raises(AppError, match="still to come"):
        law_updates.preview(trusting, written(tmp_path, content(made_on="2026-11-22")))


def test_the_preview_says_what_changes_what_stays_and_which_confirmations_fall(
    trusting: OpenFile, tmp_path: Path
) -> None:
    law.confirm(trusting, "lc.113.3")
    law.confirm(trusting, "lc.113.1")
    install(trusting, tmp_path, content(number=1, norms=[]))
    law.add_value(trusting, NewLawValue("mrp", "4690", date(2027, 1, 1), date(2027, 12, 31), "draft budget"))
    rows = [
        value(),
        value(effective_from="2026-12-05", confirmed_until="2027-01-22", value="15.75"),
        value(key="mrp", effective_from="2027-01-01", confirmed_until="2027-12-31", value="4700"),
    ]
    seen = law_updates.preview(trusting, written(tmp_path, content(number=2, values=rows)))
    assert [(change.fact.id, change.before is None) for change in seen.changes] == [
        ("base_rate@2026-12-05", True),
        ("lc.113.3", False),
    ]
    assert seen.unchanged == 1
    assert [each.fact_id for change in seen.changes for each in change.falls] == ["lc.113.3"]
    assert seen.falling == 1
    assert [kept.value for kept in seen.kept] == ["4690"]
    law_updates.install(trusting, seen.text)
    assert law.norms(trusting)["lc.113.3"].confirmed_by == ""
    assert law.norms(trusting)["lc.113.1"].confirmed_by == "Айгүл Оспанова"
    assert tables.value("mrp", date(2027, 2, 1)).fact.value == "4690"
    law.withdraw(trusting, 1)
    assert tables.value("mrp", date(2027, 2, 1)).fact.value == "4700"


def test_looking_at_an_update_changes_nothing(trusting: OpenFile, tmp_path: Path) -> None:
    before = tables.facts()
    law_updates.preview(trusting, written(tmp_path, content()))
    assert tables.facts() == before
    assert law.book(trusting).updates == ()


def test_the_updates_of_a_removed_key_stay_and_are_shown(trusting: OpenFile, tmp_path: Path) -> None:
    install(trusting, tmp_path, content())
    law_updates.remove_key(trusting, 1)
    assert tables.value("base_rate", TODAY).fact.value == "16.00"
    (update,) = law.book(trusting).updates
    assert update.key.removed_on == TODAY
    with pytest.raises(AppError, match="not trusted"):
        law_updates.remove_key(trusting, 1)


def test_an_update_changed_inside_the_file_counts_no_more(trusting: OpenFile, tmp_path: Path) -> None:
    install(trusting, tmp_path, content())
    with trusting.db.write("test", None) as session:
        session.execute(text("UPDATE law_update SET content = replace(content, '16.00', '61.00')"))
    files.rest(trusting)
    files.wake(trusting, factories.PASSWORD)
    assert tables.value("base_rate", TODAY).fact.origin is tables.Origin.SHIPPED
    assert law.book(trusting).unread == {1}


def test_a_key_needs_a_second_person_and_a_name(file: OpenFile, second: Approval) -> None:
    for name, key, approval, field in (
        ("Tirek", public_key(), Approval(factories.LOGIN, factories.PASSWORD), "login"),
        ("Tirek", public_key(), Approval("dina", "a wrong password"), "password"),
        ("", public_key(), second, "name"),
        ("Tirek", public_key()[:-2], second, "public_key"),
        ("Tirek", "", second, "public_key"),
        ("Tirek", "=" * 44, second, "public_key"),
    ):
        with pytest.raises(InvalidInput) as refused:
            law_updates.trust_key(file, name, key, approval)
        assert [problem.field for problem in refused.value.problems] == [field]
    assert law.book(file).keys == ()


def test_a_key_is_trusted_once_and_again_after_it_was_removed(trusting: OpenFile, second: Approval) -> None:
    with pytest.raises(InvalidInput, match="trusted already"):
        law_updates.trust_key(trusting, "Again", public_key(), second)
    law_updates.remove_key(trusting, 1)
    law_updates.trust_key(trusting, "Again", f" {public_key()}\n", second)
    (key,) = law.book(trusting).keys
    assert (key.name, key.removed_on) == ("Again", None)


def test_two_people_compare_a_key_by_its_control_groups() -> None:
    groups = law_updates.fingerprint(public_key())
    assert len(groups.split()) == 8
    assert groups != law_updates.fingerprint(public_key(2))
    assert law_updates.fingerprint(public_key()[:-4]) == ""


def test_each_step_has_its_line_in_the_log(file: OpenFile, second: Approval, tmp_path: Path) -> None:
    law_updates.trust_key(file, "Tirek", public_key(), second)
    with file.db.read() as session:
        rows = session.execute(text("SELECT action, entity_id FROM audit ORDER BY seq DESC LIMIT 2")).all()
    assert sorted(rows) == [("approve", 1), ("trust_law_key", 1)]
    install(file, tmp_path, content())
    assert last_line(file) == ("install_law", file.staff.id, "law", 1)
    law_updates.remove_key(file, 1)
    assert last_line(file) == ("trust_law_key", file.staff.id, "law", 1)


@pytest.mark.parametrize(
    ("role", "trusts", "installs"),
    [
        (Role.STAFF, False, False),
        (Role.LAWYER, False, True),
        (Role.MANAGER, True, True),
        (Role.ADMINISTRATOR, True, True),
    ],
)
def test_the_table_of_permissions_is_asked(
    trusting: OpenFile, tmp_path: Path, role: Role, trusts: bool, installs: bool
) -> None:
    theirs = factories.colleague(trusting, role)
    path = written(tmp_path, content())
    if installs:
        install(theirs, tmp_path, content())
    else:
        seen = law_updates.preview(trusting, path)
        for call in (lambda: law_updates.preview(theirs, path), lambda: law_updates.install(theirs, seen.text)):
            with pytest.raises(NotAllowed):
                call()
    if trusts:
        law_updates.remove_key(theirs, 1)
    else:
        with pytest.raises(NotAllowed):
            law_updates.remove_key(theirs, 1)
        with pytest.raises(NotAllowed):
            law_updates.trust_key(theirs, "Mine", public_key(3), SECOND)


def test_a_file_that_cannot_be_read_is_said_plainly(trusting: OpenFile, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="cannot be read"):
        law_updates.preview(trusting, tmp_path / "nothing.json")
    with pytest.raises(AppError, match="cannot be read"):
        law_updates.preview(trusting, tmp_path)


def test_an_update_is_shown_with_its_standing(trusting: OpenFile, tmp_path: Path) -> None:
    install(trusting, tmp_path, content(norms=[norm(source=trilingual("notes"), confidence="S")]))
    assert law.norms(trusting)["lc.113.3"].standing is Standing.TO_CHECK
    law.confirm(trusting, "lc.113.3")
    assert law.norms(trusting)["lc.113.3"].standing is Standing.CONFIRMED
