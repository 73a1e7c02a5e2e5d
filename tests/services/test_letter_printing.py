"""Letters on paper: byte for byte what was kept, logged before, all of today's in one document."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.letters import LetterLanguage
from desktop_app.errors import AppError, DamagedFile
from desktop_app.letters import binding
from desktop_app.services import files, letter_printing, letters, sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.letters import claims
from tests.letters.reading import letter as text_of_letter
from tests.letters.reading import pages_of
from tests.services.situations import TODAY, unpaid
from tests.services.test_letters import actions, request


def test_a_letter_is_printed_as_it_was_kept_and_logged(file: OpenFile) -> None:
    saved = letters.create(file, request(file, unpaid(file).id))
    to_print = letter_printing.letter(file, saved.id)
    assert actions(file)[-1] == "print_letter"
    assert to_print.content == letters.pdf(file, saved.id)
    assert (to_print.name, to_print.pages) == ("2026-1", letters.page_count(to_print.content))
    assert "Юсупов" not in repr(to_print)


def test_a_damaged_letter_is_not_printed(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = letters.create(file, request(file, unpaid(file).id))
    monkeypatch.setattr("desktop_app.services.sealed.plain_pdf", lambda *_all: b"%PDF-1.4 changed")
    with pytest.raises(DamagedFile):
        letter_printing.letter(file, saved.id)


def test_all_of_todays_are_bound_in_order_without_reading_copies(file: OpenFile) -> None:
    card = unpaid(file)
    first = letters.create(file, request(file, card.id, with_copy=True))
    letters.create(file, request(file, card.id, on=TODAY - timedelta(days=1)))
    last = letters.create(file, request(file, card.id, language=LetterLanguage.KK))
    to_print = letter_printing.todays(file)
    assert (to_print.letters, to_print.left_out, to_print.name) == (2, 0, TODAY.isoformat())
    assert actions(file).count("print_letter") == 2
    kept = [pages_of(letters.pdf(file, each.id)) for each in (first, last)]
    assert pages_of(to_print.content) == [*kept[0], *kept[1]]


def test_what_was_looked_at_is_printed_and_nothing_that_came_since(file: OpenFile) -> None:
    card = unpaid(file)
    first = letters.create(file, request(file, card.id, with_copy=True))
    told = letter_printing.of_today(file)
    assert [row.id for row in told.letters] == [first.id]
    assert actions(file).count("print_letter") == 0
    letters.create(file, request(file, card.id))
    assert letter_printing.todays(file, [row.id for row in told.letters]).letters == 1


def test_without_a_letter_of_today_it_says_so(file: OpenFile) -> None:
    letters.create(file, request(file, unpaid(file).id, on=TODAY - timedelta(days=1)))
    with pytest.raises(AppError, match="dated today"):
        letter_printing.todays(file)


def test_a_page_comes_as_the_printer_wants_it(file: OpenFile) -> None:
    saved = letters.create(file, request(file, unpaid(file).id))
    to_print = letter_printing.letter(file, saved.id)
    sheet = letter_printing.sheet(to_print, 0, 144)
    assert abs(sheet.width - 595.28 * 2) <= 1
    lying = letter_printing.sheet(to_print, to_print.pages - 1, 72)
    assert lying.width > lying.height


def test_binding_changes_no_page_and_leaves_one_letter_alone() -> None:
    from desktop_app.letters.catalogue import render

    facts = claims.claim(LetterLanguage.RU)
    one, two = render(facts), render(replace(facts, language=LetterLanguage.KK_RU))
    assert binding.bind([one]) == one
    assert pages_of(binding.bind([one, two])) == pages_of(one) + pages_of(two)
    assert text_of_letter(facts)


def test_letters_of_sealed_cases_are_left_out_and_counted_for_who_has_no_key(file: OpenFile) -> None:
    for login, role in (("lawyer", Role.LAWYER), ("staff", Role.STAFF)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "lawyer")
    sealed_id = unpaid(lawyer).id
    letters.create(lawyer, request(lawyer, sealed_id))
    sealed.seal_case(lawyer, sealed_id)
    shown = letters.create(lawyer, request(lawyer, unpaid(lawyer).id))
    assert letter_printing.todays(lawyer).letters == 2
    assert len(letter_printing.of_today(lawyer).letters) == 2
    files.close(lawyer)
    colleague = factories.sign_in(file.path, "staff")
    before = letter_printing.of_today(colleague)
    assert [row.id for row in before.letters] == [shown.id]
    assert [row.case_id for row in before.shut] == [sealed_id]
    to_print = letter_printing.todays(colleague)
    assert (to_print.letters, to_print.left_out) == (1, 1)
    assert to_print.content == letters.pdf(colleague, shown.id)
    files.close(colleague)
