"""Which bodies of the directory a letter is offered to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.addressees import BODIES, AddresseeKind
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.directory import Entry, EntryKind
from desktop_app.domain.people import Person
from desktop_app.services import addressees, directory
from desktop_app.services.files import OpenFile
from tests.services.situations import YUSUPOV, opened


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_only_entries_that_fit_are_offered(file: OpenFile, kind: AddresseeKind) -> None:
    assert {card.entry.kind for card in addressees.offered(file, kind, "KZ-75")} <= set(BODIES[kind])


def test_the_body_of_the_region_comes_first(file: OpenFile) -> None:
    for region in ("KZ-75", "KZ-39"):
        first = addressees.offered(file, AddresseeKind.INSPECTION, region)[0].entry
        assert (first.kind, first.region) == (EntryKind.LABOUR_INSPECTION, region)


def test_the_consulate_of_the_workers_comes_first(file: OpenFile) -> None:
    for country in ("UZ", "KG"):
        assert addressees.offered(file, AddresseeKind.CONSULATE, "KZ-75", country)[0].entry.country == country
    card = opened(file, NewWorker(replace(YUSUPOV, citizenship="TJ")))
    told = addressees.proposed(file, AddresseeKind.CONSULATE, card)
    assert told is not None
    assert told.entry_id is not None


def test_nobody_is_proposed_where_the_directory_has_none(file: OpenFile) -> None:
    card = opened(file, NewWorker(Person("Некто")))
    assert addressees.proposed(file, AddresseeKind.EMPLOYER, card) is None
    assert addressees.offered(file, AddresseeKind.EMPLOYER, "KZ-75") == ()
    assert addressees.proposed(file, AddresseeKind.COURT, card) is None
    name = Trilingual("Алмалы аудандық соты", "Алмалинский районный суд", "Almaly district court")
    directory.add(file, Entry(EntryKind.COURT, name, "KZ-75", address="Алматы, Абай 1"))
    told = addressees.proposed(file, AddresseeKind.COURT, card)
    assert told is not None
    assert (told.name, told.address) == (name, "Алматы, Абай 1")
