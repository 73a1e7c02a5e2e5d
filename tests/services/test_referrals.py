"""Referrals: only with a consent or a reason, with a line in the register, with a result, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role, Trilingual
from desktop_app.domain.clocks import DeadlineKind
from desktop_app.domain.consents import Consent, How
from desktop_app.domain.directory import DirectoryFilter, Entry, EntryKind
from desktop_app.domain.referrals import Ground, NewReferral, ReferralResult, Result
from desktop_app.domain.transfers import Basis, RegisterFilter
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, cases, clocks, consents, directory, enquiries, referrals, transfers
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, new_case, opened
from tests.services.test_enquiries import HOTLINE

AGREED = Consent(How.PAPER, TODAY, None, "uz", "1", third_parties=True, recipients="приют")
ABROAD = replace(AGREED, cross_border=True, countries=("UZ",))
SHELTER = Entry(EntryKind.SHELTER, Trilingual("Баспана", "Приют", "Shelter"), "KZ-75")
COURSE = Entry(EntryKind.LANGUAGE_COURSE, Trilingual(ru="Курсы казахского"))


def sent(card: CaseCard, entry: int, **changes: object) -> NewReferral:
    made = NewReferral(
        entry, TODAY, "a bed for a week", Ground.CONSENT, card.id, card.workers[0].id, what=("name", "contacts")
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the fields of the dataclass


def test_without_a_consent_nothing_leaves_and_nothing_is_recorded(file: OpenFile) -> None:
    card, shelter = opened(file), directory.add(file, SHELTER).id
    with pytest.raises(InvalidInput) as refused:
        referrals.refer(file, card.id, sent(card, shelter))
    assert refused.value.problems[0].field == "ground"
    assert "Record the consent first" in refused.value.message.msgid
    assert referrals.of_case(file, card.id) == ()
    assert transfers.register(file, RegisterFilter()) == ()


def test_on_a_consent_the_referral_is_also_a_line_of_the_register(file: OpenFile) -> None:
    card, shelter = opened(file), directory.add(file, SHELTER).id
    consents.record(file, card.workers[0].person_id, AGREED)
    referrals.refer(file, card.id, sent(card, shelter))
    (made,) = referrals.of_case(file, card.id)
    assert (made.entry.en, made.worker, made.ground, made.result) == (
        "Shelter",
        card.workers[0].person.full_name,
        Ground.CONSENT,
        None,
    )
    (line,) = transfers.register(file, RegisterFilter())
    assert (line.recipient, line.country, line.basis, line.what) == (
        "Приют",
        "KZ",
        Basis.CONSENT,
        ("name", "contacts"),
    )
    assert line.consent_id is not None
    assert directory.card(file, shelter).referrals == 1


def test_who_was_only_told_where_to_go_needs_no_consent_and_no_line(file: OpenFile) -> None:
    card, shelter = opened(file), directory.add(file, SHELTER).id
    referrals.refer(file, card.id, sent(card, shelter, ground=Ground.TOLD, case_worker_id=None, what=()))
    assert len(referrals.of_case(file, card.id)) == 1
    assert transfers.register(file, RegisterFilter()) == ()


def test_when_the_consent_cannot_be_obtained_the_reason_is_recorded(file: OpenFile) -> None:
    card, shelter = opened(file), directory.add(file, SHELTER).id
    with pytest.raises(InvalidInput) as refused:
        referrals.refer(file, card.id, sent(card, shelter, ground=Ground.RIGHTS))
    assert [each.field for each in refused.value.problems] == ["reason"]
    referrals.refer(file, card.id, sent(card, shelter, ground=Ground.RIGHTS, reason="locked in"))
    assert referrals.of_case(file, card.id)[0].note == "locked in"
    assert transfers.register(file, RegisterFilter())[0].basis is Basis.RIGHTS


def test_a_consulate_is_abroad_and_needs_a_consent_for_its_country(file: OpenFile) -> None:
    card = opened(file)
    consulate = directory.page(file, DirectoryFilter(country="UZ"), "en")[0].id
    consents.record(file, card.workers[0].person_id, AGREED)
    with pytest.raises(InvalidInput) as refused:
        referrals.refer(file, card.id, sent(card, consulate))
    assert "abroad" in refused.value.message.msgid
    consents.record(file, card.workers[0].person_id, ABROAD)
    referrals.refer(file, card.id, sent(card, consulate))
    assert transfers.register(file, RegisterFilter())[0].country == "UZ"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"aim": ""}, "aim"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"what": ()}, "what"),
        ({"case_worker_id": None}, "case_worker_id"),
        ({"case_worker_id": 99}, "case_worker_id"),
        ({"entry_id": 9999}, "entry_id"),
    ],
)
def test_a_problem_names_its_field_and_nothing_is_recorded(
    file: OpenFile, changes: dict[str, object], field: str
) -> None:
    card, shelter = opened(file), directory.add(file, SHELTER).id
    consents.record(file, card.workers[0].person_id, AGREED)
    with pytest.raises(InvalidInput) as refused:
        referrals.refer(file, card.id, sent(card, shelter, **changes))
    assert [each.field for each in refused.value.problems] == [field]
    assert transfers.register(file, RegisterFilter()) == ()


def test_nobody_is_sent_to_an_entry_out_of_use(file: OpenFile) -> None:
    card, shelter = opened(file), directory.add(file, SHELTER).id
    directory.set_active(file, shelter, False)
    with pytest.raises(InvalidInput, match="no longer in use"):
        referrals.refer(file, card.id, sent(card, shelter, ground=Ground.TOLD))


def test_a_result_is_recorded_and_only_a_course_is_attended(file: OpenFile) -> None:
    card, shelter, course = opened(file), directory.add(file, SHELTER).id, directory.add(file, COURSE).id
    first = referrals.refer(file, card.id, sent(card, shelter, ground=Ground.TOLD)).id
    second = referrals.refer(file, card.id, sent(card, course, ground=Ground.TOLD)).id
    for wrong in (ReferralResult(Result.ATTENDS, TODAY), ReferralResult(Result.HELPED, TODAY - timedelta(days=1))):
        with pytest.raises(InvalidInput):
            referrals.record_result(file, card.id, first, wrong)
    referrals.record_result(file, card.id, first, ReferralResult(Result.HELPED, TODAY, "a week"))
    referrals.record_result(file, card.id, second, ReferralResult(Result.ATTENDS, TODAY))
    found = {each.id: each for each in referrals.of_case(file, card.id)}
    assert (found[first].result, found[first].note) == (Result.HELPED, "a week")
    counted = referrals.counts(file, TODAY, TODAY)
    assert (counted.total, counted.attended) == (2, 1)
    assert dict(counted.by_kind) == {"shelter": 1, "language_course": 1}
    assert dict(counted.by_result) == {"helped": 1, "attends": 1}
    assert referrals.counts(file, TODAY + timedelta(days=1), None).total == 0


def dates(file: OpenFile, case_id: int) -> list[tuple[date, date | None]]:
    return [(row.due_on, row.done_on) for row in clocks.listing(file, case_id) if row.kind is DeadlineKind.REFERRAL]


def test_a_date_to_ask_stands_on_the_clock_until_the_result_is_final(file: OpenFile) -> None:
    card, course = opened(file), directory.add(file, COURSE).id
    made = referrals.refer(file, card.id, sent(card, course, ground=Ground.TOLD, on=TODAY - timedelta(days=5))).id
    assert dates(file, card.id) == [(TODAY + timedelta(days=9), None)]
    referrals.record_result(file, card.id, made, ReferralResult(Result.ATTENDS, TODAY))
    assert dates(file, card.id) == [(TODAY + timedelta(days=14), None)]
    referrals.record_result(file, card.id, made, ReferralResult(Result.COMPLETED, TODAY))
    assert dates(file, card.id) == [(TODAY + timedelta(days=14), TODAY)]


def test_a_result_belongs_to_its_own_case(file: OpenFile) -> None:
    card, other, shelter = opened(file), opened(file), directory.add(file, SHELTER).id
    made = referrals.refer(file, card.id, sent(card, shelter, ground=Ground.TOLD)).id
    with pytest.raises(AppError, match="not in the file"):
        referrals.record_result(file, other.id, made, ReferralResult(Result.HELPED, TODAY))


def test_a_caller_is_told_where_to_go_and_it_follows_into_the_case(file: OpenFile) -> None:
    shelter, number = directory.add(file, SHELTER).id, enquiries.log(file, HOTLINE).id
    told = NewReferral(shelter, TODAY, "a bed", Ground.TOLD)
    with pytest.raises(InvalidInput):
        referrals.refer_caller(file, number, replace(told, ground=Ground.CONSENT, what=("name",)))
    made = referrals.refer_caller(file, number, told).id
    assert [each.id for each in referrals.of_enquiry(file, number)] == [made]
    referrals.record_result_of_caller(file, number, made, ReferralResult(Result.NOT_GONE, TODAY))
    case = enquiries.open_case(file, number, new_case()).id
    assert [(each.id, each.result) for each in referrals.of_case(file, case)] == [(made, Result.NOT_GONE)]


def test_referrals_of_a_hidden_case_are_hidden(file: OpenFile) -> None:
    shelter, number = directory.add(file, SHELTER).id, enquiries.log(file, HOTLINE).id
    told = NewReferral(shelter, TODAY, "a bed", Ground.TOLD)
    made = referrals.refer_caller(file, number, told).id
    case = enquiries.open_case(file, number, new_case()).id
    access.set_restricted(file, case, True)
    stranger = factories.colleague(file, Role.STAFF)
    result = ReferralResult(Result.HELPED, TODAY)
    for call in (
        lambda: referrals.of_case(stranger, case),
        lambda: referrals.refer(stranger, case, told),
        lambda: referrals.record_result(stranger, case, made, result),
    ):
        with pytest.raises(NotAllowed):
            call()
    for call in (
        lambda: referrals.of_enquiry(stranger, number),
        lambda: referrals.refer_caller(stranger, number, told),
        lambda: referrals.record_result_of_caller(stranger, number, made, result),
    ):
        with pytest.raises(AppError):
            call()
    assert referrals.counts(stranger, None, None).total == 0
    assert cases.card(file, case).id == case
