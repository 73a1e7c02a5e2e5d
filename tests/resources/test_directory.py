"""The directory ships what somebody verified and nothing else."""

from __future__ import annotations

import json

import pytest

from desktop_app import law, settings
from desktop_app.domain.directory import EntryKind, ShippedEntry, problems
from desktop_app.services.directory import shipped, source_in

TOLD = json.loads((settings.resources_dir() / "directory.json").read_text(encoding="utf-8"))
KAZAKH, CYRILLIC = set("әғқңөұүһі"), set("абвгдежзийклмнопрстуфхцчшщъыьэюя")
ENTRIES = shipped()


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each.key)
def test_every_entry_names_itself_in_three_languages_with_source_and_confidence(each: ShippedEntry) -> None:
    assert each.confidence in ("V", "S")
    assert each.source in TOLD["sources"]
    name = each.entry.name
    assert all(text == text.strip() != "" for text in (name.kk, name.ru, name.en))
    assert not set(name.en.lower()) & CYRILLIC
    assert problems(each.entry) == ()


@pytest.mark.parametrize("each", ENTRIES, ids=lambda each: each.key)
def test_no_address_is_shipped_and_no_number_but_three(each: ShippedEntry) -> None:
    entry = each.entry
    assert (entry.address, entry.email, entry.hours, entry.languages, entry.note) == ("", "", "", "", "")
    if entry.phone:
        fact = law.fact(f"tel.{entry.phone}")
        assert (fact.value, fact.confidence) == (entry.phone, each.confidence)


def test_only_the_three_numbers_that_a_source_names_are_shipped() -> None:
    assert sorted(each.entry.phone for each in ENTRIES if each.entry.phone) == ["102", "111", "11616"]


def test_nothing_rests_on_memory_and_no_number_that_was_found_nowhere() -> None:
    text = (settings.resources_dir() / "directory.json").read_text(encoding="utf-8")
    assert '"M"' not in text
    for number in ("1409", "1411", "1414", "1458", '"150"'):
        assert number not in text
    for row in TOLD["entries"]:
        assert row["confidence"] in ("V", "S")


def test_every_source_is_named_in_three_languages_and_used() -> None:
    used = {each.source for each in ENTRIES}
    assert used == set(TOLD["sources"])
    for key, told in TOLD["sources"].items():
        assert set(told) == {"kk", "ru", "en"}
        assert source_in(key, "ru") == told["ru"]
    assert source_in("the centre’s own words", "kk") == "the centre’s own words"


def test_keys_are_unique_and_every_region_has_its_bodies() -> None:
    keys = [each.key for each in ENTRIES]
    assert len(set(keys)) == len(keys)
    for kind in (EntryKind.LABOUR_INSPECTION, EntryKind.POLICE, EntryKind.PROSECUTOR, EntryKind.AKIMAT):
        found = {each.entry.region for each in ENTRIES if each.entry.kind is kind and each.entry.region}
        assert found == {region.code for region in law.regions()}


def test_the_names_of_territorial_inspections_are_not_made_up() -> None:
    """Their official names are not verified: one generic name of the law stands for all of them."""
    names = {each.entry.name for each in ENTRIES if each.entry.kind is EntryKind.LABOUR_INSPECTION}
    assert len(names) == 1


def test_consulates_are_empty_places_for_five_countries() -> None:
    found = {each.entry.country: each for each in ENTRIES if each.entry.kind is EntryKind.CONSULATE}
    assert set(found) == {"UZ", "KG", "TJ", "RU", "TM"}
    assert all(not each.entry.phone and not each.entry.address for each in found.values())


def test_names_whose_kazakh_form_nobody_verified_are_left_out() -> None:
    text = json.dumps(TOLD, ensure_ascii=False)
    for name in ("Көші-қон комитеті", "Көші-қон қызметі комитеті", "Құқықтық статистика", "Кәсіподақтар федерациясы"):
        assert name not in text
