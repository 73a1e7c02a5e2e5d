"""Enquiries: logged without a case, counted apart, turned into one; nobody sees more than they may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.cases import CaseFilter, Channel, NewWorker
from desktop_app.domain.centre import Role
from desktop_app.domain.changes import Kind
from desktop_app.domain.enquiries import MAY_WORK, Enquiry, EnquiryFilter, SameAs
from desktop_app.domain.people import Person
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import access, cases, enquiries, today
from desktop_app.services.cases import StaleChange
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, YUSUPOV, new_case, opened
from tests.services.test_traces import lines

# Situation 8: an enquiry, no case.
HOTLINE = Enquiry(
    TODAY,
    Channel.PHONE,
    "uz",
    MAY_WORK,
    "Ўзбекистон фуқароси ТОО да ишлай оладими?",
    "Only with the permit that the employer obtains.",
    "Yusupov Alisher",
    "8 701 123 45 67",
    citizenship="UZ",
    region="KZ-75",
)


def shown(file: OpenFile, **wanted: object) -> list[int]:
    return [row.id for row in enquiries.page(file, EnquiryFilter(**wanted))]  # type: ignore[arg-type]  # its fields


def test_an_enquiry_is_logged_without_a_case_and_counted_apart(file: OpenFile) -> None:
    saved = enquiries.log(file, HOTLINE)
    assert saved.kinds == {Kind.ENQUIRY}
    assert enquiries.card(file, saved.id).enquiry == HOTLINE
    assert today.read(file).open_cases == 0
    assert cases.page(file, CaseFilter()) == ()
    counted = enquiries.counts(file, TODAY, TODAY)
    assert (counted.total, counted.became_cases) == (1, 0)
    assert (counted.by_topic, counted.by_channel, counted.by_language) == (
        ((MAY_WORK, 1),),
        (("phone", 1),),
        (("uz", 1),),
    )
    assert [line[:2] for line in lines(file)[-2:]] == [("log_enquiry", "enquiry"), ("view_enquiry", "enquiry")]


def test_a_caller_may_stay_unnamed(file: OpenFile) -> None:
    saved = enquiries.log(file, Enquiry(TODAY, Channel.PHONE, question="May I?"))
    assert enquiries.card(file, saved.id).enquiry.caller == ""


def test_what_makes_no_sense_is_not_written(file: OpenFile) -> None:
    with pytest.raises(InvalidInput):
        enquiries.log(file, replace(HOTLINE, question="", topic=""))
    assert shown(file) == []


def test_the_form_begins_with_the_last_channel_and_language(file: OpenFile) -> None:
    assert enquiries.beginning(file) == Enquiry(TODAY, Channel.PHONE)
    enquiries.log(file, replace(HOTLINE, channel=Channel.MESSENGER, language="tg"))
    assert enquiries.beginning(file) == Enquiry(TODAY, Channel.MESSENGER, "tg")
    colleague = factories.colleague(file, Role.STAFF)
    assert enquiries.beginning(colleague).channel is Channel.PHONE


def test_the_list_is_read_by_period_topic_words_and_page_by_page(file: OpenFile) -> None:
    days = [date(2026, 11, day) for day in (3, 1, 2, 1)]
    ids = [enquiries.log(file, replace(HOTLINE, on=day, caller="", phone="")).id for day in days]
    assert shown(file) == [ids[0], ids[2], ids[3], ids[1]]
    assert shown(file, limit=2) + shown(file, after_id=ids[2]) == shown(file)
    assert shown(file, first=date(2026, 11, 2), last=date(2026, 11, 2)) == [ids[2]]
    other = enquiries.log(file, replace(HOTLINE, topic="wage_arrears", question="Жалақы", caller="Ғұлом", phone="")).id
    assert shown(file, topic="wage_arrears") == [other]
    for typed in ("жалакы", "gulom", "ГУЛОМ жал"):
        assert shown(file, text=typed) == [other]
    assert shown(file, text="nothing like it") == []
    with pytest.raises(InvalidInput):
        enquiries.page(file, EnquiryFilter(first=TODAY, last=date(2026, 1, 1)))
    with pytest.raises(InvalidInput):
        enquiries.counts(file, TODAY, date(2026, 1, 1))


def test_a_phone_is_found_by_its_last_or_all_digits(file: OpenFile) -> None:
    number = enquiries.log(file, HOTLINE).id
    for typed in ("7011234567", "+7 701 123 45 67", "45 67"):
        assert shown(file, text=typed) == [number], typed
    assert shown(file, text="999") == []


def test_a_repeat_is_shown_by_phone_and_by_name_in_any_script(file: OpenFile) -> None:
    first = enquiries.log(file, HOTLINE).id
    found = enquiries.repeats(file, "Юсупов Алишер", "+7 701 123 45 67")
    assert [(each.caller.kind, each.caller.id, each.reasons) for each in found] == [
        ("enquiry", first, (SameAs.PHONE, SameAs.NAME))
    ]
    assert enquiries.repeats(file, "Юсупов Алишер", "", without=first) == ()
    assert enquiries.repeats(file, "", "") == ()


def test_a_person_of_the_file_may_be_the_caller_unless_they_are_hidden(file: OpenFile) -> None:
    card = opened(file)
    kinds = [each.caller.kind for each in enquiries.repeats(file, "", YUSUPOV.phone)]
    assert kinds == ["person"]
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.STAFF)
    assert enquiries.repeats(stranger, YUSUPOV.full_name, YUSUPOV.phone) == ()


def test_a_correction_is_saved_once(file: OpenFile) -> None:
    number = enquiries.log(file, HOTLINE).id
    card = enquiries.card(file, number)
    enquiries.change(file, number, card.version, replace(HOTLINE, answer="Yes"))
    assert enquiries.card(file, number).enquiry.answer == "Yes"
    with pytest.raises(StaleChange):
        enquiries.change(file, number, card.version, HOTLINE)


def test_an_enquiry_becomes_a_case_and_points_to_it(file: OpenFile) -> None:
    number = enquiries.log(file, HOTLINE).id
    saved = enquiries.open_case(file, number, new_case())
    assert {Kind.ENQUIRY, Kind.CASE} <= saved.kinds
    card = enquiries.card(file, number)
    assert (card.case_id, card.case_number) == (saved.id, "2026-0001")
    assert enquiries.counts(file, None, None).became_cases == 1
    with pytest.raises(AppError, match="case already"):
        enquiries.open_case(file, number, new_case())
    assert len(cases.page(file, CaseFilter())) == 1


def test_a_refused_case_leaves_the_enquiry_as_it_was(file: OpenFile) -> None:
    number = enquiries.log(file, HOTLINE).id
    with pytest.raises(InvalidInput):
        enquiries.open_case(file, number, new_case(NewWorker(Person(""))))
    assert enquiries.card(file, number).case_id is None


def test_an_enquiry_of_a_hidden_case_is_hidden_but_counted(file: OpenFile) -> None:
    number = enquiries.log(file, HOTLINE).id
    case = enquiries.open_case(file, number, new_case()).id
    access.set_restricted(file, case, True)
    stranger = factories.colleague(file, Role.LAWYER)
    assert shown(stranger) == []
    for call in (
        lambda: enquiries.card(stranger, number),
        lambda: enquiries.change(stranger, number, 2, HOTLINE),
        lambda: enquiries.open_case(stranger, number, new_case()),
    ):
        with pytest.raises(AppError):
            call()
    assert enquiries.repeats(stranger, HOTLINE.caller, HOTLINE.phone) == ()
    assert enquiries.counts(stranger, None, None).total == 1
    access.assign(file, case, frozenset({stranger.staff.id}))
    assert shown(stranger) == [number]


def test_an_administrator_reads_only_enquiries_of_their_own(file: OpenFile) -> None:
    other = factories.colleague(file, Role.STAFF)
    asked = Enquiry(TODAY, Channel.PHONE, topic=MAY_WORK, caller="Юсупов")
    theirs, mine = enquiries.log(other, asked).id, enquiries.log(file, asked).id
    assert [row.id for row in enquiries.page(file, EnquiryFilter())] == [mine]
    assert {row.id for row in enquiries.page(other, EnquiryFilter())} == {mine, theirs}
    with pytest.raises(AppError):
        enquiries.card(file, theirs)
    assert enquiries.counts(file, None, None).total == 2
