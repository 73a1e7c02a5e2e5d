"""The directory in a file: loaded once, edited by the centre, never overwritten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.centre import Role, Trilingual
from desktop_app.domain.directory import DirectoryFilter, Entry, EntryCard, EntryKind, ShippedEntry
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import directory
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY
from tests.services.test_traces import lines

COURSE = Entry(EntryKind.LANGUAGE_COURSE, Trilingual(ru="Курсы казахского"), "KZ-75", phone="+7 727 111 22 33")


def entries(file: OpenFile, **wanted: object) -> tuple[EntryCard, ...]:
    return directory.page(file, DirectoryFilter(**wanted), "en")  # type: ignore[arg-type]  # its fields


def test_the_first_look_puts_what_is_shipped_into_the_file_and_only_once(file: OpenFile) -> None:
    before = len(lines(file))
    found = entries(file)
    assert len(found) == len(directory.shipped())
    assert all(card.shipped and card.confidence in ("V", "S") and card.checked_on is None for card in found)
    assert [line[0] for line in lines(file)[before:]] == ["list_directory"]
    assert entries(file) == found
    assert len(lines(file)) == before + 1


def test_an_edited_entry_is_never_overwritten_by_a_release(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    inspection = entries(file, kind=EntryKind.LABOUR_INSPECTION, region="KZ-75")[0]
    mended = replace(inspection.entry, address="Алматы, Төле би 1", phone="+7 727 000 00 00")
    directory.save(file, inspection.id, mended)
    new = ShippedEntry("of_a_later_release", replace(COURSE, phone=""), "LC", "V")
    shipped = (*(replace(each, entry=replace(each.entry, phone="1")) for each in directory.shipped()), new)
    monkeypatch.setattr(directory, "shipped", lambda: shipped)
    again = entries(file)
    assert next(card for card in again if card.id == inspection.id).entry == mended
    assert [card.entry.name.ru for card in again if card.entry.kind is EntryKind.LANGUAGE_COURSE] == [COURSE.name.ru]
    assert {card.entry.phone for card in again if card.shipped} == {"", "102", "111", "11616", "+7 727 000 00 00"}


def test_an_own_entry_is_added_found_corrected_and_found_right(file: OpenFile) -> None:
    added = directory.add(file, COURSE).id
    card = directory.card(file, added)
    assert (card.entry, card.shipped, card.source, card.checked_on) == (COURSE, False, "", None)
    assert [each.id for each in entries(file, text="қазақша") if each.id == added] == []
    assert [each.id for each in entries(file, text="казахского")] == [added]
    directory.found_right(file, added)
    card = directory.card(file, added)
    assert (card.checked_on, card.checked_by) == (TODAY, file.staff.full_name)
    directory.save(file, added, replace(COURSE, hours="9–18"))
    assert directory.card(file, added).checked_on is None
    assert [line[:2] for line in lines(file) if line[0] == "change_directory"] == [
        ("change_directory", "directory")
    ] * 3


def test_a_source_vouches_only_for_what_was_left_alone(file: OpenFile) -> None:
    hotline = entries(file, kind=EntryKind.HOTLINE)[0]
    directory.save(file, hotline.id, replace(hotline.entry, hours="24/7"))
    assert directory.card(file, hotline.id).confidence == hotline.confidence
    directory.save(file, hotline.id, replace(hotline.entry, phone="000"))
    assert (directory.card(file, hotline.id).source, directory.card(file, hotline.id).confidence) == ("", "")


def test_a_region_shows_its_own_and_what_is_there_for_the_whole_country(file: OpenFile) -> None:
    found = entries(file, region="KZ-47")
    assert {card.entry.region for card in found} == {"KZ-47", ""}
    assert len([card for card in found if card.entry.kind is EntryKind.LABOUR_INSPECTION]) == 1
    assert [card.entry.country for card in entries(file, country="UZ")] == ["UZ"]


def test_an_entry_out_of_use_is_hidden_until_asked_for(file: OpenFile) -> None:
    added = directory.add(file, COURSE).id
    directory.set_active(file, added, False)
    assert added not in {card.id for card in entries(file)}
    assert added in {card.id for card in entries(file, inactive=True)}
    directory.set_active(file, added, True)
    assert added in {card.id for card in entries(file)}


def test_what_makes_no_sense_is_not_written(file: OpenFile) -> None:
    with pytest.raises(InvalidInput):
        directory.add(file, replace(COURSE, name=Trilingual()))
    hotline = entries(file, kind=EntryKind.HOTLINE)[0]
    with pytest.raises(InvalidInput):
        directory.save(file, hotline.id, replace(hotline.entry, email="nonsense"))
    assert directory.card(file, hotline.id).entry == hotline.entry
    for call in (directory.card, directory.found_right):
        with pytest.raises(AppError, match="not in the directory"):
            call(file, 9999)


@pytest.mark.parametrize("role", Role)
def test_everybody_may_look_and_mend(file: OpenFile, role: Role) -> None:
    theirs = factories.colleague(file, role)
    assert entries(theirs)
    directory.add(theirs, COURSE)
