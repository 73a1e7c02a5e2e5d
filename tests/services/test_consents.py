"""Consents in the file: recorded, listed, printed, withdrawn."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.domain.centre import Role
from desktop_app.domain.changes import Kind
from desktop_app.domain.consents import Consent, How, State, Withdrawal
from desktop_app.domain.file_settings import FileSettings
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, consents, settings_of_file
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, YUSUPOV, opened
from tests.services.test_traces import lines

GIVEN = Consent(How.PAPER, TODAY, date(2029, 11, 21), "uz", "1", third_parties=True, recipients="суд, инспекция труда")


def worker(file: OpenFile) -> int:
    return opened(file).workers[0].person_id


def test_a_consent_is_kept_as_it_was_given(file: OpenFile) -> None:
    person_id = worker(file)
    full = replace(
        GIVEN, other_data="a", other_aims="b", cross_border=True, countries=("UZ", "KG"), open_sources=True, note="c\nd"
    )
    assert consents.page(file, person_id).standing.state is State.NONE
    saved = consents.record(file, person_id, full)
    assert saved.kinds == {Kind.PERSON}
    page = consents.page(file, person_id)
    assert [each.consent for each in page.consents] == [full]
    assert page.consents[0].recorded_by == file.staff.full_name
    assert (page.standing.state, page.standing.day) == (State.VALID, full.until)


def test_the_form_begins_with_the_term_of_the_centre_and_the_language_of_the_person(file: OpenFile) -> None:
    person_id = worker(file)
    settings_of_file.save(file, FileSettings(consent_years=5))
    proposed = consents.page(file, person_id).proposed
    assert (proposed.given_on, proposed.until, proposed.version) == (TODAY, date(2031, 11, 21), "1")
    assert proposed.language == YUSUPOV.language


def test_what_is_wrong_is_refused_and_nothing_kept(file: OpenFile) -> None:
    person_id = worker(file)
    with pytest.raises(InvalidInput) as refused:
        consents.record(file, person_id, replace(GIVEN, recipients="", until=date(2020, 1, 1)))
    assert [problem.field for problem in refused.value.problems] == ["until", "recipients"]
    with pytest.raises(AppError):
        consents.record(file, 77, GIVEN)
    assert consents.page(file, person_id).consents == ()


def test_a_withdrawal_is_stopped_or_refused_with_reasons(file: OpenFile) -> None:
    person_id = worker(file)
    first, second = (consents.record(file, person_id, GIVEN).id for _ in range(2))
    with pytest.raises(AppError):
        consents.stop(file, person_id, first)
    for consent_id in (first, second):
        consents.withdraw(file, person_id, consent_id, Withdrawal(TODAY, " I go  home "))
    with pytest.raises(AppError):
        consents.withdraw(file, person_id, first, Withdrawal(TODAY))
    page = consents.page(file, person_id)
    assert (page.standing.state, page.standing.day) == (State.WITHDRAWN, date(2026, 12, 11))
    assert page.consents[0].withdrawn == Withdrawal(TODAY, "I go home")
    with pytest.raises(InvalidInput):
        consents.refuse(file, person_id, first, " ")
    consents.refuse(file, person_id, first, "The claim is before the court.")
    consents.stop(file, person_id, second)
    with pytest.raises(AppError):
        consents.refuse(file, person_id, second, "late")
    newest, oldest = consents.page(file, person_id).consents
    assert (newest.stopped_on, newest.refused_on) == (TODAY, None)
    assert (oldest.refused_on, oldest.refusal) == (TODAY, "The claim is before the court.")


def test_a_consent_of_somebody_else_is_not_touched(file: OpenFile) -> None:
    card = opened(file)
    mine, other = card.workers[0].person_id, card.workers[1].person_id
    consent_id = consents.record(file, other, GIVEN).id
    with pytest.raises(AppError):
        consents.withdraw(file, mine, consent_id, Withdrawal(TODAY))
    assert consents.page(file, other).standing.state is State.VALID


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_form_has_every_part_the_law_names_on_one_page(file: OpenFile, language: str) -> None:
    person_id = worker(file)
    pdf = PdfReader(io.BytesIO(consents.form(file, person_id, GIVEN, language)))
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().split())
    for part in (
        factories.CENTRE.bin,
        factories.CENTRE.name.within(language),
        YUSUPOV.full_name,
        "21.11.2029",
        "суд, инспекция труда",
        "№ 94-V" if language != "en" else "No 94-V",
        "15",
    ):
        assert part in text.replace("\u00a0", " "), part
    assert pdf.metadata is not None
    assert YUSUPOV.full_name not in str(dict(pdf.metadata))


def test_the_form_is_saved_whole_and_its_making_is_logged_first(file: OpenFile, tmp_path: Path) -> None:
    person_id = worker(file)
    path = tmp_path / "form.pdf"
    assert consents.save_form(file, person_id, GIVEN, "ru", path) == path
    assert path.read_bytes().startswith(b"%PDF")
    assert lines(file)[-1] == ("print_consent", "person", person_id)
    with pytest.raises(AppError):
        consents.save_form(file, person_id, GIVEN, "ru", tmp_path / "no" / "form.pdf")


def test_each_step_leaves_its_line(file: OpenFile) -> None:
    person_id = worker(file)
    before = len(lines(file))
    consent_id = consents.record(file, person_id, GIVEN).id
    consents.page(file, person_id)
    consents.withdraw(file, person_id, consent_id, Withdrawal(TODAY))
    consents.stop(file, person_id, consent_id)
    assert lines(file)[before:] == [
        ("record_consent", "person", person_id),
        ("view_consents", "person", person_id),
        ("withdraw_consent", "person", person_id),
        ("withdraw_consent", "person", person_id),
    ]


def test_nobody_outside_a_restricted_case_sees_or_records_consents(file: OpenFile) -> None:
    card = opened(file)
    person_id = card.workers[0].person_id
    consents.record(file, person_id, GIVEN)
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.LAWYER)
    for forbidden in (
        lambda: consents.page(stranger, person_id),
        lambda: consents.record(stranger, person_id, GIVEN),
        lambda: consents.form(stranger, person_id, GIVEN, "ru"),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
