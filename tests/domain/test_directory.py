"""Entries of the directory: what one must have, how one is found, in which order they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.centre import Trilingual
from desktop_app.domain.directory import (
    ENTRY_KINDS,
    Entry,
    EntryCard,
    EntryKind,
    in_order,
    matches,
    not_verified,
    problems,
    same_facts,
)
from desktop_app.domain.referrals import COURSES, GROUNDS, OF_COURSES, RESULTS, Ground, Result, results_for

SHELTER = Entry(
    EntryKind.SHELTER,
    Trilingual("«Үміт» баспанасы", "Приют «Үміт»", "Shelter Umit"),
    "KZ-75",
    address="Алматы, Абай 1",
    phone="+7 727 111 22 33",
    email="umit@example.org",
)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": Trilingual()}, "name"),
        ({"name": Trilingual(ru="ы" * 301)}, "name.ru"),
        ({"region": "Алматы"}, "region"),
        ({"country": "Узбекистан"}, "country"),
        ({"kind": EntryKind.CONSULATE}, "country"),
        ({"email": "umit"}, "email"),
        ({"phone": "7" * 101}, "phone"),
        ({"address": "ы" * 301}, "address"),
        ({"hours": "ы" * 301}, "hours"),
        ({"note": "ы" * 100_001}, "note"),
    ],
)
def test_a_problem_names_its_field(changed: dict[str, object], field: str) -> None:
    assert problems(SHELTER) == ()
    assert [each.field for each in problems(replace(SHELTER, **changed))] == [field]  # type: ignore[arg-type]  # its fields


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", True),
        ("приют", True),
        ("баспана", True),
        ("umit", True),
        ("ПРИЮТ Алматы", True),
        ("shelter almaty", True),
        ("111 22 33", True),
        ("+7 727 111", True),
        ("приют Астана", False),
        ("999", False),
    ],
)
def test_an_entry_is_found_in_any_script_and_by_phone(text: str, found: bool) -> None:
    assert matches(SHELTER, text) is found


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_search(text: str) -> None:
    assert isinstance(matches(SHELTER, text), bool)


def test_numbers_to_call_stand_first_and_the_region_before_the_country() -> None:
    cards = [
        EntryCard(1, SHELTER),
        EntryCard(2, replace(SHELTER, region="")),
        EntryCard(3, Entry(EntryKind.HOTLINE, Trilingual(ru="Полиция"), phone="102")),
        EntryCard(4, replace(SHELTER, name=Trilingual(ru="Айна"))),
    ]
    assert [card.id for card in in_order(cards, "ru")] == [3, 4, 1, 2]


@given(st.permutations(list(EntryKind)))
def test_the_order_does_not_depend_on_how_entries_come(kinds: list[EntryKind]) -> None:
    cards = [EntryCard(at, replace(SHELTER, kind=kind)) for at, kind in enumerate(kinds)]
    assert [card.entry.kind for card in in_order(cards, "en")] == list(ENTRY_KINDS)


def test_what_nobody_checked_and_has_no_phone_is_told() -> None:
    assert not_verified(EntryCard(1, replace(SHELTER, phone="")))
    assert not not_verified(EntryCard(1, SHELTER))


def test_a_source_vouches_for_names_place_and_phone_but_not_for_the_rest() -> None:
    assert same_facts(SHELTER, replace(SHELTER, address="x", hours="y", note="z"))
    for changed in ({"phone": "1"}, {"name": Trilingual(ru="x")}, {"region": ""}, {"kind": EntryKind.CLINIC}):
        assert not same_facts(SHELTER, replace(SHELTER, **changed))  # type: ignore[arg-type]  # its fields


def test_every_code_has_its_words() -> None:
    assert set(ENTRY_KINDS) == set(EntryKind)
    assert set(RESULTS) == set(Result)
    assert set(GROUNDS) == set(Ground)


@pytest.mark.parametrize("kind", EntryKind)
def test_only_a_course_or_a_school_is_attended(kind: EntryKind) -> None:
    assert bool(set(results_for(kind)) & OF_COURSES) is (kind in COURSES)
    assert Result.HELPED in results_for(kind)
